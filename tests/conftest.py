"""What tests share: a journal in memory, and the installed command in an empty home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

from deepnet.store import Store

TODAY = date(2026, 11, 25)
"""A Wednesday, on which every test runs unless it says otherwise."""

SHARED = Path(__file__).resolve().parents[2] / "shared"

settings.register_profile(
    "deepnet", deadline=None, derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("deepnet")


class Run(NamedTuple):
    """What a command answered: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Stdout as JSON."""
        value: dict[str, Any] = json.loads(self.out)
        return value

    @property
    def error(self) -> dict[str, Any]:
        """Stderr as JSON."""
        value: dict[str, Any] = json.loads(self.err)
        return value


Command = Callable[..., Run]


def installed() -> str:
    """The installed command of the interpreter that runs the tests."""
    name = "deepnet.exe" if os.name == "nt" else "deepnet"
    return str(Path(sys.executable).with_name(name))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """The environment of somebody who has just installed deepnet, on a fixed day."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in ("COLUMNS", "EDITOR", "NO_COLOR", "VISUAL")
        and not key.startswith("DEEPNET")
    }
    return {
        **kept,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LOCALAPPDATA": str(home / "local"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "DEEPNET_DB": str(home / "journal.db"),
        "DEEPNET_TODAY": TODAY.isoformat(),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUTF8": "1",
    }


def unwatched(environment: dict[str, str]) -> dict[str, str]:
    """The environment without what measures coverage in child processes.

    For tests that look at what a process loads, or limit what it may write.
    """
    return {k: v for k, v in environment.items() if not k.startswith("COV")}


@pytest.fixture
def deepnet(environment: dict[str, str], home: Path) -> Command:
    """Run the installed command: ``deepnet("log", "lunch with Ana", "--new")``."""

    def run(*words: str, stdin: str | None = None, **extra: str) -> Run:
        done = subprocess.run(
            [installed(), *words],
            env={**environment, **extra},
            cwd=home,
            input=stdin or "",
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def store() -> Iterator[Store]:
    """A journal in memory."""
    with Store.open(None, at="2026-11-25T12:00:00Z") as opened:
        yield opened
