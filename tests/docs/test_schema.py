"""The page of the file's tables is the live schema, with a sentence for each column.

Sentences for what an export holds come from its JSON Schema; those for what is worked
out from the rest stand here. ``DEEPNET_WRITE_DOCS=1 pytest tests/docs`` writes it anew.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from deepnet.store import Store

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
PAGE = REFERENCE / "schema.md"
EXPORT: dict[str, Any] = json.loads(
    (REFERENCE / "export.schema.json").read_text(encoding="utf-8")
)
HEAD = """\
# Tables

Every table of [the file](file.md) and its columns, from the live schema. All of them
are STRICT; days are `YYYY-MM-DD`, moments are UTC. A column that is not *needed* can be
null. What you say stands in the first tables; those under [Worked out](#worked-out) are
made from them and can be made anew by `deepnet doctor --fix`. To read them,
the [views](views.md) are easier.
"""
WORKED_OUT_HEAD = """
## Worked out

Not in an export, and never to be read as more than what follows from the rest.
"""
WORKED_OUT = {
    "standings": (
        "what the journal shows of somebody; never depends on today",
        {
            "person_id": "whose: an id of people",
            "score": "0 to 100",
            "tier": "what the journal has earned",
            "parts": "the five parts of the score, as JSON",
            "missing": "what the next tier asks for, as JSON",
            "gain": "what one typical conversation more would add",
            "conversations": "how many",
            "events": "how many of them were events",
            "first_day": "the first one",
            "last_day": "the last one",
            "last_conversation": "its id",
            "deepest": "the deepest that talk went, 0 to 4",
            "facets": "the sides of which something is known, as JSON",
            "began_on": "the last day on which they began, or asked you",
            "asked": "how often you asked them",
            "declined": "how many of these they put off, refused or met with silence",
        },
    ),
    "crossings": (
        "the day on which somebody reached a tier",
        {
            "person_id": "who: an id of people",
            "tier": "which one",
            "day": "when",
            "conversation_id": "by which conversation",
        },
    ),
    "stale": (
        "somebody whose standing is to be worked out before the change is done",
        {"person_id": "who: an id of people"},
    ),
    "name_keys": (
        "a form in which a name can be looked up, without accents and capitals",
        {"key": "the form", "person_id": "whose: an id of people"},
    ),
}
INSIDE = """
`search` is an FTS5 index of what was typed, with the tables that SQLite keeps for it;
`_sqlite_migrations` lists what was done to lay the file out.
"""


class Column(NamedTuple):
    """A column of the live schema."""

    name: str
    type: str
    needed: bool


def tables(path: Path) -> dict[str, list[Column]]:
    """The tables of a new journal, in the order in which they were made."""
    Store.open(path, at="2026-11-25T12:00:00Z", create=True).close()
    with closing(sqlite3.connect(path)) as db:
        names = db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"
        )
        return {
            name: [
                Column(column, type_, bool(needed or key))
                for _, column, type_, needed, _, key in db.execute(
                    f"PRAGMA table_info({name})"
                )
            ]
            for (name,) in names.fetchall()
            if not name.startswith(("_", "search", "sqlite_"))
        }


def exported(table: str) -> tuple[str, dict[str, str]]:
    """What an export says of a table: of a row, and of each column."""
    said = EXPORT["properties"]["tables"]["properties"][table]
    row = EXPORT["$defs"][said["items"]["$ref"].rpartition("/")[2]]
    columns = {name: meaning(each) for name, each in row["properties"].items()}
    return said["description"].removeprefix("a row is "), columns


def meaning(said: dict[str, Any]) -> str:
    """A sentence for a column, and the words that it can hold."""
    words = [f"`{each}`" for each in said.get("enum", ()) if isinstance(each, str)]
    text: str = said["description"]
    return f"{text}: {', '.join(words)}" if words else text


def section(
    name: str, columns: list[Column], said: tuple[str, dict[str, str]], mark: str
) -> Iterator[str]:
    """A table of the page."""
    row, meanings = said
    assert set(meanings) == {column.name for column in columns}, name
    a_row = row if row.startswith("a row says") else f"a row is {row}"
    yield f"\n{mark} {name}\n\n{a_row.capitalize()}.\n\n| column | holds | means |\n"
    yield "|---|---|---|\n"
    for column in columns:
        needed = ", needed" * column.needed
        yield f"| {column.name} | {column.type}{needed} | {meanings[column.name]} |\n"


def page(path: Path) -> str:
    """The whole page."""
    live = tables(path)
    told = EXPORT["properties"]["tables"]["properties"]
    parts = [HEAD]
    for name, columns in live.items():
        if name not in WORKED_OUT:
            assert name in told, f"{name} has no sentence"
            parts += section(name, columns, exported(name), "##")
    parts.append(WORKED_OUT_HEAD)
    for name, said in WORKED_OUT.items():
        parts += section(name, live[name], said, "###")
    return "".join((*parts, INSIDE))


def test_the_page_of_tables_is_the_live_schema(tmp_path: Path) -> None:
    written = page(tmp_path / "journal.db")
    if os.environ.get("DEEPNET_WRITE_DOCS"):
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written
