"""Asking at a terminal what only a person can decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from deepnet.journal.whom import Choices
from deepnet.names import describe
from deepnet.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deepnet.errors import Ambiguous, NotFound
    from deepnet.model import Named, PersonRef


def pick(question: str, lines: Sequence[str]) -> int | None:
    """Ask for one of several lines by its number; None where Enter says none."""
    for number, line in enumerate(lines, start=1):
        typer.echo(f"  {number}  {plain(line)}")
    while True:
        answer = input(f"{question} [1-{len(lines)}, Enter: none] ").strip()
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(lines):
            return int(answer) - 1


def agree(question: str) -> bool:
    """Ask a question that Enter answers with yes."""
    return input(f"{question} [Y/n] ").strip().lower() in ("", "y", "yes")


def sure(question: str) -> bool:
    """Ask a question that Enter answers with no."""
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")


class Asking(Choices):
    """The user decides."""

    def which(self, problem: Ambiguous, candidates: Sequence[Named]) -> Named | None:
        """Show the candidates and take a number."""
        typer.echo(plain(problem.message))
        chosen = pick("Which?", [describe(named) for named in candidates])
        return None if chosen is None else candidates[chosen]

    def is_new(self, name: str, problem: NotFound) -> bool:
        """Show the names that are like it, and ask whether to add one more."""
        if problem.hint:
            typer.echo(plain(f"{problem.message} {problem.hint}"))
        return agree(f"Add {plain(name)} to the journal?")

    def whose(self, text: str, present: Sequence[PersonRef]) -> PersonRef | None:
        """Show who was there and take a number."""
        typer.echo(f"About whom: {plain(text)}")
        chosen = pick("Whose?", [person.name for person in present])
        return None if chosen is None else present[chosen]


class Adding(Choices):
    """Whoever is not known is added; the rest is for others to decide.

    With ``agreed``, only those names are added, and others are asked about.
    """

    def __init__(self, rest: Choices, agreed: frozenset[str] | None = None) -> None:
        self._rest = rest
        self._agreed = agreed

    def which(self, problem: Ambiguous, candidates: Sequence[Named]) -> Named | None:
        """Leave it to the others."""
        return self._rest.which(problem, candidates)

    def is_new(self, name: str, problem: NotFound) -> bool:
        """Yes, if it was agreed on."""
        if self._agreed is None or name in self._agreed:
            return True
        return self._rest.is_new(name, problem)

    def whose(self, text: str, present: Sequence[PersonRef]) -> PersonRef | None:
        """Leave it to the others."""
        return self._rest.whose(text, present)
