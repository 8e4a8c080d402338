"""Who may be in the journal twice, and what speaks for it.

Pure. Entries are compared only where they share a key (an address, a name, a company
and a part of a name), so that thousands of people take no longer than a moment. What
is found is only ever suggested; a name alone is said to be one.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from deepnet import identity, names
from deepnet.likeness import call_groups, call_name_of, slips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CROWD = 30
"""In a larger crowd with one key, each is compared with the one before only."""

_SHARED = 6
"""An address that more people have is an office's, and says nothing of anybody."""

_FITTING = 3
"""A single word is taken for a part of a name only if no more people fit."""

_LEAST_SLIPPED = 6
"""Names with fewer letters are too short for a slip to say anything."""

_WEIGHTS = {
    "profile": 9,
    "email": 8,
    "phone": 6,
    "birthday": 3,
    "name": 3,
    "alias": 3,
    "company": 2,
    "call-name": 2,
    "similar": 2,
    "part": 1,
    "other-email": -1,
    "other-birthday": -3,
}
_ADDRESSES = ("profile", "email", "phone")


class Entry(NamedTuple):
    """Somebody as far as it can tell whether they are there twice.

    ``addresses`` are kinds, keys and values; ``conversations`` counts them.
    """

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    company: str | None = None
    birthday: str | None = None
    addresses: tuple[tuple[str, str, str], ...] = ()
    conversations: int = 0


class Sign(NamedTuple):
    """Something that speaks for one person, or against it: see ``_WEIGHTS``."""

    kind: str
    value: str | None = None


class Pair(NamedTuple):
    """Two entries that may be one person, first the one with more conversations.

    ``certain`` where an address says so and the names allow it.
    """

    one: Entry
    other: Entry
    signs: tuple[Sign, ...]
    certain: bool

    @property
    def weight(self) -> int:
        """How much speaks for it."""
        return sum(_WEIGHTS[sign.kind] for sign in self.signs)


def find(entries: Iterable[Entry], apart: set[tuple[int, int]]) -> list[Pair]:
    """All pairs that something speaks for, best first.

    ``apart`` are pairs of ids, the lower first, that are known to be two people.
    """
    people = {entry.id: _Person(entry) for entry in entries}
    found = []
    for low, high in sorted(_candidates(list(people.values())) - apart):
        pair = _compared(people[low], people[high])
        if pair:
            found.append(pair)
    return sorted(found, key=lambda pair: (not pair.certain, -pair.weight))


class _Person:
    """An entry with its folded names, each folded once."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.words = names.fold(entry.name).split()
        self.keys = identity.name_keys(entry.name)
        self.company = names.fold(entry.company) if entry.company else ""
        self.addresses = {
            (kind, key): value
            for kind, key, value in entry.addresses
            if kind != "phone" or key.startswith("+")
        }

    @cached_property
    def alias_keys(self) -> set[str]:
        """What they are called beside their name, in any order of the words."""
        return {
            key
            for alias in self.entry.aliases
            for called in identity.called_by(alias, self.entry.name)
            for key in identity.name_keys(called)
        }

    @property
    def emails(self) -> set[str]:
        return {key for kind, key in self.addresses if kind == "email"}


def _candidates(people: list[_Person]) -> set[tuple[int, int]]:
    """Pairs that share a key and are worth a look."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for person in people:
        for key in set(_keys(person)):
            blocks[key].append(person.entry.id)
    found = set(_parts(people))
    for key, members in blocks.items():
        if key[0] in ("email", "phone") and len(members) > _SHARED:
            continue
        crowded = len(members) > _CROWD
        found.update(pairwise(members) if crowded else combinations(members, 2))
    return {(min(pair), max(pair)) for pair in found}


def _keys(person: _Person) -> Iterator[tuple[str, ...]]:
    yield from person.addresses
    for key in person.keys | person.alias_keys:
        yield "name", key
    given, *rest = person.words or [""]
    if rest:
        for group in call_groups(given):
            yield "call", str(group), *rest
    born = person.entry.birthday or ""
    for shared in filter(None, (person.company, born)):
        yield "given", shared, given
        yield "family", shared, person.words[-1] if rest else ""
        for slipped in _slipped("".join(person.words)):
            yield "slip", shared, slipped


def _slipped(name: str) -> Iterator[str]:
    """A name and all that is left of it without one letter: with a slip, two share one.

    The neighbours by deletion of Garbe's symmetric delete (2012), for one slip.
    """
    if len(name) >= _LEAST_SLIPPED:
        yield name
        yield from (name[:place] + name[place + 1 :] for place in range(len(name)))


def _parts(people: list[_Person]) -> Iterator[tuple[int, int]]:
    """Somebody with a single name, and the few whose first or last word it is."""
    whole: dict[str, set[int]] = defaultdict(set)
    for person in people:
        if len(person.words) > 1:
            for word in (person.words[0], person.words[-1]):
                whole[word].add(person.entry.id)
    for person in people:
        if len(person.words) == 1 and 0 < len(whole[person.words[0]]) <= _FITTING:
            for other in whole[person.words[0]]:
                yield person.entry.id, other


def _compared(one: _Person, other: _Person) -> Pair | None:
    """What speaks for two entries being one person; None if not enough does."""
    signs = [*_shared(one, other), *_named_alike(one, other)]
    kinds = {sign.kind for sign in signs}
    born = one.entry.birthday, other.entry.birthday
    if born[0] and born[1] and not identity.same_day(born[0], born[1]):
        # Two birthdays are two people, unless a mailbox or a profile is one.
        if not kinds & {"email", "profile"}:
            return None
        signs.append(Sign("other-birthday"))
    if not _enough(one, other, kinds):
        return None
    if one.emails and other.emails and "email" not in kinds:
        signs.append(Sign("other-email"))
    certain = _is_certain(one, other, {sign.kind for sign in signs})
    first, second = sorted(
        (one.entry, other.entry), key=lambda entry: (-entry.conversations, entry.id)
    )
    return Pair(first, second, tuple(signs), certain)


def _is_certain(one: _Person, other: _Person, kinds: set[str]) -> bool:
    """Whether an address says so, and the names go with it.

    As an import decides it, which also asks for more than an initial where only a
    mailbox is shared; here somebody looks on.
    """
    if "other-birthday" in kinds:
        return False
    if "email" in kinds and kinds & {"name", "alias", "call-name", "similar"}:
        return True
    return any(
        identity.agrees(kind, one.entry.name, other.entry.name)
        for kind in kinds.intersection(_ADDRESSES)
    )


def _shared(one: _Person, other: _Person) -> Iterator[Sign]:
    for kind in _ADDRESSES:
        for address, value in one.addresses.items():
            if address[0] == kind and address in other.addresses:
                yield Sign(kind, value)
    if one.company and one.company == other.company:
        yield Sign("company", one.entry.company)
    born, their_birth = one.entry.birthday, other.entry.birthday
    if born and their_birth and identity.same_day(born, their_birth):
        yield Sign("birthday", max(born, their_birth, key=len))


def _named_alike(one: _Person, other: _Person) -> Iterator[Sign]:
    """How the two names go together, by the best reason only."""
    if one.keys & other.keys:
        yield Sign("name")
    elif one.alias_keys & other.keys or one.keys & other.alias_keys:
        yield Sign("alias")
    elif call_name_of(" ".join(one.words), " ".join(other.words)):
        yield Sign("call-name")
    elif _similar(one.words, other.words):
        yield Sign("similar")
    elif _is_part(one.words, other.words) or _is_part(other.words, one.words):
        yield Sign("part")


def _similar(one: list[str], other: list[str]) -> bool:
    """One slip apart, an initial for a first name, or one name more."""
    fewer, more = sorted((one, other), key=len)
    if len(fewer) > 1 and set(fewer) < set(more):
        return True
    if one[1:] == other[1:] and len(one) > 1:
        shorter, longer = sorted((one[0], other[0]), key=len)
        if len(shorter) == 1 and longer.startswith(shorter):
            return True
    joined = "".join(one), "".join(other)
    return min(map(len, joined)) >= _LEAST_SLIPPED and slips(*joined) == 1


def _is_part(one: list[str], other: list[str]) -> bool:
    return len(one) == 1 < len(other) and one[0] in (other[0], other[-1])


def _enough(one: _Person, other: _Person, kinds: set[str]) -> bool:
    """Whether what was found is worth showing to anybody."""
    if kinds & {"email", "profile", "name", "alias", "call-name", "part"}:
        return True
    if "similar" in kinds:
        return bool(kinds & {"company", "birthday", "phone"})
    share_a_word = not set(one.words).isdisjoint(other.words)
    return share_a_word and ("phone" in kinds or _born_alike(one, kinds))


def _born_alike(one: _Person, kinds: set[str]) -> bool:
    """A birthday with its year is one in many thousands; without, one in 366."""
    born = one.entry.birthday or "-"
    return "birthday" in kinds and not born.startswith("-")
