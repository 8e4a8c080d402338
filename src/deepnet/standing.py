"""What a score says of itself: its parts in sentences, and the days of each tier.

Every number in a sentence can be counted again in the history. Pure, as the
arithmetic in ``scoring`` is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deepnet import scoring
from deepnet.dates import written
from deepnet.model import Depth, Part, Setting, Side, Standing, Tier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from deepnet.model import History, Talk
    from deepnet.scoring import Measures

_DEPTHS = (
    "small talk",
    "shop talk",
    "opinions",
    "personal talk",
    "talk from the heart",
)


def standing(history: History) -> Standing:
    """The standing that a history earns: score, tier, parts, and what is missing."""
    measures = scoring.measure(history)
    points = scoring.points(measures)
    tier = scoring.tier(measures)
    because = {
        "time": _time(history),
        "depth": _depth(history, measures),
        "sides": _sides(measures),
        "months": _months(measures),
        "both ways": _both_ways(history),
    }
    parts = tuple(
        Part(name, points[name], float(most), because[name])
        for name, most in scoring.POINTS.items()
    )
    return Standing(
        scoring.total(measures), tier, parts, tuple(_missing(measures, tier))
    )


def _time(history: History) -> str:
    outside = [talk for talk in history.talks if scoring.is_outside(talk)]
    events = sum(talk.setting is Setting.EVENT for talk in history.talks)
    at_events = f"{_times(events)} at events" if events else ""
    if not outside:
        return f"No time outside events{f'; {at_events}' if at_events else ''}."
    hours = sum(map(scoring.minutes_of, outside)) / 60
    days = len({talk.day for talk in outside})
    unsaid = sum(talk.minutes is None for talk in outside)
    long = "1 hour" if f"{hours:.1f}" == "1.0" else f"{hours:.1f} hours"
    said = f"{long} outside events on {_count(days, 'day')}"
    length = f" (length not said for {unsaid})" if unsaid else ""
    return f"{said}{length}{f'; {at_events}' if at_events else ''}."


def _depth(history: History, measures: Measures) -> str:
    if not measures.outside_days:
        return "No talk outside events yet."
    level = max(Depth, key=lambda depth: (_reached(measures, depth), depth))
    days = measures.deep_days[level]
    unsaid = sum(
        talk.depth is None for talk in history.talks if scoring.is_outside(talk)
    )
    assumed = f" (depth not said for {unsaid}: taken as shop talk)" if unsaid else ""
    deeper = "" if level is Depth.HEART else " or deeper"
    said = f"{_DEPTHS[level].capitalize()}{deeper}"
    return f"{said} on {_count(days, 'day')}{assumed}."


def _reached(measures: Measures, level: Depth) -> float:
    """The share that the days at this depth give; the deepest best one is told."""
    only = tuple(
        days if at == level else 0 for at, days in enumerate(measures.deep_days)
    )
    return scoring.shares(measures._replace(deep_days=only))["depth"]


def _sides(measures: Measures) -> str:
    known = [facet for facet in measures.sides if facet.side is Side.ARE]
    doing = any(facet.side is Side.DO for facet in measures.sides)
    if not known:
        return (
            "You know what they do, and no side of who they are."
            if doing
            else "No side of who they are is known yet."
        )
    names = ", ".join(sorted(known))
    also = ", and something of what they do" if doing else ""
    return f"{_count(len(known), 'side')} of who they are ({names}){also}."


def _months(measures: Measures) -> str:
    first, last = measures.first, measures.last
    if first is None or last is None:
        return "It has not begun outside events."
    if measures.meetings == 1:
        return f"It began on {written(first)}; nothing three weeks apart yet."
    days = _count((last - first).days, "day")
    return f"{measures.meetings} meetings at least three weeks apart, over {days}."


def _both_ways(history: History) -> str:
    outside = [talk for talk in history.talks if scoring.is_outside(talk)]
    theirs = {talk.day for talk in outside if talk.they_asked}
    asked = sum(one.by_them for one in history.asked)
    began = f"On {_count(len(theirs), 'day')} it was their idea"
    said = began if theirs else "No day yet was their idea"
    invited = f", and they asked {_times(asked)}" if asked else ""
    kept = min(history.kept_mine, history.kept_theirs)
    promises = f"; {_count(kept, 'promise')} kept each way" if kept else ""
    return f"{said}{invited}{promises}."


def _missing(measures: Measures, tier: Tier) -> Iterator[str]:
    """What the next tier asks for, a sentence each."""
    if tier is Tier.NAME:
        yield "A conversation of any kind: so far there is only a name."
    elif tier is Tier.EVENT:
        yield "Time outside events: one lunch makes an acquaintance."
    elif tier is Tier.ACQUAINTED:
        yield from _opening_missing(measures)
        yield from _points_missing(measures, scoring.OPENING)
    elif tier is Tier.OPENING:
        yield from (_GATES[gate](measures) for gate in scoring.closed_gates(measures))
        yield from _points_missing(measures, scoring.KNOWN)


def _opening_missing(measures: Measures) -> Iterator[str]:
    if measures.outside_days == 1:
        yield "A second day together outside events."
    if not scoring.beyond_shop(measures):
        yield "Talk beyond shop, or one side of who they are."


def _points_missing(measures: Measures, wanted: float) -> Iterator[str]:
    reached = scoring.total(measures)
    if reached < wanted:
        yield f"{wanted - reached:.1f} points more."


def _personal_missing(measures: Measures) -> str:
    more = scoring.GATE_PERSONAL - measures.deep_days[Depth.PERSONAL]
    return f"Personal talk on {_count(more, 'more day')}."


def _sides_missing(measures: Measures) -> str:
    known = sum(facet.side is Side.ARE for facet in measures.sides)
    return f"{_count(scoring.GATE_SIDES - known, 'more side')} of who they are."


def _meetings_missing(measures: Measures) -> str:
    more = scoring.GATE_MEETINGS - measures.meetings
    return f"{_count(more, 'more meeting')}, three weeks after the one before."


_GATES: dict[str, Callable[[Measures], str]] = {
    "meetings": _meetings_missing,
    "months": lambda _: "More time: it has not grown over two months yet.",
    "personal": _personal_missing,
    "sides": _sides_missing,
}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def crossings(history: History) -> tuple[tuple[Tier, date, int | None], ...]:
    """When each tier above *name only* was first reached, and by what conversation.

    A tier never falls as a history grows, so the day is found by halving; from the
    beginning, since in a long history tiers are reached early.
    """
    days = sorted(
        {talk.day for talk in history.talks}
        | {one.day for one in history.learnt}
        | {one.day for one in history.asked}
    )
    reached = scoring.tier(scoring.measure(history))
    found, low = [], 0
    for tier in tuple(Tier)[1 : reached.rank + 1]:
        low = _first(history, days, tier, low)
        found.append((tier, days[low], _behind(history, days[low])))
    return tuple(found)


def _first(history: History, days: list[date], tier: Tier, low: int) -> int:
    last, high, step = len(days) - 1, low, 1
    while high < last and not _has_reached(history, days[high], tier):
        low, high, step = high + 1, min(high + step, last), 2 * step
    while low < high:
        middle = (low + high) // 2
        if _has_reached(history, days[middle], tier):
            high = middle
        else:
            low = middle + 1
    return low


def _has_reached(history: History, day: date, tier: Tier) -> bool:
    return scoring.tier(scoring.measure(_until(history, day))).rank >= tier.rank


def _until(history: History, day: date) -> History:
    """The history as it was on a day; promises have no day here and count always."""
    return history._replace(
        talks=tuple(talk for talk in history.talks if talk.day <= day),
        learnt=tuple(one for one in history.learnt if one.day <= day),
        asked=tuple(one for one in history.asked if one.day <= day),
    )


def _behind(history: History, day: date) -> int | None:
    talks = [talk for talk in history.talks if talk.day == day]
    last = max(
        talks, key=lambda t: (scoring.is_outside(t), t.conversation), default=None
    )
    return last.conversation if last else None


_LEAST: dict[str, int] = {"depth": Depth.SMALLTALK, "others": 3}
_MOST: dict[str, int] = {"depth": Depth.PERSONAL, "others": 0}
_RECENT = 12


def score_range(history: History) -> tuple[float, float]:
    """Where the score can lie, as far as something was not said.

    Depth from small talk to personal, length from half to twice the usual, company
    from three others to none.
    """
    least = (_settled(talk, _ASKING, _LEAST, 0.5) for talk in history.talks)
    most = (_settled(talk, _ASKING, _MOST, 2) for talk in history.talks)
    return (
        scoring.score(history._replace(talks=tuple(least))),
        scoring.score(history._replace(talks=tuple(most))),
    )


def _settled(
    talk: Talk, fields: Iterable[str], values: dict[str, int], length: float
) -> Talk:
    """A conversation with those of the fields filled in that were not said."""
    usual = {"minutes": int(scoring.USUAL_MINUTES[talk.setting] * length)}
    unsaid = [field for field in fields if getattr(talk, field) is None]
    now: dict[str, Any] = {field: (values | usual)[field] for field in unsaid}
    return talk._replace(**now)


_ASKING = {
    "depth": "How deep was the {setting} on {day}?",
    "minutes": "How long was the {setting} on {day}?",
    "others": "How many others were at the {setting} on {day}?",
}


def best_question(history: History) -> str | None:
    """The one answer that would narrow the score most; None if all was said.

    Only the latest dozen conversations are asked about: who remembers more?
    """
    recent = sorted(
        (talk for talk in history.talks if talk.setting is not Setting.MESSAGE),
        key=lambda talk: (talk.day, talk.conversation),
    )[-_RECENT:]
    widths = [
        (_width(history, talk, field), -order, talk, field)
        for order, talk in enumerate(reversed(recent))
        for field in _ASKING
        if getattr(talk, field) is None
    ]
    if not widths:
        return None
    width, _, talk, field = max(widths, key=lambda each: each[:2])
    if not width:
        return None
    setting = talk.setting or "conversation"
    return _ASKING[field].format(setting=setting, day=written(talk.day))


def _width(history: History, talk: Talk, field: str) -> float:
    least = _settled(talk, (field,), _LEAST, 0.5)
    most = _settled(talk, (field,), _MOST, 2)
    low, high = (_instead(history, talk, each) for each in (least, most))
    return round(scoring.score(high) - scoring.score(low), 1)


def _instead(history: History, talk: Talk, other: Talk) -> History:
    talks = list(history.talks)
    talks[talks.index(talk)] = other
    return history._replace(talks=tuple(talks))
