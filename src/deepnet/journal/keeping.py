"""Backups: making one, listing them, and going back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet.errors.files import (
    FileThere,
    JournalItself,
    NoJournal,
    NoSuchFile,
    NoSuchFolder,
    NotABackup,
)
from deepnet.store import backups, configuration, replacing
from deepnet.views.care import BackedUp, BackupSeen, BackupsSeen, Restored

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.store import Store
    from deepnet.store.backups import Backup
    from deepnet.store.keys import Keys
    from deepnet.store.replacing import Inside


def back_up(
    store: Store, path: Path, *, target: Path | None, keep: int | None
) -> BackedUp:
    """Copy the journal at ``path``, and prove the copy sound.

    ``target`` is a folder, or a file that is not there yet; None is the folder
    beside the journal. ``keep`` is how many of the user's own stay in that folder;
    those made by themselves are not counted.

    Raises:
        NotFound: there is no journal yet, or no folder for the backup.
        Conflict: the file is there already.
        FileTrouble: the journal is damaged, or the copy can't be written.
    """
    if store.path is None:
        raise NoJournal(path)
    folder = _folder(target)
    made = backups.make(store, target=target)
    dropped: list[Path] = []
    if keep is not None and folder:
        own = [one for one in backups.listed(path, made.parent) if not one.reason]
        dropped = backups.thin_out(own, keep)
    people, conversations = configuration.counts(store)
    seen = BackupSeen(str(made), store.at, None, made.stat().st_size)
    return BackedUp(seen, people, conversations, tuple(map(str, dropped)))


def _folder(target: Path | None) -> bool:
    """Whether backups get dated names in a folder, rather than the one given."""
    if target is None or target.is_dir():
        return True
    if target.exists():
        raise FileThere(target)
    if not target.parent.is_dir():
        # A disk that is not there must not become a folder of that name on this one.
        raise NoSuchFolder(target.parent)
    return False


def kept(path: Path) -> BackupsSeen:
    """The backups of the journal at ``path``."""
    folder = backups.folder_of(path)
    return BackupsSeen(str(folder), tuple(map(_seen, backups.listed(path))))


def _seen(backup: Backup) -> BackupSeen:
    size = backup.path.stat().st_size
    return BackupSeen(str(backup.path), backup.at, backup.reason, size)


class Return(NamedTuple):
    """A way back that can be gone: from what the journal is to what a file holds.

    ``now`` is None where there is no journal, or none that can be read.
    """

    file: Path
    then: Inside
    now: Inside | None


def way_back(path: Path, file: Path, keys: Keys) -> Return:
    """Look whether the journal at ``path`` can become what ``file`` holds.

    A name alone is looked for among the backups, too. ``keys`` open what is encrypted.

    Raises:
        NotFound: there is no such file.
        Conflict: it is the journal itself.
        FileTrouble: it is no journal, damaged, or from a newer deepnet.
    """
    found = _found(path, file)
    if path.exists() and found.samefile(path):
        raise JournalItself(path)
    if not replacing.is_journal(found):
        raise NotABackup(found)
    return Return(found, replacing.look(found, keys), replacing.glance(path, keys))


def _found(path: Path, file: Path) -> Path:
    for place in (file.expanduser(), backups.folder_of(path) / file.name):
        if place.is_file():
            return place
    raise NoSuchFile(file)


def go_back(path: Path, way: Return, *, at: str, keys: Keys) -> Restored:
    """Make the journal what a backup was, keeping what it is as a backup.

    Raises:
        FileTrouble: the journal is in use, or can't be replaced; it is as it was.
    """
    now = replacing.replace(path, way.file, at=at, keys=keys)
    return Restored(str(way.file), *way.then, str(now) if now else None)
