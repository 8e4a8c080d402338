"""Laws of reading JSON piece by piece: as the standard library reads it whole."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.archive.pieces import Pieces
from deepnet.errors.archive import DamagedDocument

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


class Dripping:
    """A text that comes a few characters at a time, whatever is asked for."""

    def __init__(self, text: str, size: int) -> None:
        self._text = text
        self._size = size

    def read(self, size: int) -> str:
        size = min(size, self._size)
        read, self._text = self._text[:size], self._text[size:]
        return read


def whole(pieces: Pieces) -> dict[str, list[Any]]:
    found = {key: list(pieces.elements()) for key in pieces.members()}
    pieces.end()
    return found


@given(
    st.dictionaries(st.text(max_size=5), st.lists(VALUES, max_size=4), max_size=3),
    st.none() | st.integers(0, 3),
    st.booleans(),
    st.integers(1, 9),
)
def test_any_layout_and_any_pace_reads_as_the_whole(
    value: dict[str, list[Any]], indent: int | None, ascii_only: bool, size: int
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert whole(Pieces(Dripping(f" {text}\n", size))) == json.loads(text)


@given(
    st.dictionaries(st.text(max_size=5), st.lists(VALUES, max_size=4), min_size=1),
    st.integers(1, 9),
    st.data(),
)
def test_a_text_that_ends_too_early_is_refused(
    value: dict[str, list[Any]], size: int, data: st.DataObject
) -> None:
    text = json.dumps(value)
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    with pytest.raises(DamagedDocument):
        whole(Pieces(Dripping(cut, size)))


@pytest.mark.parametrize("size", [1, 2, 50])
def test_the_line_is_that_of_the_value_however_it_comes(size: int) -> None:
    pieces = Pieces(Dripping('{\n"a": [\n1,\n\n 22,\n{"b":\n3}], "c": []}', size))
    lines = [
        (key, [pieces.line for _ in pieces.elements()]) for key in pieces.members()
    ]
    # By hand: 1 is on the third line, 22 on the fifth, the object on the sixth.
    assert lines == [("a", [3, 5, 6]), ("c", [])]
