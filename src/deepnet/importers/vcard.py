"""vCards 2.1, 3.0 and 4.0, as far as people and how to reach them go.

A small reader of our own: the kept ones stop at the first broken line, where one bad
card must not cost the others.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from quopri import decodestring
from typing import TYPE_CHECKING, NamedTuple

from deepnet import identity, names
from deepnet.errors.files import NoHeader
from deepnet.importers.people import birthday, is_family_first, put_together
from deepnet.records import Batch, Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

SOURCE = "vcard"
LOOKED_FOR = "a line with BEGIN:VCARD"

_LINE = re.compile(
    r"(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<params>(?:;(?:\"[^\"]*\"|[^:;\"])*)*):(?P<value>.*)",
    re.DOTALL,
)
_MONTH_DAY = re.compile(r"--(\d\d)-?(\d\d)")


class Property(NamedTuple):
    """One line of a card: its name, its parameters, and its value unescaped later."""

    name: str
    params: str
    value: str


class Card(NamedTuple):
    """One card: the line on which it begins, and its properties."""

    line: int
    properties: tuple[Property, ...]

    def all(self, name: str) -> list[str]:
        """The values of a property, in order."""
        found = (p.value.strip() for p in self.properties if p.name == name)
        return [value for value in found if value]

    def one(self, name: str) -> str:
        """The first value of a property, unescaped; "" if it has none."""
        return unescaped((self.all(name) or [""])[0])


def read(text: str, file: str, today: date) -> Batch:
    """Everybody in the text of a file of cards; ``file`` is its name for messages.

    Raises:
        NoHeader: there is no card in it.
    """
    warnings: list[str] = []
    skipped: dict[str, int] = {}
    records: list[Record] = []
    count = 0
    for card in cards(text):
        count += 1
        where = f"{file} line {card.line}"
        record = _record(card, where, today, warnings)
        if record:
            records.append(record)
        else:
            skipped["no_name"] = skipped.get("no_name", 0) + 1
            warnings.append(f"{where}: there is no name on this card.")
    if not count:
        raise NoHeader(LOOKED_FOR, text.strip().split("\n")[0])
    return Batch(SOURCE, count, tuple(records), skipped, tuple(warnings))


def cards(text: str) -> Iterator[Card]:
    """The cards of a text; a card without an end stops where the next begins."""
    begun = 0
    found: list[Property] | None = None
    for number, line in _unfolded(text):
        plain = line.strip().upper()
        if plain in ("BEGIN:VCARD", "END:VCARD"):
            if found:
                yield Card(begun, tuple(found))
            begun, found = number, [] if plain == "BEGIN:VCARD" else None
            continue
        read = _property(line) if found is not None else None
        if found is not None and read:
            found.append(read)
    if found:
        yield Card(begun, tuple(found))


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines with their numbers: folded ones joined, soft breaks too."""
    begun, whole = 0, ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if whole and _is_soft(whole):
            whole = whole[:-1] + line
        elif whole and line[:1] in (" ", "\t"):
            whole += line[1:]
        else:
            if whole:
                yield begun, whole
            begun, whole = number, line
    if whole:
        yield begun, whole


def _is_soft(line: str) -> bool:
    return line.endswith("=") and "QUOTED-PRINTABLE" in line.upper()


def _property(line: str) -> Property | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    params = match["params"].upper()
    value = match["value"]
    if "QUOTED-PRINTABLE" in params:
        charset = re.search(r"CHARSET=([\w-]+)", params)
        value = _decoded(value, charset[1] if charset else "utf-8")
    return Property(match["name"].upper(), params, value)


def _decoded(value: str, charset: str) -> str:
    try:
        return decodestring(value.encode("utf-8", "replace")).decode(charset, "replace")
    except (LookupError, BinasciiError):
        return value


def unescaped(value: str) -> str:
    r"""A value without its escapes: ``\,`` ``\;`` ``\n`` ``\\``."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def parts(value: str, sign: str = ";") -> list[str]:
    """The parts of a value with a sign between them, unescaped."""
    # NUL was taken out of the text when it was read.
    marked = re.sub(
        rf"\\.|{sign}", lambda found: "\0" if found[0] == sign else found[0], value
    )
    return [unescaped(part).strip() for part in marked.split("\0")]


def _record(card: Card, where: str, today: date, warnings: list[str]) -> Record | None:
    family, given, middle, *_ = [*parts((card.all("N") or [""])[0]), "", "", ""]
    built = put_together(given, middle, family)
    name = names.tidy(card.one("FN")) or built
    if not name:
        return None
    company = "; ".join(filter(None, parts((card.all("ORG") or [""])[0])))
    profiles = tuple(map(unescaped, card.all("URL")))
    emails = tuple(unescaped(email) for email in card.all("EMAIL"))
    return Record(
        source=SOURCE,
        key=_key(card, name, emails),
        where=where,
        name=name,
        aliases=tuple(_aliases(card, name, built)),
        emails=emails,
        phones=tuple(unescaped(number) for number in card.all("TEL")),
        profiles=profiles,
        company=company or None,
        position=card.one("TITLE") or None,
        birthday=birthday(_born(card.one("BDAY")), today, where, warnings),
        note=card.one("NOTE") or None,
        raw=tuple((p.name + p.params, p.value) for p in card.properties),
    )


def _aliases(card: Card, name: str, built: str) -> Iterator[str]:
    """Nicknames, readings, and the other order of a name that leads with the family."""
    yield from filter(None, parts((card.all("NICKNAME") or [""])[0], ","))
    spoken = put_together(
        card.one("X-PHONETIC-FIRST-NAME"), "", card.one("X-PHONETIC-LAST-NAME")
    )
    if spoken:
        yield spoken
    if is_family_first(name):
        for order in dict.fromkeys((built, name)):
            unspaced = order.replace(" ", "")
            if unspaced and unspaced != name:
                yield unspaced


def _born(said: str) -> str:
    """A birthday in a form that is read elsewhere: compact forms get their dashes."""
    day = said.partition("T")[0]
    month_day = _MONTH_DAY.fullmatch(day)
    if month_day:
        return f"--{month_day[1]}-{month_day[2]}"
    if re.fullmatch(r"\d{8}", day):
        return f"{day[:4]}-{day[4:6]}-{day[6:]}"
    return day


def _key(card: Card, name: str, emails: tuple[str, ...]) -> str:
    uid = card.one("UID")
    if uid:
        return f"uid:{uid}"
    if emails:
        return f"email:{identity.email_key(emails[0])} {names.fold(name)}"
    phone = (card.all("TEL") or [""])[0]
    return f"name:{name} {phone}".strip()
