"""What is shown of an export, and of the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.plain import listed
from deepnet.render import wording
from deepnet.render.shapes import QUIET, STRONG, block, line
from deepnet.views.archive import Exported, Restored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

_SHOWN = {
    "people": "person",
    "conversations": "conversation",
    "facts": "fact",
    "promises": "promise",
    "invitations": "invitation",
    "birthdays": "birthday",
    "changes": "change",
}
"""The counts that people are told of; --json has them all."""


def exported(view: Exported) -> Iterator[RenderableType]:
    """Where it went, and what is in it."""
    files = f" in {wording.counted(view.files, 'file')}" if view.files != 1 else ""
    yield line((view.path, STRONG), f": {wording.size(view.bytes)}{files}")
    yield block(_counted(view.counts))
    if view.left_out:
        people = wording.counted(view.left_out, "person")
        yield block((f"{people} let go and left out; --all takes them in", QUIET))


def restored(view: Restored) -> Iterator[RenderableType]:
    """What is in the journal now."""
    yield line((view.journal, STRONG), ": as it was exported")
    yield block(_counted(view.counts))


def _counted(counts: dict[str, int]) -> str:
    told = (
        wording.counted(counts[key], noun)
        for key, noun in _SHOWN.items()
        if counts.get(key)
    )
    return listed(told) or "nothing in it yet"


RENDERERS = {Exported: exported, Restored: restored}
