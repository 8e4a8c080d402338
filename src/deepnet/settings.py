"""Where the journal lives, and what can be set; reads, never creates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

JOURNAL = "journal.db"
UNSTORED = "unstored.jsonl"
"""The ending of the file that holds commands that wait to be stored, one a line."""


def journal_path(option: Path | None, environ: Mapping[str, str]) -> Path:
    """The journal's file: ``--db``, else ``DEEPNET_DB``, else the data folder."""
    if option:
        return option.expanduser()
    if environ.get("DEEPNET_DB"):
        return Path(environ["DEEPNET_DB"]).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - only when it must be asked

    return user_data_path("deepnet", appauthor=False) / JOURNAL


def side_files(journal: Path) -> list[Path]:
    """The files beside a journal that hold words of the user's."""
    stem, kept = f"{journal.stem}.", ("draft.json", "edit", "unsaved", "unstored")
    return sorted(
        one
        for one in journal.parent.iterdir()
        if one.name.startswith(stem)
        and one.name.removeprefix(stem).startswith(kept)
        and one.is_file()
    )


class Key(NamedTuple):
    """Something that can be set in a journal.

    ``values`` says what it can be, ``unset`` what holds while it is not set, and
    ``example`` is a real value, as it is kept.
    """

    name: str
    meaning: str
    values: str
    unset: str
    example: str


AREA = ("area", ("office", "home"))
"""A word that sets two keys at once, for whoever works where they live."""

KEYS = (
    Key(
        "born",
        "your month of birth; the report then says how many lunches are left",
        values="a month; of a whole day, its month is kept",
        unset="nothing is said of lunches left",
        example="1986-04",
    ),
    Key(
        "day-start",
        "the hour at which a new day begins; before it is still the day before",
        values="an hour, with minutes or without",
        unset="00:00",
        example="04:00",
    ),
    Key(
        "office",
        "the area of your office, for lunches",
        values="a word of yours for an area",
        unset="no office is near or far",
        example="Harbour Quay",
    ),
    Key(
        "home",
        "the area of your home, for evenings and weekends",
        values="a word of yours for an area",
        unset="no home is near or far",
        example="Old Town",
    ),
    Key(
        "near",
        "areas near each other: commas within a group, semicolons between groups",
        values="groups of areas",
        unset="an area is near only itself",
        example="Harbour Quay, Old Town; Oslo, Sandvika",
    ),
    Key(
        "region",
        "your country, for phone numbers without one",
        values="the two letters of a country (ISO 3166)",
        unset="such numbers are compared as they are written",
        example="DE",
    ),
    Key(
        "me",
        "your own addresses, profiles and names, with commas, for imports",
        values="texts with commas between",
        unset="an import finds out who you are where the file says it",
        example="ida@example.org, Ida Berg",
    ),
    Key(
        "zone",
        "your time zone, for calendars; else the machine's",
        values="a name of the IANA time zone database",
        unset="the zone of the machine",
        example="Europe/Oslo",
    ),
)
"""Every setting of a journal; ``deepnet config`` lists them."""

MACHINE_KEYS = (
    Key(
        "passphrase-command",
        "a command that prints the passphrase of this journal, on this machine",
        values="a command and its words; no shell is between",
        unset="the passphrase of an encrypted journal is asked for",
        example="pass show deepnet",
    ),
    Key(
        "passphrase-keyring",
        "whether the passphrase of this journal is in this machine's keyring",
        values="yes, or nothing",
        unset="the keyring is not asked",
        example="yes",
    ),
)
"""What is set on this machine, since it is needed before a journal can be opened."""
