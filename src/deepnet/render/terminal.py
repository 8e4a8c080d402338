"""A view as text for a terminal, with Rich; it only makes the text.

Only the module of the view's own group is loaded, and of Rich only what it needs.
"""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal is."""

_NARROWEST = 20
_ANY_HEIGHT = 25


def as_text(view: object, *, colour: bool, width: int | None = None) -> str:
    """What a view says, ready to be written to a terminal or a pipe.

    Without ``colour`` there is no escape sequence in it. ``width`` is in cells; None
    takes the terminal's, or 80 where there is none.
    """
    console = Console(
        file=StringIO(),
        width=_width(width),
        height=_ANY_HEIGHT,
        force_terminal=colour,
        force_jupyter=False,
        color_system="standard" if colour else None,
        no_color=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as captured:
        for part in _renderer(type(view))(view):
            console.print(part, overflow="fold", crop=False)
    lines = (line.rstrip() for line in captured.get().split("\n"))
    return "\n".join(lines).strip("\n") + "\n"


def _width(asked: int | None) -> int:
    found = asked or min(get_terminal_size().columns, WIDEST)
    return max(found, _NARROWEST)


def _renderer(kind: type) -> Callable[[object], Iterable[RenderableType]]:
    """The function that shows a kind of view; it lives in the group's own module."""
    group = import_module(f"deepnet.render.{kind.__module__.rpartition('.')[2]}")
    renderer: Callable[[object], Iterable[RenderableType]] = group.RENDERERS[kind]
    return renderer
