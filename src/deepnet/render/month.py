"""What is shown of a month, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.plain import listed
from deepnet.render import sentences, wording
from deepnet.render.shapes import ACCENT, QUIET, STRONG, Rows, bar, block, heading, line
from deepnet.views.month import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from deepnet.render.sentences import Figure
    from deepnet.views.year import Year

_BAR = 20
"""How many cells the longest bar takes."""


def report(view: Report) -> Iterator[RenderableType]:
    """The headline with the month before, then what the month was made of."""
    yield from opening(view)
    yield from items("Moved up", map(sentences.crossed, view.moved))
    yield from spent(view)
    yield from lunches(view)
    yield from chart("How deep it went", sentences.by_depth(view))
    yield from items("Learnt", map(sentences.learnt, view.learnt))
    yield from items("Thanks", map(sentences.thanks, view.thanks))
    yield from items("Promises kept", map(wording.promise, view.promises.kept))
    yield from items("Promises open", map(wording.promise, view.promises.open))
    yield from let_go(view)
    yield from chart("The year: met only at events", sentences.year(view))


def opening(view: Report | Year) -> Iterator[RenderableType]:
    """What a month or a year is called, and its headline."""
    yield line((sentences.heading(view), STRONG))
    yield line()
    yield line(sentences.headline(view))
    if view.claimed:
        yield line(sentences.claimed(view.claimed))
    before = sentences.before(view)
    if before:
        yield line((before, QUIET))


def let_go(view: Report | Year) -> Iterator[RenderableType]:
    """Who was thanked and left in peace."""
    if view.let_go:
        yield heading("Let go, with thanks")
        yield block(listed([person.name for person in view.let_go]))


def spent(view: Report | Year) -> Iterator[RenderableType]:
    """Where the hours went."""
    said = sentences.spent(view)
    if said:
        yield heading("Hours with people")
        yield block(said)
    if view.hours.total:
        yield _bars(sentences.by_setting(view))
        yield block(("by how well you know them", QUIET))
        yield _bars(sentences.by_tier(view))


def lunches(view: Report | Year) -> Iterator[RenderableType]:
    """Only where there were any, or where somebody counts them."""
    if view.lunches.number or view.lunches.left:
        yield heading("Lunches")
        yield block(sentences.lunches(view))
    if view.lunches.left:
        yield block((sentences.left(view), QUIET))


def items(title: str, texts: Iterable[str]) -> Iterator[RenderableType]:
    """A line for each text, under a heading; nothing where there is none."""
    lines = list(texts)
    if lines:
        yield heading(title)
    for text in lines:
        yield block(text, indent=4, mark="  · ")


def chart(title: str, figures: list[Figure]) -> Iterator[RenderableType]:
    """Bars under a heading; nothing where there are none."""
    if figures:
        yield heading(title)
        yield _bars(figures)


def _bars(figures: list[Figure]) -> RenderableType:
    return Rows(
        [(label, (bar(share, _BAR), ACCENT), words) for label, share, words in figures]
    )


RENDERERS = {Report: report}
