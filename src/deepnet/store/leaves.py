"""Rows read from the pages of an SQLite file one by one, without SQLite.

Where the way to a page is lost (the schema, or the root of a table), the page itself
may be whole. Nothing on it says to which table a row belongs; the reader of the rows
has to know them by their shape. The format is described in sections 1.6 and 2.1 of
https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = 100
_TABLE_LEAF = 0x0D
_USUAL_SIZE = 4096
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12

Value = None | int | float | str | bytes


class Row(NamedTuple):
    """A row as it lies on a page: its id, and its values in the order of columns."""

    id: int
    values: tuple[Value, ...]


def rows(data: bytes) -> Iterator[Row]:
    """Every row on every page that looks like one of a table's, by page."""
    size = int.from_bytes(data[16:18])
    size = 65536 if size == 1 else size
    if size < 512 or size & (size - 1):  # noqa: PLR2004 - what the format allows
        size = _USUAL_SIZE
    file = _File(data, size, size - data[20])
    for start in range(0, len(data), size):
        yield from file.leaf(start)


class _File(NamedTuple):
    """The bytes, the size of a page, and how much of a page is used."""

    data: bytes
    size: int
    usable: int

    def leaf(self, start: int) -> Iterator[Row]:
        """The rows of one page; those that make no sense are passed over."""
        head = start or _HEADER
        if self.data[head : head + 1] != bytes([_TABLE_LEAF]):
            return
        count = int.from_bytes(self.data[head + 3 : head + 5])
        for number in range(count):
            at = head + 8 + 2 * number
            try:
                yield self._cell(start + int.from_bytes(self.data[at : at + 2]))
            except (IndexError, ValueError, OverflowError, struct.error):
                continue

    def _cell(self, at: int) -> Row:
        length, at = self._varint(at)
        number, at = self._varint(at)
        return Row(number, _values(self._payload(length, at)))

    def _payload(self, length: int, at: int) -> bytes:
        """What is in a cell, and on the pages that it runs over to."""
        if length > len(self.data):
            raise ValueError(length)
        most = self.usable - 35
        if length <= most:
            return self.data[at : at + length]
        least = (self.usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self.usable - 4)
        local = local if local <= most else least
        payload = bytearray(self.data[at : at + local])
        page = int.from_bytes(self.data[at + local : at + local + 4])
        while len(payload) < length:
            start = (page - 1) * self.size
            if not 0 < page <= len(self.data) // self.size:
                raise ValueError(page)
            page = int.from_bytes(self.data[start : start + 4])
            payload += self.data[start + 4 : start + self.usable]
        return bytes(payload[:length])

    def _varint(self, at: int) -> tuple[int, int]:
        return _varint(self.data, at)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next thing begins."""
    value = 0
    for count in range(8):
        byte = data[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the highest bit says that it goes on
            return value, at + count + 1
    return value << 8 | data[at + 8], at + 9


def _values(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, kind, at)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    if kind == _REAL:
        (real,) = struct.unpack(">d", payload[at : at + 8])
        return float(real), at + 8
    if kind < _FIRST_BLOB:
        return {_ZERO: 0, _ONE: 1}.get(kind), at
    end = at + (kind - _FIRST_BLOB) // 2
    found = payload[at:end]
    return (found.decode("utf-8", "replace") if kind % 2 else found), end
