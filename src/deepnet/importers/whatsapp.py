"""WhatsApp's chats as text, of any phone and language.

Day and month follow the phone's language, which the file does not name: figures above
12, dots, or a year in front tell the order. Where nothing tells, the user must.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from deepnet.errors.days import UnknownOrder
from deepnet.errors.files import NoHeader
from deepnet.importers import chats, days
from deepnet.importers.reading import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deepnet.importers.reading import Page, Terms
    from deepnet.records import Batch

SOURCE = "whatsapp"
LOOKED_FOR = "a line that begins as in “04/03/2026, 14:05 - Name: text”"

_MONTHS = 12
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"))
_CALLED = (
    r"whatsapp[ _-]*chat[ _]+(?:with|mit|avec|con|com|met|med|-)[ _]+(?P<name>.+)",
    r"chat[ _]+(?:de|do|di)[ _]+whatsapp[ _]+(?:con|com)[ _]+(?P<name>.+)",
    (
        r"(?:discussion|conversa|chat)[ _]+(?:do[ _]+)?whatsapp[ _]+"
        r"(?:avec|com|con)[ _]+(?P<name>.+)"
    ),
)


class _Written(NamedTuple):
    """A message with its date in figures, before their order is known."""

    figures: tuple[str, str, str]
    dotted: bool
    rest: str
    line: int


@cache
def _begins() -> re.Pattern[str]:
    figures = r"(\d{1,4})([./-])(\d{1,2})[./-](\d{1,4})\.?"
    clock = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.? ?m\.?)?"
    return re.compile(
        rf"(?:\[{figures},? {clock}\] |{figures},? (?:klo |at |um )?{clock} [-–] )(.*)",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _notice() -> re.Pattern[str]:
    """A notice in a message's place that is contact all the same: media, calls."""
    return re.compile(
        r".*(?:omitted|weggelassen|ausgeschlossen|omitid[oa]s?|omess[oi]|omis|ocult[oa]s?"
        r"|weggelaten|deleted|gelöscht|eliminad|supprimé|voice call|video call"
        r"|sprachanruf|videoanruf|llamada|appel|attached|angehängt|adjunto|joint)",
        re.IGNORECASE | re.DOTALL,
    )


def recognises(page: Page) -> bool:
    """Whether one of the first lines begins like a message."""
    start = page.text[:20_000].split("\n")[:50]
    return any(_begins().match(_spaced(line)) for line in start)


def _spaced(line: str) -> str:
    """A line without marks in front, and with plain spaces."""
    bare = line.lstrip("".join(map(chr, _MARKS)))
    if bare.isascii():
        return bare
    return re.sub(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]", " ", bare)


def read(page: Page, terms: Terms) -> Batch:
    """A conversation for each day on which you wrote with somebody.

    Raises:
        NoHeader: no line begins like a message.
        NoSuchDay: nothing tells whether the day or the month comes first.
    """
    written = list(_messages(page.text))
    if not written:
        raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])
    tally = Tally(page, terms, len(written))
    day_first = _day_first(written, terms)
    messages = list(_read(written, tally, day_first=day_first))
    lines, sure = chats.lines(SOURCE, messages, _called(page.file), terms)
    if not sure:
        tally.skipped["who_are_you"] += len(messages)
        tally.warn(page.file, WHO)
        return tally.batch(SOURCE)
    tally.encounters.extend(days.encounters(SOURCE, lines, keep_texts=terms.keep_texts))
    return tally.batch(SOURCE)


WHO = (
    "nothing says which of the two is you. Say so once, with: deepnet config me "
    '"YOUR NAME"'
)


def _messages(text: str) -> Iterator[_Written]:
    """Each message with the lines that belong to it."""
    begun: _Written | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        match = _begins().match(_spaced(line))
        if match:
            if begun:
                yield begun
            found = match.groups()
            one, mark, two, three = found[0:4] if found[0] else found[4:8]
            begun = _Written((one, two, three), mark == ".", found[8], number)
        elif begun and line.strip():
            begun = begun._replace(rest=f"{begun.rest}\n{line}")
    if begun:
        yield begun


def _day_first(written: Iterable[_Written], terms: Terms) -> bool:
    """Whether the day comes before the month, in a file without a year in front.

    Raises:
        NoSuchDay: nothing tells.
    """
    dated = [w for w in written if len(w.figures[0]) <= len("31")]
    if any(w.dotted or int(w.figures[0]) > _MONTHS for w in dated):
        return True
    if not dated or any(int(w.figures[1]) > _MONTHS for w in dated):
        return False
    if terms.day_first is None:
        raise UnknownOrder("/".join(dated[0].figures))
    return terms.day_first


def _read(
    written: Iterable[_Written], tally: Tally, *, day_first: bool
) -> Iterator[chats.Message]:
    for each in written:
        tally.count()
        where = tally.where(each.line)
        author, colon, text = each.rest.partition(":")
        author = author.translate(_MARKS).strip()
        notice = text.lstrip(" ").startswith("\u200e")
        if not colon or not author or (notice and not _notice().match(text)):
            tally.skip("system")
            continue
        day = _day(each.figures, day_first=day_first)
        if day is None or day > tally.terms.today:
            tally.skip("no_day", where, f"“{'/'.join(each.figures)}” has not been.")
            continue
        yield chats.Message(day, author, text.translate(_MARKS).strip(), where)


def _day(figures: tuple[str, str, str], *, day_first: bool) -> date | None:
    one, two, three = map(int, figures)
    if len(figures[0]) > len("31"):
        year, month, day = one, two, three
    elif day_first:
        day, month, year = one, two, three
    else:
        month, day, year = one, two, three
    try:
        return date(year + 2000 if year < 100 else year, month, day)  # noqa: PLR2004
    except ValueError:
        return None


def _called(file: str) -> str:
    """What the file is called after: the other person, or the group."""
    for part in reversed(re.split(r"[/\\]", file)):
        stem = re.sub(r"(?: ?\(\d+\))?\.(?:txt|zip)$", "", part, flags=re.IGNORECASE)
        for pattern in _CALLED:
            match = re.fullmatch(pattern, stem, re.IGNORECASE)
            if match:
                return match["name"].replace("_", " ").strip()
    return ""
