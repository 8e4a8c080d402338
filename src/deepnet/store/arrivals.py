"""People who are new, and what belongs to them, kept back and written table by table.

The search index takes rows in the order of their places many times as fast as mixed
ones, and an import has tens of thousands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from deepnet.store import Store
    from deepnet.store.people import Identifier

_STATEMENTS = {
    "people": "INSERT INTO people (id, name, added_on, company, position, birthday, "
    "office, home) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
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
    """New people, and all that belongs to them, that are still to be written.

    Nobody else may add people meanwhile.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[str, list[tuple[object, ...]]] = {
            table: [] for table in _STATEMENTS
        }
        self._people: set[int] = set()
        # An id is never used again, not even that of somebody who is gone.
        self._last: int = (
            store.value("SELECT seq FROM sqlite_sequence WHERE name = 'people'") or 0
        )

    def person(self, name: str, fields: Iterable[str | None], today: date) -> int:
        """Somebody new; the id that they will have.

        ``fields`` are company, position, birthday, office and home.
        """
        if len(self._people) >= _MOST:
            self.write()
        self._last += 1
        self._rows["people"].append((self._last, name, today.isoformat(), *fields))
        self._people.add(self._last)
        return self._last

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
