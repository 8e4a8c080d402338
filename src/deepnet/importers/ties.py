"""The smaller files of LinkedIn's download: Invitations.csv, Notes.csv, Events.csv.

An invitation to connect and a note are kept as what somebody wrote; an event names
nobody, and is only asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates, identity
from deepnet.errors.files import NoHeader
from deepnet.importers.linkedin import SOURCE, member
from deepnet.importers.reading import Tally, noted
from deepnet.importers.tables import has_columns, table
from deepnet.records import Note, as_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from deepnet.importers.reading import Page, Terms
    from deepnet.records import Batch, Record

_INVITATIONS = ("from", "to", "sent at", "direction")
_NOTES = ("connection profile url", "note")
_EVENTS = ("event name", "event time", "external url")
LOOKED_FOR = "a line with “Sent At” and “Direction”, or “Connection Profile URL”"


def recognises(page: Page) -> bool:
    """Whether a text is one of the three."""
    return any(has_columns(page.text, *each) for each in _READERS)


def read(page: Page, terms: Terms) -> Batch:
    """What the file says of people.

    Raises:
        NoHeader: it is none of the three.
    """
    for header, take in _READERS.items():
        found = table(page.text, set(header).issubset)
        if found:
            tally = Tally(page, terms, page.text.count("\n"))
            for row in found.rows:
                tally.count()
                where = tally.where(row.line)
                cells = {key: cell.strip() for key, cell in row.cells.items()}
                if row.is_broken:
                    tally.skip("broken_row", where, "more cells than the header has.")
                else:
                    take(cells, where, tally)
            return tally.batch(SOURCE)
    raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])


def _invitation(cells: dict[str, str], where: str, tally: Tally) -> None:
    incoming = cells["direction"].upper() == "INCOMING"
    name, url = (
        (cells["from"], cells.get("inviterprofileurl", ""))
        if incoming
        else (cells["to"], cells.get("inviteeprofileurl", ""))
    )
    text = cells.get("message", "")
    if not text:
        tally.skip("no_message")
        return
    asked = "asked to connect" if incoming else "you asked to connect"
    day = dates.read_written_day(cells["sent at"])
    _keep(member(name, url, where), "invitation", Note(f"{asked}: {text}", day), tally)


def _note(cells: dict[str, str], where: str, tally: Tally) -> None:
    name = f"{cells.get('connection first name', '')} " + cells.get(
        "connection last name", ""
    )
    day = dates.read_written_day(cells.get("created on", ""))
    somebody = member(name.strip(), cells["connection profile url"], where)
    _keep(somebody, "note", Note(cells["note"], day), tally)


def _keep(somebody: Record | None, kind: str, note: Note, tally: Tally) -> None:
    if somebody is None or not note.text:
        tally.skip("no_profile")
        return
    if note.day and note.day > tally.terms.today:
        note = note._replace(day=None)
    profile = identity.profile_key(somebody.profiles[0])
    key = f"{kind}:{profile} {note.day or ''} {note.text[:40]}"
    raw = as_written([("note", note.text), ("day", str(note.day or ""))])
    tally.records.append(somebody._replace(key=key, notes=noted(note), raw=raw))


def _event(cells: dict[str, str], where: str, tally: Tally) -> None:
    day = dates.read_written_day(cells["event time"])
    tally.skip("event")
    if day and day <= tally.terms.today and cells["event name"]:
        tally.suggestions.append(
            f"{cells['event name']}, {dates.written(day)}: whom did you meet? "
            f'deepnet log "{day}: {cells["event name"][:40]} with NAME" --as event'
        )
    elif day is None:
        tally.warn(where, f"“{cells['event time'][:40]}” is no day.")


_READERS: dict[tuple[str, ...], Callable[[dict[str, str], str, Tally], None]] = {
    _INVITATIONS: _invitation,
    _NOTES: _note,
    _EVENTS: _event,
}
