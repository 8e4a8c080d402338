"""An import step by step: read, ask about what was guessed, bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from deepnet.cli.progress import progress
from deepnet.errors import Interrupted
from deepnet.journal import importing
from deepnet.plain import plain
from deepnet.render.proposals import proposal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from deepnet.cli.session import Session
    from deepnet.journal.importing import Wishes
    from deepnet.records import Batch, Encounter
    from deepnet.views.data import Imported


def bring(
    session: Session, paths: Sequence[Path], wishes: Wishes, *, dry_run: bool, yes: bool
) -> Imported:
    """Bring files of one kind, with a word of the user's where one is needed.

    Raises:
        NoTerminal: meetings are only guessed, and nobody can agree to them.
    """
    store, (path, *others) = session.read(), paths
    with progress("Reading") as tell:
        batch = importing.read(
            store, session.today, path, wishes, others=others, progress=tell
        )
    if not dry_run:
        batch = _agreed(session, batch, wishes, yes=yes)
        store = session.write()
    with progress("Storing") as tell:
        return importing.bring(
            store,
            session.today,
            path,
            batch,
            wishes,
            others=others,
            rehearse=dry_run,
            progress=tell,
        )


def _agreed(session: Session, batch: Batch, wishes: Wishes, *, yes: bool) -> Batch:
    """The batch as far as the user agrees to it."""
    known, fresh = importing.parted(session.read(), batch)
    try:
        if batch.proposed and fresh and not yes:
            session.need_terminal(
                "--yes stores what is proposed, and --dry-run only lists it"
            )
            return batch._replace(encounters=(*known, *_chosen(fresh)))
        if batch.present and not wishes.met and session.at_terminal:
            return _met(batch)
    except (KeyboardInterrupt, EOFError):
        typer.echo("")
        raise Interrupted from None
    return batch


def _chosen(fresh: Sequence[Encounter]) -> Sequence[Encounter]:
    """Those of the proposed meetings that are to be stored."""
    for number, encounter in enumerate(fresh, start=1):
        names = [person.name for person in encounter.people]
        line = proposal(importing.proposed(encounter, names))
        typer.echo(f"{number:>4}  {plain(line)}")
    answer = ""
    question = f"Store these {len(fresh)}?" if fresh[1:] else "Store it?"
    while answer not in ("y", "yes", "n", "no", "c", "choose"):
        answer = input(f"{question} [Y/n/choose] ").strip().lower() or "y"
    if answer[0] == "n":
        return ()
    if answer[0] == "y":
        return fresh
    numbers = _numbers("Which ones, as in 1,3-5?", len(fresh))
    return [fresh[number] for number in numbers]


def _met(batch: Batch) -> Batch:
    """The event with those whom the user says to have met."""
    people = batch.present.people if batch.present else ()
    for number, person in enumerate(people, start=1):
        company = f", {person.company}" if person.company else ""
        typer.echo(f"{number:>4}  {plain(person.name + company)}")
    question = "Whom did you meet, as in 1,3-5? Enter: nobody."
    return importing.met_numbers(batch, _numbers(question, len(people)))


def _numbers(question: str, most: int) -> Sequence[int]:
    """Ask for places in a list, counted from 1; the answer counts from 0."""
    while True:
        answer = input(f"{question} ").strip()
        found = places(answer, most)
        if found is not None:
            return found
        typer.echo(f"Numbers from 1 to {most}, with commas.")


def places(answer: str, most: int) -> list[int] | None:
    """Read "1,3-5" as places counted from 0; None where it is no such list."""
    found: set[int] = set()
    for part in filter(None, answer.replace(" ", ",").split(",")):
        first, dash, last = part.partition("-")
        if not (first.isdecimal() and (last.isdecimal() if dash else not last)):
            return None
        numbers = range(int(first), int(last or first) + 1)
        if not numbers or numbers[0] < 1 or numbers[-1] > most:
            return None
        found.update(number - 1 for number in numbers)
    return sorted(found)
