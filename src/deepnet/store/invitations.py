"""Invitations, and what became of them."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Answer, Asked, PersonRef, Setting
from deepnet.store.days import kept_day
from deepnet.store.these import THESE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from deepnet.store import Store


class Invitation(NamedTuple):
    """You asked, or they did (``by_them``), for what and when, and the answer."""

    id: int
    person: PersonRef
    asked_on: date
    by_them: bool = False
    setting: Setting | None = None
    planned_for: date | None = None
    answer: Answer | None = None
    answered_on: date | None = None


_ROWS = (
    "SELECT invitations.id, person_id, people.name, asked_on, by_them, setting, "
    "planned_for, answer, answered_on FROM invitations "
    "JOIN people ON people.id = person_id "
)
_ASKED = (
    "SELECT person_id, asked_on, by_them, answer, answered_on, planned_for "
    "FROM invitations "
)
_IN_PEACE = "let_go_on IS NULL AND coalesce(snoozed_until, '') <= ? "


def _invitation(row: sqlite3.Row) -> Invitation:
    return Invitation(
        id=row["id"],
        person=PersonRef(row["person_id"], row["name"]),
        asked_on=date.fromisoformat(row["asked_on"]),
        by_them=bool(row["by_them"]),
        setting=Setting(row["setting"]) if row["setting"] else None,
        planned_for=kept_day(row["planned_for"]),
        answer=Answer(row["answer"]) if row["answer"] else None,
        answered_on=kept_day(row["answered_on"]),
    )


def _as_asked(row: sqlite3.Row) -> Asked:
    return Asked(
        day=date.fromisoformat(row["asked_on"]),
        by_them=bool(row["by_them"]),
        answer=Answer(row["answer"]) if row["answer"] else None,
        answered_on=kept_day(row["answered_on"]),
        planned_for=kept_day(row["planned_for"]),
    )


def add(store: Store, said: Invitation) -> int:
    """Write an invitation down (its ``id`` is not looked at); the new id."""
    return store.insert(
        "INSERT INTO invitations (person_id, asked_on, by_them, setting, planned_for, "
        "answer, answered_on) VALUES (?, ?, ?, ?, ?, ?, ?)",
        said.person.id,
        *_values(said),
    )


def change(store: Store, now: Invitation) -> None:
    """Make the stored invitation say what ``now`` says."""
    store.run(
        "UPDATE invitations SET asked_on = ?, by_them = ?, setting = ?, "
        "planned_for = ?, answer = ?, answered_on = ? WHERE id = ?",
        *_values(now),
        now.id,
    )


def _values(said: Invitation) -> tuple[object, ...]:
    return (
        said.asked_on.isoformat(),
        int(said.by_them),
        said.setting,
        said.planned_for.isoformat() if said.planned_for else None,
        said.answer,
        said.answered_on.isoformat() if said.answered_on else None,
    )


def invitation(store: Store, number: int) -> Invitation:
    """The invitation with that id."""
    row = store.row(_ROWS + "WHERE invitations.id = ?", number)
    if row is None:
        raise LookupError(number)
    return _invitation(row)


def with_person(store: Store, person: int) -> tuple[Invitation, ...]:
    """All invitations to and from somebody, latest first."""
    rows = store.rows(
        _ROWS + "WHERE person_id = ? ORDER BY asked_on DESC, invitations.id DESC",
        person,
    )
    return tuple(map(_invitation, rows))


def waiting(
    store: Store, today: date, first: date, last: date
) -> tuple[Invitation, ...]:
    """The user's invitations of these days that have no answer, oldest first.

    Both days are included. Without those of people who were let go or are snoozed
    today, and those after which there was a conversation.
    """
    rows = store.rows(
        _ROWS + "LEFT JOIN standings USING (person_id) "
        "WHERE answer IS NULL AND NOT by_them AND asked_on BETWEEN ? AND ? "
        "AND coalesce(last_day, '') < asked_on "
        f"AND {_IN_PEACE} ORDER BY asked_on, invitations.id",
        first.isoformat(),
        last.isoformat(),
        today.isoformat(),
    )
    return tuple(map(_invitation, rows))


def planned(store: Store, today: date) -> tuple[Invitation, ...]:
    """What was agreed on for today, without people who were let go or are snoozed."""
    rows = store.rows(
        _ROWS + f"WHERE planned_for = ? AND answer = 'yes' AND {_IN_PEACE} "
        "ORDER BY invitations.id",
        today.isoformat(),
        today.isoformat(),
    )
    return tuple(map(_invitation, rows))


def of_people(store: Store, people: Collection[int]) -> dict[int, list[Asked]]:
    """All invitations of some people as the picks see them, oldest first."""
    found: dict[int, list[Asked]] = defaultdict(list)
    for row in store.rows(
        _ASKED + f"WHERE person_id IN {THESE} ORDER BY asked_on, id",
        json.dumps(list(people)),
    ):
        found[row["person_id"]].append(_as_asked(row))
    return found
