"""The lines that vCards and calendars are made of: escaped, folded, ended by CRLF.

RFC 6350 (vCard 4.0), 3.2 and 3.4, and RFC 5545 (iCalendar), 3.1 and 3.3.11, agree on
them. By hand, because it is this page: the kept libraries write vCard 3.0, or take
longer to load than deepnet takes for a morning. The tests read the lines with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.plain import plain_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDEST = 75
"""A line has at most so many bytes, without its end."""

_TEXT = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_ADDRESS = str.maketrans({"\\": "\\\\", "\n": "\\n"})


def escaped(text: str) -> str:
    """A text as a value; characters that can't be seen are left out of it."""
    return plain_lines(text).translate(_TEXT)


def line(name: str, *texts: str, between: str = ",") -> str:
    """A property whose value is one text, or several with a sign between them."""
    return folded(f"{name}:{between.join(map(escaped, texts))}")


def address(name: str, said: str) -> str:
    """A property whose value is an address, with commas and semicolons of its own."""
    return folded(f"{name}:{plain_lines(said).translate(_ADDRESS)}")


def folded(content: str) -> str:
    """A line, folded between characters where it is too long, with its end."""
    parts: list[str] = []
    room = WIDEST
    size = begun = 0
    for at, sign in enumerate(content):
        size += len(sign.encode())
        if size > room:
            parts.append(content[begun:at])
            # The space before each further line counts.
            begun, size, room = at, len(sign.encode()), WIDEST - 1
    parts.append(content[begun:])
    return "\r\n ".join(parts) + "\r\n"


def component(name: str, lines: Iterable[str]) -> str:
    """Lines between a beginning and an end."""
    return f"BEGIN:{name}\r\n{''.join(lines)}END:{name}\r\n"
