"""Copies of the journal that a synchronised folder left beside it after a conflict."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from deepnet.errors import FileTrouble
from deepnet.store import backups
from deepnet.store import connection as opening
from deepnet.store.keys import is_sealed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deepnet.store import Store


class Copy(NamedTuple):
    """A copy, and how much of it the journal lacks; None where it can't be read."""

    path: Path
    people: int | None
    conversations: int | None


# Dropbox and Nextcloud, in the languages that they speak; Syncthing; ownCloud; Seafile.
_CONFLICT = re.compile(
    r"( [(\[].*(conflict|konflikt|conflit|conflito|conflitto|競合|冲突).*[)\]]"
    r"|\.sync-conflict-\d{8}-\d{6}.*"
    r"|[_-]conflict-\d{8}-\d{6})",
    re.IGNORECASE,
)
# OneDrive adds the machine's name, iCloud and Google Drive a number: such a name may
# as well be another journal of the user's, so that what is inside decides.
_PERHAPS = re.compile(r"(-[\w.-]+| \d+| ?\(\d+\)| - copy.*| copy)", re.IGNORECASE)


def beside(store: Store, path: Path) -> Iterator[Copy]:
    """The copies beside a journal, by name."""
    if not path.parent.is_dir():
        return
    for other in sorted(path.parent.iterdir()):
        if not other.name.startswith(path.stem) or other.suffix != path.suffix:
            continue
        ending = other.stem.removeprefix(path.stem)
        if _CONFLICT.fullmatch(ending):
            yield Copy(other, *(_lacking(store, other) or (None, None)))
        elif _PERHAPS.fullmatch(ending) and (lacking := _lacking(store, other)):
            yield Copy(other, *lacking)


def _lacking(store: Store, other: Path) -> tuple[int, int] | None:
    """How much only the copy has; None where it is no copy, or can't be read."""
    try:
        with closing(_opened(store, other)) as connection:
            if not opening.applied(connection, other):
                return None
            people, conversations = (
                {row[0] for row in connection.execute(f"SELECT uid FROM {table}")}
                for table in ("people", "conversations")
            )
    except (sqlite3.Error, FileTrouble):
        return None
    mine = {row[0] for row in store.rows("SELECT uid FROM people")}
    if people and mine and not people & mine:
        return None
    ours = {row[0] for row in store.rows("SELECT uid FROM conversations")}
    return len(people - mine), len(conversations - ours)


def _opened(store: Store, other: Path) -> sqlite3.Connection:
    """A copy of an encrypted journal is opened by the journal's key."""
    if store.key and is_sealed(other):
        return opening.with_key(other, store.key)
    return backups.read_only(other)
