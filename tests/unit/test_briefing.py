"""Before a meeting: which facts are gone back to, and how many, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from deepnet import askable
from deepnet.askable import Askable
from deepnet.briefing import Asking, Told, going_back, three
from deepnet.model import Depth, Facet, Side
from deepnet.questions import question_for

TEXTS = Askable(askable.questions(), askable.follow_ups())
ARE = [facet for facet in Facet if facet.side is Side.ARE]


def told(facet: Facet, day: str, text: str = "something") -> Told:
    return Told(facet, f"{text} of {facet}", date.fromisoformat(day))


def abouts(asked: tuple[Asking, ...]) -> list[Told]:
    return [asking.about for asking in asked if asking.about]


def test_somebody_new_gets_three_light_questions_about_who_they_are() -> None:
    asked = three(TEXTS, [], None, seed="Ana")
    assert [one.question.depth for one in asked] == [Depth.SHOP] * 3
    assert {one.question.facet.side for one in asked} == {Side.ARE}
    assert abouts(asked) == []


def test_the_first_is_what_the_morning_list_asks() -> None:
    facts = [told(Facet.FAMILY, "2026-11-03")]
    first, *_ = three(TEXTS, facts, Depth.OPINIONS, seed="Ana")
    assert first == Asking(
        question_for(
            TEXTS.questions, frozenset({Facet.FAMILY}), Depth.OPINIONS, seed="Ana"
        )
    )


def test_only_the_first_goes_deeper_than_you_have_been() -> None:
    facts = [told(Facet.FAMILY, "2026-11-03")]
    depths = [
        [one.question.depth for one in three(TEXTS, facts, deepest, seed="Ana")]
        for deepest in (Depth.SHOP, Depth.OPINIONS, Depth.PERSONAL, Depth.HEART)
    ]
    assert depths == [
        [Depth.OPINIONS, Depth.SHOP, Depth.SHOP],
        [Depth.PERSONAL, Depth.OPINIONS, Depth.OPINIONS],
        [Depth.HEART, Depth.PERSONAL, Depth.PERSONAL],
        [Depth.HEART, Depth.PERSONAL, Depth.PERSONAL],
    ]


def test_two_go_back_to_the_latest_fact_and_to_the_oldest() -> None:
    facts = [told(facet, f"2026-0{n}-01") for n, facet in enumerate(ARE[:8], 1)]
    first, *rest = three(TEXTS, facts, Depth.SHOP, seed="Ana")
    assert first.question.facet is ARE[8]
    assert abouts(tuple(rest)) == [facts[7], facts[0]]


def test_with_one_side_known_one_goes_back() -> None:
    joy = told(Facet.JOYS, "2024-05-01")
    asked = three(TEXTS, [joy], Depth.SHOP, seed="Ana")
    assert [one.about for one in asked] == [None, None, joy]


def test_texts_for_any_side_are_kept_for_the_first_that_goes_back() -> None:
    joy, hope = told(Facet.JOYS, "2026-11-03"), told(Facet.HOPES, "2024-05-01")
    texts = Askable(TEXTS.questions, {None: {Depth.SHOP: ("And now?", "And then?")}})
    asked = three(texts, [joy, hope], None, seed="Ana")
    assert [one.about for one in asked] == [None, None, joy]


def test_of_one_side_the_latest_fact_counts() -> None:
    ill = told(Facet.FAMILY, "2026-09-01", "her father is ill")
    better = told(Facet.FAMILY, "2026-11-03", "her father is home again")
    assert abouts(three(TEXTS, [better, ill], Depth.SHOP, seed="Ana")) == [better]


def test_what_they_do_is_gone_back_to_only_without_anything_else() -> None:
    work, joy = told(Facet.WORK, "2026-11-03"), told(Facet.JOYS, "2020-01-01")
    assert list(going_back([work, joy], "Ana")) == [joy]
    assert list(going_back([work], "Ana")) == [work]
    assert abouts(three(TEXTS, [work], None, seed="Ana")) == [work]


def test_texts_for_just_that_side_come_before_those_for_any() -> None:
    fact = told(Facet.JOYS, "2026-11-03")
    texts = Askable(
        TEXTS.questions,
        {
            Facet.JOYS: {Depth.SHOP: ("Sung lately?",)},
            None: {Depth.SHOP: ("And now?",)},
        },
    )

    def back(used: frozenset[str]) -> list[str]:
        asked = three(texts, [fact], None, seed="Ana", used=used)
        return [one.question.text for one in asked if one.about]

    assert back(frozenset()) == ["Sung lately?"]
    assert back(frozenset({"Sung lately?"})) == ["And now?"]
    assert back(frozenset({"Sung lately?", "And now?"})) == []


def test_a_text_that_stands_twice_is_asked_once() -> None:
    same = {Depth.SHOP: ("And now?",)}
    texts = Askable({Facet.JOYS: same, Facet.HOPES: same}, {None: same})
    asked = three(texts, [told(Facet.JOYS, "2026-11-03")], None, seed="Ana")
    assert [one.question.text for one in asked] == ["And now?"]


def test_questions_all_too_deep_are_an_error_not_a_leap() -> None:
    texts = Askable({Facet.JOYS: {Depth.HEART: ("Why?",)}}, TEXTS.follow_ups)
    with pytest.raises(LookupError, match="as light as shop"):
        three(texts, [], None, seed="Ana")
