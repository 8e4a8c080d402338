"""The page of the house has every module, in the layers that import-linter holds.

``DEEPNET_WRITE_DOCS=1 pytest tests/docs`` writes the table anew.
"""

from __future__ import annotations

import ast
import os
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "deepnet"
PAGE = ROOT / "docs" / "explanation" / "architecture.md"
TABLE = re.compile(r"^\| layer .*\n(?:\|.*\n)+", re.MULTILINE)


def layers() -> list[list[str]]:
    """The layers of the contract, upper to lower; each is modules side by side."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        each
        for each in settings["tool"]["importlinter"]["contracts"]
        if each["type"] == "layers"
    )
    return [layer.split(" | ") for layer in contract["layers"]]


def sentence(module: str) -> str:
    """What a module says of itself, first."""
    file = SOURCE / f"{module}.py"
    if not file.exists():
        file = SOURCE / module / "__init__.py"
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    first = " ".join(said.partition("\n\n")[0].split()).replace("``", "`")
    return first.partition(". ")[0].rstrip(".")


def test_the_table_of_modules_is_the_layers_of_the_contract() -> None:
    rows = [
        (str(number), f"`{module}`", sentence(module))
        for number, layer in enumerate(layers(), start=1)
        for module in layer
    ]
    head = [("layer", "module", "what it is"), ("--:", "---", "---")]
    table = "".join(f"| {' | '.join(row)} |\n" for row in (*head, *rows))
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("DEEPNET_WRITE_DOCS"):
        page = TABLE.sub(lambda _: table, page)
        PAGE.write_text(page, encoding="utf-8")
    assert TABLE.findall(page) == [table]


def test_every_module_has_its_layer() -> None:
    there = {each.stem for each in SOURCE.iterdir() if each.suffix == ".py"}
    there |= {each.parent.name for each in SOURCE.glob("*/__init__.py")}
    assert there - {"__init__"} == {module for layer in layers() for module in layer}
