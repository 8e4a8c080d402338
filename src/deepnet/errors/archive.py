"""Exports and the way back: what can't be written, and what can't be taken."""

from __future__ import annotations

from deepnet.errors import Conflict, FileTrouble, UsageError, as_said, either


class NoDocument(FileTrouble):
    """A file that is no export of a journal."""

    def __init__(self) -> None:
        super().__init__(
            "This is no document that deepnet export wrote.",
            "A file of people goes in with deepnet import; nothing was changed.",
        )


class NewerDocument(FileTrouble):
    """A document that a newer deepnet wrote."""

    def __init__(self) -> None:
        super().__init__(
            "This document was written by a newer deepnet.",
            "Upgrade deepnet; nothing was changed.",
        )


_AS_IT_WAS = "Nothing was changed; the document as it was exported can be restored."


class DamagedDocument(FileTrouble):
    """A document that is cut off or was changed by hand: on which line, and why."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"Line {line} can't be used: {why}.", _AS_IT_WAS)


class LostRow(FileTrouble):
    """A row of a document points to one that is not in it."""

    def __init__(self, table: str, number: int | None, parent: str) -> None:
        row = f"the row {number} of {table}" if number else f"a row of {table}"
        super().__init__(
            f"The document can't be used: {row} points to none of its {parent}.",
            _AS_IT_WAS,
        )


class JournalNotEmpty(Conflict):
    """A journal that holds something, where an empty one is needed."""

    def __init__(self) -> None:
        super().__init__(
            "This journal is not empty, and nothing is written over.",
            "Restore into a new one: deepnet --db new.db restore FILE",
        )


class NotAFolder(UsageError):
    """A form that is a folder was to go to stdout or into a file."""

    def __init__(self, form: str) -> None:
        super().__init__(
            f"An export as {form} is a folder of files.",
            f"Name one, as in: deepnet export people --as {form}",
        )


class IsJournal(Conflict):
    """An export was to be written over the journal itself."""

    def __init__(self) -> None:
        super().__init__("That is the journal itself.", "Name another file.")


class ExportThere(Conflict):
    """Something that an export would be written over."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is there already.",
            "Name another place, or write over it with --force.",
        )


class NoForm(UsageError):
    """A path that doesn't say what an export is to be."""

    def __init__(self, path: object, forms: tuple[str, ...]) -> None:
        super().__init__(
            f"{as_said(str(path))} does not say which form you want.",
            f"Say so with --as {either(forms)}.",
        )
