"""The help reads like a page, agrees with itself, and its examples run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from conftest import Command
from deepnet.cli import COMMANDS, app
from sealing import teller

EXAMPLE = re.compile(r"^(?:Example: |  )(deepnet .*)$", re.MULTILINE)
WIDTH = 80


def command(name: str) -> Any:
    """A command, as the app loads it."""
    return get_command(app).get_command(None, name)  # type: ignore[attr-defined]


def examples(name: str) -> list[str]:
    """The lines that the help of a command has to be typed."""
    return EXAMPLE.findall(command(name).help)


def test_the_table_of_commands_says_what_each_help_says() -> None:
    for name, (_, line) in COMMANDS.items():
        text = command(name).help
        assert text.split("\n")[0].startswith(line.rstrip(".")), name


def test_help_lists_every_command_once_in_one_column(deepnet: Command) -> None:
    help_ = deepnet("--help", COLUMNS=str(WIDTH)).out
    lines = help_.splitlines()
    for name, (_, line) in COMMANDS.items():
        assert [f"  {name:8}  {line}"] == [
            each for each in lines if each.startswith(f"  {name} ")
        ]
    assert max(map(len, lines)) < WIDTH


@pytest.mark.parametrize("name", COMMANDS)
def test_every_flag_says_what_it_takes_and_what_it_does(name: str) -> None:
    for each in command(name).params:
        assert each.help, each.name
        takes = getattr(each, "is_flag", False) or each.metavar
        assert takes, f"{each.name} needs a metavar"


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_stand_in_the_help_as_they_are_typed(
    deepnet: Command, name: str
) -> None:
    shown = deepnet(name, "--help", COLUMNS="40").out
    found = examples(name)
    assert found
    for line in found:
        assert shlex.split(line)[1] == name
        assert re.search(rf"^ +(Example: )?{re.escape(line)}$", shown, re.MULTILINE)
        assert len(line) <= WIDTH - 4


@pytest.fixture
def lived(deepnet: Command, home: Path) -> Command:
    """The demo's journal, one who was asked, a backup, and files to bring."""
    for words in (
        ("config", "passphrase-command", teller(home)),
        ("demo", "--keep", "journal.db"),
        ("ask", "Kwame", "--for", "lunch"),
        ("backup",),
    ):
        assert deepnet(*words).code == 0
    (home / "stick").mkdir()
    (home / "Connections.csv").write_text(
        "First Name,Last Name,Company,Position,Connected On\n"
        "Ida,Berg,Fjord Ltd,Analyst,08 Feb 2026\n",
        encoding="utf-8",
    )
    return deepnet


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_runs_on_the_demo(lived: Command, name: str) -> None:
    if name in ("encrypt", "decrypt"):
        pytest.importorskip("sqlcipher3", reason="needs deepnet[encrypted]")
    if name == "decrypt":
        assert lived("encrypt").code == 0
    for line in examples(name):
        run = lived(*shlex.split(line)[1:])
        assert (run.code, bool(run.out.strip())) == (0, True), (line, run.err)


def test_version(deepnet: Command) -> None:
    assert deepnet("--version").out == "deepnet 0.1.0\n"
