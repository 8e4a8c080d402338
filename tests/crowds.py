"""Journals of many people, with something of everything at random."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from conftest import TODAY
from deepnet.candidates import monday
from deepnet.model import Answer, Depth, Facet, PersonRef, Setting, Tier, When
from deepnet.store import (
    Store,
    claims,
    configuration,
    conversations,
    imports,
    invitations,
    people,
)
from deepnet.store import promises as owed
from deepnet.store.conversations import Conversation
from deepnet.store.invitations import Invitation

AREAS = ("Harbour", "Quay", "Oslo", None, None, None)


def journal(store: Store, chance: Random, number: int) -> None:
    """People with all that a pick can rest on, most of it for few of them."""
    with store.change("all"):
        configuration.change(store, "office", "Harbour")
        configuration.change(store, "near", "Harbour, Quay")
        for _ in range(number):
            _person(store, chance)
        everybody = [
            PersonRef(row[0], row[1])
            for row in store.rows("SELECT id, name FROM people")
        ]
        for person in everybody:
            _history(store, chance, person, everybody)


def ago(chance: Random, most: int) -> date:
    return TODAY - timedelta(days=chance.randrange(most))


def some(chance: Random, share: float) -> bool:
    return chance.random() < share


def _person(store: Store, chance: Random) -> None:
    born = chance.choice(("--11-25", "1980-02-29", "1990-06-01", None, None, None))
    name = chance.choice(("Ana", "Ben", "Cleo", "Zoë", "김민준"))
    person = people.add(store, name, today=TODAY)
    office, home = chance.choice(AREAS), chance.choice(AREAS)
    people.change(store, person, {"office": office, "home": home, "birthday": born})
    if some(chance, 0.5):
        imports.connect(store, person, "linkedin", ago(chance, 900))
    if some(chance, 0.3):
        claims.say(store, person, chance.choice(CLAIMS), TODAY)
    if some(chance, 0.1):
        day = chance.choice(("2026-11-25", "2026-11-26", "2027-03-01"))
        people.change(store, person, {"snoozed_until": day})
    if some(chance, 0.05):
        people.change(store, person, {"let_go_on": "2026-01-01"})


CLAIMS = (None, Tier.NAME, Tier.EVENT, Tier.ACQUAINTED, Tier.KNOWN)


def _history(
    store: Store, chance: Random, person: PersonRef, everybody: Sequence[PersonRef]
) -> None:
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 5))):
        _talk(store, chance, person, chance.choice(everybody))
    for _ in range(chance.choice((0, 0, 0, 1, 2, 4))):
        _invitation(store, chance, person)
    if some(chance, 0.2):
        owed.add(
            store,
            person.id,
            "send it",
            made_on=TODAY - timedelta(days=60),
            due=TODAY - timedelta(days=chance.randrange(-20, 50)),
            mine=some(chance, 0.7),
        )
    if some(chance, 0.2):
        day = ago(chance, 200)
        facet = chance.choice(list(Facet))
        conversations.add_fact(store, person.id, facet, "so", day=day)
    for back in range(1, chance.choice((1, 1, 1, 2, 3, 5))):
        week = monday(TODAY) - timedelta(weeks=back)
        store.run("INSERT INTO shown VALUES (?, ?)", week.isoformat(), person.id)


def _talk(store: Store, chance: Random, person: PersonRef, other: PersonRef) -> None:
    both = (person, other) if other != person and some(chance, 0.3) else (person,)
    events = [Setting.EVENT, Setting.MESSAGE] * 8
    conversations.add(
        store,
        Conversation(
            id=0,
            when=When(ago(chance, chance.choice((10, 40, 400, 2000)))),
            setting=chance.choice([None, *Setting, *events]),
            depth=chance.choice([None, *Depth]),
            minutes=chance.choice((None, 20, 90)),
            place=None,
            text="",
            others=None,
            they_asked=some(chance, 0.4),
            people=both,
        ),
    )


def _invitation(store: Store, chance: Random, person: PersonRef) -> None:
    day = ago(chance, chance.choice((30, 200, 1000)))
    answer = chance.choice((None, *Answer))
    invitations.add(
        store,
        Invitation(
            0,
            person,
            day,
            by_them=some(chance, 0.2),
            answer=answer,
            answered_on=day if answer and some(chance, 0.5) else None,
            planned_for=chance.choice((None, TODAY)),
        ),
    )
