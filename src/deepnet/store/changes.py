"""The record of changes, and taking one back."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet import schema
from deepnet.errors.changes import BuiltUpon
from deepnet.errors.merging import HoldsForgotten
from deepnet.store.these import THESE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from deepnet.store import Store


MERGED = "merged"
"""On the record of a merge: which id went into which; no row of a table."""

FORGOTTEN = "forgotten"
"""On the record of a change that needs what was erased for good."""


class Entry(NamedTuple):
    """One change: what a command wrote, and the change that it took back, if any."""

    id: int
    at: str
    command: str
    summary: str
    undoes: int | None
    undone_by: int | None


_ENTRIES = (
    "SELECT id, at, command, summary, undoes, (SELECT max(later.id) FROM changes "
    "AS later WHERE later.undoes = changes.id) AS undone_by FROM changes "
)


def entries(store: Store, *, most: int) -> tuple[Entry, ...]:
    """The latest changes, latest first."""
    rows = store.rows(_ENTRIES + "ORDER BY id DESC LIMIT ?", most)
    return tuple(Entry(*row) for row in rows)


def entry_before(store: Store, later: int, number: int | None) -> Entry | None:
    """The change ``number``, or the last one, among those before ``later``."""
    row = store.row(
        _ENTRIES + "WHERE id < ? AND id = coalesce(?, (SELECT max(id) FROM changes "
        "WHERE id < ?))",
        later,
        number,
        later,
    )
    return Entry(*row) if row else None


def take_back(store: Store, number: int) -> None:
    """Write every row of a change as it was before; call it inside a change.

    Raises:
        Conflict: a later change touched one of the rows.
    """
    store.run("PRAGMA defer_foreign_keys = ON")
    rows = store.rows(
        "SELECT kind, row_id, before, after FROM change_rows WHERE change_id = ? "
        "ORDER BY kind = ? DESC, id DESC",
        number,
        FORGOTTEN,
    )
    touched: dict[str, set[int]] = defaultdict(set)
    company: set[int] = set()
    for kind, row_id, before, after in rows:
        if kind == FORGOTTEN:
            raise HoldsForgotten(number)
        if kind == MERGED:
            continue
        if kind in schema.NOTED:
            note_again(
                store, kind, row_id, before=_loaded(after), after=_loaded(before)
            )
            continue
        if _image(store, kind, row_id) != _loaded(after):
            raise BuiltUpon(number)
        _restore(store, kind, row_id, _loaded(before))
        touched[kind].add(row_id)
        if kind == "participants":
            present = _loaded(before) or _loaded(after) or {}
            company.add(present["conversation_id"])
    _mark_company(store, company)
    if _dangles(store, touched):
        raise BuiltUpon(number)


def _mark_company(store: Store, conversations: Collection[int]) -> None:
    """Who was there counts for everybody else who was: their standings are stale."""
    store.run(
        "INSERT OR IGNORE INTO stale SELECT person_id FROM participants "
        f"WHERE conversation_id IN {THESE}",
        json.dumps(list(conversations)),
    )


def note_merged(store: Store, gone: int, kept: int) -> None:
    """Remember which entry went into which, for whoever must find all of somebody."""
    store.run(
        "INSERT INTO change_rows (change_id, kind, row_id, after) "
        "SELECT max(id), ?, ?, ? FROM changes",
        MERGED,
        gone,
        written({"person_id": kept}),
    )


def note_again(
    store: Store,
    kind: str,
    person: int,
    *,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> None:
    """Replace a note by another, on the record of the change that is being written.

    Notes have no triggers of their own, and never stand in the way of an undo: one
    that is not there any more need not go.
    """
    if before:
        wanted = " AND ".join(f"{column} = ?" for column in before)
        store.run(f"DELETE FROM {kind} WHERE {wanted}", *before.values())
    if after:
        columns, marks = ", ".join(after), ", ".join("?" for _ in after)
        store.run(
            f"INSERT OR IGNORE INTO {kind} ({columns}) VALUES ({marks})",
            *after.values(),
        )
    store.run(
        "INSERT INTO change_rows (change_id, kind, row_id, before, after) "
        "SELECT max(id), ?, ?, ?, ? FROM changes",
        kind,
        person,
        written(before),
        written(after),
    )


def _dangles(store: Store, touched: Mapping[str, Collection[int]]) -> bool:
    """Whether a row points to one that is not there, as far as these rows go.

    The rest of the file was sound before, and is held to be so when it is committed.
    """
    ids = {table: json.dumps(list(rows)) for table, rows in touched.items()}
    return any(
        store.row(
            f"SELECT 1 FROM {table} WHERE (id IN {THESE} "
            f"OR {column} IN {THESE}) "
            f"AND {column} NOT IN (SELECT id FROM {parent})",
            ids.get(table, "[]"),
            ids.get(parent, "[]"),
        )
        for table in schema.LOGGED
        for parent, column in _references(store, table)
        if table in ids or parent in ids
    )


def _references(store: Store, table: str) -> list[tuple[str, str]]:
    """To which tables the rows of a table point, and by which column."""
    rows = store.rows(f"PRAGMA foreign_key_list({table})")
    return [(row["table"], row["from"]) for row in rows]


def written(image: Mapping[str, Any] | None) -> str | None:
    """An image as the triggers write it; None for none."""
    if image is None:
        return None
    return json.dumps(image, ensure_ascii=False, separators=(",", ":"))


def _loaded(image: str | None) -> dict[str, Any] | None:
    return None if image is None else json.loads(image)


def _table(kind: str) -> str:
    if kind not in schema.LOGGED:
        raise LookupError(kind)
    return kind


def _image(store: Store, kind: str, row_id: int) -> dict[str, Any] | None:
    row = store.row(
        f"SELECT * FROM {_table(kind)} WHERE id = ?",
        row_id,
    )
    return dict(row) if row else None


def _restore(
    store: Store, kind: str, row_id: int, image: Mapping[str, Any] | None
) -> None:
    table = _table(kind)
    if image is None:
        store.run(f"DELETE FROM {table} WHERE id = ?", row_id)
        return
    if _image(store, kind, row_id) is not None:
        sets = ", ".join(f"{column} = ?" for column in image)
        store.run(
            f"UPDATE {table} SET {sets} WHERE id = ?",
            *image.values(),
            row_id,
        )
        return
    columns, marks = ", ".join(image), ", ".join("?" for _ in image)
    store.run(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})",
        *image.values(),
    )
