"""A name taken out of a text: what means one person becomes "somebody".

Pure. In a text about a conversation at which they were, each part of their name means
them; elsewhere only what can mean nobody else. A first name that others share is
nobody's, and stays.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from deepnet.folding import fold, second_fold
from deepnet.mentions import Mentions
from deepnet.names import might_be
from deepnet.sentence import ADDRESS, MARK, TAG, Sentence
from deepnet.words import CALENDAR, ORDINARY, ORDINARY_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from deepnet.mentions import Found
    from deepnet.model import Named
    from deepnet.sentence import Token

SOMEBODY = "somebody"
"""What stands in a text in the place of a name."""

NOBODY: frozenset[int] = frozenset()
"""Who was there, for a text that is about no conversation with them."""

_BEFORE_A_NAME = ("with", "and", "met", "saw")
_SHORTEST = 3
"""A part of a name with fewer letters means nobody by itself."""


class Eraser:
    """Takes one person's names and addresses out of texts.

    ``who`` has every name that they ever had, as aliases; ``addresses`` every email,
    phone and profile. ``others`` finds who else can be meant by a text.
    """

    def __init__(
        self,
        who: Named,
        addresses: Sequence[str],
        others: Callable[[str], Sequence[Named]],
    ) -> None:
        self._id = who.id
        self._names = (who.name, *who.aliases)
        self._addresses = tuple(address.lower() for address in addresses)
        self._others = others
        firsts, lasts = self._ends()
        self._near = who._replace(aliases=(*who.aliases, *firsts, *lasts))
        self._far = who._replace(aliases=(*who.aliases, *firsts))
        self._whole = {fold(name) for name in self._names}

    def _ends(self) -> tuple[list[str], list[str]]:
        """The first and last words of every name of theirs but the main one."""
        split = [name.split() for name in self._names[1:]]
        several = [words for words in split if len(words) > 1]
        return (
            [words[0] for words in several if len(fold(words[0])) >= _SHORTEST],
            [words[-1] for words in several if len(fold(words[-1])) >= _SHORTEST],
        )

    @cached_property
    def _words(self) -> frozenset[str]:
        """Each word of each name, in both foldings."""
        return frozenset(
            word
            for name in self._names
            for key in (fold(name), second_fold(name))
            for word in key.split()
            if len(word) > 1
        )

    def touches(self, text: str) -> bool:
        """Whether a text may have anything of theirs; quick, and rarely wrong."""
        folded, low = fold(text), text.lower()
        return (
            any(word in folded for word in self._words)
            or any(address in low for address in self._addresses)
            or f"@{self._id}" in low
        )

    def erase(
        self,
        text: str,
        present: frozenset[int] = NOBODY,
        *,
        prose: bool = True,
        by: str = SOMEBODY,
    ) -> str:
        """The text with ``by`` wherever they are meant.

        ``present`` are the ids of all who were at the conversation that the text is
        about, if they were. Of what is no ``prose``, such as a company, only a whole
        name is taken.
        """
        if not self.touches(text):
            return text
        text = self._literal.sub(by, text) if self._literal else text
        for start, end in reversed(list(self._spans(text, present, prose=prose))):
            text = text[:start] + by + text[end:]
        return self._joined.sub(by, text) if self._joined else text

    def left(self, text: str) -> bool:
        """Whether a word of their name still stands there that nobody else has."""
        if not self.touches(text):
            return False
        words = self._words.intersection(fold(text).split())
        others = self._others(text)
        return any(
            len(word) >= _SHORTEST and not _shared(word, others) for word in words
        )

    @cached_property
    def _literal(self) -> re.Pattern[str] | None:
        """Their addresses, and their name as a list has it: "Ruiz, Ana"."""
        addresses = map(re.escape, sorted(self._addresses, key=len, reverse=True))
        turned = (
            rf"{words[-1]},\s+{' '.join(words[:-1])}" for words in self._spelt_words
        )
        return _any_of((*addresses, *turned))

    @cached_property
    def _joined(self) -> re.Pattern[str] | None:
        """Their whole name as an address has it: ana.ruiz, ana-ruiz, anaruiz."""
        return _any_of(r"[._+-]?".join(words) for words in self._spelt_words)

    @property
    def _spelt_words(self) -> list[list[str]]:
        """The words of each longer name, as typed and folded, for a pattern."""
        spelt = {key for name in self._names for key in (name, fold(name))}
        split = [list(map(re.escape, key.split())) for key in sorted(spelt)]
        return [words for words in split if len(words) > 1]

    def _spans(
        self, text: str, present: frozenset[int], *, prose: bool
    ) -> Iterator[tuple[int, int]]:
        """Where they are meant, in order."""
        others = [one for one in self._others(text) if one.id != self._id]
        who = self._near if present else self._far
        reading = _Reading(Sentence(text), who, others, present, self._whole)
        place = 0
        while place < len(reading.tokens):
            found, after = reading.at(place, prose=prose)
            yield from found
            place = after


class _Reading:
    """One text, read for the mentions of one person."""

    def __init__(
        self,
        sentence: Sentence,
        who: Named,
        others: Sequence[Named],
        present: frozenset[int],
        whole: set[str],
    ) -> None:
        self._sentence = sentence
        self.tokens = sentence.tokens
        self._who = who
        self._others = others
        self._present = present
        self._whole = whole
        self._mentions = Mentions(sentence, [who, *others])

    def at(self, place: int, *, prose: bool) -> tuple[list[tuple[int, int]], int]:
        """What of the token at ``place`` means them, and the next token to look at."""
        token = self.tokens[place]
        if token.kind in (MARK, TAG, ADDRESS) or token.raw.isdecimal():
            return [(token.start, token.end)] * self._is_marked(token), place + 1
        found = self._mentions.at(place, insisted=self._is_insisted(place))
        if found:
            ours = self._is_meant(found, prose=prose)
            return [(found.start, found.end)] * ours, found.after
        inside = [
            (run.start, run.end)
            for run in self._mentions.inside(place)
            if self._is_meant(run, prose=prose)
        ]
        return inside, place + 1

    def _is_marked(self, token: Token) -> bool:
        """Whether it is @12, @Ana_Ruiz, or an address of theirs that has their name."""
        if token.kind == MARK:
            return self._is_who(self._mentions.named(token.raw))
        if token.raw.isdecimal():
            return token.marked and int(token.raw) == self._who.id
        low = fold(token.raw).replace(" ", "")
        return bool(self._present) and any(
            len(part) > _SHORTEST and part in low
            for part in fold(self._who.name).split()
        )

    def _is_insisted(self, place: int) -> bool:
        """Whether a lower-case word is a name: not where it is a word as well."""
        if not self._present:
            return False
        low = self.tokens[place].bare
        if place and self.tokens[place - 1].low in _BEFORE_A_NAME:
            return True
        return len(low) > _SHORTEST and low not in ORDINARY_NAMES | ORDINARY

    def _is_who(self, people: Sequence[Named]) -> bool:
        """Whether they are meant, and nobody else can be."""
        meant = {named.id for named in people}
        rest = meant - {self._who.id}
        if self._present:
            rest &= self._present
        return self._who.id in meant and not rest

    def _is_meant(self, found: Found, *, prose: bool) -> bool:
        if not self._is_who(found.people):
            return False
        if self._present or found.whole or found.after - found.first > 1:
            return True
        word = fold(self._sentence.said(found.first, found.after))
        if _shared(word, self._others) or self._mentions.is_somebody_else(found):
            return False
        if word in self._whole:
            return True
        is_word = word in ORDINARY_NAMES or word in CALENDAR
        return prose and not found.family_only and not is_word


def _shared(word: str, others: Sequence[Named]) -> bool:
    """Whether anybody else has this word in a name."""
    return any(might_be(named, frozenset((word,))) for named in others)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if joined else None
