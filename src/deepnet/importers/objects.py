"""JSON as a tree whose every branch may be missing, or something else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from deepnet.errors.files import UnreadableFile

if TYPE_CHECKING:
    from deepnet.importers.reading import Page

Tree: TypeAlias = dict[str, Any]


def parsed(page: Page) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What the text of a file holds.

    Raises:
        UnreadableFile: it is cut off, broken, or nested without end.
    """
    try:
        return json.loads(page.text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        deep = isinstance(error, RecursionError)
        what = "it is nested too deeply" if deep else "it is no whole JSON"
        raise UnreadableFile(page.file, ValueError(what)) from None


def tree(value: object) -> Tree:
    """An object as it is; anything else as an empty one."""
    return value if isinstance(value, dict) else {}


def several(value: object) -> list[Any]:
    """A list as it is; anything else as an empty one."""
    return value if isinstance(value, list) else []


def trees(value: object) -> list[Tree]:
    """The objects in a list; what else is in it is nothing."""
    return [each for each in several(value) if isinstance(each, dict)]


def words(value: object) -> str:
    """A text or a number as text; anything else as ""."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return ""


def begins(page: Page, *keys: str) -> bool:
    """Whether a text is an object that has one of these keys near its beginning."""
    start = page.text[:100_000].lstrip("\ufeff \t\r\n")
    return start.startswith("{") and any(f'"{key}"' in start for key in keys)
