"""The crowd: a ring for each of those who are met only at events."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from deepnet.render import wording
from deepnet.render.html import ink
from deepnet.render.html.tree import tag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_TOP = 24
_RINGS = 500
"""The most rings that are drawn."""

_SOME, _LARGE, _SMALL = 150, 15, 9
"""Up to so many rings are as large as the marks of the map: how far they are apart."""

_EACH = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""How many people one ring may stand for."""


def _each(number: int) -> int:
    return next((each for each in _EACH if number <= each * _RINGS), _EACH[-1])


def _step(number: int) -> int:
    return _LARGE if number <= _SOME else _SMALL


def crowd(number: int, top: float, width: float) -> Iterator[Element]:
    """The rings beneath ``top``, with what they are; nothing for nobody.

    All of them are one path of strokes without length, drawn twice: a ring would take
    ten times the room in the file.
    """
    if not number:
        return
    each = _each(number)
    people = wording.counted(number, "person")
    note = f"; a ring is {each:,} of them" if each > 1 else ""
    yield ink.words(0, top + 12, f"{people} met only at events{note}", "quiet")
    step = _step(number)
    across, first = int(width) // step, top + _TOP + step // 2 - _SMALL // 2
    rings = "".join(
        f"M{at % across * step + step // 2} {first + at // across * step:.0f}h0"
        for at in range(ceil(number / each))
    )
    size = "large" if step == _LARGE else "small"
    yield tag("path", d=rings, class_=f"crowd {size}")
    yield tag("path", d=rings, class_=f"crowd within {size}")


def crowd_height(number: int, width: float) -> float:
    """How high the crowd is drawn."""
    step = _step(number)
    rows = ceil(ceil(number / _each(number)) / (int(width) // step))
    return _TOP + rows * step if number else 0
