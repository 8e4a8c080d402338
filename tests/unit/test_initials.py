from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.render.initials import initials


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
