"""How long you were together with each person, and how deep the talk was.

Pure arithmetic on conversations that are counted already; it knows no names, no file
and no clock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from deepnet.reporting import in_hours

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deepnet.model import Depth, Setting
    from deepnet.reporting import Usual


class Talks(NamedTuple):
    """So many ``times`` one person was met in one setting, at one depth.

    ``minutes`` adds up those that were said, ``unsaid`` counts the times of which no
    length was said.
    """

    person: int
    setting: Setting | None
    depth: Depth | None
    times: int
    minutes: int
    unsaid: int


class Time(NamedTuple):
    """Time with one person: hours, times, and how deep it mostly and ever went.

    Both depths are None where none was said.
    """

    hours: float
    times: int
    typical: Depth | None
    deepest: Depth | None


def times(talks: Iterable[Talks], usual: Usual) -> dict[int, Time]:
    """Add up the time with each person, by their number.

    The whole length of a conversation counts for everybody who was there: each of them
    was met for so long. Where no length was said, the usual one of the setting counts.
    Hours are rounded to hundredths.
    """
    mine: defaultdict[int, list[Talks]] = defaultdict(list)
    for one in talks:
        mine[one.person].append(one)
    return {person: _time(some, usual) for person, some in mine.items()}


def _time(talks: list[Talks], usual: Usual) -> Time:
    minutes = sum(one.minutes + one.unsaid * usual[one.setting] for one in talks)
    depths: Counter[Depth] = Counter()
    for one in talks:
        if one.depth is not None:
            depths[one.depth] += one.times
    return Time(
        hours=in_hours(minutes),
        times=sum(one.times for one in talks),
        typical=typical(depths),
        deepest=max(depths, default=None),
    )


def typical(depths: Mapping[Depth, int]) -> Depth | None:
    """The depth in the middle of all that were said, the lower one of two; or None.

    Depths have an order, but no distances: there is a middle one, and no mean.
    """
    half = sum(depths.values()) / 2
    seen = 0
    for depth in sorted(depths):
        seen += depths[depth]
        if seen and seen >= half:
            return depth
    return None
