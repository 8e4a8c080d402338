"""What is inserted in bash, against Python's own reading of a POSIX command line."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.cli.shells import quoted, read_line

NASTY = st.sampled_from(tuple("ab é王\\'\"$`!#&;|<>(){}[]*?~=:@%^ "))
TEXTS = st.text(NASTY, min_size=1, max_size=12)
# shlex takes a backslash before a dollar sign between double quotes for itself.
LINES = st.text(st.sampled_from(tuple("ab \\'\"#")), max_size=14)


def closed(text: str, quote: str) -> str:
    """What stands there when readline has closed the quote, as it does."""
    written = quote + quoted(text, quote)
    return written if quote and written.endswith(quote) else written + quote


@given(TEXTS)
def test_a_name_is_one_word_and_means_itself(text: str) -> None:
    assert shlex.split(closed(text, "")) == [text]
    assert shlex.split(closed(text, "'")) == [text]


@given(TEXTS)
def test_between_double_quotes_nothing_is_left_to_the_shell(text: str) -> None:
    written = closed(text, '"')
    words = read_line(f"x {written}")
    assert [(word.value, word.quote) for word in words] == [("x", ""), (text, "")]
    outside = "".join(shlex.split(written))
    assert outside.replace("\\$", "$").replace("\\`", "`") == text


@given(LINES)
def test_a_line_is_read_as_a_shell_reads_it(line: str) -> None:
    try:
        words = shlex.split(line)
    except ValueError:
        return
    read = read_line(line)
    assert [word.value for word in read if word.raw] == words
    assert not any(word.quote for word in read)


@given(LINES)
def test_nothing_of_a_line_is_lost(line: str) -> None:
    raw = "".join(word.raw for word in read_line(line))
    assert raw.replace(" ", "") == line.replace(" ", "")
    assert line.endswith(read_line(line)[-1].raw)


@pytest.mark.parametrize(
    ("line", "raw", "value", "quote"),
    [
        ("deepnet show ", "", "", ""),
        ("deepnet show An", "An", "An", ""),
        (r"deepnet show Ana\ R", r"Ana\ R", "Ana R", ""),
        ('deepnet show "Ana R', '"Ana R', "Ana R", '"'),
        ("deepnet show 'Ana R", "'Ana R", "Ana R", "'"),
        ('deepnet show An"a R', 'An"a R', "Ana R", '"'),
        (r'deepnet show "a \$\x', r'"a \$\x', r"a $\x", '"'),
        ("deepnet show 'a'b", "'a'b", "ab", ""),
        ("deepnet show a\\", "a\\", "a", ""),
        ("", "", "", ""),
    ],
)
def test_the_word_at_the_cursor_may_be_unfinished(
    line: str, raw: str, value: str, quote: str
) -> None:
    assert read_line(line)[-1] == (raw, value, quote)
