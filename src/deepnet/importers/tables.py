"""Bytes of a CSV file as rows of cells, whatever program wrote it.

The encoding is told by its mark, by NULs, or by what UTF-8 allows; the delimiter by
counting outside quotes; the header by its names, not by its line.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from deepnet.importers.columns import folded
from deepnet.plain import storable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HEADER_WITHIN = 20
"""A header stands within so many lines; LinkedIn puts a note above it."""

_LARGEST_CELL = 10_000_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class Row(NamedTuple):
    """One row: the line on which it ends, and its cells by column.

    ``is_broken`` is True where it has more cells than the header, or one past all
    bounds.
    """

    line: int
    cells: dict[str, str]
    is_broken: bool = False


class Table(NamedTuple):
    """A table's columns as they are written, and its rows."""

    columns: tuple[str, ...]
    rows: Iterator[Row]


def text_of(data: bytes, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text in some bytes, NFC, its lines ended by LF, and a warning if guessed.

    ``encoding`` is what the user says that it is.
    """
    if encoding:
        return _tidy(data.decode(encoding, "replace").removeprefix("\ufeff")), ()
    for mark, known in _MARKS:
        if data.startswith(mark):
            return _tidy(data.decode(known, "replace")), ()
    half = data[:2000]
    if half.count(0) > len(half) // 4:
        little = half[1::2].count(0) >= half[::2].count(0)
        return _tidy(data.decode(f"utf-16-{'le' if little else 'be'}", "replace")), ()
    try:
        return _tidy(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        return _tidy(data.decode("cp1252", "replace")), (_GUESSED,)


def is_text(text: str) -> bool:
    """Whether somebody could have written this: next to no controls at its start."""
    start = text[:4000]
    odd = len(_UNWRITTEN.findall(start))
    return odd <= _FEW or odd * _FEW_IN <= len(start)


_UNWRITTEN = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_FEW, _FEW_IN = 8, 20


_GUESSED = "it is not UTF-8, and was read as cp1252 (Windows); --encoding says another."


def _tidy(text: str) -> str:
    clean = text.replace("\0", "") if "\0" in text else text
    if "\r" in clean:
        clean = clean.replace("\r\n", "\n").replace("\r", "\n")
    return clean if clean.isascii() else unicodedata.normalize("NFC", storable(clean))


def first_lines(text: str) -> Iterator[list[str]]:
    """The lines in which a header may stand, each as folded cells."""
    for line, delimiter in _heads(text):
        yield list(map(folded, next(_read([line], delimiter), [])))


def _heads(text: str) -> Iterator[tuple[str, str]]:
    said = ""
    for line in text[:200_000].split("\n")[:HEADER_WITHIN]:
        if line.lower().startswith("sep=") and len(line) == len("sep=;"):
            said = line[-1]
        yield line, said or delimiter_of(line)


def table(text: str, is_header: Callable[[list[str]], bool]) -> Table | None:
    """The table under the first line that is a header by its folded cells, if any."""
    for number, (line, delimiter) in enumerate(_heads(text)):
        columns = next(_read([line], delimiter), [])
        if is_header(list(map(folded, columns))):
            body = text.split("\n", number + 1)[number + 1 :]
            rows = _rows("".join(body), delimiter, columns, number + 1)
            return Table(tuple(c.replace("\ufeff", "").strip() for c in columns), rows)
    return None


def has_columns(text: str, *wanted: str) -> bool:
    """Whether a header with all of these columns is near the top."""
    return any(set(line).issuperset(wanted) for line in first_lines(text))


def delimiter_of(line: str) -> str:
    """The separator that stands most often outside quotes in the header."""
    outside = "".join(line.split('"')[::2])
    return max(",;\t", key=outside.count)


def _read(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        yield from reader
    except csv.Error:
        return


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one by one: no second copy of a long text."""
    begun = 0
    while begun < len(text):
        end = text.find("\n", begun) + 1 or len(text)
        yield text[begun:end]
        begun = end


def _rows(
    body: str, delimiter: str, columns: Sequence[str], above: int
) -> Iterator[Row]:
    names = [folded(column) for column in columns]
    wide = len(names)
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(_lines(body), delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # A cell past all bounds costs its own row.
            yield Row(above + reader.line_num, {}, is_broken=True)
            continue
        if not any(map(str.strip, cells)):
            continue
        if len(cells) < wide:
            cells += [""] * (wide - len(cells))
        broken = len(cells) > wide and any(cells[wide:])
        yield Row(
            above + reader.line_num, dict(zip(names, cells, strict=False)), broken
        )
