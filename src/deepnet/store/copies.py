"""Other files beside a journal that hold something of it."""

from __future__ import annotations

from glob import escape
from typing import TYPE_CHECKING

from deepnet import private
from deepnet.settings import UNSTORED
from deepnet.store import backups, beside
from deepnet.store.keys import is_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from deepnet.store.keys import Key

_DRAFTS = ("draft.json", "draft.new", "unsaved.txt", "edit-*.txt")
_CHUNK = 1 << 20


def copies_of(path: Path) -> tuple[Path, ...]:
    """The backups of a journal in the folder beside it."""
    return tuple(sorted(backup.path for backup in backups.listed(path)))


def drafts_of(path: Path) -> tuple[Path, ...]:
    """Answers, texts and commands that were given and not stored yet."""
    stem = escape(path.stem)
    return tuple(
        draft
        for ending in (*_DRAFTS, UNSTORED)
        for draft in sorted(path.parent.glob(f"{stem}.{ending}"))
        if draft.is_file()
    )


def is_without(copy: Path, words: Iterable[str]) -> bool:
    """Whether a copy surely has none of these; of one that is packed nobody knows."""
    wanted = tuple(words)
    try:
        return is_plain(copy) and bool(wanted) and not found_in(copy, wanted)
    except OSError:
        return False


def found_in(path: Path, words: Iterable[str]) -> tuple[str, ...]:
    """Which of these words are in the bytes of a file, as they are or in lower case."""
    wanted = [
        (word, (word.encode().lower(), word.lower().encode()))
        for word in dict.fromkeys(words)
    ]
    longest = max((len(form) for _, forms in wanted for form in forms), default=0)
    found: set[str] = set()
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            there = before + chunk.lower()
            found.update(
                word for word, forms in wanted if any(form in there for form in forms)
            )
            before = there[-longest:]
    return tuple(word for word, _ in wanted if word in found)


def weed(path: Path, key: Key | None, is_kept: Callable[[str], bool]) -> None:
    """Leave in a file only those lines that are kept, and no trace of the others."""
    lines = beside.read(path, key).split("\n")
    kept = [line for line in lines if line and is_kept(line)]
    private.destroy(path)
    if kept:
        beside.write(path, "".join(f"{line}\n" for line in kept), key)
