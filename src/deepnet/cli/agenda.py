"""The command that says whom to see next."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session
from deepnet.model import Setting

app = typer.Typer()


def morning(ctx: typer.Context) -> None:
    """The bare call: this morning's people, or the first steps."""
    from deepnet.journal import agenda

    session: Session = ctx.obj
    session.show(agenda.who_next(session.read(), session.today))


@app.command("who-next")
def who_next(
    ctx: typer.Context,
    near: Annotated[
        str | None,
        typer.Option("--near", metavar="PLACE", help="For a day in another place."),
    ] = None,
    setting: Annotated[
        Setting | None,
        typer.Option("--for", metavar="SETTING", help="For lunch, drinks, a call."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Whom to see next, why, and what to ask.

    Examples:
      deepnet who-next
      deepnet who-next --near "Old Town" --for lunch
    """
    from deepnet.journal import agenda

    session: Session = ctx.obj
    outing = agenda.outing(near, setting)
    session.show(agenda.who_next(session.read(), session.today, outing), as_json)
