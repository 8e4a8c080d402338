"""A chat as the apps export it: who wrote on which day, and with whom that was.

In a talk of two every day counts for the other, whoever wrote; in a group a day counts
for those who wrote something.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from deepnet import names, phones
from deepnet.importers.cleaning import clean
from deepnet.importers.days import Line
from deepnet.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from deepnet.importers.reading import Terms

_ME = frozenset(
    [
        "me",
        "you",
        "ich",
        "du",
        "yo",
        "tú",
        "tu",
        "moi",
        "vous",
        "eu",
        "você",
        "ik",
        "jij",
        "io",
    ]
)


class Message(NamedTuple):
    """One message: its day, its author as the app writes them, and its words.

    ``account`` is the app's own key of the author, where it has one.
    """

    day: date
    author: str
    text: str
    where: str
    account: str = ""


def somebody(source: str, author: str, where: str, account: str = "") -> Record:
    """An author as a person: a name, or a number of which no name is known."""
    bare = author.strip().lstrip("~").strip()
    number = (
        phones.phone_key(bare, None) if re.match(r"\+?[\d\s()/.-]+$", bare) else None
    )
    cleaned = clean(bare, "").name
    name = number or (bare if cleaned == "?" else cleaned)
    return Record(
        source=source,
        key=account or (f"phone:{number}" if number else f"name:{names.fold(bare)}"),
        where=where,
        name=name,
        phones=(number,) if number else (),
        is_unnamed=bool(number),
    )


def is_me(author: str, terms: Terms) -> bool:
    """Whether an author is the user: as set, or as an app says it."""
    folded = names.fold(author)
    return folded in _ME or folded in set(map(names.fold, terms.me))


def lines(
    source: str, messages: Iterable[Message], called: str, terms: Terms
) -> tuple[Iterator[Line], bool]:
    """The messages with the people for whom their days count, and whether it is sure.

    ``called`` is what the app calls the chat: the other's name, or a group's. It is
    not sure where two wrote, and nothing says which of them is the user.
    """
    listed = list(messages)
    wrote = Counter(
        names.fold(_bare(m.author)) for m in listed if not is_me(m.author, terms)
    )
    other, sure = _other(listed, called, wrote, terms)
    return _counted(source, listed, other, terms), sure


_TWO = 2


def _bare(author: str) -> str:
    return author.strip().lstrip("~").strip()


def _other(
    listed: list[Message], called: str, wrote: Counter[str], terms: Terms
) -> tuple[Message | None, bool]:
    """The other of a talk of two, in a message of theirs, and whether that is sure.

    Of a group there is none.
    """
    folded = names.fold(called)
    if folded in wrote and len(wrote) <= _TWO:
        return _of(listed, folded), True
    if not wrote and called and listed:
        # Only the user wrote, and the chat bears the other's name.
        return listed[0]._replace(author=called, account=""), True
    if len(wrote) == 1:
        if not called:
            return _of(listed, next(iter(wrote))), True
        # Either a group in which one alone wrote, or the user under another name.
        known = bool(terms.me) or any(is_me(m.author, terms) for m in listed)
        return None, known
    return None, bool(called) or len(wrote) != _TWO


def _of(listed: list[Message], folded: str) -> Message:
    return next(m for m in listed if names.fold(_bare(m.author)) == folded)


def _counted(
    source: str, listed: list[Message], other: Message | None, terms: Terms
) -> Iterator[Line]:
    known: dict[str, Record] = {}
    for message in listed:
        who = other or message
        people: tuple[Record, ...] = ()
        if other or not is_me(message.author, terms):
            key = who.account or who.author
            if key not in known:
                known[key] = somebody(source, who.author, who.where, who.account)
            people = (known[key],)
        yield Line(
            message.day, _bare(message.author), message.text, people, message.where
        )
