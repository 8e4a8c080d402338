"""The whole journal as a document, and an empty journal filled from one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deepnet import schema
from deepnet.archive import File, Form, document
from deepnet.archive.checking import Shape, wrong, wrong_images
from deepnet.errors import as_said
from deepnet.journal import extracting
from deepnet.journal.extracting import Departure
from deepnet.store import Store, archive
from deepnet.views.archive import Exported, Restored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deepnet.archive import Delivered, Page, Wanted


def export(
    store: Store,
    wanted: Wanted,
    deliver: Callable[[Iterator[File]], Delivered],
    *,
    page: Callable[[Page], str],
) -> Exported:
    """Hand the journal, as it is at this moment, to ``deliver``, file by file.

    ``page`` makes the text of somebody's page where pages are wanted.

    Raises:
        FileTrouble: the journal can't be read, or ``deliver`` can't write.
    """
    departure = Departure(store, wanted, page, {})
    with store.snapshot():
        path, files, size = deliver(_FORMS[wanted.form](departure))
        left_out = departure.left_out()
    return Exported(path, wanted.form, files, size, departure.counts, left_out)


def _document(departure: Departure) -> Iterator[File]:
    store, wanted = departure.store, departure.wanted
    tables = tuple(
        table
        for table in archive.TABLES
        if wanted.history or table not in archive.HISTORY
    )
    for table in tables:
        departure.counts[table] = archive.count(store, table)
    head = document.Head(schema.NAMES, archive.highest(store, tables))
    rows = ((table, archive.rows(store, table)) for table in tables)
    yield File("", document.lines(head, rows))


_FORMS: dict[Form, Callable[[Departure], Iterator[File]]] = {
    Form.JSON: _document,
    Form.CSV: extracting.tables,
    Form.VCARD: extracting.cards,
    Form.MARKDOWN: extracting.pages,
    Form.CALENDAR: extracting.calendar,
}


def restore(store: Store, opened: document.Opened) -> Restored:
    """Fill an empty journal from a document, whole or not at all.

    It is no change that could be undone: the history is the document's.

    Raises:
        Conflict: the journal is not empty.
        FileTrouble: the document is damaged.
    """
    with archive.loading(store) as loading:
        arrival = _Arrival(store, opened, loading)
        arrival.number()
        for table, rows in opened.tables():
            arrival.take(table, rows)
    return Restored(str(store.path or ""), arrival.counts)


class _Arrival:
    """The tables of a document on their way into a journal."""

    def __init__(
        self, store: Store, opened: document.Opened, loading: archive.Loading
    ) -> None:
        self.counts: dict[str, int] = {}
        self._opened = opened
        self._loading = loading
        self._is_older = opened.head.schema != schema.NAMES
        self._shapes = {
            table: Shape(table, archive.columns(store, table))
            for table in archive.TABLES
        }

    def number(self) -> None:
        """The highest id that each table gave, before there are rows."""
        for table, number in self._opened.head.highest.items():
            if not self._loading.set_highest(table, number):
                self._opened.fail(f"{as_said(table)} gives no ids")

    def take(self, table: str, rows: Iterator[Any]) -> None:
        """All rows of a table."""
        shape = self._shapes.get(table)
        if shape is None:
            self._opened.fail(f"a journal has no table {as_said(table)}")
        self.counts[table] = 0
        for row in rows:
            why = self._wrong(row, shape) or self._loading.add(
                table, document.flat(table, row)
            )
            if why:
                self._opened.fail(f"{table}: {why}")
            self.counts[table] += 1

    def _wrong(self, row: Any, shape: Shape) -> str | None:  # noqa: ANN401 - from JSON
        why = wrong(row, shape)
        if why:
            return why
        lacking = [column for column in shape.columns if column not in row]
        # A column that came later has its default in the rows of an older document.
        if lacking and not (self._is_older and row):
            return f"{lacking[0]} is missing"
        if shape.table == archive.IMAGES:
            return wrong_images(row, self._shapes)
        return None
