"""Saving what can be read of a damaged journal into a new one.

Each table is read row by row, around the pages that can't be read. A row that is lost
there is taken from the record of changes, which holds an image of every row. What is
saved of an encrypted journal is encrypted, with the same passphrase.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet import private, schema
from deepnet.errors import FileTrouble
from deepnet.errors.files import NothingToSalvage, Unwritable
from deepnet.store import Store, leaves, patching
from deepnet.store import connection as opening
from deepnet.store.keys import is_sealed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deepnet.store.keys import Key, Keys

_Row = dict[str, Any]
_BOOKS = ("changes", "change_rows")
_PAGES_AT, _PAGE_SIZE_AT = slice(28, 32), slice(16, 18)


class Saved(NamedTuple):
    """How much of a table was saved.

    ``read`` rows were read, ``recorded`` ones came from the record of changes, and of
    up to ``lost`` ones nothing was found.
    """

    table: str
    read: int
    recorded: int
    lost: int


class Salvage(NamedTuple):
    """What was saved; ``stand_ins`` are made-up names of people who were lost."""

    tables: tuple[Saved, ...]
    stand_ins: tuple[str, ...]


def salvage(
    source: Path, target: Path, *, at: str, keys: Keys | None = None
) -> Salvage:
    """Save what can be read of ``source`` into ``target``, a new file.

    ``source`` is not written to.

    Raises:
        FileTrouble: nothing can be read, or the new file can't be written.
    """
    work, part = (private.part_of(target.with_name(f"{n}{target.name}")) for n in "ab")
    try:
        part.unlink(missing_ok=True)
        key = _key(source, keys)
        tables = _harvest(source, work, key)
        if not any(table.rows for table in tables.values()):
            raise NothingToSalvage(source)
        with Store.open(part, at=at, create=True, key=key) as store:
            saved = _Planting(store, tables).plant(source.name)
        private.put(part, target)
    except OSError as error:
        raise Unwritable(target, error) from error
    else:
        return saved
    finally:
        for path in (work, work.with_name(f"{work.name}-journal"), part):
            with suppress(OSError):
                path.unlink(missing_ok=True)


class _Table(NamedTuple):
    """The rows of a table that were read, by id, and the ids that were not."""

    rows: dict[int, _Row]
    unread: set[int]


def _key(source: Path, keys: Keys | None) -> Key | None:
    """What opens the file, if its beginning is whole; None where it is plain."""
    if not is_sealed(source):
        return None
    with closing(opening.opened(source, keys, read_only=True)) as connection:
        return opening.key_of(connection)


def _harvest(source: Path, work: Path, key: Key | None) -> dict[str, _Table]:
    _copy(source, work)
    if key:
        patching.patch(work, key)
        return _read_all(work, key)
    tables = _read_all(work, None)
    for table, number, row in _known_by_shape(work.read_bytes()):
        tables[table].rows.setdefault(number, row)
        tables[table].unread.discard(number)
    return tables


def _known_by_shape(data: bytes) -> Iterator[tuple[str, int, _Row]]:
    """Rows of the record of changes, wherever in the file they lie."""
    for row in leaves.rows(data):
        match row.values:
            case (None, int(), str(kind), int(), None | str(), None | str()) if (
                kind in schema.LOGGED
            ):
                yield "change_rows", row.id, _named(row, _CHANGE_ROWS)
            case (None, str(at), str(), str(), None | int()) if _MOMENT.fullmatch(at):
                yield "changes", row.id, _named(row, _CHANGES)
            case _:
                continue


def _named(row: leaves.Row, names: tuple[str, ...]) -> _Row:
    return {**dict(zip(names, row.values, strict=True)), "id": row.id}


_CHANGE_ROWS = ("id", "change_id", "kind", "row_id", "before", "after")
_CHANGES = ("id", "at", "command", "summary", "undoes")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def _read_all(work: Path, key: Key | None) -> dict[str, _Table]:
    tables = {table: _Table({}, set()) for table in (*_BOOKS, *schema.LOGGED)}
    with (
        suppress(sqlite3.DatabaseError),
        closing(opening.with_key(work, key)) as connection,
    ):
        if key is None:
            connection.row_factory = sqlite3.Row
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        # With this, tables whose definition was read can be used though others' was
        # not. The first statement fails all the same.
        connection.execute("PRAGMA writable_schema = ON")
        with suppress(sqlite3.DatabaseError):
            connection.execute("SELECT 1 FROM sqlite_schema")
        for table, found in tables.items():
            _read(connection, table, found)
    return tables


def _copy(source: Path, work: Path) -> None:
    """Copy a file as it is, with what SQLite left beside it, and at its full length.

    A file that was cut is filled up with nothing, so that the rest of it can be read.
    """
    private.create(work)
    shutil.copyfile(source, work)
    hot = source.with_name(f"{source.name}-journal")
    if hot.exists():
        shutil.copyfile(hot, work.with_name(f"{work.name}-journal"))
    if is_sealed(work):
        return
    with work.open("r+b") as file:
        head = file.read(100)
        size = int.from_bytes(head[_PAGE_SIZE_AT]) * int.from_bytes(head[_PAGES_AT])
        if size > file.seek(0, 2):
            file.truncate(size)


def _read(connection: sqlite3.Connection, table: str, found: _Table) -> None:
    """Read a table from both ends, and what lies between one by one."""
    try:
        if _scan(connection, found, f"SELECT * FROM {table} ORDER BY id"):
            return
    except sqlite3.OperationalError:
        # An older journal has no such table; or where it lies can't be read.
        found.unread.update(range(1, _bound(connection, table) + 1))
        return
    first = max(found.rows, default=0)
    behind = f"SELECT * FROM {table} WHERE id > {first} ORDER BY id DESC"
    _scan(connection, found, behind)
    last = min((number for number in found.rows if number > first), default=0)
    for number in range(first + 1, last or _bound(connection, table) + 1):
        query = f"SELECT * FROM {table} WHERE id = {number}"
        if not _scan(connection, found, query):
            found.unread.add(number)


def _scan(connection: sqlite3.Connection, found: _Table, query: str) -> bool:
    """Read rows as long as they can be read; whether that was to the end."""
    try:
        for row in connection.execute(query):
            found.rows[row["id"]] = dict(row)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return False
    return True


def _bound(connection: sqlite3.Connection, table: str) -> int:
    """The highest id that a row of a table can have had, as far as can be known."""
    highest = 0
    for query, values in (
        ("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)),
        ("SELECT max(row_id) FROM change_rows WHERE kind = ?", (table,)),
    ):
        with suppress(sqlite3.DatabaseError):
            row = connection.execute(query, values).fetchone()
            highest = max(highest, (row[0] if row else 0) or 0)
    return highest


class _Planting:
    """Writing rows that were read into a new journal."""

    def __init__(self, store: Store, tables: dict[str, _Table]) -> None:
        self._store = store
        self._tables = tables
        self._images = _images(tables["change_rows"])
        self._stand_ins: list[str] = []

    def plant(self, name: str) -> Salvage:
        """Write all of it: the record first, then the rows as one change of its own."""
        with self._store.all_or_nothing():
            books = [self._book(table) for table in _BOOKS]
        with self._store.change("salvage") as change:
            self._stand_in()
            saved = [self._table(table) for table in schema.LOGGED]
            people = self._store.value("SELECT count(*) FROM people")
            change.summary = f"Saved {people} people from {name}"
        return Salvage((*saved, *books), tuple(self._stand_ins))

    def _book(self, table: str) -> Saved:
        rows, unread = self._tables[table]
        written = sum(self._write(table, rows[number]) for number in sorted(rows))
        return Saved(table, written, 0, len(unread) + len(rows) - written)

    def _table(self, table: str) -> Saved:
        rows, unread = self._tables[table]
        read = recorded = lost = 0
        for number in sorted({*rows, *unread, *self._images.get(table, {})}):
            image = self._images.get(table, {}).get(number)
            if number in rows and self._write(table, rows[number]):
                read += 1
            elif image and self._write(table, image):
                recorded += 1
            elif number in rows or image or not self._gone(table, number):
                lost += 1
        return Saved(table, read, recorded, lost)

    def _gone(self, table: str, number: int) -> bool:
        """Whether the record says that a row was there no more."""
        images = self._images.get(table, {})
        return number in images and images[number] is None

    def _write(self, table: str, row: _Row) -> bool:
        """Write a row as far as the new journal takes it; False if not at all."""
        fields = {name: row[name] for name in self._columns(table) if name in row}
        for column, parent in self._references(table):
            if fields.get(column) is not None and not self._there(
                parent, fields[column]
            ):
                fields[column] = None
        columns, marks = ", ".join(fields), ", ".join("?" for _ in fields)
        try:
            self._store.run(
                f"INSERT INTO {table} ({columns}) VALUES ({marks})", *fields.values()
            )
        except FileTrouble as error:
            if isinstance(error.__cause__, sqlite3.IntegrityError):
                return False
            raise
        return True

    def _stand_in(self) -> None:
        """Write down somebody for each lost person of whom something was saved."""
        known = {*self._tables["people"].rows}
        known |= {key for key, row in self._images.get("people", {}).items() if row}
        for number in sorted({*self._people_of_rows()} - known):
            name = f"Somebody {number}"
            day = self._store.at[:10]
            row = {"id": number, "name": name, "added_on": day}
            if self._write("people", row):
                self._stand_ins.append(name)

    def _people_of_rows(self) -> Iterator[int]:
        for table in schema.LOGGED:
            columns = [
                column
                for column, parent in self._references(table)
                if parent == "people"
            ]
            for row in self._tables[table].rows.values():
                yield from (row[column] for column in columns if row.get(column))

    def _columns(self, table: str) -> list[str]:
        return [row["name"] for row in self._store.rows(f"PRAGMA table_info({table})")]

    def _references(self, table: str) -> list[tuple[str, str]]:
        rows = self._store.rows(f"PRAGMA foreign_key_list({table})")
        return [(row["from"], row["table"]) for row in rows]

    def _there(self, table: str, number: int) -> bool:
        return (
            self._store.row(f"SELECT 1 FROM {table} WHERE id = ?", number) is not None
        )


def _images(book: _Table) -> dict[str, dict[int, _Row | None]]:
    """What the record says last of each row, by table and id; None is deleted."""
    images: dict[str, dict[int, _Row | None]] = {}
    for number in sorted(book.rows):
        entry = book.rows[number]
        with suppress(TypeError, ValueError):
            after = entry["after"]
            image = None if after is None else dict(json.loads(after))
            images.setdefault(entry["kind"], {})[entry["row_id"]] = image
    return images
