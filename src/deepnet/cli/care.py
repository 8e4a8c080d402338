"""Commands that look after the journal's file: copies of it, and its health."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("backup")
def backup(
    ctx: typer.Context,
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]",
            help="A folder, or a new file; default: the folder beside the journal.",
            show_default=False,
        ),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(
            "--keep",
            min=1,
            metavar="N",
            help="Keep only the latest N of your own in that folder.",
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Copy the journal, and prove the copy sound.

    Example: deepnet backup /media/stick --keep 7
    """
    from deepnet.journal import keeping

    session: Session = ctx.obj
    store = session.read()
    view = keeping.back_up(store, session.path, target=target, keep=keep)
    session.show(view, as_json)


@app.command("restore")
def restore(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help="A backup, its name, or an export; without: lists backups.",
            show_default=False,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Go back to a backup, or bring an export back.

    What the journal is before it becomes a backup's is kept as another one. An
    export is brought into an empty journal only.

    Example: deepnet restore journal-2026-11-25-120000.db
    """
    from deepnet.cli import returning
    from deepnet.journal import keeping

    session: Session = ctx.obj
    if file is None:
        session.show(keeping.kept(session.path), as_json)
    else:
        session.show(returning.restore(session, file, yes=yes), as_json)
