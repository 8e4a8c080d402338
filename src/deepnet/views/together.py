"""What is said about time together: with whom, how long, and how deep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Depth, PersonRef, Tier


class TimeWith(NamedTuple):
    """Time outside events with somebody; a conversation counts whole for each of them.

    ``depth`` is the middle one of those that were said, ``deepest`` the deepest; both
    None where none was said. ``tier`` is the one on the last day.
    """

    person: PersonRef
    tier: Tier
    hours: float
    conversations: int
    depth: Depth | None
    deepest: Depth | None


class Together(NamedTuple):
    """Everybody met outside events from ``first`` to ``last``, most hours first.

    ``event_only`` counts the people who are met only at events, and ``earlier`` those
    met outside events too, but not in this time; nobody of them is in ``people``.
    """

    first: date
    last: date
    people: tuple[TimeWith, ...]
    event_only: int
    earlier: int
