"""Taking one person out of the record of changes; call it inside a change.

What a change would need to be undone goes with them, and the change is marked.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet.store import changes
from deepnet.store.forgetting import PROSE, RECORDS, WORDS, steps
from deepnet.store.these import THESE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from deepnet.store import Store
    from deepnet.store.forgetting import Known


class Image(NamedTuple):
    """A row of the record of changes: what a row of a table was, and became."""

    id: int
    kind: str
    row: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def conversation(self) -> int | None:
        """The conversation that it is about, if any."""
        if self.kind == "conversations":
            return self.row
        image = self.after or self.before or {}
        number = image.get("conversation_id")
        return int(number) if number else None


def scrub(
    store: Store, known: Known, gone: Iterable[int], *, own: int
) -> tuple[set[int], set[int]]:
    """Take their rows out of the record of changes, and all of the change ``own``.

    The answer is which changes had such rows, and which have none left. A change is
    marked if nothing of it is left, or if it would need what is erased: not one that
    only wrote down rows that were not there before, as an import does.
    """
    people, talks = json.dumps(known.ids), json.dumps(list(gone))
    rows = store.select(_DOOMED, {"own": own, "people": people, "talks": talks})
    store.run(
        f"DELETE FROM change_rows WHERE id IN {THESE}",
        json.dumps([row[0] for row in rows]),
    )
    first: dict[tuple[int, str, int], bool] = {}
    for _, number, kind, row, was_there in rows:
        first.setdefault((number, kind, row), bool(was_there))
    touched = {number for number, _, _ in first}
    needed = {number for (number, _, _), was_there in first.items() if was_there}
    emptied = {
        number
        for number in touched
        if not store.value("SELECT 1 FROM change_rows WHERE change_id = ?", number)
    }
    for number in sorted({own} | emptied | needed):
        _mark(store, number)
    return touched - {own}, emptied


# A row of theirs, a row about them, and who was there with nobody else but them.
_DOOMED = (
    "SELECT id, change_id, kind, row_id, before IS NOT NULL FROM change_rows "
    "WHERE change_id = :own "
    "OR (kind IN ('people', 'merged') "
    "AND row_id IN (SELECT value FROM json_each(:people))) "
    "OR (kind = 'conversations' AND row_id IN (SELECT value FROM json_each(:talks))) "
    "OR (kind = 'participants' AND json_extract(coalesce(after, before), "
    "'$.conversation_id') IN (SELECT value FROM json_each(:talks))) "
    + "".join(
        f"OR json_extract({image}, '$.{column}') "
        "IN (SELECT value FROM json_each(:people)) "
        for image in ("before", "after")
        for column in ("person_id", "other_id")
    )
    + "ORDER BY id"
)


def _mark(store: Store, number: int) -> None:
    """This change can't be taken back any more."""
    store.run(
        "INSERT INTO change_rows (change_id, kind, row_id) VALUES (?, ?, 0)",
        number,
        changes.FORGOTTEN,
    )


def images(store: Store, touched: Callable[[str], bool]) -> Iterator[Image]:
    """All that is left on the record of tables with words in them.

    Only those rows of which the written image is ``touched`` are read.
    """
    tables = {*PROSE, *WORDS, *RECORDS}
    for row in steps(store, "SELECT id, kind, row_id, before, after", "change_rows"):
        if row[1] in tables and any(image and touched(image) for image in row[3:]):
            yield Image(row[0], row[1], row[2], _loaded(row[3]), _loaded(row[4]))


def _loaded(image: str | None) -> dict[str, Any] | None:
    return None if image is None else json.loads(image)


def reimage(store: Store, image: Image) -> None:
    """Let the record say other words of a row."""
    store.run(
        "UPDATE change_rows SET before = ?, after = ? WHERE id = ?",
        changes.written(image.before),
        changes.written(image.after),
        image.id,
    )


def summaries(store: Store) -> dict[int, str]:
    """What each change says of itself."""
    return dict(store.rows("SELECT id, summary FROM changes ORDER BY id"))  # type: ignore[arg-type]


def resummarise(store: Store, number: int, summary: str) -> None:
    """Let a change say something else of itself."""
    store.run("UPDATE changes SET summary = ? WHERE id = ?", summary, number)
