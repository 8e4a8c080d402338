"""Birthdays as files write them: what can be kept, what is none, what is a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deepnet import birthdays
from deepnet.errors import NoSuchDay
from deepnet.records import Note

if TYPE_CHECKING:
    from deepnet.importers.reading import Tally

_NONE = re.compile(r"[0\s/.\-]*|0?1[/.]0?1[/.](?:16)?01|1601-01-01.*")
_UNSURE = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")


def birthday(said: str, tally: Tally, where: str) -> tuple[str | None, Note | None]:
    """A birthday as it is kept, or a note of what was written in its place.

    A time of day is cut off, never converted. An empty or a zero date is none; a year
    alone, and words, are a note; a day that there is not costs only itself.
    """
    bare = said.strip()
    if not bare or _NONE.fullmatch(bare):
        return None, None
    form = _form(bare)
    slashed = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", form)
    if slashed:
        form = _ordered(slashed, tally)
    if _UNSURE.fullmatch(form):
        return None, Note(f"birthday: {bare}")
    try:
        return birthdays.read_birthday(form, tally.terms.today), None
    except NoSuchDay:
        tally.warn(where, f"“{bare[:40]}” is no birthday; kept without it.")
        return None, Note(f"birthday: {bare}") if re.search(r"[^\W\d_]", bare) else None


def _form(said: str) -> str:
    """A day in a form that is read elsewhere: compact forms get their dashes."""
    day = re.sub(r"(?<=\d)[T ]\d\d:?\d\d.*", "", said)
    match = re.fullmatch(r"--(\d\d)-?(\d\d)", day)
    if match:
        return f"--{match[1]}-{match[2]}"
    if re.fullmatch(r"\d{8}", day):
        return f"{day[:4]}-{day[4:6]}-{day[6:]}"
    return day


def _ordered(found: re.Match[str], tally: Tally) -> str:
    """Figures with slashes: as the user says, or as only one reading allows."""
    one, other, year = (int(figure) for figure in found.groups())
    day_first = tally.terms.day_first
    if day_first is None:
        if (one > _MONTHS) == (other > _MONTHS) and one != other:
            return found[0]
        day_first = one > _MONTHS
    day, month = (one, other) if day_first else (other, one)
    return f"{year}-{month:02}-{day:02}"


_MONTHS = 12
