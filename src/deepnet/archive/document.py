"""The journal as one JSON document: every table, a row a line, nothing left out.

The lines are the format's promise to people (a difference between two documents is
the rows that changed); a reader may only count on JSON. docs/reference/export.md says
why it is tables.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet import schema
from deepnet.archive.checking import GREATEST
from deepnet.archive.pieces import Pieces
from deepnet.errors import as_said
from deepnet.errors.archive import DamagedDocument, NewerDocument, NoDocument
from deepnet.plain import in_escapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Never

    from deepnet.archive.pieces import Readable

FORMAT = "deepnet"
VERSION = 1
"""The version of the document; it grows when a reader of the old one would err.

A migration that moves what is there, and does not only make room for more, needs a new
version and a way to read the old one.
"""

NESTED = {
    "records": ("fields", "raw"),
    "imported_conversations": ("fields",),
    "change_rows": ("before", "after"),
}
"""Columns that hold JSON: in the document it is no text, but part of the row."""

_SPACED = ("records", "imported_conversations")
"""The tables whose JSON is written with a space after commas and colons."""


class Head(NamedTuple):
    """What a document says before its tables.

    ``schema`` are the migrations of the journal that it came from; ``highest`` holds
    the highest id that each table ever gave, so that none is given twice.
    """

    schema: tuple[str, ...]
    highest: Mapping[str, int]


def lines(
    head: Head, tables: Iterable[tuple[str, Iterable[dict[str, Any]]]]
) -> Iterator[str]:
    """The document, line by line, each with its end."""
    yield '{"format": ' + json.dumps(FORMAT) + f', "version": {VERSION},\n'
    yield f'"schema": {json.dumps(head.schema)},\n'
    yield f'"highest": {json.dumps(head.highest)},\n'
    yield '"tables": {'
    between = "\n"
    for name, rows in tables:
        yield f"{between}{json.dumps(name)}: ["
        yield from _rows(name, rows)
        between = "],\n"
    yield "]\n}}\n"


def _rows(name: str, rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    nested = NESTED.get(name, ())
    before = "\n"
    for row in rows:
        for column in nested:
            if row[column] is not None:
                row[column] = json.loads(row[column])
        yield before + in_escapes(json.dumps(row, ensure_ascii=False))
        before = ",\n"


def flat(name: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row of a document as the table holds it: nested JSON is a text again."""
    for column in NESTED.get(name, ()):
        if row.get(column) is not None:
            separators = (", ", ": ") if name in _SPACED else (",", ":")
            row[column] = json.dumps(
                row[column], ensure_ascii=False, separators=separators
            )
    return row


class Opened:
    """A document that is being read; what it says before its tables is in ``head``.

    Raises:
        FileTrouble: it is none, it is damaged, or a newer deepnet wrote it.
    """

    def __init__(self, text: Readable) -> None:
        self._pieces = Pieces(text)
        self._keys = self._pieces.members()
        self.head = self._head()

    def tables(self) -> Iterator[tuple[str, Iterator[Any]]]:
        """Each table and its rows, which are read before the next table."""
        seen: set[str] = set()
        for table in self._pieces.members():
            if table in seen:
                self.fail("a table is there twice")
            seen.add(table)
            yield table, self._pieces.elements()
        for _ in self._keys:
            self.fail("the tables must come last")
        self._pieces.end()

    def fail(self, why: str) -> Never:
        """Say where the document can't be used: at what was read last."""
        self._pieces.fail(why)

    def _head(self) -> Head:
        self._begin()
        said: dict[str, Any] = {}
        for key in self._keys:
            if key == "tables":
                return self._checked(said)
            if key in said:
                self.fail("a key is there twice")
            said[key] = self._pieces.value()
            if key not in _IS_RIGHT or not _IS_RIGHT[key](said[key]):
                self.fail(f"it has no {as_said(key)} like that before its tables")
        return self.fail("there are no tables in it")

    def _begin(self) -> None:
        """The first key says what it is."""
        try:
            first = next(self._keys, "")
            found = self._pieces.value() if first == "format" else None
        except DamagedDocument:
            found = None
        if found != FORMAT:
            raise NoDocument

    def _checked(self, said: dict[str, Any]) -> Head:
        if "version" not in said or "schema" not in said:
            self.fail("version and schema must come before the tables")
        names = tuple(said["schema"])
        if said["version"] > VERSION or not set(names) <= set(schema.NAMES):
            raise NewerDocument
        return Head(names, said.get("highest", {}))


def _is_schema(value: object) -> bool:
    """Whether these are the migrations of a journal, an older or a newer one."""
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        return False
    is_newer = bool(set(value) - set(schema.NAMES))
    return is_newer or (len(value) > 0 and tuple(value) == schema.NAMES[: len(value)])


def _is_version(value: object) -> bool:
    return type(value) is int and value >= 1


def _are_highest(value: object) -> bool:
    return isinstance(value, dict) and all(
        type(number) is int and 0 <= number <= GREATEST for number in value.values()
    )


_IS_RIGHT: dict[str, Callable[[object], bool]] = {
    "version": _is_version,
    "schema": _is_schema,
    "highest": _are_highest,
}
"""What stands between the format and the tables."""
