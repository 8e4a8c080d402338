"""A plain table of people: Google's, Outlook's, Thunderbird's, or anybody's.

A name in one column is taken as it stands, but "Family, Given" is turned round. From
parts it is put together as its script has it. Columns that nobody knows are told of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from deepnet import identity, names
from deepnet.errors.files import NoHeader, UnknownColumns
from deepnet.importers import columns
from deepnet.importers.born import birthday
from deepnet.importers.naming import (
    labels,
    mailbox,
    mailbox_name,
    organisations_left,
    put_together,
)
from deepnet.importers.reading import Tally, noted
from deepnet.importers.tables import Table, first_lines, table
from deepnet.records import Note, Record, as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deepnet.importers.reading import Page, Terms
    from deepnet.importers.tables import Row
    from deepnet.records import Batch

SOURCE = "csv"
LOOKED_FOR = (
    "a line with “name”, or “first name” and “last name”, nor anything else that I know"
)

_SEVERAL = re.compile(r"\s*(?:;|:::)\s*")


class _Layout(NamedTuple):
    """Which columns hold what in one table."""

    fields: Mapping[str, list[str]]
    pairs: list[tuple[str, str, str]]


def recognises(page: Page) -> bool:
    """Whether a text has a line with a column for names."""
    return any(_is_header(line, {}) for line in first_lines(page.text))


def _is_header(found: Iterable[str], mapping: Mapping[str, str]) -> bool:
    listed = set(found)
    if mapping:
        return listed.issuperset(mapping)
    return not columns.NAMING.isdisjoint(filter(None, map(columns.field_of, listed)))


def read(page: Page, terms: Terms) -> Batch:
    """Everybody in the text of a table.

    Raises:
        NothingUsable: no column is known as a name; those that there are are named.
    """
    mapping = dict(terms.mapping)
    found = _table(page, terms, mapping)
    listed = tuple(map(columns.folded, found.columns))
    header = "\t".join(listed)
    said = {**terms.remembered.get(header, {}), **mapping}
    layout = _Layout(columns.mapped(listed, said), columns.pairs(listed))
    if columns.NAMING.isdisjoint(layout.fields):
        raise UnknownColumns(found.columns, page.file)
    tally = Tally(page, terms, page.text.count("\n"))
    companies: list[str] = []
    for row in found.rows:
        tally.count()
        _take(row, layout, tally, companies)
    tally.suggestions.extend(organisations_left(companies))
    tally.suggestions.extend(_unread(found.columns, layout))
    return tally.batch(SOURCE)._replace(header=header, mapping=mapping)


def _table(page: Page, terms: Terms, mapping: Mapping[str, str]) -> Table:
    """The table under its header; of a mapping, the line that has its columns."""
    remembered = [key.split("\t") for key in terms.remembered]
    found = table(
        page.text, lambda line: _is_header(line, mapping) or line in remembered
    )
    if found:
        columns.check(found.columns, mapping)
        return found
    first = table(page.text, lambda line: len(line) > 1 or bool(mapping and line))
    if first is None:
        raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])
    columns.check(first.columns, mapping)
    raise UnknownColumns(first.columns, page.file)


def _unread(listed: Iterable[str], layout: _Layout) -> Iterator[str]:
    """A sentence on the columns that were not read, where only a few were."""
    read = {column for each in layout.fields.values() for column in each}
    read |= {column for pair in layout.pairs for column in pair[1:]}
    unread = [c for c in listed if c and columns.folded(c) not in read]
    if unread and len(unread) <= _FEW:
        yield (
            f"Not read: {', '.join(unread)}. If one matters, say what it is, as in "
            f'--map "{unread[0]}=note".'
        )


_FEW = 6


def _take(row: Row, layout: _Layout, tally: Tally, companies: list[str]) -> None:
    where = tally.where(row.line)
    if row.is_broken:
        tally.skip("broken_row", where, "this row has more cells than the header.")
        return
    record = _record(row, layout, where, tally)
    if record:
        tally.records.append(record)
        return
    company = _one(row, layout, "company")
    if company:
        tally.skip("organisation")
        companies.append(company)
    else:
        tally.skip("no_name", where, "there is no name in this row.")


def _record(row: Row, layout: _Layout, where: str, tally: Tally) -> Record | None:
    emails = tuple(filter(None, map(mailbox, _many(row, layout, "email"))))
    aliases = _many(row, layout, "alias")
    name = _name(row, layout) or next(iter(aliases), "")
    if not name and emails and not _one(row, layout, "company"):
        name = mailbox_name(emails[0])
        tally.suggestions.append(f"{name} ({where}) has no name in the file.")
    if not name:
        return None
    phones = _many(row, layout, "phone")
    born, born_note = birthday(_one(row, layout, "birthday"), tally, where)
    return Record(
        source=SOURCE,
        key=_key(name, emails, phones),
        where=where,
        name=name,
        aliases=_aliases(row, layout, name),
        emails=emails,
        phones=phones,
        profiles=_many(row, layout, "profile"),
        company=_one(row, layout, "company") or None,
        position=_one(row, layout, "position") or None,
        birthday=born,
        home=_one(row, layout, "home") or None,
        office=_one(row, layout, "office") or None,
        tags=labels(_many(row, layout, "tag")),
        notes=noted(*_notes(row, layout), born_note),
        raw=as_written(row.cells.items()),
    )


def _name(row: Row, layout: _Layout) -> str:
    whole = names.turned(names.tidy(_one(row, layout, "name")))
    given, middle, family = (
        _one(row, layout, part) for part in ("first", "middle", "last")
    )
    return whole or put_together(given, middle, family)


def _aliases(row: Row, layout: _Layout, name: str) -> tuple[str, ...]:
    spoken = put_together(
        _one(row, layout, "spoken first"), "", _one(row, layout, "spoken last")
    )
    found = (*_many(row, layout, "alias"), spoken)
    return tuple(dict.fromkeys(alias for alias in found if alias and alias != name))


def _notes(row: Row, layout: _Layout) -> Iterator[Note]:
    for cell in _cells(row, layout, "note"):
        yield Note(cell)
    department = _one(row, layout, "department")
    if department:
        yield Note(f"department: {department}")
    for kind, label, value in layout.pairs:
        said = row.cells.get(label, "").strip().lstrip("* ") or kind
        for each in filter(None, re.split(r"\s*:::\s*", row.cells[value].strip())):
            yield Note(f"{said}: {each}")


def _cells(row: Row, layout: _Layout, field: str) -> Iterator[str]:
    for column in layout.fields.get(field, ()):
        cell = row.cells.get(column, "").strip()
        if cell:
            yield cell


def _one(row: Row, layout: _Layout, field: str) -> str:
    """The first value; of several in a cell, the first of them."""
    cell = next(_cells(row, layout, field), "")
    return cell.split(":::")[0].strip() if field != "note" else cell


def _many(row: Row, layout: _Layout, field: str) -> tuple[str, ...]:
    found = (
        value
        for cell in _cells(row, layout, field)
        for value in _SEVERAL.split(cell)
        if value
    )
    return tuple(dict.fromkeys(found))


def _key(name: str, emails: tuple[str, ...], numbers: tuple[str, ...]) -> str:
    if emails:
        return f"email:{identity.email_key(emails[0])} {names.fold(name)}"
    return f"name:{name} {numbers[0] if numbers else ''}".strip()
