"""The days that people type and read; always told what today is.

A journal looks back: "friday" is the latest Friday before today, and a day
after today is refused. A promise looks ahead: its "friday" is the next one.
No day is invented: what was said of a month stays a month.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from deepnet.errors.days import (
    DistantDay,
    FutureDay,
    PastDay,
    UnreadableDay,
    UnreadableDue,
    UnreadableMonth,
)
from deepnet.meanings import last_of_month, looking_ahead, looking_back, moved
from deepnet.model import Precision, When
from deepnet.phrases import AMOUNTS, MONTHS, WEEKDAYS, read_phrase

if TYPE_CHECKING:
    from datetime import datetime, time

FIRST_YEAR = 1900

# At the head of a sentence, or after "by", these are somebody's name, or a word,
# as likely as a month; "in may" and "may 2026" are plain.
_ALSO_NAMES = frozenset({"jan", "april", "may", "june", "august"})

_LONGEST_LEAD = 40


def read_day(said: str, today: date) -> When:
    """Read a phrase for today or a day before it; the whole phrase, or nothing.

    A weekday is the latest one before today, a day and month without a year the
    latest one not after today. A night and its small hours belong to the day on
    which it began.

    Raises:
        UnreadableDay: It is no phrase for a day.
        AmbiguousDay: It has two readings, as "3/11".
        ImpossibleDay: No calendar has the day, or it lies before 1900.
        WrongWeekday: The day has another weekday than was said.
        FutureDay: The day comes after today.
    """
    phrase = read_phrase(said)
    when = looking_back(phrase, today)
    if when is None or (phrase.clock and when.precision is not Precision.DAY):
        raise UnreadableDay(said)
    if when.day > today:
        raise FutureDay(said, written(when.day, when.precision))
    if when.day.year < FIRST_YEAR:
        raise DistantDay(said)
    return When(when.day, when.precision, phrase.clock)


def leading_day(sentence: str, today: date) -> tuple[When | None, str]:
    """Split "yesterday: lunch with Ana" into its day and its text.

    The day ends at the first colon that white space follows. Without one, or
    where the words before it are no day, the sentence comes back as it is. A
    month that is also a name ("May: …") counts as the name.

    Raises:
        NoSuchDay: The words are about a day, but as in ``read_day`` it is none.
    """
    colon = _lead_end().search(sentence)
    if colon is None or colon.start() > _LONGEST_LEAD:
        return None, sentence
    lead = sentence[: colon.start()]
    if _may_be_a_name(lead):
        return None, sentence
    try:
        return read_day(lead, today), sentence[colon.end() :].lstrip()
    except UnreadableDay:
        if read_phrase(lead).is_figures:
            raise
        return None, sentence


@cache
def _lead_end() -> re.Pattern[str]:
    return re.compile(r"：|:(?=\s|\Z)")


def _may_be_a_name(words: str) -> bool:
    return words.strip().casefold().rstrip(".") in _ALSO_NAMES


def mentions_day(sentence: str) -> str | None:
    """Return the first plain word of another day in a sentence, as it was typed.

    For a remark, when a sentence names a day elsewhere than at its head; only
    what can hardly mean anything else is found.
    """
    match = _mention().search(sentence)
    return match[0] if match else None


@cache
def _mention() -> re.Pattern[str]:
    weekday = "|".join(WEEKDAYS)
    number = "|".join(("[0-9]{1,3}", *AMOUNTS))
    month = "|".join(part for name in MONTHS for part in (name, name[:3]))
    figure = "[0-9]{1,2}(?:st|nd|rd|th)?"
    dated = (
        rf"(?:the )?{figure} (?:of )?(?:{month})|(?:{month}) (?:the )?{figure}"
        r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    )
    return re.compile(
        r"\b(?:the day before yesterday|yesterday|last night"
        rf"|(?:last|on) (?:{weekday})|on (?:{dated})"
        rf"|(?:{number}) (?:day|week|month|year)s? ago)\b",
        re.IGNORECASE,
    )


def read_due(said: str, today: date) -> date:
    """Read the day of a promise: today or later.

    A weekday is the next one after today; a day and month without a year the
    next one, which today can be. A week, a month or a year is its first day, and
    "this month" its last. A promise has no hour: "friday at noon" is that Friday.

    Raises:
        NoSuchDay: As for ``read_day``; PastDay when the day has passed.
    """
    phrase = read_phrase(said)
    when = looking_ahead(phrase, today)
    if when is None or (when.precision is Precision.YEAR and when.day < today):
        raise UnreadableDue(said)
    if when.day < today:
        raise PastDay(said, written(when.day, when.precision))
    return when.day


def split_due(text: str, today: date) -> tuple[str, date | None]:
    """Split "send the book by friday" into what and when.

    What follows the last "by" is the day, or the text stays whole without one
    ("a book by Borges"). A day with an hour stays in the text too, because only
    the day is kept beside it.

    Raises:
        NoSuchDay: What follows "by" is about a day, but as in ``read_due`` it is
            none.
    """
    what, said = _around_by(text)
    if not what or _may_be_a_name(said):
        return text, None
    try:
        due = read_due(said, today)
    except UnreadableDay:
        return text, None
    return (text if read_phrase(said).clock else what), due


_LONGEST_TAIL = 60


def _around_by(text: str) -> tuple[str, str]:
    start = max(0, len(text) - _LONGEST_TAIL)
    found = [*re.compile(r"\sby\s", re.IGNORECASE).finditer(text, start)]
    if not found:
        return "", text
    return text[: found[-1].start()].rstrip(), text[found[-1].end() :]


def read_month(said: str, today: date) -> date:
    """Read a month that has begun; return its first day.

    Raises:
        UnreadableMonth: It is no phrase for a month.
        NoSuchDay: As for ``read_day``.
    """
    try:
        when = read_day(said, today)
    except UnreadableDay:
        raise UnreadableMonth(said) from None
    if when.precision is not Precision.MONTH:
        raise UnreadableMonth(said)
    return when.day


def month_end(first: date) -> date:
    """Return the last day of the month that ``first`` is in."""
    return last_of_month(first)


def months_back(first: date, n: int) -> date:
    """Return the first day of the month, ``n`` months before that of ``first``."""
    return moved(first, months=-n, day=1)


def lived_day(moment: datetime, day_start: time) -> date:
    """Return the day that ``moment`` belongs to for somebody awake.

    The hours before ``day_start`` belong to the evening before. The clock on the
    wall decides, not the hours passed, so that a change to summer time moves
    nothing.
    """
    day = moment.date()
    return day - timedelta(days=1) if moment.time() < day_start else day


def written(day: date, precision: Precision = Precision.DAY) -> str:
    """Write a day as people read it, as exactly as it is known.

    "Fri 20 Nov 2026", "week of Mon 16 Nov 2026", "March 2026" or "2019".
    """
    if precision is Precision.YEAR:
        return f"{day.year}"
    if precision is Precision.MONTH:
        return f"{MONTHS[day.month - 1]} {day.year}"
    weekday, month = WEEKDAYS[day.weekday()][:3], MONTHS[day.month - 1][:3]
    in_full = f"{weekday} {day.day} {month} {day.year}"
    return f"week of {in_full}" if precision is Precision.WEEK else in_full


_NEAR = {0: "today", 1: "yesterday", -1: "tomorrow"}


def ago(day: date, today: date) -> str:
    """Say how long ago a day was, or how far it is off.

    In whole units that have passed, never rounded up: days under two weeks,
    weeks under two months, months under two years, then years.
    """
    days = (today - day).days
    if days in _NEAR:
        return _NEAR[days]
    span = _span(*sorted((day, today)))
    return f"{span} ago" if days > 0 else f"in {span}"


def _span(earlier: date, later: date) -> str:
    days = (later - earlier).days
    if days < 14:  # noqa: PLR2004 - two weeks
        return f"{days} days"
    months = _whole_months(earlier, later)
    if months < 2:  # noqa: PLR2004 - two months
        return f"{days // 7} weeks"
    if months < 24:  # noqa: PLR2004 - two years
        return f"{months} months"
    return f"{months // 12} years"


def _whole_months(earlier: date, later: date) -> int:
    # Only once a span is longer than two weeks; see ``meanings.moved``.
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    apart = relativedelta(later, earlier)
    return apart.years * 12 + apart.months


def read_written_day(said: str) -> date | None:
    """Read a date as other programs write it into an export; None for others.

    The known forms: ``08 Feb 2026``, ``4-Apr-21``, ``2026-02-08``,
    ``2025-06-01 14:03:22 UTC``, ``2024/02/01 15:02:55 UTC`` and, month first,
    ``1/29/26, 2:37 PM``. The day is taken as it stands, through no time zone.
    Two figures are a year of this century. What lies before 1900 (0000, 1601
    and 1604 stand for "unknown") is None too.
    """
    text = said.strip()
    match = next((m for form in _export_forms() if (m := form.fullmatch(text))), None)
    if match is None:
        return None
    year, month, day = (match[name] for name in ("year", "month", "day"))
    try:
        found = date(_full_year(year), _month_number(month), int(day))
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR else None


@cache
def _export_forms() -> tuple[re.Pattern[str], ...]:
    clock = r"[0-2]\d:[0-5]\d:[0-5]\d UTC"
    forms = (
        r"(?P<day>\d{1,2}) (?P<month>[A-Za-z]{3}) (?P<year>\d{4})",
        r"(?P<day>\d{1,2})-(?P<month>[A-Za-z]{3})-(?P<year>\d\d)",
        rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?: {clock})?",
        rf"(?P<year>\d{{4}})/(?P<month>\d\d)/(?P<day>\d\d) {clock}",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d\d), \d{1,2}:[0-5]\d [AP]M",
    )
    return tuple(re.compile(form, re.ASCII) for form in forms)


def _full_year(figures: str) -> int:
    return int(figures) if len(figures) > 2 else 2000 + int(figures)  # noqa: PLR2004


def _month_number(said: str) -> int:
    if said.isdigit():
        return int(said)
    return [name[:3] for name in MONTHS].index(said.capitalize()) + 1
