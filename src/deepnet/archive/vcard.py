"""People as vCards 4.0 (RFC 6350), for a phone or an address book.

Who they are and how to reach them; nothing that was learnt, said or thought of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from deepnet.archive.contentlines import address, component, folded, line
from deepnet.importers.naming import is_family_first
from deepnet.words import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator


class Card(NamedTuple):
    """What a card has of somebody; ``birthday`` as it is kept."""

    uid: str
    name: str
    aliases: tuple[str, ...] = ()
    company: str | None = None
    position: str | None = None
    birthday: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def card(person: Card) -> str:
    """One card, from BEGIN to END."""
    return component("VCARD", _lines(person))


def _lines(person: Card) -> Iterator[str]:
    yield line("VERSION", "4.0")
    yield folded(f"UID:{_urn(person.uid)}")
    yield line("FN", person.name)
    yield line("N", *parts(person.name), "", "", "", between=";")
    yield from _some("NICKNAME", person.aliases)
    yield from _one("ORG", person.company)
    yield from _one("TITLE", person.position)
    yield from _one("BDAY", person.birthday and _born(person.birthday))
    yield from (line("EMAIL", email) for email in person.emails)
    yield from (line("TEL", phone) for phone in person.phones)
    yield from (address("URL", profile) for profile in person.profiles)
    yield from _some("CATEGORIES", person.tags)


def _one(name: str, said: str | None) -> Iterator[str]:
    if said:
        yield line(name, said)


def _some(name: str, said: tuple[str, ...]) -> Iterator[str]:
    if said:
        yield line(name, *said)


def _urn(uid: str) -> str:
    """The journal's random name of somebody as a UUID."""
    groups = re.fullmatch(r"(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})", uid)
    return f"urn:uuid:{'-'.join(groups.groups())}" if groups else uid


def _born(birthday: str) -> str:
    """A birthday in ISO 8601's basic form: 19960229, or --0229 without its year."""
    year = "--" if birthday.startswith("--") else birthday[:4]
    return f"{year}{birthday[-5:-3]}{birthday[-2:]}"


def parts(name: str) -> tuple[str, str]:
    """The family name and the given name, as well as a name can be told apart.

    FN has the name as it is; programs that sort by family read these.
    """
    words = name.split()
    if len(words) == 1:
        return "", name
    if is_family_first(name):
        return words[0], " ".join(words[1:])
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[at:]), " ".join(words[:at])
