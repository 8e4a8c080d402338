"""The command that says how a month was, or a year."""

from __future__ import annotations

from enum import StrEnum
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


class Names(StrEnum):
    """How people are named on a page."""

    full = "full"
    initials = "initials"


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
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help="Write it as a page, too.",
            autocompletion=complete_path,
        ),
    ] = None,
    opened: Annotated[
        bool, typer.Option("--open", help="Open that page in the browser.")
    ] = False,
    names: Annotated[
        Names,
        typer.Option(
            "--names",
            metavar="NAMES",
            help="On the page: full, or initials and nothing that you wrote.",
            show_default=False,
        ),
    ] = Names.full,
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

    Examples:
      deepnet report --last
      deepnet report --year
      deepnet report --html month.html
    """
    session: Session = ctx.obj
    view = _view(session, month, last=last, year=year)
    _page(session, view, html, names, opened=opened)
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


def _page(
    session: Session,
    view: Report | Year,
    path: Path | None,
    names: Names,
    *,
    opened: bool,
) -> None:
    """Write the page, and open it, as far as that is wanted.

    Raises:
        NoPage: there is none to open, or to name people on.
        Unwritable: the file can't be written.
    """
    if path is None:
        if opened or names is not Names.full:
            from deepnet.errors.calls import NoPage

            raise NoPage("--open" if opened else "--names")
        return
    from deepnet.journal import pages
    from deepnet.render.html import page as as_page

    page = pages.page(session.read(), session.today, view)
    session.save(as_page(page, initials=names is Names.initials), path)
    if opened:
        _open(path)


def _open(path: Path) -> None:
    import webbrowser

    from deepnet.cli.ending import say

    if not webbrowser.open(path.resolve().as_uri()):
        say("There is no browser here to open it with.")
