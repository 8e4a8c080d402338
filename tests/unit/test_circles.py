"""How a circle is spelt, and what a sentence says with one; see sentences.md."""

from __future__ import annotations

from datetime import date

import pytest

from deepnet import capture, circles
from deepnet.capture import Draft
from deepnet.errors.circles import NamelessCircle, TagTaken
from deepnet.model import Depth, Facet, Named, Setting

TODAY = date(2026, 11, 25)
ANA, BO, CLEO, ZED = (
    Named(number, name)
    for number, name in enumerate(("Ana Ruiz", "Bo Khan", "Cleo Hall", "Zed Oak"), 1)
)
CIRCLES = {
    "bookclub": (ANA, BO),
    "work-friends": (CLEO,),
    "5-a-side": (ZED,),
    "読書会": (BO,),
    "किताब": (CLEO,),
}


def read(sentence: str) -> Draft:
    return capture.read(sentence, [ANA, BO, CLEO, ZED], TODAY, CIRCLES)


def who(draft: Draft) -> list[str]:
    return [person.name.split()[0] for person in draft.people]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("bookclub", "bookclub"),
        (" #BookClub ", "bookclub"),
        ("＃bookclub", "bookclub"),
        ("Café", "cafe"),
        ("book club", "book-club"),
        ("book_club", "book-club"),
        ("5-a-side", "5-a-side"),
        ("読書会", "読書会"),
        ("किताब", "किताब"),
        ("familyfriends", "familyfriends"),
    ],
)
def test_one_spelling_is_kept_of_all_that_are_typed(typed: str, kept: str) -> None:
    assert circles.tidied(typed) == kept


@pytest.mark.parametrize("typed", ["", "#", " ", "!!", "—", "📚", "\u0301"])
def test_a_circle_has_a_letter_or_a_digit(typed: str) -> None:
    with pytest.raises(NamelessCircle):
        circles.tidied(typed)


@pytest.mark.parametrize("word", [*Facet, *(depth.word for depth in Depth), "#Family"])
def test_no_circle_takes_the_word_of_a_facet_or_a_depth(word: str) -> None:
    with pytest.raises(TagTaken):
        circles.tidied(word)


@pytest.mark.parametrize(
    ("sentence", "present"),
    [
        ("dinner with #bookclub", ["Ana", "Bo"]),
        ("dinner with #BookClub.", ["Ana", "Bo"]),
        ("dinner with ＃bookclub", ["Ana", "Bo"]),
        ("dinner with #bookclub and Zed", ["Ana", "Bo", "Zed"]),
        ("dinner with Zed, #bookclub", ["Zed", "Ana", "Bo"]),
        ("dinner with Zed & #bookclub, #work-friends", ["Zed", "Ana", "Bo", "Cleo"]),
        ("dinner with Ana and #bookclub", ["Ana", "Bo"]),
        ("dinner w/ #bookclub", ["Ana", "Bo"]),
        ("#bookclub dinner at Zed's", ["Ana", "Bo", "Zed"]),
        ("dinner, the whole #bookclub came", ["Ana", "Bo"]),
        ("walk with #work-friends", ["Cleo"]),
        ("walk with #work_friends", ["Cleo"]),
        ("walk with #work-friends' children", ["Cleo"]),
        ("walk with #work-friends-", ["Cleo"]),
        ("football with #5-a-side", ["Zed"]),
        ("dinner with #読書会", ["Bo"]),
        ("dinner with #किताब and Zed", ["Cleo", "Zed"]),
        ("lunch with Zed #bookclubs", ["Zed"]),
        ("lunch with Zed, https://example.org/#bookclub", ["Zed"]),
        ("lunch with Zed in C#bookclub", ["Zed"]),
    ],
)
def test_all_of_a_circle_are_there(sentence: str, present: list[str]) -> None:
    draft = read(sentence)
    assert who(draft) == present
    assert (draft.unknown, draft.doubtful, draft.text) == ((), (), sentence)


@pytest.mark.parametrize(
    ("sentence", "unknown"),
    [
        ("dinner with #bokclub", ("#bokclub",)),
        ("dinner with Ana and #bokclub", ("#bokclub",)),
        ("dinner with Ana, #bokclub and Bo", ("#bokclub",)),
        ("dinner with Ana, #bokclub", ("#bokclub",)),
        ("dinner with #work-mates", ("#work-mates",)),
        ("dinner with #Bok and #bok", ("#Bok",)),
        ("dinner with Ana, #funny story", ()),
        ("dinner with Ana #bokclub", ()),
        ("dinner with Ana. #bokclub", ()),
        ("dinner with Ana about #bokclub", ()),
        ("dinner with #family Ana is ill", ()),
    ],
)
def test_a_circle_that_there_is_not_is_insisted_on_only_in_a_list(
    sentence: str, unknown: tuple[str, ...]
) -> None:
    assert read(sentence).unknown == unknown


def test_a_backslash_says_that_it_is_a_word() -> None:
    draft = read(r"dinner with Zed and \#bookclub")
    assert (who(draft), draft.unknown) == (["Zed"], ())
    assert draft.text == "dinner with Zed and #bookclub"


def test_a_list_ends_behind_a_circle_and_a_fact_begins() -> None:
    draft = read("lunch with #work-friends, her father is ill #family #heart")
    assert [(fact.facet, fact.text, fact.person) for fact in draft.facts] == [
        (Facet.FAMILY, "her father is ill", CLEO.id)
    ]
    assert (draft.depth, draft.setting) == (Depth.HEART, Setting.LUNCH)


def test_a_fact_is_about_the_one_it_names_of_a_circle() -> None:
    draft = read("lunch with #bookclub. #family Bo has two sisters")
    assert [fact.person for fact in draft.facts] == [BO.id]
    assert [fact.person for fact in read("#bookclub lunch #joys kites").facts] == [None]


def test_a_facet_ends_at_a_hyphen_unless_the_whole_is_a_circle() -> None:
    (fact,) = read("lunch with Ana #family-her father is ill").facts
    assert (fact.facet, fact.text) == (Facet.FAMILY, "her father is ill")
    assert read("lunch with Zed #work-friends").facts == ()


def test_a_namesake_in_the_circle_is_the_one_who_is_meant() -> None:
    other = Named(9, "Ana Lim")
    draft = capture.read(
        "dinner with #bookclub, Ana was ill", [ANA, BO, other], TODAY, CIRCLES
    )
    assert (who(draft), draft.doubtful) == (["Ana", "Bo"], ())
