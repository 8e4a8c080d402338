"""What belongs to people who are new, kept back and written table by table.

The search index takes rows in the order of their places many times as fast as mixed
ones, and an import has tens of thousands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.store import Store
    from deepnet.store.people import Identifier

_STATEMENTS = {
    "aliases": "INSERT OR IGNORE INTO aliases (person_id, alias) VALUES (?, ?)",
    "identifiers": "INSERT OR IGNORE INTO identifiers (person_id, kind, value, key) "
    "VALUES (?, ?, ?, ?)",
    "tags": "INSERT OR IGNORE INTO tags (person_id, tag) VALUES (?, ?)",
    "ties": "INSERT OR IGNORE INTO ties (person_id, source, connected_on) "
    "VALUES (?, ?, ?)",
    "facts": "INSERT INTO facts (person_id, text, day) VALUES (?, ?, ?)",
    "records": "INSERT INTO records (source, key, person_id, fields, raw, imported_on) "
    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source, key) DO UPDATE SET "
    "fields = excluded.fields, raw = excluded.raw, "
    "imported_on = excluded.imported_on",
}
_MOST = 2000


class Kept(NamedTuple):
    """A source record to be remembered; the fields and the record are JSON."""

    source: str
    key: str
    fields: str
    raw: str


class Arrivals:
    """The rows of new people that are still to be written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[str, list[tuple[object, ...]]] = {
            table: [] for table in _STATEMENTS
        }
        self._people: set[int] = set()

    def begin(self, person: int) -> None:
        """Somebody new is written down; what follows belongs to them."""
        if len(self._people) >= _MOST:
            self.write()
        self._people.add(person)

    def alias(self, person: int, alias: str) -> None:
        """Another name of theirs; twice is once."""
        self._rows["aliases"].append((person, alias))

    def identifier(self, person: int, identifier: Identifier) -> None:
        """An address of theirs; twice is once."""
        self._rows["identifiers"].append((person, *identifier))

    def tag(self, person: int, tag: str) -> None:
        """A circle that they are in; twice is once."""
        self._rows["tags"].append((person, tag))

    def tie(self, person: int, source: str, on: date) -> None:
        """Since when a network says that you are connected."""
        self._rows["ties"].append((person, source, on.isoformat()))

    def note(self, person: int, text: str, day: date) -> None:
        """What somebody has written of them."""
        self._rows["facts"].append((person, text, day.isoformat()))

    def record(self, person: int, kept: Kept, today: date) -> None:
        """The source record as it stood in the file."""
        source, key, fields, raw = kept
        row = (source, key, person, fields, raw, today.isoformat())
        self._rows["records"].append(row)

    def settle(self, person: int) -> None:
        """Write all if something of this person is kept back."""
        if person in self._people:
            self.write()

    def write(self) -> None:
        """Write all that is kept back."""
        for table, rows in self._rows.items():
            if rows:
                self._store.run_many(_STATEMENTS[table], rows)
                rows.clear()
        self._people.clear()
