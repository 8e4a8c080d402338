"""Conversations of a source on their way into the journal: new, known, or changed.

One that the user wrote down already is left as it is, and one that the user changed or
took out since stays so. People are only ever added to one.
"""

from __future__ import annotations

from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from deepnet import capture, names
from deepnet.errors import NoSuchDay
from deepnet.model import PersonRef, Setting, When
from deepnet.store import conversations, imports, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.journal.newcomers import Newcomers
    from deepnet.records import Encounter
    from deepnet.store import Store
    from deepnet.store.conversations import Conversation

CROWD = 10
"""Of more people than this, only those whom the journal knows are named."""

_NEVER_GUESSED = (Setting.MESSAGE, Setting.CALL)
_FIELDS = ("day", "setting", "clock", "minutes", "place", "text", "others")


class Encounters:
    """The conversations of one import, matched with those of the journal."""

    def __init__(
        self, store: Store, today: date, source: str, newcomers: Newcomers
    ) -> None:
        self.store = store
        self.today = today
        self.source = source
        self.new = self.changed = self.unchanged = 0
        self.nobody_known = 0
        self.taken: list[tuple[Encounter, tuple[str, ...]]] = []
        self._newcomers = newcomers
        self._kept = imports.conversations(store, source)
        self._gathered: list[tuple[Encounter, list[int]]] = []
        self._days_written = imports.days_written(store)
        self._refs: dict[int, PersonRef] = {}

    def gather(self, encounter: Encounter) -> None:
        """Find out who was there; whoever is new is added to the people."""
        if encounter.mentions:
            told, present = self._mentioned(encounter)
        else:
            present, others = self._people(encounter)
            told = encounter._replace(others=others)
        if present:
            self._gathered.append((told, present))
        else:
            self.nobody_known += 1

    def write(self) -> Iterator[int]:
        """Write all that was gathered, one by one; how many are done."""
        for done, (encounter, present) in enumerate(self._gathered, start=1):
            self._take(encounter, present)
            yield done

    def _take(self, encounter: Encounter, present: list[int]) -> None:
        """Write one conversation down: new, changed, or nothing new."""
        key = digest(encounter)
        said = _said(encounter, present)
        kept = self._kept.get(key)
        if kept is None:
            number = self._written_by_user(encounter, frozenset(present))
            if number is None:
                number = self._add(encounter, present)
            else:
                self.unchanged += 1
            self._keep(key, number, said)
        elif kept.fields == _sealed(said) or kept.conversation is None:
            self.unchanged += 1
        else:
            self._change(kept.conversation, kept.fields, said)
            self._keep(key, kept.conversation, said)

    def _keep(self, key: str, conversation: int, said: dict[str, Any]) -> None:
        imports.keep_conversation(
            self.store, self.source, key, conversation, _sealed(said)
        )

    def _people(self, encounter: Encounter) -> tuple[list[int], int | None]:
        """Who was there by their ids, and how many more.

        Of a crowd only those are named whom the journal knows.
        """
        crowd = len(encounter.people) > CROWD
        found = [
            self._newcomers.meet(record, add=not crowd) for record in encounter.people
        ]
        known = list(dict.fromkeys(person for person in found if person is not None))
        if not crowd:
            return known, encounter.others
        return known, (encounter.others or 0) + found.count(None)

    def _mentioned(self, encounter: Encounter) -> tuple[Encounter, list[int]]:
        """What the words say, as if they were logged: how, where, and with whom."""
        possible = people.named(self.store, names.lookup_keys(encounter.text))
        if not possible:
            return encounter, []
        try:
            draft = capture.read(encounter.text, possible, self.today)
        except NoSuchDay:
            return encounter, []
        told = encounter._replace(setting=draft.setting, place=draft.place)
        return told, [person.id for person in draft.people]

    def _written_by_user(
        self, encounter: Encounter, present: frozenset[int]
    ) -> int | None:
        """What the user logged of it already: that day, with them, in that way."""
        if encounter.day not in self._days_written:
            return None
        for seen in imports.on_day(self.store, encounter.day):
            if seen.is_imported or not seen.people >= present:
                continue
            either = None in (seen.setting, encounter.setting)
            guessed = encounter.clock and seen.setting not in _NEVER_GUESSED
            if either or guessed or seen.setting == encounter.setting:
                return seen.id
        return None

    def _add(self, encounter: Encounter, present: list[int]) -> int:
        self.new += 1
        there = tuple(map(self._ref, present))
        self.taken.append((encounter, tuple(person.name for person in there)))
        return conversations.add(self.store, _conversation(encounter, there))

    def _ref(self, number: int) -> PersonRef:
        if number not in self._refs:
            self._refs[number] = people.ref(self.store, number)
        return self._refs[number]

    def _change(self, number: int, before: dict[str, Any], now: dict[str, Any]) -> None:
        """Take over what the source changed, where it still says what it said."""
        row = conversations.conversation(self.store, number)
        if row is None:
            self.unchanged += 1
            return
        ours = {
            "day": row.when.day.isoformat(),
            "setting": row.setting,
            "clock": row.when.clock,
            "minutes": row.minutes,
            "place": row.place,
            "text": row.text,
            "others": row.others,
        }
        sealed = _sealed(ours)
        free = {
            field: now[field]
            for field in _FIELDS
            if now[field] != ours[field] and sealed[field] == before.get(field)
        }
        there = [person.id for person in row.people]
        come = [
            person
            for person in now["people"]
            if person not in there and person not in before.get("people", ())
        ]
        if not free and not come:
            self.unchanged += 1
            return
        self.changed += 1
        conversations.change(self.store, self._changed(row, free, come))

    def _changed(
        self, row: Conversation, free: dict[str, Any], come: list[int]
    ) -> Conversation:
        when = row.when
        if "day" in free or "clock" in free:
            day = date.fromisoformat(free["day"]) if "day" in free else when.day
            when = When(day, when.precision, free.get("clock", when.clock))
        setting = free.get("setting", row.setting)
        return row._replace(
            when=when,
            setting=Setting(setting) if setting else None,
            minutes=free.get("minutes", row.minutes),
            place=free.get("place", row.place),
            text=free.get("text", row.text),
            others=free.get("others", row.others),
            people=(*row.people, *(PersonRef(number, "") for number in come)),
        )


def digest(encounter: Encounter) -> str:
    """The key of a conversation as it is kept: without a name in it."""
    return _digest(encounter.key)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _said(encounter: Encounter, present: list[int]) -> dict[str, Any]:
    return {
        "day": encounter.day.isoformat(),
        "setting": encounter.setting,
        "clock": encounter.clock,
        "minutes": encounter.minutes,
        "place": encounter.place,
        "text": encounter.text,
        "others": encounter.others,
        "people": present,
    }


def _sealed(said: dict[str, Any]) -> dict[str, Any]:
    """What is kept of it: of words only a digest, since they stand in one place."""
    return {
        key: _digest(value) if key in ("text", "place") and value else value
        for key, value in said.items()
    }


def _conversation(encounter: Encounter, there: tuple[PersonRef, ...]) -> Conversation:
    return conversations.Conversation(
        id=0,
        when=When(encounter.day, clock=encounter.clock),
        setting=encounter.setting,
        depth=None,
        minutes=encounter.minutes,
        place=encounter.place,
        text=encounter.text,
        others=encounter.others,
        they_asked=False,
        people=there,
    )
