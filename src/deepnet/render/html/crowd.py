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

_STEP, _TOP = 9, 24
_RINGS = 500
"""The most rings that are drawn."""

_EACH = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""How many people one ring may stand for."""


def _each(number: int) -> int:
    return next((each for each in _EACH if number <= each * _RINGS), _EACH[-1])


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
    across = int(width) // _STEP
    rings = "".join(
        f"M{at % across * _STEP + _STEP // 2} {top + _TOP + at // across * _STEP:.0f}h0"
        for at in range(ceil(number / each))
    )
    yield tag("path", d=rings, class_="crowd")
    yield tag("path", d=rings, class_="crowd within")


def crowd_height(number: int, width: float) -> float:
    """How high the crowd is drawn."""
    rows = ceil(ceil(number / _each(number)) / (int(width) // _STEP))
    return _TOP + rows * _STEP if number else 0
