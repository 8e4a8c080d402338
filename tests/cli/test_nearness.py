"""Where people work and live, and a day in another place, as installed."""

from __future__ import annotations

import pytest

from conftest import Command


@pytest.fixture(autouse=True)
def town(deepnet: Command) -> None:
    deepnet("config", "area", "Harbour Quay")
    deepnet("config", "near", "Harbour Quay, Old Town; Oslo, Sandvika")
    deepnet("add", "Ana Ruiz", "--office", "Old Town")
    deepnet("add", "Bo Lund", "--home", "Sandvika", "--office", "Lysaker")
    deepnet("add", "Cy Moss", "--office", "oslo")
    deepnet("add", "Di Vega")


def picked(deepnet: Command, *words: str) -> dict[str, str]:
    picks = deepnet("who-next", *words, "--json").json["picks"]
    return {pick["person"]["name"]: pick["slot"] for pick in picks}


def test_an_area_is_office_and_home(deepnet: Command) -> None:
    settings = deepnet("config", "area", "--json").json["settings"]
    assert [(one["key"], one["value"]) for one in settings] == [
        ("office", "Harbour Quay"),
        ("home", "Harbour Quay"),
    ]


def test_a_near_area_makes_a_lunch_and_a_far_one_a_call(deepnet: Command) -> None:
    slots = picked(deepnet)
    # Near (1.15) before unknown (1) before far (0.6), and strangers alone fill three.
    assert list(slots)[:2] == ["Ana Ruiz", "Di Vega"]
    assert slots.pop("Ana Ruiz") == slots.pop("Di Vega") == "Lunch, Tue to Thu"
    assert list(slots.values()) == ["A call at the weekend"]


def test_a_day_elsewhere_finds_who_works_or_lives_near(deepnet: Command) -> None:
    assert picked(deepnet, "--near", "Oslo") == {
        "Bo Lund": "Drinks or a dinner",
        "Cy Moss": "Lunch or a coffee",
    }
    # Bo's office is known to be elsewhere: no lunch.
    assert picked(deepnet, "--near", "Oslo", "--for", "lunch") == {"Cy Moss": "Lunch"}
    answer = deepnet("who-next", "--near", "Oslo", "--for", "lunch", "--json").json
    assert (answer["near"], answer["for"]) == ("Oslo", "lunch")
    assert answer["picks"][0]["why"][1] == "Their office is near Oslo."


def test_a_day_elsewhere_is_not_counted_as_shown(deepnet: Command) -> None:
    for week in ("2026-11-02", "2026-11-09", "2026-11-16"):
        deepnet("who-next", "--near", "Oslo", DEEPNET_TODAY=week)
    # Shown for three weeks, somebody would rest in the fourth.
    assert set(picked(deepnet, "--near", "Oslo")) == {"Bo Lund", "Cy Moss"}


def test_a_place_where_nobody_is_says_so(deepnet: Command) -> None:
    run = deepnet("who-next", "--near", "Kyoto", "--for", "drinks")
    assert run.code == 0
    assert "Nobody to propose near Kyoto for drinks." in run.out


def test_a_list_of_an_area_has_the_near_ones_too(deepnet: Command) -> None:
    people = deepnet("people", "--area", "oslo", "--json").json["people"]
    assert [one["name"] for one in people] == ["Bo Lund", "Cy Moss"]
