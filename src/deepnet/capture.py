"""A sentence becomes a draft of a conversation; nothing in it is guessed.

The sentence itself is kept word for word. Knows only the people it is given; it
looks nothing up and asks nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from deepnet import dates, tags
from deepnet.errors.facts import EmptyFact, EmptyPromise, UnknownFacet, UnreadableFact
from deepnet.errors.people import Nobody, NoName
from deepnet.folding import fold, readable
from deepnet.mentions import Mentions
from deepnet.model import THANKS, Facet, Owed
from deepnet.names import resolve
from deepnet.occasion import setting
from deepnet.presence import Doubt, Presence, Span
from deepnet.sentence import Sentence
from deepnet.tags import Clause, DraftFact, DraftPromise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from deepnet.model import Depth, Named, Setting, When

__all__ = [
    "Doubt",
    "Draft",
    "DraftFact",
    "DraftPromise",
    "Learned",
    "Promised",
    "listed",
    "named",
    "read",
    "read_learned",
    "read_promise",
]

_SHORTEST_NAME = 2


class Draft(NamedTuple):
    """What a sentence says of a conversation; None and () are what it doesn't say.

    ``people`` are in order of mention, ``unknown`` the names after "with" that
    nobody has, and the circles, with their sign, that there are not. ``other_day`` is
    a day in the middle of it, which may be that of something else. ``remarks`` are
    worth saying to whoever wrote the sentence.
    """

    text: str
    when: When | None = None
    setting: Setting | None = None
    depth: Depth | None = None
    place: str | None = None
    people: tuple[Named, ...] = ()
    unknown: tuple[str, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    facts: tuple[DraftFact, ...] = ()
    promises: tuple[DraftPromise, ...] = ()
    others: int | None = None
    other_day: str | None = None
    remarks: tuple[str, ...] = ()


class Learned(NamedTuple):
    """What a flag says was learnt; ``person`` is an id, None where it isn't said."""

    person: int | None
    facet: Facet
    text: str


class Promised(NamedTuple):
    """What a flag says was promised, by which day; ``person`` is an id or None."""

    person: int | None
    text: str
    due: date | None


def read(
    sentence: str,
    people: Sequence[Named],
    today: date,
    circles: Mapping[str, Sequence[Named]] | None = None,
) -> Draft:
    """Return what ``sentence`` says; ``people`` are all who could be meant.

    ``circles`` are those that it could speak of, by their keys; all of one are there.

    Raises:
        NoSuchDay: the day it begins with does not exist, or is still to come; or
            that of a promise has passed.
    """
    when, rest = dates.leading_day(sentence, today)
    head = sentence[: len(sentence) - len(rest)] if sentence.endswith(rest) else ""
    body = Sentence(readable(sentence[len(head) :]))
    tail = sentence[len(head) + len(body.text) :]
    there = Presence(body, Mentions(body, people), circles or {})
    spans, doubts = _settled(there)
    clauses = tuple(tags.clauses(body, there.list_ends, there.taken))
    return Draft(
        text=head + _unescaped(body.text, there.refused, 0, len(body.text)) + tail,
        when=when,
        setting=setting(body, there.taken),
        depth=tags.depth(body, there.taken),
        place=there.place,
        people=tuple({span.person.id: span.person for span in spans}.values()),
        unknown=tuple(there.unknown.values()),
        doubtful=doubts,
        facts=tuple(_facts(body, there, clauses, spans)),
        promises=tuple(_promises(body, there, clauses, spans, today)),
        others=there.others,
        other_day=None if when else dates.mentions_day(body.text),
        remarks=tuple(_remarks(body.text, clauses, is_cut=bool(tail))),
    )


def named(text: str, people: Sequence[Named]) -> tuple[Named, ...]:
    """Return whom of ``people`` a text names for certain, in order of mention."""
    body = Sentence(readable(text))
    spans, _ = _settled(Presence(body, Mentions(body, people), {}))
    return tuple({span.person.id: span.person for span in spans}.values())


def _facts(
    body: Sentence, there: Presence, clauses: Iterable[Clause], spans: Sequence[Span]
) -> Iterator[DraftFact]:
    for clause in clauses:
        text = _words(body, there, clause)
        if isinstance(clause.makes, Facet) and text:
            person = tags.owner(clause, spans, is_all=not there.unknown)
            yield DraftFact(clause.makes, text, person)


def _promises(
    body: Sentence,
    there: Presence,
    clauses: Iterable[Clause],
    spans: Sequence[Span],
    today: date,
) -> Iterator[DraftPromise]:
    """What is owed; thanks need no words of their own, and are due at once."""
    for clause in clauses:
        text, owed = _words(body, there, clause), clause.makes
        if isinstance(owed, Facet):
            continue
        due: date | None = today
        if owed is Owed.THANKS:
            text = f"{THANKS}: {text}" if text else THANKS
        else:
            text, due = dates.split_due(text, today)
        if text:
            person = tags.owner(clause, spans, is_all=not there.unknown)
            yield DraftPromise(owed, text, due, person)


def _words(body: Sentence, there: Presence, clause: Clause) -> str:
    return _unescaped(body.text, there.refused, clause.start, clause.end)


def _settled(there: Presence) -> tuple[tuple[Span, ...], tuple[Doubt, ...]]:
    """Leave out the doubts that the sentence answers itself, and repetitions.

    "Katrina Lim came. Katrina laughed": the second is the first, since nobody else
    of that name was there.
    """
    present = {span.person.id for span in there.spans}
    doubts: dict[tuple[str, bool], Doubt] = {}
    for doubt in there.doubts:
        known = [person for person in doubt.candidates if person.id in present]
        answered = len(known) == 1 and len(doubt.candidates) > 1
        if doubt.insisted or not answered:
            doubts.setdefault((fold(doubt.said), len(doubt.candidates) > 1), doubt)
    return tuple(there.spans), tuple(doubts.values())


def _unescaped(text: str, refused: Sequence[int], start: int, end: int) -> str:
    """A part of the text, without the backslashes that said no."""
    places = [place for place in refused if start <= place < end]
    begins = [start, *(place + 1 for place in places)]
    return "".join(
        text[begin:stop] for begin, stop in zip(begins, [*places, end], strict=True)
    )


def _remarks(
    text: str, clauses: Sequence[tags.Clause], *, is_cut: bool
) -> Iterator[str]:
    silent = {clause.makes for clause in clauses if clause.start == clause.end}
    for tag in (*Facet, Owed.MINE, Owed.THEIRS):
        if tag in silent:
            yield f"Nothing is said with #{tag}."
    if is_cut:
        yield f"All of it is kept; names and tags are read up to letter {len(text):,}."


def read_learned(said: str, people: Sequence[Named]) -> Learned:
    """Read "family: her father is ill", or with a name and a slash before it.

    Raises:
        UnreadableFact: there is no colon.
        UnknownFacet: what stands before the colon is not a facet.
        EmptyFact: nothing stands behind the colon.
        Nobody, SeveralPeople: the name fits none or several of ``people``.
    """
    head, colon, text = said.replace("：", ":", 1).partition(":")
    name, slash, word = head.rpartition("/")
    if not colon:
        raise UnreadableFact(said)
    facet = _facet(word)
    person = resolve(name, people).id if slash else None
    if not text.strip():
        raise EmptyFact(facet)
    return Learned(person, facet, text.strip())


def _facet(word: str) -> Facet:
    from deepnet.likeness import UNLIKE, slips  # noqa: PLC0415 - only after a failure

    typed = fold(word)
    facets = tuple(facet.value for facet in Facet)
    if typed in facets:
        return Facet(typed)
    away, nearest = min((slips(typed[:20], facet), facet) for facet in facets)
    raise UnknownFacet(word.strip(), facets, nearest if away < UNLIKE else None)


def read_promise(said: str, people: Sequence[Named], today: date) -> Promised:
    """Read "send the book by friday", or "Katrina/send the book".

    What stands before a slash is a name only if one of ``people`` has it, so that
    "and/or" stays as it is.

    Raises:
        EmptyPromise: there are no words.
        SeveralPeople: the name fits several of ``people``.
        NoSuchDay: the day does not exist or has passed.
    """
    name, slash, rest = said.partition("/")
    person = _one_of(name, people) if slash else None
    text, due = dates.split_due((said if person is None else rest).strip(), today)
    if not text.strip():
        raise EmptyPromise
    return Promised(person, text.strip(), due)


def _one_of(name: str, people: Sequence[Named]) -> int | None:
    if len(name.strip()) < _SHORTEST_NAME and name.isascii():
        return None
    try:
        return resolve(name, people).id
    except (Nobody, NoName):
        return None


def listed(answer: str) -> tuple[str, ...]:
    """Return the names of a list such as "Ana, Bo and Cleo", in order."""
    names = re.split(r"[,;&+、，\n]|\band\b", answer)
    return tuple(filter(None, (" ".join(name.split()) for name in names)))
