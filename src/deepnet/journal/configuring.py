"""The settings of a journal, and where it lives."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from deepnet import __version__
from deepnet.errors.calls import UnknownKey, UnknownZone, UnreadableHour
from deepnet.plain import plain
from deepnet.settings import KEYS
from deepnet.store import configuration
from deepnet.views.data import SettingSeen, SettingsSeen, Where

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.store import Store


def where(store: Store, path: Path) -> Where:
    """Where the journal is, how large, and how much is in it."""
    people, conversations = configuration.counts(store)
    exists = path.is_file()
    size = path.stat().st_size if exists else 0
    return Where(str(path), exists, size, people, conversations, __version__)


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
            if key in (None, known.name)
        )
    )


def configure(store: Store, key: str, value: str) -> SettingsSeen:
    """Set a setting; an empty value takes it away.

    Raises:
        UsageError: there is no such setting, or it can't be that.
    """
    _check(key)
    value = plain(value)
    if key == "day-start" and value:
        value = f"{_hour(value):%H:%M}"
    if key == "zone" and value and not _is_zone(value):
        raise UnknownZone(value)
    with store.change("config") as change:
        configuration.change(store, key, value)
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
    names = tuple(known.name for known in KEYS)
    if key is not None and key not in names:
        raise UnknownKey(key, names)


def _is_zone(said: str) -> bool:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - for one setting

    try:
        return bool(ZoneInfo(said).key)
    except (OSError, ValueError, LookupError):
        return False


def _hour(said: str) -> time:
    hour, colon, minute = said.partition(":")
    try:
        return time(int(hour), int(minute) if colon else 0)
    except ValueError:
        raise UnreadableHour(said) from None
