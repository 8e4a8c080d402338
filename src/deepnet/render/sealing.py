"""What is shown of a journal that was encrypted, or decrypted."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from deepnet.render import wording
from deepnet.render.shapes import QUIET, Path, block, line
from deepnet.views.sealing import Decrypted, Encrypted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


def encrypted(view: Encrypted) -> Iterator[RenderableType]:
    """What is in it, what was proved, and what is still plain beside it."""
    yield Path(view.journal)
    yield block("encrypted: " + _inside(view) + ", compared row by row" * view.anew)
    if view.backups:
        yield block(f"{wording.counted(view.backups, 'backup')} encrypted, too")
    yield block("Without the passphrase nobody opens it: not you either.")
    if not view.plain:
        return
    yield line("Not encrypted, in the same folder:")
    yield from _beside(view.journal, view.plain)
    yield line(
        ("deepnet encrypt --backups encrypts the backups; ", QUIET),
        ("delete what you don't need.", QUIET),
    )


def decrypted(view: Decrypted) -> Iterator[RenderableType]:
    """What is in it, and which backups still need the passphrase."""
    yield Path(view.journal)
    yield block(f"not encrypted any more: {_inside(view)}, compared row by row")
    if view.encrypted:
        yield line("These backups still need the passphrase:")
        yield from _beside(view.journal, view.encrypted)


def _beside(journal: str, paths: tuple[str, ...]) -> Iterator[RenderableType]:
    """Each file, as it is called in the journal's folder."""
    folder = PurePath(journal).parent
    for path in map(PurePath, paths):
        inside = path.relative_to(folder) if path.is_relative_to(folder) else path
        yield block(str(inside))


def _inside(view: Encrypted | Decrypted) -> str:
    talks = wording.counted(view.conversations, "conversation")
    return f"{wording.counted(view.people, 'person')} and {talks}"


RENDERERS = {Encrypted: encrypted, Decrypted: decrypted}
