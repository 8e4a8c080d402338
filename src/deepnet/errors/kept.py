"""What went wrong, and where the user's words are all the same."""

from __future__ import annotations

from deepnet.errors import DeepnetError


class Kept(DeepnetError):
    """Another error, with the words for where the user's text is."""

    def __init__(self, error: DeepnetError, kept: str) -> None:
        super().__init__(error.message, f"{error.hint or ''} {kept}".strip())
        self.slug = error.slug
        self.exit_code = error.exit_code
        self.candidates: tuple[str, ...] = getattr(error, "candidates", ())


class KeptEdit(Kept):
    """An edited entry that could not be stored; the text is in ``where``."""

    def __init__(self, error: DeepnetError, what: str, where: object) -> None:
        super().__init__(
            error,
            f"Your text is in {where}; deepnet edit {what} --from FILE stores it.",
        )


class KeptWords(Kept):
    """A command that could not be stored; its words are in ``where``."""

    def __init__(self, error: DeepnetError, where: object) -> None:
        super().__init__(
            error,
            f"Your words are kept in {where}; deepnet log --recovered stores them.",
        )


class SaidBack(Kept):
    """Words that could neither be stored nor kept, so that they are said back."""

    def __init__(self, error: DeepnetError, words: str) -> None:
        super().__init__(error, f"They can't be kept either, so here they are: {words}")
