"""JSON read piece by piece, so that a document of any size fits in memory.

Only one value of an array is held at a time. It takes JSON in any layout. The
standard library's decoder reads each value; the few signs between them are read here,
because whoever restores a journal should need nothing installed for it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Never, Protocol

from deepnet.errors.archive import DamagedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 32_000_000
"""No value of a document has more characters than this."""

_SPACES = re.compile(r"[ \t\r\n]*")
_CHUNK = 1 << 18
_CUT_NUMBER = len("e+")
"""A number may go on in what was not read yet, and so much of it may hang over."""

_LOOK_BACK = 16
"""An error so close to the end of what was read may be only the end."""


class Readable(Protocol):
    """A text that is read in parts."""

    def read(self, size: int, /) -> str:
        """So many characters, or what is left of them."""


class Pieces:
    """The values of a JSON text, in their order."""

    def __init__(self, text: Readable) -> None:
        self._text = text
        self._buffer = ""
        self._whole = False
        # Where the last value began, and how far was read, in the buffer.
        self._begun = self._at = 0
        self._lines = 1
        self._decode = json.JSONDecoder(
            object_pairs_hook=_without_twins, parse_constant=_no_number
        ).raw_decode

    @property
    def line(self) -> int:
        """The line on which the last value began."""
        return self._lines + self._buffer.count("\n", 0, self._begun)

    def members(self) -> Iterator[str]:
        """The keys of an object; the caller reads each value before the next key."""
        self._take("{", "an object")
        if self._took("}"):
            return
        while True:
            key = self.value()
            if not isinstance(key, str):
                self.fail("a key must be a text")
            self._take(":", "a colon")
            yield key
            if self._took("}"):
                return
            self._take(",", "a comma")

    def elements(self) -> Iterator[Any]:
        """The values of an array, one by one."""
        self._take("[", "a list")
        if self._took("]"):
            return
        while True:
            yield self.value()
            if self._took("]"):
                return
            self._take(",", "a comma")

    def value(self) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """The next value, whole."""
        self._skip()
        while True:
            try:
                found, end = self._decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if not self._may_be_cut(error) or not self._more():
                    self.fail("it is not JSON there, or it ends too early")
            except (ValueError, RecursionError) as error:
                self.fail(_reason(error))
            else:
                if end < len(self._buffer) - _CUT_NUMBER or not self._more():
                    self._at = end
                    return found

    def end(self) -> None:
        """Nothing may follow."""
        self._skip()
        if self._at < len(self._buffer):
            self.fail("something follows the end")

    def fail(self, why: str) -> Never:
        """Say where the document can't be used: at the value that was read last."""
        raise DamagedDocument(self.line, why) from None

    def _take(self, sign: str, what: str) -> None:
        if not self._took(sign):
            self.fail(f"there should be {what}")

    def _took(self, sign: str) -> bool:
        self._skip()
        if not self._buffer.startswith(sign, self._at):
            return False
        self._at += 1
        return True

    def _skip(self) -> None:
        """Go on to the next sign that is no space."""
        while True:
            spaces = _SPACES.match(self._buffer, self._at)
            self._begun = self._at = spaces.end() if spaces else self._at
            if self._at < len(self._buffer) or not self._more():
                return

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        """Whether more text could mend it: a string without end, or the end itself."""
        return (
            error.msg.startswith("Unterminated")
            or error.pos >= len(self._buffer) - _LOOK_BACK
        )

    def _more(self) -> bool:
        """Read on, and forget what came before; False at the end of the text."""
        self._lines, rest = self.line, self._buffer[self._begun :]
        self._at -= self._begun
        self._begun = 0
        if len(rest) > LONGEST:
            self._buffer = rest
            self.fail("a value is too long")
        try:
            read = "" if self._whole else self._text.read(max(_CHUNK, len(rest)))
        except UnicodeDecodeError:
            self.fail("what follows is not UTF-8")
        self._whole = not read
        self._buffer = rest + read
        return bool(read)


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(_TWINS)
    return found


_TWINS = "a key is there twice"


def _no_number(word: str) -> Never:
    message = f"{word} is no number"
    raise ValueError(message)


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "too much is nested there"
    return str(error) if str(error) == _TWINS else "there is a number that can't be"
