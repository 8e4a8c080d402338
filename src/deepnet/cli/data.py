"""Commands about the journal itself: what was changed, where it is, its settings."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.completing import complete_key
from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("undo")
def undo(
    ctx: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="[CHANGE]",
            help="A change's number, from deepnet history; default: the last.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Take back the last change; again, and it is there again.

    Example: deepnet undo
    """
    from deepnet.journal import changing

    session: Session = ctx.obj
    session.show(changing.undo(session.write(), number), as_json)


@app.command("history")
def history(
    ctx: typer.Context,
    most: Annotated[
        int,
        typer.Option("--most", min=1, metavar="N", help="How many changes to list."),
    ] = 20,
    as_json: JsonFlag = False,
) -> None:
    """List the changes, latest first.

    Example: deepnet history --most 5
    """
    from deepnet.journal import changing

    session: Session = ctx.obj
    session.show(changing.history(session.read(), most=most), as_json)


@app.command("where")
def where(
    ctx: typer.Context,
    path: Annotated[
        bool, typer.Option("--path", help="The path alone, for another program.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Where the journal lives, and how much is in it.

    Example: deepnet where
    """
    from deepnet.journal.where import where as found

    session: Session = ctx.obj
    if path and not as_json:
        session.answer(f"{session.path}\n")
    else:
        session.show(found(session.read(), session.path), as_json)


@app.command("config")
def config(
    ctx: typer.Context,
    key: Annotated[
        str | None,
        typer.Argument(
            metavar="[KEY]",
            help="Which setting; without: all of them.",
            autocompletion=complete_key,
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(metavar="[VALUE]", help='What to set it to; "" empties it.'),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Show or set a setting of this journal.

    Examples:
      deepnet config
      deepnet config day-start 04:00
    """
    from deepnet.cli import locking
    from deepnet.journal import configuring

    session: Session = ctx.obj
    if key is None or value is None:
        session.show(locking.shown(session, key), as_json)
    elif locking.is_of_machine(key):
        session.show(locking.set_up(session, key, value), as_json)
    else:
        session.show(configuring.configure(session.write(), key, value), as_json)
