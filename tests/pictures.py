"""Pictures of a terminal for the front page: what the installed command really shows.

Each is the output of commands at a terminal of 80 columns, on the journal of the demo,
exported by Rich. An SVG on a page may load nothing, so the template names only fonts
that are there already.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from io import StringIO
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from conftest import installed

COLUMNS = 80
CELL = 12
"""The width of a cell in the picture; 0.6 of the height, as most fonts have it."""

_AIR = 1
"""Empty cells on either side."""

SVG = "http://www.w3.org/2000/svg"


class Picture(NamedTuple):
    """A picture: its file, what is typed, and how many lines of the answer it has."""

    name: str
    words: tuple[str, ...]
    lines: int | None = None


PICTURES = (
    Picture("morning", ("who-next",), lines=25),
    Picture("month", ("report",), lines=28),
)

_THEME = TerminalTheme(
    (26, 29, 35),
    (232, 230, 225),
    [
        *((60, 64, 72), (240, 140, 120), (150, 205, 140), (230, 200, 120)),
        *((140, 180, 240), (200, 160, 230), (110, 205, 215), (232, 230, 225)),
    ],
)

_TEMPLATE = """\
<svg class="rich-terminal" viewBox="0 0 {width:.0f} {height:.0f}" role="img"
    xmlns="http://www.w3.org/2000/svg">
    <style>
    .{unique_id}-matrix {{
        font-family: ui-monospace, SFMono-Regular, Menlo, Consolas,
            "DejaVu Sans Mono", "Liberation Mono", monospace;
        font-size: {char_height}px;
        line-height: {line_height}px;
    }}
    .{unique_id}-title {{ font-size: 16px; font-family: system-ui, sans-serif; }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})"
        clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
    </g>
</svg>
"""


def at_terminal(environment: dict[str, str], *words: str) -> str:
    """What the installed command writes to a terminal that shows colours."""
    if sys.platform == "win32":
        raise NotImplementedError
    import pty  # noqa: PLC0415 - a pty is a POSIX thing

    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [installed(), *words],
        env={**environment, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)},
        stdin=subprocess.DEVNULL,
        stdout=inner,
        stderr=inner,
    )
    os.close(inner)
    written = b""
    while part := _read(outer):
        written += part
    os.close(outer)
    assert process.wait(timeout=30) == 0
    return written.decode().replace("\r\n", "\n")


def _read(end: int) -> bytes:
    try:
        return os.read(end, 65_536)
    except OSError:  # Linux says so when the other side has gone
        return b""


def drawn(picture: Picture, shown: str) -> str:
    """The picture of what a command has shown, with the line that was typed."""
    console = Console(
        file=StringIO(), record=True, width=COLUMNS + 2 * _AIR, force_terminal=True
    )
    lines = shown.rstrip("\n").split("\n")[: picture.lines]
    typed = Text.assemble(("$ ", "dim"), f"deepnet {' '.join(picture.words)}\n")
    for line in (typed, *map(Text.from_ansi, lines), Text()):
        console.print(Padding(line, (0, _AIR)))
    svg = console.export_svg(
        title="deepnet",
        theme=_THEME,
        code_format=_TEMPLATE,
        font_aspect_ratio=CELL / 20,
        unique_id=f"deepnet-{picture.name}",
    )
    return _with_wide_cells(svg)


def _with_wide_cells(svg: str) -> str:
    """Let words be as wide as their cells; Rich counts a wide sign as one of them."""
    ET.register_namespace("", SVG)
    tree = ET.fromstring(svg)  # noqa: S314 - our own
    for parent in tree.findall(f".//{{{SVG}}}text[@textLength]/.."):
        for text in list(parent):
            words = text.text or ""
            text.set("textLength", str(cell_len(words) * CELL))
            text.set("lengthAdjust", "spacingAndGlyphs")
            if not words.strip("\n"):
                parent.remove(text)
    written = ET.tostring(tree, encoding="unicode")
    return re.sub(r"\s*\n\s*", "\n", written).replace("><text", ">\n<text") + "\n"
