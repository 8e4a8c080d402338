"""What is said about the journal itself: imports, changes, where it lives."""

from __future__ import annotations

from typing import NamedTuple


class Imported(NamedTuple):
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


class ChangeSeen(NamedTuple):
    """One change of the journal; ``at`` is UTC."""

    id: int
    at: str
    command: str
    summary: str
    undoes: int | None
    undone_by: int | None


class ChangesSeen(NamedTuple):
    """The latest changes, latest first."""

    changes: tuple[ChangeSeen, ...]


class Undone(NamedTuple):
    """A change that was taken back; ``change`` is the new change that did it."""

    change: int
    undone: ChangeSeen


class Where(NamedTuple):
    """Where the journal lives, and what is in it.

    ``questions`` are the files of the user's own questions beside it.
    """

    journal: str
    exists: bool
    bytes: int
    people: int
    conversations: int
    deepnet: str
    questions: tuple[str, ...] = ()


class SettingSeen(NamedTuple):
    """One setting of the journal; ``value`` None where it was never set."""

    key: str
    value: str | None
    meaning: str


class SettingsSeen(NamedTuple):
    """All settings."""

    settings: tuple[SettingSeen, ...]
