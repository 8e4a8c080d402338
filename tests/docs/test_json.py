"""The page of JSON has every command that answers in it."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from deepnet.cli import COMMANDS, app

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "json.md"


def test_every_command_with_json_has_its_place_on_the_page() -> None:
    headings = re.findall(r"^## (.*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    told = set(re.split(r"[, ]+", ", ".join(headings)))
    group = get_command(app)
    answering = {
        name
        for name in COMMANDS
        if any(
            "--json" in each.opts
            for each in group.get_command(None, name).params  # type: ignore[attr-defined]
        )
    }
    assert answering == set(COMMANDS)
    assert answering <= told
