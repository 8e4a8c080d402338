"""What is shown of the journal's health: its backups, its checks, what was saved."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from deepnet.render import wording
from deepnet.render.shapes import QUIET, STRONG, Rows, block, line
from deepnet.views.care import BackedUp, BackupsSeen, Restored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from deepnet.views.care import BackupSeen


def backed_up(view: BackedUp) -> Iterator[RenderableType]:
    """Where the copy is, what is in it, and what went for it."""
    yield line((view.backup.file, STRONG))
    yield block(f"{_inside(view.people, view.conversations)}, read again and sound")
    for path in view.dropped:
        yield block(f"Dropped: {PurePath(path).name}")


def _inside(people: int, conversations: int) -> str:
    talks = wording.counted(conversations, "conversation")
    return f"{wording.counted(people, 'person')} and {talks}"


def backups(view: BackupsSeen) -> Iterator[RenderableType]:
    """One backup after the other, latest first, and how to go back to one."""
    if not view.backups:
        yield line("There is no backup yet; deepnet backup makes one.")
        return
    yield line((view.folder, STRONG))
    yield Rows(map(_backup, view.backups))
    name = PurePath(view.backups[0].file).name
    yield line(("To go back to one: ", QUIET), f"deepnet restore {name}")


def _backup(seen: BackupSeen) -> tuple[str, str, tuple[str, str]]:
    why = f", before {seen.before}" if seen.before else ""
    return (
        PurePath(seen.file).name,
        wording.size(seen.bytes),
        (f"{wording.moment(seen.at)}{why}", QUIET),
    )


def restored(view: Restored) -> Iterator[RenderableType]:
    """What the journal is now, and how to take that back."""
    yield line(("Gone back to ", STRONG), (view.file, STRONG))
    yield block(_inside(view.people, view.conversations))
    if view.changed_at:
        yield block(f"last changed {wording.moment(view.changed_at)}")
    if view.kept:
        kept = PurePath(view.kept).name
        yield line(("Not right? ", QUIET), f"deepnet restore {kept}")


RENDERERS = {BackedUp: backed_up, BackupsSeen: backups, Restored: restored}
