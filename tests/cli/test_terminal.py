"""At a real terminal: what is asked, and that no answer is lost."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Command, installed

if sys.platform == "win32":
    pytest.skip("a pty is a POSIX thing", allow_module_level=True)

import pty


class Terminal:
    """A command at a pseudo-terminal of 80 columns, in black and white if not said."""

    def __init__(
        self, environment: dict[str, str], *words: str, colour: bool = False
    ) -> None:
        self.seen = ""
        looks = {"TERM": "xterm"} if colour else {"TERM": "dumb", "NO_COLOR": "1"}
        self._end, inner = pty.openpty()
        self.process = subprocess.Popen(
            [installed(), *words],
            env={**environment, "COLUMNS": "80", **looks},
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
            preexec_fn=_controlling,  # noqa: PLW1509 - so that Ctrl-C arrives
        )
        os.close(inner)

    def wait_for(self, text: str) -> None:
        """Read until this text was printed."""
        deadline = time.monotonic() + 20
        while text not in self.seen:
            ready, _, _ = select.select([self._end], [], [], 0.2)
            if ready:
                self.seen += self._read()
            assert time.monotonic() < deadline, self.seen

    def answer(self, question: str, words: str) -> None:
        """Wait for a question and type an answer."""
        self.wait_for(question)
        self.seen = ""
        os.write(self._end, words.encode() + b"\n")

    def interrupt(self) -> int:
        """Press Ctrl-C, as often as it takes; the exit code."""
        self.wait_for("> ")
        return self.end(pressing=b"\x03")

    def end(self, pressing: bytes = b"") -> int:
        """Read the rest; the exit code."""
        deadline = time.monotonic() + 20
        pressed = 0.0
        while self.process.poll() is None and time.monotonic() < deadline:
            if pressing and time.monotonic() > pressed + 2:
                pressed = time.monotonic()
                os.write(self._end, pressing)
            if select.select([self._end], [], [], 0.1)[0]:
                self.seen += self._read()
        while select.select([self._end], [], [], 0.1)[0]:
            text = self._read()
            if not text:
                break
            self.seen += text
        os.close(self._end)
        return self.process.wait(timeout=5)

    def _read(self) -> str:
        try:
            return os.read(self._end, 65536).decode("utf-8", "replace")
        except OSError:
            return ""


def _controlling() -> None:
    import fcntl  # noqa: PLC0415 - in the child only
    import termios  # noqa: PLC0415 - in the child only

    # Where the tests run in the background, Ctrl-C is ignored, and children inherit it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def at_terminal(environment: dict[str, str]) -> Iterator[object]:
    opened: list[Terminal] = []

    def run(*words: str) -> Terminal:
        opened.append(Terminal(environment, *words))
        return opened[-1]

    yield run
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


def test_the_bare_log_asks_and_stores(deepnet: Command, at_terminal: object) -> None:
    deepnet("add", "Ana Ruiz")
    terminal = at_terminal("log")  # type: ignore[operator]
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
    deepnet: Command, at_terminal: object, home: Path
) -> None:
    deepnet("add", "Ana Ruiz")
    terminal = at_terminal("log")  # type: ignore[operator]
    terminal.answer("Who was there?", "Ana")
    terminal.answer("How?", "walk")
    terminal.wait_for("What about?")
    assert terminal.interrupt() == 130
    assert "kept" in terminal.seen
    draft = home / "journal.draft.json"
    assert draft.stat().st_mode & 0o777 == 0o600
    again = at_terminal("log")  # type: ignore[operator]
    again.answer("[Ana]", "")
    again.answer("[walk]", "")
    for question in ("What about?", "How deep?", "What did you learn?", "Promised"):
        again.answer(question, "")
    assert again.end() == 0
    assert "walk with Ana Ruiz" in again.seen
    assert not draft.exists()


def test_ctrl_c_before_any_answer_keeps_nothing(
    at_terminal: object, home: Path
) -> None:
    terminal = at_terminal("log")  # type: ignore[operator]
    assert terminal.interrupt() == 130
    assert not (home / "journal.draft.json").exists()


def test_an_answer_that_makes_no_sense_is_asked_again(
    deepnet: Command, at_terminal: object
) -> None:
    deepnet("add", "Ana Ruiz")
    terminal = at_terminal("log", "--with", "Ana", "--as", "lunch", "--depth", "shop")  # type: ignore[operator]
    assert terminal.end() == 0
    again = at_terminal("log", "--as", "lunch")  # type: ignore[operator]
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
    deepnet: Command, at_terminal: object
) -> None:
    for name in ("Ana Ruiz", "Bo Khan"):
        deepnet("add", name, "--tag", "bookclub")
    terminal = at_terminal("log", "--as", "dinner", "--depth", "shop")  # type: ignore[operator]
    terminal.answer("Who was there?", "#bokclub")
    terminal.answer("Did you mean #bookclub?", "#bookclub, Zed")
    terminal.answer("Add Zed", "y")
    for question in ("What about?", "What did you learn?", "Promised"):
        terminal.answer(question, "")
    assert terminal.end() == 0
    assert "dinner with Ana Ruiz, Bo Khan and Zed" in terminal.seen


def test_a_doubtful_and_a_new_name_are_asked_about(
    deepnet: Command, at_terminal: object
) -> None:
    deepnet("add", "Kim Lee")
    deepnet("add", "Kim Park")
    terminal = at_terminal("log", "lunch with Kim and Zed")  # type: ignore[operator]
    terminal.answer("Add Zed", "y")
    terminal.answer("Which?", "2")
    assert terminal.end() == 0
    assert "Kim Park" in terminal.seen
    names = [one["name"] for one in deepnet("people", "--json").json["people"]]
    assert names == ["Kim Lee", "Kim Park", "Zed"]
    no = at_terminal("log", "lunch with Yan")  # type: ignore[operator]
    no.answer("Add Yan", "n")
    assert no.end() == 3


def test_an_editor_changes_just_that_entry(
    deepnet: Command,
    environment: dict[str, str],
    at_terminal: object,
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
    terminal = at_terminal("edit", "1")  # type: ignore[operator]
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
    failed = at_terminal("edit", "1")  # type: ignore[operator]
    assert failed.end() == 2
    kept = home / "journal.unsaved.txt"
    assert "brunch" in kept.read_text()
    environment["EDITOR"] = "false"
    assert at_terminal("edit", "1").end() == 2  # type: ignore[operator]
    environment["EDITOR"] = "no-such-editor-here"
    assert at_terminal("edit", "1").end() == 2  # type: ignore[operator]


@pytest.mark.parametrize("words", ["demo", "people", "report", "who-next", "history"])
def test_nothing_is_wider_than_the_terminal(
    deepnet: Command, at_terminal: object, words: str
) -> None:
    deepnet("demo", "--keep", "journal.db")
    terminal = at_terminal(words)  # type: ignore[operator]
    assert terminal.end() == 0
    lines = [
        line
        for line in terminal.seen.replace("\r", "").split("\n")
        if not line.startswith(("$ ", "  deepnet "))
    ]
    assert max(map(len, lines)) <= 80
