"""The command that says how a month was, or a year."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deepnet.cli.completing import complete_path
from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session

if TYPE_CHECKING:
    from deepnet.views.month import Report
    from deepnet.views.year import Year

app = typer.Typer()


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
    year: Annotated[
        bool, typer.Option("--year", help="The twelve months that end with it.")
    ] = False,
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
    session: Session = ctx.obj
    view = _view(session, month, last=last, year=year)
    if markdown:
        from deepnet.render.markdown import report as as_markdown

        session.save(as_markdown(view), markdown)
    session.show(view, as_json)


def _view(
    session: Session, month: str | None, *, last: bool, year: bool
) -> Report | Year:
    if year:
        from deepnet.journal import years

        return years.year(session.read(), session.today, month=month, last=last)
    from deepnet.journal import months

    return months.report(session.read(), session.today, month=month, last=last)
