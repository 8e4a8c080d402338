"""The settings of a journal."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from deepnet.dates import FIRST_YEAR
from deepnet.errors.calls import UnknownKey, UnknownZone, UnreadableHour
from deepnet.errors.days import DistantDay, UnreadableMonth
from deepnet.plain import plain
from deepnet.settings import AREA, KEYS, MACHINE_KEYS
from deepnet.store import configuration
from deepnet.views.data import SettingSeen, SettingsSeen

if TYPE_CHECKING:
    from deepnet.store import Store


def settings(store: Store, key: str | None = None) -> SettingsSeen:
    """All settings, or the one that is named.

    Raises:
        UsageError: there is no such setting.
    """
    _check(key)
    return SettingsSeen(
        tuple(
            SettingSeen(
                known.name, configuration.value(store, known.name), known.meaning
            )
            for known in KEYS
            if key is None or known.name in _keys(key)
        )
    )


def configure(store: Store, key: str, value: str) -> SettingsSeen:
    """Set a setting; an empty value takes it away.

    Raises:
        UsageError: there is no such setting, or it can't be that.
    """
    _check(key)
    value = plain(value)
    if value and key in _READ:
        value = _READ[key](value)
    with store.change("config") as change:
        for each in _keys(key):
            configuration.change(store, each, value)
        change.summary = f"Set {key} to {value}" if value else f"Emptied {key}"
    return settings(store, key)


def day_start(store: Store) -> time:
    """The hour at which a new day begins for the user; midnight if never set."""
    return time.fromisoformat(configuration.value(store, "day-start") or "00:00")


def own(store: Store) -> tuple[str, ...]:
    """The user's own addresses, profiles and names, for imports."""
    said = (configuration.value(store, "me") or "").split(",")
    return tuple(filter(None, map(str.strip, said)))


def _check(key: str | None) -> None:
    names = (*(known.name for known in KEYS), AREA[0])
    if key is not None and key not in names:
        raise UnknownKey(key, (*names, *(known.name for known in MACHINE_KEYS)))


def _keys(key: str) -> tuple[str, ...]:
    """The settings that a word sets: itself, or those of "area"."""
    word, keys = AREA
    return keys if key == word else (key,)


def _zone(said: str) -> str:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - for one setting

    try:
        return ZoneInfo(said).key
    except (OSError, ValueError, LookupError):
        raise UnknownZone(said) from None


def _hour(said: str) -> str:
    hour, colon, minute = said.partition(":")
    try:
        return f"{time(int(hour), int(minute) if colon else 0):%H:%M}"
    except ValueError:
        raise UnreadableHour(said) from None


def _month(said: str) -> str:
    try:
        day = date.fromisoformat(said if said.count("-") > 1 else f"{said}-01")
    except ValueError:
        raise UnreadableMonth(said) from None
    if day.year < FIRST_YEAR:
        raise DistantDay(said)
    return f"{day:%Y-%m}"


_READ = {"day-start": _hour, "born": _month, "zone": _zone}
"""How the values of some settings are read; others are kept as they were typed."""
