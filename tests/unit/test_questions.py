"""The questions: that the texts are whole, and that the right one is chosen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from deepnet import askable
from deepnet.model import Depth, Facet, Side
from deepnet.questions import question_for, step

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = askable.questions()
ASKED_AT = tuple(depth for depth in Depth if depth > Depth.SMALLTALK)
ARE = frozenset(facet for facet in Facet if facet.side is Side.ARE)
TEXTS = [
    text for depths in QUESTIONS.values() for texts in depths.values() for text in texts
]
LONGEST = 90


@pytest.mark.parametrize("facet", sorted(ARE))
@pytest.mark.parametrize("depth", ASKED_AT)
def test_each_side_of_who_they_are_has_three_questions_at_each_depth(
    facet: Facet, depth: Depth
) -> None:
    assert len(QUESTIONS[facet][depth]) >= 3


@pytest.mark.parametrize("facet", sorted(set(Facet) - ARE))
def test_what_they_do_has_questions_too(facet: Facet) -> None:
    assert set(QUESTIONS[facet]) == set(ASKED_AT)


def test_no_question_is_there_twice() -> None:
    assert len(set(TEXTS)) == len(TEXTS)


@pytest.mark.parametrize("text", TEXTS)
def test_a_question_is_one_short_sentence_to_say_aloud(text: str) -> None:
    assert text.endswith("?")
    assert text.count("?") == 1
    assert len(text) <= LONGEST
    assert text == " ".join(text.split())


@pytest.mark.parametrize("word", ["company", "office", "career", "boss", "network"])
def test_no_question_is_shop_talk(word: str) -> None:
    assert not [text for text in TEXTS if word in text.lower()]


@pytest.mark.parametrize(
    ("deepest", "asked_at"),
    [
        (None, Depth.SHOP),
        (Depth.SMALLTALK, Depth.SHOP),
        (Depth.SHOP, Depth.OPINIONS),
        (Depth.OPINIONS, Depth.PERSONAL),
        (Depth.PERSONAL, Depth.HEART),
        (Depth.HEART, Depth.HEART),
    ],
)
def test_a_question_goes_one_step_deeper_and_not_five(
    deepest: Depth | None, asked_at: Depth
) -> None:
    assert step(deepest) is asked_at
    asked = question_for(QUESTIONS, frozenset(), deepest, seed="Ada")
    assert asked.depth is asked_at
    assert asked.text in QUESTIONS[asked.facet][asked.depth]


@pytest.mark.parametrize("blank", sorted(ARE))
def test_the_one_blank_side_of_who_they_are_is_asked_about(blank: Facet) -> None:
    asked = question_for(QUESTIONS, ARE - {blank}, Depth.SHOP, seed="Ada")
    assert asked.facet is blank


def test_what_they_do_comes_after_who_they_are() -> None:
    asked = question_for(QUESTIONS, ARE | {Facet.WORK}, None, seed="Ada")
    assert asked.facet in {Facet.CRAFT, Facet.PLANS}


def test_with_no_blank_left_who_they_are_is_asked_about_again() -> None:
    asked = question_for(QUESTIONS, frozenset(Facet), Depth.OPINIONS, seed="Ada")
    assert asked.facet in ARE
    assert asked.depth is Depth.PERSONAL


def test_no_question_comes_back_while_another_is_left() -> None:
    used: set[str] = set()
    light_enough = sum(len(depths[Depth.SHOP]) for depths in QUESTIONS.values())
    for _ in range(light_enough):
        asked = question_for(
            QUESTIONS, frozenset(), None, seed="Ada", used=frozenset(used)
        )
        assert asked.text not in used
        used.add(asked.text)
    again = question_for(QUESTIONS, frozenset(), None, seed="Ada", used=frozenset(used))
    assert again.text in used


def test_the_seed_alone_decides_among_equals() -> None:
    seeds = [str(number) for number in range(30)]
    first = [question_for(QUESTIONS, frozenset(), None, seed=seed) for seed in seeds]
    again = [question_for(QUESTIONS, frozenset(), None, seed=seed) for seed in seeds]
    assert first == again
    assert len({asked.facet for asked in first}) > 3


def test_questions_of_ones_own_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text(json.dumps({"joys": {"shop": ["What do you sing?"]}}), "utf-8")
    asked = question_for(askable.questions(file), frozenset(), Depth.HEART, seed="Ada")
    assert asked == (Facet.JOYS, Depth.SHOP, "What do you sing?")


def test_questions_all_too_deep_are_an_error_not_a_leap() -> None:
    deep = {Facet.JOYS: {Depth.HEART: ("When did you last sing?",)}}
    with pytest.raises(LookupError, match="as light as shop"):
        question_for(deep, frozenset(), None, seed="Ada")


def test_the_texts_come_with_the_package() -> None:
    assert askable.QUESTIONS.parent.name == "data"
    assert askable.QUESTIONS.is_file()
