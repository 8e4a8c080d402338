"""Writing an export where the user wants it: private, and whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deepnet.archive import Delivered, Form
from deepnet.errors.archive import ExportThere, IsJournal, NoForm, NotAFolder
from deepnet.errors.files import NoSuchFolder, Unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from deepnet.archive import File

STDOUT = Path("-")
_OUTPUT = "The output"
_HIDDEN = ".deepnet-"


def need_folder_of(path: Path) -> None:
    """Refuse a file in a folder that is not there, as a backup does.

    A disk that is not there must not become a folder of that name on this one.

    Raises:
        NotFound: there is no such folder.
    """
    if not path.parent.is_dir():
        raise NoSuchFolder(path.parent)


def form_of(path: Path | None, said: Form | None) -> Form:
    """The form that was said, or that the ending of a path means.

    Raises:
        UsageError: neither says it.
    """
    if said:
        return said
    if path is None or path == STDOUT:
        return Form.JSON
    for form in Form:
        if form.ending and path.suffix.lower() == form.ending:
            return form
    raise NoForm(path, tuple(Form))


class Place(NamedTuple):
    """Where an export goes, and whether it may replace what is there."""

    path: Path
    form: Form
    force: bool

    @classmethod
    def of(
        cls, said: Path | None, form: Form, *, journal: Path, today: date, force: bool
    ) -> Place:
        """The place that was said, or one named for the day in this folder.

        Raises:
            Conflict: something is there already, or it is the journal.
            FileTrouble: it can't be looked at.
            NotFound: the folder in which it would be is not there.
            UsageError: a folder can't go there.
        """
        path = said or Path(f"deepnet-{today}{form.ending or f'-{form}'}")
        if path == STDOUT and not form.ending:
            raise NotAFolder(form)
        place = cls(path, form, force)
        try:
            place._check(journal)
        except OSError as error:
            raise Unwritable(path, error) from None
        return place

    def _check(self, journal: Path) -> None:
        """Refuse to write over what is there."""
        if self.path == STDOUT:
            return
        if self.path.resolve() == journal.resolve() or (
            self.path.exists() and journal.exists() and self.path.samefile(journal)
        ):
            raise IsJournal
        empty = (
            not self.form.ending and self.path.is_dir() and not any(self.path.iterdir())
        )
        if os.path.lexists(self.path) and not self.force and not empty:
            raise ExportThere(self.path)
        need_folder_of(self.path)

    def deliver(self, files: Iterator[File]) -> Delivered:
        """Write it all.

        Raises:
            FileTrouble: it can't be written.
        """
        if self.path == STDOUT:
            written = [_to_stdout(file.text) for file in files]
        else:
            try:
                written = self._write(files)
            except OSError as error:
                raise Unwritable(self.path, error) from None
        return Delivered(str(self.path), len(written), sum(written))

    def _write(self, files: Iterator[File]) -> list[int]:
        if self.form.ending:
            return [_to_file(self.path, file.text) for file in files]
        return _to_folder(self.path, files)


def _to_file(path: Path, text: Iterable[str]) -> int:
    """Write a file beside its place and move it there when it is whole."""
    number, name = tempfile.mkstemp(prefix=_HIDDEN, dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            size = sum(file.write(part.encode()) for part in text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return size


def _to_folder(path: Path, files: Iterator[File]) -> list[int]:
    """Write a folder beside its place and move it there when it is whole.

    Into a folder that is there its files are moved one by one; whatever else is in
    it stays.
    """
    with _beside(path) as fresh:
        written = [_to_new(fresh / file.name, file.text) for file in files]
        if not path.exists():
            fresh.rename(path)
            return written
        for each in fresh.iterdir():
            each.replace(path / each.name)
    return written


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A private folder beside a path, which is gone at the end if it is still there."""
    fresh = Path(tempfile.mkdtemp(prefix=_HIDDEN, dir=path.parent))
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _to_new(path: Path, text: Iterable[str]) -> int:
    number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(number, "wb") as file:
        return sum(file.write(part.encode()) for part in text)


def _to_stdout(text: Iterable[str]) -> int:
    """Write to stdout as UTF-8; a reader who has gone away has seen enough."""
    if sys.stdout is None:
        return 0
    size = 0
    try:
        for part in text:
            size += sys.stdout.buffer.write(part.encode())
        sys.stdout.buffer.flush()
    except OSError as error:
        # Whatever is left to be written, Python tries once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Unwritable(_OUTPUT, error) from None
    return size
