"""Putting one person's rows into another's, table by table; call it inside a change.

What both have is kept once. ``MOVES`` has every table that refers to people, and a
test holds it against the file itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import names
from deepnet.store import changes, people
from deepnet.store.people import Identifier

if TYPE_CHECKING:
    from collections.abc import Callable

    from deepnet.store import Store


class Moved(NamedTuple):
    """How many rows of a table came over, and how many both had: those are one now."""

    came: int = 0
    once: int = 0


WORKED_OUT = ("standings", "crossings", "name_keys")
"""Tables of people that the store works out again by itself."""


def move(store: Store, gone: int, kept: int) -> dict[str, Moved]:
    """Give all rows of ``gone`` to ``kept``, and ``gone`` goes; what came, by table.

    The fields of the two people themselves are not looked at.
    """
    _mark_company(store, gone)
    changes.note_merged(store, gone, kept)
    moved = {table: each(store, gone, kept) for table, each in MOVES.items()}
    store.run("DELETE FROM people WHERE id = ?", gone)
    return moved


def added_earlier(store: Store, gone: int, kept: int) -> None:
    """They are in the journal since the first of the two was."""
    store.run(
        "UPDATE people SET added_on = "
        "(SELECT min(added_on) FROM people WHERE id IN (?, ?)) WHERE id = ?",
        gone,
        kept,
        kept,
    )


def are_distinct(store: Store, one: int, other: int) -> bool:
    """Whether somebody said that these two are not the same."""
    return bool(
        store.value(
            "SELECT 1 FROM distinct_people WHERE person_id = ? AND other_id = ?",
            min(one, other),
            max(one, other),
        )
    )


def set_apart(store: Store, one: int, other: int) -> None:
    """Remember that these two are not the same; twice is once."""
    store.run(
        "INSERT OR IGNORE INTO distinct_people (person_id, other_id) VALUES (?, ?)",
        min(one, other),
        max(one, other),
    )


def _mark_company(store: Store, gone: int) -> None:
    """Where both were there, everybody else had one person less for company."""
    store.run(
        "INSERT OR IGNORE INTO stale SELECT person_id FROM participants "
        "WHERE conversation_id IN "
        "(SELECT conversation_id FROM participants WHERE person_id = ?)",
        gone,
    )


def _aliases(store: Store, gone: int, kept: int) -> Moved:
    """The name and the other names of ``gone``, if they are found in no other way.

    Row by row, since the keys of names follow insertions and deletions.
    """
    said = [people.ref(store, gone).name, *people.aliases(store, gone)]
    store.run("DELETE FROM aliases WHERE person_id = ?", gone)
    ours = [people.ref(store, kept).name, *people.aliases(store, kept)]
    known = set(map(_keys, ours))
    came = 0
    for alias in said:
        if _keys(alias) not in known:
            known.add(_keys(alias))
            people.add_alias(store, kept, alias)
            came += 1
    return Moved(came, len(said) - came)


def _keys(name: str) -> tuple[str, str]:
    """What a name is found by: its two foldings."""
    return names.fold(name), names.second_fold(name)


def _identifiers(store: Store, gone: int, kept: int) -> Moved:
    theirs = store.rows(
        "SELECT id, kind, value, key FROM identifiers WHERE person_id = ? ORDER BY id",
        gone,
    )
    once = 0
    for number, *identifier in theirs:
        if people.has_key(store, kept, Identifier(*identifier)):
            store.run("DELETE FROM identifiers WHERE id = ?", number)
            once += 1
        else:
            store.run("UPDATE identifiers SET person_id = ? WHERE id = ?", kept, number)
    return Moved(len(theirs) - once, once)


def _ties(store: Store, gone: int, kept: int) -> Moved:
    """Of two ties of one source, the earlier day counts."""
    store.run(
        "UPDATE ties SET connected_on = (SELECT min(both.connected_on) FROM ties AS "
        "both WHERE both.source = ties.source AND both.person_id IN (?, ?)) "
        "WHERE person_id = ?",
        gone,
        kept,
        kept,
    )
    return _move_unless(store, "ties", "mine.source = ties.source", gone, kept)


def _move_unless(store: Store, table: str, same: str, gone: int, kept: int) -> Moved:
    """Move the rows of a table; one of which ``kept`` has the same goes instead."""
    once = store.run(
        f"DELETE FROM {table} WHERE person_id = ? AND EXISTS "
        f"(SELECT 1 FROM {table} AS mine WHERE mine.person_id = ? AND {same})",
        gone,
        kept,
    ).rowcount
    came = store.run(
        f"UPDATE {table} SET person_id = ? WHERE person_id = ?", kept, gone
    ).rowcount
    return Moved(came, once)


def _jobs(store: Store, gone: int, kept: int) -> Moved:
    same = (
        "mine.company IS jobs.company AND mine.position IS jobs.position "
        "AND mine.until = jobs.until"
    )
    return _move_unless(store, "jobs", same, gone, kept)


def _participants(store: Store, gone: int, kept: int) -> Moved:
    same = "mine.conversation_id = participants.conversation_id"
    return _move_unless(store, "participants", same, gone, kept)


def _facts(store: Store, gone: int, kept: int) -> Moved:
    """Of two equal facts the one that was learnt first counts."""
    same = "mine.facet IS facts.facet AND mine.text = facts.text"
    later = store.run(
        "DELETE FROM facts WHERE person_id = ? AND EXISTS (SELECT 1 FROM facts AS mine "
        f"WHERE mine.person_id = ? AND {same} AND mine.day < facts.day)",
        kept,
        gone,
    ).rowcount
    moved = _move_unless(store, "facts", same, gone, kept)
    return Moved(moved.came - later, moved.once + later)


def _promises(store: Store, gone: int, kept: int) -> Moved:
    return _move_unless(store, "promises", "FALSE", gone, kept)


def _invitations(store: Store, gone: int, kept: int) -> Moved:
    return _move_unless(store, "invitations", "FALSE", gone, kept)


def _records(store: Store, gone: int, kept: int) -> Moved:
    """An import of the same file finds ``kept`` from now on."""
    return _move_unless(store, "records", "FALSE", gone, kept)


def _tags(store: Store, gone: int, kept: int) -> Moved:
    return _move_unless(store, "tags", "mine.tag = tags.tag", gone, kept)


def _claims(store: Store, gone: int, kept: int) -> Moved:
    """One claim is left: the newer, but what was put off is no claim."""
    both = store.rows(
        "SELECT id, person_id FROM claims WHERE person_id IN (?, ?) "
        "ORDER BY tier IS NULL, claimed_on DESC, person_id = ? DESC",
        gone,
        kept,
        kept,
    )
    for number, _ in both[1:]:
        store.run("DELETE FROM claims WHERE id = ?", number)
    theirs = bool(both) and both[0][1] == gone
    store.run("UPDATE claims SET person_id = ? WHERE person_id = ?", kept, gone)
    return Moved(int(theirs), max(len(both) - 1, 0))


def _distinct(store: Store, gone: int, kept: int) -> Moved:
    """Whoever is not the one is not the other; but the two of them are the same."""
    others = [
        number
        for (number,) in store.rows(
            "SELECT CASE person_id WHEN ? THEN other_id ELSE person_id END "
            "FROM distinct_people WHERE ? IN (person_id, other_id) ORDER BY id",
            gone,
            gone,
        )
    ]
    store.run("DELETE FROM distinct_people WHERE ? IN (person_id, other_id)", gone)
    for other in others:
        if other != kept:
            set_apart(store, kept, other)
    return Moved(sum(other != kept for other in others))


def _shown(store: Store, gone: int, kept: int) -> Moved:
    return _renote(store, "shown", "week", gone, kept)


def _questions_shown(store: Store, gone: int, kept: int) -> Moved:
    return _renote(store, "questions_shown", "text", gone, kept)


def _renote(store: Store, kind: str, key: str, gone: int, kept: int) -> Moved:
    """Notes have no triggers: each goes over with a row on the record of its own."""
    ours = {
        row[0]
        for row in store.rows(f"SELECT {key} FROM {kind} WHERE person_id = ?", kept)
    }
    theirs = [
        dict(row)
        for row in store.rows(f"SELECT * FROM {kind} WHERE person_id = ?", gone)
    ]
    once = 0
    for note in theirs:
        known = note[key] in ours
        once += known
        now = None if known else {**note, "person_id": kept}
        changes.note_again(store, kind, gone, before=note, after=now)
    return Moved(len(theirs) - once, once)


MOVES: dict[str, Callable[[Store, int, int], Moved]] = {
    "aliases": _aliases,
    "identifiers": _identifiers,
    "ties": _ties,
    "jobs": _jobs,
    "participants": _participants,
    "facts": _facts,
    "promises": _promises,
    "invitations": _invitations,
    "records": _records,
    "tags": _tags,
    "claims": _claims,
    "distinct_people": _distinct,
    "shown": _shown,
    "questions_shown": _questions_shown,
}
"""What becomes of the rows of each table that refers to people."""
