"""What is said about whom to see next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Facet, PersonRef, Setting, Tier
    from deepnet.views.conversations import PromiseSeen
    from deepnet.views.invitations import InvitationSeen


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


class BirthdaySeen(NamedTuple):
    """A birthday that is near, on ``day``; ``turns`` None where no year is known."""

    person: PersonRef
    day: date
    turns: int | None


class Coming(NamedTuple):
    """What a day brings beside the picks; nobody let go or snoozed is in it.

    ``arranged`` are invitations with a yes that are for this day; ``promises``, yours
    and theirs, have a day that has come; ``waiting`` are invitations of two weeks ago
    and more without an answer; ``birthdays`` are those of the week that begins today.
    What a pick says is not said again.
    """

    arranged: tuple[InvitationSeen, ...]
    promises: tuple[PromiseSeen, ...]
    waiting: tuple[InvitationSeen, ...]
    birthdays: tuple[BirthdaySeen, ...]


NOTHING = Coming((), (), (), ())
"""A day that brings nothing beside."""


class WhoNext(NamedTuple):
    """This morning's people; ``people`` counts everybody in the journal.

    ``near`` and ``for_`` are the place and the setting that were asked for, if any.
    """

    day: date
    picks: tuple[PickSeen, ...]
    people: int
    coming: Coming
    near: str | None
    for_: Setting | None
