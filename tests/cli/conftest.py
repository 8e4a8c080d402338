"""What the tests of the commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from terminals import AtTerminal, Terminal


@pytest.fixture
def at_terminal(environment: dict[str, str]) -> Iterator[AtTerminal]:
    """Commands at terminals, of which none outlives its test."""
    if sys.platform == "win32":
        pytest.skip("a pty is a POSIX thing")
    from terminals import Terminal  # noqa: PLC0415 - POSIX only

    opened: list[Terminal] = []

    def run(*words: str, **extra: str) -> Terminal:
        opened.append(Terminal({**environment, **extra}, *words))
        return opened[-1]

    yield run
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()
