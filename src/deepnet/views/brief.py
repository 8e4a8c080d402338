"""What is said of somebody before you meet them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Depth, Facet, PersonRef, Tier
    from deepnet.views.conversations import ConversationSeen, FactSeen, PromiseSeen


class BirthdayNear(NamedTuple):
    """A birthday within two weeks; ``turns`` None where the year is not known."""

    day: date
    turns: int | None


class QuestionSeen(NamedTuple):
    """Something to ask; ``about`` is the fact that it goes back to, if it does."""

    facet: Facet
    depth: Depth
    text: str
    about: FactSeen | None


class PersonBrief(NamedTuple):
    """One person, as far as it helps before a meeting.

    ``last`` are the last three conversations, latest first. So come the facts: ``are``
    (of who they are), ``do`` (of what they do) and ``notes``. ``blanks`` are the sides
    of who they are of which nothing is known, ``promises`` those still open.
    """

    person: PersonRef
    tier: Tier
    score: float
    quiet_days: int | None
    company: str | None
    position: str | None
    birthday: BirthdayNear | None
    connected_on: date | None
    let_go_on: date | None
    let_go_because: str | None
    snoozed_until: date | None
    last: tuple[ConversationSeen, ...]
    are: tuple[FactSeen, ...]
    blanks: tuple[Facet, ...]
    do: tuple[FactSeen, ...]
    notes: tuple[FactSeen, ...]
    promises: tuple[PromiseSeen, ...]
    questions: tuple[QuestionSeen, ...]


class Brief(NamedTuple):
    """Everybody whom you are about to meet, as of ``day``."""

    day: date
    people: tuple[PersonBrief, ...]
