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
    """The JSON of a view: one object with ``version`` first.

    Characters that could steer a terminal are escaped.
    """
    plain = {"version": VERSION, **_plain(view)}
    lines = json.dumps(plain, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(map(in_escapes, lines))


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, Enum):
        return value.word if isinstance(value, Depth) else value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    fields = getattr(value, "_fields", ())
    if fields:
        # A trailing underscore keeps a Python word free: from_ is "from".
        return {name.rstrip("_"): _plain(getattr(value, name)) for name in fields}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value
