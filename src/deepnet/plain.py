"""Plain text: user text made safe to look at, and words as one lists them.

No character of a text made plain can steer a terminal.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def unseen() -> re.Pattern[str]:
    """Characters that are not seen themselves, but change what is seen.

    The two joiners (U+200C and U+200D) are not among them: names and emoji are
    written with them. Compiled only for texts that need it, since it takes
    milliseconds.
    """
    return re.compile(
        "[\x00-\x1f\x7f-\x9f"  # controls, among them escape sequences
        "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
        "\U000e0000-\U000e007f\ud800-\udfff]"  # direction marks, tags, halves
    )


_SPACES = "\t\n\v\f\r\x85\u2028\u2029"
_BREAKS = "\r\n|[\n\v\f\r\x85\u2028\u2029]"


def plain(text: str) -> str:
    """``text`` on one line, without anything that can't be seen."""
    if text.isprintable():
        return text.strip()
    return (
        unseen()
        .sub(lambda found: " " if found.group() in _SPACES else "", text)
        .strip()
    )


def plain_lines(text: str) -> str:
    """``text`` line by line, each without anything that can't be seen."""
    if text.isprintable():
        return text.strip()
    return "\n".join(map(plain, re.split(_BREAKS, text))).strip("\n")


def harmless(text: str) -> str:
    """``text`` made plain, but for the spaces at its ends, which stay."""
    # The bars keep those spaces: they stand between the parts of a line.
    return plain(f"|{text}|")[1:-1]


def storable(text: str) -> str:
    """``text`` as it can be kept: half characters and NUL become U+FFFD."""
    if text.isprintable():
        return text
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)


def in_escapes(json: str) -> str:
    """JSON that means the same, with an escape for each character that is not seen."""
    if json.isprintable():
        return json
    return unseen().sub(_escape, json)


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~&$"})
"""What is markup wherever it stands: CommonMark, its tables, and formulas."""


def in_markdown(text: str) -> str:
    """``text`` on one line of Markdown, as itself wherever it stands."""
    escaped = plain(text).translate(_MARKUP)
    # At the beginning of a line, these would make a list or a heading of it.
    numbered = re.sub(r"\A(\d{1,9})([.)])(?=\s|\Z)", r"\1\\\2", escaped)
    return re.sub(r"\A([-+=])", r"\\\1", numbered)


def listed(words: Iterable[str]) -> str:
    """The words with commas, and "and" before the last; "" for none."""
    *rest, last = tuple(words) or ("",)
    return f"{', '.join(rest)} and {last}" if rest else last
