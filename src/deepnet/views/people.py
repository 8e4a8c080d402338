"""What is said about people: in a list, one by one, and why they stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Facet, Part, PersonRef, Tier
    from deepnet.views.conversations import (
        ConversationSeen,
        FactSeen,
        Moved,
        PromiseSeen,
    )


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """One line of a list of people.

    ``conversations`` counts them; ``last`` is the day of the last one.
    """

    id: int
    name: str
    aliases: tuple[str, ...]
    company: str | None
    position: str | None
    emails: tuple[str, ...]
    tier: Tier
    score: float
    conversations: int
    last: date | None


@dataclass(frozen=True, slots=True)
class PeopleSeen:
    """A list of people."""

    people: tuple[PersonSeen, ...]


@dataclass(frozen=True, slots=True)
class JobSeen:
    """What somebody did before, and the day on which that was replaced."""

    company: str | None
    position: str | None
    until: date


@dataclass(frozen=True, slots=True)
class Portrait:
    """Everything that the journal holds of one person.

    ``blanks`` are the sides of who they are of which nothing is known;
    ``conversations`` come latest first.
    """

    id: int
    name: str
    aliases: tuple[str, ...]
    company: str | None
    position: str | None
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    profiles: tuple[str, ...]
    birthday: str | None
    next_birthday: date | None
    office: str | None
    home: str | None
    connected_on: date | None
    let_go_on: date | None
    let_go_because: str | None
    snoozed_until: date | None
    tier: Tier
    score: float
    last: date | None
    jobs: tuple[JobSeen, ...]
    facts: tuple[FactSeen, ...]
    blanks: tuple[Facet, ...]
    conversations: tuple[ConversationSeen, ...]
    promises: tuple[PromiseSeen, ...]


@dataclass(frozen=True, slots=True)
class PersonShown:
    """One person, whole, as of ``day``."""

    day: date
    person: Portrait


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Somebody who was added or changed; ``done`` says what, a sentence each."""

    person: PersonSeen
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactLearnt:
    """A fact that was written down, and whether it moved somebody."""

    fact: FactSeen
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class PromiseDone:
    """A promise that was done."""

    promise: PromiseSeen


@dataclass(frozen=True, slots=True)
class Why:
    """A score, part by part.

    ``range`` is where the score could lie, as far as depth, length or company were
    not said; ``ask`` the one answer that would narrow it most.
    """

    person: PersonRef
    tier: Tier
    score: float
    parts: tuple[Part, ...]
    missing: tuple[str, ...]
    range: tuple[float, float]
    ask: str | None
    quiet_days: int | None
    freshness: float


@dataclass(frozen=True, slots=True)
class Found:
    """One place where the searched words stand.

    ``kind`` is person, conversation, fact or promise; ``people`` whom it concerns.
    """

    kind: str
    people: tuple[PersonRef, ...]
    day: date | None
    text: str
    conversation: int | None


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked for, and where it was found, best first."""

    words: str
    found: tuple[Found, ...]
