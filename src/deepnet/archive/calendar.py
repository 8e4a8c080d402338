"""Birthdays and open promises as a calendar (RFC 5545).

All are events of a whole day that take no time: a promise as a task (VTODO) would not
be seen in most calendars. Born on 29 February, the birthday is the last day of
February, as everywhere in deepnet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.archive.contentlines import folded, line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

BEGIN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//deepnet//deepnet//EN\r\n"
    "CALSCALE:GREGORIAN\r\n"
)
END = "END:VCALENDAR\r\n"

_ANY_LEAP_YEAR = "2000"


def birthday(uid: str, name: str, born: str, today: date) -> str:
    """A birthday, each year; from 2000 on where the year of birth is not known."""
    year = _ANY_LEAP_YEAR if born.startswith("--") else born[:4]
    day = f"{year}{born[-5:-3]}{born[-2:]}"
    rule = "FREQ=YEARLY"
    if day.endswith("0229"):
        rule += ";BYMONTH=2;BYMONTHDAY=-1"
    return _event(
        f"{uid}-birthday",
        f"Birthday of {name}",
        (f"DTSTART;VALUE=DATE:{day}\r\n", f"RRULE:{rule}\r\n"),
        today,
    )


def promise(uid: str, said: str, due: date, today: date) -> str:
    """A promise on its day."""
    return _event(uid, said, (f"DTSTART;VALUE=DATE:{due:%Y%m%d}\r\n",), today)


def _event(uid: str, summary: str, when: tuple[str, ...], today: date) -> str:
    """An event; ``today`` is when it was written, which tells newer copies of it."""
    return "".join(_lines(uid, summary, when, today))


def _lines(uid: str, summary: str, when: tuple[str, ...], today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT\r\n"
    yield folded(f"UID:{uid}@deepnet")
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z\r\n"
    yield from when
    yield line("SUMMARY", summary)
    yield "TRANSP:TRANSPARENT\r\n"
    yield "END:VEVENT\r\n"
