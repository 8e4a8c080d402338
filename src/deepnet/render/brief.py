"""What is shown before a meeting, on one screen.

Each line but a question is cut on purpose where it is too long, and long lists say how
many more there are: ``deepnet show`` has everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.plain import listed
from deepnet.render import portrait, wording
from deepnet.render.shapes import ACCENT, QUIET, STRONG, Rows, block, line
from deepnet.views.brief import Brief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from deepnet.views.brief import BirthdayNear, PersonBrief
    from deepnet.views.conversations import ConversationSeen, FactSeen, PromiseSeen

_LABELLED = 8
"""Where the words after "Last", "Who" and "Ask" begin."""

_SCREEN = 23
"""The lines of a usual terminal, but for the one of the prompt."""

LEAST_ARE, MOST_ARE = 3, 6
"""How many facts of who they are are shown: as many as the screen has room for."""

MOST_DO, MOST_NOTES, MOST_PROMISES = 2, 1, 3
"""How many of the others are shown. What is not shown is counted."""

_Row = tuple[tuple[str, str], str]


def brief(view: Brief) -> Iterator[RenderableType]:
    """Everybody in turn, with an empty line between two."""
    for number, person in enumerate(view.people):
        if number:
            yield line()
        yield from _person(person, view.day)


def _person(person: PersonBrief, today: date) -> Iterator[RenderableType]:
    head, ask = [*_head(person, today)], [*_ask(person, today)]
    yield from head
    yield line()
    yield Rows(_rows(person, _SCREEN - len(head) - len(ask) - 2), one_line=True)
    yield line()
    yield from ask


def _head(person: PersonBrief, today: date) -> Iterator[RenderableType]:
    quiet = wording.quiet(person.quiet_days)
    yield line((person.person.name, STRONG), f", {person.tier.words}; {quiet}")
    yield from portrait.resting(person, today)
    if person.birthday:
        yield block((_birthday(person.birthday, today), ACCENT))


def _birthday(near: BirthdayNear, today: date) -> str:
    day = f"{dates.written(near.day)}, {dates.ago(near.day, today)}"
    return f"Turns {near.turns} on {day}" if near.turns else f"Birthday on {day}"


def _rows(person: PersonBrief, room: int) -> Iterator[_Row]:
    """What was and what is, in about so many lines; labels stand before the first."""
    last = _labelled("Last", _last(person))
    rest = [
        *_labelled("Does", _does(person)),
        *_labelled("Note", _clipped([fact.text for fact in person.notes], MOST_NOTES)),
        *_labelled("Owed", _clipped([*map(_promise, person.promises)], MOST_PROMISES)),
    ]
    free = room - len(last) - len(rest) - 2
    most = min(max(free, LEAST_ARE), MOST_ARE)
    yield from (*last, *_labelled("Who", _who(person, most)), *rest)


def _labelled(label: str, lines: Sequence[str]) -> list[_Row]:
    return [
        (("" if number else label, QUIET), words) for number, words in enumerate(lines)
    ]


def _clipped(texts: Sequence[str], most: int) -> list[str]:
    rest = len(texts) - most
    return [*texts[:most], *([f"and {rest:,} more"] if rest > 0 else [])]


def _last(person: PersonBrief) -> list[str]:
    if person.last:
        return [*map(_time, person.last)]
    if person.connected_on:
        since = dates.written(person.connected_on)
        return [f"No conversation yet; connected since {since}"]
    return ["No conversation yet"]


def _time(seen: ConversationSeen) -> str:
    """Day, setting and words; a setting that the words say is not said twice."""
    words = wording.clipped(seen.text, wording.LINE)
    how = wording.how(seen.setting)
    if how in words.lower():
        how = ""
    day = dates.written(seen.day, seen.precision)
    what = f"{day}, {how}" if how else day
    return f"{what}: {words}" if words else what


def _who(person: PersonBrief, most: int) -> list[str]:
    """The latest facts, how many there are beside, and what is blank."""
    if not person.are:
        return ["All of it is still to hear about"]
    lines = _clipped([*map(_fact, person.are)], most)
    return [*lines, f"Blank: {listed(person.blanks)}"] if person.blanks else lines


def _does(person: PersonBrief) -> list[str]:
    now = " at ".join(filter(None, (person.position, person.company)))
    facts = _clipped([*map(_fact, person.do)], MOST_DO)
    return [now, *facts] if now else facts


def _fact(fact: FactSeen) -> str:
    return f"{fact.facet}: {fact.text}"


def _promise(promise: PromiseSeen) -> str:
    """A promise, its day first, since the end of a long line is cut."""
    who = "You" if promise.mine else "They"
    day = f", by {dates.written(promise.due)}" if promise.due else ""
    return f"{who} promised{day}: {promise.text}"


def _ask(person: PersonBrief, today: date) -> Iterator[RenderableType]:
    """The questions, and under each the fact that it goes back to."""
    for number, seen in enumerate(person.questions):
        label = "" if number else "  Ask"
        yield block((seen.text, ACCENT), indent=_LABELLED, mark=(label, QUIET))
        if seen.about:
            ago = dates.ago(seen.about.day, today)
            said = wording.clipped(seen.about.text, wording.LINE)
            yield block((f"You noted {ago}: {said}", QUIET), indent=_LABELLED + 2)


RENDERERS = {Brief: brief}
