"""Which of the two things ``deepnet edit`` is to change, and the editor for it."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from deepnet import private
from deepnet.errors import DeepnetError, KeptEdit
from deepnet.errors.calls import EditorFailed, MixedFlags
from deepnet.errors.changes import NoSuchEntry
from deepnet.journal import editing, entryform, people
from deepnet.plain import storable

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.cli.session import Session
    from deepnet.journal.editing import Changes
    from deepnet.journal.people import Details
    from deepnet.views.conversations import Logged
    from deepnet.views.people import PersonChanged


def edit(
    session: Session, what: str, changes: Changes, details: Details, *, new: bool
) -> Logged | PersonChanged:
    """Change the entry or the person that ``what`` names.

    Raises:
        UsageError: flags for an entry were given with a person, or the reverse.
    """
    if what == "last" or what.isdecimal():
        if details != people.Details():
            raise MixedFlags(what, "an entry")
        return _edit_entry(session, what, changes, new=new)
    if changes != editing.Changes():
        raise MixedFlags(what, "a person")
    return people.edit(
        session.write(), session.today, what, details, choices=session.choices()
    )


def _edit_entry(session: Session, what: str, changes: Changes, *, new: bool) -> Logged:
    if not session.path.exists():
        raise NoSuchEntry(what)
    store, choices = session.write(), session.choices(new=new)
    if changes != editing.Changes():
        return editing.edit(store, session.today, what, changes, choices=choices)
    session.need_terminal("say what to change, as in: deepnet edit last --as dinner")
    entry = editing.found(store, what)
    text = entryform.written(entry, editing.words_for(store, entry.people))
    edited = _in_editor(session.path, text)
    try:
        form = entryform.read(edited)
        return editing.rewrite(store, session.today, entry, form, choices=choices)
    except DeepnetError as error:
        raise KeptEdit(error, _kept(session.path, edited)) from error


def _in_editor(journal: Path, text: str) -> str:
    """Let the user change a text in their editor; the file is private and goes."""
    path = journal.with_name(f"{journal.stem}.edit.txt")
    private.write(path, text)
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
        path.unlink(missing_ok=True)


def _words(command: str) -> list[str]:
    """The editor and its flags; a Windows path keeps its backslashes."""
    return shlex.split(command, posix=os.name != "nt")


def _fallback() -> str:
    return "notepad" if os.name == "nt" else "vi"


def _kept(journal: Path, text: str) -> Path:
    path = journal.with_name(f"{journal.stem}.unsaved.txt")
    private.write(path, text)
    return path
