"""Calendars (.ics): the meetings that took place, and with whom.

A meeting counts if it was not cancelled, the user did not decline, and somebody else is
left who came, as far as the answers tell. What is still to come does not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from deepnet import dates
from deepnet.errors.files import NoHeader
from deepnet.importers import occasions, series, zones
from deepnet.importers.guestlist import Guests, who_is_me
from deepnet.importers.lines import blocks, text_of
from deepnet.importers.reading import Tally
from deepnet.records import Encounter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.importers.lines import Block, Property
    from deepnet.importers.reading import Page, Terms
    from deepnet.records import Batch

SOURCE = "calendar"
LOOKED_FOR = "event (from BEGIN:VEVENT on) with anything in it"

_LONGEST = 100_000
_CANCELLED = re.compile(
    r"(?:cancel(?:l?ed)|abgesagt|annulé|cancelad[oa]|geannuleerd|annullato)\s*:",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(r"(.{2,60}?)(?:'s|’s) birthday\b", re.IGNORECASE)


class _Meeting(NamedTuple):
    """One time of an event, before it is known who was there."""

    block: Block
    start: date
    end: date | None
    key: str


def recognises(page: Page) -> bool:
    """Whether a text is a calendar."""
    return bool(_COMPONENT.search(page.text[:20_000]))


_COMPONENT = re.compile(
    r"^\s*BEGIN:V(?:CALENDAR|EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE|ALARM|AVAILABILITY)\b",
    re.IGNORECASE | re.MULTILINE,
)


def read(page: Page, terms: Terms) -> Batch:
    """Every meeting that took place with somebody, as a proposal.

    Raises:
        NoHeader: there is no event in it.
        NothingUsable: the extra for calendars is not installed.
    """
    zones.need()
    found = list(blocks(page.text, "VEVENT"))
    if not found:
        raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])
    tally = Tally(page, terms, len(found))
    reading = _Reading(page, terms, tally, found)
    for several in _by_uid(found):
        for _ in several:
            tally.count()
        for meeting in reading.meetings(several):
            reading.take(meeting)
    return tally.batch(SOURCE)._replace(proposed=True)


def _by_uid(found: list[Block]) -> list[list[Block]]:
    """The blocks of each event: the series first, then what was changed of it."""
    together: dict[str, list[Block]] = defaultdict(list)
    for number, block in enumerate(found):
        together[block.one("UID") or f"without {number}"].append(block)
    return list(together.values())


class _Reading:
    """One calendar under way."""

    def __init__(
        self, page: Page, terms: Terms, tally: Tally, found: list[Block]
    ) -> None:
        self.tally = tally
        self.zone = terms.zone
        self.today = terms.today
        self.zones = zones.Zones(page.text)
        self.guests = Guests(who_is_me(page.text, found, terms, tally))

    def meetings(self, several: list[Block]) -> Iterator[_Meeting]:
        """Each time that an event took place; a series is told of if it is long."""
        uid = several[0].one("UID")
        if any(block.all("RRULE") or block.all("RDATE") for block in several):
            yield from self._series(several, uid)
            return
        for block in _latest(several):
            start = self._moment(block, "DTSTART")
            if start is None:
                self.tally.skip("no_day", self._where(block), "this event has no day.")
                continue
            end = self._moment(block, "DTEND") or _after(start, block.one("DURATION"))
            planned = self._moment(block, "RECURRENCE-ID")
            when = planned or (None if uid else start)
            key = uid or block.one("SUMMARY")
            yield _Meeting(block, start, end, f"{key} {when:%Y-%m-%d}" if when else key)

    def _series(self, several: list[Block], uid: str) -> Iterator[_Meeting]:
        if self._is_birthday(several[0]):
            return
        if not any(self.guests.of(block).invited for block in several):
            self.tally.skip("nobody")
            return
        try:
            found = list(series.times(several, self.zones, self.today))
        except series.BrokenSeries:
            where = self._where(several[0])
            self.tally.skip("broken_series", where, "this series makes no sense.")
            return
        if not found:
            self.tally.skip("not_yet")
        if len(found) > series.MOST:
            first, last = self._day(found[0].start), self._day(found[-1].start)
            self.tally.suggestions.append(
                f"{text_title(several[0])}, {len(found):,} times from "
                f"{dates.written(first)} to {dates.written(last)}: only the last one "
                "is taken."
            )
            found = found[-1:]
        for time in found:
            yield _Meeting(time.block, time.start, time.end, f"{uid} {time.planned}")

    def _is_birthday(self, block: Block) -> bool:
        match = _BIRTHDAY.match(text_title(block))
        yearly = "YEARLY" in block.one("RRULE").upper()
        start = self._moment(block, "DTSTART")
        if not (match and yearly and start) or self.guests.of(block).invited:
            return False
        self.tally.skip("birthday")
        name = match[1].strip()
        day = f"{start.day} {dates.written(start)[4:].split()[1]}"
        self.tally.suggestions.append(
            f"{name} has a birthday on {day}: "
            f'deepnet edit "{name}" --birthday "--{start:%m-%d}"'
        )
        return True

    def take(self, meeting: _Meeting) -> None:
        """Take a meeting in, or count why it is left out."""
        block, tally = meeting.block, self.tally
        day = self._day(meeting.start)
        there = self.guests.of(block)
        reason = (
            "cancelled"
            if _is_cancelled(block)
            else "nobody"
            if not there.invited
            else "not_yet"
            if day >= self.today
            else "declined"
            if there.i_declined
            else None
            if there.people
            else "nobody_came"
        )
        if reason:
            tally.skip(reason)
            return
        for name in there.unsure:
            tally.warn(
                self._where(block),
                f"{name} was invited to “{text_title(block)[:40]}” and did not say "
                "yes; left out of it.",
            )
        tally.encounters.append(self._encounter(meeting, day))

    def _encounter(self, meeting: _Meeting, day: date) -> Encounter:
        block = meeting.block
        local = self._local(meeting.start)
        spent = series.length(meeting.start, meeting.end)
        minutes = int(spent.total_seconds() // 60) if spent else None
        if minutes is not None and not 0 < minutes <= _LONGEST:
            minutes = None
        self._tell_of_zone(meeting, day)
        people = self.guests.of(block).people
        title, place = text_title(block), block.one("LOCATION").strip()
        whole_day = local is None or minutes == _DAY
        span = occasions.Span(None if whole_day else local, minutes, _days(meeting))
        return Encounter(
            source=SOURCE,
            key=meeting.key,
            where=self._where(block),
            day=day,
            people=tuple(
                person._replace(where=self._where(block)) for person in people
            ),
            setting=occasions.guess(title, place, span, len(people)),
            clock=None if whole_day or local is None else f"{local:%H:%M}",
            minutes=None if whole_day else minutes,
            place=place or None,
            text=title,
        )

    def _tell_of_zone(self, meeting: _Meeting, day: date) -> None:
        """Both days, where the meeting's own clock had another one."""
        start = meeting.start
        there = start.date() if isinstance(start, datetime) else start
        if there != day:
            self.tally.warn(
                self._where(meeting.block),
                f"“{text_title(meeting.block)[:40]}” was on {dates.written(there)} "
                f"where it took place, and on {dates.written(day)} for you.",
            )

    def _where(self, block: Block) -> str:
        return self.tally.where(block.line)

    def _moment(self, block: Block, name: str) -> date | None:
        read = next(iter(block.every(name)), None)
        return moment(read, self.zones) if read else None

    def _local(self, start: date) -> datetime | None:
        """The wall clock of the user; of an unknown zone, the event's own."""
        if not isinstance(start, datetime):
            return None
        try:
            return start.astimezone(self.zone) if start.tzinfo else start
        except (OverflowError, ValueError, OSError):
            return start.replace(tzinfo=None)

    def _day(self, start: date) -> date:
        local = self._local(start)
        if local is None:
            return start
        return local.date()


_DAY = 24 * 60


def text_title(block: Block) -> str:
    """What an event is called, on one line."""
    read = next(iter(block.every("SUMMARY")), None)
    return " ".join(text_of(read).split()) if read else ""


def _is_cancelled(block: Block) -> bool:
    status = block.one("STATUS").upper() == "CANCELLED"
    return status or bool(_CANCELLED.match(text_title(block)))


def _latest(several: list[Block]) -> list[Block]:
    """Of what stands there several times, the last that was sent."""
    kept: dict[str, Block] = {}
    for block in several:
        key = block.one("RECURRENCE-ID")
        if key not in kept or _sequence(block) >= _sequence(kept[key]):
            kept[key] = block
    return list(kept.values())


def _sequence(block: Block) -> int:
    said = block.one("SEQUENCE")
    return int(said) if said.isdecimal() and len(said) < len("1000000") else 0


_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?", re.ASCII)


def moment(read: Property, known: zones.Zones) -> date | None:
    """A day or a moment as a calendar writes it; None for what is neither.

    A moment of a zone that can't be known has no zone.
    """
    match = _STAMP.fullmatch(read.value.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        zone = UTC if utc else known.find(read.param("TZID"))
        return datetime(
            int(year),
            int(month),
            int(day),
            int(hour),
            int(minute),
            min(int(second or 0), 59),
            tzinfo=zone,
        )
    except ValueError:
        return None


_DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d+S)?)?",
    re.ASCII | re.IGNORECASE,
)


def _after(start: date, duration: str) -> date | None:
    match = _DURATION.fullmatch(duration.strip())
    if match is None or not duration:
        return None
    weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
    return start + timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)


def _days(meeting: _Meeting) -> int:
    """How many days a meeting of whole days took; its end is not included."""
    start, end = meeting.start, meeting.end
    if end is None or isinstance(start, datetime) or isinstance(end, datetime):
        return 1
    return max((end - start).days, 1)
