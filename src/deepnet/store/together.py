"""Time outside events with each person, already counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.model import Depth, PersonRef, Setting
from deepnet.together import Talks

if TYPE_CHECKING:
    from datetime import date

    from deepnet.store import Store


def talks(
    store: Store, first: date, last: date
) -> tuple[dict[int, PersonRef], tuple[Talks, ...]]:
    """Who was met outside events from ``first`` to ``last``, and their conversations.

    Messages are no time together. Without people who were let go by the day ``last``,
    and without conversations of which only the year is known.
    """
    rows = store.rows(
        "SELECT people.id, people.name, setting, depth, count(*) AS times, "
        "coalesce(sum(minutes), 0) AS said, count(*) - count(minutes) AS unsaid "
        "FROM conversations JOIN participants ON conversation_id = conversations.id "
        "JOIN people ON people.id = person_id "
        "WHERE day BETWEEN ? AND ? AND precision <> 'year' "
        "AND coalesce(setting, '') NOT IN ('event', 'message') "
        "AND coalesce(let_go_on, '9999') > ? "
        "GROUP BY people.id, setting, depth ORDER BY people.id",
        first.isoformat(),
        last.isoformat(),
        last.isoformat(),
    )
    met = {row["id"]: PersonRef(row["id"], row["name"]) for row in rows}
    counted = tuple(
        Talks(
            person=row["id"],
            setting=Setting(row["setting"]) if row["setting"] else None,
            depth=None if row["depth"] is None else Depth(row["depth"]),
            times=row["times"],
            minutes=row["said"],
            unsaid=row["unsaid"],
        )
        for row in rows
    )
    return met, counted
