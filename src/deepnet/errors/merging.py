"""What stands in the way of making two entries one, and of forgetting somebody."""

from __future__ import annotations

from deepnet.errors import DeepnetError, FileTrouble, UsageError
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


class SweepBrokenOff(DeepnetError):
    """Ctrl-C came after somebody was erased, and before the file was packed."""

    slug = "interrupted"
    exit_code = 130

    def __init__(self) -> None:
        super().__init__(
            "They are erased; what comes after it was broken off.",
            "deepnet forget --sweep packs the file.",
        )


class FileStays(FileTrouble):
    """A draft or a copy beside the journal that can't be taken away."""

    def __init__(self, path: object, error: OSError) -> None:
        super().__init__(
            f"They are erased from the journal, but {path} can't be erased: "
            f"{error.strerror}.",
            "Delete it by hand; it may hold them.",
        )


class SweepsAll(UsageError):
    """A name beside --sweep, which is for the whole file."""

    def __init__(self) -> None:
        super().__init__(
            "--sweep is for the whole file and names nobody.",
            "deepnet forget NAME sweeps the file by itself.",
        )


class NobodyToForget(UsageError):
    """A call of forget that names nobody."""

    def __init__(self) -> None:
        super().__init__("Nobody is named.", 'Try: deepnet forget "Ana Ruiz"')
