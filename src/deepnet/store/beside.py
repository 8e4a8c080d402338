"""Words of the user's in small files beside the journal, encrypted if the journal is.

An encrypted one is a database of one table, a row an entry, which the journal's key
opens.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from deepnet import private
from deepnet.store import connection as opening
from deepnet.store.keys import is_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.store.keys import Key

_TABLE = "CREATE TABLE IF NOT EXISTS texts (text TEXT NOT NULL) STRICT"


def read(path: Path, key: Key | None) -> str:
    """All that a file holds.

    Raises:
        OSError: it can't be read, or the key is not the one.
    """
    if not is_sealed(path):
        return path.read_text(encoding="utf-8", errors="replace")
    if key is None:
        raise PermissionError(path)
    try:
        with closing(opening.with_key(path, key)) as file:
            return "".join(text for (text,) in file.execute("SELECT text FROM texts"))
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def write(path: Path, text: str, key: Key | None) -> None:
    """Write a file, whole or not at all, over an older one, which leaves no trace.

    Raises:
        OSError: it can't be written.
    """
    if key is None:
        private.write(path, text)
        return
    target = path.resolve()
    part = private.part_of(target)
    try:
        private.create(part)
        _add(part, text, key)
        if target.exists() and not is_sealed(target):
            private.put_over(part, target)
        else:
            private.put(part, target)
    finally:
        part.unlink(missing_ok=True)


def append(path: Path, line: str, key: Key | None) -> None:
    """Add a line to a file, whole or not at all.

    Raises:
        OSError: it can't be written.
    """
    if key is None:
        private.append(path, line)
        return
    if not private.create(path) and path.stat().st_size and not is_sealed(path):
        write(path, path.read_text(encoding="utf-8", errors="replace"), key)
    _add(path, f"{line}\n", key)


def _add(path: Path, text: str, key: Key) -> None:
    try:
        with closing(opening.with_key(path, key)) as file:
            file.execute(f"PRAGMA busy_timeout = {opening.BUSY_MILLISECONDS}")
            file.execute("PRAGMA secure_delete = ON")
            with opening.alone(file):
                file.execute(_TABLE)
                file.execute("INSERT INTO texts VALUES (?)", (text,))
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
