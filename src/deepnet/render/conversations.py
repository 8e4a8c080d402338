"""What is shown of a conversation that was written down or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.plain import listed
from deepnet.render import wording
from deepnet.render.shapes import QUIET, STRONG, block, line
from deepnet.views.conversations import Logged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


def logged(view: Logged) -> Iterator[RenderableType]:
    """What was recorded, what it changed, and how to put it right."""
    entry = view.conversation
    yield line((wording.meeting(entry), STRONG))
    beside = wording.told(entry)
    if beside:
        yield block(beside)
    for fact in entry.facts:
        yield block(wording.fact(fact), indent=4, mark="  · ")
    for promise in entry.promises:
        yield block(wording.promise(promise), indent=4, mark="  · ")
    if view.created:
        yield block(f"New in the journal: {listed(view.created)}")
    for moved in view.moved:
        yield block(wording.moved(moved))
    yield line(
        (f"Entry {entry.id}. Not right? ", QUIET),
        f"deepnet edit {entry.id}",
        (", or ", QUIET),
        "deepnet undo",
        (".", QUIET),
    )


RENDERERS = {Logged: logged}
