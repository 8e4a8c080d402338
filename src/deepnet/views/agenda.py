"""What is said about whom to see next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Facet, PersonRef, Setting, Tier


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask, about a side that is still blank."""

    facet: Facet
    text: str


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last conversation with somebody."""

    day: date
    setting: Setting | None
    text: str


@dataclass(frozen=True, slots=True)
class PickSeen:
    """One of this morning's people; ``kind`` is stranger, deepen, revive or promise."""

    person: PersonRef
    tier: Tier
    kind: str
    why: tuple[str, ...]
    slot: str
    question: Question
    last: LastTime | None


@dataclass(frozen=True, slots=True)
class WhoNext:
    """This morning's people; ``people`` counts everybody in the journal."""

    day: date
    picks: tuple[PickSeen, ...]
    people: int
