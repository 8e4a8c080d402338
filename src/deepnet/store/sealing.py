"""Encrypting a whole file, or decrypting it: a proved copy takes its place at a stroke.

Nobody writes to the file meanwhile, and nobody reads it from the moment at which the
copy takes its place: what was plain is written over before it is let go.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from itertools import zip_longest
from typing import TYPE_CHECKING

from deepnet import private
from deepnet.errors.files import DamagedJournal, Unwritable
from deepnet.errors.sealing import CopyDiffers
from deepnet.settings import side_files
from deepnet.store import backups
from deepnet.store import connection as opening
from deepnet.store.keys import is_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.store.keys import Key


def recast(path: Path, now: Key | None, then: Key | None) -> None:
    """Let ``then`` be what opens a file that ``now`` opens; None is a plain file.

    Raises:
        FileTrouble: it is in use or damaged, or can't be replaced; it is as it was.
    """
    target = path.resolve()
    part = private.part_of(target)
    engine = opening.engine(target)
    try:
        with closing(engine.opened(target, now)) as holder:
            _hold(holder, target)
            _sweep(target)
            _copy(holder, target, part, then)
            if now is None:
                private.put_over(part, target, holder.close)
            else:
                if os.name == "nt":
                    # Windows replaces no file that is open.
                    holder.close()
                private.put(part, target)
    except sqlite3.Error as error:
        raise opening.trouble(error, target) from error
    except OSError as error:
        raise Unwritable(target, error) from error
    finally:
        for each in (part, part.with_name(f"{part.name}-journal")):
            _destroy(each)


def _hold(holder: sqlite3.Connection, target: Path) -> None:
    """Keep everybody else out until the file is closed, and see that it is sound."""
    holder.execute(f"PRAGMA busy_timeout = {opening.BUSY_MILLISECONDS}")
    opening.applied(holder, target)
    holder.execute("PRAGMA main.journal_mode = DELETE")
    holder.execute("PRAGMA main.locking_mode = EXCLUSIVE")
    # In this mode the lock stays when the transaction ends.
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("COMMIT")
    wrong = backups.problems(holder)
    if wrong:
        raise DamagedJournal(target, wrong[0])


def _copy(
    holder: sqlite3.Connection, target: Path, part: Path, key: Key | None
) -> None:
    private.create(part)
    pour(holder, part, key)
    with closing(opening.engine(part).opened(part, key)) as copy:
        wrong = backups.problems(copy)
        if wrong:
            raise CopyDiffers(target, wrong[0])
        compare(holder, copy, target)


def pour(source: sqlite3.Connection, part: Path, key: Key | None) -> None:
    """Copy an open file into an empty one that ``key`` is to open.

    ``source`` is a connection of the engine for encrypted files, outside a transaction.
    """
    numbers = {
        name: source.execute(f"PRAGMA main.{name}").fetchone()[0]
        for name in ("application_id", "user_version")
    }
    source.execute("ATTACH ? AS part KEY ?", (str(part), key.spelt() if key else ""))
    source.execute("BEGIN")
    source.execute("SELECT sqlcipher_export('part')").fetchall()
    for name, number in numbers.items():
        source.execute(f"PRAGMA part.{name} = {int(number)}")
    source.execute("COMMIT")
    source.execute("DETACH part")


def seal_copy(plain: Path, part: Path, key: Key) -> None:
    """Make of a plain file an encrypted copy, proved to be the same.

    Raises:
        FileTrouble: the plain one is damaged, or the copy can't be written.
    """
    engine = opening.engine(plain)
    uri = f"{plain.resolve().as_uri()}?mode=ro"
    try:
        with closing(engine.opened(uri, None, uri=True)) as source:
            _copy(source, plain, part, key)
    except sqlite3.Error as error:
        raise opening.trouble(error, plain) from error


def compare(one: sqlite3.Connection, other: sqlite3.Connection, path: Path) -> None:
    """See that two files hold the same, row for row.

    Raises:
        CopyDiffers: they don't.
    """
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    queries = {"the layout": schema} | {
        name: f'SELECT * FROM "{name}"'
        for (name,) in one.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        ).fetchall()
    }
    for name in ("application_id", "user_version"):
        queries[name] = f"PRAGMA {name}"
    for what, query in queries.items():
        rows = zip_longest(one.execute(query), other.execute(query))
        if any(left is None or right is None or left != right for left, right in rows):
            raise CopyDiffers(path, what)


def _sweep(target: Path) -> None:
    """Take away copies that were begun by commands that were killed.

    Whoever makes one holds this file, and nobody else does now.
    """
    for part in list(private.leftovers(target.parent, target.stem)):
        if part.name.startswith(f".{target.name}."):
            _destroy(part)


def _destroy(path: Path) -> None:
    with suppress(FileNotFoundError):
        private.destroy(path)


def in_the_clear(journal: Path) -> list[Path]:
    """What lies beside an encrypted journal and is not encrypted: copies and words."""
    folder = journal.resolve().parent
    copied = [backup.path for backup in backups.listed(journal)]
    left = list(private.leftovers(folder, journal.stem))
    return [
        one
        for one in (*copied, *side_files(journal), *left)
        if one.is_file() and one.stat().st_size and not is_sealed(one)
    ]
