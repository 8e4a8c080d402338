"""A month or a year as one page: readable anywhere, and for nobody else's eyes.

One file with its style and its pictures in it. No script, nothing from elsewhere: its
own policy forbids a browser to fetch anything.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.render import sentences
from deepnet.render.html import story
from deepnet.render.html.tree import document, raw_style, tag
from deepnet.render.initials import veiled

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from deepnet.views.page import Page

_STYLE = Path(__file__).with_name("style.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(view: Page, *, initials: bool = False) -> str:
    """The whole page; with ``initials`` one that can be shown to others."""
    shown = veiled(view) if initials else view
    return document(
        tag(
            "html",
            _head(shown),
            tag(
                "body",
                tag("header", *story.opening(shown.report)),
                tag("main", *story.sections(shown)),
                tag("footer", _footer(shown)),
            ),
            lang="en",
        )
    )


def _head(view: Page) -> Element:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="color-scheme", content="light dark"),
        tag("meta", name_="robots", content="noindex"),
        tag("title", sentences.heading(view.report)),
        tag("link", rel="icon", href="data:,"),
        raw_style(_STYLE.read_text(encoding="utf-8")),
    )


def _footer(view: Page) -> Element:
    made = f"Made by deepnet on {dates.written(view.made)}."
    left_out = "Names are initials, and what was said, learnt and promised is left out."
    return tag("p", f"{made} {left_out}" if view.veiled else made)
