"""A few kills in each run of the tests; thousands by hand: see driver.py."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import unwatched

TESTS = Path(__file__).resolve().parents[1]


@pytest.mark.skipif(sys.platform == "win32", reason="children are made by fork")
def test_whatever_is_killed_no_answered_word_is_lost(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "durability.driver"),
            *("--kills", "20", "--seconds", "4", "--seed", str(os.getpid())),
        ],
        cwd=TESTS,
        env=unwatched({**os.environ, "TMPDIR": str(tmp_path)}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "20  kills of commands" in done.stdout
    assert "kills of encrypt" in done.stdout
