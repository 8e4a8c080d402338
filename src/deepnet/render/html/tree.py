"""A page as a tree of elements, which becomes markup only as a whole.

Texts and attributes are values in the tree, and the standard library's serialiser
escapes each of them as it writes: there is no place where markup is put together from
text, and so none where escaping could be forgotten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from deepnet.plain import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    Child = Element | str
    Value = str | float | None


def tag(name: str, *children: Child, **attributes: Value) -> Element:
    """An element with what is in it, words and elements in their order.

    Attributes that are None are left out; ``class_`` is class, and ``stroke_width``
    is stroke-width.
    """
    element = Element(name, dict(_named(attributes.items())))
    last: Element | None = None
    for child in children:
        if not isinstance(child, str):
            element.append(child)
            last = child
        elif last is None:
            element.text = (element.text or "") + harmless(child)
        else:
            last.tail = (last.tail or "") + harmless(child)
    return element


def _named(attributes: Iterable[tuple[str, Value]]) -> Iterable[tuple[str, str]]:
    for key, value in attributes:
        if value is not None:
            yield key.rstrip("_").replace("_", "-"), harmless(_written(value))


def _written(value: str | float) -> str:
    """A value as an attribute has it; a coordinate needs no more than a tenth."""
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def raw_style(css: str) -> Element:
    """The page's own style sheet, which is no user's text and keeps its lines."""
    element = Element("style")
    element.text = css
    return element


def document(root: Element) -> str:
    """The whole page."""
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"
