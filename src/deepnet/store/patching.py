"""Making the whole pages of a damaged encrypted file readable around the others.

The engine reads nothing more of a file once it met a page that the key does not open.
Such pages are replaced, in a copy, by empty ones that it does open: SQLite then knows
what is missing, and reads the rest.
"""

from __future__ import annotations

import re
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from deepnet import private
from deepnet.store import connection as opening

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.store.keys import Key

_PAGE = 4096
_NUMBER = re.compile(r"page (\d+)")


def patch(work: Path, key: Key) -> None:
    """Let the key open every page of a copy; what a damaged one held is gone."""
    with closing(opening.with_key(work, key)) as connection:
        rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    found = (_NUMBER.search(str(row[0])) for row in rows)
    damaged = sorted({int(match[1]) for match in found if match})
    # Where the copy ends within a page, there is no more of that page than its name.
    with work.open("r+b") as file:
        file.truncate(-(-file.seek(0, 2) // _PAGE) * _PAGE)
    if damaged:
        _replace(work, key, damaged)


def _replace(work: Path, key: Key, damaged: list[int]) -> None:
    spare = work.with_name(f".{work.name}")
    private.create(spare)
    try:
        with closing(opening.with_key(spare, key)) as connection:
            connection.execute("CREATE TABLE empty (bytes BLOB)")
            connection.execute(
                "INSERT INTO empty VALUES (zeroblob(?))", (damaged[-1] * _PAGE,)
            )
        with spare.open("rb") as pages, work.open("r+b") as file:
            for number in damaged:
                at = (number - 1) * _PAGE
                pages.seek(at)
                file.seek(at)
                file.write(pages.read(_PAGE))
    finally:
        with suppress(OSError):
            spare.unlink()
