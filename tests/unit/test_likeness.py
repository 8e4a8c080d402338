from __future__ import annotations

import pytest

from deepnet.likeness import UNLIKE, call_name_of, slips, unlikeness


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("katrina", "katrina", 0),
        ("katirna", "katrina", 1),  # two neighbours swapped
        ("katrna", "katrina", 1),  # one too few
        ("kattrina", "katrina", 1),  # one too many
        ("kotrina", "katrina", 1),  # one wrong
        ("kotrena", "katrina", 2),
        ("anne", "hans", UNLIKE),  # short words allow one slip
        ("bo", "ib", UNLIKE),
        ("ana", "katrina", UNLIKE),
        ("", "", 0),
    ],
)
def test_slips_are_counted_as_a_typist_makes_them(
    one: str, other: str, count: int
) -> None:
    assert slips(one, other) == count
    assert slips(other, one) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dave", "david"),
        ("bob", "robert"),
        ("liz", "beth"),
        ("dave holm", "david holm"),
    ],
)
def test_a_call_name_belongs_to_its_name(one: str, other: str) -> None:
    assert call_name_of(one, other)
    assert call_name_of(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dave", "dave"),
        ("dave holm", "david falk"),
        ("dave", "david holm"),
        ("ana", "robert"),
        ("alexander", "alexandra"),
        ("", "david"),
    ],
)
def test_other_names_are_not_call_names(one: str, other: str) -> None:
    assert not call_name_of(one, other)


def test_a_beginning_comes_before_a_slip_and_a_slip_before_a_call_name() -> None:
    same = unlikeness("lim", "katrina lim")
    beginning = unlikeness("kat", "katrina lim")
    slip = unlikeness("katirna", "katrina lim")
    call_name = unlikeness("bob", "robert falk")
    two_slips = unlikeness("kotrena", "katrina lim")
    assert 0 == same < beginning < slip < call_name < two_slips < UNLIKE


def test_one_letter_or_nothing_is_like_nobody() -> None:
    assert unlikeness("k", "katrina lim") == UNLIKE
    assert unlikeness("ana", "") == UNLIKE
