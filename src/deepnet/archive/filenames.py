"""Names of people as names of files, on any system, each of its own."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from deepnet.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deepnet.model import PersonRef

LONGEST = 120
"""A name has at most so many bytes, without its ending: encrypted disks take 143."""

_NO_NAME = re.compile(r'[<>:"/\\|?*\[\]#^%]')
"""What Windows does not take in a name, and what Obsidian does not take in a link."""

_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
"""Devices of Windows, which no file may be called, whatever its ending."""


def filenames(people: Iterable[PersonRef]) -> dict[int, str]:
    """A name without its ending for each person, by id; the first of a name keeps it.

    No two are the same on a disk that does not tell case or accents' spelling apart.
    """
    found: dict[int, str] = {}
    taken: set[str] = set()
    for person in people:
        name = filename(person.name)
        if _folded(name) in taken:
            name = f"{name} ({person.id})"
        while _folded(name) in taken:
            name += "_"
        taken.add(_folded(name))
        found[person.id] = name
    return found


def filename(name: str) -> str:
    """A name as one that any system takes for a file."""
    words = " ".join(_NO_NAME.sub(" ", plain(name)).split())
    short = (
        unicodedata.normalize("NFC", words).encode()[:LONGEST].decode(errors="ignore")
    )
    kept = short.strip(" .") or "Somebody"
    return f"_{kept}" if _RESERVED.match(kept) else kept


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name.casefold())
