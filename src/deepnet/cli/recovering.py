"""Storing what could not be stored before: offered at a terminal, or by a flag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.main import get_command

from deepnet import dates
from deepnet.cli import app, unstored
from deepnet.cli.ending import say
from deepnet.cli.session import Session
from deepnet.errors import DeepnetError, FileTrouble
from deepnet.errors.kept import KeptWords
from deepnet.plain import plain

if TYPE_CHECKING:
    from deepnet.cli.unstored import Unstored


class Again(Session):
    """A command that is run again as if it were then; its answers are collected."""

    def __init__(self, session: Session, entry: Unstored) -> None:
        super().__init__(session.path, session.environ)
        self.keys = session.keys
        self.now = entry.now
        self.views: list[object] = []

    def show(self, view: object, as_json: bool = False) -> None:
        """Keep the answer for whoever asked."""
        del as_json
        self.views.append(view)


def store_all(session: Session, *, as_json: bool) -> None:
    """Store all that waits, and answer as each command would have.

    Raises:
        FileTrouble: the file still can't take it.
        DeepnetError: something else is the matter with one of them; the others are
            stored, and it still waits.
    """
    views: list[object] = []
    failed: DeepnetError | None = None
    session.unlock()
    try:
        for entry in unstored.waiting(session):
            try:
                views += _stored(session, entry)
            except FileTrouble:
                raise
            except DeepnetError as error:
                failed = failed or error
    finally:
        _answer(session, views, as_json=as_json)
    if failed:
        raise KeptWords(failed, unstored.path_of(session.path)) from failed


def _answer(session: Session, views: list[object], *, as_json: bool) -> None:
    if as_json:
        session.show({"recovered": views}, as_json)
        return
    for view in views:
        session.show(view)
    if not views:
        say("Nothing was stored.")


def _stored(session: Session, entry: Unstored) -> list[object]:
    session.close()
    with Again(session, entry) as again:
        name, *words = entry.words
        group: Any = get_command(app)
        command = group.get_command(None, name)
        command.main(
            args=words, prog_name=f"deepnet {name}", standalone_mode=False, obj=again
        )
    unstored.drop(session, entry)
    return again.views


def remind(session: Session, *, as_json: bool) -> None:
    """Offer to store what waits, or say where it waits."""
    path = unstored.path_of(session.path)
    if not path.exists():
        return
    if as_json or not session.at_terminal:
        say(
            f"Words that could not be stored wait in {path}; deepnet log --recovered "
            "stores them."
        )
        return
    session.unlock()
    for entry in unstored.waiting(session):
        _offer(session, entry)


def _offer(session: Session, entry: Unstored) -> None:
    typer.echo(f"This could not be stored on {dates.written(entry.now.date())}:")
    typer.echo(f"  {plain(unstored.said(entry.words))}")
    answer = input("Store it now? [Y/n, d drops it] ").strip().lower()
    if answer in ("d", "drop"):
        unstored.drop(session, entry)
    elif answer in ("", "y", "yes"):
        try:
            for view in _stored(session, entry):
                session.show(view)
        except DeepnetError as error:
            typer.echo(plain(error.message))
            if error.hint:
                typer.echo(plain(error.hint))
