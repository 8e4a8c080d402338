"""A plain table of people, with English headers; Google's too.

A name in one column is taken as it stands, but "Family, Given" is turned round. From
parts it is put together as its script has it: family first for Han, kana and Hangul.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deepnet import birthdays, identity, names
from deepnet.errors import NoSuchDay
from deepnet.importers.tables import table
from deepnet.records import Batch, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from deepnet.importers.tables import Row

SOURCE = "csv"
HEADERS = (("name",), ("first name", "last name"), ("given name", "family name"))
LOOKED_FOR = "a line with “name”, or “first name” and “last name”"

_COLUMNS = {
    "name": ("name", "full name"),
    "given": ("first name", "given name", "first"),
    "middle": ("middle name", "additional name"),
    "family": ("last name", "family name", "surname", "last"),
    "phonetic given": ("phonetic first name", "given name yomi"),
    "phonetic family": ("phonetic last name", "family name yomi"),
    "company": (
        "company",
        "organization name",
        "organization",
        "organization 1 - name",
    ),
    "position": (
        "position",
        "title",
        "job title",
        "organization title",
        "organization 1 - title",
    ),
    "birthday": ("birthday", "born"),
    "note": ("note", "notes"),
}
_MANY = {
    "aliases": re.compile(r"alias(es)?|nicknames?"),
    "emails": re.compile(r"e-?mails?|e-?mail \d+ - value|email address"),
    "phones": re.compile(r"phones?|phone \d+ - value|phone number|mobile"),
    "profiles": re.compile(r"urls?|website|website \d+ - value|profile"),
}
_SEVERAL = re.compile(r"\s*(?:;|:::)\s*")
_STEP = 500


def read(
    text: str,
    file: str,
    today: date,
    progress: Callable[[int, int], None] | None = None,
) -> Batch:
    """Everybody in the text of a table; ``file`` is its name for messages."""
    found = table(text, HEADERS, LOOKED_FOR)
    total = text.count("\n")
    records: list[Record] = []
    skipped: dict[str, int] = {}
    warnings: list[str] = []
    count = 0
    for row in found.rows:
        count += 1
        if progress and count % _STEP == 0:
            progress(count, max(total, count))
        where = f"{file} line {row.line}"
        record = _record(row, where, today, warnings)
        if record:
            records.append(record)
        else:
            skipped["no_name"] = skipped.get("no_name", 0) + 1
            warnings.append(f"{where}: there is no name in this row.")
    return Batch(SOURCE, count, tuple(records), skipped, tuple(warnings))


def _record(row: Row, where: str, today: date, warnings: list[str]) -> Record | None:
    one = {field: _cell(row, columns) for field, columns in _COLUMNS.items()}
    many = {field: tuple(_cells(row, pattern)) for field, pattern in _MANY.items()}
    name = names.turned(names.tidy(one["name"])) or put_together(
        one["given"], one["middle"], one["family"]
    )
    if not name:
        return None
    spoken = put_together(one["phonetic given"], "", one["phonetic family"])
    unspaced = name.replace(" ", "") if is_family_first(name) else ""
    aliases = [*many["aliases"], spoken, unspaced]
    return Record(
        source=SOURCE,
        key=_key(name, many["emails"], many["phones"]),
        where=where,
        name=name,
        aliases=tuple(alias for alias in aliases if alias and alias != name),
        emails=many["emails"],
        phones=many["phones"],
        profiles=many["profiles"],
        company=one["company"] or None,
        position=one["position"] or None,
        birthday=birthday(one["birthday"], today, where, warnings),
        note=one["note"] or None,
        raw=tuple(row.cells.items()),
    )


def _cell(row: Row, columns: tuple[str, ...]) -> str:
    return next((row.cells[c].strip() for c in columns if row.cells.get(c)), "")


def _cells(row: Row, pattern: re.Pattern[str]) -> Iterator[str]:
    for column, cell in row.cells.items():
        if pattern.fullmatch(column):
            yield from filter(None, _SEVERAL.split(cell.strip()))


def is_family_first(name: str) -> bool:
    """Whether a name is written in Han, kana or Hangul, where the family leads."""
    return bool(name) and all(
        "\u3040" <= c <= "\u30ff"
        or "\u3400" <= c <= "\u9fff"
        or "\uac00" <= c <= "\ud7af"
        or c in " 々・"
        for c in name
    )


def put_together(given: str, middle: str, family: str) -> str:
    """A name from its parts, as its script has it."""
    parts = [names.tidy(part) for part in (given, middle, family)]
    if is_family_first("".join(parts)):
        parts = [parts[2], parts[0], parts[1]]
    return " ".join(filter(None, parts))


def birthday(said: str, today: date, where: str, warnings: list[str]) -> str | None:
    """A birthday as it is kept; one that can't be read costs only itself."""
    if not said:
        return None
    try:
        return birthdays.read_birthday(said, today)
    except NoSuchDay:
        warnings.append(f"{where}: “{said[:40]}” is no birthday; kept without it.")
        return None


def _key(name: str, emails: tuple[str, ...], numbers: tuple[str, ...]) -> str:
    if emails:
        return f"email:{identity.email_key(emails[0])} {names.fold(name)}"
    return f"name:{name} {numbers[0] if numbers else ''}".strip()
