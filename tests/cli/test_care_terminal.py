"""Looking after the file at a real terminal: what is asked first."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conftest import Command

if sys.platform == "win32":
    pytest.skip("a pty is a POSIX thing", allow_module_level=True)

from terminals import AtTerminal

NAME = "journal-2026-11-25-120000.db"


def test_going_back_is_asked_about_and_enter_is_no(
    deepnet: Command, at_terminal: AtTerminal, home: Path
) -> None:
    deepnet("add", "Ana")
    deepnet("backup")
    deepnet("add", "Ben")
    before = (home / "journal.db").read_bytes()
    no = at_terminal("restore", NAME)
    no.wait_for("holds 1 person and 0 conversations")
    no.answer("now holds 2 people and 0 conversations", "")
    assert no.end() == 130
    assert (home / "journal.db").read_bytes() == before
    yes = at_terminal("restore", NAME)
    yes.answer("Go back? [y/N]", "y")
    assert yes.end() == 0
    assert [one["name"] for one in deepnet("people", "--json").json["people"]] == [
        "Ana"
    ]
