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

_BAR = 20
"""How many cells the longest bar takes."""


def report(view: Report) -> Iterator[RenderableType]:
    """The headline with the month before, then what the month was made of."""
    yield line((sentences.title(view.month), STRONG))
    yield line()
    yield line(sentences.headline(view))
    if view.claimed:
        yield line(sentences.claimed(view.claimed))
    yield line((sentences.before(view), QUIET))
    yield from _listed("Moved up", map(sentences.crossed, view.moved))
    yield from _hours(view)
    yield from _lunches(view)
    yield from _chart("How deep it went", sentences.by_depth(view))
    yield from _listed("Learnt", map(sentences.learnt, view.learnt))
    yield from _listed("Thanks", map(sentences.thanks, view.thanks))
    yield from _listed("Promises kept", map(wording.promise, view.promises.kept))
    yield from _listed("Promises open", map(wording.promise, view.promises.open))
    if view.let_go:
        yield heading("Let go, with thanks")
        yield block(listed([person.name for person in view.let_go]))
    yield from _chart("The year: met only at events", sentences.year(view))


def _hours(view: Report) -> Iterator[RenderableType]:
    yield heading("Hours with people")
    yield block(sentences.spent(view))
    if view.hours.total:
        yield _bars(sentences.by_setting(view))
        yield block(("by how well you know them", QUIET))
        yield _bars(sentences.by_tier(view))


def _lunches(view: Report) -> Iterator[RenderableType]:
    """Only where there were any, or where somebody counts them."""
    if view.lunches.number or view.lunches.left:
        yield heading("Lunches")
        yield block(sentences.lunches(view))
    if view.lunches.left:
        yield block((sentences.left(view), QUIET))


def _listed(title: str, texts: Iterable[str]) -> Iterator[RenderableType]:
    lines = list(texts)
    if lines:
        yield heading(title)
    for text in lines:
        yield block(text, indent=4, mark="  · ")


def _chart(title: str, figures: list[Figure]) -> Iterator[RenderableType]:
    if figures:
        yield heading(title)
        yield _bars(figures)


def _bars(figures: list[Figure]) -> RenderableType:
    return Rows(
        [(label, (bar(share, _BAR), ACCENT), words) for label, share, words in figures]
    )


RENDERERS = {Report: report}
