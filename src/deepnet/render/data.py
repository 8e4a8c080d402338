"""What is shown of the journal itself: imports, changes, its place, its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.render import wording
from deepnet.render.proposals import proposal
from deepnet.render.shapes import (
    ACCENT,
    QUIET,
    STRONG,
    Path,
    Rows,
    block,
    heading,
    line,
)
from deepnet.views.data import ChangesSeen, Imported, SettingsSeen, Undone, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from deepnet.views.data import ChangeSeen

MOST_WARNINGS = 10
"""How many warnings and hints of an import are listed; the rest is counted."""

MOST_PROPOSED = 40
"""How many conversations of a rehearsal are listed; the rest is counted."""

_LEFT_OUT = {
    "hidden_profile": "a profile that shows no name",
    "no_name": "no name in it",
    "broken_row": "more cells than the header has",
    "organisation": "a company, not a person",
    "group": "a group, kept as a tag of its people",
    "nobody": "nobody else was invited",
    "nobody_came": "nobody else said yes",
    "nobody_known": "nobody in it whom your journal knows",
    "not_yet": "still to come, or of today",
    "cancelled": "cancelled",
    "declined": "you said no",
    "birthday": "a birthday",
    "broken_series": "a series that makes no sense",
    "broken_record": "nothing in it that can be read",
    "no_day": "no day in it",
    "draft": "a draft, never sent",
    "spam": "in the spam folder",
    "no_sender": "no sender, as in advertisements",
    "own_to_several": "written by you to several",
    "who_are_you": "nothing says which one is you",
    "no_message": "an invitation without words",
    "no_profile": "no profile or no words",
    "event": "an event that names nobody",
    "system": "a line of the app's own",
    "not_there": "did not come",
    "not_a_chat": "no chat between people",
    "partial": "only a name beside somebody else's",
    "unused": "a kind that deepnet has no place for",
    "nobody_named": "names nobody",
}


def imported(view: Imported) -> Iterator[RenderableType]:
    """What came in, what was left out and why, and how to take it back."""
    if view.rehearsed:
        yield line(("A rehearsal: nothing was written.", STRONG))
    yield line(f"{view.source}: {wording.counted(view.read, 'record')} read.")
    yield block(_outcome(view))
    yield from _conversations(view)
    for reason, number in view.skipped.items():
        why = _LEFT_OUT.get(reason, reason)
        yield block(f"{wording.counted(number, 'record')} left out: {why}")
    yield from _listed("Read with a doubt", view.warnings)
    yield from _listed("Worth a look", view.suggestions)
    if not view.rehearsed and _wrote(view):
        yield line(("Not right? ", QUIET), "deepnet undo", (" takes it back.", QUIET))


def _wrote(view: Imported) -> bool:
    talks = view.conversations
    return bool(view.new or view.changed or talks.new or talks.changed)


def _conversations(view: Imported) -> Iterator[RenderableType]:
    """What came of the conversations, and of a rehearsal the list of them."""
    talks = view.conversations
    if not any(talks):
        return
    would = " would be" if view.rehearsed else ""
    yield block(
        f"conversations: {talks.new:,}{would} new, {talks.changed:,} changed, "
        f"{talks.unchanged:,} unchanged"
    )
    for seen in view.proposed[:MOST_PROPOSED]:
        yield block(proposal(seen), indent=4, mark="  · ")
    rest = len(view.proposed) - MOST_PROPOSED
    if rest > 0:
        yield block((f"and {rest:,} more; --json lists them all", QUIET))


def _outcome(view: Imported) -> str:
    new, changed, same = f"{view.new:,}", f"{view.changed:,}", f"{view.unchanged:,}"
    if view.rehearsed:
        return f"{new} would be new, {changed} changed, {same} unchanged"
    return f"{new} new, {changed} changed, {same} unchanged"


def _listed(title: str, lines: tuple[str, ...]) -> Iterator[RenderableType]:
    """The first few lines of a kind, and how many more there are."""
    if not lines:
        return
    yield heading(title)
    for each in lines[:MOST_WARNINGS]:
        yield block(each, indent=4, mark="  · ")
    rest = len(lines) - MOST_WARNINGS
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
    yield Path(view.journal)
    if not view.exists:
        yield block("There is no journal yet; the first deepnet log makes it here.")
    else:
        people = wording.counted(view.people, "person")
        talks = wording.counted(view.conversations, "conversation")
        how = ", encrypted" if view.encrypted else ""
        yield block(f"{people} and {talks} in {wording.size(view.bytes)}{how}")
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
