"""Circles as installed: their flags, their JSON, what is refused, and many people."""

from __future__ import annotations

import pytest

from conftest import Command


@pytest.fixture
def club(deepnet: Command) -> Command:
    deepnet("add", "Ana Ruiz", "--tag", "bookclub", "--tag", "choir")
    deepnet("add", "Bo Khan", "--tag", "#bookclub")
    return deepnet


def test_the_answer_lists_whom_it_logged(club: Command) -> None:
    run = club("log", "dinner with #bookclub")
    assert run.out.startswith("Wed 25 Nov 2026, dinner with Ana Ruiz and Bo Khan\n")
    run = club("log", "dinner with #bookclub", "--without", "Bo", "--json")
    people = run.json["conversation"]["people"]
    assert people == [{"id": 1, "name": "Ana Ruiz"}]


def test_tags_are_in_the_answers(club: Command) -> None:
    assert club("show", "Ana", "--json").json["person"]["tags"] == ["bookclub", "choir"]
    assert "circles  #bookclub and #choir" in club("show", "Ana").out
    run = club("edit", "Bo", "--tag", "Chess", "--not-tag", "bookclub", "--json")
    assert run.json["person"]["tags"] == ["chess"]
    assert club("people", "--circles", "--json").json == {
        "version": 1,
        "circles": [
            {"tag": "bookclub", "people": 1},
            {"tag": "chess", "people": 1},
            {"tag": "choir", "people": 1},
        ],
    }
    people = club("people", "--tag", "chess", "--json").json["people"]
    assert [one["name"] for one in people] == ["Bo Khan"]


def test_no_circle_yet(deepnet: Command) -> None:
    assert deepnet("people", "--circles", "--json").json["circles"] == []
    assert "--tag" in deepnet("people", "--circles").out
    assert deepnet("people", "--tag", "bookclub").code == 3


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("log", "dinner with #bokclub"), 3, "There is no circle #bokclub."),
        (("log", "dinner", "--with", "#bokclub"), 3, "There is no circle #bokclub."),
        (("show", "#chess"), 3, "There is no circle #chess."),
        (("show", "#ab\x1b[31m"), 3, "There is no circle #ab [31m."),
        (("show", "#bookclub"), 4, "“#bookclub” fits 2 people."),
        (
            ("edit", "Ana", "--tag", "family"),
            2,
            "#family is a facet in a sentence, so no circle can be called that.",
        ),
        (
            ("add", "Zed", "--tag", "#Personal"),
            2,
            "#personal is a depth in a sentence, so no circle can be called that.",
        ),
        (("edit", "Ana", "--tag", "!"), 2, "“!” is no name for a circle."),
        (
            ("edit", "last", "--tag", "chess"),
            2,
            "“last” is an entry, and these flags are not for one.",
        ),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_a_code(
    club: Command, words: tuple[str, ...], code: int, sentence: str
) -> None:
    run = club(*words, "--json")
    assert (run.code, run.out, run.error["message"]) == (code, "", sentence)
    assert len(club("people", "--json").json["people"]) == 2
