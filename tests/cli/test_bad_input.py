"""Whatever is typed and whatever the file is, one calm sentence and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Command, installed, unwatched

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and pipes")
WILD = "lunch with Ana \x1b[31mred\x07 \u202etxet \ufeff[bold]x[/bold] \u2066y"


def test_nothing_typed_can_steer_the_terminal(deepnet: Command) -> None:
    deepnet("add", "Ana \x1b]0;title\x07[bold]B[/bold]\u202e")
    run = deepnet("log", WILD)
    assert run.code == 0
    outputs = [
        deepnet(*words)
        for words in (
            ("show", "Ana"),
            ("people",),
            ("search", "red"),
            ("report",),
            ("history",),
            ("show", "Ana", "--json"),
            ("history", "--json"),
            ("who-next",),
            ("show", "\x1b[31mZed\u202e"),
        )
    ]
    for text in (run.out, run.err, *(each.out + each.err for each in outputs)):
        assert not set(text) & set("\x1b\x07\u202e\ufeff\u2066")
    assert "[bold]x[/bold]" in outputs[0].out
    assert outputs[5].json["person"]["conversations"][0]["text"] == WILD


def test_a_megabyte_is_a_sentence_too(deepnet: Command) -> None:
    sentence = "lunch with Ana, " + "word " * 200_000
    run = deepnet("log", "-", "--new", "--json", stdin=sentence)
    assert run.code == 0
    assert run.json["conversation"]["text"] == sentence.strip()
    assert deepnet("search", "word").code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear diary, today. " * 60, "not a deepnet journal"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "can't be"),
    ],
)
def test_a_file_that_is_no_journal_stays_as_it_is(
    deepnet: Command, home: Path, content: bytes, said: str
) -> None:
    path = home / "journal.db"
    path.write_bytes(content)
    for words in (("log", "lunch with Ana", "--new"), ("people",), ("who-next",)):
        run = deepnet(*words)
        assert (run.code, run.out) == (6, "")
        assert "Traceback" not in run.err
        assert said in run.err
    assert "lunch with Ana" in (home / "journal.unstored.jsonl").read_text()
    assert path.read_bytes() == content


def test_a_folder_in_the_journals_place(deepnet: Command, home: Path) -> None:
    (home / "journal.db").mkdir()
    run = deepnet("log", "lunch with Ana", "--new")
    assert (run.code, run.out) == (6, "")
    assert "lunch with Ana" in (home / "journal.unstored.jsonl").read_text()


@POSIX
def test_a_full_disk_loses_neither_the_words_nor_the_journal(
    deepnet: Command, environment: dict[str, str], home: Path
) -> None:
    import resource  # noqa: PLC0415 - POSIX only

    deepnet("log", "lunch with Ana", "--new")
    size = (home / "journal.db").stat().st_size

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    sentence = "lunch with Ana, " + "long words here " * 8000
    done = subprocess.run(
        [installed(), "log", sentence[:100_000]],
        env=unwatched(environment),
        preexec_fn=limit,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 6
    assert "long words here" in (home / "journal.unstored.jsonl").read_text()
    assert "Traceback" not in done.stderr
    with sqlite3.connect(home / "journal.db") as journal:
        assert journal.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert journal.execute("SELECT count(*) FROM conversations").fetchone() == (1,)
    journal.close()


def test_a_journal_in_use_is_waited_for_and_then_said(
    deepnet: Command, home: Path
) -> None:
    deepnet("log", "lunch with Ana", "--new")
    other = sqlite3.connect(home / "journal.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    run = deepnet("log", "coffee with Ana")
    other.execute("ROLLBACK")
    other.close()
    assert (run.code, run.out) == (6, "")
    assert "in use" in run.err
    assert "coffee with Ana" in (home / "journal.unstored.jsonl").read_text()


@POSIX
def test_a_reader_who_goes_away_is_no_error(
    deepnet: Command, environment: dict[str, str]
) -> None:
    names = "".join(f"Name Nr{number}\n" for number in range(4000))
    deepnet("import", _table(environment, names))
    shell = f"'{installed()}' people | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", shell], env=environment, capture_output=True, check=False
    )
    lines = done.stdout.decode().splitlines()
    assert (len(lines), lines[-1], done.stderr) == (2, "0", b"")


def _table(environment: dict[str, str], names: str) -> str:
    path = Path(environment["HOME"]) / "people.csv"
    path.write_text(f"name\n{names}")
    return str(path)


@POSIX
def test_closed_streams_are_no_error(environment: dict[str, str]) -> None:
    for words in ("log 'lunch with Ana' --new", "people", "log"):
        done = subprocess.run(
            ["bash", "-c", f"'{installed()}' {words} <&- 2>&1"],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stdout
    assert done.returncode == 2
    assert "terminal" in done.stdout


@POSIX
@pytest.mark.parametrize(
    "words",
    ["log 'lunch with Ana' --new", "people", "who-next", "why Ana", "demo", "config"],
)
def test_an_answer_that_nobody_can_hear_is_no_bug(
    deepnet: Command, environment: dict[str, str], words: str
) -> None:
    deepnet("add", "Ana")
    done = subprocess.run(
        ["bash", "-c", f"'{installed()}' {words} >&-"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, "bug" in done.stderr) == (0, False)


@pytest.mark.parametrize("today", ["yesterday", "2026-02-30", "x"])
def test_a_today_that_is_no_day(deepnet: Command, today: str) -> None:
    run = deepnet("who-next", DEEPNET_TODAY=today)
    assert (run.code, run.out) == (2, "")
    assert "DEEPNET_TODAY" in run.err


def test_no_colour_reaches_a_pipe(deepnet: Command) -> None:
    deepnet("log", "lunch with Ana", "--new")
    for words in ("who-next", "why Ana", "report", "people", "show Ana"):
        assert "\x1b" not in deepnet(*words.split()).out


def test_bytes_that_are_no_text_are_kept_as_far_as_they_go(
    environment: dict[str, str], home: Path
) -> None:
    if os.name == "nt":
        pytest.skip("arguments are text on Windows")
    done = subprocess.run(
        [installed().encode(), b"log", b"lunch with Ana \xff\xfe", b"--new", b"--json"],
        env=environment,
        cwd=home,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert "Ana ��" in done.stdout.decode()


def test_an_empty_journal_says_how_to_begin(deepnet: Command, home: Path) -> None:
    for words in ("", "who-next"):
        run = deepnet(*words.split())
        assert run.code == 0
        assert "deepnet log" in run.out
    for words in ("people", "report", "history", "where", "search x"):
        assert deepnet(*words.split()).code == 0
    assert not (home / "journal.db").exists()
