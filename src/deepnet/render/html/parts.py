"""The parts that sections of a page are made of."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from deepnet.render.html.tree import tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

MOST = 8
"""How many entries of a list are seen at once; the others are folded away."""


def section(title: str, *parts: Element) -> Element:
    """Some of the page under a heading."""
    return tag("section", tag("h2", title), *parts)


def beside(kind: str, *sections: Iterable[Element]) -> Iterator[Element]:
    """Sections that stand beside one another on paper, where room is dear."""
    found = [*chain.from_iterable(sections)]
    if found:
        yield tag("div", *found, class_=kind)


def para(text: str, kind: str | None = None) -> Element:
    """A paragraph."""
    return tag("p", text, class_=kind)


def entries(items: Iterable[Element]) -> Iterator[Element]:
    """A list; of a long one the first entries, and the others one click away."""
    found = list(items)
    yield tag("ul", *found[:MOST])
    if found[MOST:]:
        yield tag(
            "details",
            tag("summary", f"and {len(found) - MOST:,} more"),
            tag("ul", *found[MOST:]),
            class_="more",
        )


def figure(
    caption: str,
    pictures: Iterable[Element],
    head: tuple[str, str],
    rows: Sequence[tuple[str, str]],
) -> Element:
    """Pictures of one thing under its caption, and the table behind them."""
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in head))),
        tag("tbody", *map(_row, rows)),
    )
    behind = tag(
        "details", tag("summary", f"{head[0]} by {head[0]}, as a table"), table
    )
    said = tag("figcaption", caption, class_="quiet")
    return tag("figure", said, *pictures, *([behind] if rows else []))


def _row(cells: tuple[str, str]) -> Element:
    return tag("tr", tag("th", cells[0], scope="row"), tag("td", cells[1]))
