"""Circles: a tag on people, ``#bookclub``; how it is spelt, and where a text says one.

Capitals and accents don't matter. Knows nothing of who is in a circle.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from deepnet.errors.circles import NamelessCircle, TagTaken
from deepnet.folding import fold, readable
from deepnet.model import Depth, Facet, Owed

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = ("#", "＃")
# Hyphens, and the joiners with which some scripts are written.
_BETWEEN = "_-‐‑\u200c\u200d"
_KINDS = {
    **{facet.value: "facet" for facet in Facet},
    **{depth.word: "depth" for depth in Depth},
    **{owed.value: "promise" for owed in Owed},
}


def is_marked(said: str) -> bool:
    """Whether what was typed where a name belongs is a circle: it begins with #."""
    return said.strip().startswith(_SIGNS)


def key(tag: str) -> str:
    """The one spelling of a tag that is kept, without the sign: ``book-club``."""
    return fold(tag.strip().lstrip("".join(_SIGNS))).replace(" ", "-")


def tidied(said: str) -> str:
    """The key of a circle that somebody is to be in; the sign may be left out.

    Raises:
        NamelessCircle: it begins with neither a letter nor a digit.
        TagTaken: in a sentence, this tag is a facet or a depth.
    """
    tag = key(said)
    if not tag[:1].isalnum():
        raise NamelessCircle(said)
    if tag in _KINDS:
        raise TagTaken(tag, _KINDS[tag])
    return tag


def is_free(tag: str) -> bool:
    """Whether a tag may be a circle's: in a sentence, it is no facet and no depth."""
    return key(tag) not in _KINDS


def tag_at(text: str, place: int) -> str:
    """The whole tag behind the sign at ``place``, with its hyphens, as it is written.

    A tag for a facet ends at a hyphen, and a circle's goes on: ``#work-friends``.
    """
    end = place + 1
    while end < len(text) and _is_part(text[end]):
        end += 1
    return text[place + 1 : end].rstrip(_BETWEEN)


def spoken(text: str) -> tuple[str, ...]:
    """The keys of all circles that a text may speak of, each once."""
    return tuple(dict.fromkeys(_keys(readable(text))))


def _keys(text: str) -> Iterator[str]:
    for sign in _SIGNS:
        place = text.find(sign)
        while place >= 0:
            tag = tag_at(text, place)
            if tag and is_free(tag):
                yield key(tag)
            place = text.find(sign, place + len(tag) + 1)


def _is_part(character: str) -> bool:
    return (
        character.isalnum()
        or character in _BETWEEN
        or unicodedata.category(character).startswith("M")
    )
