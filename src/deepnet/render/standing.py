"""What is shown of a score: part by part, what is missing, what was not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.render import wording
from deepnet.render.invitations import rest
from deepnet.render.shapes import ACCENT, QUIET, STRONG, Rows, bar, block, heading, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from deepnet.model import Part
    from deepnet.views.people import Compared, Why

_BAR = 10
"""How many cells the bar of a part takes."""


def why(view: Why) -> Iterator[RenderableType]:
    """The tier and the score, then the reasons for them."""
    yield line(
        (view.person.name, STRONG),
        f": {view.tier.words}, {view.score:.0f} of 100; ",
        wording.quiet(view.quiet_days),
    )
    yield line()
    for part in view.parts:
        yield from _part(part, max(len(part.name) for part in view.parts))
    yield from _missing(view)
    yield from _unsaid(view)
    if view.rest:
        yield heading("Resting")
        yield block(rest(view.person.name, view.rest))


def compared(view: Compared) -> Iterator[RenderableType]:
    """The parts of several people beside each other, then each one's reasons."""
    people = view.compared
    yield Rows(
        [
            ["", *((one.person.name, STRONG) for one in people)],
            ["tier", *(one.tier.words for one in people)],
            ["score", *(f"{one.score:.0f} of 100" for one in people)],
            *(
                [parts[0].name, *(_cell(part) for part in parts)]
                for parts in zip(*(one.parts for one in people), strict=True)
            ),
            ["last", *(wording.quiet(one.quiet_days) for one in people)],
        ]
    )
    for one in people:
        yield heading(one.person.name)
        for part in one.parts:
            yield block(part.because, indent=4, mark="  · ")


def _cell(part: Part) -> tuple[str, str]:
    """A part's bar and its points, on one line of a column."""
    return " ".join(_measured(part)), ACCENT


def _measured(part: Part) -> tuple[str, str]:
    """A part's bar, and its points in words."""
    share = part.points / part.of if part.of else 0
    return bar(share, _BAR), f"{part.points:.1f} of {part.of:g}"


def _part(part: Part, longest: int) -> Iterator[RenderableType]:
    drawn, points = _measured(part)
    yield Rows([[part.name.ljust(longest), (drawn, ACCENT), points]])
    yield block((part.because, QUIET), indent=longest + 4)


def _missing(view: Why) -> Iterator[RenderableType]:
    if view.missing:
        yield heading("What the next tier asks for")
        for sentence in view.missing:
            yield block(sentence, indent=4, mark="  · ")


def _unsaid(view: Why) -> Iterator[RenderableType]:
    low, high = view.range
    if round(low) < round(high):
        yield heading("What was not said")
        yield block(f"The score lies between {low:.0f} and {high:.0f}.")
        if view.ask:
            yield block(view.ask)
