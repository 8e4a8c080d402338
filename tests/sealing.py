"""What tests of encrypted journals share: a passphrase, and looks at what is left."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

PASSPHRASE = "Nordlicht über 9 Brücken"  # noqa: S105 - of no journal but a test's


def teller(folder: Path, said: str = PASSPHRASE) -> str:
    """A command that prints a passphrase, as ``config passphrase-command`` takes it."""
    script = folder / "teller.py"
    script.write_text(
        f"import sys\nsys.stdout.buffer.write({said!r}.encode() + b'\\n')\n",
        encoding="utf-8",
    )
    if os.name == "nt":
        return f'"{sys.executable}" "{script}"'
    return shlex.join([sys.executable, str(script)])


def found_in(folder: Path, words: Iterable[str]) -> list[tuple[str, str]]:
    """The words that can be read in any file of a folder, and where."""
    sought = tuple(words)
    return [
        (path.name, word)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for data in [path.read_bytes().lower()]
        for word in sought
        if word.lower().encode() in data or word.lower().encode("utf-16-le") in data
    ]
