"""What is shown of the journal itself: imports, changes, its place, its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.render import wording
from deepnet.render.shapes import ACCENT, QUIET, STRONG, Rows, block, heading, line
from deepnet.views.data import ChangesSeen, Imported, SettingsSeen, Undone, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from deepnet.views.data import ChangeSeen

MOST_WARNINGS = 10
"""How many warnings of an import are listed; the rest is counted."""

_LEFT_OUT = {
    "hidden_profile": "a profile that shows no name",
    "no_name": "no name in it",
    "broken_row": "more cells than the header has",
}


def imported(view: Imported) -> Iterator[RenderableType]:
    """What came in, what was left out and why, and how to take it back."""
    if view.rehearsed:
        yield line(("A rehearsal: nothing was written.", STRONG))
    yield line(f"{view.source}: {wording.counted(view.read, 'record')} read.")
    yield block(_outcome(view))
    for reason, number in view.skipped.items():
        why = _LEFT_OUT.get(reason, reason)
        yield block(f"{wording.counted(number, 'record')} left out: {why}")
    yield from _warnings(view.warnings)
    if view.suggestions:
        yield heading("Worth a look")
        for suggestion in view.suggestions:
            yield block(suggestion, indent=4, mark="  · ")
    if not view.rehearsed and (view.new or view.changed):
        yield line(("Not right? ", QUIET), "deepnet undo", (" takes it back.", QUIET))


def _outcome(view: Imported) -> str:
    new, changed, same = f"{view.new:,}", f"{view.changed:,}", f"{view.unchanged:,}"
    if view.rehearsed:
        return f"{new} would be new, {changed} changed, {same} unchanged"
    return f"{new} new, {changed} changed, {same} unchanged"


def _warnings(warnings: tuple[str, ...]) -> Iterator[RenderableType]:
    if not warnings:
        return
    yield heading("Read with a doubt")
    for warning in warnings[:MOST_WARNINGS]:
        yield block(warning, indent=4, mark="  · ")
    rest = len(warnings) - MOST_WARNINGS
    if rest > 0:
        yield block((f"and {rest:,} more; --json lists them all", QUIET))


def changes(view: ChangesSeen) -> Iterator[RenderableType]:
    """One change after the other, latest first."""
    if not view.changes:
        yield line("Nothing was changed yet.")
        return
    yield Rows(map(_change, view.changes), right=(0,), indent=0)


def _change(seen: ChangeSeen) -> tuple[str, tuple[str, str], str]:
    back = f" (taken back by {seen.undone_by})" if seen.undone_by else ""
    return (
        str(seen.id),
        (wording.moment(seen.at), QUIET),
        f"{seen.summary or seen.command}{back}",
    )


def undone(view: Undone) -> Iterator[RenderableType]:
    """What was taken back, or brought back where that was an undo itself."""
    summary = view.undone.summary or view.undone.command
    if view.undone.undoes is None:
        yield line(("Taken back: ", STRONG), summary)
    else:
        yield line(("Brought back: ", STRONG), summary.partition(": ")[2] or summary)
    yield line(("Not right? ", QUIET), "deepnet undo", (" reverses it.", QUIET))


def where(view: Where) -> Iterator[RenderableType]:
    """The file, its size, and how much is in it."""
    yield line((view.journal, STRONG))
    if not view.exists:
        yield block("There is no journal yet; the first deepnet log makes it here.")
    else:
        people = wording.counted(view.people, "person")
        talks = wording.counted(view.conversations, "conversation")
        yield block(f"{people} and {talks} in {wording.size(view.bytes)}")
    for path in view.questions:
        yield block(f"with questions of your own in {path}")
    yield block((f"deepnet {view.deepnet}", QUIET))


def settings(view: SettingsSeen) -> Iterator[RenderableType]:
    """Each setting, its value and what it means."""
    for seen in view.settings:
        value = (seen.value, ACCENT) if seen.value is not None else ("not set", QUIET)
        yield line((seen.key, STRONG), ": ", value)
        yield block((seen.meaning, QUIET))


RENDERERS = {
    Imported: imported,
    ChangesSeen: changes,
    Undone: undone,
    Where: where,
    SettingsSeen: settings,
}
