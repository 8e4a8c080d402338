"""What is written of the views is what the file itself says of them.

``DEEPNET_WRITE_DOCS=1 pytest tests/docs`` writes the page, and Datasette's
descriptions, anew.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from deepnet import schema
from deepnet.store import Store

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = DOCS / "reference" / "views.md"
DATASETTE = DOCS / "how-to" / "datasette.json"
COLUMN = re.compile(r"AS (\w+),?\s+-- (.+)$", re.MULTILINE)
WRITE = bool(os.environ.get("DEEPNET_WRITE_DOCS"))

HEAD = """# Views

What each view of the file holds: read from the file itself, where the same words stand
behind each column (`sqlite-utils schema "$(deepnet where --path)"`). How to ask them is
told in [Ask with SQL](../how-to/sql.md).

Nothing in a view depends on today: how fresh it is with somebody, whom to see next and
which lunches are left are not in it. Days are text, `YYYY-MM-DD`. Several names in one
cell are parted by "; ".
"""
SAYS = {
    "people_view": "a row is somebody, also who was let go",
    "conversations_view": "a row is one conversation",
    "months_view": "a row is a month; what is known of a conversation only by its year "
    "is in none, as in the report",
}


def described(store: Store, view: str) -> dict[str, str]:
    """The columns of a view, each with the comment that the file has behind it."""
    text = store.value("SELECT sql FROM sqlite_schema WHERE name = ?", view)
    return dict(COLUMN.findall(text))


def sections(store: Store) -> Iterator[str]:
    """The page, view by view."""
    for view in schema.VIEWS:
        yield f"\n## {view}\n\n{SAYS[view][0].upper()}{SAYS[view][1:]}.\n\n"
        yield "| column | is |\n|---|---|\n"
        for column, text in described(store, view).items():
            yield f"| `{column}` | {text} |\n"


def test_every_column_is_described_in_the_file(store: Store) -> None:
    for view in schema.VIEWS:
        columns = [row["name"] for row in store.rows(f"PRAGMA table_info({view})")]
        assert list(described(store, view)) == columns


def test_the_page_of_views_is_what_the_file_says(store: Store) -> None:
    page = HEAD + "".join(sections(store))
    if WRITE:
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def test_datasette_says_of_each_column_what_the_file_says(store: Store) -> None:
    metadata = json.loads(DATASETTE.read_text(encoding="utf-8"))
    tables = metadata["databases"]["journal"]["tables"]
    says = {view: described(store, view) for view in schema.VIEWS}
    if WRITE:
        for view in schema.VIEWS:
            tables[view]["columns"] = says[view]
        text = json.dumps(metadata, indent=2, ensure_ascii=False)
        DATASETTE.write_text(f"{text}\n", encoding="utf-8")
    assert {view: tables[view]["columns"] for view in schema.VIEWS} == says


def test_datasette_hides_every_table_that_is_not_for_reading(store: Store) -> None:
    metadata = json.loads(DATASETTE.read_text(encoding="utf-8"))
    tables = metadata["databases"]["journal"]["tables"]
    rows = store.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    # Datasette hides what belongs to the search itself.
    there = {name for (name,) in rows if not name.startswith("search")}
    assert set(tables) == there
    hidden = {name for name, table in tables.items() if table.get("hidden")}
    assert not hidden & {*schema.VIEWS, *READABLE}
    assert hidden == there - {*schema.VIEWS, *READABLE}


READABLE = ("facts", "promises", "invitations")
"""Tables that are read as they are: no view of them would say more."""
