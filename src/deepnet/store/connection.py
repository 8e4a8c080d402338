"""Opening the journal's file, and saying in words what is wrong with it.

Nothing here knows what is in the tables.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing, contextmanager
from time import monotonic, monotonic_ns, sleep
from typing import TYPE_CHECKING

from deepnet import folding, schema
from deepnet.errors import FileTrouble
from deepnet.errors.files import DamagedJournal, ForeignFile, NewerJournal
from deepnet.errors.sealing import EngineMissing
from deepnet.store.indexing import index_text
from deepnet.store.keys import is_sealed, no_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

    from deepnet.store.keys import Key, Keys

BUSY_MILLISECONDS = 10_000
"""How long a command waits for another one that is writing."""

PEEK_SECONDS = 0.1
"""How long somebody who pressed Tab waits for a command that is writing."""


def trouble(error: sqlite3.Error | OSError, path: Path | None) -> FileTrouble:
    """Say in the user's words what happened to the file at ``path``.

    Raises what a function of ours raised, Ctrl-C for one, where that was it.
    """
    if "user-defined function" in str(error):
        # Only Ctrl-C comes before a function has begun.
        raise _raised.pop() if _raised else KeyboardInterrupt
    where = f"The journal {path}" if path else "The journal"
    code = _code(error, path)
    if code.startswith("SQLITE_CORRUPT"):
        return DamagedJournal(path, str(error))
    if code == "SQLITE_NOTADB":
        if path and is_sealed(path):
            return FileTrouble(f"{where} was encrypted meanwhile.", "Try again.")
        return ForeignFile(path)
    for prefix, what, hint in _SENTENCES:
        if code.startswith(prefix):
            return FileTrouble(f"{where} {what}", hint)
    if isinstance(error, PermissionError):
        return FileTrouble(f"{where} can't be opened: no permission.", _PERMISSION)
    reason = getattr(error, "strerror", None) or str(error)
    return FileTrouble(f"{where} can't be used: {reason}.", "See deepnet where.")


def _code(error: sqlite3.Error | OSError, path: Path | None) -> str:
    code: str = getattr(error, "sqlite_errorname", "") or ""
    if code == "SQLITE_READONLY" and path and os.access(path, os.W_OK):
        # The engine of encrypted files tells no more, and the file is not the reason.
        return "SQLITE_READONLY_DBMOVED"
    return code


_PERMISSION = "Look at the permissions of the file and of its folder."
_SENTENCES = (
    ("SQLITE_BUSY", "is in use by another command.", "Try again in a moment."),
    ("SQLITE_LOCKED", "is in use by another command.", "Try again in a moment."),
    ("SQLITE_FULL", "can't grow: the disk is full.", "Make room, then try again."),
    ("SQLITE_READONLY_DBMOVED", "was replaced meanwhile.", "Try again."),
    ("SQLITE_READONLY", "can't be written: it is read-only.", _PERMISSION),
    ("SQLITE_CANTOPEN", "can't be opened.", _PERMISSION),
    ("SQLITE_PERM", "can't be opened.", _PERMISSION),
    ("SQLITE_IOERR", "can't be read or written.", "Is the disk full or gone?"),
)


def engine(path: Path) -> ModuleType:
    """What opens encrypted files; ``path`` is the one that it is needed for.

    Raises:
        EngineMissing: it is not installed.
    """
    try:
        from deepnet.store import sealed  # noqa: PLC0415 - for encrypted files alone
    except ImportError:
        raise EngineMissing(path) from None
    return sealed


def opened(
    path: Path, keys: Keys | None = None, *, read_only: bool = False
) -> sqlite3.Connection:
    """Open a file as it is, encrypted or not; with ``read_only`` it stays so.

    Raises:
        FileTrouble: it is encrypted, and no key opens it.
    """
    if is_sealed(path):
        connection: sqlite3.Connection = engine(path).unlocked(
            path, keys or no_keys(), read_only=read_only
        )
        return connection
    if read_only:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        return sqlite3.connect(uri, uri=True, isolation_level=None)
    return sqlite3.connect(path, isolation_level=None)


def key_of(connection: sqlite3.Connection) -> Key | None:
    """The key of an open file; None where it is not encrypted."""
    return getattr(connection, "key", None)


def with_key(path: Path, key: Key | None) -> sqlite3.Connection:
    """Open a file that this key opens, or that it is to open from now on.

    Nothing is read of it before, so that no lock of this process is lost.
    """
    if key is None:
        return sqlite3.connect(path, isolation_level=None)
    connection: sqlite3.Connection = engine(path).opened(path, key)
    return connection


def connect(
    path: Path | None, at: str, keys: Keys | None = None, key: Key | None = None
) -> sqlite3.Connection:
    """Open a journal, checked and up to date; None is one in memory.

    ``at`` dates the backup that is made before an older file is brought up to date.
    ``keys`` open an encrypted one; ``key`` is for a file with nothing in it yet.

    Raises:
        FileTrouble: the file belongs to another program, or to a newer deepnet.
    """
    if path is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
    else:
        connection = with_key(path, key) if key else opened(path, keys)
    try:
        _set_up(connection)
        prepare(connection, path, at)
    except BaseException:
        connection.close()
        raise
    return connection


def peek(path: Path) -> sqlite3.Connection | None:
    """Open an up-to-date journal to read, as it is: for what must not wait or write.

    None for a file that is in use, damaged, of another program or another version.
    """
    connection = None
    try:
        connection = sqlite3.connect(path, timeout=PEEK_SECONDS, isolation_level=None)
        connection.execute("PRAGMA query_only = ON")
        if applied(connection, path) == schema.NAMES:
            return connection
    except (sqlite3.Error, FileTrouble):
        pass
    if connection:
        connection.close()
    return None


def _set_up(connection: sqlite3.Connection) -> None:
    """The house's functions and pragmas, which each opening sets anew."""
    if key_of(connection) is None:
        connection.row_factory = sqlite3.Row
    for name, function in (
        ("deepnet_index_text", index_text),
        ("deepnet_name_keys", lambda name: json.dumps(folding.index_keys(name))),
    ):
        connection.create_function(name, 1, remembered(function), deterministic=True)
    index_rows(connection, one_by_one=True)
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "foreign_keys = ON",
        "synchronous = FULL",
        "secure_delete = ON",
        # Nothing of a journal is written beside it, and a long import is faster.
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


_Value = str | int | None
_raised: list[BaseException] = []


def remembered(function: Callable[..., _Value]) -> Callable[..., _Value]:
    """A function for SQLite that remembers what it raised, which SQLite does not."""

    def call(*values: object) -> _Value:
        try:
            return function(*values)
        except BaseException as error:
            _raised[:] = [error]
            raise

    return call


def index_rows(connection: sqlite3.Connection, *, one_by_one: bool) -> None:
    """Whether each new row goes to the search index as it is written."""
    connection.create_function(
        "deepnet_indexes_rows", 0, remembered(lambda: one_by_one)
    )


def prepare(connection: sqlite3.Connection, path: Path | None, at: str) -> None:
    """Check that the file is a journal of ours, and bring it up to date.

    Raises:
        FileTrouble: it belongs to another program, or to a newer deepnet.
    """
    if applied(connection, path) == schema.NAMES:
        return
    with alone(connection):
        # Another command may have brought it up to date while this one waited.
        already = applied(connection, path)
        if already == schema.NAMES:
            return
        if already and path:
            _back_up(connection, path, at)
        schema.migrate(connection)


def begin(connection: sqlite3.Connection) -> None:
    """Begin to write, as soon as nobody else does.

    SQLite's own wait looks less and less often, so that whoever waits longest is passed
    by all who come later. This one looks as often to the end: eight processes that do
    nothing but log wait for one another, and none gives up.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    last = monotonic() + BUSY_MILLISECONDS / 1000
    try:
        while not _began(connection, last=monotonic() > last):
            # A few milliseconds, not the same for all who wait.
            sleep(0.002 + monotonic_ns() // 1000 % 17 / 1000)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")


def _began(connection: sqlite3.Connection, *, last: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        return False
    return True


@contextmanager
def alone(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all that the block writes, or nothing; no other command writes meanwhile.

    The block may take it all back itself.
    """
    begin(connection)
    try:
        yield
        if connection.in_transaction:
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise


def applied(connection: sqlite3.Connection, path: Path | None) -> tuple[str, ...]:
    """The migrations that a file has been through; none for an empty one.

    Raises:
        FileTrouble: it belongs to another program, or to a newer deepnet.
    """
    (count,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if not count:
        return ()
    (number,) = connection.execute("PRAGMA application_id").fetchone()
    if number != schema.APPLICATION_ID:
        raise ForeignFile(path)
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = 'deepnet' "
        "ORDER BY id"
    )
    found = tuple(name for (name,) in rows)
    if set(found) - set(schema.NAMES):
        raise NewerJournal(path)
    return found


def _back_up(holder: sqlite3.Connection, path: Path, at: str) -> None:
    """Copy the file as it is, while the one who asks holds it and wrote nothing yet."""
    # Only now, since it builds on this module and most runs have nothing to migrate.
    from deepnet.store import backups  # noqa: PLC0415

    with closing(with_key(path, key_of(holder))) as reader:
        backups.automatic(reader, path, at, "migration")
