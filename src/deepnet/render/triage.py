"""What is shown of names: whom to ask about, and what was said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.model import Precision
from deepnet.render import wording
from deepnet.render.shapes import QUIET, STRONG, Rows, block, line
from deepnet.triage import PUT_OFF, Saying
from deepnet.views.triage import Sitting, ToAsk, Triaged, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from deepnet.render.shapes import Part
    from deepnet.triage import Name
    from deepnet.views.triage import Said


def to_ask(view: ToAsk) -> Iterator[RenderableType]:
    """A line for each name in its order, and how many there are of which kind."""
    if view.names:
        yield Rows(_listed(view.names), right=(2,), indent=0, one_line=True)
    else:
        yield line("Nobody to ask about.")
    beyond = view.to_ask - len(view.names)
    counts = (
        f"{wording.counted(view.to_ask, 'person')} to ask about" if view.names else "",
        f"{beyond:,} of them not listed" if beyond else "",
        f"{view.claimed:,} claimed" if view.claimed else "",
        f"{view.put_off:,} put off" if view.put_off else "",
    )
    yield line((", ".join(filter(None, counts)), QUIET))
    if not view.names:
        how = "deepnet triage --again asks about claims of earlier days."
        none = "deepnet import brings people from a file."
        yield line((how if view.claimed else none, QUIET))


def _listed(names: Sequence[Name]) -> Iterator[tuple[Part, ...]]:
    """The rows of a list; where there are claims, they stand for what else there is."""
    claims = any(name.claim for name in names)
    beside = ("you said",) if claims else ("connected", "talks", "")
    yield tuple((word, QUIET) for word in ("name", *beside, "work"))
    for name in names:
        yield (
            (name.person.name, STRONG),
            *((_claim(name),) if claims else _known_of(name)),
            (_work(name), QUIET),
        )


def _claim(name: Name) -> str:
    return wording.claim(name.claim) if name.claim else ""


def _known_of(name: Name) -> tuple[str, str, str]:
    near = "near you" if name.near else ""
    return _month(name) or "–", f"{name.conversations:,}", near


def turn(view: Turn) -> Iterator[RenderableType]:
    """Who it is, with what helps to remember them."""
    name = view.name
    yield line((f"{view.number:,} of {view.of:,}  ", QUIET), (name.person.name, STRONG))
    parts = (
        _work(name),
        ", ".join(filter(None, (*_areas(name), "near you" if name.near else ""))),
        f"connected since {_month(name)}" if name.connected_on else "",
        _talks(name),
        f"you said {_claim(name)}" if name.claim else "",
    )
    said = "; ".join(filter(None, parts))
    if said:
        yield block(said)


def _work(name: Name) -> str:
    return " at ".join(filter(None, (name.position, name.company)))


def _areas(name: Name) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (name.office, name.home))))


def _month(name: Name) -> str:
    if name.connected_on is None:
        return ""
    return dates.written(name.connected_on, Precision.MONTH)


def _talks(name: Name) -> str:
    if not name.conversations:
        return ""
    last = f", the last {dates.written(name.last)}" if name.last else ""
    return f"{wording.counted(name.conversations, 'conversation')}{last}"


def triaged(view: Triaged) -> Iterator[RenderableType]:
    """What was said of each, beside what the journal shows."""
    for said in view.said:
        yield line(_said(said))
    yield line((_left(view.to_ask, "deepnet triage asks"), QUIET))
    yield line(("Not right? deepnet undo takes it back.", QUIET))


def _said(said: Said) -> str:
    name = said.person.name
    if said.as_ is Saying.LET_GO:
        return f"{name} is left in peace, and won't be proposed again."
    if not said.claim:
        return f"{name}: later, in {PUT_OFF.days} days."
    if said.as_ is Saying.LATER:
        return f"{name}: later; so far you said {wording.claim(said.claim)}."
    return f"{name}: {said.as_.words}; your journal shows: {said.tier.words}."


def sitting(view: Sitting) -> Iterator[RenderableType]:
    """How many answers of each kind, and how to go on."""
    answers = sum(one.people for one in view.answers)
    kinds = (f"{one.people:,} {one.as_.words}" for one in view.answers if one.people)
    of_them = f": {', '.join(kinds)}" if answers else ""
    yield line(f"{wording.counted(answers, 'answer')}{of_them}.")
    yield line((_left(view.to_ask, "the same command goes on"), QUIET))
    if answers:
        yield line(("Not right? deepnet undo takes the last answer back.", QUIET))


def _left(number: int, how: str) -> str:
    if not number:
        return "Nobody is left to ask about."
    return f"{wording.counted(number, 'person')} left to ask about; {how}."


RENDERERS = {ToAsk: to_ask, Turn: turn, Triaged: triaged, Sitting: sitting}
