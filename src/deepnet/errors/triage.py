"""What is said of nobody, and a sitting that was broken off."""

from __future__ import annotations

from deepnet.errors import DeepnetError, UsageError


class SaidOfNobody(UsageError):
    """An answer without the name that it is about."""

    def __init__(self) -> None:
        super().__init__(
            "There is no name to say that of.",
            "Say whom you mean, as in: deepnet triage Ana --as know-well",
        )


class SaidAndListed(UsageError):
    """An answer and a list in one call."""

    def __init__(self) -> None:
        super().__init__(
            "--list only lists, and --as says something.", "Use one of the two."
        )


class KeptAnswers(DeepnetError):
    """The user broke off a sitting after some answers."""

    slug = "interrupted"
    exit_code = 130

    def __init__(self, answers: int) -> None:
        kept = "1 answer is" if answers == 1 else f"{answers:,} answers are"
        super().__init__(
            f"Broken off; {kept} kept.", "deepnet triage goes on where you were."
        )
