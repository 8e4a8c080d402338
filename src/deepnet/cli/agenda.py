"""Commands that say whom to see next, and how a month was."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deepnet.cli.completing import complete_path
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

    Example: deepnet who-next --near Oslo --for lunch
    """
    from deepnet.journal import agenda

    session: Session = ctx.obj
    outing = agenda.outing(near, setting)
    session.show(agenda.who_next(session.read(), session.today, outing), as_json)


@app.command("report")
def report(
    ctx: typer.Context,
    month: Annotated[
        str | None,
        typer.Option(
            "--month", metavar="MONTH", help="2026-10, october; default: this."
        ),
    ] = None,
    last: Annotated[bool, typer.Option("--last", help="The month before.")] = False,
    markdown: Annotated[
        Path | None,
        typer.Option(
            "--markdown",
            metavar="FILE",
            help="Write it as Markdown, too.",
            autocompletion=complete_path,
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """A month with people, in figures.

    Example: deepnet report --last
    """
    from deepnet.journal import months

    session: Session = ctx.obj
    view = months.report(session.read(), session.today, month=month, last=last)
    if markdown:
        from deepnet.render.markdown import report as as_markdown

        session.save(as_markdown(view), markdown)
    session.show(view, as_json)
