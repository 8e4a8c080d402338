"""What stands in the way of making two entries one, and of forgetting somebody."""

from __future__ import annotations

from deepnet.errors import FileTrouble, UsageError
from deepnet.errors.changes import BuiltUpon


class SamePerson(UsageError):
    """Both names mean one person of the journal."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Both names mean {name}: there is nothing to merge.",
            "deepnet people --duplicates lists who may be in the journal twice.",
        )


class HoldsForgotten(BuiltUpon):
    """A change that can't be taken back, since it wrote of somebody forgotten."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.message = (
            f"Change {number} can't be taken back: it is about somebody who was "
            "forgotten, and what it would need is erased."
        )
        self.hint = "Another change goes by its number; deepnet history lists them."
        self.args = (self.message,)


class NotSwept(FileTrouble):
    """Somebody is erased, but the file could not be written anew."""

    def __init__(self, error: FileTrouble) -> None:
        super().__init__(
            "They are erased, but the file could not be packed, so traces may be left "
            f"in its free pages. {error.message}",
            "Then: deepnet forget --sweep",
        )


class NobodyToForget(UsageError):
    """A call of forget that names nobody."""

    def __init__(self) -> None:
        super().__init__("Nobody is named.", 'Try: deepnet forget "Ana Ruiz"')
