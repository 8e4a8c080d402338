"""The words of a day: what somebody typed, taken apart, not yet a date.

A phrase becomes a *shape* and its numbers: "last friday" is ``last W``, "5th of
march" is ``N M``. Only shapes that somebody wrote down mean anything, so a
phrase is understood whole or not at all. Knows no today and no calendar: which
date a shape means is for ``meanings``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

# Names are our own, not strftime's: its words follow the process locale.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)

AMOUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
UNITS = ("day", "week", "month", "year")

# A word's letter (or the word itself), and the numbers in it by their letters.
Kind = tuple[str, dict[str, int]]

_LONGEST = 80
_DAY_LETTERS = frozenset("WMNOYS ")
_FIGURE_LETTERS = frozenset("NOYS")


class Phrase(NamedTuple):
    """What was said, by its shape.

    The letters of a shape: ``W`` a weekday (0 is Monday), ``M`` a month, ``N`` a
    number, ``O`` an ordinal such as "13th", ``A`` an amount in words, ``Y`` a
    year of four figures, ``S`` two figures around a slash which fit both ways.
    Everything else is a word. ``parts`` holds the numbers by their letter (those
    of O and A as N, those of S as N and M); ``clock`` is "19:00", "evening" or
    None.
    """

    said: str
    shape: str
    parts: dict[str, int]
    clock: str | None = None

    @property
    def is_figures(self) -> bool:
        """Whether it has figures and nothing beside them but names of days."""
        letters = set(self.shape)
        return letters <= _DAY_LETTERS and not letters.isdisjoint(_FIGURE_LETTERS)


def read_phrase(said: str) -> Phrase:
    """Take a phrase apart; words beyond the longest phrase have the shape ``""``.

    Case, spaces, commas and full stops after a word don't matter; figures of
    every script count as figures.
    """
    words, clock = _take_clock(_words(said))
    parts: dict[str, int] = {}
    kinds = []
    for word in words:
        kind, numbers = _read_word(word)
        kinds.append(kind)
        parts |= numbers
    return Phrase(said, _canonical(" ".join(kinds)), parts, clock)


# The left means what the right means; each is applied in turn.
_SAID_OTHERWISE = (
    ("last night", "yesterday night"),
    ("last evening", "yesterday evening"),
    ("tonight", "today night"),
    ("this morning", "today morning"),
    ("this afternoon", "today afternoon"),
    ("this evening", "today evening"),
)


def _words(said: str) -> list[str]:
    if len(said) > _LONGEST:
        return []
    spaced = _in_ascii_figures(said).casefold().replace(",", " ").split()
    text = f" {' '.join(filter(None, (word.rstrip('.') for word in spaced)))} "
    for otherwise, plain in _SAID_OTHERWISE:
        text = text.replace(f" {otherwise} ", f" {plain} ")
    return text.split()


def _in_ascii_figures(said: str) -> str:
    if said.isascii():
        return said
    return "".join(str(int(c)) if c.isdecimal() else c for c in said)


# A part of the day: what is kept of it, and the hours that it can hold. A night
# is the evening of its day, and its small hours.
_PARTS_OF_DAY: dict[str, tuple[str, tuple[int, ...]]] = {
    "morning": ("morning", tuple(range(12))),
    "afternoon": ("afternoon", tuple(range(12, 19))),
    "evening": ("evening", tuple(range(16, 24))),
    "night": ("evening", (*range(17, 24), *range(6))),
}


def _take_clock(words: list[str]) -> tuple[list[str], str | None]:
    """Split off the time at the end; one that contradicts itself stays a word."""
    before, hour = _take_hour(words)
    rest, part = _take_part(before)
    if part is None:
        return before, hour
    name, hours = _PARTS_OF_DAY[part]
    if hour is None:
        return rest, name
    return (rest, hour) if int(hour[:2]) in hours else (words, None)


def _take_part(words: list[str]) -> tuple[list[str], str | None]:
    if not words or words[-1] not in _PARTS_OF_DAY:
        return words, None
    rest = words[:-1]
    if rest[-2:] == ["in", "the"]:
        return rest[:-2], words[-1]
    return (rest[:-1] if rest[-1:] == ["at"] else rest), words[-1]


def _take_hour(words: list[str]) -> tuple[list[str], str | None]:
    *rest, last = words or [""]
    if (half := last.replace(".", "")) in {"am", "pm"} and rest:
        *rest, number = rest
        last = number + half
    after_at = rest[-1:] == ["at"]
    hour = _hour(last, after_at=after_at)
    if hour is None:
        return words, None
    return (rest[:-1] if after_at else rest), hour


@cache
def _clock_form() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,2})(?:([:.])([0-5][0-9]))?(am|pm)?")


def _hour(word: str, *, after_at: bool) -> str | None:
    """Return ``HH:MM``, or None for what is not plainly a time.

    "19.30" is a time after "at" only (elsewhere dots make days), and "7" never.
    """
    if word in {"noon", "midday"}:
        return "12:00"
    match = _clock_form().fullmatch(word)
    if match is None:
        return None
    hours, mark, minutes, half = match.groups()
    if not (half or mark == ":" or (mark and after_at)):
        return None
    hour = int(hours)
    if half and not 1 <= hour <= 12:  # noqa: PLR2004 - a clock's face has twelve
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{minutes or '00'}" if hour < 24 else None  # noqa: PLR2004 - hours of a day


def _named(names: tuple[str, ...], letter: str, first: int) -> dict[str, Kind]:
    return {
        short: (letter, {letter: number})
        for number, name in enumerate(names, first)
        for short in (name.lower(), name[:3].lower())
    }


_KINDS: dict[str, Kind] = (
    _named(MONTHS, "M", 1)
    | _named(WEEKDAYS, "W", 0)
    | {"sept": ("M", {"M": 9})}
    | {"tues": ("W", {"W": 1}), "weds": ("W", {"W": 2})}
    | {"thur": ("W", {"W": 3}), "thurs": ("W", {"W": 3})}
    | {word: ("A", {"N": amount}) for word, amount in AMOUNTS.items()}
    | {f"{unit}s": (unit, {}) for unit in UNITS}
)


def _read_word(word: str) -> Kind:
    if word in _KINDS:
        return _KINDS[word]
    return (_read_figures(word) if word[0].isdecimal() else None) or (word, {})


def _read_figures(word: str) -> Kind | None:
    if word.isdecimal():
        return _read_number(word)
    if word[:-2].isdecimal() and word[-2:] in {"st", "nd", "rd", "th"}:
        return "O", {"N": int(word[:-2])}
    return _read_date(word)


def _read_number(word: str) -> Kind | None:
    letter = {1: "N", 2: "N", 3: "N", 4: "Y"}.get(len(word))
    return (letter, {letter: int(word)}) if letter else None


@cache
def _date_forms() -> tuple[re.Pattern[str], ...]:
    # A year has four figures: in two, nobody can tell it from a day.
    return (
        re.compile(r"(?P<Y>[0-9]{4})([-/.])(?P<M>[0-9]{1,2})(?:\2(?P<N>[0-9]{1,2}))?"),
        re.compile(r"(?P<N>[0-9]{1,2})\.(?P<M>[0-9]{1,2})(?:\.(?P<Y>[0-9]{4}))?"),
        re.compile(r"(?P<N>[0-9]{1,2})/(?P<M>[0-9]{1,2})(?:/(?P<Y>[0-9]{4}))?"),
    )


def _read_date(word: str) -> Kind | None:
    match = next((m for form in _date_forms() if (m := form.fullmatch(word))), None)
    if match is None:
        return None
    parts = {letter: int(said) for letter, said in match.groupdict().items() if said}
    if "/" in word and word[:4] != str(parts.get("Y")):
        return _either_way(parts)
    return " ".join(letter for letter in "NMY" if letter in parts), parts


def _either_way(parts: dict[str, int]) -> Kind:
    """Read figures around a slash, which countries order differently."""
    year = " Y" if "Y" in parts else ""
    day, month = parts["N"], parts["M"]
    readings = {(n, m) for n, m in ((day, month), (month, day)) if m <= len(MONTHS)}
    if len(readings) > 1:
        return "S" + year, parts
    day, month = next(iter(readings), (day, month))
    return "N M" + year, parts | {"N": day, "M": month}


_SAME_SHAPE = (
    ("O of M", "N M"),
    ("N of M", "N M"),
    ("O M", "N M"),
    ("M the O", "M N"),
    ("M O", "M N"),
    ("the N M", "N M"),
    ("W the O", "W O"),
)


def _canonical(shape: str) -> str:
    for longer, plain in _SAME_SHAPE:
        shape = shape.replace(longer, plain)
    return shape
