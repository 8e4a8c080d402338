"""triage at a real terminal: one key a person, and no answer is lost."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import Command

if sys.platform == "win32":
    pytest.skip("a pty is a POSIX thing", allow_module_level=True)

import termios

from terminals import Terminal

PROMPT = "s > "
NAMES = ("Ana Ruiz", "Ben Okafor", "Cy Moss", "Di Park", "Ed Holm", "Flo Lind")


class Keyboard(Terminal):
    """A terminal at which single keys are pressed."""

    def __init__(self, environment: dict[str, str], *words: str) -> None:
        super().__init__(environment, *words)
        self._kept = os.dup(self._end)

    def press(self, *keys: str) -> None:
        """Wait for each question, and answer it with a key and no Enter."""
        for key in keys:
            self.wait_for(PROMPT)
            self.seen = ""
            self.type(key)

    def type(self, keys: str) -> None:
        """Type without waiting."""
        os.write(self._end, keys.encode())

    def echoes(self) -> bool:
        """Whether the terminal shows what is typed, and waits for Enter."""
        flags = termios.tcgetattr(self._kept)[3]
        return bool(flags & termios.ECHO) and bool(flags & termios.ICANON)

    def close(self) -> None:
        """Let go of it, and of a command that still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._kept)


Sit = Callable[..., Keyboard]


@pytest.fixture
def sit(environment: dict[str, str]) -> Iterator[Sit]:
    opened: list[Keyboard] = []

    def run(*words: str) -> Keyboard:
        opened.append(Keyboard(environment, "triage", *words))
        return opened[-1]

    yield run
    for terminal in opened:
        terminal.close()


@pytest.fixture
def named(deepnet: Command, home: Path) -> Command:
    (home / "names.csv").write_text("\n".join(("name", *NAMES)))
    assert deepnet("import", "names.csv").code == 0
    return deepnet


def claims(deepnet: Command) -> list[str | None]:
    """What is claimed of each person, or None."""
    names = deepnet("triage", *NAMES, "--list", "--json").json["names"]
    return [one["claim"] and one["claim"]["tier"] for one in names]


def left(deepnet: Command) -> list[str]:
    names = deepnet("triage", "--list", "--json").json["names"]
    return [one["person"]["name"] for one in names]


def test_each_key_is_its_answer(named: Command, sit: Sit) -> None:
    terminal = sit()
    terminal.press("n", "e", "w", "K", "g", "l")
    assert terminal.end() == 0
    assert terminal.echoes()
    assert "6 answers: 1 name only, 1 met at events" in terminal.seen
    assert claims(named) == ["name", "event", "acquainted", "known", None, None]
    gone = named("show", "Ed", "--json").json["person"]
    assert (gone["let_go_on"], gone["let_go_because"]) == ("2026-11-25", None)
    assert left(named) == []
    listed = named("triage", "--list", "--json").json
    assert (listed["claimed"], listed["put_off"]) == (4, 1)


@pytest.mark.parametrize("stop", ["s", "q", "\x04"])
def test_stop_keeps_what_was_answered_and_the_next_call_goes_on(
    named: Command, sit: Sit, stop: str
) -> None:
    terminal = sit()
    terminal.press("k", "n", stop)
    assert terminal.end() == 0
    assert terminal.echoes()
    assert "2 answers: 1 name only, 1 know well." in terminal.seen
    assert "4 people left" in terminal.seen
    assert left(named) == list(NAMES[2:])
    again = sit()
    again.wait_for("1 of 4  Cy Moss")
    again.press("s")
    assert again.end() == 0
    assert "0 answers." in again.seen


def test_ctrl_c_keeps_what_was_answered(named: Command, sit: Sit) -> None:
    terminal = sit()
    terminal.press("k", "n")
    terminal.wait_for("3 of 6")
    terminal.wait_for(PROMPT)
    assert not terminal.echoes()
    assert terminal.end(pressing=b"\x03") == 130
    assert terminal.echoes()
    assert "Broken off; 2 answers are kept." in terminal.seen
    assert left(named) == list(NAMES[2:])


def test_ctrl_c_drops_what_was_typed_just_before_it(named: Command, sit: Sit) -> None:
    terminal = sit()
    terminal.wait_for(PROMPT)
    terminal.type("nnn\x03")
    assert terminal.end() == 130
    assert terminal.echoes()
    assert len(left(named)) >= len(NAMES) - 1


def test_an_interrupt_from_elsewhere_is_one_too(named: Command, sit: Sit) -> None:
    terminal = sit()
    terminal.press("k")
    terminal.wait_for("2 of 6")
    terminal.wait_for(PROMPT)
    os.kill(terminal.process.pid, signal.SIGINT)
    assert terminal.end() == 130
    assert terminal.echoes()
    assert "Broken off; 1 answer is kept." in terminal.seen
    assert left(named) == list(NAMES[1:])


def test_ctrl_c_before_any_answer_changes_nothing(named: Command, sit: Sit) -> None:
    terminal = sit()
    terminal.wait_for(PROMPT)
    assert terminal.end(pressing=b"\x03") == 130
    assert terminal.echoes()
    assert "nothing was changed" in terminal.seen
    assert left(named) == list(NAMES)


def test_a_sitting_that_is_killed_keeps_what_was_answered(
    named: Command, sit: Sit
) -> None:
    terminal = sit()
    terminal.press("k", "n")
    terminal.wait_for("3 of 6")
    terminal.process.kill()
    terminal.process.wait()
    assert left(named) == list(NAMES[2:])


@pytest.mark.parametrize("key", ["x", "?", "\n", " ", "é", "王", "\x1b", "\x1b[A"])
def test_another_key_shows_the_keys_and_asks_again(
    named: Command, sit: Sit, key: str
) -> None:
    terminal = sit()
    terminal.press(key)
    terminal.wait_for("k know well, g let go, l later")
    terminal.press("k", "s")
    assert terminal.end() == 0
    assert left(named) == list(NAMES[1:])


def test_the_letters_within_an_arrow_or_a_function_key_answer_nothing(
    named: Command, sit: Sit
) -> None:
    terminal = sit()
    # F4, End, and a key with Ctrl, as xterm sends them: with S, F and E.
    terminal.press("\x1bOS", "\x1b[F", "\x1b[1;5E")
    terminal.press("n", "s")
    assert terminal.end() == 0
    assert left(named) == list(NAMES[1:])


def test_u_takes_back_one_answer_after_another(named: Command, sit: Sit) -> None:
    terminal = sit()
    terminal.press("u")
    terminal.wait_for("There is no answer to take back yet.")
    terminal.press("k", "g", "l", "u", "u")
    terminal.wait_for("let go is taken back")
    terminal.wait_for("2 of 6  Ben Okafor")
    terminal.press("e", "s")
    assert terminal.end() == 0
    assert left(named) == list(NAMES[2:])
    assert claims(named)[:3] == ["known", "event", None]
    commands = [one["command"] for one in named("history", "--json").json["changes"]]
    assert commands[:6] == ["triage", "undo", "undo", "triage", "triage", "triage"]


def test_undo_takes_the_last_answer_back(named: Command, sit: Sit) -> None:
    terminal = sit()
    terminal.press("k", "e", "s")
    assert terminal.end() == 0
    assert "Claimed Ben Okafor: met at events" in named("undo").out
    assert left(named) == list(NAMES[1:])


def test_keys_that_come_faster_than_the_names_are_all_taken(
    named: Command, sit: Sit
) -> None:
    terminal = sit()
    terminal.wait_for(PROMPT)
    terminal.type("nekw")
    terminal.wait_for("5 of 6")
    terminal.press("s")
    assert terminal.end() == 0
    assert claims(named)[:4] == ["name", "event", "known", "acquainted"]


def test_only_some_are_asked_about(named: Command, sit: Sit) -> None:
    terminal = sit("--most", "2")
    terminal.press("n", "n")
    assert terminal.end() == 0
    assert "4 people left" in terminal.seen
    by_name = sit("flo", "@3")
    by_name.wait_for("1 of 2  Flo Lind")
    by_name.press("k", "w")
    assert by_name.end() == 0
    assert left(named) == ["Di Park", "Ed Holm"]


def test_again_shows_what_was_said_and_dates_it_anew(named: Command, sit: Sit) -> None:
    named("triage", *NAMES, "--as", "events", DEEPNET_TODAY="2026-01-05")
    named("triage", "Flo", "--as", "know-well", DEEPNET_TODAY="2025-01-06")
    terminal = sit("--again")
    terminal.wait_for("1 of 6  Flo Lind")
    terminal.wait_for("you said know well (Mon 6 Jan 2025)")
    terminal.press("w", "l", "s")
    assert terminal.end() == 0
    claim = named("show", "Flo", "--json").json["person"]["claim"]
    assert claim == {"tier": "acquainted", "on": "2026-11-25"}
    kept = named("show", "Ana", "--json").json["person"]["claim"]
    assert kept == {"tier": "event", "on": "2026-01-05"}


def test_after_a_pause_the_keys_still_need_no_enter(named: Command, sit: Sit) -> None:
    terminal = sit()
    terminal.press("k")
    terminal.wait_for("2 of 6")
    terminal.wait_for(PROMPT)
    keyless = termios.tcgetattr(terminal._kept)  # noqa: SLF001 - our own terminal
    keyless[3] |= termios.ECHO | termios.ICANON
    # What Ctrl-Z and fg do: the shell sets the terminal up its own way.
    os.kill(terminal.process.pid, signal.SIGSTOP)
    termios.tcsetattr(terminal._kept, termios.TCSANOW, keyless)  # noqa: SLF001
    os.kill(terminal.process.pid, signal.SIGCONT)
    deadline = time.monotonic() + 20
    while terminal.echoes():
        assert time.monotonic() < deadline
    terminal.press("n", "s")
    assert terminal.end() == 0
    assert left(named) == list(NAMES[2:])


def test_nobody_is_asked_about_in_an_empty_journal(sit: Sit) -> None:
    terminal = sit()
    assert terminal.end() == 0
    assert "Nobody to ask about." in terminal.seen


def test_a_long_or_hostile_name_stays_within_the_terminal(
    deepnet: Command, sit: Sit
) -> None:
    deepnet("add", "A\x1b[2J" + "name " * 40, "--company", "[bold]" + "x" * 200)
    terminal = sit()
    terminal.press("n")
    assert terminal.end() == 0
    assert "\x1b" not in terminal.seen
    assert max(map(len, terminal.seen.replace("\r", "").split("\n"))) <= 80


def test_five_thousand_names_are_begun_and_gone_on_with(
    deepnet: Command, sit: Sit, home: Path
) -> None:
    rows = "".join(f"Person{n},Name{n},01 Jan 2026\n" for n in range(5000))
    (home / "Connections.csv").write_text(f"First Name,Last Name,Connected On\n{rows}")
    assert deepnet("import", "Connections.csv").code == 0
    terminal = sit()
    terminal.wait_for("1 of 5,000  Person0 Name0")
    terminal.press("n", "k", "s")
    assert terminal.end() == 0
    assert "4,998 people left" in terminal.seen
    again = sit()
    again.wait_for("1 of 4,998  Person2 Name2")
    again.press("s")
    assert again.end() == 0
