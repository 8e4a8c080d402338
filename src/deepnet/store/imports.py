"""What imports leave behind: source records, who they were, and earlier jobs."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet.store import configuration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deepnet.store import Store


class Kept(NamedTuple):
    """A source record as it was last imported: whom it is, and what it said.

    ``fields`` is JSON; of the record as it stood in the file there is the hash.
    """

    person: int
    fields: str
    raw: int


class KeptConversation(NamedTuple):
    """A conversation of a source as it was last imported, and which it is here.

    ``conversation`` is None where it was taken out of the journal since.
    """

    conversation: int | None
    fields: dict[str, Any]


class OnDay(NamedTuple):
    """A conversation of a day, as far as an import looks at it."""

    id: int
    setting: str | None
    people: frozenset[int]
    is_imported: bool


class Named(NamedTuple):
    """What a person can be recognised by."""

    id: int
    name: str
    birthday: str | None
    uid: str
    aliases: tuple[str, ...]


def records(store: Store, source: str) -> dict[str, Kept]:
    """All records of a source, by key."""
    rows = store.stream(
        "SELECT key, person_id, fields, raw FROM records WHERE source = ? "
        "ORDER BY imported_on, id",
        source,
    )
    return {row[0]: Kept(row[1], row[2], hash(row[3])) for row in rows}


def people(store: Store) -> Iterator[Named]:
    """Everybody, with their aliases."""
    rows = store.stream(
        "SELECT id, name, birthday, uid, (SELECT json_group_array(alias) FROM aliases "
        "WHERE person_id = people.id) FROM people ORDER BY id"
    )
    for number, name, birthday, uid, aliases in rows:
        yield Named(number, name, birthday, uid, tuple(json.loads(aliases)))


def identifiers(store: Store) -> Iterator[tuple[int, str, str]]:
    """Everybody's emails, phones and profiles: whose, of which kind, as written."""
    for row in store.stream(
        "SELECT person_id, kind, value FROM identifiers ORDER BY id"
    ):
        yield row[0], row[1], row[2]


def keep(
    store: Store,
    source: str,
    key: str,
    *,
    person: int,
    fields: str,
    raw: str,
    today: date,
) -> None:
    """Remember a source record; a later import of the same is compared with it."""
    store.run(
        "INSERT INTO records (source, key, person_id, fields, raw, imported_on) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source, key) DO UPDATE SET "
        "fields = excluded.fields, raw = excluded.raw, "
        "imported_on = excluded.imported_on",
        source,
        key,
        person,
        fields,
        raw,
        today.isoformat(),
    )


def connect(store: Store, person: int, source: str, on: date) -> None:
    """Note since when a network says that you are connected; the first time counts."""
    store.run(
        "INSERT OR IGNORE INTO ties (person_id, source, connected_on) VALUES (?, ?, ?)",
        person,
        source,
        on.isoformat(),
    )


def add_job(
    store: Store, person: int, company: str | None, position: str | None, until: date
) -> None:
    """Keep what somebody did before."""
    store.run(
        "INSERT INTO jobs (person_id, company, position, until) VALUES (?, ?, ?, ?)",
        person,
        company,
        position,
        until.isoformat(),
    )


def conversations(store: Store, source: str) -> dict[str, KeptConversation]:
    """All conversations that a source brought, by key."""
    rows = store.rows(
        "SELECT key, conversation_id, fields FROM imported_conversations "
        "WHERE source = ?",
        source,
    )
    return {row[0]: KeptConversation(row[1], json.loads(row[2])) for row in rows}


def keep_conversation(
    store: Store, source: str, key: str, conversation: int, fields: Mapping[str, Any]
) -> None:
    """Remember which conversation one of a source is, and what was said of it."""
    store.run(
        "INSERT INTO imported_conversations (source, key, conversation_id, fields) "
        "VALUES (?, ?, ?, ?) ON CONFLICT (source, key) DO UPDATE SET "
        "conversation_id = excluded.conversation_id, fields = excluded.fields",
        source,
        key,
        conversation,
        json.dumps(dict(fields), ensure_ascii=False),
    )


def days_written(store: Store) -> set[date]:
    """The days, where they are certain, of conversations that no import brought."""
    rows = store.rows(
        "SELECT DISTINCT day FROM conversations WHERE precision = 'day' AND id NOT IN "
        "(SELECT conversation_id FROM imported_conversations "
        "WHERE conversation_id IS NOT NULL)"
    )
    return {date.fromisoformat(day) for (day,) in rows}


def on_day(store: Store, day: date) -> list[OnDay]:
    """The conversations of a day whose day is certain, with who was there."""
    rows = store.rows(
        "SELECT id, setting, (SELECT json_group_array(person_id) FROM participants "
        "WHERE conversation_id = conversations.id), EXISTS (SELECT 1 FROM "
        "imported_conversations WHERE conversation_id = conversations.id) "
        "FROM conversations WHERE day = ? AND precision = 'day' ORDER BY id",
        day.isoformat(),
    )
    return [
        OnDay(row[0], row[1], frozenset(json.loads(row[2])), bool(row[3]))
        for row in rows
    ]


_COLUMNS = "columns "


def mappings(store: Store) -> dict[str, dict[str, str]]:
    """What the user said of columns, by the header line under which they stand."""
    rows = store.rows(
        "SELECT key, value FROM config WHERE key >= ? AND key < ?",
        _COLUMNS,
        _COLUMNS + "\U0010ffff",
    )
    return {key.removeprefix(_COLUMNS): json.loads(value) for key, value in rows}


def keep_mapping(store: Store, header: str, mapping: Mapping[str, str]) -> None:
    """Remember what the columns of a header are, beside what was said before."""
    said = {**mappings(store).get(header, {}), **mapping}
    configuration.change(store, _COLUMNS + header, json.dumps(said, ensure_ascii=False))
