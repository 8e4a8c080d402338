"""What imports leave behind: source records, who they were, and earlier jobs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from deepnet.store import Store


class Kept(NamedTuple):
    """A source record as it was last imported: whom it is, and what it said."""

    id: int
    person: int
    fields: dict[str, Any]
    raw: str


class Named(NamedTuple):
    """What a person can be recognised by."""

    id: int
    name: str
    birthday: str | None
    aliases: tuple[str, ...]


def records(store: Store, source: str) -> dict[str, Kept]:
    """All records of a source, by key."""
    rows = store.rows(
        "SELECT key, id, person_id, fields, raw FROM records WHERE source = ? "
        "ORDER BY imported_on, id",
        source,
    )
    return {
        row["key"]: Kept(row["id"], row["person_id"], json.loads(row["fields"]), row[4])
        for row in rows
    }


def people(store: Store) -> list[Named]:
    """Everybody, with their aliases."""
    rows = store.rows(
        "SELECT id, name, birthday, (SELECT json_group_array(alias) FROM aliases "
        "WHERE person_id = people.id) FROM people ORDER BY id"
    )
    return [Named(row[0], row[1], row[2], tuple(json.loads(row[3]))) for row in rows]


def identifiers(store: Store) -> dict[int, dict[str, list[str]]]:
    """Everybody's emails, phones and profiles as they were written."""
    found: dict[int, dict[str, list[str]]] = {}
    for row in store.rows("SELECT person_id, kind, value FROM identifiers ORDER BY id"):
        found.setdefault(row[0], {}).setdefault(row[1], []).append(row[2])
    return found


def keep(
    store: Store,
    source: str,
    key: str,
    *,
    person: int,
    fields: Mapping[str, Any],
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
        json.dumps(dict(fields), ensure_ascii=False),
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
