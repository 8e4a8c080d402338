"""What is needed of everybody to find who is in the journal twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deepnet.duplicates import Entry

if TYPE_CHECKING:
    from deepnet.store import Store


def entries(store: Store) -> list[Entry]:
    """Everybody, also those who were let go, by id."""
    rows = store.rows(
        "SELECT people.id, name, company, birthday, standings.conversations, "
        "(SELECT json_group_array(alias) FROM aliases WHERE person_id = people.id), "
        "(SELECT json_group_array(json_array(kind, key, value)) FROM identifiers "
        "WHERE person_id = people.id) FROM people "
        "LEFT JOIN standings ON standings.person_id = people.id ORDER BY people.id"
    )
    return [
        Entry(
            id=row[0],
            name=row[1],
            company=row[2],
            birthday=row[3],
            conversations=row[4] or 0,
            aliases=tuple(json.loads(row[5])),
            addresses=tuple((kind, key, value) for kind, key, value in _list(row[6])),
        )
        for row in rows
    ]


def _list(array: str) -> list[list[str]]:
    values: list[list[str]] = json.loads(array)
    return values


def apart(store: Store) -> set[tuple[int, int]]:
    """Pairs that are remembered as two people, the lower id first."""
    rows = store.rows("SELECT person_id, other_id FROM distinct_people")
    return {(row[0], row[1]) for row in rows}
