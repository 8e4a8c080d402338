"""The words by which a text can be found.

Accents and case are folded as in names, and each character of a script written
without spaces stands alone, so that any part of a Chinese sentence can be found.
"""

from __future__ import annotations

import re
from functools import cache

from deepnet.folding import fold, second_fold

# Thai and Lao, Burmese, Khmer, kana, Han, Hangul, Han again.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff"
    "\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def words_of(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    # The large pattern takes milliseconds to compile, and most texts don't need it.
    if folded.isascii():
        return re.findall(r"\w+", folded)
    return _word().findall(folded)


def index_text(text: str) -> str:
    """Fold ``text`` for the index: in both spellings where they differ."""
    folded = fold(text)
    if folded.isascii() and text.isascii() and folded.replace(" ", "").isalnum():
        return folded
    words = words_of(folded)
    spelt = folded if text.isascii() else second_fold(text)
    if spelt == folded:
        return " ".join(words)
    known = set(words)
    spelt_out = words_of(spelt)
    return " ".join(words + [word for word in spelt_out if word not in known])
