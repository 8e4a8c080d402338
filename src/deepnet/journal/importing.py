"""Bringing people from a file: who they are, and what is new of them.

What the user wrote wins: a field changes only where it is empty, or says just what
the last import of the same source said. Nothing imported is a conversation.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from deepnet import identity, importers, names, phones
from deepnet.store import backups, configuration, conversations, imports, people
from deepnet.store.people import Identifier
from deepnet.views.data import Imported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from deepnet.model import Person
    from deepnet.records import Batch, Record
    from deepnet.store import Store

_FIELDS = ("company", "position", "birthday")


def bring(
    store: Store,
    today: date,
    path: Path,
    *,
    source: str | None,
    rehearse: bool,
    progress: Callable[[int, int], None],
) -> Imported:
    """Bring everybody in a file, as one change; ``rehearse`` only says what would be.

    ``progress`` is told how many are done, and of how many.

    Raises:
        NothingUsable: there is nobody in the file, or it can't be read.
        NotFound: there is no such file.
    """
    batch = importers.read(path, today=today, source=source, progress=progress)
    if not rehearse:
        backups.before(store, "import")
    with store.change("import", rehearse=rehearse) as change:
        arrival = Arrival(store, today, batch)
        for done, record in enumerate(batch.records, start=1):
            arrival.take(record)
            if done % _STEP == 0:
                progress(done, len(batch.records))
        change.summary = f"Imported {path.name}: {arrival.new} new people"
        return arrival.summary(rehearsed=rehearse)


_STEP = 500


class Arrival:
    """One import under way."""

    def __init__(self, store: Store, today: date, batch: Batch) -> None:
        self.store = store
        self.today = today
        self.batch = batch
        self.new = self.changed = self.unchanged = 0
        self.warnings = list(batch.warnings)
        self.suggestions: list[str] = []
        self._region = configuration.value(store, "region")
        self._kept = imports.records(store, batch.source)
        # What this source said of each person last, under whatever key.
        self._said = {kept.person: kept.fields for kept in self._kept.values()}
        self._known = _known(store, self._kept, batch.source, self._region)

    def summary(self, *, rehearsed: bool) -> Imported:
        """What came of it."""
        return Imported(
            source=self.batch.source,
            read=self.batch.read,
            new=self.new,
            changed=self.changed,
            unchanged=self.unchanged,
            skipped=dict(self.batch.skipped),
            warnings=tuple(self.warnings),
            suggestions=tuple(self.suggestions),
            rehearsed=rehearsed,
        )

    def take(self, record: Record) -> None:
        """Write one record down: somebody new, somebody known, or nothing new."""
        kept = self._kept.get(record.key)
        if kept and kept.raw == _raw(record):
            self.unchanged += 1
            return
        match = identity.who(record, self._known, self._region)
        if match.person is None:
            self._add(record)
            self._suggest(record, match)
        else:
            self._meet(match.person, record, kept)

    def _add(self, record: Record) -> None:
        self.new += 1
        person = people.add(self.store, record.name, today=self.today)
        fields = {field: getattr(record, field) for field in _FIELDS}
        said = {field: value for field, value in fields.items() if value}
        people.change(self.store, person, said)
        self._addresses(person, record)
        self._remember(person, record)

    def _suggest(self, record: Record, match: identity.Match) -> None:
        for number, evidence in match.suggestions:
            who = people.ref(self.store, number)
            self.suggestions.append(
                f"{record.name} ({record.where}) may be @{who.id} {who.name}: "
                f"{evidence}"
            )

    def _meet(self, number: int, record: Record, kept: imports.Kept | None) -> None:
        """Somebody known: take over what is new, keep what the user wrote."""
        rows = self._rows_written()
        # Somebody who was merged has several records: each is held to its own words.
        before = kept.fields if kept else self._said.get(number, {})
        person = people.person(self.store, number)
        self._rename(person, record, before)
        self._take_over(person, record, before)
        self._addresses(number, record)
        if self._rows_written() > rows:
            self.changed += 1
        else:
            self.unchanged += 1
        self._remember(number, record)

    def _rows_written(self) -> int:
        return int(self.store.value("SELECT max(id) FROM change_rows") or 0)

    def _rename(self, person: Person, record: Record, before: dict[str, Any]) -> None:
        if record.name == person.name:
            return
        if before.get("name") == person.name:
            people.change(self.store, person.id, {"name": record.name})
            people.add_alias(self.store, person.id, person.name)
        elif names.fold(record.name) != names.fold(person.name):
            people.add_alias(self.store, person.id, record.name)

    def _take_over(
        self, person: Person, record: Record, before: dict[str, Any]
    ) -> None:
        ours = {field: getattr(person, field) for field in _FIELDS}
        theirs = {field: getattr(record, field) for field in _FIELDS}
        free = {
            field: value
            for field, value in theirs.items()
            if value
            and value != ours[field]
            and (not ours[field] or ours[field] == before.get(field))
        }
        for field, value in theirs.items():
            if value and value != ours[field] and field not in free:
                self.warnings.append(
                    f"{record.where}: {field} of {person.name} is “{ours[field]}” in "
                    f"your journal and “{value}” in the file; yours is kept."
                )
        if (person.company and "company" in free) or (
            person.position and "position" in free
        ):
            imports.add_job(
                self.store, person.id, person.company, person.position, self.today
            )
        people.change(self.store, person.id, free)

    def _addresses(self, person: int, record: Record) -> None:
        for alias in record.aliases:
            people.add_alias(self.store, person, alias)
        for identifier in _identifiers(record, self._region):
            if not people.has_key(self.store, person, identifier):
                people.add_identifier(self.store, person, identifier)
        if record.connected_on:
            imports.connect(self.store, person, record.source, record.connected_on)
        note = record.note
        if note and not conversations.noted(self.store, person, note):
            conversations.add_fact(self.store, person, None, note, day=self.today)

    def _remember(self, person: int, record: Record) -> None:
        fields = {field: getattr(record, field) for field in ("name", *_FIELDS)}
        self._said[person] = fields
        imports.keep(
            self.store,
            record.source,
            record.key,
            person=person,
            fields=fields,
            raw=_raw(record),
            today=self.today,
        )
        self._known.add(
            person,
            name=record.name,
            aliases=record.aliases,
            emails=record.emails,
            phones=record.phones,
            profiles=record.profiles,
            birthday=record.birthday,
            keys=((record.source, record.key),),
        )


def _raw(record: Record) -> str:
    return json.dumps(record.raw, ensure_ascii=False)


def _identifiers(record: Record, region: str | None) -> Iterator[Identifier]:
    for email in record.emails:
        yield Identifier("email", email, identity.email_key(email))
    for phone in record.phones:
        yield Identifier("phone", phone, phones.phone_key(phone, region) or phone)
    for profile in record.profiles:
        yield Identifier("profile", profile, identity.profile_key(profile))


def _known(
    store: Store, kept: dict[str, imports.Kept], source: str, region: str | None
) -> identity.Known:
    """Everybody in the journal, as an import recognises them."""
    known = identity.Known(region)
    addresses = imports.identifiers(store)
    keys: dict[int, list[tuple[str, str]]] = {}
    for key, record in kept.items():
        keys.setdefault(record.person, []).append((source, key))
    for person in imports.people(store):
        reach = addresses.get(person.id, {})
        known.add(
            person.id,
            name=person.name,
            aliases=person.aliases,
            emails=reach.get("email", ()),
            phones=reach.get("phone", ()),
            profiles=reach.get("profile", ()),
            birthday=person.birthday,
            keys=keys.get(person.id, ()),
        )
    return known
