"""The journal table by table: read whole, and written whole into an empty one."""

from __future__ import annotations

import re
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from deepnet import schema
from deepnet.errors import FileTrouble
from deepnet.errors.archive import JournalNotEmpty, LostRow
from deepnet.store import standings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deepnet.store import Store

CHANGES, IMAGES = HISTORY = ("changes", "change_rows")
"""What each command wrote, and the images of its rows before and after."""

DERIVED = ("standings", "crossings", "stale", "name_keys", "search")
"""Tables that are worked out from the others, and never exported."""

TABLES = (*schema.LOGGED, *schema.NOTED, *HISTORY)


def columns(store: Store, table: str) -> dict[str, str]:
    """The columns of a table, in order, each with its type."""
    found = store.rows("SELECT name, type FROM pragma_table_info(?)", table)
    return {row["name"]: row["type"] for row in found}


def rows(store: Store, table: str) -> Iterator[dict[str, Any]]:
    """Every row of a table, in the order of its key."""
    names = tuple(columns(store, table))
    key = store.rows(
        "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table
    )
    order = ", ".join(name for (name,) in key)
    for row in store.stream(f"SELECT * FROM {table} ORDER BY {order}"):
        yield dict(zip(names, row, strict=True))


def count(store: Store, table: str) -> int:
    """How many rows a table has."""
    return int(store.value(f"SELECT count(*) FROM {table}"))


def highest(store: Store, tables: Iterable[str]) -> dict[str, int]:
    """The highest id that each of these tables ever gave, in their order."""
    found = store.rows("SELECT name, seq FROM sqlite_sequence")
    given = {row["name"]: row["seq"] for row in found}
    return {table: given[table] for table in tables if table in given}


@contextmanager
def loading(store: Store) -> Iterator[Loading]:
    """Fill an empty journal in the block, whole or not at all.

    The rows are no change of the user's: no history is kept of them. What follows from
    them is worked out as always.

    Raises:
        Conflict: the journal is not empty.
        FileTrouble: a row points to one that is not there.
    """
    with store.all_or_nothing():
        if any(store.row(f"SELECT 1 FROM {table} LIMIT 1") for table in TABLES):
            raise JournalNotEmpty
        store.run("PRAGMA defer_foreign_keys = ON")
        for table in TABLES:
            # Ids that were given once, and of which nothing is left.
            store.run("DELETE FROM sqlite_sequence WHERE name = ?", table)
        keepers = store.rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' "
            "AND sql LIKE '%INSERT INTO change_rows%' ORDER BY rowid"
        )
        for name, _ in keepers:
            store.run(f"DROP TRIGGER {name}")
        yield Loading(store)
        for _, statement in keepers:
            store.run(statement)
        _check_references(store)
        standings.refresh(store)


def _check_references(store: Store) -> None:
    for table in TABLES:
        lost = store.row(f"PRAGMA foreign_key_check ({table})")
        if lost:
            raise LostRow(lost["table"], lost["rowid"], lost["parent"])


class Loading:
    """A journal that is being filled, row by row."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, table: str, row: Mapping[str, Any]) -> str | None:
        """Write a row; why it can't be taken, or None if it was.

        Its columns are the table's: the caller has looked.
        """
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        try:
            self._store.run(
                f"INSERT INTO {table} ({names}) VALUES ({marks})", *row.values()
            )
        except FileTrouble as trouble:
            if isinstance(trouble.__cause__, sqlite3.IntegrityError):
                return _reason(trouble.__cause__)
            raise
        return None

    def set_highest(self, table: str, number: int) -> bool:
        """No id up to this one is given; False where a table gives none at all."""
        if table not in (*schema.LOGGED, CHANGES):
            return False
        self._store.run(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, number
        )
        return True


def _reason(error: sqlite3.IntegrityError) -> str:
    """What a constraint has against a row, in words."""
    code = error.sqlite_errorname
    said = str(error).partition(": ")[2]
    named = ", ".join(re.findall(r"\b\w+\.(\w+)", said))
    if code == "SQLITE_CONSTRAINT_NOTNULL":
        return f"{named} is missing"
    if code in ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"):
        return f"another row has the same {named}"
    return "it has a value that can't be"
