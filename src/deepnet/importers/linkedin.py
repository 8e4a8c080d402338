"""LinkedIn's Connections.csv, of every year.

Columns are found by name; a member who hides the profile leaves only a date. "Connected
on" is kept as that, and is no conversation.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from deepnet import dates, identity
from deepnet.importers.cleaning import clean
from deepnet.importers.tables import table
from deepnet.records import Batch, Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from deepnet.importers.tables import Row

SOURCE = "linkedin"
HEADER = ("first name", "connected on")
LOOKED_FOR = "a line with “First Name” and “Connected On”"

_STEP = 500


def read(
    text: str, file: str, progress: Callable[[int, int], None] | None = None
) -> Batch:
    """Everybody in the text of a Connections.csv; ``file`` is its name for messages."""
    found = table(text, (HEADER,), LOOKED_FOR)
    total = text.count("\n")
    records: list[Record] = []
    skipped: Counter[str] = Counter()
    warnings: list[str] = []
    count = 0
    for row in found.rows:
        count += 1
        if progress and count % _STEP == 0:
            progress(count, max(total, count))
        where = f"{file} line {row.line}"
        reason = _useless(row)
        if reason:
            skipped[reason] += 1
            if reason != "hidden_profile":
                warnings.append(f"{where}: {_WHY[reason]}")
            continue
        records.append(_record(row, where, warnings))
    return Batch(SOURCE, count, tuple(records), dict(skipped), tuple(warnings))


_WHY = {
    "no_name": "there is no name in this row.",
    "broken_row": "this row has more cells than the header.",
}


def _useless(row: Row) -> str | None:
    """Why nothing can be made of a row; None if something can."""
    cells = {key: cell.strip() for key, cell in row.cells.items()}
    if "\0" in "".join(cells.values()):
        return "broken_row"
    if cells["first name"] or cells.get("last name"):
        return None
    others = [key for key, cell in cells.items() if cell and key != "connected on"]
    return "no_name" if others else "hidden_profile"


def _record(row: Row, where: str, warnings: list[str]) -> Record:
    def cell(column: str) -> str:
        return row.cells.get(column, "").strip()

    cleaned = clean(cell("first name"), cell("last name"))
    said = cell("connected on")
    connected = dates.read_written_day(said)
    if said and connected is None:
        warnings.append(f"{where}: “{said[:40]}” is no day; kept without it.")
    email, url = cell("email address"), cell("url")
    return Record(
        source=SOURCE,
        key=_key(url, email, cleaned.name, said),
        where=where,
        name=cleaned.name,
        aliases=cleaned.aliases,
        suffixes=cleaned.suffixes,
        emails=(email,) if email else (),
        profiles=(url,) if url else (),
        company=cell("company") or None,
        position=cell("position") or None,
        connected_on=connected,
        raw=tuple(row.cells.items()),
    )


def _key(url: str, email: str, name: str, connected: str) -> str:
    if url:
        return f"profile:{identity.profile_key(url)}"
    if email:
        return f"email:{identity.email_key(email)}"
    return f"name:{name} {connected}"
