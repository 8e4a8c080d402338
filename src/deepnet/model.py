"""The nouns of deepnet: people, conversations and what they leave behind.

Frozen values and enums. Nothing here reads a clock, a file or a terminal.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


SCORE_VERSION = 1
"""The version of the formula in ``scoring``; standings of another are made anew."""


class Setting(StrEnum):
    """How and where a conversation took place."""

    EVENT = "event"
    LUNCH = "lunch"
    COFFEE = "coffee"
    DINNER = "dinner"
    DRINKS = "drinks"
    WALK = "walk"
    VISIT = "visit"
    TRIP = "trip"
    WORK = "work"
    CALL = "call"
    VIDEO = "video"
    MESSAGE = "message"


class Depth(IntEnum):
    """How deep a conversation went, as told by the person who was there: 0 to 4."""

    SMALLTALK = 0
    SHOP = 1
    OPINIONS = 2
    PERSONAL = 3
    HEART = 4

    @property
    def word(self) -> str:
        """The word that people type and read: ``smalltalk`` to ``heart``."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Depth:
        """Return the depth named by ``word``; KeyError for any other word."""
        return cls[word.upper()]


class Side(StrEnum):
    """The two halves of what can be known of a person."""

    ARE = "who they are"
    DO = "what they do"


class Facet(StrEnum):
    """One side of a person."""

    FAMILY = "family"
    ROOTS = "roots"
    HOME = "home"
    HEALTH = "health"
    JOYS = "joys"
    HOPES = "hopes"
    STRUGGLES = "struggles"
    VALUES = "values"
    PEOPLE = "people"
    WORK = "work"
    CRAFT = "craft"
    PLANS = "plans"

    @property
    def side(self) -> Side:
        """Whether the facet is about who somebody is or about what they do."""
        doing = (Facet.WORK, Facet.CRAFT, Facet.PLANS)
        return Side.DO if self in doing else Side.ARE


class Tier(StrEnum):
    """How well somebody is known, earned from the journal; lowest first."""

    NAME = "name"
    EVENT = "event"
    ACQUAINTED = "acquainted"
    OPENING = "opening"
    KNOWN = "known"

    @property
    def rank(self) -> int:
        """0 for a name only, 4 for known."""
        return tuple(Tier).index(self)

    @property
    def words(self) -> str:
        """The tier as a reader sees it."""
        return _TIER_WORDS[self]


_TIER_WORDS = {
    Tier.NAME: "name only",
    Tier.EVENT: "event only",
    Tier.ACQUAINTED: "acquainted",
    Tier.OPENING: "getting to know",
    Tier.KNOWN: "known",
}


class Precision(StrEnum):
    """How exactly the day of a conversation is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Answer(StrEnum):
    """What became of an invitation."""

    YES = "yes"
    LATER = "later"
    NO = "no"
    SILENCE = "silence"


class Owed(StrEnum):
    """What a tag in a sentence makes of its words: a promise of yours, or of theirs.

    Thanks are a promise, too: to say thank you.
    """

    MINE = "promise"
    THEIRS = "theirs"
    THANKS = "thanks"


THANKS = "say thank you"
"""The words that every promise to thank somebody begins with."""


class When(NamedTuple):
    """A day as somebody said it.

    ``day`` is the first day of the period that ``precision`` names, so that no
    day is invented: "in march" is 1 March with the precision *month*.
    ``clock`` is the time as far as it was said: ``"19:00"``, ``"evening"`` or
    None.
    """

    day: date
    precision: Precision = Precision.DAY
    clock: str | None = None


class PersonRef(NamedTuple):
    """Somebody, as far as an answer needs to name them."""

    id: int
    name: str


class Claim(NamedTuple):
    """The tier that you would have said of somebody, and the day on which you did.

    It seeds the picks and is never a part of what the journal shows.
    """

    tier: Tier
    on: date


class Person(NamedTuple):
    """Somebody in the journal.

    ``birthday`` is ``YYYY-MM-DD``, or ``--MM-DD`` where the year is unknown.
    ``office`` and ``home`` are areas, in the user's own words. ``let_go_on`` is
    the day on which they were thanked and left in peace; ``snoozed_until`` the
    first day on which they may be proposed again.
    """

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    company: str | None = None
    position: str | None = None
    birthday: str | None = None
    office: str | None = None
    home: str | None = None
    let_go_on: date | None = None
    let_go_because: str | None = None
    snoozed_until: date | None = None

    @property
    def ref(self) -> PersonRef:
        """The person as an answer names them."""
        return PersonRef(self.id, self.name)


class Named(NamedTuple):
    """What it takes to recognise somebody in what a user typed."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    company: str | None = None
    last: date | None = None


class Talk(NamedTuple):
    """One conversation as the score sees it: one person's share in it.

    ``minutes`` is its length, ``others`` how many people were there beside the
    two of you; None means that it was not said. ``they_asked`` is True where
    the meeting was their idea.
    """

    day: date
    setting: Setting | None = None
    depth: Depth | None = None
    minutes: int | None = None
    others: int | None = None
    they_asked: bool = False
    conversation: int = 0


class Learnt(NamedTuple):
    """A fact as the score sees it: which side of somebody, and since when.

    ``conversation`` is the conversation it came from; None means that it has
    none behind it.
    """

    day: date
    facet: Facet
    conversation: int | None = None


class Asked(NamedTuple):
    """An invitation as the score and the picks see it.

    ``day`` is the day of the asking, ``planned_for`` the one that was proposed.
    """

    day: date
    by_them: bool = False
    answer: Answer | None = None
    answered_on: date | None = None
    planned_for: date | None = None


class History(NamedTuple):
    """Everything that the journal holds of one person; the order means nothing.

    ``kept_mine`` and ``kept_theirs`` count the promises kept each way.
    """

    talks: tuple[Talk, ...] = ()
    learnt: tuple[Learnt, ...] = ()
    asked: tuple[Asked, ...] = ()
    kept_mine: int = 0
    kept_theirs: int = 0


class Part(NamedTuple):
    """One named part of a score: ``points`` out of ``of``, and the reason."""

    name: str
    points: float
    of: float
    because: str


class Standing(NamedTuple):
    """What the journal shows of one person.

    ``score`` is 0 to 100 and the sum of the parts' points. ``missing`` says, a
    sentence each, what the next tier asks for.
    """

    score: float
    tier: Tier
    parts: tuple[Part, ...]
    missing: tuple[str, ...]
