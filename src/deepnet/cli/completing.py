"""Completing names, in the shell and at a prompt."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.cli.session import Session

MOST = 50
"""How many names a shell is offered at once."""


def complete_person(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names and aliases that begin with what was typed, or have a word that does."""
    from deepnet.errors import DeepnetError
    from deepnet.settings import journal_path
    from deepnet.store import Store
    from deepnet.store.people import beginning

    option = ctx.find_root().params.get("db")
    path = journal_path(Path(option) if option else None, os.environ)
    if not path.exists():
        return []
    try:
        with Store.open(path, at="") as store:
            return beginning(store, incomplete, most=MOST)
    except DeepnetError:
        return []


@contextmanager
def completing_names(session: Session) -> Iterator[None]:
    """Let Tab complete names at the prompt, where the system has readline."""
    try:
        import readline
    except ImportError:
        yield
        return
    from deepnet.store.people import beginning

    store = session.read()
    found: list[str] = []

    def complete(text: str, state: int) -> str | None:
        if state == 0:
            found[:] = beginning(store, text.strip(), most=MOST)
        return found[state] if state < len(found) else None

    before = readline.get_completer()
    readline.set_completer(complete)
    readline.set_completer_delims(",")
    readline.parse_and_bind(
        "bind ^I rl_complete" if _libedit(readline) else "tab: complete"
    )
    try:
        yield
    finally:
        readline.set_completer(before)


def _libedit(readline: object) -> bool:
    """The readline of macOS speaks another dialect."""
    return sys.platform == "darwin" and "libedit" in (
        getattr(readline, "__doc__", "") or ""
    )
