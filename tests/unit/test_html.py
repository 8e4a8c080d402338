"""A page as a reader's program finds it: what it says, and what it never says."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deepnet.render.html
from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, Tier
from deepnet.plain import plain
from deepnet.render import sentences
from deepnet.render.html import page
from deepnet.views.agenda import LastTime, PickSeen, Question
from deepnet.views.conversations import PromiseSeen
from deepnet.views.month import (
    Claimed,
    Crossed,
    Headline,
    Hours,
    LearntSeen,
    LeftSeen,
    Lunches,
    MonthBar,
    PromisesSeen,
    Report,
    SharedSeen,
)
from deepnet.views.page import Page
from deepnet.views.together import TimeWith, Together
from deepnet.views.year import Year

DAY = date(2026, 11, 25)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "</title></style><b>Ana</b>",
    "&lt;Ana&gt; &amp; <!-- Lim -->",
    "]]> <![CDATA[x",
    "Ana\x1b[31m\u202eLim\x00",
    "李小龙 🧑‍🍳 & Ana",
)


def report(name: str = "Ana Ruiz", words: str = "by the sea") -> Report:
    ana = PersonRef(1, name)
    promise = PromiseSeen(3, ana, words, True, date(2026, 11, 27), None)
    return Report(
        month="2026-11",
        met=20,
        event_only=17,
        share=0.85,
        in_ten=9,
        known=1,
        previous=Headline("2026-10", 10, 9, 0.9, 9, 0),
        moved=(
            Crossed(
                person=ana,
                from_=Tier.EVENT,
                to=Tier.ACQUAINTED,
                day=DAY,
                precision=Precision.DAY,
                setting=Setting.LUNCH,
                text=words,
                conversation=7,
            ),
        ),
        conversations=3,
        messages=1,
        hours=Hours(2.5, 0.5, {"lunch": 2.0, "event": 0.5}, {"acquainted": 2.5}),
        lunches=Lunches(2, (SharedSeen(ana, 2),), LeftSeen(480, 60, 2.0)),
        depth={"opinions": 2, "unknown": 1},
        learnt=(LearntSeen(ana, Facet.FAMILY, words, DAY),),
        promises=PromisesSeen((promise._replace(kept_on=DAY),), (promise,)),
        let_go=(PersonRef(2, name),),
        months=(
            MonthBar("2026-10", 0, 0, None, None, 0, 0, 0.0),
            MonthBar("2026-11", 20, 17, 0.85, 9, 1, 3, 2.5),
        ),
        claimed=Claimed(143, 1, 150),
        thanks=(promise._replace(text=f"say thank you: {words}"),),
    )


def together(name: str = "Ana Ruiz", *, others: int = 17) -> Together:
    return Together(
        first=date(2025, 12, 1),
        last=DAY,
        people=(
            TimeWith(
                PersonRef(1, name), Tier.KNOWN, 6.5, 4, Depth.PERSONAL, Depth.HEART
            ),
            TimeWith(PersonRef(2, "Bo Lund"), Tier.OPENING, 2.0, 2, Depth.SHOP, None),
            TimeWith(PersonRef(3, "Cy"), Tier.ACQUAINTED, 0.5, 1, None, None),
        ),
        event_only=others,
        earlier=2,
    )


def month(name: str = "Ana Ruiz", words: str = "by the sea") -> Page:
    pick = PickSeen(
        person=PersonRef(1, name),
        tier=Tier.EVENT,
        kind="stranger",
        why=(f"Promised for today: {words}",),
        slot="Lunch, Tue to Thu",
        question=Question(Facet.ROOTS, f"What of {words}?"),
        last=LastTime(DAY, Setting.EVENT, words),
    )
    return Page(DAY, report(name, words), together(name), (pick,), False)


def year(name: str = "Ana Ruiz", words: str = "by the sea") -> Page:
    view = month(name, words)
    return view._replace(
        report=Year("2025-12", *report(name, words), together(name)),
    )


PAGES = (month, year)


class Reader(HTMLParser):
    """What is on a page: its tags with their attributes, and its words by tag."""

    VOID = ("meta", "link", "br", "img", "input")

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self._within: list[str] = []
        self.feed(text)
        self.close()
        assert self._within == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._within.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((self._within[-1] if self._within else "", data))

    def said(self, tag: str) -> list[str]:
        """The words that stand directly in one kind of element."""
        return [words for within, words in self.words if within == tag]

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each element of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_title_is_the_month_and_the_first_sentence_the_headline() -> None:
    found = Reader(page(month()))
    assert found.said("title")[0] == found.said("h1")[0] == "November 2026"
    lead = "Of 20 people you have met, 85% (9 in 10) only at events."
    assert found.said("p")[:2] == [lead, sentences.claimed(Claimed(143, 1, 150))]
    assert Reader(page(year())).said("h1") == ["December 2025 to November 2026"]


def test_a_month_is_told_in_this_order() -> None:
    assert Reader(page(month())).said("h2") == [
        "The year: met only at events",
        "Moved up",
        "Hours with people",
        "How deep it went",
        "Learnt",
        "Thanks",
        "Promises kept",
        "Promises open",
        "Let go, with thanks",
        "Lunches",
        "Who is met, and who is known",
        "Whom to see next",
    ]


@pytest.mark.parametrize("made", PAGES)
def test_every_picture_says_what_it_shows_and_has_its_numbers_in_a_table(
    made: type,
) -> None:
    found = Reader(page(made()))
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for picture in found.all("svg"):
        assert picture["role"] == "img"
        assert picture["aria-labelledby"] in ids
        assert picture["aria-describedby"] in ids
    assert len(found.all("figure")) == len(found.all("table")) == 5
    assert len(found.all("th")) >= 2 * len(found.all("table"))
    assert all("scope" in header for header in found.all("th"))


@pytest.mark.parametrize("made", PAGES)
def test_nothing_of_a_page_is_elsewhere_and_nothing_of_it_runs(made: type) -> None:
    text = page(made())
    found = Reader(text)
    assert not {"script", "iframe", "object", "img", "form"} & {
        name for name, _ in found.tags
    }
    for _, attributes in found.tags:
        assert not [key for key in attributes if key.startswith("on")]
        assert attributes.get("href", "data:,") == "data:,"
        assert "src" not in attributes
    assert not re.search(r"url\(|@import|https?:", text)


@pytest.mark.parametrize("made", PAGES)
@pytest.mark.parametrize("typed", HOSTILE)
def test_what_people_typed_is_only_words(made: type, typed: str) -> None:
    found = Reader(page(made(typed, typed)))
    harmless = Reader(page(made("Ana Ruiz", "by the sea")))
    assert [name for name, _ in found.tags] == [name for name, _ in harmless.tags]
    assert found.said("bdi").count(plain(typed)) >= 2
    assert not re.search("[\x00\x1b\u202e]", page(made(typed, typed)))


@given(st.text(max_size=40))
def test_a_name_is_read_as_it_was_typed(name: str) -> None:
    found = Reader(page(month(name)))
    names = [plain(words) for words in found.said("bdi")]
    assert (plain(name) in names) == bool(plain(name))
    assert "script" not in [tag for tag, _ in found.tags]


@pytest.mark.parametrize("made", PAGES)
def test_with_initials_nobody_s_name_and_nobody_s_words_are_left(made: type) -> None:
    view = made("Zebedee Quarles", "xylophone lessons")
    told = page(view)
    assert all(word in told for word in ("Zebedee", "Quarles", "xylophone"))
    shown = page(view, initials=True)
    assert not re.search("zebedee|quarles|xylophone|lessons", shown, re.IGNORECASE)
    assert "ZQ" in shown
    assert "Names are initials" in shown
    # What is no text of the user's stays.
    assert Reader(shown).said("h2") == Reader(told).said("h2")
    assert "1 by you." in Reader(shown).said("p")
    assert "A question about: roots." in Reader(shown).said("div")


def test_an_empty_journal_s_page_is_a_calm_sentence() -> None:
    blank = report()._replace(
        met=0,
        event_only=0,
        share=None,
        in_ten=None,
        previous=Headline("2026-10", 0, 0, None, None, 0),
        moved=(),
        conversations=0,
        hours=Hours(0.0, 0.0, {}, {}),
        lunches=Lunches(0, (), None),
        depth={"unknown": 0},
        learnt=(),
        promises=PromisesSeen((), ()),
        let_go=(),
        months=(MonthBar("2026-11", 0, 0, None, None, 0, 0, 0.0),),
        claimed=None,
        thanks=(),
    )
    nobody = Together(DAY, DAY, (), 0, 0)
    found = Reader(page(Page(DAY, blank, nobody, (), False)))
    assert found.said("p") == [
        "Nobody is met yet: the first conversation you write down begins it.",
        "Made by deepnet on Wed 25 Nov 2026.",
    ]
    assert found.said("h2") == []


def test_a_long_list_is_folded_and_whole() -> None:
    names = [f"Person {number}" for number in range(30)]
    moved = report().moved[0]
    view = month()._replace(
        report=report()._replace(
            moved=tuple(
                moved._replace(person=PersonRef(number, name))
                for number, name in enumerate(names)
            )
        )
    )
    found = Reader(page(view))
    assert found.said("bdi")[: len(names)] == names
    assert "and 22 more" in found.said("summary")


@pytest.mark.parametrize(
    ("others", "rings", "said"),
    [
        (1, 1, "1 person met only at events"),
        (500, 500, "500 people met only at events"),
        (501, 251, "501 people met only at events; a ring is 2 of them"),
        (4999, 500, "4,999 people met only at events; a ring is 10 of them"),
    ],
)
def test_the_crowd_is_a_ring_for_each_or_for_some_of_them(
    others: int, rings: int, said: str
) -> None:
    found = Reader(page(month()._replace(together=together(others=others))))
    assert said in found.said("text")
    drawn = [
        str(path["d"]).count("h0")
        for path in found.all("path")
        if str(path["class"]).startswith("crowd")
    ]
    # An outline and what is within it, for a desk and for a phone.
    assert drawn == [rings] * 4


@pytest.mark.parametrize(("others", "size"), [(150, "large"), (151, "small")])
def test_rings_that_do_not_touch_are_as_large_as_there_is_room(
    others: int, size: str
) -> None:
    found = Reader(page(month()._replace(together=together(others=others))))
    for path in found.all("path"):
        if str(path["class"]).startswith("crowd"):
            assert str(path["class"]).endswith(size)
            places = re.findall(r"M(\d+) (\d+)h0", str(path["d"]))
            (x, y), (right, beside) = places[:2]
            assert beside == y
            # The stroke of an outline is 11 or 6 wide, in style.css.
            assert int(right) - int(x) == {"large": 15, "small": 9}[size]


def test_hundreds_of_people_have_marks_and_thousands_are_counted() -> None:
    crowd = tuple(
        TimeWith(
            PersonRef(number, f"Person {number}"),
            Tier.ACQUAINTED,
            1 + number % 50,
            1,
            Depth(number % 5),
            None,
        )
        for number in range(3000)
    )
    text = page(month()._replace(together=together()._replace(people=crowd)))
    assert len(text.encode()) < 400_000
    found = Reader(text)
    assert "500 more are in the picture, and not in the table." in found.said("p")
    assert "And 2,400 more, in less time." in found.said("p")
    assert sum("and 480 more" in words for words in found.said("text")) == 5 * 2


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_are_told_apart_in_the_light_and_in_the_dark(scheme: int) -> None:
    style = Path(deepnet.render.html.__file__).with_name("style.css")
    blocks = re.findall(
        r":root \{(.*?)\}", style.read_text(encoding="utf-8"), re.DOTALL
    )
    colour = dict(re.findall(r"--(\w+): (#\w{6});", blocks[scheme]))
    for words, ground in (
        ("ink", "paper"),
        ("quiet", "paper"),
        ("accent", "paper"),
        ("ink", "wash"),
        ("paper", "accent"),
    ):
        assert contrast(colour[words], colour[ground]) >= 4.5, (words, ground)
    for shape, ground in (
        ("outline", "paper"),
        ("accent", "paper"),
        ("accent", "wash"),
    ):
        assert contrast(colour[shape], colour[ground]) >= 3, (shape, ground)
