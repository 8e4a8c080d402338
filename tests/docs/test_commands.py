"""The page of commands is the live help, and every command is on it.

``DEEPNET_WRITE_DOCS=1 pytest tests/docs`` writes it anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from conftest import Command
from deepnet.cli import COMMANDS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "commands.md"
HEAD = "# Commands\n\nPrinted by each command's own `--help`.\n"


def sections(deepnet: Command) -> Iterator[str]:
    """The help of deepnet and of each command, a section each."""
    for name in ("deepnet", *COMMANDS):
        words = () if name == "deepnet" else (name,)
        text = deepnet(*words, "--help", COLUMNS="88").out.strip()
        yield f"\n## {name}\n\n```text\n{text}\n```\n"


def test_the_page_of_commands_is_the_live_help(deepnet: Command) -> None:
    page = HEAD + "".join(sections(deepnet))
    if os.environ.get("DEEPNET_WRITE_DOCS"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page
