"""People of a source on their way into the journal: new, known, or changed.

What the user wrote wins: a field changes only where it is empty, or says just what the
last import of the same source said.
"""

from __future__ import annotations

import json
import unicodedata
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from deepnet import identity, names, phones
from deepnet.plain import plain_lines
from deepnet.store import circles, configuration, conversations, imports, people
from deepnet.store.arrivals import Arrivals, Kept
from deepnet.store.people import Identifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from deepnet.model import Person
    from deepnet.records import Record
    from deepnet.store import Store

_FIELDS = ("company", "position", "birthday", "office", "home")
_fields_of = attrgetter(*_FIELDS)


class Newcomers:
    """The people of one import, matched with those of the journal one by one.

    ``same_names`` is the user's word that the same whole name is the same person.
    """

    def __init__(
        self, store: Store, today: date, source: str, *, same_names: bool = False
    ) -> None:
        self.store = store
        self.today = today
        self.new = self.changed = self.unchanged = 0
        self.warnings: list[str] = []
        self.suggestions: list[str] = []
        self._same_names = same_names
        self._region = configuration.value(store, "region")
        self._kept = imports.records(store, source)
        # What this source said of each person last, under whatever key.
        self._said = {kept.person: kept.fields for kept in self._kept.values()}
        self._known = _known(store, self._kept, source, self._region)
        self._found: dict[str, int] = {}
        self._arrivals = Arrivals(store)

    def take(self, record: Record) -> None:
        """Write one record down: somebody new, somebody known, or nothing new."""
        kept = self._kept.get(record.key)
        if kept and kept.raw == hash(record.raw):
            self.unchanged += 1
            return
        match = self._who(record)
        if match.person is None:
            self._add(record)
            self._suggest(record, match)
        else:
            self._meet(match.person, record)

    def meet(self, record: Record, *, add: bool) -> int | None:
        """Who somebody at a conversation is; nothing else of them changes.

        Whoever is not known is added where ``add`` says so; else None.
        """
        if record.key in self._found:
            return self._found[record.key]
        match = self._who(record)
        person = match.person
        if person is None:
            if not add:
                return None
            person = self._add(record)
            self._suggest(record, match)
        self._found[record.key] = person
        return person

    def _who(self, record: Record) -> identity.Match:
        return identity.who(
            record, self._known, self._region, same_names=self._same_names
        )

    def _add(self, record: Record) -> int:
        self.new += 1
        person = self._arrivals.person(record.name, _fields_of(record), self.today)
        self._arrive(person, record)
        return person

    def _arrive(self, person: int, record: Record) -> None:
        """Keep back what belongs to somebody new, to be written with others'."""
        new = self._arrivals
        for alias in record.aliases:
            new.alias(person, alias)
        for identifier in _identifiers(record, self._region):
            new.identifier(person, identifier)
        for tag in record.tags:
            new.tag(person, tag)
        if record.connected_on:
            new.tie(person, record.source, record.connected_on)
        for text, day in record.notes:
            new.note(person, text, day or self.today)
        fields = self._recognise(person, record)
        kept = Kept(record.source, record.key, fields, record.raw)
        new.record(person, kept, self.today)

    def finish(self) -> None:
        """Write what is still kept back."""
        self._arrivals.write()

    def _suggest(self, record: Record, match: identity.Match) -> None:
        for number, evidence in match.suggestions:
            self.suggestions.append(
                f"{record.name} ({record.where}) may be @{number} "
                f"{self._known.name(number)}: {evidence}"
            )

    def _meet(self, number: int, record: Record) -> None:
        """Somebody known: take over what is new, keep what the user wrote."""
        self._arrivals.settle(number)
        rows = self._rows_written()
        # Somebody who was merged has several records: each is held to its own words.
        kept = self._kept.get(record.key)
        before = json.loads(kept.fields if kept else self._said.get(number, "{}"))
        person = people.person(self.store, number)
        self._rename(person, record, before)
        self._take_over(person, record, before)
        self._addresses(person, record)
        if self._rows_written() > rows:
            self.changed += 1
        else:
            self.unchanged += 1
        # What the journal wrote itself is no other source's word on somebody.
        if self._known.by_uid(record) != number:
            self._remember(number, record)

    def _rows_written(self) -> int:
        return int(self.store.value("SELECT max(id) FROM change_rows") or 0)

    def _rename(self, person: Person, record: Record, before: dict[str, Any]) -> None:
        if record.name == person.name or record.is_unnamed:
            return
        if before.get("name") == person.name and record.key in self._kept:
            people.change(self.store, person.id, {"name": record.name})
            people.add_alias(self.store, person.id, person.name)
        elif names.fold(record.name) != names.fold(names.tidy(person.name)):
            people.add_alias(self.store, person.id, record.name)

    def _take_over(
        self, person: Person, record: Record, before: dict[str, Any]
    ) -> None:
        ours = dict(zip(_FIELDS, _fields_of(person), strict=True))
        theirs = dict(zip(_FIELDS, _fields_of(record), strict=True))
        free = {
            field: value
            for field, value in theirs.items()
            if value
            and _in_files(value) != _in_files(ours[field])
            and (not ours[field] or ours[field] == before.get(field))
        }
        for field, value in theirs.items():
            differs = value and _in_files(value) != _in_files(ours[field])
            if differs and field not in free:
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

    def _addresses(self, person: Person, record: Record) -> None:
        number = person.id
        for alias in _lacking(record.aliases, (person.name, *person.aliases)):
            people.add_alias(self.store, number, alias)
        for identifier in _identifiers(record, self._region):
            if not people.has_key(self.store, number, identifier):
                people.add_identifier(self.store, number, identifier)
        tags = circles.tags(self.store, number) if record.tags else ()
        for tag in _lacking(record.tags, tags):
            circles.add(self.store, number, tag)
        if record.connected_on:
            imports.connect(self.store, number, record.source, record.connected_on)
        for text, day in record.notes:
            if not conversations.noted(self.store, number, text):
                conversations.add_fact(
                    self.store, number, None, text, day=day or self.today
                )

    def _remember(self, person: int, record: Record) -> None:
        imports.keep(
            self.store,
            record.source,
            record.key,
            person=person,
            fields=self._recognise(person, record),
            raw=record.raw,
            today=self.today,
        )

    def _recognise(self, person: int, record: Record) -> str:
        """From now on, know somebody by what the record says; its fields as JSON."""
        fields = dict(zip(_FIELDS, _fields_of(record), strict=True))
        said = self._said[person] = _json({"name": record.name, **fields})
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
        return said


def _in_files(said: str | None) -> str:
    """Words as a file has them: composed, and without what can't be seen."""
    return unicodedata.normalize("NFC", plain_lines(said)) if said else ""


def _lacking(said: Sequence[str], there: Sequence[str]) -> Iterator[str]:
    """What is said and not there yet, however it was typed."""
    written = set(map(_in_files, there))
    return (each for each in said if _in_files(each) not in written)


_json = json.JSONEncoder(ensure_ascii=False).encode


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
    for person in imports.people(store):
        known.add(
            person.id,
            name=person.name,
            aliases=person.aliases,
            birthday=person.birthday,
            keys=((identity.OWN, person.uid),),
        )
    for number, kind, value in imports.identifiers(store):
        known.reach(number, **{_REACH[kind]: (value,)})
    for key, record in kept.items():
        known.mark(record.person, source, key)
    return known


_REACH = {"email": "emails", "phone": "phones", "profile": "profiles"}
