"""How well you know somebody: arithmetic over one person's history, and nothing else.

No clock, no store: the score depends on history alone, so silence takes nothing from
it. Five parts, each 0 to 1, times its points; the tier needs points and gates. Every
constant is explained, with its source, in docs/explanation/scoring.md.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from math import exp, log2
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Answer, Depth, Facet, Learnt, Setting, Side, Talk, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from deepnet.model import History

POINTS = {"time": 30, "depth": 25, "sides": 20, "months": 15, "both ways": 10}
"""The parts, and how many of the hundred points each can give."""

OPENING, KNOWN = 24.0, 55.0
"""The points from which somebody is *getting to know* and *known*, gates permitting."""

FULL_HOURS = 50
"""Hours at which the part for time is full: a casual friend (Hall 2019: 40 to 60)."""

APART = timedelta(days=21)
SPAN = timedelta(days=60)
GATE_MEETINGS, GATE_PERSONAL, GATE_SIDES = 3, 2, 3
"""*Known* asks for so many meetings three weeks apart over two months, so many days
of personal talk, and so many sides of who they are."""

USUAL_MINUTES: Mapping[Setting | None, float] = {
    Setting.EVENT: 10,
    Setting.LUNCH: 60,
    Setting.COFFEE: 45,
    Setting.DINNER: 120,
    Setting.DRINKS: 90,
    Setting.WALK: 60,
    Setting.VISIT: 120,
    Setting.TRIP: 480,
    Setting.WORK: 30,
    Setting.CALL: 20,
    Setting.VIDEO: 30,
    Setting.MESSAGE: 0,
    None: 45,
}
"""Minutes assumed where none were said; a pair at a conference gets one or two."""

USUAL_DEPTH, USUAL_OTHERS = Depth.SHOP, 1
"""What is assumed where depth, or how many others were there, was not said."""

# What an hour counts: talk about nothing but work "just doesn't count as much"
# (Hall 2019), a voice binds more than text (Kumar & Epley 2021).
_WEIGHT: Mapping[Setting | None, float] = {
    Setting.CALL: 0.75,
    Setting.VIDEO: 0.75,
    Setting.WORK: 0.25,
    Setting.MESSAGE: 0.0,
    None: 0.5,
}
_EVENT_WEIGHT, _EVENT_MINUTES, _EVENT_HOURS = 0.25, 30, 1.0
_DAY_HOURS = 4.0
_CEILINGS = (0.10, 0.25, 0.55, 0.85, 1.0)
_DAY_MINUTES = 24 * 60
_THIRD = 3
_HALF_LIFE = 90
_ALIVE: Mapping[Setting | None, float] = {
    Setting.CALL: 0.8,
    Setting.VIDEO: 0.8,
    Setting.EVENT: 0.5,
    Setting.MESSAGE: 0.4,
}


class Measures(NamedTuple):
    """What is counted in a history; every part of the score follows from it.

    ``hours`` are weighted and saturated, ``event_hours`` their share from events.
    ``deep_days`` has, for each depth from small talk to heart, the days outside
    events on which talk went at least so deep. ``meetings`` counts days outside
    events that are pairwise three weeks apart; ``first`` and ``last`` are the first
    and the last day outside events. ``turns`` is the smaller side of who began and
    whose promises were kept.
    """

    met: bool
    hours: float
    event_hours: float
    outside_days: int
    deep_days: tuple[int, ...]
    sides: frozenset[Facet]
    meetings: int
    first: date | None
    last: date | None
    turns: int


def is_outside(talk: Talk) -> bool:
    """Whether a conversation was neither at an event nor by message."""
    return talk.setting not in (Setting.EVENT, Setting.MESSAGE)


def minutes_of(talk: Talk) -> float:
    """The length in minutes, as said or as usual; a day at most."""
    usual = USUAL_MINUTES[talk.setting]
    return min(usual if talk.minutes is None else talk.minutes, _DAY_MINUTES)


def depth_of(talk: Talk) -> Depth:
    """The depth, as said or as assumed."""
    return USUAL_DEPTH if talk.depth is None else talk.depth


def share_of(talk: Talk) -> float:
    """Your share of somebody's attention, 0 to 1: less in a larger group."""
    others = USUAL_OTHERS if talk.others is None else talk.others
    return 1 / (1 + others / 4)


def measure(history: History) -> Measures:
    """Count what the score rests on; the order of the history doesn't matter."""
    outside = [talk for talk in history.talks if is_outside(talk)]
    events = [talk for talk in history.talks if talk.setting is Setting.EVENT]
    days = sorted({talk.day for talk in outside})
    event_hours = min(sum(_event_days(events).values()), _EVENT_HOURS)
    met = bool(outside or events)
    return Measures(
        met=met,
        hours=event_hours + sum(map(_saturated, _outside_days(outside).values())),
        event_hours=event_hours,
        outside_days=len(days),
        deep_days=_deep_days(outside),
        # A fact counts once there is a conversation behind it, however far.
        sides=frozenset(one.facet for one in history.learnt) if met else frozenset(),
        meetings=_apart(days),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        turns=_turns(history, outside),
    )


def _outside_days(talks: Iterable[Talk]) -> dict[date, float]:
    """Weighted hours outside events, by day."""
    hours: dict[date, float] = defaultdict(float)
    for talk in talks:
        weight = _WEIGHT.get(talk.setting, 1.0) * share_of(talk)
        hours[talk.day] += weight * minutes_of(talk) / 60
    return hours


def _event_days(talks: Iterable[Talk]) -> dict[date, float]:
    """Weighted hours at events, by day: a quarter of half an hour at most."""
    minutes: dict[date, float] = defaultdict(float)
    for talk in talks:
        minutes[talk.day] += minutes_of(talk) * share_of(talk)
    return {
        day: _EVENT_WEIGHT * min(each, _EVENT_MINUTES) / 60
        for day, each in minutes.items()
    }


def _saturated(hours: float) -> float:
    """4 (1 - e^(-h/4)): a weekend of twenty hours is not five lunches."""
    return _DAY_HOURS * (1 - exp(-hours / _DAY_HOURS))


def _deep_days(talks: Iterable[Talk]) -> tuple[int, ...]:
    deepest: dict[date, Depth] = {}
    for talk in talks:
        deepest[talk.day] = max(depth_of(talk), deepest.get(talk.day, Depth.SMALLTALK))
    reached = list(deepest.values())
    return tuple(sum(one >= level for one in reached) for level in Depth)


def _apart(days: Iterable[date]) -> int:
    """The most of these sorted days that are pairwise three weeks apart."""
    count, last = 0, None
    for day in days:
        if last is None or day - last >= APART:
            count, last = count + 1, day
    return count


def _turns(history: History, outside: Iterable[Talk]) -> int:
    """The smaller side counts: min(sent, received) predicts best (science)."""
    began: dict[bool, set[date]] = {True: set(), False: set()}
    for talk in outside:
        began[talk.they_asked].add(talk.day)
    for one in history.asked:
        if one.by_them or one.answer is Answer.YES:
            began[one.by_them].add(one.day)
    kept = min(history.kept_mine, history.kept_theirs)
    return min(map(len, began.values())) + kept


def shares(measures: Measures) -> dict[str, float]:
    """Each part's share of its points, 0 to 1, in the order of ``POINTS``."""
    sides = sum(facet.side is Side.ARE for facet in measures.sides)
    doing = any(facet.side is Side.DO for facet in measures.sides)
    return {
        "time": min(1.0, log2(1 + measures.hours) / log2(1 + FULL_HOURS)),
        "depth": max(
            ceiling * _filling(days, 2)
            for ceiling, days in zip(_CEILINGS, measures.deep_days, strict=True)
        ),
        "sides": _filling(sides + doing / 2, _THIRD),
        "months": _filling(max(measures.meetings - 1, 0), _THIRD),
        "both ways": _filling(measures.turns, _THIRD),
    }


def _filling(count: float, halving: float) -> float:
    """1 - 2^(-count/halving): each ``halving`` more halves what is missing."""
    return float(1 - 2 ** (-count / halving))


def points(measures: Measures) -> dict[str, float]:
    """The points of each part, to a tenth; their sum is the score, 0 to 100."""
    return {
        name: round(POINTS[name] * share, 1) for name, share in shares(measures).items()
    }


def score(history: History) -> float:
    """The score of a history, 0 to 100."""
    return total(measure(history))


def total(measures: Measures) -> float:
    """The sum of the parts, to a tenth."""
    return round(sum(points(measures).values()), 1)


def tier(measures: Measures) -> Tier:
    """The tier that the measures earn: gates first, then points."""
    if not measures.met:
        return Tier.NAME
    if not measures.outside_days:
        return Tier.EVENT
    reached = total(measures)
    if reached >= KNOWN and not closed_gates(measures):
        return Tier.KNOWN
    is_open = measures.outside_days > 1 and beyond_shop(measures)
    return Tier.OPENING if reached >= OPENING and is_open else Tier.ACQUAINTED


def beyond_shop(measures: Measures) -> bool:
    """Whether anything of who they are came up: opinions once, or a side of them.

    *Getting to know* asks for it: fifty weekends about the job are an acquaintance.
    """
    sides = any(facet.side is Side.ARE for facet in measures.sides)
    return sides or measures.deep_days[Depth.OPINIONS] > 0


def closed_gates(measures: Measures) -> tuple[str, ...]:
    """Which gates still keep somebody from *known*, whatever the points."""
    first, last = measures.first, measures.last
    span = last - first if first and last else timedelta()
    sides = sum(facet.side is Side.ARE for facet in measures.sides)
    gates = {
        "meetings": measures.meetings >= GATE_MEETINGS,
        "months": span >= SPAN,
        "personal": measures.deep_days[Depth.PERSONAL] >= GATE_PERSONAL,
        "sides": sides >= GATE_SIDES,
    }
    return tuple(gate for gate, is_open in gates.items() if not is_open)


def typical(history: History, day: date) -> History:
    """The history with one typical conversation more.

    An hour's lunch for two on ``day``, with opinions, and one new side of who they
    are.
    """
    known = {one.facet for one in history.learnt}
    blank = [f for f in Facet if f.side is Side.ARE and f not in known]
    lunch = Talk(day, Setting.LUNCH, Depth.OPINIONS, 60, 0)
    return history._replace(
        talks=(*history.talks, lunch),
        learnt=(*history.learnt, *(Learnt(day, facet, 0) for facet in blank[:1])),
    )


def gain(history: History, day: date) -> float:
    """The points that one typical conversation on ``day`` would add, 0 or more."""
    return round(score(typical(history, day)) - score(history), 1)


def freshness(history: History, today: date) -> float:
    """How alive it is on ``today``, 0 to 1; halves in 90 days (Dunbar 2020).

    In person outside events counts whole, a call 0.8, an event 0.5, a message 0.4.
    Conversations after ``today`` are not looked at.
    """
    return max(
        (
            _ALIVE.get(talk.setting, 1.0) * 2 ** (-(today - talk.day).days / _HALF_LIFE)
            for talk in history.talks
            if talk.day <= today
        ),
        default=0.0,
    )


def quiet_days(history: History, today: date) -> int | None:
    """Days since the last conversation; None if there never was one."""
    past = [talk.day for talk in history.talks if talk.day <= today]
    return (today - max(past)).days if past else None
