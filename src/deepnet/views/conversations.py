"""What is said about conversations: one that was written down, changed or found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, Tier


class FactSeen(NamedTuple):
    """Something learnt; ``facet`` is None for how you met and for notes."""

    person: PersonRef
    facet: Facet | None
    text: str
    day: date


class PromiseSeen(NamedTuple):
    """Something owed; ``mine`` where you owe it, ``kept_on`` None while it is open."""

    id: int
    person: PersonRef
    text: str
    mine: bool
    due: date | None
    kept_on: date | None


class ConversationSeen(NamedTuple):
    """One conversation, whole; None is what was not said."""

    id: int
    day: date
    precision: Precision
    clock: str | None
    setting: Setting | None
    depth: Depth | None
    minutes: int | None
    place: str | None
    text: str
    others: int | None
    they_asked: bool
    people: tuple[PersonRef, ...]
    facts: tuple[FactSeen, ...]
    promises: tuple[PromiseSeen, ...]


class Moved(NamedTuple):
    """Somebody's tier before and after a change."""

    person: PersonRef
    from_: Tier
    to: Tier


class Logged(NamedTuple):
    """A conversation that was written down or changed, and what it moved.

    ``remarks`` are sentences for the user, beside the answer.
    """

    conversation: ConversationSeen
    created: tuple[str, ...]
    moved: tuple[Moved, ...]
    remarks: tuple[str, ...] = ()
