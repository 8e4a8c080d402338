"""Completion in real shells: each is started with what --install-completion wrote.

What a shell makes of a completed line is printed word by word, so that a name which
is two words, or is run, can't pass for itself.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import TODAY, Command, installed, unwatched
from deepnet.store import Store, circles, people

if sys.platform == "win32":
    pytest.skip("a pty is a POSIX thing", allow_module_level=True)

import fcntl
import pty
import struct
import termios

SHELLS = {"bash": ["bash", "-i"], "zsh": ["zsh", "-i"], "fish": ["fish", "-i"]}
NASTY = 'Wim $(touch pwned) `touch pwned` "x" \\ ;touch pwned & it\'s!'
UNSEEN = "Rob\x1b[9m\nRoe"
PATTERNS = ("~root Doe", "=ls Poe", "* Moe", "{a,b} Noe", "a\u00a0b Loe")
ODD = (NASTY, UNSEEN, *PATTERNS)
WORDS = re.compile(r"(?:<[^<>]*>)+<end>")
STEERING = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x07]*\x07|\x1b.")


class Shell:
    """An interactive shell at a pseudo-terminal, as its user has it."""

    def __init__(self, words: list[str], environment: dict[str, str]) -> None:
        self.seen = ""
        self._end, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        self.process = subprocess.Popen(
            words,
            env=environment,
            cwd=environment["HOME"],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
            preexec_fn=_controlling,  # noqa: PLW1509 - a shell wants its terminal
        )
        os.close(inner)
        self.type("echo re''ady\r")
        self.wait_for("ready")

    def type(self, keys: str) -> None:
        """Press these keys."""
        os.write(self._end, keys.encode())

    def wait_for(self, text: str) -> None:
        """Read until this text was printed."""
        self._until(lambda: text in self.seen, text)

    def words(self, keys: str) -> list[str]:
        """Type a line with Tabs in it; the words that the shell makes of it."""
        self.seen = ""
        # Ctrl-A and Ctrl-E: the line itself is never run, only its words printed.
        self.type(f"{keys}\x01printf '<%s>' \x05 end\r")
        self._until(lambda: WORDS.search(self._plain()) is not None, keys)
        found = WORDS.findall(self._plain())
        return re.findall("<([^<>]*)>", found[-1])[:-1]

    def close(self) -> None:
        """End the shell."""
        self.process.kill()
        self.process.wait()
        os.close(self._end)

    def _plain(self) -> str:
        return STEERING.sub("", self.seen)

    def _until(self, done: object, wanted: str) -> None:
        deadline = time.monotonic() + 30
        while not done():  # type: ignore[operator]
            if select.select([self._end], [], [], 0.2)[0]:
                self.seen += os.read(self._end, 65536).decode("utf-8", "replace")
            assert time.monotonic() < deadline, (wanted, self.seen)


def _controlling() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def person(environment: dict[str, str]) -> dict[str, str]:
    """The environment of somebody at a terminal, with deepnet on their path."""
    kept = {k: v for k, v in environment.items() if not k.startswith(("XDG", "BASH"))}
    path = f"{Path(installed()).parent}{os.pathsep}{kept['PATH']}"
    fixed = {"PATH": path, "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    return unwatched({**kept, **fixed})


def fill(path: Path) -> None:
    """Write people down whose names a shell could stumble over."""
    with (
        Store.open(path, at="2026-11-25T12:00:00Z", create=True) as store,
        store.change("add") as change,
    ):
        change.summary = "Added"
        ana, ben, *_ = (
            people.add(store, name, today=TODAY)
            for name in ("Ana Ruiz", "Ben Oak", "Cleo Oak", "Jörg Müller", *ODD)
        )
        people.add_alias(store, ben, "Saving Grace")
        for number, tag in ((ana, "bookclub"), (ana, "choir"), (ben, "bookclub")):
            circles.add(store, number, tag)


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, person: dict[str, str]) -> Iterator[Shell]:
    name: str = request.param
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    fill(Path(person["DEEPNET_DB"]))
    subprocess.run(
        [name, "-c", "deepnet --install-completion; true"],
        env=person,
        cwd=person["HOME"],
        check=True,
        capture_output=True,
    )
    opened = Shell(SHELLS[name], person)
    yield opened
    opened.close()


def test_names_are_one_word_however_they_are_quoted(shell: Shell) -> None:
    for typed in ("An", r"Ana\ R", '"An', "'An", '"Ana R'):
        line = f"deepnet show {typed}\t"
        assert shell.words(line) == ["deepnet", "show", "Ana Ruiz"], typed


def test_aliases_and_inner_words_are_completed(shell: Shell) -> None:
    assert shell.words("deepnet why Sav\t") == ["deepnet", "why", "Saving Grace"]
    assert shell.words("deepnet done Ruiz\t") == ["deepnet", "done", "Ana Ruiz"]
    # Two people have that name: what was typed stays.
    assert shell.words("deepnet done Oak\t") == ["deepnet", "done", "Oak"]


def test_a_circle_is_no_comment(shell: Shell) -> None:
    for typed in ("\\#boo", '"#boo', "'#boo"):
        line = f"deepnet show {typed}\t"
        assert shell.words(line) == ["deepnet", "show", "#bookclub"], typed
    line = "deepnet edit Ben --not-tag boo\t"
    assert shell.words(line)[-1] == "bookclub"


def test_a_sentence_goes_on_with_a_name_or_a_tag(shell: Shell) -> None:
    line = 'deepnet log "lunch with Ana\t'
    assert shell.words(line) == ["deepnet", "log", "lunch with Ana Ruiz"]
    assert shell.words('deepnet log "all of #boo\t')[-1] == "all of #bookclub"
    assert shell.words('deepnet log "lunch #fam\t')[-1] == "lunch #family"


def test_words_that_are_fixed_are_completed(shell: Shell) -> None:
    for typed, completed in (
        ("log --as lun", "lunch"),
        ("log --as=lun", "--as=lunch"),
        ("log --depth pers", "personal"),
        ("people --tier acq", "acquainted"),
        ("people --facet strug", "struggles"),
        ("people --sort conv", "conversations"),
        ("people --cir", "--circles"),
        ("undo --j", "--json"),
        ("where -", "-"),
        ("learn Ana fam", "family:"),
        ("config day", "day-start"),
        ("snoo", "snooze"),
        ("import journ", "journal.db"),
        ("show zzz", "zzz"),
        ("no-such-command An", "An"),
    ):
        assert shell.words(f"deepnet {typed}\t")[-1] == completed, typed


def test_nothing_in_a_name_is_run(shell: Shell, home: Path) -> None:
    for typed in ("Wi", '"Wi', "'Wi"):
        line = f"deepnet show {typed}\t"
        assert shell.words(line) == ["deepnet", "show", NASTY], typed
        assert not (home / "pwned").exists()


def test_nothing_in_a_name_stands_for_something_else(shell: Shell) -> None:
    for name in PATTERNS:
        line = f"deepnet show {name.split()[-1]}\t"
        assert shell.words(line) == ["deepnet", "show", name]


def test_nothing_unseen_in_a_name_reaches_the_shell(shell: Shell) -> None:
    assert shell.words("deepnet show Rob\t")[-1] == "Rob[9m Roe"
    assert "\x1b[9m" not in shell.seen


@pytest.mark.parametrize("shell", ["bash", "zsh"], indirect=True)
def test_capitals_and_accents_need_not_be_typed(shell: Shell) -> None:
    assert shell.words("deepnet show jorg\t")[-1] == "Jörg Müller"
    assert shell.words('deepnet show "ana\t')[-1] == "Ana Ruiz"


def answer(deepnet: Command, shell: str) -> list[str]:
    """What a shell is told for the names that begin with An."""
    line = ("deepnet show An", "An") if shell == "bash" else ("deepnet", "show", "An")
    run = deepnet(*line, _DEEPNET_COMPLETE=f"complete_{shell}")
    assert (run.code, run.err) == (0, "")
    return run.out.split()


@pytest.mark.parametrize("shell_name", SHELLS)
def test_a_journal_that_can_not_be_read_completes_nothing(
    deepnet: Command, home: Path, shell_name: str
) -> None:
    path = home / "journal.db"
    assert answer(deepnet, shell_name) == []
    assert not path.exists()
    deepnet("add", "Ana")
    assert answer(deepnet, shell_name) == ["insert", "Ana"]
    whole = path.read_bytes()
    locking = sqlite3.connect(path, isolation_level=None)
    locking.execute("BEGIN EXCLUSIVE")
    start = time.monotonic()
    assert answer(deepnet, shell_name) == []
    assert time.monotonic() - start < 4
    locking.execute("ROLLBACK")
    locking.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('deepnet', 'm999_later', '2030-01-01')"
    )
    locking.close()
    newer = path.read_bytes()
    assert answer(deepnet, shell_name) == []
    assert path.read_bytes() == newer
    for broken in (b"", b"no journal", whole[:5000], whole[:100] + b"\0" * 9000):
        path.write_bytes(broken)
        assert answer(deepnet, shell_name) == []
        assert path.read_bytes() == broken


def test_the_version_is_not_completed_into_the_line(deepnet: Command) -> None:
    run = deepnet("deepnet --version ", "", _DEEPNET_COMPLETE="complete_bash")
    assert "0.1.0" not in run.out


@pytest.mark.parametrize("shell_name", SHELLS)
def test_the_script_can_be_printed(deepnet: Command, shell_name: str) -> None:
    run = deepnet(_DEEPNET_COMPLETE=f"source_{shell_name}")
    assert "_deepnet_completion" in run.out
    assert run.out.split()[0] in ("_deepnet_completion()", "#compdef", "function")
