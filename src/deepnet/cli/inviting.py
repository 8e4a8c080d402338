"""Commands about invitations: you asked, or they did, and what came of it."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.options import JsonFlag, NameArgument, NewFlag, OnOption
from deepnet.cli.session import Session
from deepnet.model import Answer, Setting

app = typer.Typer()


@app.command("ask")
def ask(
    ctx: typer.Context,
    name: NameArgument,
    setting: Annotated[
        Setting | None,
        typer.Option("--for", metavar="SETTING", help="lunch, drinks, a walk, a call."),
    ] = None,
    planned: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day you proposed."),
    ] = None,
    asked: Annotated[
        str | None,
        typer.Option("--asked", metavar="DAY", help="When you asked; default: today."),
    ] = None,
    they_asked: Annotated[
        bool, typer.Option("--they-asked", help="They asked you.")
    ] = False,
    new: NewFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """You asked somebody for some time, or they asked you.

    Example: deepnet ask Sunniva --for lunch --on friday
    """
    from deepnet.journal import inviting

    session: Session = ctx.obj
    view = inviting.ask(
        session.write(),
        session.today,
        name,
        setting=setting,
        planned=planned,
        asked=asked,
        they_asked=they_asked,
        choices=session.choices(new=new),
    )
    session.show(view, as_json)


@app.command("answer")
def answer(
    ctx: typer.Context,
    name: NameArgument,
    said: Annotated[
        Answer,
        typer.Argument(metavar="ANSWER", help=f"{', '.join(Answer)}."),
    ],
    on: OnOption = None,
    as_json: JsonFlag = False,
) -> None:
    """What came of an invitation.

    Example: deepnet answer Kwame yes
    """
    from deepnet.journal import inviting

    session: Session = ctx.obj
    view = inviting.answer(
        session.write(),
        session.today,
        name,
        said,
        on=on,
        choices=session.choices(),
    )
    session.show(view, as_json)
