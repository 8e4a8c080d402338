"""What is said about a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Facet, PersonRef, Precision, Setting, Tier
    from deepnet.views.conversations import PromiseSeen


class Claimed(NamedTuple):
    """How many people you would say that you know, and how many the journal shows.

    ``asked`` counts those of whom you said anything by the end of the month.
    """

    known: int
    shown: int
    asked: int


class Headline(NamedTuple):
    """How many of those you have met are only met at events, at the end of a month.

    ``share`` is 0 to 1 and ``in_ten`` 0 to 10, both None where nobody was met.
    """

    month: str
    met: int
    event_only: int
    share: float | None
    in_ten: int | None
    known: int


class Crossed(NamedTuple):
    """Somebody who moved up, the day, and the conversation that did it.

    ``precision`` says how exactly the day is known.
    """

    person: PersonRef
    from_: Tier
    to: Tier
    day: date
    precision: Precision
    setting: Setting | None
    text: str
    conversation: int | None


class Hours(NamedTuple):
    """Hours with people, messages apart; ``assumed`` of them had no length given.

    ``setting`` has the settings' words, and "unknown" where none was said; ``tier``
    the tiers' words, and "unnamed" where only people without a name were there.
    """

    total: float
    assumed: float
    setting: dict[str, float]
    tier: dict[str, float]


class SharedSeen(NamedTuple):
    """Somebody who had ``number`` lunches of the month."""

    person: PersonRef
    number: int


class LeftSeen(NamedTuple):
    """How many lunches are left until an age, at ``a_month`` (of the year's pace)."""

    number: int
    age: int
    a_month: float


class Lunches(NamedTuple):
    """The lunches of a month, who got them, and how many are left.

    ``number`` counts each lunch once, however many were there; ``left`` is None where
    the month of your birth is not set, and in a month that has passed.
    """

    number: int
    people: tuple[SharedSeen, ...]
    left: LeftSeen | None


class LearntSeen(NamedTuple):
    """What was learnt about somebody."""

    person: PersonRef
    facet: Facet
    text: str
    day: date


class PromisesSeen(NamedTuple):
    """Promises kept in the month, and those still open."""

    kept: tuple[PromiseSeen, ...]
    open: tuple[PromiseSeen, ...]


class MonthBar(NamedTuple):
    """One month of the year's chart."""

    month: str
    met: int
    event_only: int
    share: float | None
    in_ten: int | None
    known: int
    conversations: int
    hours: float


class Report(NamedTuple):
    """A month in figures.

    ``thanks`` are the thank-yous that were promised in it; ``promises`` are the others.

    ``conversations`` counts all of them, ``messages`` those that were messages;
    ``depth`` counts the others by depth word, and "unknown" where none was said.
    ``claimed`` is None where nothing was claimed yet.
    """

    month: str
    met: int
    event_only: int
    share: float | None
    in_ten: int | None
    known: int
    previous: Headline
    moved: tuple[Crossed, ...]
    conversations: int
    messages: int
    hours: Hours
    lunches: Lunches
    depth: dict[str, int]
    learnt: tuple[LearntSeen, ...]
    promises: PromisesSeen
    let_go: tuple[PersonRef, ...]
    months: tuple[MonthBar, ...]
    claimed: Claimed | None = None
    thanks: tuple[PromiseSeen, ...] = ()
