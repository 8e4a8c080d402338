"""What begins with a few typed letters: names, aliases and circles, for completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.folding import fold, is_unspaced, second_fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deepnet.store import Store

MOST = 50
"""How many names are offered before a letter is typed.

Later, all are: what a shell adds by itself must be what they all have in common.
"""

_LAST = "\U0010ffff"
_FIRST_NAMES = (
    "SELECT name FROM people WHERE let_go_on IS NULL "
    "ORDER BY name COLLATE NOCASE LIMIT ?"
)
_WITH_KEY = (
    "SELECT id FROM people WHERE let_go_on IS NULL AND id IN "
    "(SELECT person_id FROM name_keys WHERE key >= ? AND key < ?)"
)
_NAMES = (
    f"WITH found AS ({_WITH_KEY}) "
    "SELECT name FROM people WHERE id IN found "
    "UNION SELECT alias FROM aliases WHERE person_id IN found "
    "ORDER BY 1 COLLATE NOCASE"
)


def names(store: Store, typed: str) -> list[str]:
    """Names and aliases that begin with what was typed, else those with such a word.

    Of people who were not let go, by name; accents and capitals don't matter.
    """
    wanted = fold(typed)
    if not wanted:
        return [name for (name,) in store.rows(_FIRST_NAMES, MOST)]
    prefix = wanted.partition(" ")[0]
    if is_unspaced(prefix):
        # Of a word in an unspaced script, the first two characters are its key.
        prefix = prefix[:2]
    known = [name for (name,) in store.rows(_NAMES, prefix, prefix + _LAST)]
    return _exactly(known, typed) or _beginning(known, wanted) or _within(known, wanted)


def _exactly(known: Iterable[str], typed: str) -> list[str]:
    """Those that begin with a sign that folding drops, as it was typed: ``Ana (``."""
    if typed.replace(" ", "").isalnum():
        return []
    start = typed.casefold()
    return [name for name in known if name.casefold().startswith(start)]


def _beginning(known: Iterable[str], wanted: str) -> list[str]:
    return [
        name
        for name in known
        if fold(name).startswith(wanted) or second_fold(name).startswith(wanted)
    ]


def _within(known: Iterable[str], wanted: str) -> list[str]:
    inner = f" {wanted}"
    return [
        name
        for name in known
        if inner in f" {fold(name)}" or inner in f" {second_fold(name)}"
    ]


def tags(store: Store, typed: str) -> list[str]:
    """Tags of circles that begin with what was typed, without the sign, by name."""
    rows = store.rows(
        "SELECT DISTINCT tag FROM tags WHERE tag >= ? AND tag < ? ORDER BY tag",
        typed,
        typed + _LAST,
    )
    return [tag for (tag,) in rows]
