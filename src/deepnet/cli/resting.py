"""Commands that leave somebody in peace, for good or for a while."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.options import JsonFlag, NameArgument
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("let-go")
def let_go(
    ctx: typer.Context,
    name: NameArgument,
    because: Annotated[
        str | None,
        typer.Option("--because", metavar="TEXT", help="Why, in your own words."),
    ] = None,
    thanks: Annotated[
        bool, typer.Option("--thanks", help="Promise yourself to say thank you.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Thank somebody and leave them in peace.

    Example: deepnet let-go Umar --because "moved on, and that is fine" --thanks
    """
    from deepnet.journal import resting

    session: Session = ctx.obj
    view = resting.let_go(
        session.write(),
        session.today,
        name,
        because=because,
        thanks=thanks,
        choices=session.choices(),
    )
    session.show(view, as_json)


@app.command("snooze")
def snooze(
    ctx: typer.Context,
    name: NameArgument,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DAY", help='"1 dec"; today ends it.'),
    ] = None,
    length: Annotated[
        str | None,
        typer.Option("--for", metavar="TIME", help='"2 weeks", "a month".'),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Don't propose somebody for a while.

    Example: deepnet snooze Kwame --for "2 weeks"
    """
    from deepnet.journal import resting

    session: Session = ctx.obj
    view = resting.snooze(
        session.write(),
        session.today,
        name,
        until=until,
        length=length,
        choices=session.choices(),
    )
    session.show(view, as_json)
