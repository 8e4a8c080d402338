"""No command opens a connection, to anywhere: each is run under a watch."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from conftest import installed, unwatched
from deepnet.cli import COMMANDS
from sealing import teller

CAUGHT = 97
WITH_ENGINE = find_spec("sqlcipher3") is not None
WATCH = f"""
import os, sys

def watch(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"caught: {{event}}\\n".encode())
        os._exit({CAUGHT})

sys.addaudithook(watch)
open(os.environ["WATCHED"], "a").write("x")
"""
"""Python runs it before anything else; nobody can take such a hook away again."""

CARDS = "BEGIN:VCARD\nVERSION:4.0\nFN:Igor Zwetkow\nTEL:+4912345\nEND:VCARD\n"
CALENDAR = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\n"
    "DTSTART:20261120T120000Z\nDTEND:20261120T130000Z\nSUMMARY:Lunch\n"
    "ATTENDEE;CN=Ana Ruiz:mailto:ana@example.org\nEND:VEVENT\nEND:VCALENDAR\n"
)


def life(folder: Path) -> Iterator[tuple[str, ...]]:
    """Every command there is, in an order in which each has something to do."""
    (folder / "people.vcf").write_text(CARDS)
    (folder / "meetings.ics").write_text(CALENDAR)
    yield "demo", "--keep", str(folder / "demo.db")
    yield "log", "yesterday: lunch with Ana Ruiz, her boat #joys", "--new"
    yield "log", "walk with Ben", "--promise", "the map by friday", "--new"
    yield "add", "Cleo Lind", "--email", "cleo@example.org"
    yield "add", "Kleo Lind"
    yield "learn", "Ana", "family: two sisters"
    yield "edit", "last", "--depth", "personal"
    yield "edit", "Ana", "--birthday", "1 may"
    yield "promise", "Ana", "a book"
    yield "done", "Ana"
    yield "ask", "Ben", "--for", "lunch"
    yield "answer", "Ben", "yes"
    yield "triage", "Ana", "--as", "know-well"
    yield "import", str(folder / "people.vcf")
    if find_spec("icalendar"):
        yield "config", "zone", "Europe/Oslo"
        yield "config", "me", "ida@example.org"
        yield "import", str(folder / "meetings.ics"), "--dry-run"
    for words in (("who-next",), ("brief", "Ana"), ("show", "Ana"), ("why", "Ana")):
        yield words
        yield (*words, "--json")
    yield "report", "--html", str(folder / "month.html")
    yield "report", "--year"
    yield "people", "--duplicates"
    yield "search", "boat"
    yield "merge", "Cleo", "Kleo", "--yes"
    yield ("undo",)
    yield "snooze", "Ben", "--for", "2 weeks"
    yield "let-go", "Ben"
    yield "forget", "Igor", "--yes"
    yield ("history",)
    yield "backup", str(folder / "copy.db")
    yield "export", str(folder / "all.json")
    yield "export", str(folder / "pages"), "--as", "markdown"
    yield "doctor", "--fix"
    yield "where", "--json"
    yield ("config",)
    yield "config", "passphrase-command", teller(folder)
    if WITH_ENGINE:
        yield ("encrypt",)
        yield ("who-next",)
        yield "log", "coffee with Ana", "--json"
    yield "restore", str(folder / "copy.db"), "--yes"
    yield "doctor", "--salvage", str(folder / "saved.db")
    if WITH_ENGINE:
        yield ("decrypt",)
    yield from (("--help",), ("--version",))


@pytest.fixture
def watched(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The environment of a process in which every socket is its end."""
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WATCH)
    return {
        **unwatched(environment),
        "PYTHONPATH": str(folder),
        "WATCHED": str(tmp_path / "watched"),
    }


def run(
    watched: dict[str, str], *words: str
) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run something; how often the watch was set meanwhile."""
    times = Path(watched["WATCHED"])
    before = times.stat().st_size if times.exists() else 0
    done = subprocess.run(
        words,
        env=watched,
        cwd=watched["HOME"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done, (times.stat().st_size if times.exists() else 0) - before


def test_no_command_opens_a_connection(watched: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "outside"
    folder.mkdir()
    done = set()
    for words in life(folder):
        answer, times = run(watched, installed(), *words)
        assert "caught" not in answer.stderr, words
        assert (answer.returncode, times > 0) == (0, True), (words, answer)
        done.add(words[0])
    left_out = set() if WITH_ENGINE else {"encrypt", "decrypt"}
    assert done >= set(COMMANDS) - left_out
    if left_out:
        pytest.skip("all but encrypt and decrypt, which need deepnet[encrypted]")


def test_completing_opens_none(watched: dict[str, str]) -> None:
    line = {"_DEEPNET_COMPLETE": "complete_bash"}
    answer, times = run({**watched, **line}, installed(), "deepnet show An", "An")
    assert (answer.returncode, answer.stderr, times) == (0, "", 1)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request as r; r.urlopen('http://localhost:9')",
    ],
)
def test_the_watch_catches_whoever_does(watched: dict[str, str], code: str) -> None:
    answer, times = run(watched, sys.executable, "-c", code)
    assert (answer.returncode, times) == (CAUGHT, 1)
    assert "caught: socket." in answer.stderr


def test_the_watch_catches_a_command_that_does(
    watched: dict[str, str], tmp_path: Path
) -> None:
    """As if somebody had written one that looks for a newer version."""
    code = (
        "import sys\nsys.argv = ['deepnet', 'where']\n"
        "from deepnet.journal import where\n"
        "real = where.where\n"
        "def where_(*args):\n"
        "    import socket\n"
        "    socket.create_connection(('localhost', 9))\n"
        "    return real(*args)\n"
        "where.where = where_\n"
        "from deepnet.cli import main\nmain()\n"
    )
    answer, _ = run(watched, sys.executable, "-c", code)
    assert answer.returncode == CAUGHT
    assert list(tmp_path.iterdir())
