"""Bytes of a CSV file as rows of cells, whatever program wrote it.

The encoding is told by its mark, by NULs, or by what UTF-8 allows; the delimiter by
counting outside quotes; the header by its names, not by its line.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from deepnet.errors.files import NoHeader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADER_WITHIN = 20
"""A header stands within so many lines; LinkedIn puts a note above it."""

_LARGEST_CELL = 10_000_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class Row(NamedTuple):
    """One row: the line on which it ends, and its cells by column."""

    line: int
    cells: dict[str, str]


class Table(NamedTuple):
    """A table's columns as they are written, its rows, and remarks on reading it."""

    columns: tuple[str, ...]
    rows: Iterator[Row]
    warnings: tuple[str, ...]


def text_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text in some bytes, NFC, and a warning where the encoding was guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tidy(data.decode(encoding, "replace")), ()
    half = data[:2000]
    if half.count(0) > len(half) // 4:
        little = half[1::2].count(0) >= half[::2].count(0)
        return _tidy(data.decode(f"utf-16-{'le' if little else 'be'}", "replace")), ()
    try:
        return _tidy(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        warning = "The file is not UTF-8; it was read as cp1252 (Windows)."
        return _tidy(data.decode("cp1252", "replace")), (warning,)


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\0", ""))


def table(text: str, wanted: Sequence[Sequence[str]], looked_for: str) -> Table:
    """The table under the header that has one of the ``wanted`` sets of columns.

    Raises:
        NoHeader: there is no such line; the message says what was looked for.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines[:HEADER_WITHIN]):
        delimiter = _delimiter(line)
        columns = next(_read([line], delimiter), [])
        folded = {_folded(column) for column in columns}
        if any(folded.issuperset(each) for each in wanted):
            body = "\n".join(lines[number + 1 :])
            rows = _rows(body, delimiter, columns, number + 1)
            return Table(tuple(map(str.strip, columns)), rows, ())
    first = next((line for line in lines if line.strip()), "")
    raise NoHeader(looked_for, first)


def _folded(column: str) -> str:
    return " ".join(column.strip().lower().split())


def _delimiter(line: str) -> str:
    """The separator that stands most often outside quotes in the header."""
    outside = "".join(line.split('"')[::2])
    return max(",;\t", key=outside.count)


def _read(lines: Sequence[str] | io.StringIO, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            # A cell past all bounds costs its own row.
            yield []


def _rows(
    body: str, delimiter: str, columns: Sequence[str], above: int
) -> Iterator[Row]:
    names = [_folded(column) for column in columns]
    stream = io.StringIO(body, newline="")
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(stream, delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = ["\0"]
        line = above + reader.line_num
        if len(cells) > len(names) and any(cells[len(names) :]):
            cells = ["\0"]
        if any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * (len(names) - len(cells))]
            yield Row(line, dict(zip(names, padded, strict=False)))
