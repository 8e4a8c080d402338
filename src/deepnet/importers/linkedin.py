"""LinkedIn's Connections.csv, of every year.

Columns are found by name; a member who hides the profile leaves only a date. "Connected
on" is kept as that, and is no conversation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates, identity
from deepnet.errors.files import NoHeader
from deepnet.importers.cleaning import clean
from deepnet.importers.reading import Tally
from deepnet.importers.tables import has_columns, table
from deepnet.records import Record, as_written

if TYPE_CHECKING:
    from deepnet.importers.reading import Page, Terms
    from deepnet.importers.tables import Row
    from deepnet.records import Batch

SOURCE = "linkedin"
LOOKED_FOR = "a line with “First Name” and “Connected On”"

_HEADER = ("first name", "connected on")
_WHY = {
    "no_name": "there is no name in this row.",
    "broken_row": "this row has more cells than the header.",
}


def recognises(page: Page) -> bool:
    """Whether a text has the header of the connections."""
    return has_columns(page.text, *_HEADER)


def read(page: Page, terms: Terms) -> Batch:
    """Everybody in the text of a Connections.csv.

    Raises:
        NoHeader: it is none.
    """
    found = table(page.text, set(_HEADER).issubset)
    if found is None:
        raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])
    tally = Tally(page, terms, page.text.count("\n"))
    for row in found.rows:
        tally.count()
        where = tally.where(row.line)
        reason = _useless(row)
        if reason is None:
            tally.records.append(_record(row, where, tally))
        else:
            tally.skip(reason, where, _WHY.get(reason, ""))
    return tally.batch(SOURCE)


def _useless(row: Row) -> str | None:
    """Why nothing can be made of a row; None if something can."""
    if row.is_broken:
        return "broken_row"
    cells = row.cells
    if cells["first name"].strip() or cells.get("last name", "").strip():
        return None
    others = [key for key, cell in cells.items() if cell and key != "connected on"]
    return "no_name" if others else "hidden_profile"


def _record(row: Row, where: str, tally: Tally) -> Record:
    def cell(column: str) -> str:
        return row.cells.get(column, "").strip()

    cleaned = clean(cell("first name"), cell("last name"))
    said = cell("connected on")
    connected = dates.read_written_day(said)
    if said and connected is None:
        tally.warn(where, f"“{said[:40]}” is no day; kept without it.")
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
        raw=as_written(row.cells.items()),
    )


def _key(url: str, email: str, name: str, connected: str) -> str:
    if url:
        return f"profile:{identity.profile_key(url)}"
    if email:
        return f"email:{identity.email_key(email)}"
    return f"name:{name} {connected}"


def member(name: str, url: str, where: str) -> Record | None:
    """Somebody of whom LinkedIn gives a name and a profile elsewhere; None without.

    A member who has left is called "LinkedIn Member", and is nobody.
    """
    profile = url.split(",", maxsplit=1)[0].strip()
    given, _, family = name.strip().rpartition(" ")
    cleaned = clean(given or family, family if given else "")
    if not profile or not name.strip() or name.strip() == "LinkedIn Member":
        return None
    return Record(
        source=SOURCE,
        key=f"profile:{identity.profile_key(profile)}",
        where=where,
        name=cleaned.name,
        aliases=cleaned.aliases,
        suffixes=cleaned.suffixes,
        profiles=(profile,),
    )
