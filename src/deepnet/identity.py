"""Who is this? What a source says of somebody, matched with the people of a journal.

Pure. Strong keys decide: the source's own key, the journal's own, a profile, an email,
a phone with the name, an alias that the user gave. A name alone only ever suggests.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from urllib.parse import unquote

from deepnet import names, phones
from deepnet.folding import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from deepnet.records import Record


T = TypeVar("T")

OWN = "deepnet"
"""The source of what the journal itself wrote; its keys are the people's ``uid``."""


class Match(NamedTuple):
    """Whom a record means: a person for certain, or people it may be, with why."""

    person: int | None
    suggestions: tuple[tuple[int, str], ...] = ()


def email_key(said: str) -> str:
    """An email as it is compared: without case, but with its accents."""
    return said.strip().casefold().removeprefix("mailto:")


@lru_cache(maxsize=4096)
def profile_key(said: str) -> str:
    """A profile's address without what varies, as in linkedin.com/in/ida-berg."""
    address = said.strip()
    scheme, sign, rest = address.partition("://")
    if sign and scheme.isalpha():
        address = rest
    address = address.partition("?")[0].partition("#")[0]
    if "%" in address:
        address = unquote(address)
    return address.casefold().removeprefix("www.").rstrip("/")


class Known:
    """The people of a journal by all that they can be recognised by.

    People can be added while an import goes on, so that records of one file find
    each other. ``region`` is the user's country, for phone numbers.
    """

    def __init__(self, region: str | None = None) -> None:
        self._region = region
        self._by_key: dict[tuple[str, str], int] = {}
        # Mostly one person each, for which a list is small.
        self._by_address: dict[tuple[str, str], list[int]] = {}
        self._by_name: dict[str, list[int]] = {}
        self._by_alias: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_family: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_given: dict[str, dict[int, None]] = defaultdict(dict)
        self._names: dict[int, str] = {}
        self._birthdays: dict[int, str] = {}
        self._emails: dict[int, set[str]] = defaultdict(set)
        self._sources: dict[int, set[str]] = defaultdict(set)

    def add(  # noqa: PLR0913 - all that somebody can be known by
        self,
        person: int,
        *,
        name: str,
        aliases: Sequence[str] = (),
        emails: Sequence[str] = (),
        phones: Sequence[str] = (),
        profiles: Sequence[str] = (),
        birthday: str | None = None,
        keys: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Add somebody, or what is new of somebody who is here already."""
        self._names[person] = name
        if birthday:
            self._birthdays[person] = birthday
        for key in keys:
            self.mark(person, *key)
        self.reach(person, emails, phones, profiles)
        for word in name_keys(name):
            _enter(self._by_name, word, person)
        for alias in aliases:
            for called in called_by(alias, name):
                self._by_alias[called][person] = None
        words = names.fold(name).split() or [""]
        self._by_family[words[-1]][person] = None
        self._by_given[words[0]][person] = None

    def mark(self, person: int, source: str, key: str) -> None:
        """Know somebody by the key that a source has for them."""
        self._by_key[source, key] = person
        if is_strong(key):
            self._sources[person].add(source)

    def reach(
        self,
        person: int,
        emails: Sequence[str] = (),
        phones: Sequence[str] = (),
        profiles: Sequence[str] = (),
    ) -> None:
        """Know somebody by how they can be reached."""
        if emails:
            self._emails[person].update(map(email_key, emails))
        for address in addresses(emails, phones, profiles, self._region):
            _enter(self._by_address, address, person)

    def by_key(self, source: str, key: str) -> int | None:
        """Whom the record of that source was before."""
        return self._by_key.get((source, key))

    def by_uid(self, record: Record) -> int | None:
        """Whom the journal itself wrote this record of."""
        return self._by_key.get((OWN, record.uid)) if record.uid else None

    def at(self, kind: str, key: str) -> list[int]:
        """Who has this email, phone or profile."""
        return list(dict.fromkeys(self._by_address.get((kind, key), ())))

    def called(self, name: str) -> list[int]:
        """Whose name is this, in either spelling and any order of its words."""
        found = (self._by_name.get(key, ()) for key in name_keys(name))
        return list(dict.fromkeys(chain.from_iterable(found)))

    def nicknamed(self, name: str) -> list[int]:
        """Whom the user calls this."""
        return list(self._by_alias.get(names.fold(name), ()))

    def of_family(self, name: str) -> list[int]:
        """Who has the same last word in their name."""
        return list(self._by_family.get(family_of(name), ()))

    def of_given(self, fits: Callable[[str], bool]) -> Iterator[int]:
        """Everybody whose first word fits."""
        for given, people in self._by_given.items():
            if fits(given):
                yield from people

    def name(self, person: int) -> str:
        """What somebody is called."""
        return self._names[person]

    def given(self, person: int) -> str:
        """The first word of what somebody is called, folded."""
        return given_of(self._names[person])

    def contradicts(self, person: int, record: Record) -> bool:
        """Whether somebody can't be whom the record means.

        Another birthday says so, and another record of the same source that has a
        key of its own.
        """
        birthday = self._birthdays.get(person)
        other_birthday = bool(
            birthday and record.birthday and not same_day(birthday, record.birthday)
        )
        return other_birthday or (
            is_strong(record.key) and record.source in self._sources[person]
        )

    def other_email(self, person: int, record: Record) -> bool:
        """Whether both have emails and share none."""
        theirs = self._emails.get(person, set())
        ours = set(map(email_key, record.emails))
        return bool(theirs and ours and not theirs & ours)


def _enter(book: dict[T, list[int]], key: T, person: int) -> None:
    """Write somebody into a book; twice in a row is once."""
    found = book.setdefault(key, [])
    if not found or found[-1] != person:
        found.append(person)


def is_strong(key: str) -> bool:
    """Whether a source gave this key to one person alone, as a UID does."""
    return key.startswith("uid:")


def addresses(
    emails: Iterable[str],
    numbers: Iterable[str],
    profiles: Iterable[str],
    region: str | None,
) -> Iterator[tuple[str, str]]:
    """The kinds and keys by which somebody can be reached."""
    for email in emails:
        yield "email", email_key(email)
    for number in numbers:
        key = phones.phone_key(number, region)
        if key:
            yield "phone", key
    for profile in profiles:
        yield "profile", profile_key(profile)


def who(
    record: Record, known: Known, region: str | None, *, same_names: bool = False
) -> Match:
    """Whom a record means, strongest reason first.

    ``same_names`` is the user's word that whoever has the same whole name is the same.
    """
    before = known.by_key(record.source, record.key)
    own = known.by_uid(record) if before is None else before
    if own is not None:
        return Match(own)
    certain = _certain(record, known, region)
    if not certain and same_names:
        certain = _of_same_name(record, known)
    if len(certain) == 1:
        return Match(certain[0])
    return Match(None, tuple(_suggested(record, known)))


def _of_same_name(record: Record, known: Known) -> list[int]:
    """Everybody of the same whole name, of at least two words, who can be meant."""
    if " " not in names.fold(record.name):
        return []
    return [
        person
        for person in known.called(record.name)
        if not known.contradicts(person, record)
    ]


def _certain(record: Record, known: Known, region: str | None) -> list[int]:
    """Everybody for whom one strong key speaks; more than one is no answer."""
    found: list[int] = []
    reach = addresses(record.emails, record.phones, record.profiles, region)
    for kind, key in reach:
        for person in known.at(kind, key):
            named_so = agrees(kind, known.name(person), record.name)
            if (record.is_unnamed or named_so) and not known.contradicts(
                person, record
            ):
                _note(found, person)
    if found:
        return found
    return [
        person
        for person in known.nicknamed(record.name)
        if not known.other_email(person, record)
        and not known.contradicts(person, record)
    ]


def agrees(kind: str, theirs: str, ours: str) -> bool:
    """Whether the names allow what an address says.

    A profile is one person's; a mailbox can be a couple's, and a phone an office's.
    """
    if kind == "profile":
        return True
    if kind == "email":
        return given_of(theirs) == given_of(ours) or _family_alone(theirs, ours)
    return names.fold(theirs) == names.fold(ours)


def _family_alone(theirs: str, ours: str) -> bool:
    """One of the two is a single word, which the other has too."""
    one, other = names.fold(theirs).split(), names.fold(ours).split()
    return min(len(one), len(other)) == 1 and bool(set(one) & set(other))


def _suggested(record: Record, known: Known) -> Iterator[tuple[int, str]]:
    told = set()
    for person in known.called(record.name):
        told.add(person)
        yield person, _evidence(known, person, record, "the same name")
    from deepnet.likeness import (  # noqa: PLC0415 - a long table
        call_name_of,
        has_call_names,
    )

    given = given_of(record.name)
    if not has_call_names(given):
        return
    alone = given == names.fold(record.name)
    likely = (
        known.of_given(lambda other: call_name_of(given, other))
        if alone
        else known.of_family(record.name)
    )
    for person in likely:
        if person not in told and call_name_of(given, known.given(person)):
            yield person, _evidence(known, person, record, "a call-name of theirs")


def _evidence(known: Known, person: int, record: Record, reason: str) -> str:
    if known.other_email(person, record):
        return f"{reason}, but another email"
    return (
        f"{reason}, but another birthday" if _older(known, person, record) else reason
    )


def _older(known: Known, person: int, record: Record) -> bool:
    return known.contradicts(person, record) and bool(record.birthday)


def same_day(one: str, other: str) -> bool:
    """Whether two birthdays agree; a missing year agrees with any."""
    years = (one[:-6], other[:-6])
    return one[-5:] == other[-5:] and (years[0] == years[1] or "-" in years)


def name_keys(name: str) -> set[str]:
    """The words of a name in either spelling, whatever their order.

    Of a name in a script without spaces the characters, since a space says nothing.
    """
    if name.isascii():
        return {" ".join(sorted(names.fold(name).split()))}
    return {_name_key(fold(name).split()) for fold in _FOLDS}


def _name_key(words: list[str]) -> str:
    if all(map(is_unspaced, words)):
        return "".join(sorted("".join(words)))
    return " ".join(sorted(words))


_FOLDS = (names.fold, names.second_fold)


def called_by(alias: str, name: str) -> tuple[str, ...]:
    """What an alias makes of a name: "Beth", and "Beth Orr" for Elizabeth Orr."""
    folded = names.fold(alias)
    rest = names.fold(name).split()[1:]
    return (folded, " ".join((folded, *rest))) if rest else (folded,)


def given_of(name: str) -> str:
    """The first word of a name, folded."""
    return (names.fold(name).split() or [""])[0]


def family_of(name: str) -> str:
    """The last word of a name, folded."""
    return (names.fold(name).split() or [""])[-1]


def _note(people: list[int], person: int) -> None:
    if person not in people:
        people.append(person)
