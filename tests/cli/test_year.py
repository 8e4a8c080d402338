"""A year, as installed."""

from __future__ import annotations

import pytest

from conftest import Command


@pytest.fixture
def lived(deepnet: Command) -> None:
    deepnet("log", "3 nov: conference with Ana Ruiz, Bo Lund and 40 others", "--new")
    deepnet(
        "log",
        "yesterday: lunch with Ana @canteen #opinions",
        "--learned",
        "Ana/family: two sisters",
        "--promise",
        "Ana/send the map",
    )


@pytest.mark.usefixtures("lived")
def test_the_json_of_a_year(deepnet: Command) -> None:
    view = deepnet("report", "--year", "--json").json
    month = deepnet("report", "--json").json
    assert list(view) == [
        "version",
        "first",
        *list(month)[1:],
        "together",
    ]
    assert (view["first"], view["month"]) == ("2025-12", "2026-11")
    assert view["previous"]["month"] == "2025-11"
    assert view["months"] == month["months"]
    assert view["together"] == {
        "first": "2025-12-01",
        "last": "2026-11-25",
        "people": [
            {
                "person": {"id": 1, "name": "Ana Ruiz"},
                "tier": "acquainted",
                "hours": 1.0,
                "conversations": 1,
                "depth": "opinions",
                "deepest": "opinions",
            }
        ],
        "event_only": 1,
        "earlier": 0,
    }


@pytest.mark.usefixtures("lived")
def test_a_year_in_a_pipe_and_without_colours_says_the_same(deepnet: Command) -> None:
    piped = deepnet("report", "--year")
    assert piped.code == 0
    assert piped.out.startswith("December 2025 to November 2026\n")
    assert "\x1b" not in piped.out
    assert deepnet("report", "--year", NO_COLOR="1").out == piped.out
    # The first eleven months have nobody; the last one has everybody.
    assert "  met only at events  ···········" in piped.out
    assert "  Ana Ruiz  ████████████████████  1 h, opinions, acquainted\n" in piped.out
    assert "  1 person is met only at events.\n" in piped.out


def test_a_year_of_nothing_is_calm(deepnet: Command) -> None:
    run = deepnet("report", "--year")
    assert (run.code, run.err) == (0, "")
    assert "Nobody is met yet" in run.out
    wrong = deepnet("report", "--year", "--month", "soon")
    assert wrong.code == 2
