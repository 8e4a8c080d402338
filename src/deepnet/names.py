"""Whom a typed name means: by name, by alias, by part, several people, or nobody.

The rule never guesses: the first of the three stages that fits anybody decides, and
if it fits several, they are the answer. Knows nothing of files or terminals.
"""

from __future__ import annotations

import re
from itertools import chain, product
from typing import TYPE_CHECKING, NamedTuple

from deepnet.errors import Ambiguous
from deepnet.errors.people import Nobody, NoName
from deepnet.folding import (
    fold,
    index_keys,
    is_unspaced,
    lookup_keys,
    second_fold,
    spellings,
    text_keys,
)
from deepnet.model import Named
from deepnet.plain import plain
from deepnet.words import PARTICLES, SUFFIXES, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "Form",
    "Named",
    "NoName",
    "Nobody",
    "SeveralPeople",
    "best",
    "describe",
    "fold",
    "forms",
    "index_keys",
    "lookup_keys",
    "marked_numbers",
    "might_be",
    "resolve",
    "second_fold",
    "suggest",
    "tidy",
    "turned",
]

NAME, ALIAS, PART, ANYWHERE = range(4)
"""The stages of the rule; ANYWHERE is a part that only a typed name may use."""

_MOST_SUGGESTED = 100
_MOST_SPELLINGS = 8
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


class SeveralPeople(Ambiguous):
    """A name that fits several people; ``people`` are the candidates."""

    def __init__(self, said: str, people: Sequence[Named]) -> None:
        self.said = said
        self.people = tuple(people)
        lines = tuple(describe(named) for named in self.people)
        fits = f"fits {len(lines)} people."
        if len(lines) == 1:
            fits = f"may mean {self.people[0].name}, or somebody else."
        example = self.people[0].id if self.people else 12
        super().__init__(
            f"“{plain(said)[:60]}” {fits}",
            lines,
            f"Say which by its number, for example @{example}.",
        )


class Form(NamedTuple):
    """One way to write somebody: the stage it belongs to, its words, how it is spelt.

    ``words`` holds for each word its folded spellings. ``units`` counts the words
    as a reader does: a hyphenated one is one.
    """

    stage: int
    words: tuple[tuple[str, ...], ...]
    spelt: str
    units: int
    is_family: bool = False

    def combinations(self) -> Iterable[tuple[str, ...]]:
        """Each combination of spellings, of long names only the plain one first."""
        return list(product(*self.words))[:_MOST_SPELLINGS]

    def joined(self) -> str:
        """The words without spaces, where all are in unspaced scripts; else ""."""
        first = [word[0] for word in self.words]
        return "".join(first) if all(map(is_unspaced, first)) else ""


def describe(named: Named) -> str:
    """Return a line that tells somebody from others of the same name."""
    parts = [named.name, named.company or ""]
    if named.last:
        day = named.last
        written = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
        parts.append(f"last {written} {day.year}")
    return f"@{named.id}  " + ", ".join(filter(None, parts))


def turned(name: str) -> str:
    """Return "Family, Given" as "Given Family"; any other name as it is."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if not (comma and family and given) or "," in given:
        return name
    is_suffix = fold(given).replace(" ", "") in SUFFIXES
    return name if is_suffix else f"{given} {family}"


def tidy(name: str) -> str:
    """Return a typed name as it is kept: one line, nothing unseen, given name first."""
    return turned(" ".join(plain(name).removeprefix("@").split()))


def marked_numbers(text: str) -> tuple[int, ...]:
    """Return the ids that ``text`` names, as in "with @12", each once; at most 100."""
    found = re.finditer(r"(?<![\w@＠])[@＠]([0-9]{1,12})(?!\w)", text)
    return tuple(dict.fromkeys(int(number[1]) for number in found))[:100]


def forms(named: Named) -> Iterator[Form]:
    """Yield all ways to write somebody in a sentence: name, aliases and parts."""
    for alias in filter(str.split, named.aliases):
        yield _form(ALIAS, alias.split())
    units = named.name.split()
    if units:
        yield _form(NAME, units)
        yield from _parts(units)


def _form(stage: int, units: Sequence[str], *, is_family: bool = False) -> Form:
    spelt = " ".join(units)
    return Form(stage, spellings(spelt), spelt, len(units), is_family=is_family)


def _parts(units: list[str]) -> Iterator[Form]:
    """First name, family name, both, the first names, and the name turned round."""
    bare = _without_honours(units)
    if bare != units:
        yield _form(NAME, bare)
    family = _family(bare)
    firsts = bare[: len(bare) - len(family)]
    if not firsts:
        return
    for end in range(1, len(firsts) + 1):
        if not _is_initial(firsts[:end]):
            yield _form(PART, firsts[:end])
    for start in range(len(family)):
        yield _form(PART, family[start:], is_family=True)
    yield _form(PART, [firsts[0], *family])
    yield _form(PART, [*family, *firsts])


def _without_honours(units: list[str]) -> list[str]:
    """Drop titles in front and suffixes behind, unless nothing else is left."""
    start, end = 0, len(units)
    while start < end - 1 and fold(units[start]) in TITLES:
        start += 1
    while end > start + 1 and fold(units[end - 1]).replace(" ", "") in SUFFIXES:
        end -= 1
    return units[start:end]


def _family(units: list[str]) -> list[str]:
    """The last word, with the particles before it."""
    start = len(units) - 1
    while start > 1 and fold(units[start - 1]) in PARTICLES:
        start -= 1
    return units[start:]


def _is_initial(units: list[str]) -> bool:
    letters = fold("".join(units))
    return len(letters) == 1 and not is_unspaced(letters)


def might_be(named: Named, keys: frozenset[str]) -> bool:
    """Whether any name of somebody shares a look-up key with a text."""
    return any(
        not keys.isdisjoint(index_keys(name)) for name in (named.name, *named.aliases)
    )


def best(
    fitting: Iterable[tuple[Form, Named]], said: str
) -> tuple[int, tuple[Named, ...]]:
    """Return the first stage that fits anybody, and whom; nobody is stage NAME.

    The user's own spelling beats a folded one only if that leaves one person.
    """
    found = list(fitting)
    stage = min((form.stage for form, _ in found), default=NAME)
    at_stage = [(form, named) for form, named in found if form.stage == stage]
    exact = {named.id: named for form, named in at_stage if form.spelt == said}
    everyone = {named.id: named for _, named in at_stage}
    chosen = exact if len(exact) == 1 else everyone
    return stage, tuple(chosen[number] for number in sorted(chosen))


def resolve(said: str, people: Sequence[Named]) -> Named:
    """Return the one person whom ``said`` names: by @id, name, alias or part.

    Raises:
        NoName: ``said`` is blank.
        SeveralPeople: the first stage that fits, fits several.
        Nobody: no stage fits; the hint has names like it.
    """
    typed = " ".join(plain(said).split())
    if not typed.lstrip("@＠"):
        raise NoName
    numbers = marked_numbers(typed)
    if numbers and typed[1:].isdigit():
        fitting = tuple({p.id: p for p in people if p.id == numbers[0]}.values())
    else:
        fitting = _fitting(turned(typed.lstrip("@＠")), people)
    if not fitting:
        raise Nobody(said, suggest(said, people))
    if len(fitting) > 1:
        raise SeveralPeople(said, fitting)
    return fitting[0]


def _fitting(typed: str, people: Sequence[Named]) -> tuple[Named, ...]:
    keys = frozenset(text_keys(typed))
    possible = [named for named in people if might_be(named, keys)]
    wanted = spellings(typed)
    joined = fold(typed).replace(" ", "")
    matches = (
        (form, named)
        for named in possible
        for form in chain(forms(named), _anywhere(named))
        if _fits(form, wanted, joined)
    )
    return best(matches, typed)[1]


def _anywhere(named: Named) -> Iterator[Form]:
    for name in (named.name, *named.aliases):
        yield _form(ANYWHERE, name.split())


def _fits(form: Form, wanted: tuple[tuple[str, ...], ...], joined: str) -> bool:
    if form.stage == ANYWHERE:
        return _all_among(wanted, form.words)
    if len(form.words) == len(wanted) and all(map(_same, form.words, wanted)):
        return True
    return form.joined() == joined


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(spelling in other for spelling in one)


def _all_among(wanted: Sequence[Sequence[str]], words: Sequence[Sequence[str]]) -> bool:
    """Whether each wanted word is one of ``words``, in any order, none used twice."""
    left = list(words)
    for word in wanted:
        match = next((other for other in left if _same(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def suggest(said: str, people: Sequence[Named], limit: int = 3) -> tuple[str, ...]:
    """Return up to ``limit`` names that somebody may have meant by ``said``.

    Only ever shown, never acted upon: slips of the keyboard, the beginning of a
    name, and call-names (Dave for David).
    """
    from deepnet.likeness import unlikeness  # noqa: PLC0415 - only after a failure

    typed = fold(said)
    if not typed or len(typed) > _MOST_SUGGESTED:
        return ()
    scored: list[tuple[int, str]] = []
    for named in people:
        names = (named.name, *named.aliases)
        score = min(unlikeness(typed, fold(name)) for name in names)
        scored.append((score, named.name))
    close = sorted(pair for pair in scored if pair[0] < _MOST_SUGGESTED)
    return tuple(dict.fromkeys(name for _, name in close))[:limit]
