"""Circles: which tags people have, and whom a tag means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deepnet.store import people
from deepnet.store.these import THESE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deepnet.model import Named
    from deepnet.store import Store


def tags(store: Store, person: int) -> tuple[str, ...]:
    """The circles that somebody is in, by name."""
    rows = store.rows("SELECT tag FROM tags WHERE person_id = ? ORDER BY tag", person)
    return tuple(tag for (tag,) in rows)


def known(store: Store) -> tuple[str, ...]:
    """Every tag that somebody has, by name."""
    return tuple(
        tag for (tag,) in store.rows("SELECT DISTINCT tag FROM tags ORDER BY 1")
    )


def exists(store: Store, tag: str) -> bool:
    """Whether anybody has that tag."""
    return bool(store.value("SELECT 1 FROM tags WHERE tag = ? LIMIT 1", tag))


def members(store: Store, wanted: Sequence[str]) -> dict[str, tuple[Named, ...]]:
    """For each of these tags all who have it and were not let go, by name."""
    rows = store.rows(
        "SELECT tag, person_id FROM tags JOIN people ON people.id = person_id "
        f"WHERE let_go_on IS NULL AND tag IN {THESE} "
        "ORDER BY tag, name COLLATE NOCASE, person_id",
        json.dumps(wanted),
    )
    found: dict[str, list[int]] = {}
    for tag, person in rows:
        found.setdefault(tag, []).append(person)
    return {
        tag: tuple(people.by_numbers(store, numbers)) for tag, numbers in found.items()
    }


def add(store: Store, person: int, tag: str) -> None:
    """Put somebody in a circle; twice is once."""
    store.run("INSERT OR IGNORE INTO tags (person_id, tag) VALUES (?, ?)", person, tag)


def drop(store: Store, person: int, tag: str) -> None:
    """Take somebody out of a circle."""
    store.run("DELETE FROM tags WHERE person_id = ? AND tag = ?", person, tag)
