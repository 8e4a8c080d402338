"""What a command has to say, as named tuples, and their one JSON form.

A view holds facts, never wording for a terminal; docs/reference/json.md is its
contract. Views are grouped like the commands, so that each loads only its own.
"""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from typing import Any

from deepnet.model import Depth
from deepnet.plain import in_escapes

VERSION = 1
"""The version of the JSON contract; it grows when a key changes its meaning."""


def as_json(view: object) -> str:
    """The JSON of a view, or of fields: one object with ``version`` first.

    Characters that could steer a terminal are escaped.
    """
    return _object({"version": VERSION, **_fields(view)}, "\n")


def _fields(view: Any) -> dict[str, object]:  # noqa: ANN401 - whatever has fields
    if isinstance(view, dict):
        return {str(_bare(key)): item for key, item in view.items()}
    # A trailing underscore keeps a Python word free: from_ is "from".
    return {name.rstrip("_"): getattr(view, name) for name in view._fields}


def _written(value: Any, margin: str) -> str:  # noqa: ANN401 - whatever JSON can hold
    """A value as JSON; ``margin`` is a line break and how far the line is set in.

    Each is written as it is met: thirty thousand people as Python's own objects, and
    all the pieces of their JSON, would be in memory at once.
    """
    value = _bare(value)
    if value is None or isinstance(value, (str, int, float)):
        return _scalar(value)
    if isinstance(value, dict) or hasattr(value, "_fields"):
        return _object(_fields(value), margin)
    if not value:
        return "[]"
    inner = f"{margin}  "
    items = f",{inner}".join([_written(item, inner) for item in value])
    return f"[{inner}{items}{margin}]"


def _object(fields: dict[str, object], margin: str) -> str:
    if not fields:
        return "{}"
    inner = f"{margin}  "
    items = f",{inner}".join(
        [f"{_scalar(key)}: {_written(item, inner)}" for key, item in fields.items()]
    )
    return f"{{{inner}{items}{margin}}}"


def _bare(value: Any) -> Any:  # noqa: ANN401 - see above
    """A value of the journal as one that JSON knows."""
    if isinstance(value, Enum):
        return value.word if isinstance(value, Depth) else value.value
    return value.isoformat() if isinstance(value, date) else value


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def _scalar(value: float | str | None) -> str:
    return in_escapes(_encoded(value))
