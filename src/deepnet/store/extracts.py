"""What goes out of the journal to other programs: cards, days, and plain tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet.model import PersonRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.store import Store


class Leaving(NamedTuple):
    """Somebody on the way out; ``birthday`` as it is kept."""

    id: int
    uid: str
    name: str
    company: str | None
    position: str | None
    birthday: str | None

    @property
    def ref(self) -> PersonRef:
        """The person as an answer names them."""
        return PersonRef(self.id, self.name)


class DuePromise(NamedTuple):
    """An open promise that has a day."""

    uid: str
    name: str
    text: str
    mine: bool
    due: date

    @property
    def said(self) -> str:
        """Who promised what: "You promised Ana: the map"."""
        who = f"You promised {self.name}" if self.mine else f"{self.name} promised you"
        return f"{who}: {self.text}"


def people(store: Store, *, everybody: bool) -> Iterator[Leaving]:
    """All people by id; those who were let go only where ``everybody`` says so."""
    for row in store.stream(
        "SELECT id, uid, name, company, position, birthday FROM people "
        "WHERE let_go_on IS NULL OR ? ORDER BY id",
        everybody,
    ):
        yield Leaving(*row)


def let_go(store: Store) -> int:
    """How many people were let go."""
    return int(store.value("SELECT count(*) FROM people WHERE let_go_on IS NOT NULL"))


def tags(store: Store, person: int) -> tuple[str, ...]:
    """The circles of somebody, by name."""
    rows = store.rows("SELECT tag FROM tags WHERE person_id = ? ORDER BY tag", person)
    return tuple(tag for (tag,) in rows)


def due_promises(store: Store, *, everybody: bool) -> Iterator[DuePromise]:
    """Open promises that have a day, by day."""
    for row in store.stream(
        "SELECT promises.uid, name, text, mine, due FROM promises "
        "JOIN people ON people.id = person_id WHERE kept_on IS NULL "
        "AND due IS NOT NULL AND (let_go_on IS NULL OR ?) ORDER BY due, promises.id",
        everybody,
    ):
        uid, name, text, mine, due = row
        yield DuePromise(uid, name, text, bool(mine), date.fromisoformat(due))


def tables() -> tuple[str, ...]:
    """The names of the plain tables."""
    return tuple(_TABLES)


def columns(name: str) -> tuple[str, ...]:
    """What the columns of a plain table are called."""
    return tuple(_TABLES[name][0])


def rows(store: Store, name: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a plain table, in the order in which they came."""
    columns, rest = _TABLES[name]
    chosen = ", ".join(columns.values())
    for row in store.stream(f"SELECT {chosen} FROM {name} {rest}"):
        yield tuple(row)


def _many(table: str, column: str, where: str = "") -> str:
    """Several rows of somebody in one cell, in the order in which they came."""
    return (
        f"(SELECT group_concat({column}, '; ') FROM (SELECT {column} FROM {table} "
        f"WHERE person_id = people.id {where} ORDER BY id))"
    )


_PRESENT = (
    "(SELECT group_concat(name, '; ') FROM (SELECT name FROM participants "
    "JOIN people ON people.id = person_id WHERE conversation_id = conversations.id "
    "ORDER BY participants.id))"
)
_DEPTH = (
    "CASE depth WHEN 0 THEN 'smalltalk' WHEN 1 THEN 'shop' WHEN 2 THEN 'opinions' "
    "WHEN 3 THEN 'personal' WHEN 4 THEN 'heart' END"
)


def _as_they_are(*columns: str) -> dict[str, str]:
    return {column: column for column in columns}


def _yes(column: str) -> str:
    return f"CASE {column} WHEN 1 THEN 'yes' ELSE 'no' END"


def _of_people(name: str) -> str:
    return f"JOIN people ON people.id = {name}.person_id ORDER BY {name}.id"


_WHOSE = {"person_id": "person_id", "person": "people.name"}

_TABLES: dict[str, tuple[dict[str, str], str]] = {
    "people": (
        {
            "id": "people.id",
            "name": "name",
            "aliases": _many("aliases", "alias"),
            **_as_they_are("company", "position", "birthday"),
            "emails": _many("identifiers", "value", "AND kind = 'email'"),
            "phones": _many("identifiers", "value", "AND kind = 'phone'"),
            "profiles": _many("identifiers", "value", "AND kind = 'profile'"),
            **_as_they_are("office", "home"),
            "circles": _many("tags", "tag"),
            "tier": "tier",
            "score": "round(score, 1)",
            "conversations": "standings.conversations",
            "last": "last_day",
            "connected_on": "(SELECT min(connected_on) FROM ties "
            "WHERE person_id = people.id)",
            **_as_they_are("let_go_on", "let_go_because", "snoozed_until", "added_on"),
        },
        "LEFT JOIN standings ON standings.person_id = people.id ORDER BY people.id",
    ),
    "conversations": (
        {
            **_as_they_are("id", "day", "precision", "clock", "setting"),
            "depth": _DEPTH,
            **_as_they_are("minutes", "place"),
            "people": _PRESENT,
            "others": "others",
            "they_asked": _yes("they_asked"),
            "text": "text",
        },
        "ORDER BY id",
    ),
    "facts": (
        {**_WHOSE, **_as_they_are("facet", "text", "day", "conversation_id")},
        _of_people("facts"),
    ),
    "promises": (
        {
            **_WHOSE,
            "text": "text",
            "mine": _yes("mine"),
            **_as_they_are("due", "made_on", "kept_on", "conversation_id"),
        },
        _of_people("promises"),
    ),
    "invitations": (
        {
            **_WHOSE,
            "asked_on": "asked_on",
            "by_them": _yes("by_them"),
            **_as_they_are("setting", "planned_for", "answer", "answered_on"),
        },
        _of_people("invitations"),
    ),
}
"""The plain tables: what each column is called and read from, and the rest of it."""
