"""Taking one person out of every table, and all words about them; inside a change.

Nothing of this can be taken back. ``scrubbing`` does the same to the record of changes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet.store import changes
from deepnet.store.these import THESE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deepnet.store import Store

THEIRS = (
    "aliases",
    "identifiers",
    "ties",
    "jobs",
    "participants",
    "facts",
    "promises",
    "invitations",
    "records",
    "claims",
    "tags",
    "shown",
    "questions_shown",
    "standings",
    "crossings",
    "name_keys",
)
"""Every table whose rows are one person's; a test holds it against the file."""

PAIRS = ("distinct_people",)
"""Every table whose rows are two people's."""

PROSE = {
    "conversations": ("text", "place"),
    "facts": ("text",),
    "promises": ("text",),
    "people": ("let_go_because",),
}
"""Where people are written about in sentences."""

WORDS = {
    "people": ("company", "position", "office", "home"),
    "jobs": ("company", "position"),
    "config": ("value",),
    "tags": ("tag",),
}
"""Where a name could stand in a word or two."""

RECORDS = {"records": ("fields", "raw")}
"""Where it could stand in JSON."""

_STEP = 2000


class Known(NamedTuple):
    """What the file has had of somebody, now or before.

    ``ids`` are theirs and those of entries that became one with theirs, or were taken
    back; ``company`` says for each conversation with them who was ever there.
    """

    ids: tuple[int, ...]
    names: tuple[str, ...]
    addresses: tuple[str, ...]
    company: dict[int, frozenset[int]]


class Text(NamedTuple):
    """One row with something to read, and the conversation that it is about."""

    table: str
    id: int
    values: dict[str, str | None]
    conversation: int | None


_IMAGES = (
    "SELECT json_extract(value, '$.{0}') FROM (SELECT kind, before AS value FROM "
    "change_rows UNION ALL SELECT kind, after FROM change_rows) WHERE kind = '{1}' "
    "AND value IS NOT NULL AND json_extract(value, '$.{2}') IN " + THESE
)


def known(store: Store, person: int) -> Known:
    """All that the file has had of somebody, also before it was changed."""
    ids = _merged(store, {person})
    ids |= _ghosts(store, _names(store, ids))
    return Known(
        tuple(sorted(ids)),
        _names(store, ids),
        _addresses(store, ids),
        _company(store, ids),
    )


def _merged(store: Store, ids: set[int]) -> set[int]:
    """Them, and every entry that became one with theirs."""
    links = store.rows(
        "SELECT row_id, json_extract(after, '$.person_id') FROM change_rows "
        "WHERE kind = ? AND row_id NOT IN (SELECT id FROM people)",
        changes.MERGED,
    )
    found: set[int] = set()
    while found != ids:
        found = set(ids)
        ids = found | {gone for gone, kept in links if kept in found}
    return found


def _ghosts(store: Store, names: Iterable[str]) -> set[int]:
    """Entries that were taken back and had one of these names."""
    rows = store.rows(
        "SELECT DISTINCT row_id FROM change_rows WHERE kind = 'people' "
        "AND row_id NOT IN (SELECT id FROM people) AND row_id NOT IN "
        "(SELECT row_id FROM change_rows WHERE kind = 'merged') AND "
        f"json_extract(coalesce(after, before), '$.name') IN {THESE}",
        json.dumps(list(names)),
    )
    return {number for (number,) in rows}


def _names(store: Store, ids: set[int]) -> tuple[str, ...]:
    """Names and aliases, the present ones first; a record may have another one."""
    people = json.dumps(sorted(ids))
    rows = [
        *store.rows(
            f"SELECT name FROM people WHERE id IN {THESE}",
            people,
        ),
        *_theirs(store, "SELECT alias FROM aliases", people),
        *store.rows(_IMAGES.format("name", "people", "id"), people),
        *store.rows(_IMAGES.format("alias", "aliases", "person_id"), people),
        *_theirs(store, "SELECT json_extract(fields, '$.name') FROM records", people),
    ]
    return tuple(dict.fromkeys(name for (name,) in rows if name and name.strip()))


def _addresses(store: Store, ids: set[int]) -> tuple[str, ...]:
    people = json.dumps(sorted(ids))
    rows = [
        *_theirs(store, "SELECT value FROM identifiers", people),
        *_theirs(store, "SELECT key FROM identifiers", people),
        *store.rows(_IMAGES.format("value", "identifiers", "person_id"), people),
        *store.rows(_IMAGES.format("key", "identifiers", "person_id"), people),
    ]
    return tuple(dict.fromkeys(address for (address,) in rows if len(address) > 4))  # noqa: PLR2004 - a shorter number may be anything


def _theirs(store: Store, select: str, people: str) -> list[Any]:
    return list(
        store.rows(
            f"{select} WHERE person_id IN {THESE} ORDER BY id",
            people,
        )
    )


def _company(store: Store, ids: set[int]) -> dict[int, frozenset[int]]:
    """Who was ever at a conversation at which they ever were."""
    rows = store.rows(
        "SELECT conversation_id, person_id FROM participants UNION "
        "SELECT json_extract(value, '$.conversation_id'), "
        "json_extract(value, '$.person_id') FROM (SELECT before AS value FROM "
        "change_rows WHERE kind = 'participants' UNION SELECT after FROM change_rows "
        "WHERE kind = 'participants') WHERE value IS NOT NULL"
    )
    there: dict[int, set[int]] = defaultdict(set)
    for conversation, person in rows:
        there[conversation].add(person)
    return {
        conversation: frozenset(people)
        for conversation, people in there.items()
        if people & ids
    }


def alone(store: Store, person: int) -> tuple[int, ...]:
    """Conversations with them and nobody else who was named."""
    rows = store.rows(
        "SELECT conversation_id FROM participants GROUP BY conversation_id "
        "HAVING min(person_id) = max(person_id) AND max(person_id) = ?",
        person,
    )
    return tuple(number for (number,) in rows)


def erase(store: Store, person: int, alone: tuple[int, ...]) -> dict[str, int]:
    """Take them out of every table; how many rows went, by table.

    Conversations with nobody else go. At the others they become somebody who was
    not named, so that nobody else's standing changes.
    """
    talks = json.dumps(alone)
    for table in ("facts", "promises"):
        store.run(
            f"UPDATE {table} SET conversation_id = NULL WHERE person_id <> ? "
            f"AND conversation_id IN {THESE}",
            person,
            talks,
        )
    store.run(
        "UPDATE conversations SET others = coalesce(others, 0) + 1 WHERE id IN "
        "(SELECT conversation_id FROM participants WHERE person_id = ?) "
        f"AND id NOT IN {THESE}",
        person,
        talks,
    )
    gone = {
        table: store.run(f"DELETE FROM {table} WHERE person_id = ?", person).rowcount
        for table in THEIRS
    }
    for table in PAIRS:
        gone[table] = store.run(
            f"DELETE FROM {table} WHERE ? IN (person_id, other_id)", person
        ).rowcount
    gone["conversations"] = store.run(
        f"DELETE FROM conversations WHERE id IN {THESE}", talks
    ).rowcount
    store.run("DELETE FROM people WHERE id = ?", person)
    return gone


def texts(store: Store) -> Iterator[Text]:
    """Every row with words of the user's or of an import, table by table."""
    about = {
        "conversations": "id",
        "facts": "conversation_id",
        "promises": "conversation_id",
    }
    for table in {**PROSE, **WORDS, **RECORDS}:
        columns = columns_of(table)
        select = f"SELECT id, {about.get(table, 'NULL')}, {', '.join(columns)}"
        for row in steps(store, select, table):
            yield Text(table, row[0], dict(zip(columns, row[2:], strict=True)), row[1])


def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table in which a name could stand."""
    return tuple(
        column for kind in (PROSE, WORDS, RECORDS) for column in kind.get(table, ())
    )


def steps(store: Store, select: str, table: str) -> Iterator[Any]:
    """The rows of a table, a few thousand at a time, by their id."""
    last = -1
    while True:
        rows = store.rows(
            f"{select} FROM {table} WHERE id > ? ORDER BY id LIMIT ?", last, _STEP
        )
        yield from rows
        if len(rows) < _STEP:
            return
        last = rows[-1][0]


def rewrite(store: Store, text: Text, now: Mapping[str, str | None]) -> None:
    """Let a row say other words; of two that become the same one is left."""
    sets = ", ".join(f"{column} = ?" for column in now)
    store.run(
        f"UPDATE OR REPLACE {text.table} SET {sets} WHERE id = ?",
        *now.values(),
        text.id,
    )


def questions(store: Store) -> list[tuple[int, str]]:
    """Which questions were proposed for whom; they may be about a fact."""
    rows = store.rows("SELECT person_id, text FROM questions_shown")
    return [(row[0], row[1]) for row in rows]


def drop_question(store: Store, person: int, text: str) -> None:
    """Don't remember that a question was proposed."""
    store.run(
        "DELETE FROM questions_shown WHERE person_id = ? AND text = ?", person, text
    )


def index_again(store: Store) -> None:
    """Write the search index anew: what was deleted may lie in its old segments."""
    store.run("INSERT INTO search (search) VALUES ('rebuild')")


def sweep(store: Store) -> None:
    """Write the whole file anew, without free pages; outside of a change.

    The copy that SQLite makes on the way stays in memory, not in the folder for
    temporary files.

    Raises:
        FileTrouble: there is no room for it; the file is as it was.
    """
    store.release()
    store.run("PRAGMA temp_store = MEMORY")
    store.run("VACUUM")
