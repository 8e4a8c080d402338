"""What is shown of people: in a list, found, changed, learnt about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.plain import listed
from deepnet.render import portrait, standing, wording
from deepnet.render.shapes import QUIET, STRONG, Rows, block, line
from deepnet.views.people import (
    CirclesSeen,
    Compared,
    FactLearnt,
    PeopleSeen,
    PersonChanged,
    PersonShown,
    PromiseDone,
    PromiseMade,
    Search,
    Why,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from deepnet.render.shapes import Part
    from deepnet.views.people import Found, PersonSeen


def people(view: PeopleSeen) -> Iterator[RenderableType]:
    """One line for each person; of a company only what the line has room for."""
    if not view.people:
        yield line("Nobody to list.")
        yield line(
            ("deepnet add NAME writes somebody down, deepnet import a file.", QUIET)
        )
        return
    head = [
        (word, QUIET)
        for word in ("name", "tier", "score", "talks", "last talk", "company")
    ]
    rows = (head, *map(_person, view.people))
    yield Rows(rows, right=(2, 3), indent=0, one_line=True)
    yield line((wording.counted(len(view.people), "person"), QUIET))


def _person(seen: PersonSeen) -> tuple[Part, ...]:
    return (
        (seen.name, STRONG),
        seen.tier.words,
        f"{seen.score:.0f}",
        f"{seen.conversations:,}",
        dates.written(seen.last) if seen.last else "–",
        (seen.company or "", QUIET),
    )


def circles(view: CirclesSeen) -> Iterator[RenderableType]:
    """Each circle, and how many are in it."""
    if not view.circles:
        yield line("No circles to list.")
        yield line(("deepnet edit NAME --tag bookclub puts somebody in one.", QUIET))
        return
    rows = [
        ((wording.circle(seen.tag), STRONG), wording.counted(seen.people, "person"))
        for seen in view.circles
    ]
    yield Rows(rows, indent=0)
    yield line((wording.counted(len(view.circles), "circle"), QUIET))


def changed(view: PersonChanged) -> Iterator[RenderableType]:
    """What was done, and the line that the list has of them now."""
    for sentence in view.done:
        yield line(sentence)
    seen = view.person
    work = ", ".join(filter(None, (seen.position, seen.company)))
    in_circles = listed(map(wording.circle, seen.tags))
    known = (work, listed(seen.aliases), in_circles, *seen.emails)
    yield block(
        (seen.name, STRONG), f", {'; '.join(filter(None, (tier(seen), *known)))}"
    )


def tier(seen: PersonSeen) -> str:
    """How well somebody is known, and by how many conversations."""
    talks = wording.counted(seen.conversations, "conversation")
    return f"{seen.tier.words}, {talks}" if seen.conversations else seen.tier.words


def fact_learnt(view: FactLearnt) -> Iterator[RenderableType]:
    """The fact with its day, and whom it moved."""
    yield line(wording.fact(view.fact))
    yield block((f"noted for {dates.written(view.fact.day)}", QUIET))
    for moved in view.moved:
        yield block(wording.moved(moved))


def promised(view: PromiseMade | PromiseDone) -> Iterator[RenderableType]:
    """The promise that was made or kept."""
    yield line(f"{wording.promise(view.promise)}.")


_AROUND = 60
"""How many characters of a found text are shown before the word that was found."""


def search(view: Search) -> Iterator[RenderableType]:
    """Each place, whom it concerns, its day, and the words around what was found."""
    if not view.found:
        yield line(f"Nothing has the words “{wording.clipped(view.words, 40)}”.")
        return
    for found in view.found:
        yield from _found(found, view.words)
    yield line((wording.counted(len(view.found), "place"), QUIET))


def _found(found: Found, words: str) -> Iterator[RenderableType]:
    names = listed([person.name for person in found.people])
    entry = f"entry {found.conversation}" if found.conversation else ""
    day = dates.written(found.day) if found.day else ""
    beside = ", ".join(filter(None, (found.kind, day, entry)))
    yield line((names, STRONG), (f"  {beside}" if names else beside, QUIET))
    if found.text:
        yield block(_excerpt(found.text, words))


def _excerpt(text: str, words: str) -> str:
    """The part of a text around the first of the words that stands in it as typed."""
    low = text.lower()
    places = [low.find(word) for word in words.lower().split()]
    start = max(min((at for at in places if at >= 0), default=0) - _AROUND, 0)
    start = text.find(" ", start, start + _AROUND) + 1 if start else 0
    shown = wording.clipped(text[start:], wording.LINE + _AROUND)
    return f"…{shown}" if start else shown


RENDERERS = {
    PeopleSeen: people,
    CirclesSeen: circles,
    PersonShown: portrait.shown,
    PersonChanged: changed,
    FactLearnt: fact_learnt,
    PromiseMade: promised,
    PromiseDone: promised,
    Why: standing.why,
    Compared: standing.compared,
    Search: search,
}
