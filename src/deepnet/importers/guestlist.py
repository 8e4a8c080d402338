"""Who was invited to a meeting, who came as far as the answers tell, and who is you."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from deepnet import identity, names
from deepnet.importers.naming import mailbox, mailbox_name
from deepnet.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deepnet.importers.lines import Block, Property
    from deepnet.importers.reading import Tally, Terms

_NOT_PEOPLE = ("ROOM", "RESOURCE", "GROUP")
_MACHINES = re.compile(
    r"@(?:resource|group|import)\.calendar\.google\.com$|@virtual$|^noreply@|^no-reply@",
    re.IGNORECASE,
)
_OFTEN, _SHARE = 3, 0.8


class Guest(NamedTuple):
    """One line of an invitation: the person, and their answer in capitals."""

    person: Record
    answer: str


class There(NamedTuple):
    """An invitation as the user sees it.

    ``invited`` counts everybody else, ``people`` are those who came as far as the
    answers tell, ``unsure`` the names of those who never said yes.
    """

    invited: int
    people: tuple[Record, ...]
    unsure: tuple[str, ...]
    i_declined: bool


class Guests:
    """The invitations of one calendar; ``me`` are the user's own addresses."""

    def __init__(self, me: frozenset[str]) -> None:
        self._me = me
        self._seen: dict[int, There] = {}

    def of(self, block: Block) -> There:
        """Who is on the invitation of an event."""
        if id(block) not in self._seen:
            self._seen[id(block)] = self._read(block)
        return self._seen[id(block)]

    def _read(self, block: Block) -> There:
        guests = {guest.person.key: guest for guest in _guests(block)}
        mine = [guests.pop(key) for key in list(guests) if self._is_me(guests[key])]
        came = [g for g in guests.values() if g.answer in ("", "ACCEPTED", "DELEGATED")]
        unsure = [g for g in guests.values() if g.answer in _UNSURE]
        return There(
            invited=len(guests),
            people=tuple(guest.person for guest in came),
            unsure=tuple(guest.person.name for guest in unsure),
            i_declined=any(guest.answer == "DECLINED" for guest in mine),
        )

    def _is_me(self, guest: Guest) -> bool:
        person = guest.person
        keys = {*map(identity.email_key, person.emails), names.fold(person.name)}
        return bool(keys & self._me)


_UNSURE = ("NEEDS-ACTION", "TENTATIVE")


def _guests(block: Block) -> Iterator[Guest]:
    """The organiser, who counts as present, then everybody who is listed."""
    listed = [guest for read in block.every("ATTENDEE") if (guest := _guest(read))]
    keys = {guest.person.key for guest in listed}
    for read in block.every("ORGANIZER"):
        organiser = _guest(read)
        if organiser and organiser.person.key not in keys:
            yield organiser._replace(answer="")
    yield from listed


@lru_cache(maxsize=8192)
def _guest(read: Property) -> Guest | None:
    if read.param("CUTYPE").upper() in _NOT_PEOPLE:
        return None
    address = mailbox(read.value) or mailbox(read.param("EMAIL"))
    if re.match(
        r"mailto:icloud$", read.value.strip(), re.IGNORECASE
    ) or _MACHINES.search(address):
        return None
    called = names.tidy(read.param("CN").strip("'\""))
    if not address and (not called or "@" in called):
        return None
    unnamed = not called or "@" in called
    name = mailbox_name(address) if unnamed else called
    key = f"email:{identity.email_key(address)}" if address else f"name:{name}"
    person = Record(
        source="calendar",
        key=key,
        where="",
        name=name,
        emails=(address,) if address else (),
        is_unnamed=unnamed,
    )
    return Guest(person, read.param("PARTSTAT").upper())


def who_is_me(
    text: str, found: Iterable[Block], terms: Terms, tally: Tally
) -> frozenset[str]:
    """The user's own addresses: as set, or the calendar's name, or who is everywhere.

    Whoever is on four fifths of the invitations, and on many more than the next, is
    taken for the user, which is told of.
    """
    said = frozenset(
        key for each in terms.me for key in (identity.email_key(each), names.fold(each))
    )
    if said:
        return said
    named = re.search(
        r"^X-WR-CALNAME:\s*(\S+@\S+?)\s*$", text[:5000], re.MULTILINE | re.IGNORECASE
    )
    if named:
        return frozenset({identity.email_key(named[1])})
    counted: Counter[str] = Counter()
    meetings = 0
    for block in found:
        keys = {
            e for g in _guests(block) for e in map(identity.email_key, g.person.emails)
        }
        if len(keys) > 1:
            # An invitation to one alone is hardly one's own.
            meetings += 1
            counted.update(keys)
    often = [*counted.most_common(2), ("", 0), ("", 0)]
    (first, times), (_, next_times) = often[0], often[1]
    if times >= _OFTEN and times >= _SHARE * meetings and next_times < times / 2:
        tally.suggestions.append(
            f"Taken for you, since it is on most invitations: {first}. If that is "
            f"wrong, say so with: deepnet config me you@example.org"
        )
        return frozenset({first})
    if meetings > 1:
        tally.suggestions.append(
            "Nothing says which address is yours, so that what you declined is not "
            "known: deepnet config me you@example.org"
        )
    return frozenset()
