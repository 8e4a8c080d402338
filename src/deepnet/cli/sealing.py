"""The commands that encrypt the journal and decrypt it."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("encrypt")
def encrypt(
    ctx: typer.Context,
    anew: Annotated[
        bool, typer.Option("--anew", help="Give it another passphrase.")
    ] = False,
    copies: Annotated[
        bool, typer.Option("--backups", help="Encrypt the backups beside it, too.")
    ] = False,
    new_fd: Annotated[
        int | None,
        typer.Option(
            "--new-passphrase-fd",
            min=0,
            metavar="N",
            help="With --anew: read the new passphrase from this descriptor.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Let only a passphrase open the journal; whoever loses it loses the journal.

    Examples:
      deepnet encrypt
      deepnet encrypt --backups
    """
    from deepnet.cli import locking

    session: Session = ctx.obj
    view = locking.encrypt(session, anew=anew, copies_too=copies, new_fd=new_fd)
    session.show(view, as_json)


@app.command("decrypt")
def decrypt(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """Let the journal be opened without a passphrase.

    Example: deepnet decrypt
    """
    from deepnet.cli import locking

    session: Session = ctx.obj
    session.show(locking.decrypt(session), as_json)
