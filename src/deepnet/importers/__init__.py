"""Bytes to records: what a file says of people, and nothing about journals.

``read`` recognises a source by its content; each source has a module of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, is_zipfile

from deepnet.errors.files import (
    EmptyFile,
    NoConnections,
    NoHeader,
    NoSuchFile,
    NothingInFile,
    TooLarge,
    UnknownSource,
    UnreadableFile,
)
from deepnet.importers import linkedin, people, vcard
from deepnet.importers.tables import text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from deepnet.records import Batch

SOURCES = (linkedin.SOURCE, people.SOURCE, vcard.SOURCE)
LARGEST = 200_000_000
"""More bytes than this in one file are no list of people."""

_WANTED = "connections.csv"


def read(
    path: Path,
    *,
    today: date,
    source: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Batch:
    """Everybody in a file, a folder, or the zip as LinkedIn gives it.

    ``source`` is one of ``SOURCES`` where the content should not decide.

    Raises:
        NothingUsable: nobody is in it; the message says what was looked for.
        NotFound: there is no such file.
        UsageError: there is no such source.
    """
    if source is not None and source not in SOURCES:
        raise UnknownSource(source, SOURCES)
    file, data = _bytes(path)
    if not data.strip():
        raise EmptyFile(file)
    text, warnings = text_of(data)
    batch = _batch(text, file, source or _recognised(text), today, progress)
    if not batch.records and not batch.skipped:
        raise NothingInFile(file)
    if not warnings:
        return batch
    noted = (f"{file}: {warning}" for warning in warnings)
    return batch._replace(warnings=(*noted, *batch.warnings))


def _batch(
    text: str,
    file: str,
    source: str,
    today: date,
    progress: Callable[[int, int], None] | None,
) -> Batch:
    if source == vcard.SOURCE:
        return vcard.read(text, file, today)
    if source == linkedin.SOURCE:
        return linkedin.read(text, file, progress)
    return people.read(text, file, today, progress)


def _recognised(text: str) -> str:
    """Which source a text is of; LinkedIn where nothing tells, to say what it lacks."""
    head = text[:20_000].lower()
    if re.search(r"^\s*begin:vcard", head, re.MULTILINE):
        return vcard.SOURCE
    for source, reading in (
        (linkedin.SOURCE, _is_linkedin),
        (people.SOURCE, _is_people),
    ):
        if reading(text):
            return source
    return linkedin.SOURCE


def _is_linkedin(text: str) -> bool:
    return _has_header(text, (linkedin.HEADER,))


def _is_people(text: str) -> bool:
    return _has_header(text, people.HEADERS)


def _has_header(text: str, headers: tuple[tuple[str, ...], ...]) -> bool:
    from deepnet.importers.tables import table  # noqa: PLC0415 - beside its use

    try:
        table(text[:20_000], headers, "")
    except NoHeader:
        return False
    return True


def _bytes(path: Path) -> tuple[str, bytes]:
    """The file that counts in what the user named, and its bytes."""
    try:
        if path.is_dir():
            path = _in_folder(path)
        if not path.exists():
            raise NoSuchFile(path)
        if is_zipfile(path):
            return _in_zip(path)
        if path.stat().st_size > LARGEST:
            raise TooLarge(path.name)
        return path.name, path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error) from None


def _is_wanted(name: str) -> bool:
    """Connections.csv, in whatever spelling a year or a browser gave it."""
    last = name.replace("\\", "/").rsplit("/", maxsplit=1)[-1]
    return re.sub(r"[\s_]", "", last).lower() == _WANTED


def _in_folder(folder: Path) -> Path:
    found = sorted(each for each in folder.iterdir() if _is_wanted(each.name))
    if not found:
        raise NoConnections(folder)
    return found[0]


def _in_zip(path: Path) -> tuple[str, bytes]:
    try:
        with ZipFile(path) as archive:
            wanted = [each for each in archive.infolist() if _is_wanted(each.filename)]
            if not wanted:
                raise NoConnections(path)
            if wanted[0].file_size > LARGEST:
                raise TooLarge(wanted[0].filename)
            with archive.open(wanted[0]) as member:
                # The size in the directory is only a claim.
                data = member.read(LARGEST + 1)
    except (
        BadZipFile,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ValueError,
    ) as error:
        raise UnreadableFile(path, error) from None
    if len(data) > LARGEST:
        raise TooLarge(wanted[0].filename)
    return f"{path.name}/{wanted[0].filename}", data
