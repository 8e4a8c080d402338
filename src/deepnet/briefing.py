"""Three questions to have in mind before you meet somebody.

Some are about sides of them that are still blank, some go back to a noted fact.
Pure: it must not know people, the journal or a clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Depth, Facet, Side
from deepnet.questions import Question, every, mixed, question_for, rank, step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from deepnet.askable import Askable

QUESTIONS = 3
"""How many questions there are."""

MOST_BACK = 2
"""How many of them go back to a fact at most."""


class Told(NamedTuple):
    """Something that you noted of somebody, and its day."""

    facet: Facet
    text: str
    day: date


class Asking(NamedTuple):
    """A question and, if it goes back to one, the fact."""

    question: Question
    about: Told | None = None


def three(
    texts: Askable,
    told: Iterable[Told],
    deepest: Depth | None,
    *,
    seed: str,
    used: frozenset[str] = frozenset(),
) -> tuple[Asking, ...]:
    """Return three questions, the same for the same ``seed``, of different facets.

    The first is what ``question_for`` returns: a blank side, at most one step deeper
    than you have been together. The others stay as deep as you have been, personal at
    most. Up to two, the last ones, go back to a fact of who they are (of what they do
    where there is none): the latest, and the one left alone longest. Where every text
    that could do so is in ``used``, a new question has its place. The order of ``told``
    does not matter. Fewer than three only where there are no more texts.

    Raises LookupError if there is no question that is light enough.
    """
    told = tuple(told)
    known = frozenset(fact.facet for fact in told)
    first = question_for(texts.questions, known, deepest, seed=seed, used=used)
    choice = _Choice(texts, deepest, seed, used)
    choice.chosen.append(Asking(first))
    order = going_back(told, seed)
    back = min(len(order), MOST_BACK)
    for _ in range(QUESTIONS - back - 1):
        choice.add_new(known)
    for number in range(back):
        # Texts that fit any fact are kept for the first, so that they last a season.
        if not choice.add_back(order, general=not number):
            choice.add_new(known)
    return tuple(sorted(choice.chosen, key=lambda asking: asking.about is not None))


def going_back(told: Iterable[Told], seed: str) -> Sequence[Told]:
    """Return the latest fact of each side, in the order in which to go back to them.

    The latest of all comes first, since you last talked about it; then those of
    longest ago. Only who they are, unless there is nothing but what they do.
    """
    latest: dict[Facet, Told] = {}
    for fact in sorted(told, key=lambda fact: (fact.day, fact.text)):
        latest[fact.facet] = fact
    are = [fact for fact in latest.values() if fact.facet.side is Side.ARE]
    order = sorted(
        are or latest.values(),
        key=lambda fact: (fact.day, mixed(seed, fact.text), fact.facet),
    )
    return (*order[-1:], *order[:-1])


class _Choice:
    """The questions chosen so far, and what decides about the next."""

    def __init__(
        self, texts: Askable, deepest: Depth | None, seed: str, used: frozenset[str]
    ) -> None:
        self.chosen: list[Asking] = []
        self._texts = texts
        self._most = step(deepest)
        self._usual = min(max(deepest or Depth.SHOP, Depth.SHOP), Depth.PERSONAL)
        self._seed = seed
        self._used = used

    def add_new(self, known: frozenset[Facet]) -> None:
        """Add one about a side of them, if any is left; blank ones first."""
        self._add(
            (
                (one.text in self._used, self._has(one.facet), rank(one.facet, known)),
                Asking(one),
            )
            for one in every(self._texts.questions)
        )

    def add_back(self, order: Sequence[Told], *, general: bool) -> bool:
        """Add one that goes back to a fact of another side; False if no text is left.

        Texts for just that side come before those for any, if these are wanted at all.
        """
        follow_ups = self._texts.follow_ups
        return self._add(
            ((side is None, place), Asking(one, fact))
            for place, fact in enumerate(order)
            if not self._has(fact.facet)
            for side in ((fact.facet, None) if general else (fact.facet,))
            for one in every({fact.facet: follow_ups.get(side, {})})
            if one.text not in self._used
        )

    def _has(self, facet: Facet) -> bool:
        return facet in [asking.question.facet for asking in self.chosen]

    def _add(self, found: Iterable[tuple[tuple[int, ...], Asking]]) -> bool:
        """Add the first by the given order, then by depth, then by the seed.

        False if none of them is light enough and new.
        """
        texts = [asking.question.text for asking in self.chosen]
        keyed = [
            (order, self._far(asking.question), asking)
            for order, asking in found
            if asking.question.depth <= self._most and asking.question.text not in texts
        ]
        if keyed:
            self.chosen.append(min(keyed, key=lambda each: each[:2])[-1])
        return bool(keyed)

    def _far(self, question: Question) -> tuple[bool, int, int]:
        """How far a question is from the usual depth; deeper ones are farthest."""
        lighter = self._usual - question.depth
        return lighter < 0, abs(lighter), mixed(self._seed, question.text)
