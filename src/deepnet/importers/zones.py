"""Time zones of calendars, by whatever name a program gave them.

A zone that the file describes itself counts as IANA's where it bears such a name;
Windows' own names and Outlook's displays are looked up. What can't be known keeps its
wall clock: the day is what a journal needs.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from deepnet.errors.files import CalendarsMissing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CITIES = {
    "amsterdam": "Europe/Amsterdam",
    "dublin": "Europe/London",
    "brussels": "Europe/Brussels",
    "belgrade": "Europe/Belgrade",
    "sarajevo": "Europe/Sarajevo",
    "athens": "Europe/Athens",
    "helsinki": "Europe/Helsinki",
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "coordinated universal time": "Etc/UTC",
}
"""The first place in Outlook's displays, as in "(UTC+01:00) Amsterdam, Berlin, …"."""


def need() -> None:
    """Make sure that the extra is there.

    Raises:
        NothingUsable: it is not; the hint says how to install it.
    """
    try:
        import icalendar  # noqa: F401, PLC0415 - an extra
        import recurring_ical_events  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise CalendarsMissing from None


class Zones:
    """The zones of one file: found once each, by the name that it uses."""

    def __init__(self, text: str) -> None:
        self._described = dict(_descriptions(text))
        self._found: dict[str, tzinfo | None] = {"": None}

    def find(self, name: str) -> tzinfo | None:
        """The zone of that name; None for one that can't be known, or no name."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> tzinfo | None:
        return (
            by_name(name)
            or _described(self._described.get(name, ""))
            or next(filter(None, map(by_name, _spellings(name))), None)
        )


def _descriptions(text: str) -> Iterator[tuple[str, str]]:
    """Each zone that the file describes: its name and its lines as they stand."""
    start = text.find("BEGIN:VTIMEZONE")
    while start >= 0:
        end = text.find("END:VTIMEZONE", start)
        if end < 0:
            return
        lines = text[start : end + len("END:VTIMEZONE")]
        name = re.search(r"^TZID:(.*)$", lines, re.MULTILINE)
        if name:
            yield name[1].strip(), lines
        start = text.find("BEGIN:VTIMEZONE", end)


def by_name(name: str) -> tzinfo | None:
    """IANA's zone of that name, or None."""
    try:
        return ZoneInfo(name) if name.isprintable() else None
    except (OSError, ValueError, LookupError):
        return None


def _spellings(name: str) -> Iterator[str]:
    """What a name may be called at IANA: its end, as Windows has it, a city's."""
    match = re.search(r"([A-Za-z]+/[A-Za-z_+\-0-9]+(?:/[A-Za-z_]+)?)$", name)
    if match:
        yield match[1]
    if name.lower().rstrip("/").endswith("/utc") or name.upper() in ("UTC", "GMT", "Z"):
        yield "Etc/UTC"
    yield _windows().get(name.removesuffix(" 1").strip(), "")
    display = re.match(r"\((?:UTC|GMT)[^)]*\)\s*([^,;(]+)", name)
    if display:
        yield _CITIES.get(display[1].strip().lower(), "")
        yield _city(display[1].strip())


def _windows() -> Mapping[str, str]:
    from icalendar.timezone import windows_to_olson  # noqa: PLC0415 - an extra

    names: Mapping[str, str] = windows_to_olson.WINDOWS_TO_OLSON
    return names


def _city(place: str) -> str:
    """IANA's zone that ends in a city's name, if any."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - reads a folder

    ending = "/" + place.replace(" ", "_").lower()
    found = (zone for zone in available_timezones() if zone.lower().endswith(ending))
    return min(found, default="")


def _described(lines: str) -> tzinfo | None:
    """The zone as the file describes it."""
    if not lines:
        return None
    from icalendar import Timezone  # noqa: PLC0415 - an extra

    try:
        block = Timezone.from_ical(lines)
        zone: tzinfo = cast("Timezone", block).to_tz(lookup_tzid=False)
        datetime(2026, 1, 1, tzinfo=UTC).astimezone(zone)
    except Exception:  # noqa: BLE001 - a described zone can be wrong in any way
        return None
    return zone
