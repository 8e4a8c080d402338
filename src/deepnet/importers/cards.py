"""vCards 2.1, 3.0 and 4.0, as far as people and how to reach them go.

Not every card is a person: companies are told of, and groups are tags of whom they
name. A card that can't be read costs only itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from deepnet import identity, names
from deepnet.errors.files import NoHeader
from deepnet.importers.born import birthday
from deepnet.importers.lines import Block, Property, blocks, parts, text_of
from deepnet.importers.naming import (
    is_family_first,
    labels,
    mailbox_name,
    organisations_left,
    put_together,
)
from deepnet.importers.reading import Tally, noted
from deepnet.records import Note, Record, as_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.importers.reading import Page, Terms
    from deepnet.records import Batch

SOURCE = "vcard"
LOOKED_FOR = "a line with BEGIN:VCARD"


def recognises(page: Page) -> bool:
    """Whether a text has a card in it."""
    return bool(
        re.search(r"^\s*begin:vcard", page.text[:20_000], re.MULTILINE | re.IGNORECASE)
    )


def read(page: Page, terms: Terms) -> Batch:
    """Everybody in the text of a file of cards.

    Raises:
        NoHeader: there is no card in it.
    """
    tally = Tally(page, terms, page.text.upper().count("BEGIN:VCARD"))
    cards = list(blocks(page.text, "VCARD"))
    if not cards:
        raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])
    groups = _groups(cards)
    companies: list[str] = []
    for card in cards:
        tally.count()
        if _is_group(card):
            tally.skip("group")
        elif _is_company(card):
            tally.skip("organisation")
            companies.append(card.one("FN") or _company(card)[0])
        else:
            _take(card, tally, groups)
    tally.suggestions.extend(organisations_left(companies))
    return tally.batch(SOURCE)


def _take(card: Block, tally: Tally, groups: dict[str, list[str]]) -> None:
    where = tally.where(card.line)
    record = _record(card, where, tally, groups)
    if record is None:
        tally.skip("no_name", where, "there is no name on this card.")
        return
    for stray in card.strays:
        tally.warn(where, f"of {record.name}, “{stray[:40]}” has no place on a card.")
    if not card.is_closed:
        tally.warn(where, f"the card of {record.name} is cut off; its end is missing.")
    tally.records.append(record)


def _is_group(card: Block) -> bool:
    kinds = (*card.all("KIND"), *card.all("X-ADDRESSBOOKSERVER-KIND"))
    return any(kind.lower() == "group" for kind in kinds)


def _is_company(card: Block) -> bool:
    if any(shown.upper() == "COMPANY" for shown in card.all("X-ABSHOWAS")):
        return True
    if any(kind.lower() in ("org", "location") for kind in card.all("KIND")):
        return True
    named = card.one("FN") or any(_name_parts(card)) or card.one("NICKNAME")
    return not named and bool(_company(card)[0])


def _groups(cards: list[Block]) -> dict[str, list[str]]:
    """The groups by the UID or the email of whom they name."""
    found: dict[str, list[str]] = defaultdict(list)
    for card in filter(_is_group, cards):
        members = (*card.all("MEMBER"), *card.all("X-ADDRESSBOOKSERVER-MEMBER"))
        for member in members:
            key = re.sub(r"^(?:urn:uuid:|mailto:)", "", member.strip().lower())
            found[key].append(card.one("FN"))
    return found


def _record(
    card: Block, where: str, tally: Tally, groups: dict[str, list[str]]
) -> Record | None:
    emails = tuple(text_of(email) for email in card.every("EMAIL"))
    name, built = _names(card)
    if not name and emails:
        name = mailbox_name(emails[0])
        tally.suggestions.append(f"{name} ({where}) has no name in the file.")
    if not name:
        return None
    company, department = _company(card)
    born, born_note = _born(card, where, tally)
    keys = (card.one("UID").lower(), *map(str.lower, emails))
    groups_of = [group for key in keys for group in groups.get(key, ())]
    tags = labels(_categories(card))
    home, office = _cities(card)
    return Record(
        source=SOURCE,
        key=_key(card, name, emails),
        where=where,
        name=name,
        aliases=tuple(dict.fromkeys(_aliases(card, name, built))),
        emails=emails,
        phones=tuple(_number(text_of(number)) for number in card.every("TEL")),
        profiles=tuple(_profiles(card)),
        company=company or None,
        position=next((text_of(p) for p in card.every("TITLE")), None),
        birthday=born,
        home=home,
        office=office,
        tags=tuple(dict.fromkeys((*tags, *groups_of))),
        notes=noted(*_notes(card, department), born_note),
        raw=as_written((p.name + p.params, p.value) for p in card.properties),
        uid=_uid(card),
    )


def _categories(card: Block) -> Iterator[str]:
    """The circles of somebody; of older cards also where the commas are escaped.

    Programs wrote them so by mistake. A card 4.0 is read by the letter.
    """
    by_letter = card.one("VERSION") == "4.0"
    for read in card.every("CATEGORIES"):
        yield from parts(read, ",") if by_letter else text_of(read).split(",")


def _uid(card: Block) -> str:
    """A UUID as a journal writes it down; "" for a UID of any other kind."""
    bare = card.one("UID").lower().removeprefix("urn:uuid:").replace("-", "")
    return bare if re.fullmatch(r"[0-9a-f]{32}", bare) else ""


def _name_parts(card: Block) -> list[str]:
    """Family, given and middle name, prefix and suffix; always five."""
    found = parts(card.every("N")[0]) if card.every("N") else []
    alone = [part for part in found if part]
    if len(alone) == 1 and ";" in alone[0]:
        # Somebody escaped the whole of it: its own parts are in there.
        found = [part.strip() for part in alone[0].split(";")]
    return [*found, "", "", "", "", ""][:5]


def _names(card: Block) -> tuple[str, str]:
    """The name to be shown, and the one that the parts make."""
    family, given, middle, prefix, suffix = _name_parts(card)
    if "," in family and not given:
        family, given = (part.strip() for part in family.split(",", 1))
    given, middle = (part.replace(",", " ") for part in (given, middle))
    built = put_together(given, middle, family)
    shown = [*card.every("FN"), *([] if built else card.every("NICKNAME"))]
    said = names.tidy(text_of(shown[0])) if shown else ""
    decorated = built and (prefix or suffix) and names.fold(built) in names.fold(said)
    return (built if decorated or not said else said), built


def _aliases(card: Block, name: str, built: str) -> Iterator[str]:
    """Nicknames, readings, and the other order of a name that leads with the family."""
    for said in (*card.every("NICKNAME"), *_android(card, "nickname")):
        yield from filter(None, parts(said, ","))
    spoken = put_together(
        card.one("X-PHONETIC-FIRST-NAME"), "", card.one("X-PHONETIC-LAST-NAME")
    )
    if spoken:
        yield spoken
    other = built.replace(" ", "")
    if is_family_first(name) and other and other != name.replace(" ", ""):
        yield other


def _android(card: Block, kind: str) -> Iterator[Property]:
    """Android's own properties: ``vnd.android.cursor.item/KIND;VALUE;TYPE;…``."""
    for read in card.every("X-ANDROID-CUSTOM"):
        what, _, rest = read.value.partition(";")
        if what.endswith(f"/{kind}") and rest:
            yield read._replace(value=rest.split(";")[0])


def _company(card: Block) -> tuple[str, str]:
    found = parts(card.every("ORG")[0]) if card.every("ORG") else []
    company, *rest = [*found, ""]
    return company, ", ".join(filter(None, rest))


def _profiles(card: Block) -> Iterator[str]:
    for read in (*card.every("URL"), *card.every("X-SOCIALPROFILE")):
        yield text_of(read)


def _cities(card: Block) -> tuple[str | None, str | None]:
    """The towns of the home and of the work; of an address of neither, the home's."""
    home = office = None
    for address in card.every("ADR"):
        found = [*parts(address), "", "", "", ""]
        city = found[3] or None
        if "WORK" in address.params.upper():
            office = office or city
        else:
            home = home or city
    return home, office


def _notes(card: Block, department: str) -> Iterator[Note]:
    for read in card.every("NOTE"):
        yield Note(text_of(read))
    if department:
        yield Note(f"department: {department}")
    for kind, label in _LABELLED:
        for read in card.every(kind):
            said = text_of(read)
            if not said.startswith("urn:"):
                word = _label(card, read) or read.param("TYPE").lower() or label
                yield Note(f"{word if kind in _OWN else label}: {_dated(said)}")


_OWN = ("X-ABDATE", "X-ABRELATEDNAMES", "RELATED")
_LABELLED = (
    ("X-ABDATE", "date"),
    ("ANNIVERSARY", "anniversary"),
    ("X-ANNIVERSARY", "anniversary"),
    ("X-MS-ANNIVERSARY", "anniversary"),
    ("X-EVOLUTION-ANNIVERSARY", "anniversary"),
    ("X-ABRELATEDNAMES", "related"),
    ("RELATED", "related"),
    ("X-EVOLUTION-SPOUSE", "spouse"),
    ("X-SPOUSE", "spouse"),
)
"""Dates and relations, each with the word for it where the card has none of its own."""


def _label(card: Block, read: Property) -> str:
    """What the same group says of it: ``_$!<Brother>!$_`` is Brother."""
    said = next(
        (
            text_of(other)
            for other in card.every("X-ABLABEL")
            if read.group and other.group == read.group
        ),
        "",
    )
    return re.sub(r"^_\$!<(.*)>!\$_$", r"\1", said)


def _dated(said: str) -> str:
    """A day as it is written here; anything else as it stands."""
    match = re.fullmatch(r"(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?", said, re.ASCII)
    if match is None:
        return said
    year, month, day = match.groups()
    return f"{'-' if year == '1604' else year}-{month}-{day}"


def _number(said: str) -> str:
    """A number without the signs of an address: ``tel:+1-418;ext=102``."""
    bare = re.sub(r"^tel:", "", said, flags=re.IGNORECASE)
    return re.sub(r";ext=", " ext. ", bare, flags=re.IGNORECASE) or said


def _born(card: Block, where: str, tally: Tally) -> tuple[str | None, Note | None]:
    """The birthday; what can't be one is a note."""
    read = next(iter(card.every("BDAY")), None)
    if read is None:
        return None, None
    if "X-APPLE-OMIT-YEAR" in read.params.upper():
        bare = re.sub(r"\D", "", text_of(read))
        return birthday(f"--{bare[4:6]}-{bare[6:8]}", tally, where)
    return birthday(text_of(read), tally, where)


def _key(card: Block, name: str, emails: tuple[str, ...]) -> str:
    uid = card.one("UID")
    if uid:
        return f"uid:{uid}"
    if emails:
        return f"email:{identity.email_key(emails[0])} {names.fold(name)}"
    phone = (card.all("TEL") or [""])[0]
    return f"name:{name} {phone}".strip()
