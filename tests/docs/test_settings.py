"""The page of settings is the live table, and each example can be set.

``DEEPNET_WRITE_DOCS=1 pytest tests/docs`` writes the table anew.
"""

from __future__ import annotations

import os
import re
from datetime import time
from pathlib import Path

from conftest import Command
from deepnet.journal import configuring
from deepnet.settings import KEYS, MACHINE_KEYS
from deepnet.store import Store

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "settings.md"
ALL = (*KEYS, *MACHINE_KEYS)
TABLE = re.compile(r"^\| setting .*\n(?:\|.*\n)+", re.MULTILINE)


def test_the_table_of_settings_is_the_live_one() -> None:
    rows = [
        ("setting", "what it is", "can be", "while not set", "example"),
        ("---",) * 5,
    ]
    rows += [
        (f"`{key.name}`", key.meaning, key.values, key.unset, f"`{key.example}`")
        for key in ALL
    ]
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("DEEPNET_WRITE_DOCS"):
        page = TABLE.sub(lambda _: table, page)
        PAGE.write_text(page, encoding="utf-8")
    assert TABLE.findall(page) == [table]


def test_each_example_can_be_set_and_is_kept_as_it_stands(deepnet: Command) -> None:
    for key in ALL:
        assert deepnet("config", key.name, key.example).code == 0
    kept = deepnet("config", "--json").json["settings"]
    assert {each["key"]: each["value"] for each in kept} == {
        key.name: key.example for key in ALL
    }
    for key in ALL:
        assert deepnet("config", key.name, "").code == 0
    kept = deepnet("config", "--json").json["settings"]
    assert {each["value"] for each in kept} == {None}


def test_what_holds_while_a_day_start_is_not_set(store: Store) -> None:
    (said,) = (key.unset for key in KEYS if key.name == "day-start")
    assert configuring.day_start(store) == time.fromisoformat(said)


def test_every_variable_that_is_read_is_on_the_page() -> None:
    read = {
        name
        for module in (ROOT / "src").rglob("*.py")
        for name in re.findall(
            r'"(DEEPNET_[A-Z]+|NO_COLOR|VISUAL|EDITOR)"', module.read_text("utf-8")
        )
    }
    first = re.findall(r"^\| (`.*?`) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    told = set(re.findall(r"`([A-Z_]+)`", " ".join(first)))
    assert read == {"DEEPNET_DB", "DEEPNET_TODAY", "NO_COLOR", "VISUAL", "EDITOR"}
    assert read <= told
