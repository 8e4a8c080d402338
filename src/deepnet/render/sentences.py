"""A month, or a year, in sentences and figures: for the terminal, Markdown and a page.

Text only, like ``wording``; user text comes and goes as it is.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

from deepnet import dates
from deepnet.model import THANKS, Depth, Precision, Setting, Tier
from deepnet.plain import listed
from deepnet.render import wording
from deepnet.views.year import Year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from deepnet.model import PersonRef
    from deepnet.views.conversations import PromiseSeen
    from deepnet.views.month import (
        Claimed,
        Crossed,
        Headline,
        LearntSeen,
        MonthBar,
        Report,
    )


class Figure(NamedTuple):
    """One bar of a chart: what it counts, how far it reaches (0 to 1), in words."""

    label: str
    share: float
    words: str


def title(month: str) -> str:
    """A month as people read it: "October 2026"."""
    return dates.written(date.fromisoformat(f"{month}-01"), Precision.MONTH)


def heading(view: Report | Year) -> str:
    """What a report is called: "October 2026", "November 2025 to October 2026"."""
    end = title(view.month)
    return f"{title(view.first)} to {end}" if isinstance(view, Year) else end


def headline(view: Report | Year) -> str:
    """How many of those you have met are only met at events."""
    if view.share is None:
        return "Nobody is met yet: the first conversation you write down begins it."
    people = wording.counted(view.met, "person")
    return f"Of {people} you have met, {_only(view)} only at events."


def claimed(seen: Claimed) -> str:
    """How many you would say that you know, beside those whom the journal shows."""
    known = f"{seen.known:,}" if seen.known else "nobody"
    shown = f"{seen.shown:,}" if seen.shown else "nobody yet"
    return f"You would say that you know {known}; your journal shows {shown}."


def before(view: Report | Year) -> str:
    """The same figure of the month before, and how many are known.

    Nothing where nobody is met and nobody was: the headline says it.
    """
    previous = view.previous
    if not view.met and not previous.met:
        return ""
    then = f"At the end of {title(previous.month)}"
    if previous.share is None:
        return f"{then} nobody was met yet."
    only = f"{_only(previous)} of {previous.met:,}"
    return f"{then} it was {only}. Known: {view.known:,} now, {previous.known:,} then."


def _only(of: Report | Year | Headline) -> str:
    return f"{wording.percent(of.share or 0)} ({of.in_ten} in 10)"


def crossed(seen: Crossed) -> str:
    """Who moved up, when, and in which conversation."""
    tiers = f"{seen.from_.words} → {seen.to.words}"
    return f"{seen.person.name}: {tiers}, {crossed_by(seen)}"


def crossed_by(seen: Crossed, most: int = wording.LINE) -> str:
    """When somebody moved up, and in which conversation: ``most`` letters of it."""
    words = wording.clipped(seen.text, most)
    how = wording.how(seen.setting) if seen.setting else ""
    # "lunch: Lunch with Ana" would say it twice.
    how = f", {how}" if how and not _begins_with(words, how) else ""
    what = f": {words}" if words else ""
    return f"{dates.written(seen.day, seen.precision)}{how}{what}"


def _begins_with(words: str, how: str) -> bool:
    begins = words.lower().startswith(how)
    return begins and not words[len(how) : len(how) + 1].isalnum()


def learnt(seen: LearntSeen) -> str:
    """What was learnt about somebody."""
    return wording.learnt(seen.person, seen.facet, seen.text)


def thanks(seen: PromiseSeen) -> str:
    """Whom to thank, and for what; or when that was done."""
    what = seen.text.removeprefix(THANKS).removeprefix(":").strip()
    done = f"said on {dates.written(seen.kept_on)}" if seen.kept_on else ""
    said = ", ".join(filter(None, (what, done)))
    return f"{seen.person.name}: {said}" if said else seen.person.name


def sides(facts: Iterable[LearntSeen]) -> list[tuple[str, str]]:
    """Of whom something was learnt, and about which sides of them; most first."""
    told: dict[PersonRef, list[str]] = {}
    for one in facts:
        told.setdefault(one.person, []).append(one.facet.value)
    order = sorted(told.items(), key=lambda item: -len(item[1]))
    return [(person.name, listed(dict.fromkeys(said))) for person, said in order]


def counted(promises: Iterable[PromiseSeen]) -> str:
    """How many promises there are, by you and by others: "3 by you and 1 by others"."""
    mine = Counter(one.mine for one in promises)
    by = ((mine[True], "by you"), (mine[False], "by others"))
    return listed(f"{number:,} {whose}" for number, whose in by if number)


class Line(NamedTuple):
    """A figure over the months: each 0 to 1, None where there is none, and in words."""

    label: str
    shares: tuple[float | None, ...]
    words: str


def lines(view: Report | Year) -> list[Line]:
    """The twelve months in a few lines; a line of nothing is left out."""
    months = view.months
    known = [None if one.share is None else one.known for one in months]
    found = (
        _line(
            "met only at events",
            [one.share for one in months],
            wording.percent,
            most=1,
        ),
        _line("known", known, "{:,}".format),
        _sum("conversations", [one.conversations for one in months], "{:,}".format),
        _sum("hours", [one.hours for one in months], wording.hours),
    )
    return [line for line in found if any(line.shares)]


def _line(
    label: str,
    values: Sequence[float | None],
    told: Callable[[float], str],
    *,
    most: float | None = None,
) -> Line:
    """What stood at each month's end, from the first one to the last."""
    there = [value for value in values if value is not None]
    most = most or max(there, default=0) or 1
    ends = (told(there[0]), told(there[-1])) if there else ()
    words = ", then ".join(dict.fromkeys(ends))
    return Line(
        label, tuple(None if one is None else one / most for one in values), words
    )


def _sum(label: str, values: Sequence[float], told: Callable[[float], str]) -> Line:
    """What came of each month, and all in all."""
    most = max(values, default=0) or 1
    return Line(
        label, tuple(one / most for one in values), f"{told(sum(values))} in all"
    )


def spent(view: Report | Year) -> str:
    """Hours and conversations, and how many of the hours nobody counted.

    Nothing where nobody is met and nothing took place.
    """
    if not view.met and not view.conversations:
        return ""
    talks = view.conversations - view.messages
    said = (
        f"{wording.hours(view.hours.total)} in {wording.counted(talks, 'conversation')}"
    )
    if view.hours.assumed:
        assumed = wording.hours(view.hours.assumed)
        said += f"; {assumed} of it is the usual length, where none was said"
    apart = wording.counted(view.messages, "message")
    return f"{said}. {apart} beside." if view.messages else f"{said}."


_NAMED = 8
"""How many people a sentence names; the others are counted."""


_EXACT = 100
"""A number of lunches to come that is larger than this is told in tens."""


def lunches(view: Report | Year) -> str:
    """How many lunches there were, and who got them."""
    seen = view.lunches
    if not seen.number:
        time = "these twelve months" if isinstance(view, Year) else "this month"
        return f"No lunch is written down in {time}."
    named = [
        one.person.name if one.number == 1 else f"{one.person.name} ({one.number})"
        for one in seen.people[:_NAMED]
    ]
    more = len(seen.people) - _NAMED
    if more > 0:
        named.append(f"{more:,} other{'s' * (more > 1)}")
    count = f"{seen.number:,} lunch{'es' * (seen.number > 1)}"
    return f"{count}, with {listed(named)}." if named else f"{count}."


def left(view: Report | Year) -> str:
    """How many lunches are left at this pace; "" where it isn't asked for."""
    seen = view.lunches.left
    if seen is None:
        return ""
    pace = f"{seen.a_month:.1f}".removesuffix(".0")
    number = round(seen.number, -1) if seen.number > _EXACT else seen.number
    return f"At {pace} a month, about {number:,} are left until you are {seen.age}."


def by_setting(view: Report | Year) -> list[Figure]:
    """Hours by how and where, most first."""
    order = sorted(view.hours.setting.items(), key=lambda item: -item[1])
    names = {"unknown": "not said", Setting.VIDEO.value: "video call"}
    return _hours([(names.get(key, key), number) for key, number in order])


def by_tier(view: Report | Year) -> list[Figure]:
    """Hours by how well the best-known person present is known, best first."""
    words = {tier.value: tier.words for tier in reversed(Tier)}
    words["unnamed"] = "people not named"
    given = view.hours.tier
    return _hours([(words[key], given[key]) for key in words if key in given])


def _hours(items: list[tuple[str, float]]) -> list[Figure]:
    most = max((number for _, number in items), default=0) or 1
    return [
        Figure(label, number / most, wording.hours(number)) for label, number in items
    ]


def by_depth(view: Report | Year) -> list[Figure]:
    """Conversations by how deep they went, deepest first."""
    words = {depth.word: wording.deep(depth) for depth in reversed(Depth)}
    words["unknown"] = "not said"
    most = max(view.depth.values(), default=0) or 1
    return [
        Figure(words[key], view.depth[key] / most, f"{view.depth[key]:,}")
        for key in words
        if view.depth.get(key)
    ]


def year(view: Report | Year) -> list[Figure]:
    """A year of months: the share of people who are only met at events, in bars.

    It begins with the first month by whose end anybody was met.
    """
    months = dropwhile(lambda one: one.share is None, view.months)
    return [Figure(short(one.month), one.share or 0, _month(one)) for one in months]


def short(month: str) -> str:
    """A month in a column: "Oct 2026"."""
    name, year = title(month).split()
    return f"{name[:3]} {year}"


def _month(one: MonthBar) -> str:
    if one.share is None:
        return "nobody met"
    met = f"{wording.percent(one.share)} of {one.met:,} met"
    return f"{met}, {one.known:,} known, {wording.hours(one.hours)}"
