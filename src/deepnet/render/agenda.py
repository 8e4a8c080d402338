"""What is shown of a morning: whom to see next, or how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.render import wording
from deepnet.render.shapes import ACCENT, QUIET, STRONG, block, line
from deepnet.views.agenda import WhoNext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.console import RenderableType

    from deepnet.views.agenda import LastTime, PickSeen

_LABELLED = 8
"""Where the words after "When", "Ask" and "Last" begin."""

_FIRST_STEPS = (
    ("Write down the last lunch you had:", 'deepnet log "lunch with Ana"'),
    ("Or bring the people you know:", "deepnet import Connections.csv"),
    ("Or look around in a made-up journal first:", "deepnet demo"),
)


def who_next(view: WhoNext) -> Iterator[RenderableType]:
    """The day, then each pick with its reason, its time and its question."""
    if not view.people:
        yield from _first_steps()
        return
    yield line((dates.written(view.day), QUIET))
    if not view.picks:
        yield line("Nobody to propose today. That is a good morning.")
    for pick in view.picks:
        yield line()
        yield from _pick(pick, view.day)


def _pick(pick: PickSeen, today: date) -> Iterator[RenderableType]:
    yield line((pick.person.name, STRONG), f", {pick.tier.words}")
    yield block(" ".join(pick.why))
    yield block(pick.slot, indent=_LABELLED, mark=("  When", QUIET))
    yield block((pick.question.text, ACCENT), indent=_LABELLED, mark=("  Ask", QUIET))
    if pick.last:
        yield block(_last(pick.last, today), indent=_LABELLED, mark=("  Last", QUIET))


def _last(last: LastTime, today: date) -> str:
    day = f"{dates.written(last.day)}, {dates.ago(last.day, today)}"
    words = wording.clipped(last.text, wording.LINE)
    return f"{day}, {wording.how(last.setting)}" + (f": {words}" if words else "")


def _first_steps() -> Iterator[RenderableType]:
    yield line(("A new journal. ", STRONG), "Three ways to begin:")
    for number, (what, command) in enumerate(_FIRST_STEPS, start=1):
        yield line()
        yield block(what, indent=5, mark=f"  {number}  ")
        yield block((command, ACCENT), indent=5)


RENDERERS = {WhoNext: who_next}
