"""What is said about a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deepnet.model import PersonRef
    from deepnet.views.conversations import PromiseSeen
    from deepnet.views.month import (
        Claimed,
        Crossed,
        Headline,
        Hours,
        LearntSeen,
        Lunches,
        MonthBar,
        PromisesSeen,
    )
    from deepnet.views.together import Together


class Year(NamedTuple):
    """Twelve months in figures, from the month ``first`` to the month ``month``.

    What follows ``first`` is as in a month's report, for all twelve; ``previous`` is
    the month before ``first``.
    """

    first: str
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
    claimed: Claimed | None
    thanks: tuple[PromiseSeen, ...]
    together: Together
