"""Laws of the lines of vCards and calendars, read by a reader that is not ours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentlines

from deepnet.archive import contentlines
from deepnet.plain import plain_lines

TEXTS = st.one_of(
    st.text(st.sampled_from("\\,;:\n\r\"'=nN \t^é王🦊\u200d\x07a"), max_size=200),
    st.text(max_size=60),
)


@given(TEXTS)
def test_a_line_is_folded_between_characters_and_reads_as_it_was(text: str) -> None:
    written = contentlines.line("NOTE", text)
    assert written.endswith("\r\n")
    lines = written.removesuffix("\r\n").split("\r\n")
    # RFC 6350, 3.2: 75 octets a line, and no character is torn.
    assert all(len(line.encode()) <= 75 for line in lines)
    assert all(line.startswith(" ") for line in lines[1:])
    assert "\n" not in "".join(lines)
    (read,) = filter(None, Contentlines.from_ical(written))  # type: ignore[no-untyped-call]
    name, _, value = str(read).partition(":")
    assert (name, unescaped(value)) == ("NOTE", plain_lines(text))


def unescaped(value: str) -> str:
    """A value without its escapes, sign by sign, as RFC 6350, 3.4 has them."""
    found, signs = "", iter(value)
    for sign in signs:
        if sign == "\\":
            after = next(signs)
            found += "\n" if after == "n" else after
        else:
            assert sign not in ",;"
            found += sign
    return found


def test_a_long_line_uses_all_its_room() -> None:
    lines = contentlines.folded("NOTE:" + "é" * 100).removesuffix("\r\n").split("\r\n ")
    # 5 + 2 * 35 = 75, then 74 beside the space.
    assert [len(line.encode()) for line in lines] == [75, 74, 56]
