"""Bringing an export back, and asking before the journal becomes what a backup was."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import typer

from deepnet.cli.choosing import sure
from deepnet.errors import Interrupted
from deepnet.journal import keeping
from deepnet.plain import plain
from deepnet.render import wording

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.cli.session import Session
    from deepnet.store.replacing import Inside
    from deepnet.views.archive import Restored as BroughtBack
    from deepnet.views.care import Restored

_HEAD = 64
"""How many bytes tell an export from a backup."""


def restore(session: Session, file: Path, *, yes: bool) -> Restored | BroughtBack:
    """Go back to a backup, if the user is sure, or bring an export back.

    What is in the file decides; an export needs an empty journal, and no asking.

    Raises:
        NoTerminal: nobody can be asked, and ``yes`` was not said.
        Interrupted: the user is not sure; nothing was changed.
    """
    if _is_document(file):
        return _bring_back(session, file)
    way = keeping.way_back(session.path, file, session.keys)
    if not yes:
        session.need_terminal("add --yes")
        _ask(way)
    return keeping.go_back(session.path, way, at=session.moment(), keys=session.keys)


def _is_document(file: Path) -> bool:
    """Whether a file is there and begins as an export does."""
    try:
        with file.expanduser().open("rb") as opened:
            beginning = opened.read(_HEAD)
    except OSError:
        return False
    return beginning.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{"


def _bring_back(session: Session, file: Path) -> BroughtBack:
    """Fill an empty journal with what an export holds."""
    from deepnet.archive.document import Opened
    from deepnet.cli.progress import progress, watched
    from deepnet.journal import archive

    with progress("Reading") as tell, watched(file.expanduser(), tell) as text:
        opened = Opened(text)
        return archive.restore(session.write(), opened)


def _ask(way: keeping.Return) -> None:
    typer.echo(plain(f"{way.file} holds {_told(way.then)}."))
    if way.now:
        typer.echo(f"The journal now holds {_told(way.now)}; it is kept as a backup.")
    if not sure("Go back?"):
        raise Interrupted


def _told(inside: Inside) -> str:
    people = wording.counted(inside.people, "person")
    talks = wording.counted(inside.conversations, "conversation")
    last = inside.changed_at
    when = f", last changed {wording.moment(last)}" if last else ""
    return f"{people} and {talks}{when}"
