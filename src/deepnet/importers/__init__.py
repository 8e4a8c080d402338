"""Bytes to records: what files say of people and conversations, and nothing else.

``read`` recognises a source by its content; each source has a module of its own, with
``recognises`` and ``read``. What a source is called stands in ``SOURCES``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from deepnet.errors.files import (
    NoHeader,
    NothingInFile,
    NothingKnown,
    PlainPages,
    SeveralEvents,
    SeveralSources,
    UnknownSource,
)
from deepnet.importers.files import pages
from deepnet.importers.reading import Page, Terms
from deepnet.records import together

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from deepnet.records import Batch

__all__ = ["SOURCES", "Page", "Terms", "read", "read_all"]


class _Importer(Protocol):
    """A module that reads one source."""

    SOURCE: str

    def recognises(self, page: Page) -> bool:
        """Whether a text is of this source."""

    def read(self, page: Page, terms: Terms) -> Batch:
        """All that it says."""


_MODULES = {
    "vcard": ("cards",),
    "calendar": ("calendar",),
    "facebook": ("facebook",),
    "telegram": ("telegram",),
    "monica": ("monica",),
    "jrnl": ("jrnl",),
    "linkedin": ("linkedin", "messages", "ties"),
    "luma": ("guests",),
    "eventbrite": ("guests",),
    "meetup": ("guests",),
    "friends": ("friends",),
    "whatsapp": ("whatsapp",),
    "csv": ("people",),
}
"""The modules that read each source, in the order in which they are tried."""

SOURCES = tuple(_MODULES)


def read(
    path: Path, terms: Terms, *, source: str | None = None, encoding: str | None = None
) -> Batch:
    """All that a file, a folder or a zip says of people and conversations.

    ``source`` is one of ``SOURCES`` where the content should not decide.

    Raises:
        NothingUsable: nobody is in it; the message says what was looked for.
        NotFound: there is no such file.
        UsageError: there is no such source or encoding.
    """
    if source is not None and source not in SOURCES:
        raise UnknownSource(source, SOURCES)
    texts, warnings, of_archive = pages(path, encoding)
    terms = _with_own_name(texts, terms)
    said = source or of_archive
    batches = tuple(_read(page, terms, said, alone=len(texts) == 1) for page in texts)
    whole = tuple(filter(None, batches))
    if not whole:
        raise NothingKnown(path)
    batch = together(whole)
    if not (batch.read or batch.records or batch.encounters):
        raise NothingInFile(path.name)
    return batch._replace(warnings=(*warnings, *batch.warnings))


def read_all(
    paths: Sequence[Path],
    terms: Terms,
    *,
    source: str | None = None,
    encoding: str | None = None,
) -> Batch:
    """All that several files of one source say, as ``read`` reads each.

    Raises:
        UsageError: they are of two sources, or two lists of guests.
    """
    found = [read(path, terms, source=source, encoding=encoding) for path in paths]
    for path, batch in zip(paths, found, strict=True):
        if batch.source != found[0].source:
            raise SeveralSources(
                (paths[0].name, found[0].source), (path.name, batch.source)
            )
    if len([batch for batch in found if batch.present]) > 1:
        raise SeveralEvents
    return together(tuple(found))


def _with_own_name(texts: tuple[Page, ...], terms: Terms) -> Terms:
    """The terms with the user's own name, where LinkedIn's Profile.csv has it."""
    from deepnet.importers.messages import own_name  # noqa: PLC0415 - beside its use

    names = tuple(filter(None, map(own_name, texts)))
    return terms._replace(me=(*terms.me, *names)) if names else terms


def _read(page: Page, terms: Terms, source: str | None, *, alone: bool) -> Batch | None:
    """What one text says; None for one beside others that says nothing known."""
    found = _importer(page, source)
    if found is None and not alone:
        return None
    return (found or _fallback(page, source)).read(page, terms)


def _importer(page: Page, source: str | None) -> _Importer | None:
    """Which module reads a text: of the source that was said, or of any."""
    for name in _MODULES if source is None else (source,):
        for module in map(_load, _MODULES[name]):
            if module.recognises(page):
                return module
    return None


def _fallback(page: Page, source: str | None) -> _Importer:
    """Who says what is lacking in a text that nobody recognises."""
    start = page.text[:1000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html")):
        raise PlainPages(page.file)
    if source is None and start.startswith(("{", "[")):
        raise NoHeader(_JSON, start.partition("\n")[0])
    return _load(_MODULES[source or "csv"][0])


_JSON = "list of friends, chats, contacts or entries in this JSON"


def _load(name: str) -> _Importer:
    return cast("_Importer", import_module(f"deepnet.importers.{name}"))
