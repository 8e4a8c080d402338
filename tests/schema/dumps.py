"""Journals as each release laid them out, as SQL: ``python tests/schema/dumps.py``.

It writes a dump for each migration that has none yet, with a little data in it. One
that is there is never written again: it is what users have on their disks.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from deepnet import schema
from deepnet.journal import (
    changing,
    configuring,
    inviting,
    learning,
    log,
    people,
    resting,
)
from deepnet.journal.whom import Choices
from deepnet.store import Store

HERE = Path(__file__).resolve().parent
TODAY = date(2026, 11, 25)
AT = "2026-11-25T12:00:00Z"


class Everybody(Choices):
    """Whoever is new is added."""

    def is_new(self, name: str, problem: object) -> bool:
        """Yes."""
        del name, problem
        return True


def fill(store: Store) -> None:
    """A row in each table that the use cases write, a deletion and an undo."""
    choices = Everybody()
    details = people.Details(
        aliases=("Annie",),
        company="Acme",
        birthday="29 feb 1996",
        emails=("ana@example.org",),
        office="Harbour Quay",
    )
    people.add(store, TODAY, "Ana Núñez", details, new=False)
    for sentence, said in (
        ("3 nov: conference with Ana and 40 others", log.Said()),
        ("yesterday: lunch with Ana and Ben, her boat #joys", log.Said(minutes=90)),
        (
            "walk with 山田太郎 @harbour #personal",
            log.Said(promises=("send the map by friday",), they_asked=True),
        ),
        ("coffee with Zed", log.Said()),
    ):
        log.log(store, TODAY, sentence, said, choices=choices)
    changing.undo(store, None)
    learning.learn(store, TODAY, "Ben", "family: twins", on=None, choices=choices)
    resting.let_go(store, TODAY, "Ben", because="ok", thanks=True, choices=choices)
    inviting.ask(
        store,
        TODAY,
        "Ana",
        setting=None,
        planned=None,
        asked=None,
        they_asked=False,
        choices=choices,
    )
    configuring.configure(store, "office", "Harbour Quay")


def dumped(connection: sqlite3.Connection) -> Iterator[str]:
    """Statements that make the same file again, data and all."""
    things = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY rowid"
    ).fetchall()
    for kind, name, sql in things:
        if kind == "table":
            yield sql
            columns = "rowid, text" if name == "search" else "*"
            yield from _rows(connection, name, columns)
    yield from _rows(connection, "sqlite_sequence", "*")
    yield from (sql for kind, _, sql in things if kind != "table")
    for pragma in ("application_id", "user_version"):
        (value,) = connection.execute(f"PRAGMA {pragma}").fetchone()
        yield f"PRAGMA {pragma} = {value}"


def _rows(connection: sqlite3.Connection, table: str, columns: str) -> Iterator[str]:
    if table == "sqlite_sequence":
        yield "DELETE FROM sqlite_sequence"
    named = "" if columns == "*" else f" ({columns})"
    for row in connection.execute(f"SELECT {columns} FROM {table}"):  # noqa: S608 - our own tables
        quoted = ", ".join("quote(?)" for _ in row)
        values = ", ".join(connection.execute(f"SELECT {quoted}", row).fetchone())
        yield f"INSERT INTO {table}{named} VALUES ({values})"  # noqa: S608 - our own tables


def main() -> None:
    """Write each dump that is not there."""
    every = schema.NAMES
    for number, name in enumerate(every, start=1):
        target = HERE / f"{name}.sql"
        if target.exists():
            continue
        schema.NAMES = every[:number]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "journal.db"
            with Store.open(path, at=AT, create=True) as store:
                fill(store)
            with closing(sqlite3.connect(path)) as connection:
                text = "".join(f"{line};\n" for line in dumped(connection))
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
