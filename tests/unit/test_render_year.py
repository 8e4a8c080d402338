from __future__ import annotations

import re
from datetime import date

import pytest
from rich.cells import cell_len

from deepnet.model import Depth, Facet, PersonRef, Tier
from deepnet.render import markdown, sentences
from deepnet.render.shapes import spark
from deepnet.render.terminal import as_text
from deepnet.views.conversations import PromiseSeen
from deepnet.views.month import (
    Headline,
    Hours,
    LearntSeen,
    Lunches,
    MonthBar,
    PromisesSeen,
)
from deepnet.views.together import TimeWith, Together
from deepnet.views.year import Year

DAY = date(2026, 11, 25)
NAMES = ("Katrina Lim", "山本 遥", "李小龙 🧑‍🍳")


def bar(month: int, met: int, only: int, known: int, hours: float) -> MonthBar:
    share = only / met if met else None
    return MonthBar(f"2026-{month:02}", met, only, share, None, known, 2, hours)


def time_with(number: int, name: str, hours: float) -> TimeWith:
    return TimeWith(
        PersonRef(number, name), Tier.ACQUAINTED, hours, 1, Depth.SHOP, None
    )


def year(*people: TimeWith, event_only: int = 7, earlier: int = 2) -> Year:
    ana, bo = PersonRef(1, "Ana"), PersonRef(2, "Bo")
    kept = PromiseSeen(3, ana, "the book", True, None, DAY)
    facts = ((ana, Facet.FAMILY), (bo, Facet.ROOTS), (bo, Facet.WORK), (bo, Facet.WORK))
    return Year(
        first="2025-12",
        month="2026-11",
        met=10,
        event_only=5,
        share=0.5,
        in_ten=5,
        known=4,
        previous=Headline("2025-11", 0, 0, None, None, 0),
        moved=(),
        conversations=6,
        messages=0,
        hours=Hours(4.0, 0.0, {"lunch": 4.0}, {"known": 4.0}),
        lunches=Lunches(0, (), None),
        depth={"heart": 0, "unknown": 0},
        learnt=tuple(LearntSeen(who, facet, "x", DAY) for who, facet in facts),
        promises=PromisesSeen((kept, kept, kept._replace(mine=False)), ()),
        let_go=(),
        months=(bar(9, 0, 0, 0, 0), bar(10, 8, 8, 1, 1.0), bar(11, 10, 5, 4, 4.0)),
        claimed=None,
        thanks=(kept._replace(text="say thank you: the map", kept_on=None),),
        together=Together(date(2025, 12, 1), DAY, people, event_only, earlier),
    )


def shown(view: Year, width: int = 80) -> list[str]:
    return as_text(view, colour=False, width=width).split("\n")


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ((), ""),
        ((None, 0, 1), "·▁█"),
        # The lowest step is nothing, and only nothing.
        ((0, 0.001, 0.5, 0.999, 1), "▁▂▅██"),
        ((0, 1 / 7, 2 / 7, 3 / 7, 4 / 7, 5 / 7, 6 / 7, 1), "▁▂▃▄▅▆▇█"),
    ],
)
def test_a_line_has_a_step_for_each_value(
    values: tuple[float | None, ...], line: str
) -> None:
    assert spark(values) == line


def test_a_year_begins_with_its_months_in_lines() -> None:
    lines = shown(year())
    at = lines.index("The year")
    assert lines[0] == "December 2025 to November 2026"
    assert lines[at + 1 : at + 5] == [
        "  met only at events  ·█▅  100%, then 50%",
        "  known               ·▃█  1, then 4",
        "  conversations       ███  6 in all",
        "  hours               ▁▃█  5 h in all",
    ]


def test_what_there_is_nothing_of_has_no_line() -> None:
    blank = bar(11, 0, 0, 0, 0)._replace(conversations=0)
    assert sentences.lines(year()._replace(months=(blank,))) == []


def test_who_had_the_hours_is_in_bars_and_the_others_are_counted() -> None:
    people = [
        time_with(number, f"Person {number:2}", 20 - number) for number in range(15)
    ]
    lines = shown(year(*people))
    at = lines.index("Time with each, outside events")
    assert lines[at + 1] == f"  Person  0  {'█' * 20}  20 h, shop talk, acquainted"
    assert lines[at + 12].startswith("  Person 11  ")
    rest = " ".join(line.strip() for line in lines[at + 13 : at + 15])
    assert rest == (
        "And 3 more, in less time. 7 people are met only at events. 2 people were met "
        "elsewhere too, before these twelve months."
    )


@pytest.mark.parametrize(
    ("event_only", "earlier", "said"),
    [
        (1, 0, "1 person is met only at events."),
        (0, 1, "1 person was met elsewhere too, before these twelve months."),
    ],
)
def test_one_person_is_one(event_only: int, earlier: int, said: str) -> None:
    view = year(time_with(1, "Ana", 1), event_only=event_only, earlier=earlier)
    assert f"  {said}" in shown(view)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_bars_begin_in_one_column_whatever_the_script(width: int) -> None:
    people = [time_with(number, name, 1) for number, name in enumerate(NAMES)]
    lines = shown(year(*people), width)
    bars = [line for line in lines if line.strip().startswith(NAMES) and "█" in line]
    assert len(bars) == len(NAMES)
    assert len({cell_len(line[: line.index("█")]) for line in bars}) == 1


def test_of_a_year_it_is_said_how_many_promises_and_which_sides() -> None:
    lines = shown(year())
    assert lines[lines.index("Thanks") + 1] == "  · Ana: the map"
    assert lines[lines.index("Promises kept") + 1] == "  2 by you and 1 by others."
    at = lines.index("Learnt")
    assert lines[at + 1 : at + 3] == ["  · Bo: roots and work", "  · Ana: family"]


def test_colours_say_nothing_that_the_words_don_t() -> None:
    view = year(time_with(1, "Ana", 1))
    coloured = as_text(view, colour=True, width=80)
    assert "\x1b[" in coloured
    plain = as_text(view, colour=False, width=80)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_a_year_as_markdown_has_everybody() -> None:
    people = [time_with(number, f"Person | {number}", 1) for number in range(15)]
    text = markdown.report(year(*people))
    assert text.startswith("# December 2025 to November 2026\n")
    rows = re.findall(r"\| Person \\\| \d+ \| 1 h, shop talk, acquainted \|", text)
    assert len(rows) == len(people)
    assert "7 people are met only at events" in text


def test_what_did_not_change_is_said_once() -> None:
    months = (bar(10, 8, 4, 1, 1.0), bar(11, 10, 5, 1, 4.0))
    words = [one.words for one in sentences.lines(year()._replace(months=months))]
    assert words[:2] == ["50%", "1"]
