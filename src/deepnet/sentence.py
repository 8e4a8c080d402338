"""A sentence taken apart: words, tags, marks and addresses, each with its place.

Knows which characters make a word, and nothing of what a word means. Linear in the
length of the text, whatever is in it: every repetition is bounded or possessive.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from deepnet.folding import may_be_unspaced, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD, TAG, MARK, ADDRESS, REFUSED = "word", "tag", "mark", "address", "refused"
_QUOTED = ("quoted", "curled", "joined")

# Marks that Python does not count as word characters, though they are parts of
# words: accents standing apart, vowels of Indic scripts, joiners, direction marks.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff\u135d-\u135f\u200b-\u200f\u202a-\u202e"
    "\u2060\ufe00-\ufe0f\ufeff"
)
_APOSTROPHES = "'’ʼʻ‘´`"
_ENDINGS = (
    "com|org|net|edu|gov|info|io|co|eu|uk|de|fr|nl|app|dev|ai|txt|md|pdf|docx?|xlsx?"
    "|pptx?|csv|png|jpe?g|gif|html?|zip|json|ics|vcf|mp[34]|mov|py|js"
)
_STARTS = frozenset(".!?…:\n。！？")


def _without_s(word: str) -> str:
    """A word without its possessive ending: an apostrophe and an s."""
    has_ending = word[-1:] in ("s", "S") and word[-2:-1] in tuple(_APOSTROPHES)
    return word[:-2] if has_ending else word


class Token(NamedTuple):
    """One piece of a sentence.

    ``raw`` is the word itself, without the sign in front of it (``@``, ``#`` or a
    backslash) and without quotes; ``start`` and ``end`` include them. ``low`` is
    ``raw`` in lower case. ``marked`` is a word with an ``@`` before it.
    """

    kind: str
    start: int
    end: int
    raw: str
    low: str
    marked: bool = False

    @property
    def bare(self) -> str:
        """The word in lower case without a final 's."""
        return _without_s(self.low)

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in 's."""
        return self.bare != self.low

    @property
    def is_name_cased(self) -> bool:
        """Whether it is written as names are: with a capital, or without cases."""
        return self.raw != self.low or (
            not self.raw.isascii() and self.low == self.raw.upper()
        )

    @property
    def is_title_cased(self) -> bool:
        """Whether it begins with a capital and is not all in capitals."""
        letters = _without_s(self.raw)
        return letters[:1].isupper() and (
            len(letters) == 1 or letters[1:] != (letters[1:].upper())
        )


class Sentence:
    """A text and its tokens in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))

    def between(self, place: int) -> str:
        """What stands before the token at ``place``, back to the token before it."""
        start = self.tokens[place - 1].end if place else 0
        if place < len(self.tokens):
            return self.text[start : self.tokens[place].start]
        return self.text[start:]

    def follows(self, place: int) -> bool:
        """Whether the token at ``place`` exists, with only space before it."""
        return 0 < place < len(self.tokens) and self.between(place).isspace()

    def begins(self, place: int) -> bool:
        """Whether the token at ``place`` is the first of a sentence."""
        return not place or not _STARTS.isdisjoint(self.between(place))

    def said(self, first: int, after: int) -> str:
        """The words of the tokens from ``first`` to before ``after``, without a 's."""
        start, last = self.tokens[first], self.tokens[after - 1]
        begin = start.end - len(start.raw) if start.kind == WORD else start.start
        return _without_s(self.text[begin : last.end])


def _tokens(text: str) -> Iterator[Token]:
    for found in _pattern().finditer(text):
        kind, raw = found.lastgroup or WORD, found[found.lastgroup or WORD]
        start, end = found.span()
        if kind in _QUOTED:
            words = " ".join(raw.replace("_", " ").split())
            yield Token(MARK, start, end, words, words.lower())
        elif kind != WORD:
            yield Token(kind, start, end, raw, raw.lower())
        else:
            marked = found["at"] is not None
            kind = WORD if found["no"] is None else REFUSED
            yield from _words(Token(kind, start, end, raw, raw.lower(), marked))


def _words(token: Token) -> Iterator[Token]:
    """Part a word where an unspaced script begins or ends; a sign is of the first."""
    begin = token.end - len(token.raw)
    if may_be_unspaced(token.raw):
        first, *others = pieces(token.raw)
        end = begin + len(first)
        yield token._replace(end=end, raw=first, low=first.lower())
        for raw in others:
            begin, end = end, end + len(raw)
            yield Token(WORD, begin, end, raw, raw.lower())
    else:
        yield token


@cache
def _pattern() -> re.Pattern[str]:
    letters = rf"(?:[^\W_]|[{_MARKS}])++"
    piece = r"[\w-]{1,64}+"
    return re.compile(
        rf"(?P<address>(?:https?://|www\.)[!-~]++"
        rf"|(?<!\S)(?:~/|/|\.\.?/|[A-Za-z]:[\\/]|\\\\)[!-~]++"
        rf"|[\w.+-]{{1,64}}+@{piece}(?:\.{piece})++"
        rf"|{piece}(?:[./\\]{piece}){{0,8}}?\.(?:{_ENDINGS})\b(?:/[!-~]*+)?)"
        rf"|(?<![\w#＃\\])[#＃](?P<tag>\w++)"
        r'|(?<![\w@＠\\])[@＠](?:"(?P<quoted>[^"\n]{1,80})"'
        r"|“(?P<curled>[^”\n]{1,80})”|(?P<joined>[^\W_]++(?:_++[^\W_]++)++))"
        r"|(?P<no>(?<![\w\\])\\[#＃@＠]?)?(?P<at>(?<![\w@＠\\])[@＠])?"
        rf"(?P<word>{letters}(?:[-‐‑{_APOSTROPHES}]{letters})*+)"
    )
