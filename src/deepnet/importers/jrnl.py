"""jrnl's journals, as text or as JSON.

An entry is a conversation where it names somebody whom the journal knows; its words are
kept as they are. Encrypted journals must be opened by jrnl first.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from deepnet.errors.files import NoHeader
from deepnet.importers.objects import begins, parsed, tree, trees, words
from deepnet.importers.reading import Tally
from deepnet.records import Encounter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.importers.reading import Page, Terms
    from deepnet.records import Batch

SOURCE = "jrnl"
LOOKED_FOR = "a line that begins as in “[2026-03-04 14:05] Title”, or list “entries”"


def recognises(page: Page) -> bool:
    """Whether a text is a journal of jrnl's."""
    if begins(page, "entries"):
        return '"title"' in page.text[:100_000]
    start = page.text[:20_000].split("\n")[:20]
    return any(_begins().match(line) for line in start)


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(
        r"\[(\d{4}-\d\d-\d\d)(?:[ T](\d\d?):(\d\d)(?::\d\d)?(?: ?([AP])M)?)?\] ?(.*)",
        re.IGNORECASE,
    )


def read(page: Page, terms: Terms) -> Batch:
    """The entries, each with its words.

    Raises:
        NothingUsable: there is none.
    """
    tally = Tally(page, terms)
    found = list(_of_json(page) if begins(page, "entries") else _of_text(page))
    if not found:
        raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])
    tally.total = len(found)
    for line, day, clock, text in found:
        tally.count()
        where = tally.where(line)
        when = _day(day)
        if when is None or when > terms.today:
            tally.skip("no_day", where, f"“{day[:40]}” is no day that has been.")
        elif text.strip():
            tally.encounters.append(_entry(where, when, clock, text.strip()))
        else:
            tally.skip("broken_record")
    return tally.batch(SOURCE)


def _entry(where: str, day: date, clock: str, text: str) -> Encounter:
    return Encounter(
        source=SOURCE,
        key=f"{day.isoformat()} {clock} {text[:200]}",
        where=where,
        day=day,
        people=(),
        clock=clock or None,
        text=text,
        mentions=True,
    )


def _clock(hour: str | None, minute: str, half: str | None) -> str:
    """The hour as it is kept, of either clock; "" for none, or one that is no hour."""
    if hour is None:
        return ""
    number = int(hour) % 12 if half else int(hour)
    number += 12 if half in ("P", "p") else 0
    return f"{number:02}:{minute}" if number <= _LAST and minute < "60" else ""


_LAST = 23


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said.strip()[:10])
    except ValueError:
        return None


def _of_json(page: Page) -> Iterator[tuple[int, str, str, str]]:
    for number, entry in enumerate(trees(tree(parsed(page)).get("entries")), start=1):
        title, body = words(entry.get("title")), words(entry.get("body"))
        time = re.fullmatch(r"(\d\d?):(\d\d)", words(entry.get("time")), re.ASCII)
        clock = _clock(time[1], time[2], None) if time else ""
        yield number, words(entry.get("date")), clock, f"{title}\n{body}".strip()


def _of_text(page: Page) -> Iterator[tuple[int, str, str, str]]:
    folder = re.search(r"(\d{4})/(\d\d)/(\d\d)\.txt$", page.file.replace("\\", "/"))
    begun: tuple[int, str, str, list[str]] | None = None
    if folder:
        begun = (1, "-".join(folder.groups()), "", [])
    for number, line in enumerate(page.text.split("\n"), start=1):
        match = _begins().match(line)
        if match and _day(match[1]):
            if begun and any(begun[3]):
                yield (*begun[:3], "\n".join(begun[3]))
            begun = (number, match[1], _clock(*match.group(2, 3, 4)), [match[5]])
        elif begun:
            begun[3].append(line)
    if begun:
        yield (*begun[:3], "\n".join(begun[3]))
