"""The pages of words and of exit codes agree with the code."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from deepnet import errors
from deepnet.cli.options import DepthWord
from deepnet.errors import DeepnetError
from deepnet.errors.kept import Kept
from deepnet.model import Facet, Setting, Tier

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


def rows(page: str) -> list[list[str]]:
    """The rows of the tables of a page, without heads."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    return [row for row in cells if not set(row[0]) <= set("-: ")][1:]


def words_of(said: str) -> list[str]:
    """The words that a list names: after its colon, without what is in brackets."""
    return [word.strip() for word in said.rpartition(": ")[2].split(",")]


def test_each_list_of_words_is_the_live_one() -> None:
    told = dict(rows("words.md"))
    assert words_of(told["setting"]) == list(Setting)
    assert words_of(told["depth"]) == list(DepthWord)
    assert words_of(told["tier"].removesuffix(": earned from the journal")) == [
        tier.words for tier in Tier
    ]
    facets = re.findall(r"\(([^)]*)\)", told["facet"])
    assert ", ".join(facets).split(", ") == list(Facet)


def test_every_kind_of_error_is_on_the_page_with_its_code() -> None:
    for module in iter_modules(errors.__path__):
        import_module(f"deepnet.errors.{module.name}")
    # Words that were kept go with another error, and have its code.
    live: set[tuple[int, str]] = set()
    waiting = [*DeepnetError.__subclasses__()]
    while waiting:
        kind = waiting.pop()
        if kind is not Kept:
            waiting += kind.__subclasses__()
            live.add((kind.exit_code, kind.slug))
    told = {
        (int(code), slug)
        for code, slugs, *_ in rows("exit-codes.md")
        for slug in re.findall(r"`([\w-]+)`", slugs)
    }
    assert told == live
