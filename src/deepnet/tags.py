"""The tags of a sentence: ``#personal`` is a depth, ``#family`` makes a fact.

A fact is what follows its tag or, where nothing follows, the clause before it. So is a
promise (``#promise``, ``#theirs``), and what to thank somebody for (``#thanks``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Depth, Facet, Owed
from deepnet.sentence import TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet
    from datetime import date

    from deepnet.presence import Span
    from deepnet.sentence import Sentence, Token

_LOOSE = " \t\r\n,;:–—-"
_CLOSED = (",", ".", ";", "!", "?", ")", "。", "，", "、", "！", "？", "…")
_DEPTHS = {depth.word: depth for depth in Depth}
_MAKING: dict[str, Facet | Owed] = {
    **{facet.value: facet for facet in Facet},
    **{owed.value: owed for owed in Owed},
}


class DraftFact(NamedTuple):
    """Something learnt; ``person`` is an id, None where several could be meant."""

    facet: Facet
    text: str
    person: int | None


class DraftPromise(NamedTuple):
    """Something owed, by whom ``owed`` says; ``person`` is an id or None.

    ``due`` is its day, as far as its words say one.
    """

    owed: Owed
    text: str
    due: date | None
    person: int | None


class Clause(NamedTuple):
    """The words of a fact or a promise, as places in the text."""

    makes: Facet | Owed
    start: int
    end: int


def depth(sentence: Sentence, taken: AbstractSet[int]) -> Depth | None:
    """Return the deepest depth that a tag names; None where none does.

    ``taken`` are the tokens of people, among them tags of circles.
    """
    named = [_DEPTHS[t.low] for t in _known(sentence, taken) if t.low in _DEPTHS]
    return max(named, default=None)


def clauses(
    sentence: Sentence, ends: Iterable[int], taken: AbstractSet[int]
) -> Iterator[Clause]:
    """Yield the words that belong to each tag that makes something.

    Empty ones have no length.

    ``ends`` are the places where a list of people, or a place, ends: no clause
    reaches back over one. ``taken`` are the tokens of people.
    """
    text, tags = sentence.text, _known(sentence, taken)
    before = _befores(sentence, tags, sorted(ends))
    for number, tag in enumerate(tags):
        makes = _MAKING.get(tag.low)
        if makes is None:
            continue
        limit = tags[number + 1].start if number + 1 < len(tags) else len(text)
        start, end = _after(text, tag.end, limit)
        if start == end:
            start, end = before[number]
        yield Clause(makes, start, end)


def owner(clause: Clause, spans: Iterable[Span], *, is_all: bool) -> int | None:
    """Return whom a clause is about: the one it names, or the only one there is.

    ``is_all`` says that there is nobody but those of the ``spans``.
    """
    spans = tuple(spans)
    named = {
        span.person.id
        for span in spans
        if clause.start <= span.start and span.end <= clause.end
    }
    everybody = {span.person.id for span in spans if is_all}
    for possible in (named, everybody):
        if len(possible) == 1:
            return next(iter(possible))
    return None


def _known(sentence: Sentence, taken: AbstractSet[int]) -> list[Token]:
    return [
        token
        for place, token in enumerate(sentence.tokens)
        if token.kind == TAG
        and (token.low in _DEPTHS or token.low in _MAKING)
        and place not in taken
    ]


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?;…](?=\s|\Z)|[。！？；\n]")


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(r"[.!?;:,…](?=\s|\Z)|[。！？；，、\n–—]|\s-(?=\s)")


def _after(text: str, start: int, limit: int) -> tuple[int, int]:
    """The words between a tag and the end of its sentence, or the next tag."""
    if text[start:limit].lstrip()[:1] in _CLOSED:
        return start, start
    stop = _sentence_end().search(text, start, limit)
    return _trimmed(text, start, stop.start() if stop else limit)


def _befores(
    sentence: Sentence, tags: list[Token], ends: list[int]
) -> list[tuple[int, int]]:
    """For each tag the clause before it; tags side by side share one."""
    found: list[tuple[int, int]] = []
    floor = 0
    passed = 0
    for tag in tags:
        begin = floor
        while passed < len(ends) and ends[passed] <= tag.start:
            begin = max(begin, ends[passed])
            passed += 1
        start, end = _trimmed(sentence.text, begin, tag.start)
        if start == end and found and begin == floor:
            found.append(found[-1])
        else:
            found.append(_last_clause(sentence.text, start, end))
        floor = tag.end
    return found


def _last_clause(text: str, start: int, end: int) -> tuple[int, int]:
    stops = [stop.end() for stop in _clause_end().finditer(text, start, end)]
    inner = [stop for stop in stops if stop < end]
    return _trimmed(text, inner[-1] if inner else start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a range to its words."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(_LOOSE))
    end = max(start, end - (len(words) - len(words.rstrip(_LOOSE))))
    return start, end
