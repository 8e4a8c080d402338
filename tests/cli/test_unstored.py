"""Whatever keeps a sentence from being stored, it is kept and stored later."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Command, installed

if sys.platform == "win32":
    pytest.skip("limits, modes and terminals of POSIX", allow_module_level=True)

from faults import as_anybody, full_after, run_with
from terminals import AtTerminal


@pytest.fixture
def journal(deepnet: Command, home: Path) -> Path:
    """A journal with a lunch with Ana."""
    deepnet("log", "lunch with Ana", "--new")
    return home / "journal.db"


@pytest.fixture
def damaged(journal: Path) -> Callable[[], None]:
    """That journal, damaged; calling it makes it whole again."""
    whole = journal.with_name("whole.db")
    shutil.copy(journal, whole)
    journal.write_bytes(journal.read_bytes()[:6000])

    def mend() -> None:
        shutil.copy(whole, journal)

    return mend


def kept(home: Path) -> list[list[str]]:
    path = home / "journal.unstored.jsonl"
    if not path.exists():
        return []
    assert path.stat().st_mode & 0o777 == 0o600
    return [json.loads(line)["words"] for line in path.read_text().splitlines()]


def conversations(deepnet: Command, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = deepnet("show", name, "--json").json["person"][
        "conversations"
    ]
    return found


def test_what_was_typed_waits_and_is_stored_as_of_its_day(
    deepnet: Command, home: Path, damaged: Callable[[], None]
) -> None:
    typed = [
        ("log", "yesterday: dinner with Ana, 'n' \"q\" #heart", "--minutes", "90"),
        ("learn", "Ana", "joys:", "boats"),
        ("edit", "1", "--as", "walk"),
        ("add", "Ben", "--company", "Acme"),
        ("promise", "Ana", "send the map", "--by", "friday"),
        ("ask", "Ana", "--for", "coffee"),
        ("answer", "Ana", "later"),
        ("let-go", "Ana", "--because", "moved on"),
    ]
    for words in typed:
        run = deepnet(*words)
        assert (run.code, run.out) == (6, "")
        assert "journal.unstored.jsonl" in run.err
    assert kept(home) == [[*words] for words in typed]
    damaged()
    run = deepnet("log", "--recovered", DEEPNET_TODAY="2026-12-24")
    assert (run.code, run.err) == (0, "")
    assert "Tue 24 Nov 2026, dinner with Ana" in run.out
    assert kept(home) == []
    walk, dinner = conversations(deepnet, "Ana")
    assert (dinner["day"], dinner["minutes"], dinner["depth"]) == (
        "2026-11-24",
        90,
        "heart",
    )
    assert walk["setting"] == "walk"
    person = deepnet("show", "Ana", "--json").json["person"]
    assert [fact["text"] for fact in person["facts"]] == ["boats"]
    assert person["let_go_on"] == "2026-11-25"
    (promise,) = person["promises"]
    assert (promise["text"], promise["due"]) == ("send the map", "2026-11-27")
    (asked,) = person["invitations"]
    assert (asked["day"], asked["answer"]) == ("2026-11-25", "later")
    assert deepnet("show", "Ben", "--json").json["person"]["company"] == "Acme"
    assert deepnet("log", "--recovered", "--json").json["recovered"] == []


def test_with_json_the_error_says_where_and_the_answers_are_one_object(
    deepnet: Command, home: Path, damaged: Callable[[], None]
) -> None:
    run = deepnet("log", "dinner with Ana", "--json")
    assert "journal.unstored.jsonl" in run.error["hint"]
    damaged()
    after = deepnet("log", "walk with Ana", "--json")
    assert after.code == 0
    assert "--recovered" in after.err
    (answer,) = deepnet("log", "--recovered", "--json").json["recovered"]
    assert answer["conversation"]["setting"] == "dinner"
    assert kept(home) == []


def test_stdin_is_kept_whole(
    deepnet: Command, home: Path, damaged: Callable[[], None]
) -> None:
    sentence = "-- dinner with Ana\nsecond line, \u202e " + "word " * 5000
    deepnet("log", "-", "--with", "Ana", stdin=sentence)
    assert kept(home) == [["log", "--with", "Ana", "--", sentence.strip()]]
    damaged()
    assert deepnet("log", "--recovered").code == 0
    assert conversations(deepnet, "Ana")[0]["text"] == sentence.strip()


def test_what_is_the_users_to_put_right_is_not_kept(
    deepnet: Command, home: Path, journal: Path
) -> None:
    del journal
    for words in (
        ("log", "lunch with Zed"),
        ("log", "lunch with Ana", "--on", "tomorrow"),
        ("learn", "Ana", "sport: golf"),
        ("edit", "77", "--as", "walk"),
        ("log",),
    ):
        assert deepnet(*words).code not in (0, 6)
    assert kept(home) == []


def test_what_still_can_not_be_stored_waits_on_and_holds_up_nothing(
    deepnet: Command, home: Path, damaged: Callable[[], None]
) -> None:
    deepnet("log", "dinner with Zed")
    deepnet("log", "dinner with Ana")
    again = deepnet("log", "--recovered")
    assert again.code == 6
    assert len(kept(home)) == 2
    damaged()
    run = deepnet("log", "--recovered")
    assert run.code == 3
    assert "dinner with Ana" in run.out
    assert "Zed" in run.err
    assert kept(home) == [["log", "dinner with Zed"]]
    assert len(conversations(deepnet, "Ana")) == 2


def test_last_means_the_entry_that_was_last_then(
    deepnet: Command, environment: dict[str, str], home: Path, journal: Path
) -> None:
    journal.chmod(0o400)
    run = run_with(as_anybody, environment, "edit", "last", "--as", "walk")
    assert (run.code, run.out) == (6, "")
    journal.chmod(0o600)
    deepnet("log", "coffee with Ana")
    assert deepnet("log", "--recovered").code == 0
    settings = [one["setting"] for one in conversations(deepnet, "Ana")]
    assert settings == ["coffee", "walk"]
    assert kept(home) == []


def test_a_full_disk_keeps_what_fits(
    deepnet: Command, environment: dict[str, str], home: Path, journal: Path
) -> None:
    size = journal.stat().st_size
    sentence = "lunch with Ana, " + "long words here " * 6000
    run = run_with(full_after(size), environment, "log", sentence[:99_000])
    assert (run.code, run.out) == (6, "")
    assert kept(home) == [["log", sentence[:99_000]]]
    assert deepnet("log", "--recovered").code == 0
    assert conversations(deepnet, "Ana")[0]["text"] == sentence[:99_000]
    assert deepnet("doctor").code == 0


def test_where_nothing_fits_the_words_are_said_back(
    deepnet: Command, environment: dict[str, str], home: Path, journal: Path
) -> None:
    del journal
    sentence = 'lunch with Ana, "long" words'
    run = run_with(full_after(20), environment, "log", sentence)
    assert (run.code, run.out) == (6, "")
    assert "deepnet log 'lunch with Ana, \"long\" words'" in run.err
    assert not (home / "journal.unstored.jsonl").read_bytes()
    assert deepnet("doctor").code == 0


def test_where_the_folder_is_read_only_the_words_are_said_back(
    deepnet: Command, environment: dict[str, str], home: Path, journal: Path
) -> None:
    before = journal.read_bytes()
    home.chmod(0o500)
    run = run_with(as_anybody, environment, "log", "dinner with Ana")
    home.chmod(0o700)
    assert (run.code, run.out) == (6, "")
    assert "deepnet log 'dinner with Ana'" in run.err
    assert "Traceback" not in run.err
    assert journal.read_bytes() == before
    assert deepnet("doctor").code == 0


def test_a_folder_that_can_not_be_made(environment: dict[str, str], home: Path) -> None:
    home.chmod(0o500)
    environment["DEEPNET_DB"] = str(home / "new" / "journal.db")
    run = run_with(as_anybody, environment, "log", "dinner with Ana", "--new")
    home.chmod(0o700)
    assert (run.code, run.out) == (6, "")
    assert "deepnet log 'dinner with Ana' --new" in run.err


def test_a_bug_keeps_the_words_too(deepnet: Command, home: Path, journal: Path) -> None:
    """A text of which the code thinks that it can't be there."""
    with sqlite3.connect(journal) as other:
        other.execute("UPDATE config SET value = 'x'")
        other.execute("INSERT INTO config (key, value) VALUES ('day-start', 'noon')")
    other.close()
    run = deepnet("log", "dinner with Ana", DEEPNET_TODAY="")
    assert run.code == 1
    assert "bug" in run.err
    assert kept(home) == [["log", "dinner with Ana"]]
    debug = deepnet("--debug", "log", "dinner with Ana", DEEPNET_TODAY="")
    assert "Traceback" in debug.err


def test_what_was_stored_is_not_kept_whatever_comes_after(
    deepnet: Command, environment: dict[str, str], home: Path, journal: Path
) -> None:
    """Nobody hears the answer: the entry is there all the same, once."""
    del journal
    subprocess.run(
        ["bash", "-c", f"'{installed()}' log 'dinner with Ana' >&- 2>&-"],
        env=environment,
        check=False,
    )
    assert kept(home) == []
    assert len(conversations(deepnet, "Ana")) == 2


def test_at_a_terminal_it_is_offered_after_the_sentence(
    deepnet: Command,
    at_terminal: AtTerminal,
    home: Path,
    damaged: Callable[[], None],
) -> None:
    for words in ("dinner with Ana", "drinks with Ana", "visit with Ana"):
        deepnet("log", words)
    damaged()
    terminal = at_terminal("log", "walk with Ana")
    terminal.wait_for("walk with Ana")
    terminal.answer("Store it now?", "")
    terminal.answer("'drinks with Ana'", "d")
    terminal.answer("'visit with Ana'", "n")
    assert terminal.end() == 0
    settings = [one["setting"] for one in conversations(deepnet, "Ana")]
    assert settings == ["dinner", "walk", "lunch"]
    assert kept(home) == [["log", "visit with Ana"]]


def test_ctrl_c_at_the_offer_changes_nothing(
    deepnet: Command,
    at_terminal: AtTerminal,
    home: Path,
    damaged: Callable[[], None],
) -> None:
    deepnet("log", "dinner with Ana")
    damaged()
    terminal = at_terminal("log", "walk with Ana")
    terminal.wait_for("Store it now?")
    assert terminal.end(pressing=b"\x03") == 130
    assert len(conversations(deepnet, "Ana")) == 2
    assert kept(home) == [["log", "dinner with Ana"]]


def test_the_answers_of_an_interview_are_kept_with_their_day(
    deepnet: Command, at_terminal: AtTerminal, home: Path, journal: Path
) -> None:
    terminal = at_terminal("log", "--on", "yesterday")
    terminal.answer("Who was there?", "Ana")
    terminal.answer("How?", "walk")
    terminal.answer("What about?", "-- her new boat")
    terminal.answer("How deep?", "0")
    terminal.answer("What did you learn?", "joys: boats")
    with sqlite3.connect(journal, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        terminal.answer("Promised anything?", "send the map by friday")
        assert terminal.end() == 6
        other.execute("ROLLBACK")
    other.close()
    assert not (home / "journal.draft.json").exists()
    assert len(kept(home)) == 1
    again = at_terminal("log", DEEPNET_TODAY="2026-12-24")
    again.answer("Store it now?", "y")
    again.wait_for("Tue 24 Nov 2026, walk with Ana")
    again.wait_for("Who was there?")
    assert again.interrupt() == 130
    entries = {one["setting"]: one for one in conversations(deepnet, "Ana")}
    walk = entries["walk"]
    assert (walk["day"], walk["depth"], walk["text"]) == (
        "2026-11-24",
        "smalltalk",
        "-- her new boat",
    )
    assert [fact["text"] for fact in walk["facts"]] == ["boats"]
    assert [promise["due"] for promise in walk["promises"]] == ["2026-11-27"]
    assert kept(home) == []


def test_a_window_that_is_closed_loses_no_answer(
    deepnet: Command, at_terminal: AtTerminal, home: Path, journal: Path
) -> None:
    del journal
    terminal = at_terminal("log")
    terminal.answer("Who was there?", "Ana")
    terminal.answer("How?", "walk")
    terminal.answer("What about?", "her new boat")
    terminal.wait_for("How deep?")
    terminal.process.send_signal(signal.SIGKILL)
    terminal.end()
    again = at_terminal("log")
    again.answer("[Ana]", "")
    again.answer("[walk]", "")
    again.answer("[her new boat]", "")
    for question in ("How deep?", "What did you learn?", "Promised"):
        again.answer(question, "")
    assert again.end() == 0
    assert conversations(deepnet, "Ana")[0]["text"] == "her new boat"
    assert not (home / "journal.draft.json").exists()


def test_a_damaged_journal_is_said_before_anything_is_typed(
    at_terminal: AtTerminal, home: Path, damaged: Callable[[], None]
) -> None:
    del damaged
    terminal = at_terminal("log")
    assert terminal.end() == 6
    assert "Who was there?" not in terminal.seen
    assert kept(home) == []


def test_a_text_from_the_editor_is_kept_and_stored_from_its_file(
    deepnet: Command,
    environment: dict[str, str],
    at_terminal: AtTerminal,
    home: Path,
    journal: Path,
) -> None:
    script = home / "editor.py"
    script.write_text(
        "import pathlib, sys\np = pathlib.Path(sys.argv[-1])\n"
        "p.write_text(p.read_text().replace('setting: lunch', 'setting: visit'))\n"
        f"import os; os.truncate({str(journal)!r}, 6000)\n"
    )
    environment["EDITOR"] = f"{sys.executable} {script}"
    whole = journal.read_bytes()
    assert at_terminal("edit", "1", **environment).end() == 6
    journal.write_bytes(whole)
    text = home / "journal.unsaved.txt"
    assert "setting: visit" in text.read_text()
    assert text.stat().st_mode & 0o777 == 0o600
    assert kept(home) == [["edit", "1", f"--from={text}"]]
    assert deepnet("log", "--recovered").code == 0
    assert conversations(deepnet, "Ana")[0]["setting"] == "visit"
    assert (text.exists(), kept(home)) == (False, [])
    assert [*home.glob("journal.edit*")] == []


def test_a_whole_entry_can_be_said_by_a_file_or_stdin(
    deepnet: Command, home: Path, journal: Path
) -> None:
    del journal
    form = home / "entry.txt"
    form.write_text("day: 2026-11-20\nsetting: trip\npeople: Ana\n\nby boat\n")
    run = deepnet("edit", "last", "--from", "entry.txt", "--json")
    assert (run.code, run.err) == (0, "")
    assert run.json["conversation"]["setting"] == "trip"
    assert form.exists()
    text = form.read_text().replace("trip", "walk")
    assert deepnet("edit", "1", "--from", "-", stdin=text).code == 0
    assert conversations(deepnet, "Ana")[0]["setting"] == "walk"
    for words, code in (
        (("edit", "1", "--from", "none.txt"), 3),
        (("edit", "Ana", "--from", "entry.txt"), 2),
        (("edit", "9", "--from", "entry.txt"), 3),
    ):
        assert deepnet(*words).code == code


def test_nothing_new_is_said_with_what_waits(
    deepnet: Command, home: Path, damaged: Callable[[], None]
) -> None:
    deepnet("log", "dinner with Ana")
    damaged()
    for words in (("walk with Ana",), ("--with", "Ana"), ("--they-asked",)):
        run = deepnet("log", *words, "--recovered")
        assert (run.code, run.out) == (2, "")
    assert len(kept(home)) == 1


def test_an_entry_by_a_file_is_found_again_from_another_folder(
    environment: dict[str, str], home: Path, journal: Path
) -> None:
    form = home / "entry.txt"
    form.write_text("day: 2026-11-20\nsetting: trip\npeople: Ana\n\nby boat\n")
    journal.chmod(0o400)
    run = run_with(as_anybody, environment, "edit", "last", "--from", "entry.txt")
    assert (run.code, run.out) == (6, "")
    journal.chmod(0o600)
    assert kept(home) == [["edit", "1", f"--from={form}"]]


def test_the_file_of_waiting_words_may_be_spoilt(
    deepnet: Command, home: Path, damaged: Callable[[], None]
) -> None:
    deepnet("log", "dinner with Ana")
    path = home / "journal.unstored.jsonl"
    spoilt = ["not json", "[]", '{"words": 1}', '{"words": [], "now": "x"}', "{}"]
    path.write_text("\n".join([*spoilt, path.read_text()]))
    damaged()
    assert deepnet("log", "--recovered").code == 0
    assert path.read_text().splitlines() == spoilt
    assert len(conversations(deepnet, "Ana")) == 2


def test_a_locked_journal_keeps_the_words_within_the_wait(
    deepnet: Command, home: Path, journal: Path
) -> None:
    with sqlite3.connect(journal, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        start = time.monotonic()
        run = deepnet("log", "coffee with Ana")
        assert time.monotonic() - start < 15
        other.execute("ROLLBACK")
    other.close()
    assert run.code == 6
    assert kept(home) == [["log", "coffee with Ana"]]
