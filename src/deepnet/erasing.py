"""A name taken out of a text: what means one person becomes "somebody".

Pure. In a text about a conversation at which they were, each part of their name means
them; elsewhere only what can mean nobody else. A first name that others share is
nobody's, and stays.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from deepnet.folding import fold, index_keys, is_unspaced, second_fold, text_keys
from deepnet.mentions import Found, Mentions
from deepnet.sentence import ADDRESS, MARK, TAG, Sentence
from deepnet.words import CALENDAR, ORDINARY, ORDINARY_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deepnet.model import Named
    from deepnet.sentence import Token

SOMEBODY = "somebody"
"""What stands in a text in the place of a name."""

NOBODY: frozenset[int] = frozenset()
"""Who was there, for a text that is about no conversation with them."""

_BEFORE_A_NAME = ("with", "and", "met", "saw")
_SHORTEST = 3
"""A part of a name with fewer letters means nobody by itself."""

_LONG = 5
"""A word with so many letters is looked for inside others too, as in an address."""


class Eraser:
    """Takes one person's names and addresses out of texts.

    ``who`` has every name that they ever had, as aliases; ``addresses`` every email,
    phone and profile. ``others`` are all who share a word of a name with them.
    """

    def __init__(
        self, who: Named, addresses: Sequence[str], others: Sequence[Named]
    ) -> None:
        self._id = who.id
        self._names = (who.name, *who.aliases)
        self._addresses = tuple(address.lower() for address in addresses)
        self._others = [(one, _keys(one)) for one in others if one.id != who.id]
        self._shared = frozenset(chain.from_iterable(keys for _, keys in self._others))
        firsts, lasts = self._ends()
        self._near = who._replace(aliases=(*who.aliases, *firsts, *lasts))
        self._far = who._replace(aliases=(*who.aliases, *firsts))
        self._whole = frozenset(map(fold, self._names))
        split = [
            key.split()
            for name in self._names
            for key in {fold(name), second_fold(name)}
        ]
        self._words = frozenset(chain.from_iterable(split))
        # A family name alone is looked at only where they were there.
        self._firsts = frozenset(
            chain.from_iterable(words[:-1] or words for words in split)
        )

    def _ends(self) -> tuple[list[str], list[str]]:
        """The first and last words of every name of theirs but the main one."""
        split = [name.split() for name in self._names[1:]]
        several = [words for words in split if len(words) > 1]
        return (
            [words[0] for words in several if len(fold(words[0])) >= _SHORTEST],
            [words[-1] for words in several if len(fold(words[-1])) >= _SHORTEST],
        )

    def touches(self, text: str, *, near: bool = True) -> bool:
        """Whether a text may have anything of theirs; quick, and rarely wrong.

        Where they were not ``near``, a family name alone is not looked for.
        """
        low = text.lower()
        if f"@{self._id}" in low or any(address in low for address in self._addresses):
            return True
        folded = fold(text)
        if not text.isascii():
            folded = f"{folded} {second_fold(text)}"
        return _has_any(self._words if near else self._firsts, folded)

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
        if not self.touches(text, near=bool(present)):
            return text
        text = self._literal.sub(by, text) if self._literal else text
        for start, end in reversed(list(self._spans(text, present, prose=prose))):
            text = text[:start] + by + text[end:]
        return self._joined.sub(by, text) if self._joined else text

    def left(self, text: str) -> bool:
        """Whether a word of their name still stands there that nobody else has."""
        return any(
            len(word) >= _SHORTEST and word not in self._shared
            for word in self._words.intersection(fold(text).split())
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
        words = frozenset(text_keys(text))
        others = [one for one, keys in self._others if not keys.isdisjoint(words)]
        who = self._near if present else self._far
        sentence = Sentence(text)
        reading = _Reading(sentence, Mentions(sentence, [who, *others]), who, present)
        place = 0
        while place < len(reading.tokens):
            found, after = reading.at(place)
            for mention in found:
                if present or self._is_clear(reading, mention, prose=prose):
                    yield mention.start, mention.end
            place = after

    def _is_clear(self, reading: _Reading, found: Found, *, prose: bool) -> bool:
        """Whether a mention in a text about something else can mean nobody else."""
        if found.whole or found.after - found.first > 1:
            return True
        word = fold(reading.said(found))
        if word in self._shared or reading.is_somebody_else(found):
            return False
        if word in self._whole:
            return True
        is_word = word in ORDINARY_NAMES or word in CALENDAR
        return prose and not found.family_only and not is_word


class _Reading:
    """One text, read for the mentions of one person."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Mentions,
        who: Named,
        present: frozenset[int],
    ) -> None:
        self._sentence = sentence
        self.tokens = sentence.tokens
        self._mentions = mentions
        self._who = who
        self._present = present

    def said(self, found: Found) -> str:
        """The words of a mention."""
        return self._sentence.said(found.first, found.after)

    def is_somebody_else(self, found: Found) -> bool:
        """Whether the words around make it another name."""
        return self._mentions.is_somebody_else(found)

    def at(self, place: int) -> tuple[list[Found], int]:
        """What of the token at ``place`` means them, and the next token to look at."""
        token = self.tokens[place]
        if token.kind in (MARK, TAG, ADDRESS) or token.raw.isdecimal():
            mark = Found(place, place + 1, token.start, token.end, (self._who,))
            return [mark] * self._is_marked(token), place + 1
        found = self._mentions.at(place, insisted=self._is_insisted(place))
        if found:
            return [found] * self._is_who(found.people), found.after
        runs = self._mentions.inside(place)
        return [run for run in runs if self._is_who(run.people)], place + 1

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
        """Whether they are meant, and nobody else who can be was there."""
        meant = {named.id for named in people}
        rest = meant - {self._who.id}
        if self._present:
            rest &= self._present
        return self._who.id in meant and not rest


def _keys(named: Named) -> frozenset[str]:
    """Every word by which somebody is found."""
    return frozenset(chain.from_iterable(map(index_keys, (named.name, *named.aliases))))


def _has_any(words: frozenset[str], folded: str) -> bool:
    """Whether a folded text has one of these words; a long one also inside another."""
    tokens = folded.split()
    return not words.isdisjoint(tokens) or any(
        word in folded
        if len(word) >= _LONG or is_unspaced(word)
        else f"{word}s" in tokens
        for word in words
    )


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if joined else None
