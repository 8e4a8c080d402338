"""What an importer reads: people and conversations as a source tells of them."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from deepnet.model import Setting


class Note(NamedTuple):
    """Something that a source has written of somebody; ``day`` if it says when."""

    text: str
    day: date | None = None


class Record(NamedTuple):
    """One person as a source describes them.

    ``key`` is the strongest key that the source gives, and stays the same from file
    to file; ``where`` names the place in the file for people; ``raw`` is the record
    as it stands there, names and cells, as ``as_written`` makes it. ``is_unnamed`` is
    True where the name was only made from an address. ``uid`` is a random name of
    theirs that may be the journal's own, as in a card that went out.
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
    office: str | None = None
    home: str | None = None
    tags: tuple[str, ...] = ()
    connected_on: date | None = None
    notes: tuple[Note, ...] = ()
    is_unnamed: bool = False
    raw: str = "[]"
    uid: str = ""


class Encounter(NamedTuple):
    """One conversation that took place, as a source tells of it.

    ``key`` stays the same from file to file. ``others`` counts who was there and is
    not among ``people``. ``mentions`` is True where the text names people in the
    user's own words, and only those whom the journal knows are meant.
    """

    source: str
    key: str
    where: str
    day: date
    people: tuple[Record, ...]
    setting: Setting | None = None
    clock: str | None = None
    minutes: int | None = None
    place: str | None = None
    text: str = ""
    others: int | None = None
    mentions: bool = False


class Batch(NamedTuple):
    """All that a file gave.

    ``read`` counts the records looked at, ``skipped`` those passed over, by reason;
    each warning names the file and the line. ``proposed`` is True where the
    encounters are guesses that the user has to agree to. ``present`` are the people
    of an event, among whom the user says whom they met. ``mapping`` is what was said
    of the columns under the header line ``header``.
    """

    source: str
    read: int
    records: tuple[Record, ...] = ()
    skipped: Mapping[str, int] = MappingProxyType({})
    warnings: tuple[str, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    suggestions: tuple[str, ...] = ()
    proposed: bool = False
    present: Encounter | None = None
    header: str = ""
    mapping: Mapping[str, str] = MappingProxyType({})


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def as_written(cells: Iterable[tuple[str, str]]) -> str:
    """The cells of a record with their names, as one text of JSON."""
    return _encoded(list(cells))


def together(batches: tuple[Batch, ...]) -> Batch:
    """Several files of one source as one batch; what is in two of them counts once."""
    if len(batches) == 1:
        return batches[0]
    skipped: dict[str, int] = {}
    for batch in batches:
        for reason, number in batch.skipped.items():
            skipped[reason] = skipped.get(reason, 0) + number
    encounters = {
        encounter.key: encounter for batch in batches for encounter in batch.encounters
    }
    said = next((batch for batch in batches if batch.mapping), batches[0])
    return Batch(
        source=batches[0].source,
        read=sum(batch.read for batch in batches),
        records=tuple(record for batch in batches for record in batch.records),
        skipped=skipped,
        warnings=tuple(warning for batch in batches for warning in batch.warnings),
        encounters=tuple(encounters.values()),
        suggestions=tuple(dict.fromkeys(s for b in batches for s in b.suggestions)),
        proposed=any(batch.proposed for batch in batches),
        present=next((batch.present for batch in batches if batch.present), None),
        header=said.header,
        mapping=said.mapping,
    )
