"""A journal in which two entries have rows in every table."""

from __future__ import annotations

import json
from datetime import date, timedelta

from conftest import TODAY
from deepnet.journal import log, promises, resting
from deepnet.journal import people as persons
from deepnet.journal.whom import Choices
from deepnet.model import Answer, Depth, PersonRef, Setting
from deepnet.store import Store, imports, invitations
from deepnet.store.invitations import Invitation

ANA, ANNA, BEN = 1, 2, 3
CHOICES = Choices()


def said(store: Store, sentence: str, **flags: object) -> None:
    log.log(store, TODAY, sentence, log.Said(**flags), choices=CHOICES)  # type: ignore[arg-type]


def add(store: Store, name: str, **details: object) -> None:
    persons.add(store, TODAY, name, persons.Details(**details), new=True)  # type: ignore[arg-type]


def settle(store: Store) -> None:
    """Ana Ruiz and Anna Ruiz-Vale, with rows in every table, and Ben, their friend.

    A few things they have in common: an email, a fact, a circle, two conversations.
    """
    add(store, "Ana Ruiz", aliases=("Nana",), company="Acme", emails=("a@x.org",))
    add(
        store,
        "Anna Ruiz-Vale",
        aliases=("Annie",),
        company="Zeta",
        position="Buyer",
        birthday="3 may 1980",
        office="Harbour Quay",
        emails=("A@X.org", "anna@zeta.example"),
        phones=("+12025550171",),
    )
    add(store, "Ben Okafor")
    for sentence in (
        "2 sep: lunch with @1",
        "3 oct: dinner with @2 and Ben about the boat",
        "3 nov: conference with @1, @2 and Ben",
        "20 nov: walk with @1, @2 and Ben",
    ):
        said(store, sentence, depth=Depth.PERSONAL, minutes=90)
    said(store, "21 nov: coffee with @2", learned=("family: two sisters",))
    said(
        store,
        "22 nov: lunch with @1",
        learned=("family: two sisters",),
        promises=("send the map by friday",),
    )
    said(
        store,
        "23 nov: drinks with @2 and Ben",
        learned=("Anna/joys: choirs", "Ben/home: a houseboat"),
        promises=("Anna/call the school",),
        they_asked=True,
    )
    promises.done(store, TODAY, "@2", "school", on=None, choices=CHOICES)
    resting.snooze(store, TODAY, "@2", until=None, length="2 weeks", choices=CHOICES)
    with store.change("rest") as change:
        _rest(store)
        change.summary = "The rest"
    _notes(store)


def _rest(store: Store) -> None:
    for person, day in ((ANA, 5), (ANNA, 1)):
        imports.connect(store, person, "linkedin", date(2020, 3, day))
        imports.add_job(store, person, "Old Ltd", "Clerk", date(2019, 1, 1))
        imports.add_job(store, person, f"Nr {person}", None, date(2018, 1, 1))
        invitations.add(
            store,
            Invitation(
                id=0,
                person=PersonRef(person, ""),
                asked_on=TODAY - timedelta(days=person),
                setting=Setting.LUNCH,
                answer=Answer.YES,
                answered_on=TODAY,
            ),
        )
        imports.keep(
            store,
            "csv",
            f"key-{person}",
            person=person,
            fields=json.dumps({"name": f"Record {person}"}),
            raw='[["note", "as it came"]]',
            today=TODAY,
        )
        store.run(
            "INSERT INTO claims (person_id, tier, claimed_on) VALUES (?, 'known', ?)",
            person,
            f"2026-11-0{person}",
        )
        for tag in ("choir", f"only-{person}"):
            store.run("INSERT INTO tags (person_id, tag) VALUES (?, ?)", person, tag)
    store.run("INSERT INTO distinct_people (person_id, other_id) VALUES (2, 3)")


def _notes(store: Store) -> None:
    for week, person in (
        ("2026-11-16", ANA),
        ("2026-11-16", ANNA),
        ("2026-11-09", ANNA),
    ):
        store.run("INSERT INTO shown (week, person_id) VALUES (?, ?)", week, person)
    for person, text in ((ANA, "Which song?"), (ANNA, "Which song?"), (ANNA, "Whose?")):
        store.run(
            "INSERT INTO questions_shown (person_id, week, text) VALUES (?, ?, ?)",
            person,
            f"2026-11-0{person}",
            text,
        )


def tables(store: Store) -> list[str]:
    """Every table of ours in the file, with the text of the search index."""
    rows = store.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' "
        "AND name NOT LIKE '_sqlite_%'"
    )
    return [name for (name,) in rows]


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that is in the file but the record of changes."""
    books = ("changes", "change_rows")
    return {
        table: sorted((tuple(row) for row in store.rows(_ALL.format(table))), key=repr)
        for table in tables(store)
        if table not in books
    }


_ALL = "SELECT * FROM {}"


def references(store: Store) -> set[tuple[str, str]]:
    """Each table and column that refers to people, as the file itself says."""
    return {
        (table, row["from"])
        for table in tables(store)
        for row in store.rows(f"PRAGMA foreign_key_list({table})")
        if row["table"] == "people"
    }
