"""What an importer reads: people as a source tells of them, and what it left out."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Record(NamedTuple):
    """One person as a source describes them.

    ``key`` is the strongest key that the source gives, and stays the same from file
    to file; ``where`` names the place in the file for people; ``raw`` is the record
    as it stands there, names and cells.
    """

    source: str
    key: str
    where: str
    name: str
    aliases: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    company: str | None = None
    position: str | None = None
    birthday: str | None = None
    connected_on: date | None = None
    note: str | None = None
    raw: tuple[tuple[str, str], ...] = ()


class Batch(NamedTuple):
    """All that a file gave.

    ``read`` counts the records looked at, ``skipped`` those passed over, by reason;
    each warning names the file and the line.
    """

    source: str
    read: int
    records: tuple[Record, ...]
    skipped: Mapping[str, int] = MappingProxyType({})
    warnings: tuple[str, ...] = ()
