"""Commands that look after the journal's file: copies of it, and its health."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session
from deepnet.errors import FileTrouble

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

    Examples:
      deepnet backup
      deepnet backup stick --keep 7
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

    Examples:
      deepnet restore
      deepnet restore journal-2026-11-25-120000.db --yes
    """
    from deepnet.cli import returning
    from deepnet.journal import keeping

    session: Session = ctx.obj
    if file is None:
        session.show(keeping.kept(session.path), as_json)
    else:
        session.show(returning.restore(session, file, yes=yes), as_json)


@app.command("doctor")
def doctor(
    ctx: typer.Context,
    fix: Annotated[
        bool, typer.Option("--fix", help="Make anew what follows from the rest.")
    ] = False,
    salvage: Annotated[
        Path | None,
        typer.Option(
            "--salvage",
            metavar="NEWFILE",
            help="Save what can be read of a damaged journal into a new one.",
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Check that the journal is sound; exit code 6 where it is not.

    Examples:
      deepnet doctor
      deepnet doctor --fix
    """
    from deepnet.cli import examining
    from deepnet.journal import health

    session: Session = ctx.obj
    if salvage:
        view = health.save(
            session.path, salvage, at=session.moment(), keys=session.keys
        )
        session.show(view, as_json)
        return
    seen = examining.examine(session, fix=fix)
    session.show(seen, as_json)
    if not seen.sound:
        raise typer.Exit(FileTrouble.exit_code)
