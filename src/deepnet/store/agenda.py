"""What the picks need to know of people, read in a handful of queries."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from deepnet.candidates import Due
from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, Tier
from deepnet.store.days import kept_day
from deepnet.store.these import THESE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

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
    began_on: date | None
    last_conversation: int | None
    last_day: date | None
    last_setting: Setting | None
    last_precision: Precision | None

    @property
    def known(self) -> frozenset[Facet]:
        """The sides of them of which something is known."""
        return frozenset(map(Facet, json.loads(self.facets)))


def count(store: Store) -> int:
    """How many people there are who were not let go."""
    return int(store.value("SELECT count(*) FROM people WHERE let_go_on IS NULL"))


def rows(store: Store, people: Collection[int]) -> list[Row]:
    """Those of some people who were not let go."""
    found = store.rows(
        "SELECT people.id, name, company, birthday, office, home, snoozed_until, tier, "
        "score, gain, standings.conversations, events, deepest, facets, began_on, "
        "last_conversation, last_day, setting, precision FROM people "
        "JOIN standings ON standings.person_id = people.id "
        "LEFT JOIN conversations ON conversations.id = last_conversation "
        f"WHERE people.id IN {THESE} AND let_go_on IS NULL ORDER BY people.id",
        json.dumps(list(people)),
    )
    return [_row(row) for row in found]


def _row(row: sqlite3.Row) -> Row:
    values = list(row)
    values[6] = kept_day(row["snoozed_until"])
    values[7] = Tier(row["tier"])
    values[12] = None if row["deepest"] is None else Depth(row["deepest"])
    values[14] = kept_day(row["began_on"])
    values[16] = kept_day(row["last_day"])
    values[17] = Setting(row["setting"]) if row["setting"] else None
    values[18] = Precision(row["precision"]) if row["precision"] else None
    return Row(*values)


def connected(store: Store, people: Collection[int]) -> dict[int, date]:
    """Since when a network says that you are connected with some people."""
    found = store.rows(
        "SELECT person_id, min(connected_on) FROM ties "
        f"WHERE person_id IN {THESE} GROUP BY person_id",
        json.dumps(list(people)),
    )
    return {row[0]: date.fromisoformat(row[1]) for row in found}


def promised(store: Store, people: Collection[int]) -> dict[int, list[Due]]:
    """Open promises with a day, both ways, of some people, earliest day first."""
    due: dict[int, list[Due]] = defaultdict(list)
    for person, text, day, mine in store.rows(
        "SELECT person_id, text, due, mine FROM promises WHERE kept_on IS NULL "
        f"AND due IS NOT NULL AND person_id IN {THESE} ORDER BY due, id",
        json.dumps(list(people)),
    ):
        due[person].append(Due(text, date.fromisoformat(day), bool(mine)))
    return due


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
        f"WHERE substr(birthday, -5) IN {THESE} "
        "AND conversations > 0 AND let_go_on IS NULL "
        "AND coalesce(snoozed_until, '') <= ?",
        json.dumps(sorted(ends)),
        today.isoformat(),
    )
    return [(PersonRef(row[0], row[1]), row[2]) for row in rows]


def shown(store: Store, before: str, people: Collection[int]) -> dict[int, list[str]]:
    """The ISO weeks before that one in which each of some people was proposed."""
    weeks: dict[int, list[str]] = defaultdict(list)
    for row in store.rows(
        f"SELECT person_id, week FROM shown WHERE person_id IN {THESE} "
        "AND week < ? ORDER BY week",
        json.dumps(list(people)),
        before,
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
