"""The map of people: hours from left to right, depth from below upwards.

Who is known stands high and to the right, with a name; the crowd that is met only at
events is a field of rings beneath.
"""

from __future__ import annotations

from collections import Counter
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from deepnet.folding import is_unspaced
from deepnet.model import Depth, Tier
from deepnet.render import together, wording
from deepnet.render.html import ink
from deepnet.render.html.crowd import crowd, crowd_height
from deepnet.render.html.placing import Area, Circle, Room, beside, stacked
from deepnet.render.html.tree import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from deepnet.views.together import TimeWith, Together

NAMED = 100
"""How many people are told by name: in the table, and where a mark has room."""

MARKED = 600
"""How many have a mark of their own; the others are counted, row by row."""

_HIGH, _NAME, _EDGE = 56, 18, 12
_RADIUS = {Tier.KNOWN: 7.0, Tier.OPENING: 5.5, Tier.ACQUAINTED: 5.5}
_LEAST = 4.0


class Frame(NamedTuple):
    """How wide the map is drawn, how much room a name has, and whether it is whole."""

    name: str
    width: float
    room: float
    whole: bool = True


WIDE, NARROW = Frame("wide", 680, 150), Frame("narrow", 340, 100, whole=False)
"""Two drawings of the same: for a desk or paper, and for a phone."""


class Mark(NamedTuple):
    """Somebody's place on the map."""

    one: TimeWith
    circle: Circle


def known_best(view: Together) -> list[TimeWith]:
    """Everybody: those known best first, and of them those with the most hours."""
    return sorted(view.people, key=lambda one: (-one.tier.rank, -one.hours))


def chart(view: Together, frame: Frame) -> Element:
    """The map, what its marks mean, and the crowd."""
    people = known_best(view)
    rows = _rows(people)
    floor = len(rows) * _HIGH
    shapes: list[Element] = []
    if rows:
        shapes += _map(people, rows, frame)
        floor += 72
    shapes += crowd(view.event_only, floor, frame.width)
    return ink.picture(
        f"people-{frame.name}",
        frame.width,
        floor + crowd_height(view.event_only, frame.width),
        ("People by hours and depth", _said(view)),
        *shapes,
        class_=frame.name,
    )


def _said(view: Together) -> str:
    """The map in words; the people are in the table behind it."""
    tiers = Counter(one.tier for one in view.people)
    met = [f"{tiers[tier]:,} {tier.words}" for tier in reversed(Tier) if tiers[tier]]
    number = wording.counted(len(view.people), "person")
    who = f"{number} met outside events: {', '.join(met)}." if met else ""
    return " ".join(filter(None, (who, *together.others(view, len(view.people)))))


def _rows(people: Sequence[TimeWith]) -> list[Depth | None]:
    """All depths, deepest first, and a row for those of whom none was said."""
    if not people:
        return []
    unsaid = any(one.depth is None for one in people)
    return [*reversed(Depth), *([None] if unsaid else [])]


def _map(
    people: Sequence[TimeWith], rows: Sequence[Depth | None], frame: Frame
) -> Iterator[Element]:
    room, floor = Room(), len(rows) * _HIGH
    for number in range(len(rows) + 1):
        yield ink.rule(0, number * _HIGH, frame.width)
    yield from _lanes(people, rows, room)
    yield from _hours(people, floor, frame)
    marks = _marks(people[:MARKED], rows, frame, room)
    for number, mark in enumerate(marks):
        yield tag("g", *_title(mark.one, number), *_shape(mark.one.tier, mark.circle))
    yield from _names(marks[:NAMED], Area(0, 0, frame.width, floor), frame, room)
    yield from _meaning(people, floor + 50)


def _lanes(
    people: Sequence[TimeWith], rows: Sequence[Depth | None], room: Room
) -> Iterator[Element]:
    """The name of each row, with how many of its people have no mark."""
    more = Counter(one.depth for one in people[MARKED:])
    for number, row in enumerate(rows):
        name = "not said" if row is None else wording.deep(row)
        text = f"{name}, and {more[row]:,} more" if more[row] else name
        top = number * _HIGH
        room.take(Area(0, top, ink.width(text), top + _NAME))
        yield ink.words(0, top + 15, text, "quiet")


def _x(hours: float, people: Sequence[TimeWith], frame: Frame) -> float:
    """The place of so many hours; by the root, so that few hours have room, too."""
    return _EDGE + sqrt(hours / _most(people)) * (frame.width - 2 * _EDGE)


def _most(people: Sequence[TimeWith]) -> float:
    return max(one.hours for one in people) or 1


_FEW, _SOME = 50, 150


def _size(number: int) -> float:
    """Marks are smaller where there are many of them."""
    if number <= _FEW:
        return 1
    return 0.75 if number <= _SOME else 0.4


def _marks(
    people: Sequence[TimeWith], rows: Sequence[Depth | None], frame: Frame, room: Room
) -> list[Mark]:
    size = _size(len(people))
    marks: list[Mark] = []
    for one in people:
        top = rows.index(one.depth) * _HIGH
        x = _x(one.hours, people, frame)
        radius = _RADIUS.get(one.tier, _LEAST) * size
        band = Area(0, top + _NAME, frame.width, top + _HIGH - 2)
        circle = stacked(x, radius, band, room)
        marks.append(Mark(one, circle))
    return marks


def _title(one: TimeWith, number: int) -> Iterator[Element]:
    """What a mark says under a pointer, as far as its person is told by name."""
    if number < NAMED:
        yield tag("title", f"{one.person.name}: {together.told(one)}")


def _shape(tier: Tier, circle: Circle) -> Iterator[Element]:
    """Filled is known, a ring with a point is on the way there, a ring is met."""
    x, y, radius = circle
    if tier is Tier.KNOWN:
        yield ink.ring(x, y, radius, "known")
        return
    yield ink.ring(x, y, radius, "met" if tier in _RADIUS else "hollow")
    if tier is Tier.OPENING:
        yield ink.ring(x, y, radius * 0.45, "known")


def _names(
    marks: Sequence[Mark], within: Area, frame: Frame, room: Room
) -> Iterator[Element]:
    """The names that have room beside their marks."""
    for one, circle in marks:
        kind = "name" if one.tier is Tier.KNOWN else None
        called = one.person.name if frame.whole else _short(one.person.name)
        name = ink.fitting(called, frame.room)
        spot = beside(circle, ink.width(name, bold=bool(kind)), within, room)
        if spot:
            yield ink.words(spot.x, spot.y, name, kind, spot.anchor)


def _short(name: str) -> str:
    """A name where there is little room: "Ana R." for Ana Ruiz."""
    first, *others = name.split() or [name]
    if not others or is_unspaced(first):
        return name
    return f"{first} {others[-1][0]}."


_TICKS = (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_APART = 34


def _hours(people: Sequence[TimeWith], floor: float, frame: Frame) -> Iterator[Element]:
    """The hours beneath the map, as many of them as have room."""
    before = -float(_APART)
    for hours in _TICKS:
        x = _x(hours, people, frame)
        if hours <= _most(people) and x - before >= _APART:
            before = x
            yield tag("path", d=f"M{x:.0f} {floor:.0f}v4", class_="rule")
            yield ink.words(x, floor + 17, f"{hours:,} h", "quiet", "middle")
    yield ink.words(0, floor + 34, "hours together in twelve months", "quiet")


def _meaning(people: Sequence[TimeWith], y: float) -> Iterator[Element]:
    """What each kind of mark means, as far as there are any."""
    x = 0.0
    for tier in (Tier.KNOWN, Tier.OPENING, Tier.ACQUAINTED, Tier.EVENT):
        if any(one.tier is tier for one in people):
            yield from _shape(tier, Circle(x + 7, y, _RADIUS.get(tier, _LEAST)))
            yield ink.words(x + 19, y + 4, tier.words)
            x += 19 + ink.width(tier.words) + 16
