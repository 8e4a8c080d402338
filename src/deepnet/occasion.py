"""The setting of a sentence: the first word that says how and where people met.

None is better than a guess: a conference that was talked about was not the setting.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from deepnet.mentions import is_part_of_name
from deepnet.sentence import WORD
from deepnet.words import (
    ADJECTIVES,
    AT,
    DETERMINERS,
    LONGEST_PHRASE,
    NEEDS_BEFORE,
    NOT_BEFORE,
    OF_OTHERS,
    SETTING_OF,
    TALKED_OF,
)

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from deepnet.model import Setting
    from deepnet.sentence import Sentence

_MOST_WORDS_BEFORE = 4


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in SETTING_OF)


def setting(sentence: Sentence, taken: AbstractSet[int]) -> Setting | None:
    """Return the first setting named outside the ``taken`` tokens, those of names."""
    first_words = _first_words()
    for place, token in enumerate(sentence.tokens):
        if token.low not in first_words or token.kind != WORD:
            continue
        if token.marked or place in taken:
            continue
        after = _phrase_end(sentence, place)
        if after and _happened(sentence, place, after, taken):
            phrase = tuple(t.low for t in sentence.tokens[place:after])
            return SETTING_OF[phrase]
    return None


def _phrase_end(sentence: Sentence, place: int) -> int:
    """The token after the longest phrase from ``place`` on; 0 if there is none."""
    longest = min(place + LONGEST_PHRASE, len(sentence.tokens))
    for after in range(longest, place, -1):
        phrase = tuple(token.low for token in sentence.tokens[place:after])
        joined = all(map(sentence.follows, range(place + 1, after)))
        if joined and phrase in SETTING_OF:
            return after
    return 0


def _happened(
    sentence: Sentence, place: int, after: int, taken: AbstractSet[int]
) -> bool:
    """Whether the words tell of this conversation, not of something talked about."""
    if after == place + 1 and not _fits_around(sentence, place, taken):
        return False
    for _ in range(_MOST_WORDS_BEFORE):
        before = _before(sentence, place)
        if before is None:
            return True
        token = sentence.tokens[before]
        if token.low in OF_OTHERS or token.is_possessive:
            return _is_at(sentence, before)
        if token.low in TALKED_OF:
            return False
        if token.low not in DETERMINERS and token.low not in ADJECTIVES:
            return True
        place = before
    return True


def _is_at(sentence: Sentence, place: int) -> bool:
    """Whether the words before say that one was there: "at her wedding"."""
    before = _before(sentence, place)
    return before is not None and sentence.tokens[before].low in AT


def _fits_around(sentence: Sentence, place: int, taken: AbstractSet[int]) -> bool:
    """Whether a single word is used in the sense that names a setting."""
    word = sentence.tokens[place].low
    before, after = _before(sentence, place), place + 1
    needed = NEEDS_BEFORE.get(word)
    has_before = before is not None and before not in taken
    if needed and has_before and sentence.tokens[place - 1].low not in needed:
        return False
    if word not in NOT_BEFORE or not sentence.follows(after):
        return True
    behind = sentence.tokens[after]
    is_verb = word == "meeting" and (after in taken or is_part_of_name(behind))
    return not is_verb and behind.low not in NOT_BEFORE[word]


def _before(sentence: Sentence, place: int) -> int | None:
    """The token before ``place`` in the same clause; None if it begins one."""
    return place - 1 if sentence.follows(place) else None
