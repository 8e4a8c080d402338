"""Everything out and in again, as installed: files, folders, stdout, refusals."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from conftest import Command, installed, unwatched

POSIX = pytest.mark.skipif(os.name == "nt", reason="modes and limits are POSIX's")


@pytest.fixture
def lived(deepnet: Command) -> Command:
    """A journal with two people, one of them let go, and an open promise."""
    words = ("log", "lunch with Ana Ruiz, two sisters #family", "--new")
    deepnet(*words, "--promise", "the map by friday")
    deepnet("edit", "Ana", "--birthday", "29 feb 1996", "--email", "ana@example.org")
    deepnet("log", "coffee with Bo", "--new")
    deepnet("let-go", "Bo")
    return deepnet


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_document_goes_out_and_in_again(lived: Command, home: Path) -> None:
    run = lived("export", "a.json", "--json")
    assert (run.code, run.err) == (0, "")
    answer = run.json
    size = (home / "a.json").stat().st_size
    assert answer["counts"].pop("change_rows") > 0
    assert answer == {
        "version": 1,
        "path": "a.json",
        "form": "json",
        "files": 1,
        "bytes": size,
        "counts": answer["counts"],
        "left_out": 0,
    }
    assert answer["counts"]["people"] == 2
    back = lived("--db", "b.db", "restore", "a.json", "--json")
    assert back.json["journal"] == "b.db"
    assert back.json["counts"].items() >= {"people": 2, "changes": 4}.items()
    assert lived("--db", "b.db", "export", "-").out == (home / "a.json").read_text()
    for words in (("show", "Ana"), ("history",), ("report",), ("search", "sisters")):
        assert lived("--db", "b.db", *words).out == lived(*words).out
    assert lived("--db", "b.db", "undo").out.startswith("Taken back: Let go of Bo")


def test_the_form_is_said_or_told_by_the_ending(lived: Command, home: Path) -> None:
    assert lived("export").code == 0
    assert json.loads((home / "deepnet-2026-11-25.json").read_text())["version"] == 1
    assert json.loads(lived("export", "-").out)["format"] == "deepnet"
    assert lived("export", "x.txt", "--as", "json").code == 0
    assert lived("export", "X.JSON").code == 0
    assert not list(home.glob(".deepnet-*"))


@POSIX
def test_what_is_written_is_private(lived: Command, home: Path) -> None:
    lived("export", "a.json")
    assert mode(home / "a.json") == 0o600
    (home / "old.json").write_text("")
    (home / "old.json").chmod(0o644)
    lived("export", "old.json", "--force")
    assert mode(home / "old.json") == 0o600


def test_nothing_is_written_over_unless_it_is_wanted(
    lived: Command, home: Path
) -> None:
    (home / "a.json").write_text("mine")
    run = lived("export", "a.json")
    assert (run.code, run.out) == (5, "")
    assert "--force" in run.err
    assert (home / "a.json").read_text() == "mine"
    assert lived("export", "a.json", "--force").code == 0
    assert (home / "a.json").read_text() != "mine"
    run = lived("export", "journal.db", "--as", "json", "--force")
    assert (run.code, "the journal itself" in run.err) == (5, True)
    assert lived("show", "Ana").code == 0


@POSIX
def test_an_export_that_fails_half_way_leaves_what_was_there(
    lived: Command, home: Path, environment: dict[str, str]
) -> None:
    lived("export", "a.json")
    before = (home / "a.json").read_bytes()
    limited = f"ulimit -f 1; exec '{installed()}' export a.json --force"
    done = subprocess.run(
        ["bash", "-c", limited],
        env=unwatched(environment),
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 6
    assert "a.json can't be written" in done.stderr
    assert (home / "a.json").read_bytes() == before
    assert not list(home.glob(".deepnet-*"))


def test_what_can_not_be_restored_is_refused_in_a_sentence(
    lived: Command, home: Path
) -> None:
    lived("export", "a.json")
    text = (home / "a.json").read_text()
    (home / "cut.json").write_text(text[:-200])
    (home / "bytes.json").write_bytes(text.encode().replace(b"sisters", b"\xff\xfe"))
    (home / "people.csv").write_text("name\nAna\n")
    for words, code in (
        (("a.json",), 5),
        (("none.json",), 3),
        ((".",), 3),
        (("cut.json",), 6),
        (("bytes.json",), 6),
        (("people.csv",), 6),
        (("journal.db",), 2),
    ):
        there = [] if code == 5 else ["--db", "new.db"]
        run = lived(*there, "restore", *words, "--json")
        assert (run.code, run.out) == (code, ""), words
        assert run.error["message"].endswith(".")
    assert lived("--db", "new.db", "people", "--json").json["people"] == []
    assert lived("--db", "new.db", "restore", "a.json").code == 0


def test_a_reader_who_goes_away_is_no_trouble(
    environment: dict[str, str], lived: Command, home: Path
) -> None:
    del lived
    command = f"'{installed()}' export - | head -c 10"
    done = subprocess.run(
        ["sh", "-c", command],
        env=environment,
        cwd=home,
        capture_output=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b'{"format":', b"")


def test_each_form_is_written_where_it_was_said(lived: Command, home: Path) -> None:
    for words, files in (
        (("p.vcf",), ["p.vcf"]),
        (("d.ics",), ["d.ics"]),
        (("t", "--as", "csv"), ["conversations", "facts", "invitations", "people"]),
        (("n", "--as", "markdown"), ["Ana Ruiz.md"]),
    ):
        run = lived("export", *words, "--json")
        assert (run.code, run.err) == (0, "")
        path = home / run.json["path"]
        found = [path] if path.is_file() else sorted(path.iterdir())
        names = [each.name.removesuffix(".csv") for each in found]
        assert names[:4] == files
        assert run.json["files"] == len(found)
        assert run.json["bytes"] == sum(each.stat().st_size for each in found)
    assert lived("export", "--as", "csv").code == 0
    assert (home / "deepnet-2026-11-25-csv").is_dir()
    done = lived("export", "-", "--as", "vcard", PYTHONUTF8="0", LC_ALL="C")
    assert done.out == (home / "p.vcf").read_text(encoding="utf-8")
    lived("--db", "b.db", "import", "p.vcf")
    (ana,) = lived("--db", "b.db", "people", "--json").json["people"]
    assert (ana["name"], ana["emails"]) == ("Ana Ruiz", ["ana@example.org"])


@pytest.mark.parametrize(
    "words",
    [
        ("export", "no/such/a.json"),
        ("export", "no/such/tables", "--as", "csv"),
        ("report", "--html", "no/such/month.html"),
        ("report", "--markdown", "no/such/month.md"),
        ("backup", "no/such/copy.db"),
        ("doctor", "--salvage", "no/such/saved.db"),
    ],
)
def test_what_leaves_the_journal_makes_no_folder(
    lived: Command, home: Path, words: tuple[str, ...]
) -> None:
    run = lived(*words)
    assert (run.code, run.out) == (3, "")
    assert run.err.split("\n")[0] == f"There is no folder {Path('no/such')}."
    assert not (home / "no").exists()


@POSIX
def test_a_folder_is_private_and_what_else_is_in_it_stays(
    lived: Command, home: Path
) -> None:
    assert lived("export", "n", "--as", "markdown").code == 0
    assert mode(home / "n") == 0o700
    assert [mode(page) for page in (home / "n").iterdir()] == [0o600]
    (home / "n" / "mine.md").write_text("my own")
    (home / "n" / "Ana Ruiz.md").write_text("old")
    run = lived("export", "n", "--as", "markdown")
    assert (run.code, (home / "n" / "Ana Ruiz.md").read_text()) == (5, "old")
    assert lived("export", "n", "--as", "markdown", "--force").code == 0
    assert (home / "n" / "Ana Ruiz.md").read_text().startswith("---")
    assert (home / "n" / "mine.md").read_text() == "my own"
    (home / "empty").mkdir()
    assert lived("export", "empty", "--as", "csv").code == 0
    (home / "file").write_text("")
    run = lived("export", "file", "--as", "csv", "--force")
    assert (run.code, "can't be written" in run.err) == (6, True)
    assert not list(home.glob(".deepnet-*"))


def test_a_folder_can_not_go_to_stdout_and_a_form_must_be_told(
    lived: Command, home: Path
) -> None:
    for words in (("-", "--as", "csv"), ("x.txt",), ("people.csv",), ("notes",)):
        run = lived("export", *words, "--json")
        assert (run.code, run.out, run.error["slug"]) == (2, "", "usage")
    assert sorted(path.name for path in home.iterdir()) == ["journal.db"]


@POSIX
def test_a_place_that_takes_nothing_is_named(
    environment: dict[str, str], lived: Command, home: Path
) -> None:
    run = lived("export", "x" * 300 + ".json")
    assert (run.code, run.out) == (6, "")
    assert "can't be written" in run.err
    run = lived("export", "journal.db/a.json")
    assert (run.code, run.err.split("\n")[0]) == (3, "There is no folder journal.db.")
    if Path("/dev/full").exists():
        done = subprocess.run(
            ["sh", "-c", f"'{installed()}' export - > /dev/full"],
            env=environment,
            cwd=home,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 6
        assert done.stderr.startswith("The output can't be written: No space left")
    assert lived("export", "-", "--as", "vcard").code == 0


def test_an_empty_journal_is_exported_and_none_is_made(
    deepnet: Command, home: Path
) -> None:
    assert "nothing in it yet" in deepnet("export", "a.json").out
    assert not (home / "journal.db").exists()
    assert deepnet("restore", "a.json").code == 0
    assert deepnet("export", "-").out == (home / "a.json").read_text()
