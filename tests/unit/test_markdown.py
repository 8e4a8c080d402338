from __future__ import annotations

from datetime import date

import pytest
from markdown_it import MarkdownIt

from deepnet.model import Facet, PersonRef, Precision, Setting, Tier
from deepnet.plain import plain
from deepnet.render import markdown
from deepnet.views.conversations import PromiseSeen
from deepnet.views.month import (
    Claimed,
    Crossed,
    Headline,
    Hours,
    LearntSeen,
    Lunches,
    MonthBar,
    PromisesSeen,
    Report,
)

DAY = date(2026, 11, 25)
ANA = PersonRef(1, "Ana")
EMPTY = Report(
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
    depth={"heart": 0, "unknown": 0},
    learnt=(),
    promises=PromisesSeen((), ()),
    let_go=(),
    months=(MonthBar("2026-11", 0, 0, None, None, 0, 0, 0.0),),
)


def read(view: Report) -> list[tuple[str, str]]:
    """Each block of text that a Markdown reader finds, and what it is in."""
    blocks = []
    within = ""
    for token in MarkdownIt("commonmark").enable("table").parse(markdown.report(view)):
        if token.type == "inline":
            parts = token.children or []
            assert {part.type for part in parts} <= {"text", "text_special"}
            blocks.append((within, "".join(part.content for part in parts)))
        elif token.nesting == 1:
            within = token.tag
    return blocks


def with_name(name: str) -> Report:
    return EMPTY._replace(let_go=(PersonRef(1, name),))


def test_an_empty_month_is_a_calm_page() -> None:
    assert markdown.report(EMPTY) == (
        "# November 2026\n"
        "\n"
        "Nobody is met yet: the first conversation you write down begins it.\n"
    )


def test_a_month_has_a_list_or_a_table_for_each_of_its_sides() -> None:
    up = Crossed(
        person=ANA,
        from_=Tier.EVENT,
        to=Tier.ACQUAINTED,
        day=DAY,
        precision=Precision.DAY,
        setting=Setting.LUNCH,
        text="by the sea",
        conversation=7,
    )
    promise = PromiseSeen(3, ANA, "the book", True, date(2026, 11, 27), None)
    view = EMPTY._replace(
        met=10,
        event_only=9,
        share=0.9,
        in_ten=9,
        moved=(
            up,
            up._replace(
                from_=Tier.ACQUAINTED,
                to=Tier.OPENING,
                day=date(2026, 11, 1),
                precision=Precision.MONTH,
                setting=None,
                text="",
            ),
        ),
        conversations=2,
        hours=Hours(2.5, 0.0, {"video": 2.5}, {"unnamed": 2.5}),
        depth={"smalltalk": 2, "unknown": 0},
        learnt=(LearntSeen(ANA, Facet.FAMILY, "two sisters", DAY),),
        promises=PromisesSeen((), (promise,)),
        let_go=(PersonRef(2, "Ben"),),
    )
    assert read(view)[1:] == [
        ("p", "Of 10 people you have met, 90% (9 in 10) only at events."),
        ("p", "At the end of October 2026 nobody was met yet."),
        ("h2", "Moved up"),
        ("p", "Ana: event only → acquainted, Wed 25 Nov 2026, lunch: by the sea"),
        ("p", "Ana: acquainted → getting to know, November 2026"),
        ("h2", "Hours with people"),
        ("p", "2.5 h in 2 conversations."),
        *[("th", "setting"), ("th", "hours"), ("td", "video call"), ("td", "2.5 h")],
        *[("th", "tier"), ("th", "hours"), ("td", "people not named"), ("td", "2.5 h")],
        ("h2", "How deep it went"),
        *[("th", "depth"), ("th", "conversations"), ("td", "small talk"), ("td", "2")],
        ("h2", "Learnt"),
        ("p", "Ana, family: two sisters"),
        ("h2", "Promises open"),
        ("p", "You promised Ana: the book, by Fri 27 Nov 2026"),
        ("h2", "Let go, with thanks"),
        ("p", "Ben"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Ana | Lim",
        "# Ana",
        "*Ana* **Lim** _x_ __y__",
        "<script>alert(1)</script>",
        "`rm`",
        "- Ana",
        "+ Ana",
        "1. Ana",
        "2) Ana",
        "---",
        "===",
        "[Ana](javascript:alert) ![x](y)",
        "<https://example.org> &amp; &lt;",
        "> Ana",
        "~~Ana~~ ~~~",
        "Ana\\",
        "Ana\nLim\n\n# x",
        "    Ana",
        "\x1b[31mAna\u202e",
        "李小龙 🧑‍🍳",
    ],
)
def test_what_people_typed_reads_as_it_was_typed(name: str) -> None:
    assert ("p", plain(name)) in read(with_name(name))


def test_what_you_would_say_stands_beneath_the_headline() -> None:
    text = markdown.report(EMPTY._replace(claimed=Claimed(143, 14, 900)))
    blocks = text.split("\n\n")
    assert blocks[1].startswith("Nobody is met yet")
    assert blocks[2] == "You would say that you know 143; your journal shows 14.\n"
