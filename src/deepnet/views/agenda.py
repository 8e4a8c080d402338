"""What is said about whom to see next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Facet, PersonRef, Setting, Tier


class Question(NamedTuple):
    """One thing to ask, about a side that is still blank."""

    facet: Facet
    text: str


class LastTime(NamedTuple):
    """The last conversation with somebody."""

    day: date
    setting: Setting | None
    text: str


class PickSeen(NamedTuple):
    """One of this morning's people; ``kind`` is stranger, deepen, revive or promise."""

    person: PersonRef
    tier: Tier
    kind: str
    why: tuple[str, ...]
    slot: str
    question: Question
    last: LastTime | None


class WhoNext(NamedTuple):
    """This morning's people; ``people`` counts everybody in the journal."""

    day: date
    picks: tuple[PickSeen, ...]
    people: int
