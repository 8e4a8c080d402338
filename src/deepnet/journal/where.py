"""Where a journal lives, and how much is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import __version__
from deepnet.journal import asking
from deepnet.store import configuration
from deepnet.views.data import Where

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.store import Store


def where(store: Store, path: Path) -> Where:
    """Where the journal is, how large, and how much is in it."""
    people, conversations = configuration.counts(store)
    exists = path.is_file()
    size = path.stat().st_size if exists else 0
    return Where(
        str(path),
        exists,
        size,
        people,
        conversations,
        __version__,
        questions=tuple(map(str, asking.own_files(path))),
        encrypted=store.key is not None,
    )
