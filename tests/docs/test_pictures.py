"""The pictures of the front page are what a terminal shows, and load nothing.

``DEEPNET_WRITE_DOCS=1 pytest tests/docs`` draws them anew.
"""

from __future__ import annotations

import os
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pty is a POSIX thing", allow_module_level=True)

from conftest import Command
from pictures import COLUMNS, PICTURES, SVG, Picture, at_terminal, drawn

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
READABLE = 4.5
"""The least contrast of words to their ground, WCAG 2.2 level AA."""


def file_of(picture: Picture) -> Path:
    """Where a picture is kept."""
    return FOLDER / f"{picture.name}.svg"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_what_the_command_shows_on_the_demo(
    deepnet: Command, environment: dict[str, str], picture: Picture
) -> None:
    deepnet("demo", "--keep", "journal.db")
    plain = deepnet(*picture.words, COLUMNS=str(COLUMNS)).out
    svg = drawn(picture, at_terminal(environment, *picture.words))
    if os.environ.get("DEEPNET_WRITE_DOCS"):
        file_of(picture).write_text(svg, encoding="utf-8")
    assert file_of(picture).read_text(encoding="utf-8") == svg
    assert words(svg).startswith(f"$ deepnet {' '.join(picture.words)}")
    said = " ".join(" ".join(plain.split("\n")[: picture.lines]).split())
    assert words(svg).endswith(said)


def words(svg: str) -> str:
    """All that can be read in a picture, but for its title."""
    texts = ET.fromstring(svg).iter(f"{{{SVG}}}text")  # noqa: S314 - our own
    rows: dict[str, str] = {}
    for text in texts:
        if "textLength" in text.attrib:
            row = text.attrib["y"]
            rows[row] = rows.get(row, "") + (text.text or "")
    return " ".join(" ".join(rows.values()).split())


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_loads_nothing_and_runs_nothing(picture: Picture) -> None:
    svg = file_of(picture).read_text(encoding="utf-8")
    assert set(re.findall(r"[a-z]+://[^\"]*", svg)) == {SVG}
    assert set(re.findall(r"url\((.)", svg)) == {"#"}
    assert not re.search(r"@import|@font-face|<script|<image|<use|<foreign", svg)
    assert len(svg.encode()) < 50_000


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb``, as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_the_words_of_a_picture_can_be_read(picture: Picture) -> None:
    svg = file_of(picture).read_text(encoding="utf-8")
    (ground,) = re.findall(r'<rect fill="(#\w{6})" stroke', svg)
    inks = re.findall(r"-r\d+ \{ fill: (#\w{6})", svg)
    assert len(inks) > 2
    for ink in inks:
        light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= READABLE, ink


def test_every_picture_is_on_a_page_with_words_for_who_can_not_see_it() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    shown = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    assert {each.name for each in FOLDER.iterdir()} == {
        f"{picture.name}.svg" for picture in PICTURES
    }
    for picture in PICTURES:
        alt = re.search(rf"!\[([^\]]+)\]\(\S*pictures/{picture.name}\.svg\)", shown)
        assert alt, picture.name
        assert len(alt[1].split()) > 8
