"""The journal in the forms of other programs: tables, cards, pages, a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from deepnet.archive import File, Form, Page, vcard
from deepnet.archive import calendar as events
from deepnet.archive import tables as csv
from deepnet.archive.filenames import filenames
from deepnet.journal import portrait
from deepnet.journal.whom import Choices
from deepnet.store import extracts, people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from deepnet.archive import Wanted
    from deepnet.store import Store
    from deepnet.store.extracts import Leaving

T = TypeVar("T")

_WHOLE = (Form.JSON, Form.CSV)
"""The forms that have everybody in them."""


class Departure(NamedTuple):
    """A journal on its way out.

    ``page`` makes the text of a page; ``counts`` is filled while files are taken.
    """

    store: Store
    wanted: Wanted
    page: Callable[[Page], str]
    counts: dict[str, int]

    def counted(self, what: str, items: Iterable[T]) -> Iterator[T]:
        """The items as they come, counted."""
        self.counts[what] = 0
        for item in items:
            self.counts[what] += 1
            yield item

    def people(self) -> Iterator[Leaving]:
        """All who go out, in the order of their ids."""
        return extracts.people(self.store, everybody=self.wanted.everybody)

    def left_out(self) -> int:
        """How many stay in, since they were let go."""
        if self.wanted.everybody or self.wanted.form in _WHOLE:
            return 0
        return extracts.let_go(self.store)


def tables(departure: Departure) -> Iterator[File]:
    """A file for each plain table."""
    for name in extracts.tables():
        rows = extracts.rows(departure.store, name)
        counted = departure.counted(name, rows)
        yield File(f"{name}.csv", csv.lines(extracts.columns(name), counted))


def cards(departure: Departure) -> Iterator[File]:
    """One file of cards."""
    leaving = departure.counted("people", departure.people())
    yield File("", (vcard.card(_card(departure.store, one)) for one in leaving))


def _card(store: Store, person: Leaving) -> vcard.Card:
    reach = people.identifiers(store, person.id)
    return vcard.Card(
        uid=person.uid,
        name=person.name,
        aliases=people.aliases(store, person.id),
        company=person.company,
        position=person.position,
        birthday=person.birthday,
        emails=tuple(each.value for each in reach if each.kind == "email"),
        phones=tuple(each.value for each in reach if each.kind == "phone"),
        profiles=tuple(each.value for each in reach if each.kind == "profile"),
        tags=extracts.tags(store, person.id),
    )


def pages(departure: Departure) -> Iterator[File]:
    """A page for each person, linked where they met together."""
    named = filenames(person.ref for person in departure.people())
    for number in departure.counted("people", named):
        page = departure.page(_note(departure, number, named))
        yield File(f"{named[number]}.md", (page,))


def _note(departure: Departure, number: int, named: dict[int, str]) -> Page:
    store, today = departure.store, departure.wanted.today
    seen = portrait.show(store, today, f"@{number}", choices=Choices())
    return Page(seen.person, extracts.tags(store, number), named)


def calendar(departure: Departure) -> Iterator[File]:
    """One calendar."""
    yield File("", _calendar(departure))


def _calendar(departure: Departure) -> Iterator[str]:
    store, (_, today, everybody, _) = departure.store, departure.wanted
    born = (person for person in departure.people() if person.birthday)
    yield events.BEGIN
    for person in departure.counted("birthdays", born):
        yield events.birthday(person.uid, person.name, person.birthday or "", today)
    due = extracts.due_promises(store, everybody=everybody)
    for promise in departure.counted("promises", due):
        yield events.promise(promise.uid, promise.said, promise.due, today)
    yield events.END
