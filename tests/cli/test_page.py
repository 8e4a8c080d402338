"""A report as a page, as installed."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

import pytest

from conftest import Command


@pytest.fixture
def lived(deepnet: Command) -> None:
    deepnet("log", "3 nov: conference with Ana Ruiz, Bo Lund and 40 others", "--new")
    deepnet(
        "log",
        "yesterday: lunch with Ana @canteen #opinions",
        "--learned",
        "Ana/family: two sisters",
        "--promise",
        "Ana/send the map",
    )


@pytest.mark.usefixtures("lived")
def test_a_page_is_one_private_file_beside_the_answer(
    deepnet: Command, home: Path
) -> None:
    plain = deepnet("report")
    run = deepnet("report", "--html", "month.html")
    assert (run.code, run.out, run.err) == (0, plain.out, "Written to month.html.\n")
    text = (home / "month.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert all(word in text for word in ("November 2026", "Ana Ruiz", "two sisters"))
    # JSON is no other with a page than without.
    assert deepnet("report", "--json").out == (
        deepnet("report", "--json", "--html", "month.html").out
    )


@pytest.mark.skipif(os.name == "nt", reason="modes are a POSIX thing")
@pytest.mark.usefixtures("lived")
@pytest.mark.parametrize("flag", ["--html", "--markdown"])
def test_a_file_that_was_there_becomes_private_and_whole(
    deepnet: Command, home: Path, flag: str
) -> None:
    path = home / "month"
    path.write_text("x" * 1_000_000)
    path.chmod(0o644)
    assert deepnet("report", flag, "month").code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "xxx" not in path.read_text(encoding="utf-8")
    # What is no file keeps its mode.
    before = Path(os.devnull).stat().st_mode
    assert deepnet("report", flag, os.devnull).code == 0
    assert Path(os.devnull).stat().st_mode == before


@pytest.mark.usefixtures("lived")
def test_a_page_with_initials_names_nobody(deepnet: Command, home: Path) -> None:
    run = deepnet("report", "--html", "month.html", "--names", "initials")
    assert run.code == 0
    assert "Ana Ruiz" in run.out
    text = (home / "month.html").read_text(encoding="utf-8")
    assert "AR" in text
    for word in ("Ana", "Ruiz", "Lund", "canteen", "two sisters", "the map"):
        assert word not in text, word


@pytest.mark.usefixtures("lived")
def test_two_with_the_same_initials_are_told_apart(
    deepnet: Command, home: Path
) -> None:
    for name in ("Abel Roth", "Ada Rask"):
        assert deepnet("log", "lunch", "--with", name, "--new").code == 0
    deepnet("report", "--html", "month.html", "--names", "initials")
    text = (home / "month.html").read_text(encoding="utf-8")
    called = set(re.findall(r">(AR\d*)</bdi>", text))
    assert called == {"AR", "AR2", "AR3"}


@pytest.mark.usefixtures("lived")
def test_open_hands_the_page_to_the_browser(deepnet: Command, home: Path) -> None:
    browser = home / "browser.py"
    browser.write_text(
        "import pathlib, sys\npathlib.Path('opened').write_text(sys.argv[1])\n"
    )
    opening = f"{sys.executable} {browser} %s"
    run = deepnet("report", "--html", "my month.html", "--open", BROWSER=opening)
    assert run.code == 0
    assert (home / "opened").read_text() == (home / "my month.html").resolve().as_uri()


@pytest.mark.skipif(sys.platform != "linux", reason="others always have a browser")
def test_without_a_browser_there_is_a_remark_and_the_page(
    deepnet: Command, home: Path
) -> None:
    nowhere = {"PATH": str(home), "BROWSER": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    run = deepnet("report", "--html", "a.html", "--open", **nowhere)
    assert run.code == 0
    assert run.err == "Written to a.html.\nThere is no browser here to open it with.\n"
    assert (home / "a.html").exists()


@pytest.mark.parametrize("words", [("--open",), ("--names", "initials")])
def test_a_flag_for_a_page_needs_a_page(
    deepnet: Command, home: Path, words: tuple[str, ...]
) -> None:
    run = deepnet("report", *words, "--markdown", "month.md")
    assert (run.code, run.out) == (2, "")
    assert not (home / "month.md").exists()
    assert run.err.splitlines() == [
        f"{words[0]} is for a page.",
        "Say where to write it: --html month.html",
    ]


def test_a_page_that_can_not_be_written_is_said(deepnet: Command, home: Path) -> None:
    (home / "month.html").mkdir()
    run = deepnet("report", "--html", "month.html")
    assert (run.code, run.out) == (6, "")
    assert "month.html" in run.err
