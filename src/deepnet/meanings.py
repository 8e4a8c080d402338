"""What a phrase means, looking back (a journal) or ahead (a promise).

Two tables, one a direction: a shape of words and the rule that makes a day of
it. A shape that is in neither has no meaning. Knows nothing of how the words
were typed, and today is always given.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from deepnet.errors.days import AmbiguousDay, ImpossibleDay, WrongWeekday
from deepnet.model import Precision, When
from deepnet.phrases import MONTHS, UNITS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from deepnet.phrases import Phrase

    Rule = Callable[[Phrase, date], When]


def looking_back(phrase: Phrase, today: date) -> When | None:
    """Return the latest day that the phrase can mean, or None without a meaning.

    The day may lie after today where the words say so ("this sunday").

    Raises:
        NoSuchDay: No calendar has the day, its weekday is another, or it has two
            readings.
    """
    return _meaning(_BACK, phrase, today)


def looking_ahead(phrase: Phrase, today: date) -> When | None:
    """Return the next day that the phrase can mean, or None without a meaning.

    The day may lie before today where the words say so (a day with its year).

    Raises:
        NoSuchDay: As for ``looking_back``.
    """
    return _meaning(_AHEAD, phrase, today)


def last_of_month(day: date) -> date:
    """Return the last day of the month that ``day`` is in."""
    return moved(day, day=31)


def moved(start: date, /, **by: int) -> date:
    """Return a day moved by so many ``months`` and the like, or to a ``day``."""
    # Few days need it, and it takes a twentieth of a whole command to load.
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    # It takes its units by name, one keyword each.
    return start + relativedelta(**by)  # type: ignore[arg-type]


def _meaning(rules: dict[str, Rule], phrase: Phrase, today: date) -> When | None:
    rule = rules.get(phrase.shape)
    if rule is None:
        return None
    try:
        return rule(phrase, today)
    except (ValueError, OverflowError, StopIteration):
        raise ImpossibleDay(phrase.said) from None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _period(unit: str, day: date) -> When:
    """Return the week, month or year around ``day``, by its first day."""
    if unit == "week":
        return When(_monday(day), Precision.WEEK)
    if unit == "month":
        return When(day.replace(day=1), Precision.MONTH)
    return When(day.replace(month=1, day=1), Precision.YEAR)


def _moved(day: date, unit: str, count: int) -> date:
    """Move by whole units; the 31st of a short month is its last day."""
    return moved(day, **{f"{unit}s": count})


def _offset(days: int) -> Rule:
    return lambda _, today: When(today + timedelta(days=days))


def _weekday_in_week(weeks: int) -> Rule:
    def rule(phrase: Phrase, today: date) -> When:
        day = _monday(today) + timedelta(weeks=weeks, days=phrase.parts["W"])
        return When(day)

    return rule


def _weekday_before(phrase: Phrase, today: date) -> When:
    days = (today.weekday() - phrase.parts["W"]) % 7 or 7
    return When(today - timedelta(days=days))


def _weekday_after(phrase: Phrase, today: date) -> When:
    days = (phrase.parts["W"] - today.weekday()) % 7 or 7
    return When(today + timedelta(days=days))


def _next_weekday(phrase: Phrase, today: date) -> When:
    """Read "next friday": of this week or the next, people disagree."""
    soonest = _weekday_after(phrase, today).day
    next_week = _weekday_in_week(1)(phrase, today).day
    if soonest != next_week:
        readings = (soonest.isoformat(), next_week.isoformat())
        raise AmbiguousDay(phrase.said, readings)
    return When(soonest)


def _weekday_weeks_ago(phrase: Phrase, today: date) -> When:
    return _weekday_in_week(-phrase.parts["N"])(phrase, today)


def _ago(unit: str) -> Rule:
    """Days and weeks ago are a day; a month or a year ago is no day, but a span."""
    if unit in {"day", "week"}:
        return _ago_today(unit)
    return lambda phrase, today: _period(unit, _ago_today(unit)(phrase, today).day)


def _ago_today(unit: str) -> Rule:
    return lambda phrase, today: When(_moved(today, unit, -phrase.parts["N"]))


def _in(unit: str) -> Rule:
    return lambda phrase, today: When(_moved(today, unit, phrase.parts["N"]))


def _running(unit: str, count: int) -> Rule:
    """Return the running week, month or year, moved by ``count`` of them."""
    return lambda _, today: _period(unit, _moved(today, unit, count))


def _end_of(unit: str, count: int) -> Rule:
    def rule(_: Phrase, today: date) -> When:
        first = _period(unit, _moved(today, unit, count)).day
        return When(_moved(first, unit, 1) - timedelta(days=1))

    return rule


# 29 February can be eight years away, as 1896 from 1904: years that can be
# divided by 100 are common ones, unless by 400.
_LEAP_GAP = 8


def _date_back(phrase: Phrase, today: date) -> When:
    years = range(today.year, today.year - _LEAP_GAP - 1, -1)
    return _date(phrase, max(_on_each(phrase, years, end=today), default=None))


def _date_ahead(phrase: Phrase, today: date) -> When:
    years = range(today.year, today.year + _LEAP_GAP + 1)
    return _date(phrase, min(_on_each(phrase, years, start=today), default=None))


def _on_each(
    phrase: Phrase, years: range, *, start: date = date.min, end: date = date.max
) -> list[date]:
    """Return the day and month of the phrase, in each of the years that have it."""
    month, number = phrase.parts["M"], phrase.parts["N"]
    days = [day for year in years if (day := _existing(year, month, number))]
    return [day for day in days if start <= day <= end]


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date(phrase: Phrase, nearest: date | None) -> When:
    """Read a date with its year, or else the ``nearest`` one; check its weekday."""
    parts = phrase.parts
    if "S" in phrase.shape:
        raise AmbiguousDay(phrase.said, _both_readings(parts))
    day = date(parts["Y"], parts["M"], parts["N"]) if "Y" in parts else nearest
    if day is None:
        raise ImpossibleDay(phrase.said)
    if parts.get("W", day.weekday()) != day.weekday():
        raise WrongWeekday(phrase.said, WEEKDAYS[day.weekday()])
    return When(day)


def _both_readings(parts: dict[str, int]) -> tuple[str, ...]:
    ways = ((parts["N"], parts["M"]), (parts["M"], parts["N"]))
    if "Y" in parts:
        return tuple(date(parts["Y"], month, day).isoformat() for day, month in ways)
    return tuple(f"{day} {MONTHS[month - 1]}" for day, month in ways)


def _week_of(rule: Rule) -> Rule:
    return lambda phrase, today: _period("week", rule(phrase, today).day)


# A weekday meets a day of the month at least once in this many months: the
# calendar repeats after 28 years, or 40 across a year such as 1900.
_ALL_MONTHS = 40 * 12


def _day_of_month(step: int) -> Rule:
    """Read "the 13th" or "friday 13th": the nearest one, back (-1) or ahead (1)."""

    def rule(phrase: Phrase, today: date) -> When:
        months = (moved(today, months=step * n) for n in range(_ALL_MONTHS))
        days = (_existing(m.year, m.month, phrase.parts["N"]) for m in months)
        weekday = phrase.parts.get("W")
        day = next(
            day
            for day in (day for day in days if day)
            if weekday in {None, day.weekday()} and (day - today).days * step >= 0
        )
        return When(day)

    return rule


def _month_back(phrase: Phrase, today: date) -> When:
    months = (today.month - phrase.parts["M"]) % 12
    return _running("month", -months)(phrase, today)


def _month_before(phrase: Phrase, today: date) -> When:
    months = (today.month - phrase.parts["M"]) % 12 or 12
    return _running("month", -months)(phrase, today)


def _month_of_this_year(phrase: Phrase, today: date) -> When:
    return _period("month", date(today.year, phrase.parts["M"], 1))


def _month_of_year(phrase: Phrase, _: date) -> When:
    return _period("month", date(phrase.parts["Y"], phrase.parts["M"], 1))


def _year(phrase: Phrase, _: date) -> When:
    return _period("year", date(phrase.parts["Y"], 1, 1))


def _first_of_month(phrase: Phrase, today: date) -> When:
    """Read "by march": the next first day of it, which today can be."""
    first = date(today.year, phrase.parts["M"], 1)
    return When(first if first >= today else _moved(first, "year", 1))


def _end_of_month(phrase: Phrase, today: date) -> When:
    last = last_of_month(date(today.year, phrase.parts["M"], 1))
    return When(last if last >= today else last_of_month(_moved(last, "year", 1)))


def _dates(rule: Rule, *before: str) -> dict[str, Rule]:
    return {
        f"{word}{weekday}{day}{year}": rule
        for word in before
        for weekday in ("", "W ")
        for day in ("N M", "M N", "S")
        for year in ("", " Y")
    }


# The words themselves say where the day lies.
_EITHER_WAY: dict[str, Rule] = (
    {
        "the day before yesterday": _offset(-2),
        "day before yesterday": _offset(-2),
        "yesterday": _offset(-1),
        "today": _offset(0),
        "tomorrow": _offset(1),
        "day after tomorrow": _offset(2),
        "the day after tomorrow": _offset(2),
        "last W": _weekday_before,
        "W last week": _weekday_in_week(-1),
        "this W": _weekday_in_week(0),
        "W this week": _weekday_in_week(0),
        "W next week": _weekday_in_week(1),
        "last M": _month_before,
        "this M": _month_of_this_year,
        "M Y": _month_of_year,
        "in M Y": _month_of_year,
        "in Y": _year,
    }
    | {f"{number} {unit} ago": _ago(unit) for number in "NA" for unit in UNITS}
    | {f"{n} {unit} ago today": _ago_today(unit) for n in "NA" for unit in UNITS}
    | {f"W {number} week ago": _weekday_weeks_ago for number in "NA"}
    | {f"last {unit}": _running(unit, -1) for unit in UNITS[1:]}
    | {f"in {number} {unit}": _in(unit) for number in "NA" for unit in UNITS}
    | {f"next {unit}": _running(unit, 1) for unit in UNITS[1:]}
)

_BACK: dict[str, Rule] = (
    _EITHER_WAY
    | _dates(_date_back, "", "on ")
    | _dates(_week_of(_date_back), "week of ")
    | dict.fromkeys(("W O", "on W O", "the O", "on the O"), _day_of_month(-1))
    | {
        "W": _weekday_before,
        "on W": _weekday_before,
        "next W": _weekday_after,
        "M": _month_back,
        "in M": _month_back,
    }
    | {f"this {unit}": _running(unit, 0) for unit in UNITS[1:]}
)

_AHEAD: dict[str, Rule] = (
    _EITHER_WAY
    | _dates(_date_ahead, "", "on ")
    | _dates(_week_of(_date_ahead), "week of ")
    | dict.fromkeys(("W O", "on W O", "the O", "on the O"), _day_of_month(1))
    | {
        "W": _weekday_after,
        "on W": _weekday_after,
        "next W": _next_weekday,
        "M": _first_of_month,
        "in M": _first_of_month,
    }
    | {f"this {unit}": _end_of(unit, 0) for unit in UNITS[1:]}
    | {
        f"{start}end of {which}{unit}": _end_of(unit, count)
        for start in ("", "the ")
        for which, count in (("", 0), ("the ", 0), ("this ", 0), ("next ", 1))
        for unit in UNITS[1:]
    }
    | {f"{start}end of M": _end_of_month for start in ("", "the ")}
)
