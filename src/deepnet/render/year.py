"""What is shown of a year, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.render import sentences, together, wording
from deepnet.render.month import chart, items, let_go, lunches, opening, spent
from deepnet.render.shapes import ACCENT, QUIET, Rows, block, heading, spark
from deepnet.views.year import Year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

_PEOPLE = 12
"""How many people have a bar of their own."""


def year(view: Year) -> Iterator[RenderableType]:
    """The headline with the year before, its months in lines, and its people."""
    yield from opening(view)
    yield from _lines(view)
    yield from items("Moved up", map(sentences.crossed, view.moved))
    yield from spent(view)
    yield from lunches(view)
    yield from chart("How deep it went", sentences.by_depth(view))
    yield from _people(view)
    yield from items("Learnt", map(": ".join, sentences.sides(view.learnt)))
    yield from items("Thanks", map(sentences.thanks, view.thanks))
    yield from _promises(view)
    yield from let_go(view)
    yield from chart("Month by month: met only at events", sentences.year(view))


def _lines(view: Year) -> Iterator[RenderableType]:
    lines = sentences.lines(view)
    if lines:
        yield heading("The year")
        yield Rows(
            [(one.label, (spark(one.shares), ACCENT), one.words) for one in lines]
        )


def _people(view: Year) -> Iterator[RenderableType]:
    """Who had the hours; the others are counted."""
    shown = view.together.people[:_PEOPLE]
    rest = " ".join(together.others(view.together, len(shown)))
    yield from chart("Time with each, outside events", together.figures(shown))
    if shown and rest:
        yield block((rest, QUIET))


def _promises(view: Year) -> Iterator[RenderableType]:
    if view.promises.kept:
        yield heading("Promises kept")
        yield block(f"{sentences.counted(view.promises.kept)}.")
    yield from items("Promises open", map(wording.promise, view.promises.open))


RENDERERS = {Year: year}
