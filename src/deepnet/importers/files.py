"""The texts in what the user named: a file, a folder, or a zip as it was downloaded.

Nothing is ever unpacked to the disk. A member of a zip that claims or turns out to be
too large is refused, and so is one that unpacks to far more than people write.
"""

from __future__ import annotations

import codecs
import re
import zlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile, ZipFile, is_zipfile

from deepnet.errors.files import (
    EmptyFile,
    NoSuchFile,
    NoText,
    NothingKnown,
    TooLarge,
    UnknownEncoding,
    UnreadableFile,
)
from deepnet.importers.reading import Page
from deepnet.importers.tables import is_text, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from zipfile import ZipInfo

LARGEST = 200_000_000
"""More bytes than this, in one file or in all of a zip, were not typed by people."""

_MOST_TIMES = 200
_SMALL = 10_000_000
_MOST_FILES = 20_000
_DEEPEST = 6

WANTED = (
    ("linkedin", r"connections\.csv|messages\.csv|invitations\.csv|notes\.csv"),
    ("facebook", r"your_friends\.json|friends\.json"),
    ("whatsapp", r"_chat\.txt|.*whatsapp.*\.txt"),
    ("telegram", r"result\.json"),
    ("calendar", r".*\.ics"),
    ("vcard", r".*\.vcf"),
    ("jrnl", r"(?:.*/)?\d{4}/\d{2}/\d{2}\.txt"),
)
"""What is looked for in a folder or a zip, by source; the first that is there counts.

The names are compared in lower case, without spaces and underscores in LinkedIn's."""

_OFFICE = frozenset(("[Content_Types].xml", "mimetype", "Index/Document.iwa"))
"""One of these is in a zip that is a spreadsheet or a text of an office program."""

_BESIDE = {"linkedin": r"events\.csv|profile\.csv"}


class Found(NamedTuple):
    """The texts that count in what the user named, and warnings on reading them.

    ``source`` is whose they are, where the names in a folder or a zip tell.
    """

    pages: tuple[Page, ...]
    warnings: tuple[str, ...]
    source: str | None


def pages(path: Path, encoding: str | None = None) -> Found:
    """The texts that count in what the user named.

    ``encoding`` is what they are written in, where the bytes should not decide.

    Raises:
        NotFound: there is nothing at that path.
        NothingUsable: it can't be read, is empty, or nothing in it is known.
        UsageError: there is no such encoding.
    """
    _check(encoding)
    found: list[Page] = []
    warnings: list[str] = []
    odd = 0
    try:
        members, source = _members(path)
        for name, data in members:
            text, doubts = text_of(data, encoding)
            if not is_text(text):
                odd += 1
                doubts = ("it is no text, and was left out.",)
            elif text.strip():
                found.append(Page(name, text))
            warnings.extend(f"{name}: {doubt}" for doubt in doubts)
    except OSError as error:
        raise UnreadableFile(path, error) from None
    if not found:
        raise NoText(path.name) if odd else EmptyFile(path.name)
    return Found(tuple(found), tuple(warnings), source)


def _check(encoding: str | None) -> None:
    if encoding is not None and not _reads_texts(encoding):
        raise UnknownEncoding(encoding)


_OF_HOSTS = ("idna", "punycode")
"""Codecs for the names of hosts. Whether they read a text depends on Python."""


def _reads_texts(encoding: str) -> bool:
    try:
        # Some encodings read only what is whole; files are not always.
        b"a\xff\xfe".decode(encoding, "replace")
    except (LookupError, ValueError):
        return False
    return codecs.lookup(encoding).name not in _OF_HOSTS


def _members(path: Path) -> tuple[Iterable[tuple[str, bytes]], str | None]:
    if path.is_dir():
        return _in_folder(path)
    if not path.exists():
        raise NoSuchFile(path)
    if is_zipfile(path):
        return _in_zip(path)
    if path.stat().st_size > LARGEST:
        raise TooLarge(path.name)
    return [(path.name, path.read_bytes())], None


def _in_folder(folder: Path) -> tuple[Iterable[tuple[str, bytes]], str]:
    """The files that count; a link is not followed, so none leads elsewhere."""
    inside = {
        each.relative_to(folder).as_posix(): each for each in _walked(folder, _DEEPEST)
    }
    source, wanted = chosen(inside)
    if not wanted:
        raise NothingKnown(folder)
    if sum(inside[name].stat().st_size for name in wanted) > LARGEST:
        raise TooLarge(folder.name)
    return ((name, inside[name].read_bytes()) for name in wanted), source


def _walked(folder: Path, deeper: int) -> Iterator[Path]:
    for number, each in enumerate(sorted(folder.iterdir())):
        if number > _MOST_FILES:
            return
        if each.is_symlink() or each.name.startswith("."):
            continue
        if each.is_dir() and deeper:
            yield from _walked(each, deeper - 1)
        elif each.is_file():
            yield each


def chosen(names: Iterable[str]) -> tuple[str, list[str]]:
    """Which source there is among these names, and its own, in order."""
    listed = sorted(names)
    for source, pattern in WANTED:
        found = [name for name in listed if _fits(name, source, pattern)]
        if found:
            beside = _BESIDE.get(source, "")
            both = [n for n in listed if n in found or _fits(n, source, beside)]
            return source, both
    return "", []


def _fits(name: str, source: str, pattern: str) -> bool:
    whole = name.replace("\\", "/").lower()
    last = whole.rsplit("/", maxsplit=1)[-1]
    if source == "linkedin":
        last = re.sub(r"[\s_]", "", last)
    return bool(
        _compiled(pattern).fullmatch(last) or _compiled(pattern).fullmatch(whole)
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _in_zip(path: Path) -> tuple[Iterable[tuple[str, bytes]], str]:
    try:
        with ZipFile(path) as archive:
            inside = {each.filename: each for each in archive.infolist()[:_MOST_FILES]}
            if _OFFICE.intersection(inside):
                raise NoText(path.name)
            source, wanted = chosen(inside)
            if not wanted:
                raise NothingKnown(path)
            found = _unpacked(archive, path, [inside[name] for name in wanted])
            return list(found), source
    except (
        BadZipFile,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ValueError,
        zlib.error,
    ) as error:
        raise UnreadableFile(path, error) from None


def _unpacked(
    archive: ZipFile, path: Path, members: Sequence[ZipInfo]
) -> Iterator[tuple[str, bytes]]:
    left = LARGEST
    for member in members:
        swollen = member.file_size > _MOST_TIMES * max(member.compress_size, 1)
        if member.file_size > left or (swollen and member.file_size > _SMALL):
            raise TooLarge(member.filename)
        with archive.open(member) as opened:
            # The size in the directory is only a claim.
            data = opened.read(min(left, member.file_size) + 1)
        left -= len(data)
        if left < 0 or len(data) > member.file_size:
            raise TooLarge(member.filename)
        yield f"{path.name}/{member.filename}", data
