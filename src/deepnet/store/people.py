"""People, the names they go by, and how to reach them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from deepnet import names
from deepnet.model import Named, Person, PersonRef
from deepnet.store.days import kept_day
from deepnet.store.these import THESE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from deepnet.store import Store

_PERSON = (
    "SELECT id, name, company, position, birthday, office, home, let_go_on, "
    "let_go_because, snoozed_until FROM people WHERE id = ?"
)
_NAMED = (
    "SELECT people.id, people.name, people.company, standings.last_day, "
    "(SELECT json_group_array(alias) FROM aliases WHERE person_id = people.id) "
    "AS aliases FROM people LEFT JOIN standings ON standings.person_id = people.id "
)

_SETTERS = {
    "name": "UPDATE people SET name = ? WHERE id = ?",
    "company": "UPDATE people SET company = ? WHERE id = ?",
    "position": "UPDATE people SET position = ? WHERE id = ?",
    "birthday": "UPDATE people SET birthday = ? WHERE id = ?",
    "office": "UPDATE people SET office = ? WHERE id = ?",
    "home": "UPDATE people SET home = ? WHERE id = ?",
    "let_go_on": "UPDATE people SET let_go_on = ? WHERE id = ?",
    "let_go_because": "UPDATE people SET let_go_because = ? WHERE id = ?",
    "snoozed_until": "UPDATE people SET snoozed_until = ? WHERE id = ?",
}


class Identifier(NamedTuple):
    """An address of somebody: ``kind`` is email, phone or profile."""

    kind: str
    value: str
    key: str


def _named(row: sqlite3.Row) -> Named:
    aliases = row["aliases"]
    return Named(
        id=row["id"],
        name=row["name"],
        aliases=tuple(_json(aliases)) if aliases != "[]" else (),
        company=row["company"],
        last=kept_day(row["last_day"]),
    )


def _json(text: str) -> list[str]:
    values: list[str] = json.loads(text)
    return values


def person(store: Store, number: int) -> Person:
    """The person with that id."""
    row = store.row(_PERSON, number)
    if row is None:
        raise LookupError(number)
    return Person(
        id=row["id"],
        name=row["name"],
        aliases=aliases(store, number),
        company=row["company"],
        position=row["position"],
        birthday=row["birthday"],
        office=row["office"],
        home=row["home"],
        let_go_on=kept_day(row["let_go_on"]),
        let_go_because=row["let_go_because"],
        snoozed_until=kept_day(row["snoozed_until"]),
    )


def aliases(store: Store, number: int) -> tuple[str, ...]:
    """The other names of somebody, oldest first."""
    rows = store.rows(
        "SELECT alias FROM aliases WHERE person_id = ? ORDER BY id", number
    )
    return tuple(alias for (alias,) in rows)


def ref(store: Store, number: int) -> PersonRef:
    """The name to go with an id."""
    return PersonRef(
        number, store.value("SELECT name FROM people WHERE id = ?", number)
    )


def named(store: Store, keys: Sequence[str]) -> list[Named]:
    """Everybody who has a name or an alias with one of these look-up keys."""
    rows = store.rows(
        _NAMED + "WHERE people.id IN (SELECT person_id FROM name_keys WHERE key IN "
        f"{THESE}) ORDER BY people.id",
        json.dumps(keys),
    )
    return [_named(row) for row in rows]


def by_numbers(store: Store, numbers: Sequence[int]) -> list[Named]:
    """These people, in this order; ids that nobody has are left out."""
    rows = store.rows(
        _NAMED + f"WHERE people.id IN {THESE}",
        json.dumps(numbers),
    )
    found = {row["id"]: _named(row) for row in rows}
    return [found[number] for number in numbers if number in found]


def everybody(store: Store) -> list[Named]:
    """Everybody, for a suggestion when a name was not found."""
    return [_named(row) for row in store.rows(_NAMED + "ORDER BY people.id")]


def with_key(store: Store, kind: str, key: str) -> list[int]:
    """The ids of all who have this email, phone or profile key."""
    rows = store.rows(
        "SELECT DISTINCT person_id FROM identifiers WHERE kind = ? AND key = ? "
        "ORDER BY person_id",
        kind,
        key,
    )
    return [number for (number,) in rows]


def add(store: Store, name: str, *, today: date) -> int:
    """Write somebody down; their id."""
    return store.insert(
        "INSERT INTO people (name, added_on) VALUES (?, ?)", name, today.isoformat()
    )


def change(store: Store, number: int, fields: Mapping[str, str | None]) -> None:
    """Set fields of somebody; days as ISO text, None empties a field."""
    for field, value in fields.items():
        store.run(_SETTERS[field], value, number)


def add_alias(store: Store, number: int, alias: str) -> None:
    """Another name for somebody; twice is once."""
    store.run(
        "INSERT OR IGNORE INTO aliases (person_id, alias) VALUES (?, ?)", number, alias
    )


def drop_alias(store: Store, number: int, alias: str) -> bool:
    """Take a name away; False if it was none of theirs."""
    cursor = store.run(
        "DELETE FROM aliases WHERE person_id = ? AND alias = ?", number, alias
    )
    return cursor.rowcount > 0


def add_identifier(store: Store, number: int, identifier: Identifier) -> None:
    """An address of somebody; twice is once."""
    store.run(
        "INSERT OR IGNORE INTO identifiers (person_id, kind, value, key) "
        "VALUES (?, ?, ?, ?)",
        number,
        *identifier,
    )


def identifiers(store: Store, number: int) -> tuple[Identifier, ...]:
    """How to reach somebody, in the order in which it was learnt."""
    rows = store.rows(
        "SELECT kind, value, key FROM identifiers WHERE person_id = ? ORDER BY id",
        number,
    )
    return tuple(Identifier(*row) for row in rows)


def connected_on(store: Store, number: int) -> date | None:
    """Since when a network says that you are connected."""
    return kept_day(
        store.value("SELECT min(connected_on) FROM ties WHERE person_id = ?", number)
    )


def jobs(store: Store, number: int) -> tuple[tuple[str | None, str | None, date], ...]:
    """Earlier companies and positions, and the day on which each was replaced."""
    rows = store.rows(
        "SELECT company, position, until FROM jobs WHERE person_id = ? ORDER BY id",
        number,
    )
    return tuple((row[0], row[1], date.fromisoformat(row[2])) for row in rows)


def latest(store: Store) -> int:
    """The id of whoever was added last; 0 if nobody was."""
    return int(store.value("SELECT max(id) FROM people") or 0)


def come_back(store: Store, numbers: Sequence[int]) -> set[int]:
    """Take those of some people back who were let go; who they were."""
    these = json.dumps(numbers)
    rows = store.rows(
        f"SELECT id FROM people WHERE let_go_on IS NOT NULL AND id IN {THESE}",
        these,
    )
    store.run(
        "UPDATE people SET let_go_on = NULL, let_go_because = NULL "
        f"WHERE let_go_on IS NOT NULL AND id IN {THESE}",
        these,
    )
    return {number for (number,) in rows}


def sharing_names(store: Store, numbers: Sequence[int]) -> set[int]:
    """Those of these people whose name finds somebody else as well."""
    shared = set()
    for number in numbers:
        name = ref(store, number).name
        same = [
            other
            for other in named(store, names.lookup_keys(name))
            if other.id != number
            and names.fold(name) in map(names.fold, (other.name, *other.aliases))
        ]
        if same:
            shared.add(number)
    return shared


def has_key(store: Store, number: int, identifier: Identifier) -> bool:
    """Whether somebody has this address already, however it was written."""
    return number in with_key(store, identifier.kind, identifier.key)
