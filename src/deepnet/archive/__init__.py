"""A whole journal in forms that other programs read, and back from one of them.

Text in and out, a module a form; nothing here opens a file, asks or knows SQL.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from deepnet.views.people import Portrait


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


class Wanted(NamedTuple):
    """What is to be exported: its form, and how much of it.

    ``everybody`` counts people in who were let go, where a form leaves them out;
    without ``history`` nothing in a document can be undone.
    """

    form: Form
    today: date
    everybody: bool = False
    history: bool = True


class Page(NamedTuple):
    """Somebody on a page of their own.

    ``pages`` has the file names, by person, of all who have a page.
    """

    person: Portrait
    tags: tuple[str, ...]
    pages: Mapping[int, str]


class File(NamedTuple):
    """A file of an export: its name in the folder, if it is in one, and its text."""

    name: str
    text: Iterable[str]


class Delivered(NamedTuple):
    """Where an export went; "-" is stdout."""

    path: str
    files: int
    bytes: int
