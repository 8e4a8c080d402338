"""Where marks and their names have room: boxes, and nothing of what is in them.

First come, first served, so whoever matters most is placed first.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Area(NamedTuple):
    """A box on a drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Whether the two have something in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Area) -> bool:
        """Whether the other one is wholly in this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


class Circle(NamedTuple):
    """A round mark on a drawing."""

    x: float
    y: float
    radius: float

    def area(self, air: float = 0) -> Area:
        """The box around it, with some air."""
        reach = self.radius + air
        return Area(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


class Room:
    """What is taken of a drawing; it looks only at what is near."""

    _CELL = 32

    def __init__(self) -> None:
        self._taken: defaultdict[tuple[int, int], list[Area]] = defaultdict(list)

    def take(self, area: Area) -> None:
        """From now on there is something."""
        for cell in self._cells(area):
            self._taken[cell].append(area)

    def free(self, area: Area) -> bool:
        """Whether nothing is there yet."""
        return not any(
            area.meets(other)
            for cell in self._cells(area)
            for other in self._taken.get(cell, ())
        )

    def _cells(self, area: Area) -> Iterator[tuple[int, int]]:
        for column in range(
            int(area.left) // self._CELL, int(area.right) // self._CELL + 1
        ):
            for row in range(
                int(area.top) // self._CELL, int(area.bottom) // self._CELL + 1
            ):
                yield column, row


_AIR = 1.0
_ASIDE = 48
"""The farthest that a circle is put aside where many have one place."""


def stacked(x: float, radius: float, band: Area, room: Room) -> Circle:
    """A circle at ``x`` in a band, as high as it takes to cover none of the others.

    As near to the middle as it can; where there is no room above or below, it goes
    aside, and at last to the middle on top of another. It takes its room.
    """
    middle, reach = (band.top + band.bottom) / 2, (band.bottom - band.top) / 2 - radius
    circle = Circle(x, middle, radius)
    for aside in _outwards(_ASIDE, 2 * radius + _AIR):
        for away in _outwards(reach, 1):
            other = Circle(x + aside, middle + away, radius)
            if band.holds(other.area()) and room.free(other.area(_AIR / 2)):
                room.take(other.area())
                return other
    room.take(circle.area())
    return circle


def _outwards(reach: float, step: float) -> Iterator[float]:
    """0, then a step to either side, then two, as far as there is reach."""
    yield 0
    for number in range(1, int(reach / step) + 1):
        yield number * step
        yield -number * step


class Spot(NamedTuple):
    """Where words are written: their baseline, and which of their ends is at ``x``."""

    x: float
    y: float
    anchor: str


_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of its words lies before a spot's ``x``."""

_GAP, _RISE, _DROP = 4, 10, 3
"""From a mark to its words; from the baseline up and down to where words end."""


def beside(mark: Circle, long: float, within: Area, room: Room) -> Spot | None:
    """Room for words of that length beside a mark, taken; None where there is none."""
    for spot in _spots(mark):
        left = spot.x - long * _BEFORE[spot.anchor]
        area = Area(left, spot.y - _RISE, left + long, spot.y + _DROP)
        if within.holds(area) and room.free(area):
            room.take(area)
            return spot
    return None


def _spots(mark: Circle) -> Iterator[Spot]:
    """Where words may be, best first: at either side, then above and below."""
    x, y, away = mark.x, mark.y, mark.radius + _GAP
    yield Spot(x + away, y + 4, "start")
    yield Spot(x - away, y + 4, "end")
    for anchor, shift in (("middle", 0.0), ("end", away), ("start", -away)):
        yield Spot(x + shift, y - away, anchor)
        yield Spot(x + shift, y + away + _RISE - 2, anchor)
