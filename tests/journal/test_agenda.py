"""The morning's list looks at a few people, and picks whom it would pick from all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from random import Random

import pytest

from deepnet.candidates import Candidate, monday
from deepnet.journal import agenda, asking
from deepnet.journal.gathering import Gathering
from deepnet.model import Answer, Depth, Facet, PersonRef, Setting, Tier, When
from deepnet.outing import ANY, Outing
from deepnet.picking import MOST, Choice, Lane, pick
from deepnet.store import (
    Store,
    asked,
    claims,
    configuration,
    conversations,
    imports,
    invitations,
    people,
)
from deepnet.store.ceilings import Ceilings
from deepnet.store.conversations import Conversation
from deepnet.store.invitations import Invitation

TODAY = date(2026, 11, 25)
DAYS = (TODAY, date(2026, 11, 30), date(2027, 2, 28), date(2025, 6, 1))
AREAS = ("Harbour", "Quay", "Oslo", None, None, None)
OUTINGS = (ANY, Outing("Oslo"), Outing(None, Setting.LUNCH), Outing("Quay"))


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
        conversations.add_promise(
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


def everybody(store: Store) -> list[int]:
    return [row[0] for row in store.rows("SELECT id FROM people")]


@pytest.mark.parametrize("number", [3, 12, 60, 200])
@pytest.mark.parametrize("seed", range(5))
def test_whoever_is_picked_from_a_few_is_picked_from_all(
    store: Store, seed: int, number: int
) -> None:
    journal(store, Random(f"{seed} {number}"), number)
    for today in DAYS:
        for outing in OUTINGS:
            gathering = Gathering(store, today, near=outing.near)
            plain = pick(
                gathering.candidates(everybody(store)),
                today,
                questions=asking.questions(store),
                asked=asked.lately(store, monday(today)),
                outing=outing,
            )
            seen = agenda.who_next(store, today, outing)
            assert [
                (one.person, one.kind, one.why, one.slot) for one in seen.picks
            ] == [(one.person, one.kind, one.why, one.slot) for one in plain]


@pytest.mark.parametrize("seed", range(8))
def test_nobody_is_above_the_ceiling_of_a_lane_that_they_are_in(
    store: Store, seed: int
) -> None:
    journal(store, Random(seed), 100)
    for today in DAYS:
        gathering = Gathering(store, today)
        ceilings = Ceilings(
            store,
            today,
            office_near=gathering.office_near,
            home_near=gathering.home_near,
        )
        congratulated = {each.id for each, _ in _born(store, today)}
        for lane in Lane:
            ranked = list(ceilings.highest_first(lane))
            at_most = {one.person: one.at_most for one in ranked}
            assert [one.at_most for one in ranked] == sorted(
                at_most.values(), reverse=True
            )
            for candidate in gathering.candidates(everybody(store)):
                alone = Choice(today, most=1)
                alone.look_at([candidate])
                rank = alone.least(lane)
                if rank is not None and candidate.person.id not in congratulated:
                    met = (lane is Lane.NAMES) == (candidate.conversations > 0)
                    if lane in (Lane.MET, Lane.NAMES) and met:
                        continue
                    assert rank <= at_most[candidate.person.id]


def _born(store: Store, today: date) -> list[tuple[PersonRef, str]]:
    from deepnet.store import agenda as kept  # noqa: PLC0415 - beside the use case

    return kept.born(store, today, [today])


def test_of_a_large_journal_only_a_few_are_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of five hundred, fewer than a fifth: what is plain of the rest is enough."""
    journal(store, Random(1), 500)
    looked: set[int] = set()
    whole = Gathering.candidates

    def counted(self: Gathering, few: Collection[int]) -> list[Candidate]:
        looked.update(few)
        return whole(self, few)

    monkeypatch.setattr(Gathering, "candidates", counted)
    assert len(agenda.picks(store, TODAY)) == MOST
    assert len(looked) < 100


def test_names_all_alike_are_told_apart_by_the_week_alone(store: Store) -> None:
    """An import of a thousand, of whom nothing is known but how they are called."""
    with store.change("import"):
        for number in range(1000):
            people.add(store, f"Ana {number}", today=TODAY)
    plain = pick(
        Gathering(store, TODAY).candidates(everybody(store)),
        TODAY,
        questions=asking.questions(store),
    )
    seen = agenda.picks(store, TODAY)
    assert [one.person for one in seen] == [one.person for one in plain]
    assert len(seen) == 3
