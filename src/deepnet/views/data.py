"""What is said about the journal itself: imports, changes, where it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Setting


class Tallied(NamedTuple):
    """How many conversations of an import are new, changed, or there already."""

    new: int
    changed: int
    unchanged: int


class Proposed(NamedTuple):
    """A conversation that an import would store; None is what was not said.

    ``others`` counts who was there and is not named.
    """

    day: date
    clock: str | None
    setting: Setting | None
    minutes: int | None
    place: str | None
    text: str
    people: tuple[str, ...]
    others: int | None


class Imported(NamedTuple):
    """What an import did, or would do where ``rehearsed``.

    ``new``, ``changed`` and ``unchanged`` count people; ``proposed`` are the new
    conversations of a rehearsal. ``skipped`` counts records by reason; each warning
    names its line.
    """

    source: str
    read: int
    new: int
    changed: int
    unchanged: int
    conversations: Tallied
    proposed: tuple[Proposed, ...]
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

    ``questions`` are the files of the user's own questions beside it; ``encrypted`` is
    whether only a passphrase opens it.
    """

    journal: str
    exists: bool
    bytes: int
    people: int
    conversations: int
    deepnet: str
    questions: tuple[str, ...] = ()
    encrypted: bool = False


class SettingSeen(NamedTuple):
    """One setting of the journal; ``value`` None where it was never set."""

    key: str
    value: str | None
    meaning: str


class SettingsSeen(NamedTuple):
    """All settings."""

    settings: tuple[SettingSeen, ...]
