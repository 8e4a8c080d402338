"""One key for all spellings of a name: accents, case, apostrophes and hyphens folded.

For matching people only, never for addresses: rené@ and rene@ are two mailboxes.
Knows nothing of people; what a user typed stays what is shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30fa"
    "\u30fc-\u312f\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Character ranges of the scripts in which words run into one another or into
their particles: Thai, Lao, Burmese, Khmer, Han, kana and Hangul."""

_FIRST_UNSPACED = "\u0e00"

LONGEST_READ = 100_000
MOST_KEYS = 10_000

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛ʼʻʹ′`´＇׳״"))
_LETTERS = {
    "ł": "l",
    "đ": "d",
    "ø": "o",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
}
_SPELT_OUT = {
    ord(letter): spelt
    for pair, spelt in {"äÄ": "ae", "öÖøØ": "oe", "üÜ": "ue", "åÅ": "aa"}.items()
    for letter in pair
}
_ASCII = {
    code: " " if chr(code).isprintable() else None
    for code in range(128)
    if not chr(code).isalnum()
} | dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f"), " ")
# Combining classes: Hebrew, Arabic and Syriac points; accents above and below;
# strokes through a letter. The vowels and voicing marks of other scripts are
# letters in all but name, and stay.
_FIRST_POINT, _LAST_POINT, _FIRST_ACCENT, _OVERLAY = 10, 36, 200, 1


def fold(name: str) -> str:
    """Return the key under which every spelling of ``name`` is found.

    Case, accents, strokes and apostrophes are dropped; hyphens and punctuation
    become spaces; spaces collapse. A name of nothing but symbols stays itself.
    """
    return _short(name) if len(name) <= _SHORT else _fold(name)


_SHORT = 100


def _fold(name: str) -> str:
    if name.isascii() and name.replace(" ", "").isalnum():
        # As most names are: nothing in it but letters and spaces.
        return " ".join(name.lower().split())
    bare = name.translate(_APOSTROPHES)
    folded = " ".join(_folded(bare).split())
    return folded or " ".join(name.casefold().split())


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    """Fold a name; one and the same is asked for many times over in an import."""
    return _fold(name)


def second_fold(name: str) -> str:
    """Return the key in which ä, ö, ü, å and ø are spelt out: ae, oe, ue, aa, oe."""
    if name.isascii():
        return fold(name)
    return fold(unicodedata.normalize("NFC", name).translate(_SPELT_OUT))


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower().translate(_ASCII)
    cased = unicodedata.normalize("NFKC", text).casefold()
    apart = unicodedata.normalize("NFKD", cased).casefold()
    shapes = {ord(character): _shape(character) for character in set(apart)}
    return unicodedata.normalize("NFC", apart.translate(shapes))


def _shape(character: str) -> str:
    """What becomes of one character once accents stand apart from their letters."""
    kind = unicodedata.category(character)
    if kind[0] in "LN":
        return _LETTERS.get(character, character)
    if kind[0] == "M":
        return "" if _is_accent(character) else character
    if kind[0] == "C" and not character.isspace():
        return ""
    return "" if ord(character) in _APOSTROPHES else " "


def _is_accent(character: str) -> bool:
    place = unicodedata.combining(character)
    return (
        place == _OVERLAY
        or _FIRST_POINT <= place <= _LAST_POINT
        or place >= _FIRST_ACCENT
        # Enclosing marks, the invisible joiner and the variation selectors.
        or unicodedata.category(character) == "Me"
        or character == "\u034f"
        or "\ufe00" <= character <= "\ufe0f"
    )


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]+|[^\s{UNSPACED}]+")


def may_be_unspaced(text: str) -> bool:
    """Whether any character could be of an unspaced script; cheap, and rarely wrong."""
    return not text.isascii() and max(text) >= _FIRST_UNSPACED


def pieces(text: str) -> list[str]:
    """Part ``text`` at spaces, and where an unspaced script begins or ends."""
    return _pieces().findall(text) if may_be_unspaced(text) else text.split()


def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of ``name``, each as one or two folded spellings.

    A word ends at a space, a hyphen, and where an unspaced script begins or ends.
    """
    first = pieces(fold(name))
    if name.isascii():
        return tuple((word,) for word in first)
    second = pieces(second_fold(name))
    return tuple(
        (word,) if word == other else (word, other)
        for word, other in zip(first, second, strict=True)
    )


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]")


def is_unspaced(word: str) -> bool:
    """Whether ``word`` begins in a script that runs its words together."""
    return word[:1] >= _FIRST_UNSPACED and bool(_unspaced().match(word))


def index_keys(name: str) -> tuple[str, ...]:
    """The keys under which a name or alias is stored for look-up.

    Each word in both foldings; of a word in an unspaced script its first two
    characters, since it may stand anywhere in a run.
    """
    if name.isascii():
        return tuple(dict.fromkeys(fold(name).split()))
    words = chain.from_iterable(spellings(name))
    return tuple(
        dict.fromkeys(word[:2] if is_unspaced(word) else word for word in words)
    )


def lookup_keys(text: str) -> tuple[str, ...]:
    """All keys worth looking up for a typed name or a sentence, at most ``MOST_KEYS``.

    If ``text`` mentions somebody, one of the keys of their name is among them.
    """
    return tuple(islice(dict.fromkeys(text_keys(readable(text))), MOST_KEYS))


def readable(text: str) -> str:
    """Return as much of a long text as is read for names: whole words of its start.

    Seventeen thousand words are more than anybody types; what is pasted may be
    longer, and must not keep a person waiting.
    """
    if len(text) <= LONGEST_READ:
        return text
    start = text[:LONGEST_READ]
    end = max(start.rfind(" "), start.rfind("\n"))
    return start[: end if end > 0 else LONGEST_READ]


def text_keys(text: str) -> Iterator[str]:
    """All look-up keys of a text, unbounded and possibly repeated."""
    words = pieces(fold(text))
    seconds = [] if text.isascii() else pieces(second_fold(text))
    yield from _with_and_without_s(words)
    yield from _with_and_without_s(seconds)
    yield from _grams(words)


def _with_and_without_s(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if not is_unspaced(word):
            yield word
            if word.endswith("s") and word != "s":
                yield word[:-1]


def _grams(words: Iterable[str]) -> Iterator[str]:
    """Single characters and pairs of unspaced scripts, also across a space."""
    before = ""
    for word in words:
        run = word if is_unspaced(word) else ""
        yield from run
        joined = before + run
        yield from map("".join, pairwise(joined))
        before = run[-1:]
