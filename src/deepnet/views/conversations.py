"""What is said about conversations: one that was written down, changed or found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, Tier


@dataclass(frozen=True, slots=True)
class FactSeen:
    """Something learnt; ``facet`` is None for how you met and for notes."""

    person: PersonRef
    facet: Facet | None
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class PromiseSeen:
    """Something owed; ``mine`` where you owe it, ``kept_on`` None while it is open."""

    id: int
    person: PersonRef
    text: str
    mine: bool
    due: date | None
    kept_on: date | None


@dataclass(frozen=True, slots=True)
class ConversationSeen:
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


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody's tier before and after a change."""

    person: PersonRef
    from_: Tier
    to: Tier


@dataclass(frozen=True, slots=True)
class Logged:
    """A conversation that was written down or changed, and what it moved.

    ``remarks`` are sentences for the user, beside the answer.
    """

    conversation: ConversationSeen
    created: tuple[str, ...]
    moved: tuple[Moved, ...]
    remarks: tuple[str, ...] = ()
