"""Opening the journal's file, and saying in words what is wrong with it.

Nothing here knows what is in the tables.
"""

from __future__ import annotations

import json
import os
import sqlite3
from typing import TYPE_CHECKING

from deepnet import names, schema
from deepnet.errors import FileTrouble
from deepnet.errors.files import ForeignFile, NewerJournal
from deepnet.store.indexing import index_text

if TYPE_CHECKING:
    from pathlib import Path

BUSY_MILLISECONDS = 5000
"""How long a command waits for another one that is writing."""

_UNREADABLE = "it is not a deepnet journal"


def trouble(error: sqlite3.Error | OSError, path: Path | None) -> FileTrouble:
    """Say in the user's words what happened to the file at ``path``."""
    where = f"The journal {path}" if path else "The journal"
    code = getattr(error, "sqlite_errorname", "") or ""
    for prefix, what, hint in _SENTENCES:
        if code.startswith(prefix):
            return FileTrouble(f"{where} {what}", hint)
    if isinstance(error, PermissionError):
        return FileTrouble(f"{where} can't be opened: no permission.", _PERMISSION)
    reason = getattr(error, "strerror", None) or str(error)
    return FileTrouble(f"{where} can't be used: {reason}.", "See deepnet where.")


_PERMISSION = "Look at the permissions of the file and of its folder."
_SENTENCES = (
    ("SQLITE_BUSY", "is in use by another command.", "Try again in a moment."),
    ("SQLITE_LOCKED", "is in use by another command.", "Try again in a moment."),
    ("SQLITE_FULL", "can't grow: the disk is full.", "Make room, then try again."),
    ("SQLITE_READONLY", "can't be written: it is read-only.", _PERMISSION),
    ("SQLITE_CANTOPEN", "can't be opened.", _PERMISSION),
    ("SQLITE_PERM", "can't be opened.", _PERMISSION),
    (
        "SQLITE_NOTADB",
        f"can't be read: {_UNREADABLE}.",
        "Point --db at another file.",
    ),
    (
        "SQLITE_CORRUPT",
        "is damaged.",
        "Keep a copy of the file as it is, and go back to a backup.",
    ),
    ("SQLITE_IOERR", "can't be read or written.", "Is the disk full or gone?"),
)


def connect(path: Path | None) -> sqlite3.Connection:
    """Open a journal, checked and up to date; None is one in memory.

    Raises:
        FileTrouble: the file belongs to another program, or to a newer deepnet.
    """
    connection = sqlite3.connect(path or ":memory:", isolation_level=None)
    try:
        _set_up(connection)
        prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    """The house's functions and pragmas, which each opening sets anew."""
    connection.row_factory = sqlite3.Row
    connection.create_function("deepnet_index_text", 1, index_text, deterministic=True)
    index_rows(connection, one_by_one=True)
    connection.create_function(
        "deepnet_name_keys",
        1,
        lambda name: json.dumps(names.index_keys(name)),
        deterministic=True,
    )
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "foreign_keys = ON",
        "synchronous = FULL",
        "secure_delete = ON",
        # Nothing of a journal is written beside it, and a long import is faster.
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def index_rows(connection: sqlite3.Connection, *, one_by_one: bool) -> None:
    """Whether each new row goes to the search index as it is written."""
    connection.create_function("deepnet_indexes_rows", 0, lambda: one_by_one)


def create_private(path: Path) -> None:
    """Make an empty file that only its owner can read, in a folder like it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def prepare(connection: sqlite3.Connection, path: Path | None) -> None:
    """Check that the file is a journal of ours, and bring it up to date.

    Raises:
        FileTrouble: it belongs to another program, or to a newer deepnet.
    """
    applied = _applied(connection)
    if applied == schema.NAMES:
        return
    if set(applied) - set(schema.NAMES):
        raise NewerJournal(path)
    if applied and path:
        _copy_beside(connection, path, f"before-{schema.NAMES[len(applied)]}")
    schema.migrate(connection)


def _applied(connection: sqlite3.Connection) -> tuple[str, ...]:
    (count,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if not count:
        return ()
    (number,) = connection.execute("PRAGMA application_id").fetchone()
    if number != schema.APPLICATION_ID:
        raise ForeignFile
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = 'deepnet' "
        "ORDER BY id"
    )
    return tuple(name for (name,) in rows)


def _copy_beside(connection: sqlite3.Connection, path: Path, label: str) -> None:
    copy = path.with_name(f"{path.stem}.{label}{path.suffix}")
    create_private(copy)
    target = sqlite3.connect(copy)
    with target:
        connection.backup(target)
    target.close()
