"""The command that brings people and conversations from a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from deepnet.cli.completing import complete_path
from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session

app = typer.Typer()


class DateOrder(StrEnum):
    """How dates such as 3/4/26 are to be read."""

    day_first = "day-first"
    month_first = "month-first"


@app.command("import")
def import_(
    ctx: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="A file, a folder, or the zip as you got it; several of one kind.",
            autocompletion=complete_path,
        ),
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="KIND",
            help="linkedin, csv, vcard, calendar, whatsapp, telegram, facebook, luma, "
            "eventbrite, meetup, monica, friends or jrnl; default: by content.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Store the meetings of a calendar unasked.")
    ] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD",
            help='What a column of a table holds, as in "Vorname=first"; remembered.',
        ),
    ] = None,
    met: Annotated[
        list[str] | None,
        typer.Option(
            "--met", metavar="NAME", help="Whom you met at an event; once for each."
        ),
    ] = None,
    event: Annotated[
        str | None,
        typer.Option("--event", metavar="NAME", help="What the event was called."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help='The day of the event: "3 nov".'),
    ] = None,
    order: Annotated[
        DateOrder | None,
        typer.Option(
            "--dates",
            metavar="ORDER",
            help="day-first or month-first: how to read 3/4/26, where nothing says it.",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="What it is written in."),
    ] = None,
    keep_texts: Annotated[
        bool, typer.Option("--keep-texts", help="Keep the words of messages, too.")
    ] = False,
    same_names: Annotated[
        bool,
        typer.Option(
            "--same-names", help="Whoever has the same whole name is the same person."
        ),
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Bring people and conversations from a file.

    Example: deepnet import Connections.csv --dry-run
    """
    from deepnet.cli import bringing
    from deepnet.journal.importing import Wishes

    wishes = Wishes(
        source=source,
        encoding=encoding,
        mapping=tuple(columns or ()),
        day_first=None if order is None else order is DateOrder.day_first,
        event=event,
        on=on,
        met=tuple(met or ()),
        keep_texts=keep_texts,
        same_names=same_names,
    )
    session: Session = ctx.obj
    view = bringing.bring(session, paths, wishes, dry_run=dry_run, yes=yes)
    session.show(view, as_json)
