"""What a child process does until it is killed: command after command, each answered.

The commands are run as the installed one runs them, without the start of a process
between them. A line on the pipe says that a command has answered.
"""

from __future__ import annotations

import io
import json
import os
import random
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from typer.main import get_command

from deepnet.cli import app, ending

IMPORTED = 40
"""How many people a file for an import holds."""


class Answer(NamedTuple):
    """What came of a command: its exit code and its output."""

    code: int
    out: str
    err: str


def run(*words: str) -> Answer:
    """Run one command in this process."""
    sys.argv = ["deepnet", *words]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = ending.run(get_command(app))
    return Answer(code, out.getvalue(), err.getvalue())


def set_up(folder: Path) -> None:
    """Let commands of this process use the journal in a folder, on a fixed day."""
    os.environ.update(
        DEEPNET_DB=str(folder / "journal.db"), DEEPNET_TODAY="2026-11-25", HOME="/"
    )


def log(token: str, chance: random.Random) -> list[str]:
    """A conversation of two people, a fact and a promise, all with the token."""
    one, two = chance.sample(range(9), 2)
    return [
        "log",
        f"lunch with Pat{one} and Pat{two}",
        "--learned",
        f"Pat{one}/joys: {token}",
        "--promise",
        f"Pat{two}/{token}",
        "--at",
        token,
        "--new",
    ]


def commands(folder: Path, chance: random.Random, token: str) -> list[list[str]]:
    """One thing that somebody does, in one or more commands."""
    who = f"Pat{chance.randrange(9)}"
    copy = folder / f"{token}.db"
    choices: list[tuple[int, list[list[str]]]] = [
        (6, [log(token, chance)]),
        (2, [["learn", who, f"family: {token}", "--new"]]),
        (2, [["add", f"Add {token}", "--alias", f"Al {token}", "--company", "Acme"]]),
        (2, [["edit", "last", "--text", f"edited {token}", "--as", "dinner"]]),
        (1, [["edit", "last", "--with", f"Pat{chance.randrange(9)}", "--new"]]),
        (2, [["undo"]]),
        (1, [["snooze", who, "--until", "in 2 weeks"]]),
        (1, [["let-go", who, "--because", token, "--thanks"]]),
        (1, [["done", who]]),
        (1, [["config", "office", token]]),
        (2, [["import", str(table(folder, token))]]),
        (1, [["backup", str(copy)], ["restore", str(copy), "--yes"]]),
        (1, [["doctor", "--fix"]]),
    ]
    weights = [weight for weight, _ in choices]
    return chance.choices([words for _, words in choices], weights)[0]


def table(folder: Path, token: str) -> Path:
    """A file with people for an import."""
    path = folder / "people.csv"
    rows = "".join(f"Imp{number} {token}\n" for number in range(IMPORTED))
    path.write_text(f"name\n{rows}")
    return path


def work(folder: Path, seed: int, pipe: int, *, only_log: bool = False) -> None:
    """Do one thing after the other, and say so when it was answered.

    With ``only_log`` each thing is a conversation; every fourth child takes back what
    was written last, whoever wrote it.
    """
    set_up(folder)
    chance = random.Random(seed)
    for number in range(1_000_000):
        token = f"tok{seed}x{number}"
        if only_log:
            each = [log(token, chance), *[["undo"]] * (seed % 4 == 1)]
        else:
            each = commands(folder, chance, token)
        for words in each:
            say_of(pipe, token, words)


def say_of(
    pipe: int, token: str, words: list[str], before: tuple[str, ...] = ()
) -> None:
    """Run a command, and say that it has answered; ``before`` are flags before it.

    One write of a line that is shorter than a pipe's buffer comes whole or not at all.
    """
    answer = run(*before, *words, "--json")
    said = {"words": words[:1], "token": token, "code": answer.code}
    os.write(pipe, json.dumps({**said, "err": answer.err[-2000:]}).encode() + b"\n")


def answers(data: bytes) -> Iterator[dict[str, object]]:
    """The answers that came through whole before the end."""
    for line in data.split(b"\n")[:-1]:
        yield json.loads(line)
