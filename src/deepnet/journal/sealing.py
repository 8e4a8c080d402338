"""Encrypting a journal with all that is beside it, and decrypting it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from deepnet.errors import FileTrouble
from deepnet.settings import side_files
from deepnet.store import backups, beside, configuration, sealing
from deepnet.store.keys import is_sealed
from deepnet.views.sealing import Decrypted, Encrypted

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.store import Store
    from deepnet.store.keys import Key


def encrypt(store: Store, path: Path, key: Key, *, copies_too: bool) -> Encrypted:
    """Let ``key`` be what opens the journal, its drafts and, if wanted, its backups.

    ``store`` is the journal as it is, and is closed. Where its key is that one already,
    only what is beside it is changed.

    Raises:
        FileTrouble: it is in use or damaged, or can't be replaced; it is as it was.
    """
    people, talks = configuration.counts(store)
    now = store.key
    store.close()
    anew = now is None or not now.same(key)
    if anew:
        sealing.recast(path, now, key)
    _words(path, now, key)
    done = _backups(path, now, key) if copies_too else 0
    left = tuple(map(str, sealing.in_the_clear(path)))
    return Encrypted(str(path), people, talks, anew, done, left)


def decrypt(store: Store, path: Path) -> Decrypted:
    """Let the journal and its drafts be read by everybody who has the file.

    ``store`` is the journal as it is, and is closed; its backups stay as they are.

    Raises:
        FileTrouble: it is in use or damaged, or can't be replaced; it is as it was.
    """
    people, talks = configuration.counts(store)
    now = store.key
    store.close()
    sealing.recast(path, now, None)
    _words(path, now, None)
    sealed = [one.path for one in backups.listed(path) if is_sealed(one.path)]
    return Decrypted(str(path), people, talks, tuple(map(str, sealed)))


def _words(path: Path, now: Key | None, then: Key | None) -> None:
    """What was typed and is not stored follows the journal; what can't stays."""
    for file in side_files(path):
        name = file.name.removeprefix(f"{path.stem}.")
        if name.startswith("edit-") or name.endswith("-journal"):
            # It belongs to an editor, or to SQLite.
            continue
        with suppress(OSError):
            beside.write(file, beside.read(file, now), then)


def _backups(path: Path, now: Key | None, key: Key) -> int:
    """Encrypt the backups that are plain, or have the key that the journal had."""
    done = 0
    for backup in backups.listed(path):
        before = now if is_sealed(backup.path) else None
        with suppress(FileTrouble):
            if before is None or not before.same(key):
                sealing.recast(backup.path, before, key)
                done += 1
    return done
