"""What a row of a document must be before it may go into a table.

SQLite checks the rest: that ids and uids are given once, that what a row points to is
there, and the words that a column may hold. Here are the things that it would take and
no command could read: 30 February, half a character, a number past all bounds.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet import schema
from deepnet.errors import as_said
from deepnet.model import Setting
from deepnet.plain import storable
from deepnet.store.changes import FORGOTTEN, MERGED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GREATEST = 2**53
"""No number of a document is greater: past it, some readers of JSON round."""

DAYS = frozenset(
    {
        *("added_on", "answered_on", "asked_on", "claimed_on", "connected_on", "day"),
        *("due", "imported_on", "kept_on", "let_go_on", "made_on", "planned_for"),
        *("snoozed_until", "until", "week"),
    }
)
"""The columns that hold a day, YYYY-MM-DD, in whatever table."""

_LAST_YEAR = 9998
"""The standing of somebody looks a month past the last conversation."""

_ANY_LEAP_YEAR = "2000"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_DEEPEST = 20


class Shape(NamedTuple):
    """What a table's rows look like: its columns, each TEXT or INTEGER in SQLite."""

    table: str
    columns: Mapping[str, str]


def wrong(row: object, shape: Shape, *, image: bool = False) -> str | None:
    """Why a row can't be taken; None if it can.

    In an ``image``, which is a row within the history, nothing is nested.
    """
    if not isinstance(row, dict):
        return "a row must be an object"
    for column, value in row.items():
        if column not in shape.columns:
            return f"{as_said(column)} is none of its columns"
        why = None
        if value is not None:
            why = _wrong_value(shape, column, value, image=image)
        if why:
            return f"{column} {why}"
    return _wrong_together(shape.table, row)


def _wrong_value(
    shape: Shape, column: str, value: object, *, image: bool
) -> str | None:
    if shape.columns[column] == "INTEGER":
        return _wrong_number(column, value)
    nested = _NESTED.get((shape.table, column))
    if nested is None or image:
        why = _wrong_text(column, value)
        return why or (_wrong_json(str(value), nested) if nested else None)
    return nested(value)


def _wrong_json(value: str, nested: Callable[[object], str | None]) -> str | None:
    try:
        return nested(json.loads(value))
    except (ValueError, RecursionError):
        return "is no JSON"


def _wrong_number(column: str, value: object) -> str | None:
    if type(value) is not int:
        return "is no whole number"
    # What was forgotten has a row on the record of which nothing is said any more.
    numbered = column.endswith("_id") and column != "row_id"
    least = 1 if column in ("id", "undoes") or numbered else 0
    return None if least <= value <= GREATEST else "is out of bounds"


def _wrong_text(column: str, value: object) -> str | None:
    if not isinstance(value, str):
        return "is no text"
    if storable(value) != value:
        return "has a character that can't be kept"
    read = _READ.get(column)
    return None if read is None or read(value) else _NOT[column]


def _is_day(said: str) -> bool:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return False
    # Python reads week dates and days without dashes as well.
    return day.isoformat() == said and day.year <= _LAST_YEAR


def _is_birthday(said: str) -> bool:
    return _is_day(f"{_ANY_LEAP_YEAR}{said[1:]}" if said.startswith("--") else said)


def _is_moment(said: str) -> bool:
    return bool(_MOMENT.fullmatch(said)) and _is_day(said[:10])


_SETTINGS = frozenset(map(str, Setting))


def _is_setting(said: str) -> bool:
    return said in _SETTINGS


_READ: dict[str, Callable[[str], bool]] = {
    **dict.fromkeys(DAYS, _is_day),
    "birthday": _is_birthday,
    "at": _is_moment,
    "setting": _is_setting,
}
_NOT = {
    **dict.fromkeys(DAYS, "is no day"),
    "birthday": "is no birthday",
    "at": "is no moment in UTC",
    "setting": "is no setting",
}


def _wrong_fields(value: object) -> str | None:
    return _wrong_raw(value) if isinstance(value, dict) else "must be an object"


def _wrong_raw(value: object, depth: int = 0) -> str | None:
    if depth > _DEEPEST:
        return "is nested too deep"
    if isinstance(value, str):
        return _wrong_text("", value)
    parts = (*value, *value.values()) if isinstance(value, dict) else value
    if not isinstance(parts, (tuple, list)):
        return None
    return next(filter(None, (_wrong_raw(part, depth + 1) for part in parts)), None)


def _wrong_image(value: object) -> str | None:
    return None if isinstance(value, dict) else "is no row"


_NESTED: dict[tuple[str, str], Callable[[object], str | None]] = {
    ("records", "fields"): _wrong_fields,
    ("records", "raw"): _wrong_raw,
    ("imported_conversations", "fields"): _wrong_fields,
    ("change_rows", "before"): _wrong_image,
    ("change_rows", "after"): _wrong_image,
}


def _wrong_together(table: str, row: Mapping[str, Any]) -> str | None:
    """What no single value shows."""
    undoes = row.get("undoes") if table == "changes" else None
    if undoes is not None and undoes >= (row.get("id") or 0):
        return "undoes must be an earlier change"
    if table == "config" and row.get("key") == "day-start":
        return None if _HOUR.fullmatch(row.get("value") or "") else "value is no hour"
    return None


def wrong_images(row: Mapping[str, Any], shapes: Mapping[str, Shape]) -> str | None:
    """Why a row of the history can't be taken: undo will write its images back."""
    kind = row.get("kind")
    if kind == FORGOTTEN:
        return (
            None if row.get("before") is row.get("after") is None else "says too much"
        )
    if kind == MERGED:
        return _wrong_merged(row)
    # A note has no id; that of a merge goes from one person to the other.
    has_id = kind not in schema.NOTED
    known = (*schema.LOGGED, *schema.NOTED)
    shape = shapes.get(str(kind)) if kind in known else None
    if shape is None:
        return "kind is no table of the journal"
    for side in ("before", "after"):
        image = row.get(side)
        if image is None:
            continue
        if has_id and image.get("id") != row.get("row_id"):
            return f"{side} is another row"
        why = wrong(image, shape, image=True)
        if why:
            return f"{side}: {why}"
    return None


def _wrong_merged(row: Mapping[str, Any]) -> str | None:
    """Whom somebody was merged into is all that such a row says."""
    after = row.get("after")
    if row.get("before") is not None or not isinstance(after, dict):
        return "says not who was merged into whom"
    if set(after) != {"person_id"} or _wrong_number("person_id", after["person_id"]):
        return "says not who was merged into whom"
    return None
