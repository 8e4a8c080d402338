"""Circles as somebody says them: whom ``#bookclub`` means, and if there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import circles
from deepnet.errors.circles import NobodyLeft, NoSuchCircle
from deepnet.store import circles as kept

if TYPE_CHECKING:
    from deepnet.model import Named
    from deepnet.store import Store

_MOST_SUGGESTED = 3


def mentioned(store: Store, sentence: str) -> dict[str, tuple[Named, ...]]:
    """The circles of which a sentence may speak, by key; no others are loaded."""
    spoken = circles.spoken(sentence)
    return kept.members(store, spoken) if spoken else {}


def found(store: Store, said: str) -> str:
    """The key of the circle that ``said`` names, with or without the sign.

    Raises:
        NoSuchCircle: nobody has that tag; the hint has tags like it.
    """
    tag = circles.key(said)
    if not kept.exists(store, tag):
        raise NoSuchCircle(said, _like(store, tag))
    return tag


def people(store: Store, said: str) -> tuple[Named, ...]:
    """All of a circle who were not let go, by name; at least one.

    Raises:
        NotFound: there is no such circle, or everybody in it was let go.
    """
    tag = found(store, said)
    members = kept.members(store, [tag]).get(tag)
    if not members:
        raise NobodyLeft(tag)
    return members


def _like(store: Store, tag: str) -> tuple[str, ...]:
    """Tags that somebody may have meant; only ever shown."""
    from deepnet.likeness import UNLIKE, unlikeness  # noqa: PLC0415 - after a failure

    typed = tag.replace("-", " ")
    scored = sorted(
        (unlikeness(typed, known.replace("-", " ")), known)
        for known in kept.known(store)
    )
    close = [f"#{known}" for away, known in scored if away < UNLIKE]
    return tuple(close[:_MOST_SUGGESTED])
