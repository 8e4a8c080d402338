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


class Finding(NamedTuple):
    """Something that is not as it should be; ``check`` is the check that found it.

    ``hint`` is what mends it; ``mended`` is whether that was done just now.
    """

    check: str
    message: str
    hint: str
    mended: bool


class Checked(NamedTuple):
    """What a look at the journal found; ``checks`` are those that could be made.

    ``sound`` is whether nothing is left to mend.
    """

    journal: str
    exists: bool
    sound: bool
    checks: tuple[str, ...]
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...]


class TableSaved(NamedTuple):
    """How much of a table was saved.

    ``read`` rows were read, ``recorded`` ones came from the record of changes, and of
    up to ``lost`` ones nothing was found.
    """

    table: str
    read: int
    recorded: int
    lost: int


class Salvaged(NamedTuple):
    """What was saved of a damaged journal into ``file``.

    ``stand_ins`` are names that were made up for people who were lost, so that what is
    known of them stays.
    """

    file: str
    people: int
    conversations: int
    tables: tuple[TableSaved, ...]
    stand_ins: tuple[str, ...]
