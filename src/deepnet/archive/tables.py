"""Tables as CSV (RFC 4180), as spreadsheets read it.

UTF-8 with its mark, without which Excel reads "Zoë" as two letters more. A text that a
spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets
hide or show but never run (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from itertools import chain
from typing import TYPE_CHECKING, Any

from deepnet.plain import plain_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with, in the wide forms of East Asian keyboards, too."""


def lines(header: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """A table as CSV, row by row."""
    yield _MARK
    written = io.StringIO()
    writer = csv.writer(written)
    for row in chain((header,), rows):
        writer.writerow(map(_cell, row))
        yield written.getvalue()
        written.seek(0)
        written.truncate()


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = plain_lines(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
