"""Guest lists of events, from Luma, Eventbrite and Meetup: who was there.

They are names; whom of them you met, only you can say. The list does not name the event
or its day in most cases: ``--event`` and ``--on`` do.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from deepnet import dates, identity, names
from deepnet.errors.calls import NoEventDay
from deepnet.errors.files import NoHeader
from deepnet.importers.naming import mailbox, mailbox_name, put_together
from deepnet.importers.reading import Tally
from deepnet.importers.tables import has_columns, table
from deepnet.model import Setting
from deepnet.records import Encounter, Record, as_written

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from deepnet.importers.reading import Page, Terms
    from deepnet.importers.tables import Row
    from deepnet.records import Batch

SOURCE = "event"
LOOKED_FOR = "a line with the columns of Luma, Eventbrite or Meetup"

_COMPANY = re.compile(r".*\b(?:company|organi[sz]ation|employer|where do you work)\b.*")
_POSITION = re.compile(r".*\b(?:job title|your role|position)\b.*")
_PROFILE = re.compile(r".*linkedin.*|url of member profile")


class _List(NamedTuple):
    """How one service writes its lists: its header, and who came."""

    header: tuple[str, ...]
    came: Callable[[dict[str, str]], bool]


def _luma(cells: dict[str, str]) -> bool:
    return cells.get("approval_status", "").lower() in ("", "approved")


def _eventbrite(cells: dict[str, str]) -> bool:
    return cells["attendee status"].lower() in ("attending", "checked in", "")


def _meetup(cells: dict[str, str]) -> bool:
    said = cells.get("attendance", "") or cells.get("rsvp", "")
    return said.lower() not in ("no", "absent", "no show", "waitlist")


_LISTS = {
    "luma": _List(("name", "email", "approval_status", "checked_in_at"), _luma),
    "eventbrite": _List(("order #", "email", "attendee status"), _eventbrite),
    "meetup": _List(("name", "user id", "url of member profile"), _meetup),
}


def recognises(page: Page) -> bool:
    """Whether a text has the header of one of the services."""
    return any(has_columns(page.text, *each.header) for each in _LISTS.values())


def read(page: Page, terms: Terms) -> Batch:
    """Everybody who was there, and the event at which you met some of them.

    Raises:
        NoHeader: it is no such list.
        UsageError: nothing says on which day it was.
    """
    for service, kind in _LISTS.items():
        found = table(page.text, set(kind.header).issubset)
        if found:
            tally = Tally(page, terms, page.text.count("\n"))
            rows = [row for row in found.rows if _is_whole(row, tally)]
            return _event(service, kind, rows, tally)
    raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])


def _is_whole(row: Row, tally: Tally) -> bool:
    tally.count()
    if row.is_broken:
        where = tally.where(row.line)
        tally.skip("broken_row", where, "this row has more cells than the header.")
    return not row.is_broken


def _event(service: str, kind: _List, rows: list[Row], tally: Tally) -> Batch:
    stripped = [({k: c.strip() for k, c in row.cells.items()}, row) for row in rows]
    checked = any(cells.get("checked_in_at") for cells, _ in stripped)
    people: dict[str, Record] = {}
    for cells, row in stripped:
        where = tally.where(row.line)
        if not kind.came(cells) or (checked and not cells.get("checked_in_at")):
            tally.skip("not_there")
            continue
        person = _person(service, cells, where)
        if person is None:
            tally.skip("no_name", where, "there is no name in this row.")
        elif not _is_me(person, tally.terms):
            people.setdefault(person.key, person)
    tally.records.extend(people.values())
    batch = tally.batch(service)
    if not people:
        return batch
    day = tally.terms.on or _checked_in(stripped)
    if day is None:
        raise NoEventDay(tally.file)
    title = tally.terms.event or _title(stripped) or re.sub(r"\.\w+$", "", tally.file)
    present = Encounter(
        source=service,
        key=f"{day.isoformat()} {names.fold(title)}",
        where=tally.file,
        day=day,
        people=tuple(people.values()),
        setting=Setting.EVENT,
        text=title,
    )
    return batch._replace(present=present)


def _checked_in(rows: list[tuple[dict[str, str], Row]]) -> date | None:
    """The day on which most people came in."""
    said = (cells.get("checked_in_at", "")[:10] for cells, _ in rows)
    days = Counter(filter(None, map(dates.read_written_day, said)))
    return days.most_common(1)[0][0] if days else None


def _title(rows: list[tuple[dict[str, str], Row]]) -> str:
    titles = Counter(cells.get("event name", "") for cells, _ in rows)
    return titles.most_common(1)[0][0]


def _is_me(person: Record, terms: Terms) -> bool:
    mine = {
        key for each in terms.me for key in (identity.email_key(each), names.fold(each))
    }
    return bool(
        mine & {names.fold(person.name), *map(identity.email_key, person.emails)}
    )


def _person(service: str, cells: dict[str, str], where: str) -> Record | None:
    email = mailbox(cells.get("email", ""))
    family = (
        cells.get("last name") or cells.get("surname") or cells.get("last_name", "")
    )
    given = cells.get("first name") or cells.get("first_name", "")
    name = names.tidy(cells.get("name", "")) or put_together(given, "", family)
    if name.lower() in ("", "info requested"):
        if not email:
            return None
        name = mailbox_name(email)
    profile = _answer(cells, _PROFILE)
    phone = cells.get("phone_number", "")
    key = f"email:{identity.email_key(email)}" if email else f"name:{name} {profile}"
    return Record(
        source=service,
        key=key,
        where=where,
        name=name,
        emails=(email,) if email else (),
        phones=(phone,) if phone else (),
        profiles=(profile,) if profile and ("/" in profile) else (),
        company=_answer(cells, _COMPANY) or None,
        position=_answer(cells, _POSITION) or None,
        raw=as_written(cells.items()),
    )


def _answer(cells: dict[str, str], question: re.Pattern[str]) -> str:
    return next(
        (c for column, c in cells.items() if c and question.fullmatch(column)), ""
    )
