"""Putting a backup in the journal's place at one stroke, and keeping what was there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from deepnet import private
from deepnet.errors.files import (
    DamagedBackup,
    DamagedJournal,
    ForeignFile,
    NotABackup,
    Unwritable,
)
from deepnet.errors.sealing import NothingToSeal, WrongPassphrase
from deepnet.store import backups, sealing
from deepnet.store import connection as opening
from deepnet.store.keys import is_plain, is_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.store.keys import Key, Keys

_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file; it belongs to that file and to no other."""


class Inside(NamedTuple):
    """How much is in a journal; ``changed_at`` is its last change, UTC ISO."""

    people: int
    conversations: int
    changed_at: str | None


def is_journal(path: Path) -> bool:
    """Whether a file begins as a journal does, encrypted or not."""
    try:
        return is_plain(path) or is_sealed(path)
    except OSError as error:
        raise opening.trouble(error, path) from error


def look(path: Path, keys: Keys | None = None) -> Inside:
    """Look into a backup without touching it, and prove it sound.

    Raises:
        FileTrouble: it is no journal of ours, a newer one, damaged, or unreadable.
    """
    try:
        with closing(backups.read_only(path, keys)) as connection:
            return _inside(connection, path)
    except ForeignFile:
        raise NotABackup(path) from None
    except sqlite3.OperationalError as error:
        raise opening.trouble(error, path) from error
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname == "SQLITE_NOTADB":
            raise NotABackup(path) from None
        raise DamagedBackup(path, str(error)) from error


def _inside(connection: sqlite3.Connection, path: Path) -> Inside:
    if not opening.applied(connection, path):
        raise NotABackup(path)
    problems = backups.problems(connection)
    if problems:
        raise DamagedBackup(path, problems[0])
    return counted(connection)


def counted(connection: sqlite3.Connection) -> Inside:
    """How much is in an open journal."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM conversations), "
        "(SELECT max(at) FROM changes)"
    ).fetchone()
    return Inside(*row)


def replace(
    journal: Path, backup: Path, *, at: str, keys: Keys | None = None
) -> Path | None:
    """Put a copy of ``backup`` in the place of the journal.

    What was there is kept as a backup, whatever it is; the answer is where, or None
    if there was nothing. An encrypted journal stays encrypted, with its own passphrase.

    Raises:
        FileTrouble: the journal is in use, or can't be replaced; it is as it was.
    """
    target = journal.resolve()
    part = private.part_of(target)
    try:
        _copy(backup, part, keys, _own_key(target, backup, keys))
        return _swap(target, part, at, keys)
    except OSError as error:
        raise Unwritable(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _own_key(target: Path, backup: Path, keys: Keys | None) -> Key | None:
    """What opens the journal, and is to open what takes its place; None if nothing."""
    if not is_sealed(target):
        return None
    try:
        with closing(opening.opened(target, keys)) as journal:
            return opening.key_of(journal)
    except WrongPassphrase:
        if is_sealed(backup):
            return None
        raise NothingToSeal(target, backup) from None


def _copy(backup: Path, part: Path, keys: Keys | None, key: Key | None) -> None:
    if key and not is_sealed(backup):
        sealing.seal_copy(backup, part, key)
        return
    with closing(backups.read_only(backup, keys)) as source:
        backups.copy(source, backup, part, key)


def _swap(target: Path, part: Path, at: str, keys: Keys | None) -> Path | None:
    if not target.exists():
        private.put(part, target)
        return None
    try:
        holder = opening.opened(target, keys)
    except WrongPassphrase:
        kept = _put_aside(target, at)
        private.put(part, target)
        return kept
    with closing(holder):
        try:
            kept = _keep(holder, target, at)
        except (DamagedJournal, ForeignFile):
            kept = _put_aside(target, at)
        if os.name == "nt":
            # Windows replaces no file that is open.
            holder.close()
        private.put(part, target)
        return kept


def _keep(holder: sqlite3.Connection, target: Path, at: str) -> Path:
    """Back up a journal that can be read, and let nobody write to it any more.

    Whoever waits to write to it is told by SQLite that it was replaced.
    """
    try:
        holder.execute(f"PRAGMA busy_timeout = {opening.BUSY_MILLISECONDS}")
        holder.execute("PRAGMA journal_mode = DELETE")
        opening.begin(holder)
    except sqlite3.Error as error:
        raise opening.trouble(error, target) from error
    with closing(opening.with_key(target, opening.key_of(holder))) as reader:
        return backups.automatic(reader, target, at, "restore")


def _put_aside(target: Path, at: str) -> Path:
    """Keep a file that can't be read as a journal, as it is, with what is beside it."""
    kept = backups.free(target, backups.folder_of(target), at, "restore")
    private.create(kept)
    shutil.copyfile(target, kept)
    for ending in _BESIDE:
        beside = target.with_name(target.name + ending)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + ending))
    return kept


def glance(path: Path, keys: Keys | None = None) -> Inside | None:
    """How much is in the journal as it is; None where it can't be read."""
    if not path.is_file():
        return None
    try:
        with closing(backups.read_only(path, keys)) as connection:
            return counted(connection)
    except (sqlite3.Error, WrongPassphrase):
        return None
