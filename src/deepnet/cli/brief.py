"""The command for the moment before the door."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.completing import complete_person
from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("brief")
def brief(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="Whom you are about to meet, as in show; one or several.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ],
    as_json: JsonFlag = False,
) -> None:
    """Before you meet: last times, facts, promises, questions.

    Example: deepnet brief Katrina
    """
    from deepnet.journal import brief as use

    session: Session = ctx.obj
    store, today = session.read(), session.today
    session.show(use.brief(store, today, names, choices=session.choices()), as_json)
