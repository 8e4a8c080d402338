"""Promises: what you owe people, and what they owe you."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import PersonRef
from deepnet.store.days import kept_day
from deepnet.store.these import THESE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from deepnet.store import Store


class Promise(NamedTuple):
    """Something owed: by you where ``mine``, else by them."""

    id: int
    person: PersonRef
    text: str
    mine: bool
    due: date | None
    made_on: date
    kept_on: date | None
    conversation: int | None


_PROMISES = (
    "SELECT promises.id, person_id, people.name, text, mine, due, made_on, kept_on, "
    "conversation_id FROM promises JOIN people ON people.id = person_id "
)


def _promise(row: sqlite3.Row) -> Promise:
    return Promise(
        id=row[0],
        person=PersonRef(row[1], row[2]),
        text=row[3],
        mine=bool(row[4]),
        due=kept_day(row[5]),
        made_on=date.fromisoformat(row[6]),
        kept_on=kept_day(row[7]),
        conversation=row[8],
    )


def add(
    store: Store,
    person: int,
    text: str,
    *,
    made_on: date,
    due: date | None = None,
    mine: bool = True,
    conversation: int | None = None,
) -> int:
    """Write down something owed; its id."""
    return store.insert(
        "INSERT INTO promises (person_id, text, mine, due, made_on, conversation_id) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        person,
        text,
        int(mine),
        due.isoformat() if due else None,
        made_on.isoformat(),
        conversation,
    )


def keep(store: Store, number: int, on: date) -> None:
    """Note that a promise was kept."""
    store.run("UPDATE promises SET kept_on = ? WHERE id = ?", on.isoformat(), number)


def from_conversations(
    store: Store, numbers: Sequence[int]
) -> dict[int, list[Promise]]:
    """What was promised in these conversations, by conversation."""
    rows = store.rows(
        _PROMISES + f"WHERE conversation_id IN {THESE} ORDER BY promises.id",
        json.dumps(numbers),
    )
    found: dict[int, list[Promise]] = defaultdict(list)
    for row in rows:
        found[row["conversation_id"]].append(_promise(row))
    return found


def with_person(store: Store, person: int) -> tuple[Promise, ...]:
    """All promises to and from somebody, oldest first."""
    rows = store.rows(_PROMISES + "WHERE person_id = ? ORDER BY promises.id", person)
    return tuple(_promise(row) for row in rows)


def still_open(store: Store) -> tuple[Promise, ...]:
    """Every promise not yet kept, by its day; those without a day come last."""
    rows = store.rows(
        _PROMISES + "WHERE kept_on IS NULL ORDER BY due IS NULL, due, promises.id"
    )
    return tuple(_promise(row) for row in rows)


def due(store: Store, today: date) -> tuple[Promise, ...]:
    """Open promises of a day that has come, latest day first.

    Without those of people who were let go or are snoozed.
    """
    rows = store.rows(
        _PROMISES + "WHERE kept_on IS NULL AND due <= ? AND let_go_on IS NULL "
        "AND coalesce(snoozed_until, '') <= ? ORDER BY due DESC, promises.id",
        today.isoformat(),
        today.isoformat(),
    )
    return tuple(_promise(row) for row in rows)


def kept_between(store: Store, first: date, last: date) -> tuple[Promise, ...]:
    """Promises kept from the day ``first`` to the day ``last``, both included."""
    rows = store.rows(
        _PROMISES + "WHERE kept_on BETWEEN ? AND ? ORDER BY kept_on, promises.id",
        first.isoformat(),
        last.isoformat(),
    )
    return tuple(_promise(row) for row in rows)
