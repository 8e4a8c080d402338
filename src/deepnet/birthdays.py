"""Birthdays: what people type, when the next one is, and what 29 February does.

A birthday is ``YYYY-MM-DD``, or ``--MM-DD`` where the year is unknown. Born on
29 February, the birthday stays that day, and shows on the 28th in common years.
"""

from __future__ import annotations

from datetime import date

from deepnet.dates import FIRST_YEAR, written
from deepnet.errors.days import (
    AmbiguousDay,
    DistantDay,
    FutureDay,
    ImpossibleDay,
    UnreadableBirthday,
)
from deepnet.phrases import MONTHS, read_phrase

_SHAPES = frozenset({"N M", "M N", "N M Y", "M N Y"})

# Apple's address books write this year for one that nobody told them.
_YEAR_UNKNOWN = 1604

# A day without its year is checked against a leap year: 1900, a common default,
# has no 29 February.
_ANY_LEAP_YEAR = 2000


def read_birthday(said: str, today: date) -> str:
    """Read a birthday with or without its year.

    Takes "1996-02-29", "29 feb 1996", "29.2.1996", and without the year "29
    feb", "29.2." or "--02-29". The year 1604 means that it is unknown.

    Raises:
        UnreadableBirthday: It is none of these.
        AmbiguousDay: It has two readings, as "3/11".
        ImpossibleDay: No calendar has the day, or it lies before 1900.
        FutureDay: It comes after today.
    """
    phrase = read_phrase(_dotted(said))
    if phrase.shape in {"S", "S Y"}:
        raise AmbiguousDay(said, _both(phrase.parts["N"], phrase.parts["M"]))
    if phrase.shape not in _SHAPES or phrase.clock:
        raise UnreadableBirthday(said)
    year = phrase.parts.get("Y", _YEAR_UNKNOWN)
    known = year != _YEAR_UNKNOWN
    try:
        day = date(
            year if known else _ANY_LEAP_YEAR, phrase.parts["M"], phrase.parts["N"]
        )
    except ValueError:
        raise ImpossibleDay(said) from None
    return _born(said, day, today) if known else f"--{day:%m-%d}"


def _dotted(said: str) -> str:
    """Turn "--02-29" into "29.02", the one form without a year that phrases know."""
    month, dash, day = said.strip().removeprefix("--").partition("-")
    return f"{day}.{month}" if said.strip().startswith("--") and dash else said


def _both(first: int, second: int) -> tuple[str, ...]:
    return tuple(
        f"{day} {MONTHS[month - 1]}"
        for day, month in ((first, second), (second, first))
    )


def _born(said: str, day: date, today: date) -> str:
    if day > today:
        raise FutureDay(said, written(day))
    if day.year < FIRST_YEAR:
        raise DistantDay(said)
    return day.isoformat()


def birthday_in(birthday: str, year: int) -> date:
    """Return the day on which a birthday shows in ``year``."""
    month, day = int(birthday[-5:-3]), int(birthday[-2:])
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def next_birthday(birthday: str, today: date) -> date:
    """Return the next day on which a birthday shows; today counts."""
    this_year = birthday_in(birthday, today.year)
    return this_year if this_year >= today else birthday_in(birthday, today.year + 1)


def turns(birthday: str, on: date) -> int | None:
    """Return the age reached in the year of ``on``; None when the year is unknown."""
    return None if birthday.startswith("--") else on.year - int(birthday[:4])
