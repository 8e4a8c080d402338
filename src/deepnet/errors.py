"""All that can go wrong: a class each, with its sentence, its hint and its exit code.

A raise site is one call; the wording lives here. A hint says what to try.
"""

from __future__ import annotations

from typing import ClassVar


class DeepnetError(Exception):
    """Something that the user can understand and mend.

    ``slug`` names the kind for scripts, ``exit_code`` follows
    docs/reference/exit-codes.md, ``hint`` says what to try.
    """

    slug: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


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
