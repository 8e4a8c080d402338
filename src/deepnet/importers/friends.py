"""friends.md, as the friends program keeps it: people, activities and notes.

The sections come in any order. A line that can't be read costs only itself.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from deepnet import names
from deepnet.errors.files import NoHeader
from deepnet.importers.reading import Tally, noted
from deepnet.occasion import setting
from deepnet.records import Encounter, Note, Record, as_written
from deepnet.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.importers.reading import Page, Terms
    from deepnet.model import Setting
    from deepnet.records import Batch

SOURCE = "friends"
LOOKED_FOR = "a line with “### Friends:” or “### Activities:”"

_SECTION = re.compile(
    r"#{2,3}\s*(activities|notes|friends|locations):?\s*$", re.IGNORECASE
)
_ENTRY = re.compile(r"-\s*(\d{4}-\d\d-\d\d):\s?(.*)", re.ASCII)
_FRIEND = re.compile(
    r"-\s*(?P<name>[^(\[@]+?)\s*(?:\(a\.k\.a\.\s*(?P<known>[^)]*)\))?\s*"
    r"(?:\[(?P<place>[^\]]*)\])?\s*(?P<tags>(?:@\S+\s*)*)"
)


class _Line(NamedTuple):
    """One line of a section."""

    section: str
    number: int
    text: str


def recognises(page: Page) -> bool:
    """Whether a text has one of the sections."""
    start = page.text[:100_000].split("\n")
    found = {m[1].lower() for line in start if (m := _SECTION.match(line))}
    return bool(found & {"activities", "friends"})


def read(page: Page, terms: Terms) -> Batch:
    """The people, and a conversation for each activity that names somebody.

    Raises:
        NoHeader: there is no such section.
    """
    lines = list(_lines(page.text))
    if not lines and not recognises(page):
        raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])
    tally = Tally(page, terms, len(lines))
    people: dict[str, Record] = {}
    for line in lines:
        if line.section == "friends":
            tally.count()
            _friend(line, tally, people)
    for line in lines:
        if line.section in ("activities", "notes"):
            tally.count()
            _dated(line, tally, people)
    tally.records.extend(people.values())
    return tally.batch(SOURCE)


def _lines(text: str) -> Iterator[_Line]:
    section = ""
    for number, line in enumerate(text.split("\n"), start=1):
        match = _SECTION.match(line)
        if match:
            section = match[1].lower()
        elif section and line.strip():
            yield _Line(section, number, line.strip())


def _friend(line: _Line, tally: Tally, people: dict[str, Record]) -> None:
    where = tally.where(line.number)
    match = _FRIEND.fullmatch(line.text)
    if match is None or not names.tidy(match["name"]):
        tally.skip(
            "broken_record", where, f"“{line.text[:40]}” is no line of a friend."
        )
        return
    name = names.tidy(match["name"])
    known = [n.strip() for n in (match["known"] or "").split("a.k.a.")]
    people[name] = _named(name, where)._replace(
        aliases=tuple(filter(None, known)),
        home=match["place"] or None,
        tags=tuple(tag.lstrip("@") for tag in match["tags"].split()),
        raw=as_written([("line", line.text)]),
    )


def _named(name: str, where: str) -> Record:
    return Record(source=SOURCE, key=f"name:{name}", where=where, name=name)


def _dated(line: _Line, tally: Tally, people: dict[str, Record]) -> None:
    where = tally.where(line.number)
    match = _ENTRY.fullmatch(line.text)
    day = _day(match[1]) if match else None
    if match is None or day is None or day > tally.terms.today:
        tally.skip("no_day", where, f"“{line.text[:40]}” has no day that has been.")
        return
    text = match[2].strip()
    there = [
        people.setdefault(name, _named(name, where))
        for name in dict.fromkeys(map(names.tidy, re.findall(r"\*\*(.+?)\*\*", text)))
        if name
    ]
    if not there:
        tally.skip("nobody_named")
        return
    plain = re.sub(r"\*\*(.+?)\*\*|(?<!\w)_(.+?)_(?!\w)", _bare, text)
    if line.section == "notes":
        for person in there:
            note = Note(plain, day)
            added = people[person.name]
            people[person.name] = added._replace(notes=noted(*added.notes, note))
        return
    place = re.search(r"(?<!\w)_(.+?)_(?!\w)", text)
    tally.encounters.append(
        Encounter(
            source=SOURCE,
            key=f"{day.isoformat()} {text}",
            where=where,
            day=day,
            people=tuple(person._replace(notes=()) for person in there),
            setting=_setting(plain),
            place=place[1] if place else None,
            text=plain,
        )
    )


def _bare(found: re.Match[str]) -> str:
    return found[1] or found[2]


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _setting(text: str) -> Setting | None:
    return setting(Sentence(text[:300]), set())
