"""What is shown of the journal's health: its backups, its checks, what was saved."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from deepnet.plain import listed
from deepnet.render import wording
from deepnet.render.shapes import QUIET, STRONG, Path, Rows, block, line
from deepnet.views.care import BackedUp, BackupsSeen, Checked, Restored, Salvaged

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


def checked(view: Checked) -> Iterator[RenderableType]:
    """What was looked at, and each thing that is not as it should be."""
    yield Path(view.journal)
    if not view.exists:
        yield block("There is no journal yet, and nothing wrong with that.")
        return
    if not view.findings:
        yield block(f"Sound: {listed(_CHECKS[check] for check in view.checks)}.")
    for finding in view.findings:
        yield block(finding.message, indent=4, mark="  · ")
        done = "Mended." if finding.mended else finding.hint
        yield block((done, QUIET), indent=4)


def salvaged(view: Salvaged) -> Iterator[RenderableType]:
    """How much was saved, what was lost, and how to go on with it."""
    yield line((view.file, STRONG))
    yield block(f"Saved: {_inside(view.people, view.conversations)}")
    rows = [
        (
            table.table,
            f"{table.read:,} read",
            f"{table.recorded:,} from the record",
            f"up to {table.lost:,} lost" if table.lost else "none lost",
        )
        for table in view.tables
        if table.recorded or table.lost
    ]
    yield Rows(rows)
    if view.stand_ins:
        yield block(f"Names lost, made up for now: {listed(view.stand_ins)}")
    yield block("The damaged file is as it was. To go on with what was saved:")
    yield block(f"deepnet restore {view.file}", indent=4)


_CHECKS = {
    "pages": "the file",
    "tables": "its tables",
    "layout": "their layout",
    "references": "what belongs together",
    "search": "the search",
    "names": "names",
    "standings": "standings",
    "mode": "one file",
    "permissions": "permissions",
    "clock": "the clock",
    "copies": "no copies after a conflict",
}


RENDERERS = {
    BackedUp: backed_up,
    BackupsSeen: backups,
    Restored: restored,
    Checked: checked,
    Salvaged: salvaged,
}
