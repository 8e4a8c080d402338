"""What the docs give to Datasette works in it: every page it names, on the demo.

``DEEPNET_DATASETTE`` says where the command is; without it these tests are skipped.
``--get`` answers one page and opens no port.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from deepnet import schema

DATASETTE = os.environ.get("DEEPNET_DATASETTE") or shutil.which("datasette")
METADATA = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "datasette.json"
SAID: dict[str, Any] = json.loads(METADATA.read_text(encoding="utf-8"))
QUERIES = SAID["databases"]["journal"]["queries"]
TABLES = SAID["databases"]["journal"]["tables"]
SHOWN = [name for name, table in TABLES.items() if not table.get("hidden")]

pytestmark = pytest.mark.skipif(
    DATASETTE is None, reason="datasette is not here; see DEEPNET_DATASETTE"
)


@pytest.fixture
def journal(deepnet: Command, home: Path) -> Path:
    """The journal of the demo."""
    assert deepnet("demo", "--keep", "journal.db").code == 0
    return home / "journal.db"


def get(path: str, journal: Path, *words: str, allowed: bool = True) -> str:
    """What Datasette answers; only a browser can sign in, so all are let in here."""
    metadata = journal.with_name("metadata.json")
    said = {key: value for key, value in SAID.items() if key != "allow" or not allowed}
    metadata.write_text(json.dumps(said), encoding="utf-8")
    done = subprocess.run(
        [
            str(DATASETTE),
            *(words or (str(journal),)),
            "-m",
            str(metadata),
            "--get",
            path,
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode == 0) is allowed, done.stderr
    return done.stdout


def test_nobody_is_let_in_who_is_not_signed_in(journal: Path) -> None:
    answer = get("/journal/people_view.json", journal, allowed=False)
    assert "do not have permission" in answer
    assert "Miriam" not in answer


def test_every_view_is_shown_sorted_and_counted(journal: Path) -> None:
    for name in schema.VIEWS:
        shown = json.loads(get(f"/journal/{name}.json?_shape=objects", journal))
        order = TABLES[name]["sort_desc"]
        values = [row[order] for row in shown["rows"]]
        assert values == sorted(values, reverse=True)
        assert values
        assert set(TABLES[name].get("facets", ())) <= set(shown["facet_results"])
        assert list(shown["rows"][0]) == list(TABLES[name]["columns"])


def test_nothing_is_listed_but_what_is_for_reading(journal: Path) -> None:
    listed = json.loads(get("/journal.json", journal))
    shown = {one["name"] for one in listed["tables"] if not one["hidden"]}
    views = {one["name"] for one in listed["views"]}
    assert shown | views == set(SHOWN)
    assert views == set(schema.VIEWS)


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_has_an_answer(journal: Path, name: str) -> None:
    words = {"learnt": "?facet=hopes", "with": "?name=miriam"}.get(name, "")
    answer = json.loads(get(f"/journal/{name}.json{words}", journal))
    assert answer["error"] is None
    assert answer["rows"]


def test_a_page_says_what_the_columns_mean(journal: Path) -> None:
    page = get("/journal/people_view", journal)
    assert TABLES["people_view"]["columns"]["blanks"] in page
    assert "Miriam Adeyemi" in page


def test_a_backup_is_read_as_immutable(deepnet: Command, journal: Path) -> None:
    (journal.parent / "look").mkdir()
    copy = journal.parent / "look" / "journal.db"
    assert deepnet("backup", str(copy)).code == 0
    before = copy.read_bytes()
    answer = get("/journal/months_view.json?_shape=array", journal, "-i", str(copy))
    assert json.loads(answer)[0]["month"] == "2026-11"
    assert copy.read_bytes() == before
