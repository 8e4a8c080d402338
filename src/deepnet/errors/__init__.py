"""All that can go wrong: a class each, with its sentence, its hint and its exit code.

The family is here, a kind for each exit code; its members are in the modules beside, by
what they are about. A raise site is one call; the wording lives here. A hint says what
to try.
"""

from __future__ import annotations


class DeepnetError(Exception):
    """Something that the user can understand and mend.

    ``slug`` names the kind for scripts, ``exit_code`` follows
    docs/reference/exit-codes.md, ``hint`` says what to try.
    """

    slug: str = "error"
    exit_code: int = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Bug(DeepnetError):
    """Something that should not have happened."""

    slug = "bug"

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            f"Sorry, that is a bug in deepnet: {type(error).__name__}. "
            "Nothing was half-written.",
            "deepnet --debug and the same words again show where it happened.",
        )


class Interrupted(DeepnetError):
    """The user broke off."""

    slug = "interrupted"
    exit_code = 130

    def __init__(self) -> None:
        super().__init__("Broken off; nothing was changed.")


class KeptDraft(DeepnetError):
    """The user broke off a conversation half told; the answers are in ``where``."""

    slug = "interrupted"
    exit_code = 130

    def __init__(self, where: object) -> None:
        super().__init__(
            f"Broken off; your answers are kept in {where}.",
            "deepnet log goes on with them.",
        )


class UsageError(DeepnetError):
    """The words of the call don't fit together."""

    slug = "usage"
    exit_code = 2


class NoSuchDay(DeepnetError):
    """A day that cannot be read, does not exist, or lies in the future."""

    slug = "day"
    exit_code = 2


class NotFound(DeepnetError):
    """Nobody or nothing by that name."""

    slug = "not-found"
    exit_code = 3


class Ambiguous(DeepnetError):
    """A name that fits several people; each candidate is a line."""

    slug = "ambiguous"
    exit_code = 4

    def __init__(
        self, message: str, candidates: tuple[str, ...], hint: str | None = None
    ) -> None:
        super().__init__(message, hint)
        self.candidates = candidates


class Conflict(DeepnetError):
    """It exists already, or something later stands in the way."""

    slug = "conflict"
    exit_code = 5


class FileTrouble(DeepnetError):
    """The journal's file: locked, damaged, unwritable, full disk, or newer."""

    slug = "file"
    exit_code = 6


class NothingUsable(DeepnetError):
    """An import that holds nothing to take in."""

    slug = "nothing-usable"
    exit_code = 7


_ECHO = 40


def as_said(said: str) -> str:
    """Quote what somebody typed: one short line, safe to show at a terminal."""
    line = " ".join("".join(c if c.isprintable() else " " for c in said[:400]).split())
    return f"“{line[:_ECHO]}…”" if len(line) > _ECHO else f"“{line}”"


def either(names: tuple[str, ...]) -> str:
    """List names as one says them: A, B or C."""
    listed = [as_said(name)[1:-1] for name in names]
    return " or ".join(filter(None, (", ".join(listed[:-1]), listed[-1])))
