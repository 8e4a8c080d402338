"""Time together in words and figures: the same for the terminal and for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.render import wording
from deepnet.render.sentences import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deepnet.views.together import TimeWith, Together


def figures(people: Sequence[TimeWith]) -> list[Figure]:
    """A bar for each of them: as long as the hours with them."""
    most = max((one.hours for one in people), default=0) or 1
    return [Figure(one.person.name, one.hours / most, told(one)) for one in people]


def told(one: TimeWith) -> str:
    """Hours with somebody, how deep the talk mostly was, and their tier."""
    depth = "" if one.depth is None else f", {wording.deep(one.depth)}"
    return f"{wording.hours(one.hours)}{depth}, {one.tier.words}"


def others(view: Together, shown: int) -> Iterator[str]:
    """Who is not among the ``shown`` people: a sentence for each kind of them."""
    more = len(view.people) - shown
    if more > 0:
        yield f"And {more:,} more, in less time."
    if view.event_only:
        are = "is" if view.event_only == 1 else "are"
        people = wording.counted(view.event_only, "person")
        yield f"{people} {are} met only at events."
    if view.earlier:
        were = "was" if view.earlier == 1 else "were"
        people = wording.counted(view.earlier, "person")
        yield f"{people} {were} met elsewhere too, before these twelve months."
