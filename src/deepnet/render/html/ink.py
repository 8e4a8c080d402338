"""The few shapes that charts are made of, and how wide words are in them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from deepnet.render.html.tree import tag

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from deepnet.render.html.tree import Child, Value

TEXT = 12
"""The height of the words of a chart, in its units; a unit is a pixel."""

_BOLD = 1.2
_NARROW, _WIDE = 0.58, 1.05
"""How wide a character is, as a share of its height: of most scripts, of East Asia."""


def width(text: str, *, bold: bool = False) -> float:
    """About how wide words are, in the units of a chart."""
    return (
        (_BOLD if bold else 1)
        * TEXT
        * sum(
            0
            if combining(character)
            else _WIDE
            if east_asian_width(character) in "WF"
            else _NARROW
            for character in text
        )
    )


def fitting(text: str, room: float) -> str:
    """``text``, or as much of it as there is room for."""
    if width(text) <= room:
        return text
    while text and width(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def words(
    x: float, y: float, text: str, kind: str | None = None, anchor: str | None = None
) -> Element:
    """Words that begin at ``x``, or end or have their middle there."""
    return tag("text", text, x=x, y=y, class_=kind, text_anchor=anchor)


def box(x: float, y: float, wide: float, high: float, kind: str) -> Element:
    """A filled box."""
    return tag("rect", x=x, y=y, width=wide, height=high, class_=kind)


def rule(x: float, y: float, to: float) -> Element:
    """A thin line from ``x`` to ``to``."""
    return tag("path", d=f"M{x:.0f} {y:.1f}H{to:.0f}", class_="rule")


def ring(x: float, y: float, radius: float, kind: str, *inside: Child) -> Element:
    """A circle."""
    return tag("circle", *inside, cx=x, cy=y, r=radius, class_=kind)


def picture(
    name: str,
    wide: float,
    high: float,
    said: tuple[str, str],
    *shapes: Child,
    **attributes: Value,
) -> Element:
    """A chart: what it is called and what it shows are ``said`` in words, too.

    ``name`` is its own on the page.
    """
    title, description = said
    return tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("desc", description, id=f"{name}-desc"),
        *shapes,
        viewBox=f"0 0 {wide:.0f} {high:.0f}",
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        **attributes,
    )
