"""Events that come again: each time that took place, up to yesterday.

The rules are worked out by recurring-ical-events; it is given no more of an event than
they need. A series that can't be worked out is told of, and costs only itself.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deepnet.importers.lines import Block, Property
    from deepnet.importers.zones import Zones

MOST = 50
"""A series that came more often than this is told of, and stored once."""

_RULES = ("UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE")
_NUMBER = "X-DEEPNET-NUMBER"
_EARLIEST = 1970


class Time(NamedTuple):
    """One time that an event took place: of which block, from when, till when.

    ``planned`` is when the series had it, which stays its key when it is moved.
    """

    block: Block
    start: date
    end: date | None
    planned: str


class BrokenSeries(ValueError):
    """A series whose rule can't be worked out."""


def times(blocks: Sequence[Block], zones: Zones, today: date) -> Iterator[Time]:
    """Each time that these blocks of one UID took place, oldest first.

    Raises:
        BrokenSeries: the rule makes no sense.
    """
    import recurring_ical_events  # noqa: PLC0415 - an extra
    from icalendar import Calendar  # noqa: PLC0415 - an extra

    text = "\r\n".join(_lines(blocks, zones))
    try:
        query = recurring_ical_events.of(Calendar.from_ical(text))
        found = query.between((_EARLIEST, 1, 1), today.timetuple()[:3])
    except Exception as error:  # noqa: BLE001 - a rule can be wrong in any way
        raise BrokenSeries(str(error)) from None
    zone = _zone(blocks, zones)
    for event in found:
        start = event["DTSTART"].dt
        end = event["DTEND"].dt if "DTEND" in event else None
        planned = event["RECURRENCE-ID"].dt if "RECURRENCE-ID" in event else start
        yield Time(
            blocks[int(event[_NUMBER])], start, end, _day_of(planned, zone).isoformat()
        )


def _zone(blocks: Iterable[Block], zones: Zones) -> tzinfo | None:
    """The zone of the series itself, whatever its exceptions are written in."""
    starts = (
        p for block in blocks if block.all("RRULE") for p in block.every("DTSTART")
    )
    start = next(starts, None)
    return zones.find(start.param("TZID")) if start else None


def _day_of(moment: date, zone: tzinfo | None) -> date:
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(zone) if moment.tzinfo and zone else moment).date()


def _lines(blocks: Iterable[Block], zones: Zones) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//deepnet//EN")
    for number, block in enumerate(blocks):
        yield "BEGIN:VEVENT"
        yield f"{_NUMBER}:{number}"
        for read in block.properties:
            if read.name in (*_RULES, "RECURRENCE-ID"):
                yield f"{read.name}{_parameters(read, zones)}:{read.value.strip()}"
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def _parameters(read: Property, zones: Zones) -> str:
    """What matters of the parameters, with the zone by the name that IANA gave it."""
    kind = read.param("VALUE").upper()
    if not kind and read.value.strip().isdigit() and read.name != "RRULE":
        kind = "DATE"
    zone = zones.find(read.param("TZID"))
    shown = f";VALUE={kind}" if kind in ("DATE", "PERIOD") else ""
    return f"{shown};TZID={zone}" if zone else shown


def length(start: date, end: date | None) -> timedelta | None:
    """How long it was; None where it has no end, or took whole days."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        if (start.tzinfo is None) != (end.tzinfo is None):
            return None
        return end - start
    return None
