"""The texts of questions: that there are enough of them, and what a file must be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from deepnet import askable
from deepnet.errors.files import UnreadableQuestions
from deepnet.model import Depth, Facet, Side

if TYPE_CHECKING:
    from deepnet.askable import Questions

QUESTIONS, FOLLOW_UPS = askable.questions(), askable.follow_ups()
ARE = [facet for facet in Facet if facet.side is Side.ARE]
TEXTS = [
    text
    for packaged in (QUESTIONS, FOLLOW_UPS)
    for depths in packaged.values()
    for texts in depths.values()
    for text in texts
]
BACK = [text for d in FOLLOW_UPS.values() for texts in d.values() for text in texts]
ASKED_AT = set(Depth) - {Depth.SMALLTALK}
# A text shown in one week is free again in the fourteenth after it.
WEEKS_WITHOUT_IT = 14


def test_no_text_is_there_twice() -> None:
    assert len(set(TEXTS)) == len(TEXTS)


@pytest.mark.parametrize("text", BACK)
def test_a_follow_up_is_one_short_question_to_say_aloud(text: str) -> None:
    assert text.endswith("?")
    assert text.count("?") == 1
    assert len(text) <= 90
    assert text == " ".join(text.split())


@pytest.mark.parametrize("word", ["company", "office", "career", "boss", "network"])
def test_no_follow_up_is_shop_talk(word: str) -> None:
    assert not [text for text in BACK if word in text.lower()]


def test_every_side_has_follow_ups_at_each_depth_and_some_fit_any() -> None:
    assert set(FOLLOW_UPS) == {*Facet, None}
    assert all(set(depths) == ASKED_AT for depths in FOLLOW_UPS.values())


def test_three_new_questions_a_week_last_a_season_at_the_lightest_depth() -> None:
    light = [text for facet in ARE for text in QUESTIONS[facet][Depth.SHOP]]
    assert len(light) >= 3 * WEEKS_WITHOUT_IT


@pytest.mark.parametrize("facet", ARE)
def test_a_fact_can_be_gone_back_to_each_week_of_a_season(facet: Facet) -> None:
    light = (*FOLLOW_UPS[facet][Depth.SHOP], *FOLLOW_UPS[None][Depth.SHOP])
    assert len(light) >= WEEKS_WITHOUT_IT


def write(folder: Path, said: Any) -> Path:
    file = folder / "questions.json"
    if isinstance(said, bytes):
        file.write_bytes(said)
    else:
        file.write_text(json.dumps(said), "utf-8")
    return file


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    file = write(tmp_path, b'\xef\xbb\xbf{"joys": {"shop": ["What do you sing?"]}}')
    assert askable.questions(file) == {Facet.JOYS: {Depth.SHOP: ("What do you sing?",)}}


def test_what_could_steer_a_terminal_is_gone(tmp_path: Path) -> None:
    file = write(tmp_path, {"joys": {"shop": ["\x1b[31mWhat\ndo you\ud800 sing?"]}})
    assert askable.questions(file)[Facet.JOYS][Depth.SHOP] == ("[31mWhat do you sing?",)


def test_texts_are_added_each_once() -> None:
    some: Questions = {Facet.JOYS: {Depth.SHOP: ("a", "b")}}
    more: Questions = {
        Facet.JOYS: {Depth.SHOP: ("b", "c", "c"), Depth.HEART: ("d",)},
        Facet.HOPES: {Depth.SHOP: ("e",)},
    }
    assert askable.joined(some, more) == {
        Facet.JOYS: {Depth.SHOP: ("a", "b", "c"), Depth.HEART: ("d",)},
        Facet.HOPES: {Depth.SHOP: ("e",)},
    }
    assert some == {Facet.JOYS: {Depth.SHOP: ("a", "b")}}


def test_any_is_a_side_of_follow_ups_alone(tmp_path: Path) -> None:
    file = write(tmp_path, {"any": {"shop": ["And now?"]}})
    assert askable.follow_ups(file) == {None: {Depth.SHOP: ("And now?",)}}
    with pytest.raises(UnreadableQuestions, match="“any” is no facet"):
        askable.questions(file)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (b"", "line 1 is no JSON"),
        (b'{"joys":\n  {"shop": ["What?"}}', "line 2 is no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"1" * 5000, "no JSON"),
        (b'{"joys": {"shop": ["caf\xe9?"]}}', "not in UTF-8"),
        ([], "no object of facets"),
        ({"joy": {"shop": ["What?"]}}, "“joy” is no facet"),
        ({"\x1b[2Jjoy": {}}, "“\\[2Jjoy” is no facet"),
        ({"joys": ["What?"]}, "under joys there is no object of depths"),
        ({"joys": {"light": ["What?"]}}, "“light” is no depth"),
        ({"joys": {"shop": "What?"}}, "under joys, shop there is no list"),
        ({"joys": {"shop": ["What?", 3]}}, "under joys, shop not everything is a text"),
        ({"joys": {"shop": [" \x07 "]}}, "under joys, shop not everything is a text"),
    ],
)
def test_a_file_that_is_something_else_is_named_with_what_is_wrong(
    tmp_path: Path, said: Any, what: str
) -> None:
    file = write(tmp_path, said)
    with pytest.raises(UnreadableQuestions, match=what) as raised:
        askable.questions(file)
    assert str(file) in raised.value.message


def test_a_folder_in_its_place_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableQuestions, match=r"can't be read: "):
        askable.questions(tmp_path)
