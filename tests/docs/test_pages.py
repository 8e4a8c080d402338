"""The docs hang together: every page is reached, every link leads somewhere.

Nothing that looks like something to type goes unrun without a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from deepnet.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
SECTIONS = ("how-to", "reference", "explanation")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SETS_UP = {
    "README.md": "sets up; .ci/run does what stands between the markers",
    "docs/how-to/complete.md": "changes the files of a shell; tests/cli/test_shells.py",
    "docs/how-to/datasette.md": "opens a server; tests/docs/test_datasette.py",
    "docs/how-to/encrypt.md": "installs, and asks a keyring; tests/cli/test_encrypted*",
    "docs/how-to/pages.md": "opens a browser; tests/pages",
}
"""Pages with commands that are not run as examples, and why."""


class Block(NamedTuple):
    """A fenced block: its page, its language, its text."""

    page: str
    language: str
    text: str


def prose(page: Path) -> str:
    """A page without its blocks."""
    return BLOCK.sub("", page.read_text(encoding="utf-8"))


def blocks() -> Iterator[Block]:
    """Every fenced block of the README and the docs."""
    for page in (ROOT / "README.md", *PAGES):
        for language, text in BLOCK.findall(page.read_text(encoding="utf-8")):
            yield Block(page.relative_to(ROOT).as_posix(), language, text)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in headings
    }


def targets(page: Path) -> set[Path]:
    """The files of ours that a page links."""
    return {
        (page.parent / link.partition("#")[0]).resolve()
        for link in LINK.findall(prose(page))
        if "://" not in link and not link.startswith("#")
    }


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *PAGES], ids=lambda page: str(page.relative_to(ROOT))
)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(prose(page)):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), link
        if anchor:
            assert anchor in anchors(there), link


@pytest.mark.parametrize("section", SECTIONS)
def test_every_page_is_in_the_index_of_its_section(section: str) -> None:
    index = DOCS / section / "README.md"
    pages = {page for page in (DOCS / section).iterdir() if page.suffix == ".md"}
    assert pages - {index} <= targets(index)


def test_every_section_is_in_the_index_and_the_index_on_the_front_page() -> None:
    index = DOCS / "README.md"
    ways_in = {DOCS / section / "README.md" for section in SECTIONS}
    ways_in |= {page for page in DOCS.iterdir() if page.suffix == ".md"} - {index}
    assert ways_in <= targets(index)
    assert ways_in | {index} <= targets(ROOT / "README.md")


def test_what_can_be_typed_is_run_or_says_why_not() -> None:
    for block in blocks():
        if block.language == "console":
            assert block.text.startswith("$ "), block
        elif block.language == "sh":
            assert block.page in SETS_UP, block
        else:
            # The sitting of triage is played in test_sitting.py, key by key.
            played = block.page == "docs/how-to/triage.md"
            assert played or "$ " not in block.text, block
    assert {block.page for block in blocks() if block.language == "sh"} == set(SETS_UP)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_a_page_has_one_title_and_it_comes_first(page: Path) -> None:
    text = prose(page)
    assert text.startswith("# ")
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


def test_every_command_is_at_work_on_a_page_that_teaches() -> None:
    pages = ("docs/tutorial.md", "docs/how-to/")
    taught = " ".join(block.text for block in blocks() if block.page.startswith(pages))
    used = set(re.findall(r"\bdeepnet (?:--db \S+ )?([a-z-]+)", taught))
    assert set(COMMANDS) <= used
