"""What is shown of an invitation and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deepnet import dates
from deepnet.model import Answer
from deepnet.render import wording
from deepnet.render.shapes import QUIET, block, line
from deepnet.views.invitations import Answered, Invited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType

    from deepnet.views.invitations import Rest


def invited(view: Invited) -> Iterator[RenderableType]:
    """Who asked whom, and how to note the answer."""
    said = view.invitation
    yield line(f"{wording.invitation(said)}.")
    if view.again:
        day = dates.written(view.again)
        yield block(f"In place of the asking of {day}, which had no answer.")
    ways = "yes|later|no" if said.by_them else "yes|later|no|silence"
    yield block((f"When it is known: deepnet answer @{said.person.id} {ways}", QUIET))


def answered(view: Answered) -> Iterator[RenderableType]:
    """The answer, and what follows from it."""
    said = view.invitation
    yield line(f"{wording.invitation(said)}: {wording.answer(said.answer)}.")
    if view.rest:
        yield block(rest(said.person.name, view.rest))
    if said.by_them:
        return
    if said.answer is Answer.YES:
        yield block((f"Before you meet: deepnet brief @{said.person.id}", QUIET))
    elif said.answer is Answer.NO:
        yield block("If that was a no to more than the day: say thanks, and move on.")
        yield block((f"deepnet let-go @{said.person.id} --thanks", QUIET))


def rest(name: str, seen: Rest) -> str:
    """Until when somebody is not proposed, and why."""
    until = (
        f"is not proposed before {dates.written(seen.until)}"
        if seen.until
        else "is not proposed until they begin"
    )
    return f"{name} {until}. {seen.because}"


RENDERERS: dict[type, Callable[[Any], Iterator[RenderableType]]] = {
    Invited: invited,
    Answered: answered,
}
