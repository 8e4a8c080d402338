"""Whose name a text has: what means one person becomes "somebody", and nothing else."""

from __future__ import annotations

import pytest

from deepnet.erasing import Eraser
from deepnet.model import Named

ANA = Named(1, "Zoë Quist Ruiz", aliases=("Bo", "Nana Berg"))
OTHERS = [
    Named(2, "Ben Okafor"),
    Named(3, "Zoe Lund"),
    Named(4, "Lea Ruiz"),
    Named(5, "Ana Quist Ruiz Vega"),
]
ADDRESSES = ("zoe.q@x.org", "+1 202 555 0171", "https://linkedin.com/in/zq-1")


def eraser(*others: Named, who: Named = ANA) -> Eraser:
    return Eraser(who, ADDRESSES, others)


@pytest.mark.parametrize(
    ("text", "erased"),
    [
        ("married to Zoë Quist Ruiz", "married to somebody"),
        ("married to zoe quist ruiz", "married to somebody"),
        ("ZOE QUIST RUIZ's boat", "somebody's boat"),
        ("Nana Berg's brother", "somebody's brother"),
        ("Ruiz, Zoë Quist", "somebody"),
        ("see zoe.quist.ruiz on the web", "see somebody on the web"),
        ("write to ZOE.Q@x.org, or +1 202 555 0171", "write to somebody, or somebody"),
        ("https://linkedin.com/in/zq-1 is old", "somebody is old"),
        # A first name or an alias of one word means them if nobody else has it.
        ("met through Zoë", "met through somebody"),
        ("Bo sings", "somebody sings"),
        ("a bo tree", "a bo tree"),
        # A family name alone may be anybody's, and a longer name is somebody else.
        ("the Ruiz house", "the Ruiz house"),
        ("Zoë Falk", "Zoë Falk"),
        ("Bo Derek", "Bo Derek"),
        ("nothing of theirs", "nothing of theirs"),
        ("", ""),
    ],
)
def test_what_means_them_alone_goes_from_any_text(text: str, erased: str) -> None:
    assert eraser().erase(text) == erased


@pytest.mark.parametrize(
    ("text", "erased"),
    [
        ("met through Zoë", "met through Zoë"),
        ("lunch with Zoe Lund", "lunch with Zoe Lund"),
        ("lunch with Ana Quist Ruiz Vega", "lunch with Ana Quist Ruiz Vega"),
        ("Zoë Quist Ruiz and Zoe Lund", "somebody and Zoe Lund"),
    ],
)
def test_what_may_mean_somebody_else_stays(text: str, erased: str) -> None:
    assert eraser(*OTHERS).erase(text) == erased


@pytest.mark.parametrize(
    ("text", "erased"),
    [
        (
            "lunch with Zoë and Ben, Zoë sang",
            "lunch with somebody and Ben, somebody sang",
        ),
        (
            "lunch with zoë, ruiz told a joke",
            "lunch with somebody, somebody told a joke",
        ),
        ("@Zoë and @1 and @12", "somebody and somebody and @12"),
        ('lunch with @"Zoë Quist Ruiz"', "lunch with somebody"),
        ("lunch with @Zoë_Quist_Ruiz", "lunch with somebody"),
        ("Berg called", "somebody called"),
        ("mail to quist@home.example", "mail to somebody"),
    ],
)
def test_where_they_were_there_each_part_of_their_name_means_them(
    text: str, erased: str
) -> None:
    assert eraser(*OTHERS).erase(text, frozenset((1, 2))) == erased


def test_two_of_one_first_name_who_were_both_there_keep_it() -> None:
    text = "walk with Zoë Quist Ruiz and Zoe Lund, Zoe sang"
    assert eraser(*OTHERS).erase(text, frozenset((1, 3))) == (
        "walk with somebody and Zoe Lund, Zoe sang"
    )


def test_an_ordinary_word_is_no_name_where_it_is_small() -> None:
    will = eraser(who=Named(1, "Will Young"))
    text = "lunch with will, I will be young again; Will agreed"
    assert will.erase(text, frozenset((1,))) == (
        "lunch with somebody, I will be young again; somebody agreed"
    )
    assert will.erase("I will go. Will he?") == "I will go. Will he?"


def test_a_company_is_no_sentence() -> None:
    assert eraser().erase("Zoë Ltd", prose=False) == "Zoë Ltd"
    assert eraser().erase("c/o Zoë Quist Ruiz", prose=False) == "c/o somebody"


def test_names_without_spaces_between_words_are_found() -> None:
    who = eraser(who=Named(1, "王芳"))
    assert who.erase("今天和王芳吃饭") == "今天和somebody吃饭"
    korean = eraser(who=Named(1, "김민수"))
    assert korean.erase("김민수와 점심") == "somebody와 점심"


def test_whose_words_are_left_in_a_text() -> None:
    assert eraser().left("the Quist house")
    assert not eraser(*OTHERS).left("the Ruiz house")
    assert not eraser().left("a house")
