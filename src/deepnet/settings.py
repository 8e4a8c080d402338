"""Where the journal lives, and what can be set; reads, never creates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

JOURNAL = "journal.db"


def journal_path(option: Path | None, environ: Mapping[str, str]) -> Path:
    """The journal's file: ``--db``, else ``DEEPNET_DB``, else the data folder."""
    if option:
        return option.expanduser()
    if environ.get("DEEPNET_DB"):
        return Path(environ["DEEPNET_DB"]).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - only when it must be asked

    return user_data_path("deepnet", appauthor=False) / JOURNAL


class Key(NamedTuple):
    """Something that can be set in a journal: its name, meaning and a real value."""

    name: str
    meaning: str
    example: str


KEYS = (
    Key(
        "day-start",
        "the hour at which a new day begins; before it is still the day before",
        "04:00",
    ),
    Key("office", "the area of your office, for lunches", "Harbour Quay"),
    Key("home", "the area of your home, for evenings and weekends", "Old Town"),
    Key("region", "your country, for phone numbers without one", "DE"),
    Key(
        "me",
        "your own addresses, profiles and names, with commas, for imports",
        "ida@example.org, Ida Berg",
    ),
    Key("zone", "your time zone, for calendars; else the machine's", "Europe/Oslo"),
)
"""Every setting; ``deepnet config`` lists them."""
