"""At a real terminal: what is asked, and that no answer is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conftest import Command

if sys.platform == "win32":
    pytest.skip("a pty is a POSIX thing", allow_module_level=True)

from terminals import AtTerminal


def test_the_bare_log_asks_and_stores(
    deepnet: Command, at_terminal: AtTerminal
) -> None:
    deepnet("add", "Ana Ruiz")
    terminal = at_terminal("log")
    terminal.answer("Who was there?", "ana")
    terminal.answer("How?", "")
    terminal.answer("What about?", "her new boat")
    terminal.answer("How deep?", "3")
    terminal.answer("What did you learn?", "joys: boats")
    terminal.answer("Promised anything?", "send the map by friday")
    assert terminal.end() == 0
    assert "Wed 25 Nov 2026, lunch with Ana Ruiz" in terminal.seen
    entry = deepnet("show", "Ana", "--json").json["person"]["conversations"][0]
    assert (entry["setting"], entry["depth"], entry["text"]) == (
        "lunch",
        "personal",
        "her new boat",
    )
    assert [fact["text"] for fact in entry["facts"]] == ["boats"]
    assert [promise["due"] for promise in entry["promises"]] == ["2026-11-27"]


def test_ctrl_c_keeps_the_answers_and_the_next_log_goes_on(
    deepnet: Command, at_terminal: AtTerminal, home: Path
) -> None:
    deepnet("add", "Ana Ruiz")
    terminal = at_terminal("log")
    terminal.answer("Who was there?", "Ana")
    terminal.answer("How?", "walk")
    terminal.wait_for("What about?")
    assert terminal.interrupt() == 130
    assert "kept" in terminal.seen
    draft = home / "journal.draft.json"
    assert draft.stat().st_mode & 0o777 == 0o600
    again = at_terminal("log")
    again.answer("[Ana]", "")
    again.answer("[walk]", "")
    for question in ("What about?", "How deep?", "What did you learn?", "Promised"):
        again.answer(question, "")
    assert again.end() == 0
    assert "walk with Ana Ruiz" in again.seen
    assert not draft.exists()


def test_ctrl_c_before_any_answer_keeps_nothing(
    at_terminal: AtTerminal, home: Path
) -> None:
    terminal = at_terminal("log")
    assert terminal.interrupt() == 130
    assert not (home / "journal.draft.json").exists()


def test_an_answer_that_makes_no_sense_is_asked_again(
    deepnet: Command, at_terminal: AtTerminal
) -> None:
    deepnet("add", "Ana Ruiz")
    terminal = at_terminal("log", "--with", "Ana", "--as", "lunch", "--depth", "shop")
    assert terminal.end() == 0
    again = at_terminal("log", "--as", "lunch")
    again.answer("Who was there?", "")
    again.answer("Nobody is named", "Ana")
    again.answer("What about?", "")
    again.answer("How deep?", "9")
    again.answer("is no depth", "")
    again.answer("What did you learn?", "sport: golf")
    again.answer("sport", "")
    again.answer("Promised", "")
    assert again.end() == 0


def test_a_circle_is_an_answer_to_who_was_there(
    deepnet: Command, at_terminal: AtTerminal
) -> None:
    for name in ("Ana Ruiz", "Bo Khan"):
        deepnet("add", name, "--tag", "bookclub")
    terminal = at_terminal("log", "--as", "dinner", "--depth", "shop")
    terminal.answer("Who was there?", "#bokclub")
    terminal.answer("Did you mean #bookclub?", "#bookclub, Zed")
    terminal.answer("Add Zed", "y")
    for question in ("What about?", "What did you learn?", "Promised"):
        terminal.answer(question, "")
    assert terminal.end() == 0
    assert "dinner with Ana Ruiz, Bo Khan and Zed" in terminal.seen


def test_a_doubtful_and_a_new_name_are_asked_about(
    deepnet: Command, at_terminal: AtTerminal
) -> None:
    deepnet("add", "Kim Lee")
    deepnet("add", "Kim Park")
    terminal = at_terminal("log", "lunch with Kim and Zed")
    terminal.answer("Add Zed", "y")
    terminal.answer("Which?", "2")
    assert terminal.end() == 0
    assert "Kim Park" in terminal.seen
    names = [one["name"] for one in deepnet("people", "--json").json["people"]]
    assert names == ["Kim Lee", "Kim Park", "Zed"]
    no = at_terminal("log", "lunch with Yan")
    no.answer("Add Yan", "n")
    assert no.end() == 3


def test_an_editor_changes_just_that_entry(
    deepnet: Command,
    environment: dict[str, str],
    at_terminal: AtTerminal,
    home: Path,
) -> None:
    deepnet("log", "lunch with Ana", "--new")
    deepnet("log", "coffee with Ana")
    script = home / "editor.py"
    script.write_text(
        "import pathlib, sys\np = pathlib.Path(sys.argv[-1])\n"
        "p.write_text(p.read_text().replace(*sys.argv[1:3]))\n"
    )
    environment["EDITOR"] = (
        f"{sys.executable} {script} 'setting: lunch' 'setting: walk'"
    )
    terminal = at_terminal("edit", "1")
    assert terminal.end() == 0
    assert "walk with Ana" in terminal.seen
    settings = [
        one["setting"]
        for one in deepnet("show", "Ana", "--json").json["person"]["conversations"]
    ]
    assert settings == ["coffee", "walk"]
    environment["EDITOR"] = (
        f"{sys.executable} {script} 'setting: walk' 'setting: brunch'"
    )
    failed = at_terminal("edit", "1")
    assert failed.end() == 2
    kept = home / "journal.unsaved.txt"
    assert "brunch" in kept.read_text()
    environment["EDITOR"] = "false"
    assert at_terminal("edit", "1").end() == 2
    environment["EDITOR"] = "no-such-editor-here"
    assert at_terminal("edit", "1").end() == 2


@pytest.mark.parametrize("words", ["demo", "people", "report", "who-next", "history"])
def test_nothing_is_wider_than_the_terminal(
    deepnet: Command, at_terminal: AtTerminal, words: str
) -> None:
    deepnet("demo", "--keep", "journal.db")
    terminal = at_terminal(words)
    assert terminal.end() == 0
    lines = [
        line
        for line in terminal.seen.replace("\r", "").split("\n")
        if not line.startswith(("$ ", "  deepnet "))
    ]
    assert max(map(len, lines)) <= 80
