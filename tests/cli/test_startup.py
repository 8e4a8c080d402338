"""Start-up is guarded by which modules load, not by milliseconds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Command, unwatched
from sealing import teller

WATCH = """
import atexit, sys
sys.argv = ["deepnet", *sys.argv[1:]]
atexit.register(lambda: print("\\n" + " ".join(sorted(sys.modules)), file=sys.stderr))
from deepnet.cli import main
main()
"""


def modules(environment: dict[str, str], *words: str, **extra: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *words],
        env={**unwatched(environment), **extra},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    loaded = set(done.stderr.rstrip().rsplit("\n", maxsplit=1)[-1].split())
    assert "deepnet.cli" in loaded
    return loaded


def tops(loaded: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in loaded}


@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("people", "--x"), ("x",)]
)
def test_help_and_mistakes_open_nothing(
    environment: dict[str, str], words: tuple[str, ...]
) -> None:
    loaded = modules(environment, *words)
    assert not tops(loaded) & {
        "sqlite3",
        "sqlite_utils",
        "dateutil",
        "rich",
        "pydantic",
    }
    assert "deepnet.store" not in loaded


@pytest.mark.parametrize(
    "words",
    [
        ("log", "lunch with Ana", "--json"),
        ("who-next", "--json"),
        ("people", "--json"),
        ("show", "Ana", "--json"),
        ("brief", "Ana", "--json"),
        ("report", "--json"),
        ("triage", "--list", "--json"),
    ],
)
def test_a_morning_does_not_pay_for_what_it_does_not_use(
    deepnet: Command, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    deepnet("log", "lunch with Ana", "--new")
    heavy = {"rich", "sqlite_utils", "pydantic", "click", "platformdirs", "pip"}
    assert not tops(modules(environment, *words)) & heavy


ENGINES = {"sqlcipher3", "keyring", "apsw", "cryptography"}


@pytest.mark.parametrize(
    "words",
    [
        ("log", "lunch with Ana"),
        ("who-next",),
        ("backup",),
        ("where",),
        ("config",),
        ("doctor",),
        ("restore", "journal-2026-11-25-120000.db", "--yes"),
        ("decrypt",),
    ],
)
def test_a_plain_journal_loads_no_engine_for_encrypted_ones(
    deepnet: Command, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    deepnet("log", "lunch with Ana", "--new")
    deepnet("backup")
    loaded = modules(environment, *words)
    assert not tops(loaded) & ENGINES
    assert "deepnet.store.sealed" not in loaded
    if words[0] not in ("config", "decrypt", "doctor"):
        assert not loaded & {"deepnet.cli.passphrases", "getpass", "_hashlib"}


def test_an_encrypted_journal_loads_the_engine_and_no_keyring(
    deepnet: Command, environment: dict[str, str], tmp_path: Path
) -> None:
    pytest.importorskip("sqlcipher3", reason="needs deepnet[encrypted]")
    deepnet("log", "lunch with Ana", "--new")
    deepnet("config", "passphrase-command", teller(tmp_path))
    assert deepnet("encrypt").code == 0
    loaded = modules(environment, "who-next", "--json")
    assert tops(loaded) & ENGINES == {"sqlcipher3"}
    assert not tops(loaded) & {"rich", "sqlite_utils", "pydantic", "click"}


@pytest.mark.parametrize("words", [("who-next", "--json"), ("log", "tea with Ana")])
def test_a_morning_that_counts_no_months_loads_no_calendar(
    deepnet: Command, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    deepnet("log", "lunch with Ana", "--new")
    loaded = modules(environment, *words)
    assert "dateutil" not in tops(loaded)
    assert words[0] == "log" or "deepnet.names" not in loaded


def test_a_month_pays_neither_for_a_page_nor_for_a_year(
    deepnet: Command, environment: dict[str, str], home: Path
) -> None:
    deepnet("log", "lunch with Ana", "--new")
    month = modules(environment, "report")
    assert "xml" not in tops(month)
    assert not month & {"deepnet.together", "deepnet.picking", "deepnet.render.html"}
    page = modules(environment, "report", "--year", "--html", str(home / "year.html"))
    assert {"xml", "deepnet"} <= tops(page)
    assert "deepnet.together" in page
    assert not tops(page) & {"sqlite_utils", "pydantic", "click"}


def test_completing_a_name_loads_neither_the_score_nor_rich(
    deepnet: Command, environment: dict[str, str]
) -> None:
    deepnet("log", "lunch with Ana Ruiz", "--new")
    shell = {"_DEEPNET_COMPLETE": "complete_bash"}
    line = ("deepnet show An", "An")
    loaded = modules(environment, *line, **shell)
    heavy = {"rich", "sqlite_utils", "pydantic", "click", "dateutil"}
    assert not tops(loaded) & heavy
    assert not loaded & {"deepnet.scoring", "deepnet.capture", "deepnet.picking"}
    assert "typer.rich_utils" not in loaded
    assert deepnet(*line, **shell).out.split("\n")[1] == r"Ana\ Ruiz"


@pytest.mark.parametrize("line", ["deepnet ", "deepnet log --as ", "deepnet config "])
def test_completing_what_is_fixed_opens_no_journal(
    environment: dict[str, str], line: str
) -> None:
    loaded = modules(environment, line, "", _DEEPNET_COMPLETE="complete_bash")
    assert not tops(loaded) & {"sqlite3", "rich", "sqlite_utils"}
    assert "deepnet.store" not in loaded
