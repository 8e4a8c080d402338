"""Which of the two things ``deepnet edit`` is to change, and the editor for it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from deepnet import private
from deepnet.cli import unstored
from deepnet.errors import Bug, DeepnetError
from deepnet.errors.calls import EditorFailed, MixedFlags, NothingOnStdin
from deepnet.errors.changes import NoSuchEntry
from deepnet.errors.files import UnreadableText, Unwritable
from deepnet.errors.kept import KeptEdit, SaidBack
from deepnet.journal import editing, entryform, people
from deepnet.plain import storable
from deepnet.store import beside

if TYPE_CHECKING:
    from deepnet.cli.session import Session
    from deepnet.journal.editing import Changes
    from deepnet.journal.people import Details
    from deepnet.views.conversations import Logged
    from deepnet.views.people import PersonChanged


def edit(
    session: Session,
    what: str,
    changes: Changes,
    details: Details,
    *,
    text: Path | None,
    new: bool,
) -> Logged | PersonChanged:
    """Change the entry or the person that ``what`` names.

    ``text`` is a file with the whole entry, as the editor shows it; "-" is stdin.

    Raises:
        UsageError: flags for an entry were given with a person, or the reverse.
    """
    if what == "last" or what.isdecimal():
        if details != people.Details():
            raise MixedFlags(what, "an entry")
        if not private.is_there(session.path):
            raise NoSuchEntry(what)
        if changes != editing.Changes():
            return _with_flags(session, what, changes, new=new)
        return _rewrite(session, what, text, new=new)
    if changes != editing.Changes() or text:
        raise MixedFlags(what, "a person")
    return people.edit(
        session.write(), session.today, what, details, choices=session.choices()
    )


def _with_flags(session: Session, what: str, changes: Changes, *, new: bool) -> Logged:
    store, choices = session.write(), session.choices(new=new)
    if session.words[1:2] == ("last",):
        # Said again on another day, "last" would be another entry.
        number = str(editing.found(store, what).id)
        session.words = ("edit", number, *session.words[2:])
    return editing.edit(store, session.today, what, changes, choices=choices)


def _rewrite(session: Session, what: str, file: Path | None, *, new: bool) -> Logged:
    """Let the whole entry be said anew, in an editor or by a file."""
    if file is None:
        session.need_terminal(
            "say what to change, as in: deepnet edit last --as dinner"
        )
    entry = editing.found(session.read(), what)
    if file:
        edited = _from(session, file)
        session.words = ("edit", str(entry.id), f"--from={file.resolve()}")
    else:
        shown = entryform.written(
            entry, editing.words_for(session.read(), entry.people)
        )
        edited = _in_editor(session, shown)
    try:
        form = entryform.read(edited)
        logged = editing.rewrite(
            session.write(),
            session.today,
            entry,
            form,
            choices=session.choices(new=new),
        )
    # Whatever it was, an hour of somebody's writing may be in the text.
    except Exception as error:
        if file and str(file) != "-":
            raise
        raise _kept(session, str(entry.id), edited, error) from error
    if file and file.resolve().name.startswith(f"{session.path.stem}.{_UNSAVED}"):
        file.unlink(missing_ok=True)
    return logged


_UNSAVED = "unsaved"


def _from(session: Session, file: Path) -> str:
    try:
        if str(file) == "-":
            if sys.stdin is None:
                raise NothingOnStdin
            return storable(sys.stdin.buffer.read().decode("utf-8", "replace"))
        return storable(beside.read(file, session.key()))
    except OSError as error:
        raise UnreadableText(file, error) from None


def _in_editor(session: Session, text: str) -> str:
    """Let the user change a text in their editor; the file is private and goes.

    That of an encrypted journal is not on a disk, where there is a place that is not.
    """
    name = f"{session.path.stem}.edit-{os.getpid()}.txt"
    path = (_in_memory() if session.key() else session.path.parent) / name
    try:
        private.write(path, text)
    except OSError as error:
        raise Unwritable(path, error) from None
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _fallback()
    try:
        done = subprocess.run(  # noqa: S603 - the user's own editor
            [*_words(command), str(path)], check=False
        )
        if done.returncode:
            raise EditorFailed(command)
        return storable(path.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        raise EditorFailed(command) from None
    finally:
        with suppress(FileNotFoundError):
            private.destroy(path)


def _in_memory() -> Path:
    """A folder of this user's that is in memory, or else the one for passing files."""
    for name in (os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm"):  # noqa: S108 - 0600
        folder = Path(name or os.devnull)
        if folder.is_dir() and os.access(folder, os.W_OK):
            return folder
    return Path(tempfile.gettempdir())


def _kept(session: Session, what: str, text: str, error: Exception) -> DeepnetError:
    """Keep a text that could not be stored, or say it back."""
    journal = session.path
    problem = error if isinstance(error, DeepnetError) else Bug(error)
    path, number = journal.with_name(f"{journal.stem}.{_UNSAVED}.txt"), 1
    while path.exists():
        number += 1
        path = journal.with_name(f"{journal.stem}.{_UNSAVED}-{number}.txt")
    try:
        beside.write(path, text, session.key())
    except OSError:
        return SaidBack(problem, text)
    if unstored.of_the_file(error):
        unstored.keep(session, ("edit", what, f"--from={path}"))
    return KeptEdit(problem, what, path)


def _words(command: str) -> list[str]:
    """The editor and its flags; a Windows path keeps its backslashes."""
    return shlex.split(command, posix=os.name != "nt")


def _fallback() -> str:
    return "notepad" if os.name == "nt" else "vi"
