"""The command that takes everything out of a journal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deepnet.archive import Form
from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("export")
def export(
    ctx: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]",
            help="Where to, - for stdout; default: a file named for today.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--as",
            metavar="FORM",
            help=f"{', '.join(Form)}; default: by the ending of PATH, or json.",
        ),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", help="People you have let go, too.")
    ] = False,
    without_history: Annotated[
        bool,
        typer.Option("--without-history", help="Leave out what undo needs (json)."),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over what is there.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Take everything out, in a form that other programs read.

    Examples:
      deepnet export journal.json
      deepnet export pages --as markdown
    """
    from deepnet.archive import Wanted
    from deepnet.cli import delivery
    from deepnet.journal import archive
    from deepnet.render.notes import note

    session: Session = ctx.obj
    form = delivery.form_of(path, form)
    place = delivery.Place.of(
        path, form, journal=session.path, today=session.today, force=force
    )
    wanted = Wanted(
        form, session.today, everybody=everybody, history=not without_history
    )
    view = archive.export(session.read(), wanted, place.deliver, page=note)
    if place.path != delivery.STDOUT:
        session.show(view, as_json)
