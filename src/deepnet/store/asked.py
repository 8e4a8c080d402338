"""Which questions were put forward for whom, and in which week.

Notes, no changes of the user's: they can't be undone, and where the file can't be
written everything goes on without them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from deepnet.store import Store

SEASON = timedelta(days=91)
"""For so long no question comes back to the same person.

Weeks are counted by their Monday: a text is free again when a whole season lies between
the last day of the week in which it was shown and the first of the present one.
"""


def lately(store: Store, week: date) -> Mapping[int, frozenset[str]]:
    """The texts of the season before the week that begins on ``week``, by person."""
    texts: dict[int, set[str]] = defaultdict(set)
    for person, text in store.rows(
        "SELECT person_id, text FROM questions_shown WHERE week >= ? AND week < ?",
        (week - SEASON).isoformat(),
        week.isoformat(),
    ):
        texts[person].add(text)
    return {person: frozenset(these) for person, these in texts.items()}


def lately_of(store: Store, person: int, week: date) -> frozenset[str]:
    """Those of one person."""
    rows = store.rows(
        "SELECT text FROM questions_shown WHERE person_id = ? "
        "AND week >= ? AND week < ?",
        person,
        (week - SEASON).isoformat(),
        week.isoformat(),
    )
    return frozenset(text for (text,) in rows)


def note(store: Store, week: date, asked: Iterable[tuple[int, str]]) -> None:
    """Remember which texts were put forward for whom, in the week of that Monday.

    One that comes back within the season, since no other was left, keeps its week: so
    what counts as used is the same all week long.
    """
    since = (week - SEASON).isoformat()
    new = [
        (person, text)
        for person, text in asked
        if not store.value(
            "SELECT 1 FROM questions_shown "
            "WHERE person_id = ? AND text = ? AND week >= ?",
            person,
            text,
            since,
        )
    ]
    if new:
        store.note(
            "INSERT OR REPLACE INTO questions_shown (person_id, week, text) "
            "SELECT json_extract(value, '$[0]'), ?, json_extract(value, '$[1]') "
            "FROM json_each(?)",
            week.isoformat(),
            json.dumps(new),
        )
