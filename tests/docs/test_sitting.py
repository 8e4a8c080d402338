"""The sitting on the page of triage is a real one, played key by key."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty is a POSIX thing", allow_module_level=True)

import pty

from conftest import installed
from deepnet.cli.sitting import SAYINGS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "triage.md"
KEYS = {"stop": "s", **{saying.words: key for key, saying in SAYINGS.items()}}
"""What is shown of an answer, and the key for it."""


def block(language: str) -> str:
    """The first block of a language on the page."""
    text = PAGE.read_text(encoding="utf-8")
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def played(environment: dict[str, str], keys: list[str]) -> str:
    """What a terminal shows of a sitting; a key is pressed at each prompt."""
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [installed(), "triage"],
        env={**environment, "TERM": "dumb", "COLUMNS": "80", "NO_COLOR": "1"},
        stdin=inner,
        stdout=inner,
        stderr=inner,
        start_new_session=True,
    )
    os.close(inner)
    seen, waiting, deadline = b"", list(keys), time.monotonic() + 30
    while time.monotonic() < deadline:
        if select.select([outer], [], [], 0.2)[0]:
            try:
                part = os.read(outer, 65_536)
            except OSError:  # Linux says so when the other side has gone
                break
            if not part:
                break
            seen += part
        if waiting and seen.endswith(b"> "):
            os.write(outer, waiting.pop(0).encode())
    os.close(outer)
    assert process.wait(timeout=10) == 0
    return seen.decode().replace("\r\n", "\n")


def test_the_sitting_on_the_page_is_played_key_by_key(
    environment: dict[str, str], home: Path
) -> None:
    path = f"{Path(installed()).parent}{os.pathsep}{environment['PATH']}"
    for line in block("console").splitlines():
        if line.startswith("$ "):
            subprocess.run(
                ["sh", "-c", line[2:]],
                env={**environment, "PATH": path},
                cwd=home,
                stdout=subprocess.DEVNULL,
                check=True,
            )
    command, _, shown = block("text").partition("\n")
    assert command == "$ deepnet triage"
    keys = [KEYS[answer] for answer in re.findall(r"s > (.+)$", shown, re.MULTILINE)]
    assert len(keys) > 1
    assert played(environment, keys) == shown
