"""Circles that there are not, and tags that can't be one."""

from __future__ import annotations

from deepnet.errors import NotFound, UsageError, as_said, either


class NamelessCircle(UsageError):
    """A tag without a letter or a digit."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{as_said(said)} is no name for a circle.",
            "It has letters, digits and hyphens, as in bookclub.",
        )


class TagTaken(UsageError):
    """A tag that means something else in a sentence: ``kind`` is facet or depth."""

    def __init__(self, tag: str, kind: str) -> None:
        super().__init__(
            f"#{tag} is a {kind} in a sentence, so no circle can be called that.",
            f"A longer word will do, as in {tag}-friends.",
        )


class NoSuchCircle(NotFound):
    """A tag that nobody has; ``suggestions`` are tags like it."""

    def __init__(self, said: str, suggestions: tuple[str, ...] = ()) -> None:
        tag = f"#{as_said(said)[1:-1].lstrip('#＃')}"
        hint = rf"deepnet people --circles lists them; in a sentence, \{tag} is a word."
        if suggestions:
            hint = f"Did you mean {either(suggestions)}? {hint}"
        super().__init__(f"There is no circle {tag}.", hint)
        self.suggestions = suggestions


class NobodyLeft(NotFound):
    """A circle of people who were all let go."""

    def __init__(self, tag: str) -> None:
        super().__init__(
            f"Everybody in #{tag} was let go.",
            "Name whoever was there: a conversation brings them back.",
        )
