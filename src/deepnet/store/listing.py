"""People in a list, each with their standing, narrowed and sorted."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Tier

if TYPE_CHECKING:
    import sqlite3

    from deepnet.model import Facet
    from deepnet.store import Store


class Row(NamedTuple):
    """One person of a list."""

    id: int
    name: str
    aliases: tuple[str, ...]
    company: str | None
    position: str | None
    tags: tuple[str, ...]
    emails: tuple[str, ...]
    tier: Tier
    score: float
    conversations: int
    last: date | None


_ROWS = (
    "SELECT people.id, name, company, position, tier, score, conversations, last_day, "
    "(SELECT json_group_array(alias) FROM aliases WHERE person_id = people.id) "
    "AS aliases, (SELECT json_group_array(tag) FROM tags "
    "WHERE person_id = people.id) AS tags, "
    "(SELECT json_group_array(value) FROM identifiers "
    "WHERE person_id = people.id AND kind = 'email') AS emails "
    "FROM people JOIN standings ON standings.person_id = people.id "
)
_WANTED = (
    "WHERE let_go_on IS NULL "
    "AND (:tier IS NULL OR tier = :tier) "
    "AND (:claim IS NULL OR people.id IN "
    "(SELECT person_id FROM claims WHERE tier = :claim)) "
    "AND (:since IS NULL OR last_day >= :since) "
    "AND (:until IS NULL OR last_day <= :until) "
    "AND (:facet IS NULL OR people.id IN "
    "(SELECT person_id FROM facts WHERE facet = :facet)) "
    "AND (:tag IS NULL OR people.id IN "
    "(SELECT person_id FROM tags WHERE tag = :tag)) "
)
_ORDERS = {
    "name": "ORDER BY name COLLATE NOCASE, people.id",
    "score": "ORDER BY score DESC, name COLLATE NOCASE, people.id",
    "last": "ORDER BY last_day DESC NULLS LAST, name COLLATE NOCASE, people.id",
    "conversations": "ORDER BY conversations DESC, name COLLATE NOCASE, people.id",
    "added": "ORDER BY people.id DESC",
    "worth": "ORDER BY gain DESC, name COLLATE NOCASE, people.id",
}
ORDERS = tuple(_ORDERS)
"""By what a list can be sorted."""


def _row(row: sqlite3.Row) -> Row:
    return Row(
        id=row["id"],
        name=row["name"],
        aliases=_texts(row["aliases"]),
        company=row["company"],
        position=row["position"],
        tags=tuple(sorted(_texts(row["tags"]))),
        emails=_texts(row["emails"]),
        tier=Tier(row["tier"]),
        score=row["score"],
        conversations=row["conversations"],
        last=date.fromisoformat(row["last_day"]) if row["last_day"] else None,
    )


def _texts(array: str) -> tuple[str, ...]:
    return () if array == "[]" else tuple(json.loads(array))


def person(store: Store, number: int) -> Row:
    """One person as a line of a list."""
    row = store.row(_ROWS + "WHERE people.id = ?", number)
    if row is None:
        raise LookupError(number)
    return _row(row)


def people(
    store: Store,
    *,
    tier: Tier | None = None,
    claim: Tier | None = None,
    facet: Facet | None = None,
    tag: str | None = None,
    since: date | None = None,
    until: date | None = None,
    order: str = "name",
) -> tuple[Row, ...]:
    """Everybody who was not let go and fits, in one of the orders of ``ORDERS``."""
    wanted = {
        "tier": tier,
        "claim": claim,
        "facet": facet,
        "tag": tag,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }
    return tuple(map(_row, store.select(_ROWS + _WANTED + _ORDERS[order], wanted)))


def in_area(store: Store) -> dict[int, tuple[str | None, str | None]]:
    """Everybody's office and home, where one of the two is known."""
    rows = store.rows(
        "SELECT id, office, home FROM people WHERE office IS NOT NULL "
        "OR home IS NOT NULL"
    )
    return {row[0]: (row[1], row[2]) for row in rows}
