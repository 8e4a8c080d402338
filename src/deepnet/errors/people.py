"""Names: of nobody, of somebody else, or none at all."""

from __future__ import annotations

from deepnet.errors import Conflict, NotFound, UsageError, as_said, either


class NamelessPerson(UsageError):
    """A person without a name."""

    def __init__(self) -> None:
        super().__init__("A person needs a name.", 'Try: deepnet add "Ana Ruiz"')


class UnreadableEmail(UsageError):
    """Words that are no email."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{as_said(said)} is no email address.", "It looks like ana@example.org."
        )


class NoName(UsageError):
    """A blank where a name belongs."""

    def __init__(self) -> None:
        super().__init__(
            "There is no name in that.",
            "Say whom you mean: a name, an alias, or a number such as @12.",
        )


class NobodyThere(NotFound):
    """A sentence in which nobody from the journal is found."""

    def __init__(self, sentence: str) -> None:
        super().__init__(
            f"Nobody from your journal is in {as_said(sentence)}.",
            "Say who, as in: lunch with Ana; or --with NAME (--new if new).",
        )


class NobodyNamed(NotFound):
    """No name where one is needed."""

    def __init__(self) -> None:
        super().__init__("Nobody is named.", "Name at least one person.")


class Nobody(NotFound):
    """A name that nobody has; ``suggestions`` are names like it."""

    def __init__(self, said: str, suggestions: tuple[str, ...] = ()) -> None:
        hint = "deepnet add writes them down; so does --new, where a command has it."
        if suggestions:
            hint = f"Did you mean {either(suggestions)}? {hint}"
        super().__init__(f"Nobody in the journal is called {as_said(said)}.", hint)
        self.suggestions = suggestions


class NameTaken(Conflict):
    """Somebody has that name already; the candidates are lines."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(
            f"{as_said(name)} is in the journal already:",
            "If this is somebody else, add --new.",
        )
        self.candidates = candidates


class NobodyOnList(NotFound):
    """A name that nobody has among those who were at an event."""

    def __init__(self, said: str, suggestions: tuple[str, ...] = ()) -> None:
        hint = f"Did you mean {either(suggestions)}?" if suggestions else None
        super().__init__(f"Nobody on the list is called {as_said(said)}.", hint)
