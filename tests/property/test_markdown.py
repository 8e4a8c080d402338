from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deepnet.model import PersonRef
from deepnet.plain import plain
from deepnet.render import markdown
from deepnet.views.month import Headline, Hours, Lunches, PromisesSeen, Report

SIGNS = st.text(alphabet="\\`*_{}[]()<>#+-.!|~&$=:;\"'/@^1aä \n\t", max_size=30)


def with_name(name: str) -> Report:
    return Report(
        month="2026-11",
        met=0,
        event_only=0,
        share=None,
        in_ten=None,
        known=0,
        previous=Headline("2026-10", 0, 0, None, None, 0),
        moved=(),
        conversations=0,
        messages=0,
        hours=Hours(0.0, 0.0, {}, {}),
        lunches=Lunches(0, (), None),
        depth={},
        learnt=(),
        promises=PromisesSeen((), ()),
        let_go=(PersonRef(1, name), PersonRef(2, "Ben")),
        months=(),
    )


@given(st.one_of(SIGNS, st.text(max_size=30)))
def test_a_markdown_reader_finds_the_words_as_they_were_typed(name: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(markdown.report(with_name(name)))
    first_item = next(at for at, token in enumerate(tokens) if token.tag == "li")
    inline = tokens[first_item + 2]
    found = "".join(part.content for part in inline.children or [])
    # Someone without a visible letter leaves an empty item.
    assert (found if inline.type == "inline" else "") == plain(name)
    assert sum(token.type == "list_item_open" for token in tokens) == 2
