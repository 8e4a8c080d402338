"""The charts of a page: ten in a row, bars, and a year of months.

What goes beyond events is filled; what is only met there is an outline. So each chart
reads the same in grey, on paper, and to whoever sees no colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet.render import sentences, wording
from deepnet.render.html import ink

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from deepnet.render.sentences import Figure
    from deepnet.views.month import MonthBar, Report
    from deepnet.views.year import Year

PLAIN = frozenset(("event", "event only", "name only", "people not named", "not said"))
"""The labels of bars that are grey."""

_ROW, _BAR = 26, 12
_LABEL, _LONGEST, _WHOLE = 116, 144, 318


def bars(name: str, title: str, figures: list[Figure]) -> Element:
    """A bar for each figure, its name before it and its words behind it."""
    said = "; ".join(f"{one.label}: {one.words}" for one in figures)
    shapes: list[Element] = []
    for number, one in enumerate(figures):
        middle = number * _ROW + _ROW / 2
        long = max(one.share * _LONGEST, 2)
        kind = "plain" if one.label in PLAIN else "full"
        shapes += (
            ink.words(0, middle + 4, one.label),
            ink.box(_LABEL, middle - _BAR / 2, long, _BAR, kind),
            ink.words(_LABEL + long + 6, middle + 4, one.words, "figure"),
        )
    return ink.picture(name, _WHOLE, len(figures) * _ROW, (title, said), *shapes)


_TEN, _STEP, _RADIUS = 10, 30, 10


def tenths(in_ten: int) -> Element:
    """Ten people in a row: as many of them grey as are met only at events."""
    said = (
        f"{in_ten} of 10 people are met only at events, {_TEN - in_ten} elsewhere too."
    )
    middle = _RADIUS + 2
    return ink.picture(
        "tenths",
        _TEN * _STEP,
        middle * 2,
        ("Ten people", said),
        *(
            ink.ring(
                number * _STEP + middle,
                middle,
                _RADIUS,
                "hollow" if number < in_ten else "known",
            )
            for number in range(_TEN)
        ),
        class_="tenths",
    )


class Frame(NamedTuple):
    """How wide a chart of the year is drawn, and how it names its months."""

    name: str
    width: float
    percent: str
    letters: int
    unit: str


WIDE = Frame("wide", 680, "%", 3, "")
NARROW = Frame("narrow", 340, "", 1, "; in the columns, percent")
"""Two drawings of the same: for a desk or paper, and for a phone."""

_HIGH, _LEAST = 120, 22


def year(view: Report | Year, frame: Frame) -> Element:
    """A column for each month: everybody met, the grey part of them only at events."""
    step = frame.width / len(view.months)
    shapes = [
        *(
            shape
            for number, month in enumerate(view.months)
            for shape in _column(month, number * step, step, frame)
        ),
        ink.words(0, _HIGH + 44, f"How many are known{frame.unit}", "quiet"),
    ]
    said = "; ".join(f"{label}: {told}" for label, _, told in sentences.year(view))
    return ink.picture(
        f"year-{frame.name}",
        frame.width,
        _HIGH + 68,
        ("The year: met only at events", said),
        *shapes,
        class_=frame.name,
    )


def _column(month: MonthBar, x: float, step: float, frame: Frame) -> list[Element]:
    middle, gap = x + step / 2, step * 0.08
    name = sentences.short(month.month)[: frame.letters]
    named = ink.words(middle, _HIGH + 18, name, None, "middle")
    if month.share is None:
        return [named, ink.rule(x + gap, _HIGH - 1, x + step - gap)]
    only = month.share * _HIGH
    percent = wording.percent(month.share).removesuffix("%") + frame.percent
    # The words stand where there is room for them: low in the outline, or above it.
    up, kind = (only + 8, "onfull") if only < _LEAST else (8, "inside")
    return [
        named,
        ink.box(x + gap, 0.5, step - 2 * gap, _HIGH - only, "full"),
        ink.box(x + gap, _HIGH - only, step - 2 * gap, only, "plain"),
        ink.words(middle, _HIGH - up, percent, kind, "middle"),
        ink.words(middle, _HIGH + 62, f"{month.known:,}", "figure", "middle"),
    ]
