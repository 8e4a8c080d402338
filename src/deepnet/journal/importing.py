"""Bringing people and conversations from a file, as one change.

Who somebody is stands in ``identity``; what becomes of them here in ``newcomers`` and
``encounters``. Nothing imported counts for more than what took place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import dates, importers, names
from deepnet.errors.days import UnreadableDay
from deepnet.errors.people import NobodyOnList
from deepnet.importers.columns import read_mapping
from deepnet.importers.zones import by_name
from deepnet.journal import configuring
from deepnet.journal.encounters import Encounters, digest
from deepnet.journal.newcomers import Newcomers
from deepnet.model import Named, Precision
from deepnet.store import backups, configuration, imports
from deepnet.views.data import Imported, Proposed, Tallied

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from deepnet.records import Batch, Encounter
    from deepnet.store import Store

_STEP = 500


class Wishes(NamedTuple):
    """What the flags say of an import; None and () are what they don't say."""

    source: str | None = None
    encoding: str | None = None
    mapping: tuple[str, ...] = ()
    day_first: bool | None = None
    event: str | None = None
    on: str | None = None
    met: tuple[str, ...] = ()
    keep_texts: bool = False
    same_names: bool = False


def read(
    store: Store,
    today: date,
    path: Path,
    wishes: Wishes,
    *,
    others: Sequence[Path] = (),
    progress: Callable[[int, int], None],
) -> Batch:
    """What a file says, with what the journal knows of the user; writes nothing.

    ``others`` are files of the same kind to be read with it.

    Raises:
        NothingUsable: there is nothing in the file to take in, or it can't be read.
        NotFound: there is no such file, or nobody of those who were met is in it.
        UsageError: a flag can't be read.
    """
    zone = configuration.value(store, "zone")
    terms = importers.Terms(
        today=today,
        me=configuring.own(store),
        zone=by_name(zone) if zone else None,
        day_first=wishes.day_first,
        mapping=read_mapping(wishes.mapping),
        remembered=imports.mappings(store),
        event=wishes.event,
        on=_day(wishes.on, today) if wishes.on else None,
        keep_texts=wishes.keep_texts,
        progress=progress,
    )
    batch = importers.read_all(
        (path, *others), terms, source=wishes.source, encoding=wishes.encoding
    )
    return met(batch, wishes.met) if wishes.met else batch


def _day(said: str, today: date) -> date:
    when = dates.read_day(said, today)
    if when.precision is not Precision.DAY:
        raise UnreadableDay(said)
    return when.day


def met(batch: Batch, said: Sequence[str]) -> Batch:
    """The batch with the conversation with those whom the user met at the event.

    Raises:
        NotFound: nobody of that name was there.
        Ambiguous: several were.
    """
    if batch.present is None:
        return batch
    there = batch.present.people
    listed = [
        Named(number, person.name, (*person.aliases, *person.emails))
        for number, person in enumerate(there, start=1)
    ]
    chosen = {_on_list(each, listed) - 1 for each in said}
    return met_numbers(batch, sorted(chosen))


def _on_list(said: str, listed: Sequence[Named]) -> int:
    try:
        return names.resolve(said, listed).id
    except names.Nobody as error:
        raise NobodyOnList(said, error.suggestions) from None


def met_numbers(batch: Batch, numbers: Sequence[int]) -> Batch:
    """As ``met``, by their places in the list of who was there."""
    present = batch.present
    if present is None or not numbers:
        return batch
    people = tuple(present.people[number] for number in numbers)
    others = (present.others or 0) + len(present.people) - len(people)
    encounter = present._replace(people=people, others=others)
    return batch._replace(encounters=(*batch.encounters, encounter))


def parted(
    store: Store, batch: Batch
) -> tuple[tuple[Encounter, ...], tuple[Encounter, ...]]:
    """The encounters that were brought before, and those that are new; by their day."""
    kept = imports.conversations(store, batch.source)
    ordered = sorted(batch.encounters, key=lambda each: (each.day, each.clock or ""))
    known = tuple(each for each in ordered if digest(each) in kept)
    return known, tuple(each for each in ordered if digest(each) not in kept)


def bring(
    store: Store,
    today: date,
    path: Path,
    batch: Batch,
    wishes: Wishes,
    *,
    others: Sequence[Path] = (),
    rehearse: bool,
    progress: Callable[[int, int], None],
) -> Imported:
    """Bring all that was read, as one change; ``rehearse`` only says what would be.

    ``progress`` is told how many are done, and of how many.
    """
    if not rehearse:
        backups.before(store, "import")
    with store.change("import", rehearse=rehearse) as change, store.in_bulk():
        people = Newcomers(store, today, batch.source, same_names=wishes.same_names)
        talks = Encounters(store, today, batch.source, people)
        for done, record in enumerate(batch.records, start=1):
            people.take(record)
            if done % _STEP == 0:
                progress(done, len(batch.records))
        people.finish()
        for encounter in batch.encounters:
            talks.gather(encounter)
        people.finish()
        for done in talks.write():
            if done % _STEP == 0:
                progress(done, len(batch.encounters))
        if batch.mapping:
            imports.keep_mapping(store, batch.header, batch.mapping)
        change.summary = _summary((path, *others), people, talks)
        return _imported(batch, people, talks, rehearsed=rehearse)


def _summary(paths: Sequence[Path], people: Newcomers, talks: Encounters) -> str:
    more = len(paths) - 1
    files = f"{paths[0].name} and {more} more" if more else paths[0].name
    said = f"Imported {files}: {people.new} new {_word('person', people.new)}"
    talk = _word("conversation", talks.new)
    return f"{said}, {talks.new} new {talk}" if talks.new else said


def _word(noun: str, number: int) -> str:
    many = {"person": "people"}.get(noun, f"{noun}s")
    return noun if number == 1 else many


def _imported(
    batch: Batch, people: Newcomers, talks: Encounters, *, rehearsed: bool
) -> Imported:
    skipped = dict(batch.skipped)
    if talks.nobody_known:
        skipped["nobody_known"] = talks.nobody_known
    return Imported(
        source=batch.source,
        read=batch.read,
        new=people.new,
        changed=people.changed,
        unchanged=people.unchanged,
        conversations=Tallied(talks.new, talks.changed, talks.unchanged),
        proposed=tuple(
            proposed(encounter, who)
            for encounter, who in (talks.taken if rehearsed else ())
        ),
        skipped=skipped,
        warnings=(*batch.warnings, *people.warnings),
        suggestions=(*batch.suggestions, *people.suggestions),
        rehearsed=rehearsed,
    )


def proposed(encounter: Encounter, who: Sequence[str]) -> Proposed:
    """A conversation as it is shown before it is stored."""
    return Proposed(
        day=encounter.day,
        clock=encounter.clock,
        setting=encounter.setting,
        minutes=encounter.minutes,
        place=encounter.place,
        text=encounter.text,
        people=tuple(who),
        others=encounter.others,
    )
