"""A whole journal in forms that other programs read, and back from one of them.

Text in and out, a module a form; nothing here opens a file, asks or knows SQL.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Form(StrEnum):
    """What an export can be."""

    JSON = "json"
    CSV = "csv"
    VCARD = "vcard"
    MARKDOWN = "markdown"
    CALENDAR = "calendar"

    @property
    def ending(self) -> str:
        """How the name of its file ends; "" for a folder."""
        return _ENDINGS.get(self, "")


_ENDINGS = {Form.JSON: ".json", Form.VCARD: ".vcf", Form.CALENDAR: ".ics"}


class File(NamedTuple):
    """A file of an export: its name in the folder, if it is in one, and its text."""

    name: str
    text: Iterable[str]


class Delivered(NamedTuple):
    """Where an export went; "-" is stdout."""

    path: str
    files: int
    bytes: int
