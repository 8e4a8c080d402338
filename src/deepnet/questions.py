"""What to ask somebody: a question about a side of them that is still blank.

Pure: it must not know where texts come from (see ``askable``), people, the journal or
a clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from deepnet.model import Depth, Facet, Side

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from deepnet.askable import Questions


class Question(NamedTuple):
    """Something to ask: its facet, how deep an answer goes, and its words."""

    facet: Facet
    depth: Depth
    text: str


def seed_of(name: str, week: date) -> str:
    """What settles among equal questions for somebody; the same for a whole week.

    ``week`` is the week's Monday.
    """
    return f"{name}\n{week}"


def step(deepest: Depth | None) -> Depth:
    """Return the depth to ask at: one deeper than you have been together.

    Somebody new is asked something light, as is somebody you have only made
    small talk with; nothing is deeper than heart.
    """
    if deepest is None:
        return Depth.SHOP
    return Depth(min(deepest + 1, Depth.HEART))


def question_for(
    questions: Questions,
    known: frozenset[Facet],
    deepest: Depth | None,
    *,
    seed: str,
    used: frozenset[str] = frozenset(),
) -> Question:
    """Return one question, the same for the same ``seed``.

    About a blank side of who they are; if there is none, a blank side of what
    they do; else any side of who they are. ``used`` texts are passed over for
    as long as anything else of this depth or a lighter one is left. Raises
    LookupError if ``questions`` has none that is light enough.
    """
    most = step(deepest)

    def order(question: Question) -> tuple[bool, int, int, int]:
        text = question.text
        blank = rank(question.facet, known)
        return text in used, blank, most - question.depth, mixed(seed, text)

    best = min(_light_enough(questions, most), key=order, default=None)
    if best is None:
        message = f"no question as light as {most.word}"
        raise LookupError(message)
    return best


def _light_enough(questions: Questions, most: Depth) -> Iterable[Question]:
    return (one for one in every(questions) if one.depth <= most)


def every(questions: Questions) -> Iterable[Question]:
    """Every question with its facet and depth."""
    return (
        Question(facet, depth, text)
        for facet, depths in questions.items()
        for depth, texts in depths.items()
        for text in texts
    )


def rank(facet: Facet, known: frozenset[Facet]) -> int:
    """Rank a facet: blank sides of who they are, blank others, then known ones."""
    if facet not in known:
        return 0 if facet.side is Side.ARE else 1
    return 2 if facet.side is Side.ARE else 3


def mixed(seed: str, text: str) -> int:
    """Shuffle by a number that is the same on every machine, unlike hash()."""
    return crc32(f"{seed}\n{text}".encode())
