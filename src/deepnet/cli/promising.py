"""Commands about promises: made, and kept."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.options import JsonFlag, NameArgument, NewFlag, OnOption
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("promise")
def promise(
    ctx: typer.Context,
    name: NameArgument,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT", help="What was promised.")
    ],
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="DAY", help='Its day: "friday", "1 dec".'),
    ] = None,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="They promised it to you.")
    ] = False,
    new: NewFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Write down a promise, yours or theirs.

    Example: deepnet promise Kwame "send the book" --by friday
    """
    from deepnet.journal import promises

    session: Session = ctx.obj
    view = promises.promise(
        session.write(),
        session.today,
        name,
        " ".join(text),
        by=by,
        theirs=theirs,
        choices=session.choices(new=new),
    )
    session.show(view, as_json)


@app.command("done")
def done(
    ctx: typer.Context,
    name: NameArgument,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="Words of the promise, if several."),
    ] = None,
    on: OnOption = None,
    as_json: JsonFlag = False,
) -> None:
    """A promise was kept.

    Example: deepnet done João chart
    """
    from deepnet.journal import promises

    session: Session = ctx.obj
    view = promises.done(
        session.write(),
        session.today,
        name,
        " ".join(words or ()),
        on=on,
        choices=session.choices(),
    )
    session.show(view, as_json)
