"""Who is at a conversation while it is being written down, and what came of it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from deepnet import capture, circles, names
from deepnet.errors import Ambiguous, NotFound
from deepnet.errors.facts import WhoseFact, WhosePromise
from deepnet.journal import whom
from deepnet.model import PersonRef
from deepnet.store import conversations, people
from deepnet.store import promises as owed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.model import Facet, Named
    from deepnet.store import Store


class Meeting:
    """The people of one conversation, as they are found one by one."""

    def __init__(self, store: Store, today: date, choices: Choices) -> None:
        self.store = store
        self.today = today
        self.choices = choices
        self.people: list[PersonRef] = []
        self._there: set[int] = set()
        self.created: list[str] = []
        self.remarks: list[str] = []

    def join(self, person: PersonRef) -> None:
        """Somebody is there; twice is once."""
        if person.id not in self._there:
            self._there.add(person.id)
            self.people.append(person)

    def invite(self, said: str) -> None:
        """Whoever is meant by ``said`` is there; new, if the choices say so."""
        before = people.latest(self.store)
        for person in whom.look_up_all(
            self.store, said, choices=self.choices, today=self.today
        ):
            if person.id > before:
                self.created.append(person.name)
            self.join(person)

    def leave(self, said: Iterable[str]) -> None:
        """Whoever is meant by these names or circles was not there."""
        gone = {number for name in said for number in self._missing(name)}
        self.people = [person for person in self.people if person.id not in gone]
        self._there -= gone

    def _missing(self, name: str) -> list[int]:
        """Whom a name means, first of all among those who would be there."""
        if not circles.is_marked(name):
            with suppress(NotFound, Ambiguous):
                return [names.resolve(name, self._named()).id]
        found = whom.look_up_all(self.store, name, choices=self.choices)
        return [person.id for person in found]

    def decide(self, doubt: capture.Doubt) -> None:
        """Settle a mention that fits several people: asked about, never guessed.

        One in passing stays a word where nobody can be asked, and one that a flag
        settled is settled.
        """
        present = {person.id for person in self.people}
        if sum(named.id in present for named in doubt.candidates) == 1:
            return
        problem = names.SeveralPeople(doubt.said, doubt.candidates)
        try:
            chosen = self.choices.which(problem, doubt.candidates)
        except names.SeveralPeople:
            if doubt.insisted or not self.people:
                raise
            self.remarks.append(f"{problem.message} Left as a word.")
            return
        if chosen:
            self.join(PersonRef(chosen.id, chosen.name))

    def keep_facts(self, said: Iterable[str], conversation: int, day: date) -> None:
        """Write down facts as flags say them: "family: text", "Name/family: text"."""
        for text in said:
            learned = capture.read_learned(text, self._named())
            person = self._present(learned.person) or self.owner(text)
            if person is None:
                raise WhoseFact(text, self._names())
            self.keep_fact(person, learned.facet, learned.text, conversation, day)

    def keep_fact(
        self, person: PersonRef, facet: Facet, text: str, conversation: int, day: date
    ) -> None:
        """Write down one fact that came of the conversation."""
        conversations.add_fact(
            self.store, person.id, facet, text, day=day, conversation=conversation
        )

    def keep_promises(
        self, said: Iterable[str], conversation: int, day: date, *, mine: bool = True
    ) -> None:
        """Write down promises as flags say them: "text by friday", "Name/text"."""
        for text in said:
            promised = capture.read_promise(text, self._named(), self.today)
            person = self._present(promised.person) or self.owner(text)
            if person is None:
                raise WhosePromise(text, self._names())
            promised = promised._replace(person=person.id)
            self.keep_promise(promised, conversation, day, mine=mine)

    def keep_promise(
        self, said: capture.Promised, conversation: int, day: date, *, mine: bool
    ) -> None:
        """Write down one promise to a person, yours or theirs."""
        owed.add(
            self.store,
            said.person or 0,
            said.text,
            made_on=day,
            due=said.due,
            mine=mine,
            conversation=conversation,
        )

    def meant(self, number: int | None, text: str) -> PersonRef | None:
        """Whose something in the sentence is, if they are there; or whoever owns it.

        The sentence was read when those who are new were in no journal: with somebody
        new, whom the words name is looked at once more.
        """
        told = {number} - {None}
        if self.created:
            told |= {named.id for named in capture.named(text, self._named())}
        return self._present(told.pop()) if len(told) == 1 else self.owner(text)

    def owner(self, text: str) -> PersonRef | None:
        """Whom something belongs to that names nobody; None if that stays open."""
        if len(self.people) == 1:
            return self.people[0]
        return self.choices.whose(text, self.people)

    def come_back(self) -> None:
        """A conversation brings back whoever was let go."""
        back = people.come_back(self.store, [person.id for person in self.people])
        for person in self.people:
            if person.id in back:
                self.remarks.append(f"{person.name} had been let go, and is back.")

    def _named(self) -> list[Named]:
        return people.by_numbers(self.store, [person.id for person in self.people])

    def _names(self) -> tuple[str, ...]:
        return tuple(person.name for person in self.people)

    def _present(self, number: int | None) -> PersonRef | None:
        return next((one for one in self.people if one.id == number), None)
