"""The grammar of a list of people: what may stand after "with", and where it ends.

Says how far an item reaches, by its token; whom it names is not its business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.folding import is_unspaced
from deepnet.mentions import is_part_of_name
from deepnet.sentence import TAG, WORD
from deepnet.words import (
    AFTER_A_LIST,
    AND,
    CALENDAR,
    DETERMINERS,
    GROUPS,
    NUMBERS,
    ORDINARY,
    ORDINARY_NAMES,
    PARTICLES,
    RELATIONS,
    SETTING_OF,
    TITLES,
)

if TYPE_CHECKING:
    from deepnet.mentions import Mentions
    from deepnet.sentence import Sentence, Token

COMMAS = frozenset((",", "、", "，"))
MOST_OTHERS = 9999
_SEPARATORS = COMMAS | frozenset(("&", "+", "/", ", &"))
_GROUP_WORDS = GROUPS | DETERMINERS | frozenset(("of",))
_ORIGINS = ("of", "from")
# A name in Han or Hangul has four characters at most; one in kana may be longer.
_LONGEST_RUN, _LONGEST_HAN = 10, 4
_MOST_LOWER = 3
_MOST_BEFORE_RELATION = 3


class Listing:
    """The lists of people in one sentence."""

    def __init__(self, sentence: Sentence, mentions: Mentions) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._mentions = mentions

    def separator(self, here: int) -> tuple[int, str]:
        """Where the next item begins and what stands before it; "" ends the list."""
        if here >= len(self._tokens):
            return here, ""
        sign = self._sentence.between(here).strip(' \t@＠\\"“')
        if (
            self._tokens[here].low in AND
            and sign in ("", ",")
            and here + 1 < len(self._tokens)
        ):
            return here + 1, "and"
        return (here, sign) if sign in _SEPARATORS else (here, "")

    def ends(self, here: int) -> bool:
        """Whether a list may end before the token at ``here``, or go on with it."""
        if here >= len(self._tokens) or self._sentence.between(here).strip():
            return True
        token = self._tokens[here]
        return token.kind == TAG or token.low in AFTER_A_LIST or token.low in AND

    def may_be_word(self, here: int, after: int) -> bool:
        """Whether a lower-case name goes on as an ordinary word: "and will see"."""
        if after > here + 1 or self._tokens[here].is_name_cased:
            return False
        return self.is_ordinary(here) and not self.ends(after)

    def is_ordinary(self, here: int) -> bool:
        """Whether a word is an ordinary one, though it may be a name as well."""
        word = self._tokens[here].bare
        return word in ORDINARY or word in ORDINARY_NAMES

    def past_origin(self, here: int) -> int:
        """The token after "from Acme", if the list goes on behind it."""
        if self._tokens[here].low not in _ORIGINS or not self._mentions.goes_on(
            here + 1
        ):
            return here
        if not is_part_of_name(self._tokens[here + 1]):
            return here
        after = self._mentions.run(here + 1, here + 2)[1]
        return after if self.separator(after)[1] else here

    def past_titles(self, here: int) -> int:
        """The token at which the name behind a title begins: "Prof. Lim"."""
        token = self._tokens[here]
        is_title = token.low in TITLES and token.is_name_cased
        return here + 1 if is_title and self._mentions.goes_on(here + 1) else here

    def new_name(self, here: int) -> int | None:
        """The token after a name written as names are; None if there is none."""
        token = self._tokens[here]
        if is_unspaced(token.raw):
            longest = _LONGEST_RUN if _has_kana(token.raw) else _LONGEST_HAN
            return here + 1 if len(token.raw) <= longest else None
        start = here
        while start < here + 2 and self._is_opening(start):
            start += 1
        if start >= len(self._tokens) or not self._is_new(self._tokens[start]):
            return None
        if start > here and not self._mentions.goes_on(start):
            return None
        return self._mentions.run(start, start + 1)[1]

    def new_lower(self, here: int) -> int | None:
        """The token after a name in lower case that the list shows to be one."""
        after = here
        while after < len(self._tokens) and after - here < _MOST_LOWER:
            if after > here and not self._sentence.follows(after):
                break
            token = self._tokens[after]
            if not _is_lower_name(token):
                break
            after += 1
            if token.is_possessive:
                return after
        is_name = after > here and len(self._tokens[here].raw) > 1
        return after if is_name and self.ends(after) else None

    def _is_opening(self, here: int) -> bool:
        """A title, or a particle before the name: "Dr Olsen", "van Dijk"."""
        token = self._tokens[here] if here < len(self._tokens) else None
        if token is None or here + 1 >= len(self._tokens):
            return False
        is_title = token.low in TITLES and token.is_name_cased
        return is_title or (token.low in PARTICLES and not token.is_name_cased)

    def _is_new(self, token: Token) -> bool:
        if token.kind != WORD or token.marked or not token.is_name_cased:
            return False
        return (
            is_part_of_name(token)
            or (token.raw.isupper() and len(token.raw) > 1 and _is_free(token))
            or (not token.is_title_cased and _is_free(token))
        )

    def related(self, here: int) -> int | None:
        """Where the name of somebody's relation begins: at Mia in "my sister Mia"."""
        place = here
        if self._tokens[here].low in DETERMINERS or self._tokens[here].low in NUMBERS:
            place += 1
        for _ in range(_MOST_BEFORE_RELATION):
            if place >= len(self._tokens) or (
                place > here and not self._sentence.follows(place)
            ):
                return None
            if self._tokens[place].low in RELATIONS:
                break
            place += 1
        name = place + 1
        if place >= len(self._tokens) or self._tokens[place].low not in RELATIONS:
            return None
        is_named = self._sentence.follows(name) and self._is_new(self._tokens[name])
        return name if is_named else None

    def unnamed(self, here: int) -> int:
        """The token after up to three lower-case words that could name a group."""
        after = here
        while after - here < _MOST_LOWER and self._sentence.follows(after):
            token = self._tokens[after]
            if token.kind != WORD or token.is_name_cased or token.low in AND:
                break
            after += 1
        return after

    def counted(self, here: int) -> tuple[int, int] | None:
        """People who are only counted, "3 others": how many, and the token behind."""
        word = self._tokens[here].low
        number = int(word) if _is_count(word) else NUMBERS.get(word)
        after, is_group = here + 1, False
        while self._sentence.follows(after):
            word = self._tokens[after].low
            if word not in _GROUP_WORDS:
                break
            is_group = is_group or word in GROUPS
            after += 1
        if number is None or not is_group:
            return None
        if self._sentence.follows(after) and is_part_of_name(self._tokens[after]):
            return None
        return number, after


def _has_kana(word: str) -> bool:
    """Whether a run is not of Han or Hangul alone."""
    return not all("\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in word)


def _is_count(word: str) -> bool:
    return word.isascii() and word.isdecimal() and int(word[:5]) <= MOST_OTHERS


def _is_lower_name(token: Token) -> bool:
    if token.kind != WORD or token.marked or token.is_name_cased:
        return False
    letters = token.bare.replace("-", "").replace("'", "").replace("’", "")
    return letters.isalpha() and _is_free(token)


def _is_free(token: Token) -> bool:
    """Whether a word has no other meaning than to be a name."""
    if (token.bare,) in SETTING_OF or token.bare in CALENDAR:
        return False
    return token.bare not in ORDINARY
