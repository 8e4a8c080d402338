"""The only package that knows SQL: domain verbs in, values out.

``Store`` is the open journal. One command makes one ``change``: one IMMEDIATE
transaction, every row of it on the record, so that it can be taken back as one.
The modules beside this one hold the verbs, a table or two each.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Self

from deepnet import private
from deepnet.errors import FileTrouble
from deepnet.model import SCORE_VERSION
from deepnet.store import connection as opening

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping
    from pathlib import Path

    from deepnet.store.keys import Key, Keys


class Change:
    """What one command is writing: its number, and what it will say of itself."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.summary = ""
        self.undoes: int | None = None


class Store:
    """An open journal; use it as a context manager, or close it.

    Every method raises FileTrouble when the file can't be read or written.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path | None, at: str
    ) -> None:
        self._connection = connection
        self.path = path
        self.at = at
        self._held = False
        self.judged = 0
        """The last row of the record that standings were worked out after."""
        self.made = False
        """Whether the file was not there before, or was empty."""
        self.changed = False
        """Whether a change was written, and is there to stay."""

    @classmethod
    def open(
        cls,
        path: Path | None,
        *,
        at: str,
        create: bool = False,
        keys: Keys | None = None,
        key: Key | None = None,
    ) -> Store:
        """Open the journal at ``path``, up to date; ``at`` dates its changes, UTC ISO.

        With ``create`` a missing one is made, private to its owner; else a missing
        one is read as an empty journal and nothing is made. An empty file is a missing
        one, too. None is a journal in memory. ``keys`` open an encrypted one; a new one
        is encrypted with ``key``.
        """
        try:
            made = bool(path and create and private.create(path.resolve()))
            found = path if path and (create or private.is_there(path)) else None
            store = cls(opening.connect(found, at, keys, key), found, at)
        except (sqlite3.Error, OSError) as error:
            raise opening.trouble(error, path) from error
        store.made = made
        store._renew()
        return store

    @classmethod
    def peek(cls, path: Path) -> Store | None:
        """Open an existing, up-to-date journal only to read; None if that can't be.

        Nothing is made, brought up to date or waited for.
        """
        connection = opening.peek(path)
        return cls(connection, path, "") if connection else None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """The open connection, for a bulk load through sqlite-utils."""
        return self._connection

    @property
    def key(self) -> Key | None:
        """What opens the file; None where it is not encrypted."""
        return opening.key_of(self._connection)

    def run(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Run one static statement."""
        try:
            return self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise opening.trouble(error, self.path) from error

    def run_many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run one static statement for each of many rows of values."""
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.Error as error:
            raise opening.trouble(error, self.path) from error

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """All rows that a static query finds."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise opening.trouble(error, self.path) from error

    def select(self, sql: str, named: Mapping[str, object]) -> list[sqlite3.Row]:
        """All rows that a static query with named values finds."""
        try:
            return self._connection.execute(sql, named).fetchall()
        except sqlite3.Error as error:
            raise opening.trouble(error, self.path) from error

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """The first row that a static query finds, or None."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, *values)
        return found[0] if found else None

    def stream(self, sql: str, *values: Any, **named: object) -> Generator[sqlite3.Row]:
        """The rows that a static query finds, one by one, for more than fit."""
        try:
            yield from self._connection.execute(sql, named or values)
        except sqlite3.Error as error:
            raise opening.trouble(error, self.path) from error

    def insert(self, sql: str, *values: Any) -> int:
        """Run one static INSERT and return the id of its row."""
        number = self.run(sql, *values).lastrowid
        return number or 0

    def note(self, sql: str, *values: object) -> None:
        """Write something that is no change of the user's, if the file lets us."""
        if self.path is None:
            return
        with suppress(FileTrouble):
            if self._connection.in_transaction and not self._held:
                self.run(sql, *values)
                return
            with self.all_or_nothing():
                self.run(sql, *values)

    def _renew(self) -> None:
        """Work out every standing again if another formula did it the last time.

        All of them at once, so that no two versions of the score are compared. Where
        the file can't be written the older formula's stay, all of them.
        """
        if self.value("PRAGMA user_version") == SCORE_VERSION:
            return
        from deepnet.store import standings  # noqa: PLC0415 - it builds on this class

        with suppress(FileTrouble), self.all_or_nothing():
            standings.renew(self)
            self.run(f"PRAGMA user_version = {SCORE_VERSION}")

    def hold(self) -> None:
        """Let all that is read from now on be of one moment, whoever writes meanwhile.

        Who writes can't finish before ``release``, a change of one's own, or the end.
        """
        if not self._connection.in_transaction:
            self.run("BEGIN")
            self._held = True

    def release(self) -> None:
        """Let what is read next be of its own moment again."""
        if self._held and self._connection.in_transaction:
            self._connection.rollback()
        self._held = False

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Hold for what the block reads."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """All that the block writes, or nothing; it may take it all back itself."""
        self.release()
        try:
            with opening.alone(self._connection):
                yield
        except sqlite3.Error as error:
            raise opening.trouble(error, self.path) from error

    @contextmanager
    def in_bulk(self) -> Iterator[None]:
        """Index what the block inserts at its end, all at once; inside a change."""
        from deepnet.schema import SEARCHED, triggers  # noqa: PLC0415 - for imports

        last = {
            table: self.value(f"SELECT coalesce(max(id), 0) FROM {table}")
            for table in SEARCHED
        }
        opening.index_rows(self._connection, one_by_one=False)
        try:
            yield
            for table, number in last.items():
                self.run(triggers.search_at_once(table), number)
        finally:
            opening.index_rows(self._connection, one_by_one=True)

    @contextmanager
    def change(self, command: str, *, rehearse: bool = False) -> Iterator[Change]:
        """Write everything in the block, or nothing.

        A block that wrote no row leaves no trace. ``rehearse`` does it all and takes
        it back at the end.
        """
        from deepnet.store import standings  # noqa: PLC0415 - it builds on this class

        with self.all_or_nothing():
            number = self.insert(
                "INSERT INTO changes (at, command) VALUES (?, ?)", self.at, command
            )
            change = Change(number)
            self.judged = 0
            yield change
            standings.refresh(self)
            self.run(
                "UPDATE changes SET summary = ?, undoes = ? WHERE id = ?",
                change.summary,
                change.undoes,
                number,
            )
            wrote = self.value(
                "SELECT 1 FROM change_rows WHERE change_id = ? LIMIT 1", number
            )
            if rehearse or not wrote:
                self.run("ROLLBACK")
        self.changed = self.changed or bool(wrote and not rehearse)
