"""The journal's tables: which there are, and how a file comes to have them.

A migration is a module of its own name here, with ``apply``; together they are the
only DDL. They are append-only: one that has been released is never edited. ``migrate``
is the only place that loads sqlite-utils and the migrations: a morning on an
up-to-date file does not pay for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x6465_6570
"""Written into each journal's header ("deep"): no other file is taken for one."""

SEARCHED = ("people", "aliases", "identifiers", "conversations", "facts", "promises")
"""The tables that the search index covers. A row's place in the index is
``id * 8 + SEARCHED.index(table)``."""

_LOGGED_SINCE = {
    "m001_journal": (
        "people",
        "aliases",
        "identifiers",
        "ties",
        "jobs",
        "conversations",
        "participants",
        "facts",
        "promises",
        "invitations",
        "records",
        "config",
    ),
    "m002_between_lunches": ("claims", "tags", "distinct_people"),
    "m003_imported_conversations": ("imported_conversations",),
    "m004_views": (),
    "m005_beginnings": (),
}

NAMES = tuple(_LOGGED_SINCE)
"""What an up-to-date journal has applied, in order."""

LOGGED = tuple(table for tables in _LOGGED_SINCE.values() for table in tables)
"""The main tables: every row that a command writes there can be taken back."""

VIEWS = ("people_view", "conversations_view", "months_view")
"""The views, made for reading; commands don't use them."""

NOTED = ("shown", "questions_shown")
"""Notes of each person, which no trigger records: a merge moves them, and puts its own
row on the record for each."""


def logged_since(name: str) -> tuple[str, ...]:
    """The main tables that a migration lays out."""
    return _LOGGED_SINCE[name]


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file behind ``connection`` up to date, each step in a transaction."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("deepnet")
    for name in NAMES:
        migrations(name=name)(import_module(f"deepnet.schema.{name}").apply)
    migrations.apply(Database(connection, execute_plugins=False))
