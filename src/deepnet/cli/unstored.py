"""Words that were typed and could not be stored: kept beside the journal, or said back.

The file has one JSON object a line: the words of the command, and the clock when they
were typed, so that "yesterday" still means the same day when they are stored at last.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import typer

from deepnet.cli import drafts
from deepnet.errors import Bug, DeepnetError, FileTrouble, Interrupted
from deepnet.errors.kept import KeptWords, SaidBack
from deepnet.settings import UNSTORED
from deepnet.store import beside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from deepnet.cli.session import Session

KEPT = ("log", "learn", "promise", "ask", "answer", "edit", "add", "let-go")
"""Commands that say what happened, and can be said again later as of their day."""


class Unstored(NamedTuple):
    """A command that could not be done: its words, and the local clock at the time."""

    words: tuple[str, ...]
    now: datetime


def path_of(journal: Path) -> Path:
    """Where the words are kept that a journal could not take."""
    return journal.with_name(f"{journal.stem}.{UNSTORED}")


def rescue(session: Session, error: Exception | KeyboardInterrupt) -> None:
    """Keep what was typed when it could not be stored, and say where it is.

    An error that is the user's to put right, as a name that nobody has, keeps only what
    was typed to stdin by hand: no shell remembers that.

    Raises:
        DeepnetError: what happened, and where the words are.
    """
    if not set(session.words[:1]) & set(KEPT) or isinstance(error, _SHELL):
        return
    if not of_the_file(error) and not session.by_hand:
        return
    if not keep(session, session.words):
        raise SaidBack(_problem(error), said(session.words)) from error
    if session.in_draft:
        drafts.drop(session.path)
    raise KeptWords(_problem(error), path_of(session.path)) from error


def _problem(error: BaseException) -> DeepnetError:
    if isinstance(error, DeepnetError):
        return error
    return Interrupted() if isinstance(error, KeyboardInterrupt) else Bug(error)


_SHELL = (typer.Exit, typer.Abort, typer.TyperException)


def of_the_file(error: BaseException) -> bool:
    """Whether storing failed, and not the user; a bug is no fault of theirs."""
    return not isinstance(error, (DeepnetError, KeyboardInterrupt)) or isinstance(
        error, FileTrouble
    )


def keep(session: Session, words: tuple[str, ...]) -> bool:
    """Keep a command that could not be done; False if that was impossible, too."""
    try:
        line = _line(Unstored(words, session.now))
        beside.append(path_of(session.path), line, session.key())
    except OSError:
        return False
    return True


def said(words: Iterable[str]) -> str:
    """A command as it can be typed again."""
    import shlex

    return shlex.join(("deepnet", *words))


def _line(entry: Unstored) -> str:
    return json.dumps(
        {"words": entry.words, "now": entry.now.isoformat()}, ensure_ascii=False
    )


def waiting(session: Session) -> list[Unstored]:
    """What waits to be stored, oldest first; lines that make no sense stay."""
    return [entry for entry in map(_read, _lines(session)) if entry]


def drop(session: Session, entry: Unstored) -> None:
    """An entry is stored, or not wanted: take it out of the file."""
    lines = _lines(session)
    for line in lines:
        if _read(line) == entry:
            lines.remove(line)
            break
    _write(session, lines)


def _write(session: Session, lines: Iterable[str]) -> None:
    path, text = path_of(session.path), "".join(f"{line}\n" for line in lines)
    if text:
        beside.write(path, text, session.key())
    else:
        path.unlink(missing_ok=True)


def _lines(session: Session) -> list[str]:
    try:
        text = beside.read(path_of(session.path), session.key())
    except OSError:
        return []
    return [line for line in text.split("\n") if line]


def _read(line: str) -> Unstored | None:
    try:
        found = json.loads(line)
        words = tuple(map(str, found["words"]))
        return Unstored(words, datetime.fromisoformat(found["now"])) if words else None
    except (ValueError, TypeError, KeyError):
        return None
