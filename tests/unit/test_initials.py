from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.model import PersonRef
from deepnet.render.initials import initials, labels


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ana Ruiz", "AR"),
        ("Ana María Ruiz", "AR"),
        ("ana", "A"),
        ("Tamsin O'Dowd", "TO"),
        ("J. R. R. Tolkien", "JT"),
        ("  Élodie\tDupont ", "ÉD"),
        ("山本 遥", "山"),
        ("李小龙", "李"),
        ("Ana (work) 2", "A2"),
        ("A", "…"),
        ("李", "…"),
        ("🧑‍🍳", "…"),
        ("", "…"),
    ],
)
def test_initials(name: str, said: str) -> None:
    assert initials(name) == said


@given(st.text(max_size=30))
def test_initials_are_one_or_two_characters_and_never_a_whole_name(name: str) -> None:
    said = initials(name)
    assert 1 <= len(said) <= 2
    if said != "…":
        assert (
            len(said) < len("".join(filter(str.isalnum, name))) or len(name.split()) > 1
        )


def test_two_with_the_same_initials_are_told_apart() -> None:
    names = (
        "Katrina Voss",
        "Ana (work) 2",
        "Karl Vogt",
        "Ana Abe",
        "Ada",
        "A",
        "李",
        "K V",
    )
    people = [PersonRef(number, name) for number, name in enumerate(names, start=1)]
    assert labels(reversed(people)) == {
        1: "KV",
        2: "A2",
        3: "KV2",
        4: "AA",
        5: "A",
        6: "…",
        7: "…2",
        8: "KV3",
    }
    # "A2" is somebody's own.
    again = labels([*people, PersonRef(9, "Abe")])
    assert (again[2], again[5], again[9]) == ("A2", "A", "A3")


@given(st.lists(st.sampled_from(("Ana", "Abe", "A 2", "A 3", "", "李")) | st.text()))
def test_nobody_is_called_like_somebody_else(names: list[str]) -> None:
    people = [PersonRef(number, name) for number, name in enumerate(names)]
    called = labels(people)
    assert len(set(called.values())) == len(people)
    for one in people:
        own = initials(one.name)
        behind = called[one.id].removeprefix(own)
        first = own not in [initials(name) for name in names[: one.id]]
        assert behind == "" if first else int(behind) >= 2
    # Whoever is on a page twice is called the same, whatever the order.
    assert labels([*reversed(people), *people]) == called
