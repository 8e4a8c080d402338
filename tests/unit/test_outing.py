"""Whom a time and a place suit, worked out by hand."""

from __future__ import annotations

import pytest

from deepnet.candidates import Candidate
from deepnet.model import PersonRef, Setting, Tier
from deepnet.outing import ANY, Outing, suits, when

ADA = Candidate(PersonRef(1, "Ada"), Tier.ACQUAINTED)
OSLO = Outing("Oslo")


def living(office: bool | None, home: bool | None) -> Candidate:
    return ADA._replace(office_near=office, home_near=home)


@pytest.mark.parametrize("office", [True, False, None])
@pytest.mark.parametrize("home", [True, False, None])
def test_an_ordinary_day_and_a_call_suit_everybody(
    office: bool | None, home: bool | None
) -> None:
    assert suits(living(office, home), ANY)
    assert suits(living(office, home), Outing(setting=Setting.CALL))


@pytest.mark.parametrize("office", [True, False, None])
@pytest.mark.parametrize("home", [True, False, None])
def test_elsewhere_only_people_who_are_known_to_be_there_are_met(
    office: bool | None, home: bool | None
) -> None:
    assert suits(living(office, home), OSLO) is (True in (office, home))


@pytest.mark.parametrize(
    ("office", "home", "lunch", "drinks"),
    [
        (True, False, True, True),
        (False, True, False, True),
        (False, False, False, False),
        (None, True, True, True),
        (None, False, False, False),
        (None, None, True, True),
        (False, None, False, False),
    ],
)
def test_lunch_looks_at_the_office_and_an_evening_at_either(
    office: bool | None, home: bool | None, lunch: bool, drinks: bool
) -> None:
    there = living(office, home)
    assert suits(there, Outing(setting=Setting.LUNCH)) is lunch
    assert suits(there, Outing(setting=Setting.DRINKS)) is drinks


@pytest.mark.parametrize(
    ("outing", "office", "words"),
    [
        (OSLO, True, "Lunch or a coffee"),
        (OSLO, None, "Drinks or a dinner"),
        (Outing("Oslo", Setting.LUNCH), None, "Lunch"),
        (Outing(None, Setting.WALK), None, "A walk"),
        (Outing(None, Setting.DRINKS), True, "Drinks after work"),
    ],
)
def test_what_to_propose_fits_the_time_and_the_place(
    outing: Outing, office: bool | None, words: str
) -> None:
    assert when(living(office, True), outing) == words
