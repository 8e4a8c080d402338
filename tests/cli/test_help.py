"""The help reads like a page, and agrees with itself."""

from __future__ import annotations

from typer.main import get_command

from conftest import Command
from deepnet.cli import COMMANDS, app


def test_the_table_of_commands_says_what_each_help_says() -> None:
    group = get_command(app)
    for name, (_, line) in COMMANDS.items():
        command = group.get_command(None, name)  # type: ignore[attr-defined]
        text = command.help or ""
        assert text.split("\n")[0].startswith(line.rstrip(".")), name
        assert f"Example: deepnet {name}" in text, name


def test_help_lists_every_command_once(deepnet: Command) -> None:
    lines = deepnet("--help").out.splitlines()
    for name in COMMANDS:
        assert len([line for line in lines if line.startswith(f"  {name} ")]) == 1


def test_version(deepnet: Command) -> None:
    assert deepnet("--version").out == "deepnet 0.1.0\n"
