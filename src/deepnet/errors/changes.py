"""Entries and changes that there are not, or that can't be taken back."""

from __future__ import annotations

from deepnet.errors import Conflict, NotFound, as_said


class NoSuchEntry(NotFound):
    """An entry that there is not."""

    def __init__(self, which: str) -> None:
        message = (
            "There is no entry yet."
            if which == "last"
            else f"There is no entry {as_said(which)}."
        )
        super().__init__(message, "deepnet show NAME lists the entries with somebody.")


class NoSuchChange(NotFound):
    """A change that there is not."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"There is no change {number}.", "deepnet history lists the changes."
        )


class NothingToUndo(NotFound):
    """Nothing was changed yet."""

    def __init__(self) -> None:
        super().__init__("There is no change to take back.")


class BuiltUpon(Conflict):
    """A change that something later builds on."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Change {number} can't be taken back: something later builds on it.",
            "Take the later changes back first; deepnet history lists them.",
        )
