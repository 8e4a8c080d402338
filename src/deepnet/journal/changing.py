"""The record of changes, and taking the last one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.errors.changes import NoSuchChange, NothingToUndo
from deepnet.store import changes
from deepnet.views.data import ChangeSeen, ChangesSeen, Undone

if TYPE_CHECKING:
    from deepnet.store import Store


def history(store: Store, *, most: int) -> ChangesSeen:
    """The latest changes, latest first."""
    return ChangesSeen(tuple(map(_seen, changes.entries(store, most=most))))


def undo(store: Store, number: int | None) -> Undone:
    """Take back a change, the last one by default, as a change of its own.

    The last change may be an undo: then what it took back is there again.

    Raises:
        NotFound: there is no such change, or none at all.
        Conflict: a later change builds on it, or it is taken back already.
    """
    with store.change("undo") as change:
        # The change that is being written is the latest now.
        entry = changes.entry_before(store, change.number, number)
        if entry is None:
            raise NothingToUndo if number is None else NoSuchChange(number)
        changes.take_back(store, entry.id)
        change.undoes = entry.id
        change.summary = _summary(entry)
        return Undone(change.number, _seen(entry))


def _summary(entry: changes.Entry) -> str:
    if entry.undoes is None:
        return f"Took back: {entry.summary}"
    return f"Brought back: {entry.summary.partition(': ')[2]}"


def _seen(entry: changes.Entry) -> ChangeSeen:
    return ChangeSeen(*entry)
