"""What is said about an export, and about the way back."""

from __future__ import annotations

from typing import NamedTuple


class Exported(NamedTuple):
    """What was written, and where.

    ``counts`` says how many of each there are in it, by table or by noun;
    ``left_out`` how many people were let go and are not in it.
    """

    path: str
    form: str
    files: int
    bytes: int
    counts: dict[str, int]
    left_out: int


class Restored(NamedTuple):
    """What came into an empty journal, by table."""

    journal: str
    counts: dict[str, int]
