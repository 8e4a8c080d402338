"""What is said about invitations and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Answer, PersonRef, Setting


class InvitationSeen(NamedTuple):
    """You asked on ``day``, or they did; ``answer`` None while there is none.

    ``planned_for`` is the day that was proposed.
    """

    id: int
    person: PersonRef
    day: date
    by_them: bool
    setting: Setting | None
    planned_for: date | None
    answer: Answer | None
    answered_on: date | None


class Rest(NamedTuple):
    """Why somebody is not proposed for a while, after declined invitations.

    ``until`` is the first day on which they may be proposed again; None means: until
    they begin.
    """

    until: date | None
    because: str


class Invited(NamedTuple):
    """An invitation that was written down; ``again`` is the day of an earlier asking.

    The earlier one had no answer, and is replaced by this.
    """

    invitation: InvitationSeen
    again: date | None


class Answered(NamedTuple):
    """An invitation that has its answer now, and whether they rest after it."""

    invitation: InvitationSeen
    rest: Rest | None
