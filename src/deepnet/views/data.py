"""What is said about the journal itself: imports, changes, where it lives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do where ``rehearsed``.

    ``skipped`` counts records by reason; each warning names its line.
    """

    source: str
    read: int
    new: int
    changed: int
    unchanged: int
    skipped: dict[str, int]
    warnings: tuple[str, ...]
    suggestions: tuple[str, ...]
    rehearsed: bool


@dataclass(frozen=True, slots=True)
class ChangeSeen:
    """One change of the journal; ``at`` is UTC."""

    id: int
    at: str
    command: str
    summary: str
    undoes: int | None
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class ChangesSeen:
    """The latest changes, latest first."""

    changes: tuple[ChangeSeen, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was taken back; ``change`` is the new change that did it."""

    change: int
    undone: ChangeSeen


@dataclass(frozen=True, slots=True)
class Where:
    """Where the journal lives, and what is in it."""

    journal: str
    exists: bool
    bytes: int
    people: int
    conversations: int
    deepnet: str


@dataclass(frozen=True, slots=True)
class SettingSeen:
    """One setting of the journal; ``value`` None where it was never set."""

    key: str
    value: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class SettingsSeen:
    """All settings."""

    settings: tuple[SettingSeen, ...]
