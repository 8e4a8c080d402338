"""What the picks need to know of everybody, read in a handful of queries."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, Tier
from deepnet.store.days import kept_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from deepnet.store import Store


class Row(NamedTuple):
    """Somebody who was not let go, with their standing and their last conversation."""

    id: int
    name: str
    company: str | None
    birthday: str | None
    office: str | None
    home: str | None
    snoozed_until: date | None
    tier: Tier
    score: float
    gain: float
    conversations: int
    events: int
    deepest: Depth | None
    facets: str
    last_conversation: int | None
    last_day: date | None
    last_setting: Setting | None
    last_precision: Precision | None

    @property
    def known(self) -> frozenset[Facet]:
        """The sides of them of which something is known."""
        return frozenset(map(Facet, json.loads(self.facets)))


def rows(store: Store) -> list[Row]:
    """Everybody who was not let go."""
    found = store.rows(
        "SELECT people.id, name, company, birthday, office, home, snoozed_until, tier, "
        "score, gain, standings.conversations, events, deepest, facets, "
        "last_conversation, last_day, setting, precision FROM people "
        "JOIN standings ON standings.person_id = people.id "
        "LEFT JOIN conversations ON conversations.id = last_conversation "
        "WHERE let_go_on IS NULL ORDER BY people.id"
    )
    return [_row(row) for row in found]


def _row(row: sqlite3.Row) -> Row:
    values = list(row)
    values[6] = kept_day(row["snoozed_until"])
    values[7] = Tier(row["tier"])
    values[12] = None if row["deepest"] is None else Depth(row["deepest"])
    values[15] = kept_day(row["last_day"])
    values[16] = Setting(row["setting"]) if row["setting"] else None
    values[17] = Precision(row["precision"]) if row["precision"] else None
    return Row(*values)


def began(store: Store) -> dict[int, date]:
    """The latest conversation with each person that was their idea."""
    found = store.rows(
        "SELECT person_id, max(day) FROM conversations JOIN participants "
        "ON conversation_id = conversations.id WHERE they_asked GROUP BY person_id"
    )
    return {row[0]: date.fromisoformat(row[1]) for row in found}


def connected(store: Store) -> dict[int, date]:
    """Since when a network says that you are connected, by person."""
    found = store.rows(
        "SELECT person_id, min(connected_on) FROM ties GROUP BY person_id"
    )
    return {row[0]: date.fromisoformat(row[1]) for row in found}


def born(
    store: Store, today: date, days: Iterable[date]
) -> list[tuple[PersonRef, str]]:
    """Whose birthday may be on one of these days: who, and what is written of it.

    Of people already met who were neither let go nor snoozed. In a common year,
    28 February finds the 29th, too.
    """
    ends = {f"{day:%m-%d}" for day in days}
    if "02-28" in ends:
        ends.add("02-29")
    rows = store.rows(
        "SELECT people.id, name, birthday FROM people "
        "JOIN standings ON standings.person_id = people.id "
        "WHERE substr(birthday, -5) IN (SELECT value FROM json_each(?)) "
        "AND conversations > 0 AND let_go_on IS NULL "
        "AND coalesce(snoozed_until, '') <= ?",
        json.dumps(sorted(ends)),
        today.isoformat(),
    )
    return [(PersonRef(row[0], row[1]), row[2]) for row in rows]


def shown(store: Store, before: str) -> dict[int, list[str]]:
    """The ISO weeks before that one in which each person was proposed."""
    weeks: dict[int, list[str]] = defaultdict(list)
    for row in store.rows(
        "SELECT person_id, week FROM shown WHERE week < ? ORDER BY week", before
    ):
        weeks[row["person_id"]].append(row["week"])
    return weeks


def note_shown(store: Store, week: str, people: Iterable[int]) -> None:
    """Remember who was proposed in a week.

    This is no change of the user's: it can't be undone, and where the file can't be
    written the morning goes on without it.
    """
    missing = [
        person
        for person in people
        if not store.value(
            "SELECT 1 FROM shown WHERE person_id = ? AND week = ?", person, week
        )
    ]
    if missing:
        store.note(
            "INSERT OR IGNORE INTO shown (week, person_id) "
            "SELECT ?, value FROM json_each(?)",
            week,
            json.dumps(missing),
        )


def week_of(day: date) -> str:
    """The Monday of the ISO week of a day, as it is kept."""
    return (day - timedelta(days=day.weekday())).isoformat()
