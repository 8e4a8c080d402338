"""Every console block of the README and the docs is run, and its output compared.

The blocks of a page share one empty home, in their order, on Wednesday 25 November
2026, or on the day of the last ``<!-- today: 2026-12-01 -->`` before them. A line
``...`` stands for any lines, and never for all that a command prints.
``DEEPNET_WRITE_DOCS=1 pytest tests/docs`` writes what was printed into the pages, to be
read and committed.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import installed

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DAY = re.compile(r"^<!-- today: (\d{4}-\d\d-\d\d) -->$", re.MULTILINE)
PAGES = [
    page
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    if BLOCK.search(page.read_text(encoding="utf-8"))
]
WRITE = bool(os.environ.get("DEEPNET_WRITE_DOCS"))


class Block(NamedTuple):
    """A block of a page: where it is, and the day that it is on, if one is said."""

    start: int
    end: int
    day: dict[str, str]


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page, in their order."""
    for block in BLOCK.finditer(text):
        days = DAY.findall(text, 0, block.start())
        yield Block(*block.span(1), {"DEEPNET_TODAY": days[-1]} if days else {})


def steps(block: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what it is said to print."""
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].rstrip("\n"), ""))
        else:
            command, printed = found[-1]
            found[-1] = (command, printed + line)
    return found


def as_pattern(printed: str) -> str:
    """A pattern for what is said to be printed; ``...`` is any lines."""
    lines = (
        "(?s:.*)" if line == "..." else re.escape(line) for line in printed.split("\n")
    )
    return "\n".join(lines)


@pytest.mark.skipif(os.name == "nt", reason="the examples are typed at a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_example_prints_what_the_page_says(
    page: Path, environment: dict[str, str], home: Path
) -> None:
    path = f"{Path(installed()).parent}{os.pathsep}{environment['PATH']}"
    text = page.read_text(encoding="utf-8")
    written, at = "", 0
    for start, end, day in blocks(text):
        written += text[at:start]
        at = end
        for command, said in steps(text[start:end]):
            assert said != "...\n", f"{command}: nothing of it would be compared"
            printed = typed(command, {**environment, "PATH": path, **day}, home)
            written += f"$ {command}\n{said if '...' in said else printed}"
            if not WRITE or "..." in said:
                assert re.fullmatch(as_pattern(said), printed), f"{command}\n{printed}"
    if WRITE:
        page.write_text(written + text[at:], encoding="utf-8")


def typed(command: str, environment: dict[str, str], home: Path) -> str:
    """What a shell prints of a command, without spaces at the ends of lines."""
    done = subprocess.run(
        ["sh", "-c", command],
        env=environment,
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.split("\n"))
