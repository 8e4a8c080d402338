"""Every console block of the README and the docs is run, and its output compared.

The blocks of a page share one empty home, in their order, on Wednesday 25 November
2026. A line ``...`` stands for any lines. ``DEEPNET_WRITE_DOCS=1 pytest tests/docs``
writes what was printed into the pages, to be read and committed.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from conftest import installed

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = [
    page
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    if BLOCK.search(page.read_text(encoding="utf-8"))
]
WRITE = bool(os.environ.get("DEEPNET_WRITE_DOCS"))


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
    for block in BLOCK.findall(text):
        written = ""
        for command, said in steps(block):
            done = subprocess.run(
                ["sh", "-c", command],
                env={**environment, "PATH": path},
                cwd=home,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            printed = "\n".join(line.rstrip() for line in done.stdout.split("\n"))
            written += f"$ {command}\n{said if '...' in said else printed}"
            if not WRITE:
                assert re.fullmatch(as_pattern(said), printed), f"{command}\n{printed}"
        if WRITE:
            text = text.replace(f"```console\n{block}```", f"```console\n{written}```")
    if WRITE:
        page.write_text(text, encoding="utf-8")
