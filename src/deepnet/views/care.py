"""What is said of the journal's own health: its backups, its checks, what was saved."""

from __future__ import annotations

from typing import NamedTuple


class BackupSeen(NamedTuple):
    """A backup; ``at`` is UTC, ``before`` what it was made before by itself, if so."""

    file: str
    at: str
    before: str | None
    bytes: int


class BackedUp(NamedTuple):
    """A backup that was made just now, and the older ones that went for it."""

    backup: BackupSeen
    people: int
    conversations: int
    dropped: tuple[str, ...]


class BackupsSeen(NamedTuple):
    """The backups of a journal in its folder, latest first."""

    folder: str
    backups: tuple[BackupSeen, ...]


class Restored(NamedTuple):
    """The journal is what the backup was; ``kept`` is where the earlier one is.

    ``changed_at`` is the last change of what the journal is now, UTC.
    """

    file: str
    people: int
    conversations: int
    changed_at: str | None
    kept: str | None
