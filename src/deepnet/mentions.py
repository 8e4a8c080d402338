"""People in a text: which words of it are somebody's name.

The longest name wins, whole words only. A lower-case word is a name only where it is
insisted upon, or where a full name of two words or more is written out. Knows the
people it is given, and nothing of with-clauses, settings or days.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from deepnet.folding import fold, is_unspaced, spellings, text_keys
from deepnet.names import ALIAS, PART, best, forms, might_be
from deepnet.sentence import WORD
from deepnet.words import (
    BEFORE_A_DATE,
    BETWEEN_DATES,
    CALENDAR,
    ORDINARY_NAMES,
    PARTICLES,
    SETTING_OF,
    STARTERS,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deepnet.model import Named
    from deepnet.names import Form
    from deepnet.sentence import Sentence, Token

# Grammatical endings that stand behind a Korean name without a space.
_KOREAN_ENDINGS = "은는이가을를과와랑의에께한하도만씨님아야로부까보처고"
_ORDINALS = ("st", "nd", "rd", "th")
_SEPARATE_SIGNS = ".·"


class Found(NamedTuple):
    """A name in a text: the tokens from ``first`` to before ``after``.

    ``whole`` is False where only a part of a name, or a single word, is there.
    """

    first: int
    after: int
    start: int
    end: int
    people: tuple[Named, ...]
    whole: bool = True
    family_only: bool = False


class Reach(NamedTuple):
    """How far a name may extend: its folded words, and the token behind it."""

    words: tuple[tuple[str, ...], ...]
    after: int

    def combinations(self) -> set[tuple[str, ...]]:
        """The words, plainly folded and spelt out."""
        return {tuple(w[0] for w in self.words), tuple(w[-1] for w in self.words)}


Entry = tuple["Form", "Named"]


class Mentions:
    """The names of those people who could be meant by one sentence."""

    def __init__(self, sentence: Sentence, people: Sequence[Named]) -> None:
        self._sentence = sentence
        self._dates: set[int] = set()
        self._spellings: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        self._longest: dict[str, int] = {}
        self._runs: dict[str, list[Entry]] = {}
        keys = frozenset(text_keys(sentence.text)) if people else frozenset()
        self._people = {person.id: person for person in people}
        for named in self._people.values():
            if might_be(named, keys):
                self._learn(named)
        self._run_lengths = _lengths(self._runs)
        self._run_starts = _any_of(self._run_lengths)

    def _learn(self, named: Named) -> None:
        for form in forms(named):
            for key in form.combinations():
                self._entries.setdefault(key, []).append((form, named))
                length = max(len(key), self._longest.get(key[0], 0))
                self._longest[key[0]] = length
            if len(form.joined()) > 1:
                self._runs.setdefault(form.joined(), []).append((form, named))

    def numbered(self, number: int) -> Named | None:
        """The person with that id, if given."""
        return self._people.get(number)

    def named(self, words: str) -> tuple[Named, ...]:
        """Everybody whom ``words`` names as a whole."""
        wanted = Reach(spellings(words), 0)
        fitting = [
            e for key in wanted.combinations() for e in self._entries.get(key, ())
        ]
        return best(fitting, words)[1]

    def at(self, place: int, *, insisted: bool = False) -> Found | None:
        """The longest name that begins with the word at ``place``, or None."""
        token = self._sentence.tokens[place]
        if (
            token.low.isascii()
            and token.low.isalnum()
            and token.low not in self._longest
        ):
            return None
        for reach in reversed(list(self._reaches(place))):
            fitting = self._fitting(place, reach, insisted=insisted)
            if fitting:
                return self._found(place, reach.after, fitting)
        return None

    def inside(self, place: int) -> Iterator[Found]:
        """The names inside a run of an unspaced script, in order."""
        token = self._sentence.tokens[place]
        if not self._run_starts or not is_unspaced(token.raw):
            return
        run = fold(token.raw)
        # Folding keeps the length of nearly every run; of others the start is meant.
        shift = token.end - len(token.raw)
        here = 0
        while start := self._run_starts.search(run, here):
            name = self._longest_in(run, start.start())
            if name:
                entries = self._runs[name]
                begin = shift + min(start.start(), len(token.raw) - 1)
                end = min(begin + len(name), token.end)
                people = best(entries, name)[1]
                yield Found(place, place + 1, begin, end, people)
            here = start.start() + max(len(name), 1)

    def _longest_in(self, run: str, start: int) -> str:
        for length in self._run_lengths[run[start]]:
            name = run[start : start + length]
            if name in self._runs and _stands_free(run, start, name):
                return name
        return ""

    def _words(self, raw: str) -> tuple[tuple[str, ...], ...]:
        known = self._spellings.get(raw)
        if known is None:
            known = self._spellings[raw] = spellings(raw)
        return known

    def _reaches(self, place: int) -> Iterator[Reach]:
        """Each way to read a name from ``place`` on, shorter ones first."""
        words: tuple[tuple[str, ...], ...] = ()
        most = 0
        for after in range(place + 1, len(self._sentence.tokens) + 1):
            token = self._sentence.tokens[after - 1]
            if words and not self._goes_on(after - 1):
                return
            if token.is_possessive:
                bare = token.raw[: len(token.bare)]
                yield Reach(words + self._words(bare), after)
            words += self._words(token.raw)
            yield Reach(words, after)
            most = most or self._most(token)
            if len(words) >= most:
                return

    def _most(self, token: Token) -> int:
        first = self._words(token.raw)[:1] + self._words(token.bare)[:1]
        return max(
            (self._longest.get(key, 0) for spelt in first for key in spelt), default=0
        )

    def _goes_on(self, place: int) -> bool:
        """Whether a name may go on with the token at ``place``: "J. R. Smith"."""
        token, before = self._sentence.tokens[place], self._sentence.tokens[place - 1]
        if token.kind != WORD or token.marked:
            return False
        gap = self._sentence.between(place).strip()
        if gap in _SEPARATE_SIGNS and gap:
            return len(before.raw) == 1 or before.low in TITLES
        return not gap

    def _fitting(self, place: int, reach: Reach, *, insisted: bool) -> list[Entry]:
        found = [e for key in reach.combinations() for e in self._entries.get(key, ())]
        if insisted or not found:
            return found
        tokens = self._sentence.tokens[place : reach.after]
        if not _are_name_cased(tokens):
            found = [e for e in found if e[0].stage <= ALIAS and e[0].units > 1]
        if len(tokens) == 1:
            found = self._unless_a_word(place, found)
        return found

    def _unless_a_word(self, place: int, found: list[Entry]) -> list[Entry]:
        """Drop what is a date, or an ordinary word first in its sentence."""
        word = self._sentence.tokens[place].bare
        if word in CALENDAR and self._is_date(place):
            self._dates.add(place)
            return []
        if word in ORDINARY_NAMES and self._sentence.begins(place):
            return [e for e in found if e[0].stage < PART]
        return found

    def _is_date(self, place: int) -> bool:
        tokens, follows = self._sentence.tokens, self._sentence.follows
        if follows(place + 1) and _is_figure(tokens[place + 1].low):
            return True
        if not follows(place):
            return False
        before = tokens[place - 1].low
        if before in BEFORE_A_DATE or _is_figure(before):
            return True
        return before in BETWEEN_DATES and place - 2 in self._dates

    def _found(self, place: int, after: int, fitting: list[Entry]) -> Found:
        tokens = self._sentence.tokens
        said = self._sentence.said(place, after)
        stage, people = best(fitting, said)
        used = [form for form, _ in fitting if form.stage == stage]
        last = tokens[after - 1]
        end = last.end - (len(last.low) - len(last.bare))
        return Found(
            place,
            after,
            tokens[place].start,
            end,
            people,
            whole=stage < PART and all(form.units > 1 for form in used),
            family_only=all(form.is_family for form in used),
        )

    def run(self, first: int, after: int) -> tuple[int, int]:
        """The tokens of the whole name around those: "Katrina Olsen" for "Katrina"."""
        while self._joins_before(first):
            first -= 1
        while not self._sentence.tokens[after - 1].is_possessive:
            step = self._joins_after(after)
            if not step:
                break
            after += step
        return first, after

    def _joins_before(self, first: int) -> bool:
        if not self._sentence.follows(first):
            return False
        before = self._sentence.tokens[first - 1]
        return is_part_of_name(before) and not before.is_possessive

    def _joins_after(self, after: int) -> int:
        """How many tokens from ``after`` on belong to the name before them."""
        if not self.goes_on(after):
            return 0
        token = self._sentence.tokens[after]
        if is_part_of_name(token):
            return 1
        if token.low in PARTICLES and self.goes_on(after + 1):
            step = self._joins_after(after + 1)
            return step + 1 if step else 0
        return 0

    def goes_on(self, place: int) -> bool:
        """Whether the token at ``place`` may belong to the name before it."""
        return 0 < place < len(self._sentence.tokens) and self._goes_on(place)

    def is_somebody_else(self, found: Found) -> bool:
        """Whether the words around make it another name: "Katrina Olsen", "Luke Lim".

        Not for a name written out in full, and not in a text in capitals.
        """
        first = self._sentence.tokens[found.first]
        if found.whole or (len(first.raw) > 1 and first.raw.isupper()):
            return False
        begin, after = self.run(found.first, found.after)
        if after > found.after:
            return True
        if begin == found.first:
            return False
        return found.family_only or not self._sentence.begins(found.first - 1)


def is_part_of_name(token: Token) -> bool:
    """Whether a word looks like a further part of the name beside it."""
    if token.kind != WORD or token.marked or not token.is_title_cased:
        return False
    if (token.bare,) in SETTING_OF or token.bare in CALENDAR:
        return False
    return token.bare not in STARTERS or token.bare in ORDINARY_NAMES


def _are_name_cased(tokens: Sequence[Token]) -> bool:
    cased = [token.is_name_cased or token.low in PARTICLES for token in tokens]
    return all(cased) and any(token.is_name_cased for token in tokens)


def _is_figure(word: str) -> bool:
    """Whether a word is a number as dates have them: 3, 3rd or 2026."""
    return word.isdecimal() or (word[:-2].isdecimal() and word[-2:] in _ORDINALS)


def _lengths(names: dict[str, list[Entry]]) -> dict[str, list[int]]:
    """For each first character the lengths of the names, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[0], set()).add(len(name))
    return {first: sorted(found, reverse=True) for first, found in lengths.items()}


def _any_of(characters: dict[str, list[int]]) -> re.Pattern[str] | None:
    if not characters:
        return None
    return re.compile("[" + re.escape("".join(characters)) + "]")


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[\uac00-\ud7a3]")


def _stands_free(run: str, start: int, name: str) -> bool:
    """Whether a name may stand there: a Korean one begins a word, an ending follows."""
    if not _hangul().match(name):
        return True
    after = run[start + len(name) : start + len(name) + 1]
    begins = not start or not _hangul().match(run[start - 1])
    return begins and (not _hangul().match(after) or after in _KOREAN_ENDINGS)
