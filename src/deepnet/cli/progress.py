"""A progress bar on stderr, for long files at a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING

from deepnet.errors.files import NoSuchFile, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader
    from pathlib import Path

LONG = 2000
"""Fewer rows than this are done before a bar could be read."""


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to be told (done, total); it draws a bar where that helps."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, visible=False)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=total >= LONG)

        yield tell


class Watched:
    """A text that tells how much of it was read."""

    def __init__(
        self, file: BufferedReader, size: int, tell: Callable[[int, int], None]
    ) -> None:
        self._file = file
        self._text = TextIOWrapper(file, encoding="utf-8-sig")
        self._size = size
        self._tell = tell

    def read(self, size: int) -> str:
        """So many characters, or what is left of them."""
        read = self._text.read(size)
        self._tell(self._file.tell(), self._size)
        return read


@contextmanager
def watched(path: Path, tell: Callable[[int, int], None]) -> Iterator[Watched]:
    """Open a file of the user's to read as UTF-8.

    Raises:
        NotFound: there is no such file.
        NothingUsable: it can't be opened.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise NoSuchFile(path) from None
    except OSError as error:
        raise UnreadableFile(path, error) from None
    with file:
        yield Watched(file, path.stat().st_size, tell)
