"""Whether the file holds together, and making anew what follows from the rest.

What follows from the main tables (the search index, the keys of names, standings and
crossings) is compared with what it should be, and can be made anew at any time; what
the user wrote is never touched here.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from deepnet import schema
from deepnet.errors import FileTrouble
from deepnet.schema.triggers import indexed
from deepnet.store import backups, standings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from deepnet.store import Store

_DUE = " UNION ALL ".join(
    f"SELECT id * 8 + {kind} AS place, {indexed(table, table)} AS text FROM {table}"
    for kind, table in enumerate(schema.SEARCHED)
)
_KEYS = (
    "SELECT keys.value AS key, names.id AS person_id FROM (SELECT id, name FROM people "
    "UNION ALL SELECT person_id, alias FROM aliases) AS names, "
    "json_each(deepnet_name_keys(names.name)) AS keys"
)


def damage(store: Store) -> list[str]:
    """What SQLite finds wrong with the pages of the file; nothing where it is sound."""
    return backups.problems(store.connection)


def only_indexes(problems: list[str]) -> bool:
    """Whether the tables are whole and just their indexes are not."""
    return bool(problems) and all(
        "missing from index" in line or "wrong # of entries in index" in line
        for line in problems
    )


def dangling(store: Store) -> int:
    """How many rows belong to another one that is not there."""
    return len(store.rows("PRAGMA foreign_key_check"))


def misindexed(store: Store) -> int:
    """How many texts the search index lacks, has wrongly, or has too many."""
    return int(
        store.value(
            f"WITH due AS ({_DUE}) SELECT (SELECT count(*) FROM due LEFT JOIN search "
            "ON search.rowid = due.place WHERE search.text IS NOT due.text) + "
            "(SELECT count(*) FROM search WHERE rowid NOT IN (SELECT place FROM due))"
        )
    )


def index_broken(store: Store) -> bool:
    """Whether the index contradicts its own texts; False where it can't be asked."""
    try:
        with store.all_or_nothing():
            store.run("INSERT INTO search (search) VALUES ('integrity-check')")
    except FileTrouble as error:
        cause = error.__cause__
        return isinstance(cause, sqlite3.Error) and cause.sqlite_errorname.startswith(
            "SQLITE_CORRUPT"
        )
    return False


def misnamed(store: Store) -> int:
    """How many people would not be found, or found wrongly, by one of their names."""
    return int(
        store.value(
            f"WITH due AS (SELECT DISTINCT key, person_id FROM ({_KEYS})) "
            "SELECT count(DISTINCT person_id) FROM ("
            "SELECT * FROM (SELECT * FROM due EXCEPT SELECT key, person_id "
            "FROM name_keys) UNION ALL SELECT * FROM (SELECT key, person_id "
            "FROM name_keys EXCEPT SELECT * FROM due))"
        )
    )


def misjudged(store: Store, progress: Callable[[int, int], None]) -> int:
    """How many people have a standing or crossings other than their history says.

    ``progress`` is told how many are done, and of how many.
    """
    everybody = [row[0] for row in store.rows("SELECT id FROM people ORDER BY id")]
    waiting = {row[0] for row in store.rows("SELECT person_id FROM stale")}
    wrong = waiting
    for done, person in enumerate(everybody, start=1):
        # Each at a moment of its own, so that nobody who writes has to wait long.
        with store.snapshot():
            if standings.fresh(store, person) != standings.kept(store, person):
                wrong.add(person)
        progress(done, len(everybody))
    return len(wrong)


def last_change(store: Store) -> str | None:
    """When something was changed last, UTC ISO."""
    found: str | None = store.value("SELECT max(at) FROM changes")
    return found


def to_come(store: Store, today: date) -> int:
    """How many conversations are dated after that day."""
    return int(
        store.value(
            "SELECT count(*) FROM conversations WHERE day > ?", today.isoformat()
        )
    )


def journal_mode(store: Store) -> str:
    """How SQLite keeps a change that is under way: "delete", where all is well."""
    return str(store.value("PRAGMA journal_mode"))


def make_indexes_anew(store: Store) -> None:
    """Build SQLite's own indexes again from the tables."""
    with store.all_or_nothing():
        store.run("REINDEX")


def make_search_anew(store: Store) -> None:
    """Build the search index again from the texts."""
    with store.all_or_nothing():
        store.run("INSERT INTO search (search) VALUES ('rebuild')")
        store.run("DELETE FROM search")
        store.run(f"INSERT INTO search (rowid, text) {_DUE}")


def make_names_anew(store: Store) -> None:
    """Work out again by which keys each person is found."""
    with store.all_or_nothing():
        store.run("DELETE FROM name_keys")
        store.run(f"INSERT OR IGNORE INTO name_keys (key, person_id) {_KEYS}")


def make_standings_anew(store: Store) -> None:
    """Work out everybody's standing and crossings again."""
    with store.all_or_nothing():
        store.run("DELETE FROM crossings")
        store.run("DELETE FROM standings")
        standings.renew(store)


def leave_wal(store: Store) -> None:
    """Let the journal be one file again."""
    store.run("PRAGMA journal_mode = DELETE")
