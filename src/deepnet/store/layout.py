"""Whether the file is laid out as deepnet does it, and laying it out so again.

Another program that changes a table may drop its triggers with it: then a change is not
on the record, and undo knows nothing of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from deepnet import schema
from deepnet.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part(NamedTuple):
    """A table, index, trigger or view: its ``kind``, and the ``table`` it is for."""

    kind: str
    name: str
    table: str
    sql: str


def amiss(store: Store) -> Iterator[Part]:
    """Parts that the file lacks or has otherwise, as they should be.

    What else is in it is not looked at: a view of the user's own may stay.
    """
    there = set(_parts(store))
    yield from (part for part in _due(schema.NAMES) if part not in there)


@cache
def _due(migrations: tuple[str, ...]) -> tuple[Part, ...]:
    """What a new journal is made of, after these migrations."""
    del migrations
    with Store.open(None, at="") as fresh:
        return tuple(_parts(fresh))


def _parts(store: Store) -> list[Part]:
    rows = store.rows(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
        "AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    return [Part(*row) for row in rows]


def lay_out_again(store: Store) -> None:
    """Make the indexes, triggers and views that are amiss; a table stays as it is."""
    with store.all_or_nothing():
        tables = {part.name for part in _parts(store) if part.kind == "table"}
        for part in list(amiss(store)):
            if part.kind == "view" or (part.kind != "table" and part.table in tables):
                store.run(f"DROP {part.kind} IF EXISTS {part.name}")
                store.run(part.sql)
