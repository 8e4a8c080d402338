"""People in a line of text, days, and evenings after midnight: cases 27, 28 and 30."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import SHARED, Command

PEOPLE = """Petra
Igor
Simon
Simon Bolt
Henry Wade
James Moorcroft
Henry James Moorcroft
Anna-Lou-May Ward
Lou
Will Frost
May Lind
Grace Hollis
Ann
"""


@pytest.fixture
def everybody(deepnet: Command, home: Path) -> Command:
    rows = PEOPLE.replace("Grace Hollis", "Grace Hollis,Saving Grace")
    (home / "p.csv").write_text("name,aliases\n" + rows)
    assert deepnet("import", "p.csv").code == 0
    return deepnet


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Saw Petra a week ago and Igor i Porto.", ["Petra", "Igor"]),
        ("Lunch with Simon. Simon Bolt's dog was there.", ["Simon", "Simon Bolt"]),
        (
            "Henry James spoke; I will see May in May.",
            ["Henry James Moorcroft", "May Lind"],
        ),
        ("Rowed with Anna-Lou-May.", ["Anna-Lou-May Ward"]),
        (
            "Saving Grace sang, Annual dinner, planning for Anniversary.",
            ["Grace Hollis"],
        ),
        ("Talked to LOU'S sister and to lou.", ["Lou"]),
    ],
)
def test_people_are_found_in_a_line_of_text(
    everybody: Command, sentence: str, found: list[str]
) -> None:
    run = everybody("log", sentence, "--json")
    assert run.code == 0
    people = run.json["conversation"]["people"]
    assert [person["name"] for person in people] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "I met https://example.org/ann and ann@example.org.",
        "Escaped: \\Grace is only a word here.",
    ],
)
def test_addresses_and_escaped_words_are_nobody(
    everybody: Command, sentence: str
) -> None:
    assert everybody("log", sentence).code == 3
    run = everybody("log", sentence, "--others", "1", "--json")
    assert run.json["conversation"]["people"] == []


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("yesterday", "2026-11-24"),
        ("last friday", "2026-11-20"),
        ("friday", "2026-11-20"),
        ("3 nov", "2026-11-03"),
        ("dec 3", "2025-12-03"),
        ("29 feb", "2024-02-29"),
        ("two days ago", "2026-11-23"),
    ],
)
def test_a_journal_looks_back(deepnet: Command, phrase: str, day: str) -> None:
    run = deepnet("log", f"{phrase}: lunch with Ana", "--new", "--json")
    assert run.json["conversation"]["day"] == day


def test_in_march_has_the_precision_of_a_month(deepnet: Command) -> None:
    run = deepnet("log", "in march: lunch with Ana", "--new", "--json")
    entry = run.json["conversation"]
    assert (entry["day"], entry["precision"]) == ("2026-03-01", "month")
    assert "March 2026, lunch with Ana" in deepnet("edit", "1", "--minutes", "9").out


@pytest.mark.parametrize(
    "sentence", ["Note: lunch with Ana", "will: lunch with Ana", "may: lunch with Ana"]
)
def test_what_is_no_day_stays_text(deepnet: Command, sentence: str) -> None:
    run = deepnet("log", sentence, "--new", "--json")
    assert run.json["conversation"]["day"] == "2026-11-25"


def test_the_hour_at_which_a_day_begins_is_a_setting(deepnet: Command) -> None:
    assert deepnet("config", "day-start", "4:00", "--json").json["settings"] == [
        {
            "key": "day-start",
            "value": "04:00",
            "meaning": "the hour at which a new day begins; before it is still the day "
            "before",
        }
    ]
    assert "04:00" in deepnet("config").out
    assert deepnet("config", "day-start", "").code == 0
    assert "not set" in deepnet("config", "day-start").out


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not at hand")
def test_the_shared_lines_find_whom_they_say(deepnet: Command) -> None:
    folder = next(SHARED.glob("cases/27-*"))
    for line in (folder / "people.txt").read_text().splitlines():
        name, _, alias = line.partition(" (a.k.a. ")
        deepnet("add", name, *(("--alias", alias.rstrip(")")) if alias else ()))
    page = (folder / "expected.md").read_text()
    expected = json.loads(page.partition("```json\n")[2].partition("```")[0])
    for line in (folder / "entries.txt").read_text().splitlines():
        number, _, sentence = line.partition("\t")
        run = deepnet("log", sentence, "--others", "1", "--json")
        people = run.json["conversation"]["people"]
        assert [person["name"] for person in people] == expected[number], sentence


def test_where_names_the_file_for_another_program(deepnet: Command, home: Path) -> None:
    path = home / "journal.db"
    assert deepnet("where", "--path").out == f"{path}\n"
    assert not path.exists()
    path.write_text("not a journal")
    assert deepnet("where", "--path").out == f"{path}\n"
    assert deepnet("--db", "other.db", "where", "--path").out == "other.db\n"
    assert (
        deepnet("--db", "other.db", "where", "--path", "--json").json["exists"] is False
    )
