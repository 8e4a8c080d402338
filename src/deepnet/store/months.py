"""What the journal holds of a month, or of a year of them, already counted.

A conversation of which only the year is known belongs to no month, though it is kept
under the first day of its year.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Depth, PersonRef, Setting, Tier
from deepnet.reporting import Spent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deepnet.store import Store

_WHENS = " ".join(f"WHEN '{tier}' THEN {tier.rank}" for tier in Tier)
_RANK = f"max(CASE crossings.tier {_WHENS} END)"
_TIERS = tuple(Tier)


class MonthTotal(NamedTuple):
    """Conversations of a month in one setting.

    ``month`` is as in "2026-11"; ``minutes`` adds up those that were said, ``unsaid``
    counts the conversations of which no length was said.
    """

    month: str
    setting: Setting | None
    conversations: int
    minutes: int
    unsaid: int


def spent(store: Store, first: date, last: date) -> tuple[Spent, ...]:
    """Each conversation from ``first`` to ``last``, both included.

    Its tier is the highest that any of the people who were there had reached by the
    day ``last``.
    """
    rows = store.rows(
        f"SELECT setting, depth, minutes, (SELECT {_RANK} FROM participants "
        "JOIN crossings USING (person_id) "
        "WHERE participants.conversation_id = conversations.id "
        "AND crossings.day <= ?) AS tier, EXISTS (SELECT 1 FROM participants "
        "WHERE conversation_id = conversations.id) AS named "
        "FROM conversations WHERE day BETWEEN ? AND ? AND precision <> 'year' "
        "ORDER BY day, id",
        last.isoformat(),
        first.isoformat(),
        last.isoformat(),
    )
    return tuple(
        Spent(
            setting=Setting(row["setting"]) if row["setting"] else None,
            depth=None if row["depth"] is None else Depth(row["depth"]),
            minutes=row["minutes"],
            tier=_TIERS[row["tier"] or 0] if row["named"] else None,
        )
        for row in rows
    )


def totals(store: Store, first: date, last: date) -> tuple[MonthTotal, ...]:
    """Conversations from ``first`` to ``last``, counted by month and setting."""
    rows = store.rows(
        "SELECT substr(day, 1, 7) AS month, setting, count(*), "
        "coalesce(sum(minutes), 0), count(*) - count(minutes) FROM conversations "
        "WHERE day BETWEEN ? AND ? AND precision <> 'year' GROUP BY 1, 2 ORDER BY 1, 2",
        first.isoformat(),
        last.isoformat(),
    )
    return tuple(
        MonthTotal(row[0], Setting(row[1]) if row[1] else None, *row[2:])
        for row in rows
    )


def shared(
    store: Store, setting: Setting, first: date, last: date
) -> tuple[tuple[PersonRef, int], ...]:
    """Who was there in one setting, and how often, most first."""
    rows = store.rows(
        "SELECT people.id, people.name, count(*) AS times FROM conversations "
        "JOIN participants ON conversation_id = conversations.id "
        "JOIN people ON people.id = person_id WHERE setting = ? "
        "AND day BETWEEN ? AND ? AND precision <> 'year' "
        "GROUP BY people.id ORDER BY times DESC, max(day) DESC, people.id",
        setting,
        first.isoformat(),
        last.isoformat(),
    )
    return tuple((PersonRef(row[0], row[1]), row[2]) for row in rows)


def number(store: Store, setting: Setting, first: date, last: date) -> int:
    """How many conversations there were in a setting, each counted once."""
    found = store.value(
        "SELECT count(*) FROM conversations WHERE setting = ? "
        "AND day BETWEEN ? AND ? AND precision <> 'year'",
        setting,
        first.isoformat(),
        last.isoformat(),
    )
    return int(found)


def first_day(store: Store, first: date, last: date) -> date | None:
    """The day of the first conversation from ``first`` to ``last``."""
    day = store.value(
        "SELECT min(day) FROM conversations WHERE day BETWEEN ? AND ? "
        "AND precision <> 'year'",
        first.isoformat(),
        last.isoformat(),
    )
    return date.fromisoformat(day) if day else None


def tiers_before(store: Store, people: Iterable[int], day: date) -> dict[int, Tier]:
    """The tier that each of these people had on the eve of ``day``."""
    found = {
        person: store.value(
            f"SELECT {_RANK} FROM crossings WHERE person_id = ? AND day < ?",
            person,
            day.isoformat(),
        )
        for person in people
    }
    return {person: _TIERS[rank or 0] for person, rank in found.items()}


def known_by_year(store: Store, first: date, last: date) -> frozenset[int]:
    """Conversations kept in this time of which only the year is known."""
    rows = store.rows(
        "SELECT id FROM conversations WHERE day BETWEEN ? AND ? AND precision = 'year'",
        first.isoformat(),
        last.isoformat(),
    )
    return frozenset(row[0] for row in rows)


def let_go(store: Store, first: date, last: date) -> tuple[PersonRef, ...]:
    """Who was let go from ``first`` to ``last``, and did not come back since."""
    rows = store.rows(
        "SELECT id, name FROM people WHERE let_go_on BETWEEN ? AND ? "
        "ORDER BY let_go_on, id",
        first.isoformat(),
        last.isoformat(),
    )
    return tuple(PersonRef(*row) for row in rows)
