"""What is said about people: in a list, one by one, and why they stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Claim, Facet, Part, PersonRef, Tier
    from deepnet.views.conversations import (
        ConversationSeen,
        FactSeen,
        Moved,
        PromiseSeen,
    )
    from deepnet.views.invitations import InvitationSeen, Rest


class PersonSeen(NamedTuple):
    """One line of a list of people.

    ``tags`` are the circles they are in; ``conversations`` counts them; ``last`` is
    the day of the last one.
    """

    id: int
    name: str
    aliases: tuple[str, ...]
    company: str | None
    position: str | None
    tags: tuple[str, ...]
    emails: tuple[str, ...]
    tier: Tier
    score: float
    conversations: int
    last: date | None


class PeopleSeen(NamedTuple):
    """A list of people."""

    people: tuple[PersonSeen, ...]


class CircleSeen(NamedTuple):
    """A circle: its tag, and how many ``people`` are in it."""

    tag: str
    people: int


class CirclesSeen(NamedTuple):
    """The circles, by name."""

    circles: tuple[CircleSeen, ...]


class JobSeen(NamedTuple):
    """What somebody did before, and the day on which that was replaced."""

    company: str | None
    position: str | None
    until: date


class Portrait(NamedTuple):
    """Everything that the journal holds of one person.

    ``blanks`` are the sides of who they are of which nothing is known;
    ``conversations`` and ``invitations`` come latest first. ``tier`` is what the
    journal shows, ``claim`` what the user would say.
    """

    id: int
    name: str
    aliases: tuple[str, ...]
    company: str | None
    position: str | None
    tags: tuple[str, ...]
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
    invitations: tuple[InvitationSeen, ...]
    claim: Claim | None = None


class PersonShown(NamedTuple):
    """One person, whole, as of ``day``."""

    day: date
    person: Portrait


class PersonChanged(NamedTuple):
    """Somebody who was added or changed; ``done`` says what, a sentence each."""

    person: PersonSeen
    done: tuple[str, ...]


class FactLearnt(NamedTuple):
    """A fact that was written down, and whether it moved somebody."""

    fact: FactSeen
    moved: tuple[Moved, ...]


class PromiseMade(NamedTuple):
    """A promise that was written down."""

    promise: PromiseSeen


class PromiseDone(NamedTuple):
    """A promise that was done."""

    promise: PromiseSeen


class Why(NamedTuple):
    """A score, part by part.

    ``range`` is where the score could lie, as far as depth, length or company were
    not said; ``ask`` the one answer that would narrow it most. ``rest`` is there while
    they are not proposed after declined invitations.
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
    rest: Rest | None


class Compared(NamedTuple):
    """The scores of several people, part beside part."""

    compared: tuple[Why, ...]


class Found(NamedTuple):
    """One place where the searched words stand.

    ``kind`` is person, conversation, fact or promise; ``people`` whom it concerns.
    """

    kind: str
    people: tuple[PersonRef, ...]
    day: date | None
    text: str
    conversation: int | None


class Search(NamedTuple):
    """What was looked for, and where it was found, best first."""

    words: str
    found: tuple[Found, ...]
