"""Nothing that deepnet writes is anybody else's to read, whatever the umask."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Command

if sys.platform == "win32":
    pytest.skip("modes of POSIX", allow_module_level=True)

from faults import as_anybody, run_with


def modes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): oct(path.stat().st_mode & 0o777)
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277, 0o777])
def test_every_file_is_0600_and_every_folder_0700(
    environment: dict[str, str], home: Path, umask: int
) -> None:
    def fault() -> None:
        as_anybody()
        os.umask(umask)

    new = home / "a" / "b"
    environment["DEEPNET_DB"] = str(new / "journal.db")
    for words in (
        ("log", "lunch with Ana", "--new"),
        ("backup",),
        ("restore", "journal-2026-11-25-120000.db", "--yes"),
        ("report", "--markdown", str(new / "month.md")),
        ("doctor", "--salvage", str(new / "saved.db")),
    ):
        run = run_with(fault, environment, *words)
        assert run.code == 0, run.err
    os.truncate(new / "journal.db", 6000)
    assert run_with(fault, environment, "log", "dinner with Ana").code == 6
    found = modes(home)
    assert {name: mode for name, mode in found.items() if "." in name} == {
        name: "0o600" for name in found if "." in name
    }
    assert {name for name in found if "." not in name} == {"a", "a/b", "a/b/backups"}
    assert {mode for name, mode in found.items() if "." not in name} == {"0o700"}
    assert {Path(name).name for name in found} >= {
        "journal.db",
        "journal.unstored.jsonl",
        "month.md",
        "saved.db",
        "journal-2026-11-25-120000.db",
        "journal-2026-11-25-120000-before-restore.db",
    }


@pytest.fixture
def everybodys() -> Iterator[Path]:
    """A folder that everybody on this machine can look into."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_folder_that_everybody_can_look_into_is_said_once(
    deepnet: Command, everybodys: Path
) -> None:
    journal = str(everybodys / "journal.db")
    first = deepnet("log", "lunch with Ana", "--new", DEEPNET_DB=journal)
    assert first.code == 0
    assert f"chmod 700 {everybodys}" in first.err
    for words in (("log", "walk with Ana"), ("people",), ("who-next",)):
        run = deepnet(*words, DEEPNET_DB=journal)
        assert (run.code, run.err) == (0, "")
    checked = deepnet("doctor", "--json", DEEPNET_DB=journal)
    assert checked.code == 0
    assert [str(everybodys) in one for one in checked.json["remarks"]] == [True]
    everybodys.chmod(0o700)
    assert deepnet("doctor", "--json", DEEPNET_DB=journal).json["remarks"] == []


def test_a_folder_that_is_everybodys_is_not_to_be_closed(
    deepnet: Command, everybodys: Path
) -> None:
    everybodys.chmod(0o1777)
    journal = str(everybodys / "journal.db")
    for words in (("log", "lunch with Ana", "--new"), ("doctor",)):
        run = deepnet(*words, DEEPNET_DB=journal)
        assert "a folder of your own hides them" in run.out + run.err
        assert "chmod" not in run.out + run.err


def test_an_empty_file_of_another_program_becomes_private(
    deepnet: Command, home: Path
) -> None:
    """``sqlite-utils`` makes one where there is no journal yet."""
    path = home / "journal.db"
    path.touch(0o644)
    path.chmod(0o644)
    assert deepnet("people").code == 0
    assert path.read_bytes() == b""
    assert deepnet("log", "lunch with Ana", "--new").code == 0
    assert modes(home)["journal.db"] == "0o600"
    # A journal is left as its owner has it, and doctor says so.
    path.chmod(0o644)
    assert deepnet("log", "walk with Ana").code == 0
    assert modes(home)["journal.db"] == "0o644"
