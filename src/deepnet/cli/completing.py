"""What can be completed, in the shell and at a prompt: names, circles, facets, keys.

Each function takes what was typed so far and returns whole words for it, some with a
line of help. Whatever is wrong with the journal, there is just nothing to offer.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.cli.session import Session
    from deepnet.store import Store

_LONGEST_NAME = 3
"""Of how many words at the end of a sentence a name is completed."""


class Fitting(str):
    """A word that fits what was typed, though it may begin otherwise: Jörg for jo.

    Typer drops every word that does not begin with what was typed, letter by letter.
    """

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Always."""
        return True


class AnyPath(Fitting):
    """What was typed of a path: the shell itself knows how it can go on."""

    __slots__ = ()


def complete_path(incomplete: str) -> list[str]:
    """A file or a folder."""
    return [AnyPath(incomplete)]


def complete_person(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names and aliases that begin with it, or have a word that does; circles by #."""
    with _peeking(ctx) as store:
        return _people(store, incomplete) if store else []


def complete_entry(ctx: typer.Context, incomplete: str) -> list[str]:
    """``last``, for the last entry, or somebody."""
    words = ["last"] if incomplete and "last".startswith(incomplete) else []
    return words + complete_person(ctx, incomplete)


def complete_circle(ctx: typer.Context, incomplete: str) -> list[str]:
    """Circles that begin with it, with their sign if it was typed."""
    with _peeking(ctx) as store:
        return _circles(store, incomplete) if store else []


def complete_sentence(ctx: typer.Context, incomplete: str) -> list[str]:
    """A sentence, with its last word completed: somebody, or a tag."""
    words = incomplete.split(" ")
    if not words[-1]:
        return []
    with _peeking(ctx) as store:
        if words[-1].startswith("#"):
            return _ended(incomplete, words[-1], _tags(store, words[-1]))
        for start in range(max(len(words) - _LONGEST_NAME, 0), len(words)):
            last = " ".join(words[start:])
            found = _people(store, last) if store else []
            if last[:1] != " " and found:
                return _ended(incomplete, last, found)
    return []


def complete_fact(ctx: typer.Context, incomplete: str) -> list[str]:
    """The facet that a fact begins with, and its colon."""
    from deepnet.model import Facet

    if ctx.params.get("fact"):
        return []
    return [f"{facet}:" for facet in Facet if facet.startswith(incomplete.lower())]


def complete_key(incomplete: str) -> list[tuple[str, str]]:
    """What can be set in a journal."""
    from deepnet.settings import AREA, KEYS, MACHINE_KEYS

    keys = [
        *((key.name, key.meaning) for key in (*KEYS, *MACHINE_KEYS)),
        (AREA[0], " and ".join(AREA[1])),
    ]
    return [(name, meaning) for name, meaning in keys if name.startswith(incomplete)]


@contextmanager
def _peeking(ctx: typer.Context) -> Iterator[Store | None]:
    """The journal of this command line, if it can be read at once."""
    from deepnet.settings import journal_path
    from deepnet.store import Store

    option = ctx.find_root().params.get("db")
    path = journal_path(Path(option) if option else None, os.environ)
    store = Store.peek(path) if path.is_file() else None
    try:
        yield store
    finally:
        if store:
            store.close()


def _people(store: Store, typed: str) -> list[str]:
    """Everybody, or every circle, that it may be the beginning of."""
    from deepnet.circles import is_marked
    from deepnet.store import beginnings

    if is_marked(typed):
        return _circles(store, typed)
    found = beginnings.names(store, typed)
    # As an argument, these would be flags or circles.
    return [Fitting(name) for name in found if not name.startswith(("-", "#", "＃"))]


def _circles(store: Store, typed: str) -> list[str]:
    from deepnet import circles
    from deepnet.store import beginnings

    sign = "#" if circles.is_marked(typed) else ""
    key = circles.key(typed) if typed.strip("#＃ ") else ""
    return [Fitting(f"{sign}{tag}") for tag in beginnings.tags(store, key)]


def _tags(store: Store | None, typed: str) -> list[str]:
    """All that a tag in a sentence can be: a circle, a facet, a depth, a promise."""
    from deepnet.model import Depth, Facet, Owed

    words = [*Facet, *(depth.word for depth in Depth), *Owed]
    fixed = [f"#{word}" for word in words if word.startswith(typed[1:].lower())]
    return (_circles(store, typed) if store else []) + fixed


def _ended(sentence: str, last: str, found: list[str]) -> list[str]:
    before = sentence[: len(sentence) - len(last)]
    return [Fitting(before + word) for word in found]


@contextmanager
def completing_names(session: Session) -> Iterator[None]:
    """Let Tab complete names at the prompt, where the system has readline."""
    readline = _readline()
    if readline is None:
        yield
        return
    store = session.read()
    found: list[str] = []

    def complete(text: str, state: int) -> str | None:
        if state == 0:
            found[:] = _people(store, text.strip())
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


def _readline() -> Any | None:
    """What reads lines here, if there is something: Windows has nothing."""
    try:
        import readline
    except ImportError:
        return None
    return readline


def _libedit(readline: object) -> bool:
    """The readline of macOS speaks another dialect."""
    return sys.platform == "darwin" and "libedit" in (
        getattr(readline, "__doc__", "") or ""
    )
