"""The engine of encrypted files, behind the face of the standard library's.

Loaded for an encrypted file only. Its connections speak as ``sqlite3`` does: the same
methods, the same errors. Nobody who holds one needs to know.
"""

from __future__ import annotations

import sqlite3
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from deepnet.errors.sealing import WrongPassphrase

import sqlcipher3.dbapi2 as engine  # isort: skip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deepnet.store.keys import Key, Keys


SECONDS = 5.0
"""How long the first look at a file waits for a command that is writing."""


def _twin(error: Exception) -> sqlite3.Error:
    """The standard library's error for one of the engine's."""
    kind = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)
    twin: sqlite3.Error = kind(*error.args)
    twin.sqlite_errorcode = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    twin.sqlite_errorname = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    if twin.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
        # The key has opened this file: a page that it does not open is damaged.
        twin = sqlite3.DatabaseError("database disk image is malformed")
        twin.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        twin.sqlite_errorname = "SQLITE_CORRUPT"
    return twin


def _as_twin(call: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(call)
    def translated(*arguments: Any, **named: Any) -> Any:
        try:
            return call(*arguments, **named)
        except engine.Error as error:
            raise _twin(error) from None

    return translated


def _translating(base: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _as_twin(getattr(base, name)) for name in names}


Cursor = type(
    "Cursor",
    (engine.Cursor,),
    _translating(
        engine.Cursor,
        (
            *("execute", "executemany", "executescript"),
            *("fetchone", "fetchmany", "fetchall", "__next__"),
        ),
    ),
)


class _Sealed(engine.Connection):  # type: ignore[misc]
    """An encrypted file that is open; ``key`` is what opened it, None a plain one."""

    key: Key | None = None

    def cursor(self, factory: Any = None) -> Any:
        """A cursor whose errors are the standard library's."""
        del factory
        return super().cursor(Cursor)


Connection = type(
    "Connection",
    (_Sealed,),
    _translating(
        _Sealed,
        (
            *("backup", "commit", "rollback", "close", "create_function"),
            *("execute", "executemany", "executescript"),
        ),
    ),
)


def opened(
    path: Path | str, key: Key | None, *, uri: bool = False
) -> sqlite3.Connection:
    """Open a file with a key, or a plain one with this engine; it is not proved."""
    connection = engine.connect(
        path, timeout=SECONDS, isolation_level=None, uri=uri, factory=Connection
    )
    # The engine would write to stderr whatever it finds wrong.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key:
        connection.key = key
        connection.execute(f'PRAGMA key = "{key.spelt()}"')
    connection.row_factory = engine.Row
    return cast("sqlite3.Connection", connection)


def unlocked(path: Path, keys: Keys, *, read_only: bool = False) -> sqlite3.Connection:
    """Open an encrypted file with whichever of the keys opens it.

    Raises:
        WrongPassphrase: none does.
        NoPassphrase: there is none.
    """
    name = f"{path.resolve().as_uri()}?mode=ro" if read_only else path
    for key in keys.tries(path):
        connection = opened(name, key, uri=read_only)
        if _opens(connection):
            keys.prove(key)
            return connection
        connection.close()
    raise WrongPassphrase(path)


def _opens(connection: sqlite3.Connection) -> bool:
    """Whether the key is the one; False closes nothing."""
    try:
        # Of all questions, this one needs no page but the first.
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT:
            return False
        connection.close()
        raise
    return True
