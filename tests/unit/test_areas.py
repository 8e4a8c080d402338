"""Areas are words, and near where the user says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.areas import Areas

GROUPS = "Harbour Quay, Old Town; Oslo, Sandvika , Bærum;; ,"


@pytest.mark.parametrize(
    ("mine", "theirs", "near"),
    [
        ("Harbour Quay", "harbour  quay", True),
        ("Harbour Quay", "Old Town", True),
        ("Oslo", "bærum", True),
        ("OSLO", "Baerum", True),
        ("Harbour Quay", "Oslo", False),
        ("Harbour Quay", "Harbour", False),
        ("Harbour Quay", None, None),
        (None, "Oslo", None),
        ("", "Oslo", None),
    ],
)
def test_two_areas_are_near_if_they_are_one_or_share_a_group(
    mine: str | None, theirs: str | None, near: bool | None
) -> None:
    assert Areas.read(GROUPS).near(mine, theirs) is near


def test_an_area_in_two_groups_is_near_to_both_and_they_not_to_each_other() -> None:
    areas = Areas.read("A, B; B, C")
    assert (areas.near("B", "A"), areas.near("B", "C"), areas.near("A", "C")) == (
        True,
        True,
        False,
    )


def test_without_groups_only_the_same_area_is_near() -> None:
    areas = Areas.read(None)
    assert (areas.near("A", "a"), areas.near("A", "B")) == (True, False)


@given(st.text(), st.text(min_size=1), st.text(min_size=1))
def test_nearness_is_mutual_and_an_area_is_near_itself(
    said: str, one: str, other: str
) -> None:
    areas = Areas.read(said)
    assert areas.near(one, other) is areas.near(other, one)
    assert areas.near(one, one)
