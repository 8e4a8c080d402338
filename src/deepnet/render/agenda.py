"""What is shown of a morning: whom to see next, or how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.render import wording
from deepnet.render.shapes import ACCENT, QUIET, STRONG, block, heading, line
from deepnet.views.agenda import WhoNext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.console import RenderableType

    from deepnet.views.agenda import BirthdaySeen, Coming, LastTime, PickSeen
    from deepnet.views.invitations import InvitationSeen

_LABELLED = 8
"""Where the words after "When", "Ask" and "Last" begin."""

_MOST = 5
"""How many lines a part of the morning has; the rest is counted."""

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
    yield line((", ".join((dates.written(view.day), *_outing(view))), QUIET))
    for pick in view.picks:
        yield line()
        yield from _pick(pick, view.day)
    beside = list(_coming(view.coming, view.day))
    if not view.picks:
        yield from _nobody(view, alone=not beside)
    yield from beside


def _outing(view: WhoNext) -> Iterator[str]:
    if view.near:
        yield f"near {view.near}"
    if view.for_:
        yield f"for {wording.invited_for(view.for_)}"


def _nobody(view: WhoNext, *, alone: bool) -> Iterator[RenderableType]:
    if view.near or view.for_:
        yield line(f"Nobody to propose {' '.join(_outing(view))}.")
        if view.near:
            hint = "deepnet people --area lists everybody of a place."
            yield line((hint, QUIET))
        return
    yield line(f"Nobody to propose today.{' That is a good morning.' * alone}")


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


def _coming(view: Coming, today: date) -> Iterator[RenderableType]:
    """What the day brings beside the picks."""
    todays = [*map(_arranged, view.arranged), *map(wording.promise, view.promises)]
    yield from _listed("Today", todays)
    yield from _listed("No answer yet", [_waiting(one, today) for one in view.waiting])
    yield from _listed("Birthdays", [_birthday(one, today) for one in view.birthdays])


def _listed(title: str, texts: list[str]) -> Iterator[RenderableType]:
    """A few lines under a heading; of many, the first ones and how many more."""
    if texts:
        yield heading(title)
    for text in texts[:_MOST]:
        yield block(text, indent=4, mark="  · ")
    if texts[_MOST:]:
        yield block((f"and {len(texts) - _MOST:,} more", QUIET), indent=4)


def _arranged(seen: InvitationSeen) -> str:
    what = wording.how(seen.setting) if seen.setting else "a meeting"
    name = seen.person.name
    return f"{what[:1].upper()}{what[1:]} with {name}: deepnet brief @{seen.person.id}"


def _waiting(seen: InvitationSeen, today: date) -> str:
    asked = wording.invitation(seen._replace(planned_for=None)).partition(", on ")[0]
    return (
        f"{asked} {dates.ago(seen.day, today)}. "
        f"If none came: deepnet answer @{seen.person.id} silence"
    )


def _birthday(seen: BirthdaySeen, today: date) -> str:
    age = f", turns {seen.turns}" if seen.turns else ""
    day = f"{dates.written(seen.day)}, {dates.ago(seen.day, today)}"
    return f"{seen.person.name}: {day}{age}"


def _first_steps() -> Iterator[RenderableType]:
    yield line(("A new journal. ", STRONG), "Three ways to begin:")
    for number, (what, command) in enumerate(_FIRST_STEPS, start=1):
        yield line()
        yield block(what, indent=5, mark=f"  {number}  ")
        yield block((command, ACCENT), indent=5)


RENDERERS = {WhoNext: who_next}
