"""Monica 4's own JSON: people, activities, calls, and what was noted of them.

Values hang on other records and are found by their uuid. Activities and calls are
conversations; debts, gifts, photos and reminders have no place here, and are counted.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.errors.files import NoHeader
from deepnet.importers.naming import mailbox, put_together
from deepnet.importers.objects import Tree, begins, parsed, several, tree, trees, words
from deepnet.importers.reading import Tally, noted
from deepnet.model import Setting
from deepnet.occasion import setting
from deepnet.plain import listed
from deepnet.records import Encounter, Note, Record, as_written
from deepnet.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.importers.reading import Page, Terms
    from deepnet.records import Batch

SOURCE = "monica"
LOOKED_FOR = "an “account” with contacts, as in Monica 4"

_TAKEN = frozenset(
    ["contact", "relationship", "activity", "call", "contact_field", "note", "address"]
)


def recognises(page: Page) -> bool:
    """Whether a text is what Monica exports."""
    return begins(page, "app_version") and '"account"' in page.text[:100_000]


def read(page: Page, terms: Terms) -> Batch:
    """Everybody, and the conversations with them.

    Raises:
        NothingUsable: it is no such JSON.
    """
    account = tree(tree(parsed(page)).get("account"))
    contacts = _values(account, "contact")
    if not contacts:
        raise NoHeader(LOOKED_FOR, page.text.strip()[:60])
    tally = Tally(page, terms, len(contacts))
    reading = _Account(account, tally)
    for contact in contacts:
        tally.count()
        reading.take(contact)
    reading.finish()
    return tally.batch(SOURCE)


def _values(owner: Tree, kind: str) -> list[Tree]:
    """The records of a kind, which are wrapped with their count."""
    return [
        value
        for each in trees(owner.get("data"))
        if words(each.get("type")) == kind
        for value in trees(each.get("values"))
    ]


def _said(record: Tree, name: str) -> str:
    return words(tree(record.get("properties")).get(name))


def _name(contact: Tree) -> str:
    parts = (
        _said(contact, part) for part in ("first_name", "middle_name", "last_name")
    )
    return put_together(*parts) or _said(contact, "nickname")


class _Account:
    """One account under way."""

    def __init__(self, account: Tree, tally: Tally) -> None:
        self.tally = tally
        self.contacts = {words(c.get("uuid")): c for c in _values(account, "contact")}
        self.activities = {
            words(a.get("uuid")): a for a in _values(account, "activity")
        }
        self.relations = _values(account, "relationship")
        self.there: dict[str, list[Record]] = {key: [] for key in self.activities}
        self.unused: Counter[str] = Counter()
        instance = tree(account.get("instance"))
        self.kinds = {
            words(kind.get("uuid")): _said(kind, "type") or _said(kind, "name").lower()
            for kind in trees(instance.get("contact_field_types"))
        }

    def take(self, contact: Tree) -> None:
        """One contact with all that hangs on it."""
        where = f"{self.tally.file}, {_name(contact) or 'a contact without a name'}"
        if not _name(contact):
            self.tally.skip("no_name", where, "there is no name.")
            return
        if tree(contact.get("properties")).get("is_partial") is True:
            self.tally.skip("partial")
            return
        self._take(contact, where)

    def _take(self, contact: Tree, where: str) -> None:
        if _said(contact, "stay_in_touch_frequency"):
            self.unused["interval to keep in touch"] += 1
        record = self._record(contact, where)
        self.tally.records.append(record)
        self._calls(contact, record, where)
        for each in trees(contact.get("data")):
            kind = words(each.get("type"))
            if kind == "activity":
                for key in map(words, several(each.get("values"))):
                    if key in self.there:
                        self.there[key].append(record)
            elif kind not in _TAKEN:
                self.unused[kind] += len(several(each.get("values")))

    def _record(self, contact: Tree, where: str) -> Record:
        fields = [
            (self.kinds.get(_said(f, "type"), ""), _said(f, "data"))
            for f in _values(contact, "contact_field")
        ]
        born, born_note = self._birthday(contact)
        nickname = _said(contact, "nickname")
        tags = several(tree(contact.get("properties")).get("tags"))
        cities = (_said(a, "city") for a in _values(contact, "address"))
        return Record(
            source=SOURCE,
            key=f"uid:{words(contact.get('uuid')) or _name(contact)}",
            where=where,
            name=_name(contact),
            aliases=(nickname,) if nickname and nickname != _name(contact) else (),
            emails=tuple(d for k, d in fields if k == "email" and mailbox(d)),
            phones=tuple(d for k, d in fields if k == "phone" and d),
            profiles=tuple(d for k, d in fields if k not in ("email", "phone") and d),
            company=_said(contact, "company") or None,
            position=_said(contact, "job") or None,
            birthday=born,
            home=next(filter(None, cities), None),
            tags=tuple(filter(None, map(words, tags))),
            notes=noted(*self._notes(contact), born_note),
            raw=as_written([("contact", repr(contact))]),
        )

    def _birthday(self, contact: Tree) -> tuple[str | None, Note | None]:
        """The birthday; one that was only guessed from an age is a note."""
        born = tree(tree(contact.get("properties")).get("birthdate"))
        day = _day(words(born.get("date")))
        if day is None:
            return None, None
        if born.get("is_age_based") is True:
            return None, Note(f"born about {day.year}")
        if born.get("is_year_unknown") is True:
            return f"--{day:%m-%d}", None
        return (day.isoformat() if day <= self.tally.terms.today else None), None

    def _notes(self, contact: Tree) -> Iterator[Note]:
        for field in ("description", "food_preferences"):
            said = _said(contact, field)
            if said:
                yield Note(f"food: {said}" if field == "food_preferences" else said)
        met = _day(
            words(
                tree(tree(contact.get("properties")).get("first_met_date")).get("date")
            )
        )
        through = self.contacts.get(_said(contact, "first_met_through"))
        if met or through:
            on = f" on {dates.written(met)}" if met else ""
            by = f" through {_name(through)}" if through else ""
            yield Note(f"met{on}{by}", met)
        for note in _values(contact, "note"):
            yield Note(_said(note, "body"), self._past(words(note.get("created_at"))))
        for relation in self.relations:
            if _said(relation, "of_contact") == words(contact.get("uuid")):
                other = self.contacts.get(_said(relation, "contact_is"))
                if other:
                    yield Note(
                        f"{_said(relation, 'type') or 'related'}: {_name(other)}"
                    )

    def _past(self, said: str) -> date | None:
        day = _day(said)
        return day if day and day <= self.tally.terms.today else None

    def _calls(self, contact: Tree, record: Record, where: str) -> None:
        for call in _values(contact, "call"):
            self.tally.count()
            day = self._past(_said(call, "called_at"))
            if day is None:
                self.tally.skip("no_day", where, "a call has no day that has been.")
                continue
            self.tally.encounters.append(
                Encounter(
                    source=SOURCE,
                    key=f"call {words(call.get('uuid')) or f'{record.key} {day}'}",
                    where=where,
                    day=day,
                    people=(record,),
                    setting=Setting.CALL,
                    text=_said(call, "content"),
                )
            )

    def finish(self) -> None:
        """The activities, which have one conversation for all who were there."""
        for key, there in self.there.items():
            self.tally.count()
            activity = self.activities[key]
            where = f"{self.tally.file}, {_said(activity, 'summary')[:40]}"
            day = self._past(_said(activity, "happened_at"))
            if day is None:
                self.tally.skip("no_day", where, "this has no day that has been.")
            elif not there:
                self.tally.skip("nobody_named")
            else:
                self.tally.encounters.append(
                    _encounter(key, activity, day, there, where)
                )
        if self.unused:
            kinds = listed(
                f"{n} {kind}" for kind, n in sorted(self.unused.items()) if n
            )
            self.tally.skipped["unused"] += self.unused.total()
            if kinds:
                self.tally.suggestions.append(
                    f"Left in Monica, without a place here: {kinds}."
                )


def _encounter(
    key: str, activity: Tree, day: date, there: list[Record], where: str
) -> Encounter:
    summary, said = _said(activity, "summary"), _said(activity, "description")
    return Encounter(
        source=SOURCE,
        key=f"activity {key}",
        where=where,
        day=day,
        people=tuple(there),
        setting=setting(Sentence(summary[:300]), set()),
        text="\n".join(filter(None, (summary, said))),
    )


def _day(said: str) -> date | None:
    """The day as it stands there, through no time zone."""
    try:
        day = date.fromisoformat(said[:10])
    except ValueError:
        return None
    return day if day.year >= dates.FIRST_YEAR else None
