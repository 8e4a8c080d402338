"""Invitations that there are not, or that can't be written down so."""

from __future__ import annotations

from deepnet.errors import NotFound, UsageError


class NothingAsked(NotFound):
    """An answer without an invitation that waits for one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No invitation with {name} waits for an answer.",
            f'Write it down first, as in: deepnet ask "{name}" --for lunch',
        )


class AnsweredBefore(UsageError):
    """An answer that is older than its invitation; both days as they are written."""

    def __init__(self, asked: str, answered: str) -> None:
        super().__init__(
            f"The answer of {answered} lies before the asking, on {asked}.",
            "Say when it came, with --on.",
        )
