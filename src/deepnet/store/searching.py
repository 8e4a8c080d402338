"""Finding typed words in the full-text index, and what stands there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from deepnet import names, schema
from deepnet.model import PersonRef
from deepnet.store import conversations
from deepnet.store.indexing import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.store import Store


class Place(NamedTuple):
    """What stands where words were found."""

    kind: str
    people: tuple[PersonRef, ...]
    day: date | None
    text: str
    conversation: int | None


class Hit(NamedTuple):
    """A place where all the words were found: a row of one of the main tables."""

    table: str
    row: int


def _phrases(typed: str) -> Iterator[str]:
    """Each typed word as an FTS5 phrase that matches it and longer words."""
    for word in typed.split():
        parts = words_of(names.fold(word))
        if parts:
            yield '"{}" *'.format(" ".join(parts))


RANKED = 5_000
"""With more places than this, the rank says little, and takes long to work out."""

_BEST = "rank, rowid"
_LATEST = f"rowid % 8 >= {schema.SEARCHED.index('conversations')}, rowid DESC"


def find(store: Store, typed: str, *, most: int) -> tuple[Hit, ...]:
    """Where all of the typed words occur, best first; at most ``most`` places.

    Of more than ``RANKED`` places, those in names and addresses come first, and then
    what was written down last.
    """
    query = " ".join(_phrases(typed))
    if not query:
        return ()
    order = _LATEST if _are_many(store, query) else _BEST
    rows = store.rows(
        f"SELECT rowid FROM search WHERE search MATCH ? ORDER BY {order} LIMIT ?",
        query,
        most,
    )
    return tuple(Hit(schema.SEARCHED[rowid % 8], rowid // 8) for (rowid,) in rows)


def _are_many(store: Store, query: str) -> bool:
    found = "SELECT 1 FROM search WHERE search MATCH ? LIMIT ?"
    (number,) = store.rows(f"SELECT count(*) FROM ({found})", query, RANKED + 1)[0]
    return bool(number > RANKED)


def place(store: Store, hit: Hit) -> Place:
    """What stands there, whom it concerns and, if it has one, its day."""
    if hit.table == "conversations":
        found = conversations.conversation(store, hit.row)
        if found is None:
            raise LookupError(hit)
        return Place("conversation", found.people, found.when.day, found.text, found.id)
    row = store.row(_PLACES[hit.table], hit.row)
    if row is None:
        raise LookupError(hit)
    kind, number, name, day, text, conversation = row
    when = date.fromisoformat(day) if day else None
    return Place(kind, (PersonRef(number, name),), when, text, conversation)


_OF = " JOIN people ON people.id = person_id WHERE "
_PLACES = {
    "people": "SELECT 'person', id, name, NULL, trim(coalesce(company, '') || ' ' || "
    "coalesce(position, '') || ' ' || coalesce(office, '') || ' ' || "
    "coalesce(home, '')), NULL FROM people WHERE id = ?",
    "aliases": "SELECT 'person', people.id, name, NULL, alias, NULL FROM aliases"
    + _OF
    + "aliases.id = ?",
    "identifiers": "SELECT 'person', people.id, name, NULL, value, NULL "
    "FROM identifiers" + _OF + "identifiers.id = ?",
    "facts": "SELECT 'fact', people.id, name, day, "
    "coalesce(facet || ': ', '') || text, conversation_id FROM facts"
    + _OF
    + "facts.id = ?",
    "promises": "SELECT 'promise', people.id, name, coalesce(due, made_on), text, "
    "conversation_id FROM promises" + _OF + "promises.id = ?",
}
