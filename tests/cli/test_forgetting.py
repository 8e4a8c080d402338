"""Forgetting, shown by the bytes of every file beside the journal."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from conftest import Command, installed, unwatched
from deepnet.folding import fold, second_fold

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and signals")
NAME = "Zyxwvu Qwörtlé"
NAMES = (NAME, "Blorptang", "Zyxwvu Ältname", "Qwörtlé", "Zyxwvu", "Ältname")
PRIVATE = (
    *("zyx@qwmail.example", "old@qwmail.example", "+12025550171", "frobnicorp"),
    *("chiefwidgeteer", "glimmerquay", "hearthmoor", "snorkelquarx", "gribblefact"),
    *("promwhazzle", "rawnotezilch", "farewellgrumph", "takenbackplonk", "oldfactum"),
    *("onlyplacezoid", "in/zyxq"),
)
SHARED = "marzipanopera"


_MADE: list[bytes] = []


@pytest.fixture
def full(deepnet: Command, home: Path) -> Command:
    """A journal with something distinctive of one person wherever there is a place."""
    if not _MADE:
        _fill(deepnet, home)
        _MADE.append((home / "journal.db").read_bytes())
        # Whoever comes first has no backup more than the others.
        shutil.rmtree(home)
        home.mkdir()
    (home / "journal.db").write_bytes(_MADE[0])
    return deepnet


def _fill(deepnet: Command, home: Path) -> None:
    def ok(*words: str, **more: str) -> None:
        run = deepnet(*words, **more)
        assert run.code == 0, (words, run.err)

    ok("add", "Zyxwvu Ältname", "--email", "old@qwmail.example")
    ok("edit", "@1", "--name", NAME, "--alias", "Blorptang")
    ok("edit", "@1", "--company", "Frobnicorp", "--position", "Chiefwidgeteer")
    ok("edit", "@1", "--office", "Glimmerquay", "--home", "Hearthmoor")
    ok("edit", "@1", "--email", "zyx@qwmail.example", "--phone", "+12025550171")
    ok("add", "Ben Okafor", "--home", f"beside {NAME}")
    ok("log", "lunch with Zyxwvu about snorkelquarx @onlyplacezoid")
    ok("learn", "@1", "family: gribblefact")
    ok("log", "walk with zyxwvu", "--promise", "promwhazzle by friday")
    ok("done", "@1", "promwhazzle")
    both = f"dinner with zyxwvu qwortle and Ben about the {SHARED}, Zyxwvu sang"
    ok("log", both, "--learned", "Ben/people: Blorptang’s cousin")
    ok("edit", "last", "--text", f"{both}, as did {NAME}")
    ok("log", "coffee with Ben about Zyxwvu Qwörtlé, zyx@qwmail.example")
    ok("log", "lunch with Zyxwvu about takenbackplonk")
    ok("undo")
    ok("learn", "@1", "work: oldfactum")
    ok("undo")
    card = (
        f"BEGIN:VCARD\nUID:q-1\nFN:{NAME}\nEMAIL:zyx@qwmail.example\n"
        "URL:https://linkedin.com/in/zyxq\nNOTE:rawnotezilch\nEND:VCARD\n"
        f"BEGIN:VCARD\nUID:b-1\nFN:Ben Okafor\nNOTE:friend of {NAME}\nEND:VCARD\n"
    )
    elsewhere = home.parent / "people.vcf"
    elsewhere.write_text(card, encoding="utf-8")
    ok("import", str(elsewhere))
    ok("let-go", "@1", "--because", "farewellgrumph", "--thanks")
    ok("who-next")
    ok("search", "qwortle")


def forms(word: str) -> set[bytes]:
    """Every way in which a word could stand in a file."""
    spelt = {word, word.lower(), word.upper(), word.casefold()}
    spelt |= {fold(word), second_fold(word), fold(word).title()}
    spelt |= {unicodedata.normalize(form, word) for form in ("NFC", "NFD")}
    spelt |= {json.dumps(each)[1:-1] for each in spelt}
    return {
        each.encode(encoding)
        for each in spelt
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
        if encoding != "latin-1" or each.isascii() or max(each) < "\u0100"
    }


def traces(home: Path, words: tuple[str, ...]) -> set[tuple[str, str]]:
    """Which words are in the bytes of which files, in any form and case."""
    return {
        (path.name, word)
        for path in home.rglob("*")
        if path.is_file()
        for word in words
        if any(form.lower() in path.read_bytes().lower() for form in forms(word))
    }


def beside(home: Path) -> tuple[Path, ...]:
    """Drafts and copies that hold the name, as deepnet makes them."""
    journal = (home / "journal.db").read_bytes()
    (home / "backups").mkdir(exist_ok=True)
    files = {
        home / "journal.draft.json": json.dumps({"who": NAME}).encode(),
        home / "journal.unsaved.txt": f"dinner with {NAME}".encode(),
        home / "journal.edit-77.txt": f"setting: lunch\n\nwith {NAME}".encode(),
        home / "journal.unstored.jsonl": f'{{"words": ["log", "{NAME}"]}}\n'.encode(),
        home / "backups" / "journal-2026-11-20-120000.db": journal,
        home / "backups" / "journal-2026-11-21-120000-before-import.db": journal,
    }
    for path, content in files.items():
        path.write_bytes(content)
    return tuple(files)


def test_the_journal_of_the_proof_has_all_of_it(full: Command, home: Path) -> None:
    assert full("people").code == 0
    found = {word for _, word in traces(home, (*NAMES, *PRIVATE, SHARED))}
    assert found == {*NAMES, *PRIVATE, SHARED}


def test_no_byte_is_left_of_somebody_forgotten(full: Command, home: Path) -> None:
    files = beside(home)
    run = full("forget", NAME, "--yes", "--replace-names", "--copies", "--json")
    assert run.code == 0
    assert run.json["left"] == []
    assert traces(home, (*NAMES, *PRIVATE)) == set()
    assert [path for path in files if path.exists()] == []
    assert traces(home, (SHARED,)) == {("journal.db", SHARED)}
    text = full("search", SHARED, "--json").json["found"][0]["text"]
    assert text == (
        f"dinner with somebody and Ben about the {SHARED}, somebody sang, as did "
        "somebody"
    )
    assert full("history").code == 0
    assert full("undo").code == 5


def test_kept_names_are_in_no_other_place(full: Command, home: Path) -> None:
    files = beside(home)
    run = full("forget", NAME, "--yes", "--keep-names", "--json")
    assert run.code == 0
    assert set(run.json["copies"]) == {str(path) for path in files[4:]}
    assert [path.exists() for path in files] == [False] * 4 + [True] * 2
    for path in files[4:]:
        path.unlink()
    mail = "zyx@qwmail.example"
    assert {word for _, word in traces(home, PRIVATE)} <= {mail}
    with sqlite3.connect(home / "journal.db") as journal:
        text = "\n".join(journal.iterdump())
    journal.close()
    kept = [
        line
        for line in text.split("\n")
        if any(word.lower() in line.lower() for word in (*NAMES, mail))
    ]
    tables = {line.split('"')[1] for line in kept if "search" not in line}
    assert tables == {"conversations", "facts", "people", "records"}


def test_before_the_file_is_packed_nothing_is_left_either(
    full: Command, home: Path, environment: dict[str, str]
) -> None:
    stop = (
        "import sys; from deepnet.store import forgetting\n"
        "from deepnet.cli import main\n"
        "import os; forgetting.sweep = lambda store: os._exit(9)\n"
        f"sys.argv = ['deepnet', 'forget', {NAME!r}, '--yes']\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", stop], env=unwatched(environment), check=False
    )
    assert done.returncode == 9
    assert traces(home, (*NAMES, *PRIVATE)) == set()
    assert full("forget", "--sweep").code == 0


@POSIX
def test_a_full_disk_erases_nobody_by_halves(
    full: Command, home: Path, environment: dict[str, str]
) -> None:
    import resource  # noqa: PLC0415 - POSIX only

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [installed(), "forget", NAME, "--yes"],
        env=unwatched(environment),
        preexec_fn=limit,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (6, "")
    assert "Traceback" not in done.stderr
    assert full("show", NAME).code == 0
    assert full("forget", NAME, "--yes").code == 0
    assert traces(home, (*NAMES, *PRIVATE)) == set()


@POSIX
def test_whenever_it_is_killed_they_are_there_or_gone(
    full: Command, home: Path, environment: dict[str, str]
) -> None:
    journal = home / "journal.db"
    before = journal.read_bytes()
    for delay in (0.15, 0.25, 0.3, 0.35, 0.4, 0.5):
        Path(f"{journal}-journal").unlink(missing_ok=True)
        journal.write_bytes(before)
        process = subprocess.Popen(
            [installed(), "forget", NAME, "--yes"],
            env=unwatched(environment),
            stdout=subprocess.DEVNULL,
        )
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        there = full("show", NAME).code
        assert there in (0, 3)
        found = {word for _, word in traces(home, (*NAMES, *PRIVATE))}
        assert found == (set() if there == 3 else {*NAMES, *PRIVATE})


def test_json_says_what_went(full: Command, home: Path) -> None:
    rehearsed = full("forget", "Zyxwvu", "--dry-run", "--json").json
    assert rehearsed == {
        "version": 1,
        "person": {"id": 1, "name": NAME},
        "gone": {
            "conversations": 2,
            "facts": 2,
            "promises": 2,
            "aliases": 1,
            "identifiers": 4,
            "records": 1,
        },
        "shared": 2,
        "texts": 6,
        "replaced": True,
        "elsewhere": 0,
        "changes": rehearsed["changes"],
        "drafts": [],
        "copies": [],
        "copies_gone": False,
        "left": [],
        "rehearsed": True,
    }
    both = full("forget", "Zyxwvu", "--dry-run", "--yes", "--json").json
    assert both == rehearsed
    assert full("forget", "Zyxwvu", "--yes", "--json").json == {
        **rehearsed,
        "rehearsed": False,
    }
    swept = full("forget", "--sweep", "--json").json
    assert swept == {
        "version": 1,
        "journal": str(home / "journal.db"),
        "before": swept["after"],
        "after": (home / "journal.db").stat().st_size,
    }


def test_nobody_and_several_are_refused(full: Command) -> None:
    assert full("forget").code == 2
    assert full("forget", " ", "--yes").code == 2
    assert full("forget", "Ben", "--sweep").code == 2
    assert full("forget", "Nobody Such", "--yes").code == 3
    full("add", NAME, "--new")
    assert full("forget", NAME, "--yes").code == 4
    run = full("forget", "@2")
    assert (run.code, run.out) == (2, "")
    assert "--yes" in run.err
    assert full("show", "@2").code == 0


def test_an_empty_journal_and_none_at_all(deepnet: Command, home: Path) -> None:
    assert deepnet("forget", "Ana", "--yes").code == 3
    assert deepnet("forget", "--sweep").code == 0
    assert not (home / "journal.db").exists()
    assert list(home.iterdir()) == []


def test_of_commands_that_wait_only_those_that_name_them_go(
    full: Command, home: Path
) -> None:
    waiting = home / "journal.unstored.jsonl"
    other = '{"words": ["log", "tea with Zed"], "now": "2026-11-25T12:00:00"}\n'
    theirs = json.dumps({"words": ["log", f"tea with {NAME}"]}, ensure_ascii=False)
    waiting.write_text(f"{theirs}\n{other}", encoding="utf-8")
    assert full("forget", NAME, "--yes", "--json").code == 0
    assert waiting.read_text(encoding="utf-8") == other
