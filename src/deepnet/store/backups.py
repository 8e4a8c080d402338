"""Copies of the whole journal: made by SQLite, proved sound, dated, kept in a folder.

A copy is the user's own, or made by itself before something that changes much. Only
those that were made by themselves are ever taken away by themselves.
"""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from deepnet import private
from deepnet.errors.files import DamagedJournal, NoBackup
from deepnet.store import connection as opening

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from deepnet.store import Store
    from deepnet.store.keys import Key, Keys

FOLDER = "backups"
"""The folder beside the journal that holds them."""

KEPT = 5
"""How many that were made by themselves are kept of each reason."""

_STALE_SECONDS = 3600


class Backup(NamedTuple):
    """A copy in the folder; ``at`` is UTC ISO, ``reason`` is None for the user's own.

    ``number`` tells copies of one second apart.
    """

    path: Path
    at: str
    reason: str | None
    number: int


def folder_of(journal: Path) -> Path:
    """Where the backups of a journal are."""
    return journal.resolve().with_name(FOLDER)


def listed(journal: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of a journal in a folder, latest first."""
    folder = folder or folder_of(journal)
    if not folder.is_dir():
        return []
    found = (_read(journal, path) for path in folder.iterdir())
    return sorted(filter(None, found), key=_age, reverse=True)


def _age(backup: Backup) -> tuple[str, int]:
    return backup.at, backup.number


def _read(journal: Path, path: Path) -> Backup | None:
    stem, suffix = re.escape(journal.stem), re.escape(journal.suffix)
    match = re.fullmatch(
        rf"{stem}-(\d{{4}}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)(?:-before-([a-z-]+))?"
        rf"(?:\.(\d+))?{suffix}",
        path.name,
    )
    if match is None:
        return None
    day, hour, minute, second, reason, number = match.groups()
    at = f"{day}T{hour}:{minute}:{second}Z"
    return Backup(path, at, reason, int(number or 1))


def free(journal: Path, folder: Path, at: str, reason: str | None) -> Path:
    """A name for a backup that nothing has yet, the last of its second."""
    day, clock = at[:10], at[11:19].replace(":", "")
    name = f"{journal.stem}-{day}-{clock}" + (f"-before-{reason}" if reason else "")
    taken = (one.number for one in listed(journal, folder) if one[1:3] == (at, reason))
    number = max(taken, default=0) + 1
    return folder / f"{name}{f'.{number}' if number > 1 else ''}{journal.suffix}"


def make(store: Store, *, target: Path | None = None) -> Path:
    """Make a backup for the user: in ``target``, a folder, or as that very file.

    Raises:
        FileTrouble: the journal is damaged, or the copy can't be written.
    """
    journal = store.path
    if journal is None:
        raise LookupError(target)
    if target is None or target.is_dir():
        folder = target or folder_of(journal)
        target = free(journal, folder, store.at, None)
    store.release()
    tidy(journal)
    copy(store.connection, journal, target)
    return target


def before(store: Store, reason: str) -> Path | None:
    """Make a backup before something that changes much; call it outside a change.

    ``reason`` is a word for what comes, as in "import". An empty journal needs none.

    Raises:
        FileTrouble: the journal is damaged, or the copy can't be written.
    """
    if store.path is None or not store.value("SELECT 1 FROM changes LIMIT 1"):
        return None
    store.release()
    return automatic(store.connection, store.path, store.at, reason)


def automatic(
    connection: sqlite3.Connection, journal: Path, at: str, reason: str
) -> Path:
    """Make a backup that goes by itself, when enough newer ones are there."""
    tidy(journal)
    target = free(journal, folder_of(journal), at, reason)
    copy(connection, journal, target)
    mine = [one for one in listed(journal) if one.reason == reason]
    thin_out(mine, KEPT)
    return target


def thin_out(backups: Iterable[Backup], most: int) -> list[Path]:
    """Delete all but the latest ones, given latest first; which these were."""
    gone = []
    for backup in list(backups)[most:]:
        with suppress(OSError):
            backup.path.unlink()
            gone.append(backup.path)
    return gone


def copy(
    connection: sqlite3.Connection,
    journal: Path,
    target: Path,
    key: Key | None = None,
) -> None:
    """Copy an open journal to a file, whole or not at all, and prove the copy sound.

    The copy of an encrypted one is encrypted, with ``key`` or else with the same.

    Raises:
        FileTrouble: the journal is damaged, or the copy can't be written.
    """
    part = private.part_of(target)
    try:
        private.folder(target.parent)
        private.create(part)
        _pour(connection, journal, part, key or opening.key_of(connection))
        private.put(part, target)
    except (OSError, sqlite3.Error) as error:
        if _is_damage(error):
            raise opening.trouble(error, journal) from error
        raise NoBackup(target, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _is_damage(error: OSError | sqlite3.Error) -> bool:
    name = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _pour(
    connection: sqlite3.Connection, journal: Path, part: Path, key: Key | None
) -> None:
    _look(connection, journal)
    try:
        with closing(opening.with_key(part, key)) as target:
            connection.backup(target)
            # The copy of a file that another program set to WAL is one file, too.
            target.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.execute("ROLLBACK")
    wrong = damage(part, key)
    if wrong:
        raise DamagedJournal(journal, wrong[0])


def damage(path: Path, key: Key | None = None) -> list[str]:
    """What SQLite finds wrong with a file; nothing where it is sound."""
    with closing(opening.with_key(path, key)) as connection:
        return problems(connection)


def _look(connection: sqlite3.Connection, journal: Path) -> None:
    """Begin one look at the file; ``backup`` alone would wait for a lock for ever."""
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise opening.trouble(error, journal) from error


def problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with an open file; nothing where it is sound."""
    try:
        rows = connection.execute("PRAGMA integrity_check(20)").fetchall()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        return [str(error)]
    lines = (line for (text,) in rows for line in text.split("\n"))
    return [line for line in lines if line != "ok" and not line.startswith("***")]


def read_only(path: Path, keys: Keys | None = None) -> sqlite3.Connection:
    """Open a file that must stay as it is.

    Raises:
        FileTrouble: it is encrypted, and no key opens it.
    """
    connection = opening.opened(path, keys, read_only=True)
    connection.execute(f"PRAGMA busy_timeout = {opening.BUSY_MILLISECONDS}")
    return connection


def tidy(journal: Path) -> None:
    """Take away what a command that was killed left long ago of what it was writing."""
    for folder in (journal.resolve().parent, folder_of(journal)):
        if not folder.is_dir():
            continue
        for part in private.leftovers(folder, journal.stem):
            with suppress(OSError):
                if part.stat().st_mtime < time.time() - _STALE_SECONDS:
                    part.unlink()
