"""Merging as installed: what it asks, what its flags say, and its JSON."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import Command

PTY = pytest.mark.skipif(sys.platform == "win32", reason="a pty is a POSIX thing")


@pytest.fixture
def twice(deepnet: Command) -> Command:
    """Ana Ruiz twice, with one email."""
    for words in (
        ("add", "Ana Ruiz", "--email", "a@x.org", "--company", "Acme"),
        ("add", "Ana R.", "--email", "A@x.org", "--company", "Zeta"),
        ("log", "lunch with @2 and Ben, about boats", "--new"),
    ):
        assert deepnet(*words).code == 0
    return deepnet


def names(deepnet: Command) -> list[str]:
    return [one["name"] for one in deepnet("people", "--json").json["people"]]


def test_the_json_of_a_merge(twice: Command) -> None:
    answer = twice("merge", "@1", "@2", "--yes", "--json").json
    line = twice("people", "--json").json["people"][0]
    assert answer == {
        "version": 1,
        "kept": {"id": 1, "name": "Ana Ruiz"},
        "gone": {"id": 2, "name": "Ana R."},
        "aliases": ["Ana R."],
        "fields": [{"field": "company", "kept": "Acme", "left_out": "Zeta"}],
        "brought": {"aliases": 1, "conversations": 1},
        "once": {"identifiers": 1},
        "were_distinct": False,
        "person": line,
        "moved": [
            {
                "person": {"id": 1, "name": "Ana Ruiz"},
                "from": "name",
                "to": "acquainted",
            }
        ],
        "rehearsed": False,
    }


def test_the_json_of_duplicates(twice: Command) -> None:
    answer = twice("people", "--duplicates", "--json").json
    assert answer == {
        "version": 1,
        "pairs": [
            {
                "people": [
                    {"id": 2, "name": "Ana R.", "company": "Zeta", "conversations": 1},
                    {
                        "id": 1,
                        "name": "Ana Ruiz",
                        "company": "Acme",
                        "conversations": 0,
                    },
                ],
                "evidence": [{"kind": "email", "value": "a@x.org"}],
                "certain": True,
            }
        ],
    }
    assert twice("merge", "@1", "@2", "--not-same", "--json").json == {
        "version": 1,
        "people": [{"id": 1, "name": "Ana Ruiz"}, {"id": 2, "name": "Ana R."}],
        "known": False,
    }
    assert twice("people", "--duplicates", "--json").json["pairs"] == []
    assert twice("undo").code == 0
    assert len(twice("people", "--duplicates", "--json").json["pairs"]) == 1


def test_duplicates_are_narrowed_like_any_list(twice: Command) -> None:
    assert (
        twice("people", "--duplicates", "--tier", "acquainted").out.count("merge") == 1
    )
    assert "Nobody" in twice("people", "--duplicates", "--tier", "known").out
    assert twice("let-go", "@1").code == 0
    assert len(twice("people", "--duplicates", "--json").json["pairs"]) == 1
    assert twice("let-go", "@2").code == 0
    assert twice("people", "--duplicates", "--json").json["pairs"] == []


def test_without_a_terminal_it_names_its_flags(twice: Command) -> None:
    run = twice("merge", "@1", "@2")
    assert (run.code, run.out) == (2, "")
    for flag in ("--yes", "--not-same", "--dry-run"):
        assert flag in run.err
    assert names(twice) == ["Ana R.", "Ana Ruiz", "Ben"]
    rehearsed = twice("merge", "@1", "@2", "--dry-run", "--json").json
    assert rehearsed["rehearsed"] is True
    assert names(twice) == ["Ana R.", "Ana Ruiz", "Ben"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("merge", "@1", "@1", "--yes"), 2),
        (("merge", "@1", "@99", "--yes"), 3),
        (("merge", "Zed", "@1", "--yes"), 3),
        (("merge", "Ana", "@1", "--yes"), 4),
        (("merge", "@1", "--yes"), 2),
    ],
)
def test_names_that_mean_nobody_or_several(
    twice: Command, words: tuple[str, ...], code: int
) -> None:
    run = twice(*words)
    assert (run.code, run.out) == (code, "")
    assert "Traceback" not in run.err


def test_an_empty_journal(deepnet: Command, home: Path) -> None:
    assert "Nobody" in deepnet("people", "--duplicates").out
    assert deepnet("merge", "Ana", "Ben", "--yes").code == 3
    assert not (home / "journal.db").exists()


@PTY
@pytest.mark.parametrize(
    ("answer", "left", "remembered"),
    [
        ("y", ["Ana Ruiz", "Ben"], 0),
        ("", ["Ana R.", "Ana Ruiz", "Ben"], 1),
        ("n", ["Ana R.", "Ana Ruiz", "Ben"], 1),
        ("d", ["Ana R.", "Ana Ruiz", "Ben"], 0),
    ],
)
def test_it_shows_what_is_kept_and_asks(
    twice: Command, at_terminal: Any, answer: str, left: list[str], remembered: int
) -> None:
    terminal = at_terminal("merge", "@1", "@2")
    terminal.wait_for("Zeta was before")
    terminal.answer("[y/N/d]", answer)
    assert terminal.end() == 0
    assert names(twice) == left
    assert len(twice("people", "--duplicates", "--json").json["pairs"]) == remembered


@PTY
@pytest.mark.parametrize(
    ("words", "answered"),
    [
        (("merge", "@1", "@2"), ()),
        (("merge", "Ana", "@1"), ()),
        (("forget", "@2"), ()),
        (("forget", "@2"), ("y",)),
        (("forget", "@2"), ("y", "y")),
    ],
)
def test_ctrl_c_at_any_question_changes_nothing(
    twice: Command,
    at_terminal: Any,
    home: Path,
    words: tuple[str, ...],
    answered: tuple[str, ...],
) -> None:
    copy = home / "backups" / "journal-2026-11-20-120000.db"
    copy.parent.mkdir()
    copy.write_bytes((home / "journal.db").read_bytes())
    terminal = at_terminal(*words)
    for answer in answered:
        terminal.answer("] ", answer)
    terminal.wait_for("] ")
    assert terminal.end(pressing=b"\x03") == 130
    assert names(twice) == ["Ana R.", "Ana Ruiz", "Ben"]
    assert len(twice("history", "--json").json["changes"]) == 3
    assert copy.exists()


@PTY
def test_forgetting_asks_about_texts_and_copies_first(
    twice: Command, at_terminal: Any, home: Path
) -> None:
    copy = home / "backups" / "journal-2026-11-20-120000.db"
    copy.parent.mkdir()
    copy.write_bytes((home / "journal.db").read_bytes())
    terminal = at_terminal("forget", "@2")
    terminal.answer("for the name in texts about others? [Y/n]", "n")
    terminal.answer("Erase those copies of the journal, too? [y/N]", "y")
    terminal.answer("Erase Ana R. for good? [y/N]", "n")
    assert terminal.end() == 0
    assert copy.exists()
    assert names(twice) == ["Ana R.", "Ana Ruiz", "Ben"]
    terminal = at_terminal("forget", "@2")
    terminal.answer("for the name in texts about others? [Y/n]", "")
    terminal.answer("Erase those copies of the journal, too? [y/N]", "y")
    terminal.answer("Erase Ana R. for good? [y/N]", "y")
    assert terminal.end() == 0
    assert not copy.exists()
    assert names(twice) == ["Ana Ruiz", "Ben"]
    assert max(map(len, terminal.seen.replace("\r", "").split("\n"))) <= 80
