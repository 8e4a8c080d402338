"""What is learnt and promised, and can't be written down."""

from __future__ import annotations

from deepnet.errors import Ambiguous, Conflict, NotFound, UsageError, as_said
from deepnet.plain import listed


class WhoseFact(UsageError):
    """A fact, several people, and no name to go with it."""

    def __init__(self, said: str, people: tuple[str, ...]) -> None:
        who = listed(people) or "nobody"
        super().__init__(
            f"Of whom did you learn {as_said(said)}? {who} were there.",
            f'Put the name first, as in --learned "{people[0]}/family: two sisters".'
            if people
            else "Say who was there, with --with.",
        )


class WhosePromise(UsageError):
    """A promise, several people, and no name to go with it."""

    def __init__(self, said: str, people: tuple[str, ...]) -> None:
        who = listed(people) or "nobody"
        super().__init__(
            f"To whom did you promise {as_said(said)}? {who} were there.",
            f'Put the name first, as in --promise "{people[0]}/send the book".'
            if people
            else "Say who was there, with --with.",
        )


class UnreadableFact(UsageError):
    """Something learnt that does not say which facet it is about."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't tell which facet {as_said(said)} is about.",
            'Put the facet and a colon first: "family: her father is ill".',
        )


class UnknownFacet(UsageError):
    """A facet that does not exist; ``facets`` are those that do."""

    def __init__(self, said: str, facets: tuple[str, ...], meant: str | None) -> None:
        question = f"Did you mean {meant}? " if meant else ""
        super().__init__(
            f"There is no facet called {as_said(said)}.",
            f"{question}The facets are {', '.join(facets)}.",
        )


class EmptyFact(UsageError):
    """A facet with nothing said about it."""

    def __init__(self, facet: str) -> None:
        super().__init__(
            f"Nothing follows “{facet}:”.",
            'Say what you learnt: "family: her father is ill".',
        )


class EmptyPromise(UsageError):
    """A promise without words."""

    def __init__(self) -> None:
        super().__init__(
            "The promise has no words.",
            'Say what was promised: "send the book by friday".',
        )


class NoSuchPromise(NotFound):
    """No open promise that has those words."""

    def __init__(self, name: str, words: str) -> None:
        what = f" with the words {as_said(words)}" if words else ""
        super().__init__(
            f"There is no open promise with {name}{what}.",
            f"deepnet show {name} lists the promises.",
        )


class SeveralPromises(Ambiguous):
    """Words that fit several open promises."""

    def __init__(self, name: str, texts: tuple[str, ...]) -> None:
        super().__init__(
            f"There are several open promises with {name}:",
            texts,
            "Add a word of the one you mean.",
        )


class KnownAlready(Conflict):
    """A fact that is written down already."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(
            f"Of {name}, {as_said(text)} is written down already.",
            f"deepnet show {name} has all that you know of them.",
        )
