"""Looking after the file, as installed: backups, going back, checks, salvage."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from conftest import SHARED, Command, Run

NAME = "journal-2026-11-25-120000.db"


def ok(run: Run) -> dict[str, Any]:
    assert (run.code, run.err) == (0, "")
    return run.json


def types(value: dict[str, Any]) -> dict[str, type]:
    return {key: type(item) for key, item in value.items()}


def people(deepnet: Command) -> list[str]:
    return [one["name"] for one in deepnet("people", "--json").json["people"]]


def test_backup_and_restore(deepnet: Command, home: Path) -> None:
    deepnet("log", "lunch with Ana", "--new")
    made = ok(deepnet("backup", "--json"))
    assert types(made) == {
        "version": int,
        "backup": dict,
        "people": int,
        "conversations": int,
        "dropped": list,
    }
    assert made["backup"] == {
        "file": str(home / "backups" / NAME),
        "at": "2026-11-25T12:00:00Z",
        "before": None,
        "bytes": (home / "backups" / NAME).stat().st_size,
    }
    assert (made["people"], made["conversations"]) == (1, 1)
    deepnet("add", "Ben")
    back = ok(deepnet("restore", NAME, "--yes", "--json"))
    kept = home / "backups" / "journal-2026-11-25-120000-before-restore.db"
    assert back == {
        "version": 1,
        "file": str(home / "backups" / NAME),
        "people": 1,
        "conversations": 1,
        "changed_at": "2026-11-25T12:00:00Z",
        "kept": str(kept),
    }
    assert people(deepnet) == ["Ana"]
    listed = ok(deepnet("restore", "--json"))
    assert listed["folder"] == str(home / "backups")
    assert {one["before"] for one in listed["backups"]} == {None, "restore"}
    assert deepnet("restore", str(kept), "--yes").code == 0
    assert people(deepnet) == ["Ana", "Ben"]


def test_keep_drops_only_older_ones_of_the_users_own(
    deepnet: Command, home: Path
) -> None:
    deepnet("add", "Ana")
    (home / "people.csv").write_text("name\nBen\n")
    deepnet("import", "people.csv")
    for _ in range(3):
        deepnet("backup")
    answer = ok(deepnet("backup", "--keep", "2", "--json"))
    assert [Path(one).name for one in answer["dropped"]] == [
        "journal-2026-11-25-120000.2.db",
        "journal-2026-11-25-120000.db",
    ]
    names = {one.name for one in (home / "backups").iterdir()}
    assert names == {
        "journal-2026-11-25-120000.3.db",
        "journal-2026-11-25-120000.4.db",
        "journal-2026-11-25-120000-before-import.db",
    }


def test_an_import_leaves_a_backup_and_a_rehearsal_none(
    deepnet: Command, home: Path
) -> None:
    deepnet("add", "Ana")
    (home / "people.csv").write_text("name\nBen\n")
    deepnet("import", "people.csv", "--dry-run")
    assert not (home / "backups").exists()
    deepnet("import", "people.csv")
    (made,) = (home / "backups").iterdir()
    with closing(sqlite3.connect(made)) as journal:
        assert journal.execute("SELECT name FROM people").fetchall() == [("Ana",)]


def test_a_folder_and_a_file_of_the_users_choice(deepnet: Command, home: Path) -> None:
    deepnet("add", "Ana")
    stick = home / "stick"
    stick.mkdir()
    assert deepnet("backup", "stick").code == 0
    assert deepnet("backup", "stick/mine.db").code == 0
    assert {one.name for one in stick.iterdir()} == {NAME, "mine.db"}
    assert deepnet("restore", "stick/mine.db", "--yes").code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("backup", "no/such"), 3, "no folder no"),
        (("backup", "there.txt"), 5, "there already"),
        (("backup", "--keep", "0"), 2, "--keep"),
        (("restore", "none.db", "--yes"), 3, "no file none.db"),
        (("restore", "journal.db", "--yes"), 5, "journal itself"),
        (("restore", "there.txt", "--yes"), 6, "no backup"),
        (("restore", NAME), 2, "--yes"),
    ],
)
def test_what_can_not_be_done_is_said_and_nothing_is_changed(
    deepnet: Command, home: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    deepnet("add", "Ana")
    deepnet("backup")
    deepnet("add", "Ben")
    (home / "there.txt").write_text("Dear diary")
    before = (home / "journal.db").read_bytes()
    run = deepnet(*words)
    assert (run.code, run.out) == (code, "")
    assert said in run.err
    assert (home / "journal.db").read_bytes() == before
    assert [one.name for one in (home / "backups").iterdir()] == [NAME]


def test_no_journal_has_no_backup(deepnet: Command, home: Path) -> None:
    assert deepnet("backup").code == 3
    run = deepnet("restore")
    assert (run.code, "no backup yet" in run.out) == (0, True)
    assert [*home.iterdir()] == []


def test_doctor_finds_a_new_journal_sound(deepnet: Command) -> None:
    answer = ok(deepnet("doctor", "--json"))
    assert (answer["exists"], answer["sound"]) == (False, True)
    deepnet("log", "lunch with Ana", "--new")
    answer = ok(deepnet("doctor", "--json"))
    assert types(answer) == {
        "version": int,
        "journal": str,
        "exists": bool,
        "sound": bool,
        "checks": list,
        "findings": list,
        "remarks": list,
    }
    assert answer["checks"] == [
        "pages",
        "tables",
        "layout",
        "references",
        "search",
        "names",
        "standings",
        "mode",
        "permissions",
        "clock",
        "copies",
    ]
    assert (answer["sound"], answer["findings"], answer["remarks"]) == (True, [], [])


def test_doctor_says_what_is_wrong_and_mends_it(deepnet: Command, home: Path) -> None:
    deepnet("log", "lunch with Ana", "--new")
    with closing(sqlite3.connect(home / "journal.db")) as journal:
        journal.execute("DELETE FROM name_keys")
        journal.commit()
    run = deepnet("doctor", "--json")
    assert (run.code, run.err) == (6, "")
    assert [*map(types, run.json["findings"])] == [
        {"check": str, "message": str, "hint": str, "mended": bool}
    ]
    assert run.json["findings"][0]["check"] == "names"
    assert "doctor --fix" in deepnet("doctor").out
    mended = deepnet("doctor", "--fix", "--json")
    assert (mended.code, mended.json["sound"]) == (0, True)
    assert mended.json["findings"][0]["mended"]
    assert deepnet("doctor").code == 0
    assert deepnet("show", "Ana").code == 0


def spoil(path: Path) -> None:
    """Let everything but the header be zeros, as far as the last pages."""
    data = path.read_bytes()
    path.write_bytes(data[:100] + bytes(8192 - 100) + data[8192:])


def test_a_file_damaged_beyond_opening_is_salvaged(
    deepnet: Command, home: Path
) -> None:
    deepnet("log", "lunch with Ana", "--new")
    deepnet("log", "coffee with Ana and Ben", "--new")
    spoil(home / "journal.db")
    run = deepnet("log", "dinner with Ana")
    assert (run.code, run.out) == (6, "")
    assert "deepnet doctor" in run.err
    run = deepnet("doctor", "--json")
    assert (run.code, run.err) == (6, "")
    assert run.json["findings"][0]["check"] == "pages"
    answer = ok(deepnet("doctor", "--salvage", "saved.db", "--json"))
    assert types(answer) == {
        "version": int,
        "file": str,
        "people": int,
        "conversations": int,
        "tables": list,
        "stand_ins": list,
    }
    assert (answer["people"], answer["conversations"]) == (2, 2)
    assert types(answer["tables"][0]) == {
        "table": str,
        "read": int,
        "recorded": int,
        "lost": int,
    }
    assert (home / "saved.db").stat().st_mode & 0o077 == 0
    assert deepnet("restore", "saved.db", "--yes").code == 0
    assert people(deepnet) == ["Ana", "Ben"]
    assert deepnet("doctor").code == 0


def test_salvage_writes_over_nothing(deepnet: Command, home: Path) -> None:
    assert deepnet("doctor", "--salvage", "saved.db").code == 3
    deepnet("add", "Ana")
    (home / "saved.db").write_text("mine")
    assert deepnet("doctor", "--salvage", "saved.db").code == 5
    assert deepnet("doctor", "--salvage", "no/saved.db").code == 3
    assert (home / "saved.db").read_text() == "mine"
    (home / "journal.db").write_bytes(b"SQLite format 3\0" + bytes(9000))
    run = deepnet("doctor", "--salvage", "new.db")
    assert (run.code, run.out) == (6, "")
    assert {one.name for one in home.iterdir()} == {"journal.db", "saved.db"}


CASE = SHARED / "cases" / "44-locked-cut-or-foreign-database"


@pytest.mark.skipif(not CASE.exists(), reason="the shared cases are not here")
@pytest.mark.parametrize(
    ("name", "well"),
    [
        ("truncated.db", False),
        ("zeroed-page.db", False),
        ("not-a-database.db", False),
        ("empty.db", True),
    ],
)
def test_the_shared_files_are_refused_calmly(
    deepnet: Command, home: Path, name: str, well: bool
) -> None:
    for words in (("people",), ("doctor",), ("log", "lunch with Ana", "--new")):
        (home / "journal.db").write_bytes((CASE / name).read_bytes())
        (home / "journal.db").chmod(0o600)
        run = deepnet(*words)
        assert (run.code == 0) is well
        assert "Traceback" not in run.err
        assert "bug" not in run.err
