"""The command that asks, name by name, how well you would say you know people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from deepnet.cli.completing import complete_person
from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session
from deepnet.triage import Saying

if TYPE_CHECKING:
    from deepnet.journal.triage import Wanted

app = typer.Typer()


@app.command("triage")
def triage(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...",
            help="Only these people; without: all who have no claim.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ] = None,
    saying: Annotated[
        Saying | None,
        typer.Option(
            "--as",
            metavar="ANSWER",
            help=f"Say it and don't ask: {', '.join(Saying)}.",
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Ask about the oldest claims.")
    ] = False,
    most: Annotated[
        int | None,
        typer.Option("--most", min=1, metavar="N", help="Ask about so many."),
    ] = None,
    only_list: Annotated[
        bool, typer.Option("--list", help="Don't ask: list whom it would be about.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Say of each name how well you would say you know them.

    Asks with one key a person; every answer is kept at once, and the next call
    goes on. A claim changes no score.

    Examples:
      deepnet triage --list
      deepnet triage Kwame --as know-well
    """
    from deepnet.journal.triage import Wanted

    session: Session = ctx.obj
    wanted = Wanted(tuple(name or ()), again, most)
    if saying:
        view = _said(session, wanted.people, saying, only_list=only_list)
    else:
        view = _asked(session, wanted, only_list=only_list)
    session.show(view, as_json)


def _said(
    session: Session, people: tuple[str, ...], saying: Saying, *, only_list: bool
) -> object:
    """Say it by flags alone."""
    from deepnet.errors.triage import SaidAndListed, SaidOfNobody
    from deepnet.journal.triage import say

    if only_list:
        raise SaidAndListed
    if not people:
        raise SaidOfNobody
    choices = session.choices()
    return say(session.write(), session.today, people, saying, choices=choices)


def _asked(session: Session, wanted: Wanted, *, only_list: bool) -> object:
    """Ask at the terminal, or list about whom."""
    from deepnet.journal.triage import to_ask

    if not only_list:
        session.need_terminal(
            "say it, as in: deepnet triage Ana --as know-well; or see --list"
        )
    queue = to_ask(session.read(), session.today, wanted, choices=session.choices())
    if only_list or not queue.names:
        return queue
    from deepnet.cli.sitting import Round

    return Round(session, queue).hold()
