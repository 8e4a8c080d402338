"""triage by flags: its JSON key by key, what it refuses, and what it leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import Command, Run

ANA, BEN = {"id": 1, "name": "Ana Ruiz"}, {"id": 2, "name": "Ben Okafor"}


def ok(run: Run) -> dict[str, Any]:
    assert (run.code, run.err) == (0, "")
    return run.json


@pytest.fixture
def imported(deepnet: Command, home: Path) -> Command:
    (home / "Connections.csv").write_text(
        "First Name,Last Name,Company,Position,Connected On\n"
        "Ana,Ruiz,Fjord Ltd,Analyst,08 Feb 2026\n"
        "Ben,Okafor,Gantry,Buyer,07 Jun 2026\n"
        "Cy,Moss,Fjord Ltd,Clerk,01 Jan 2020\n"
    )
    assert deepnet("import", "Connections.csv").code == 0
    return deepnet


def test_the_list_is_in_order_with_its_counts(imported: Command) -> None:
    listed = ok(imported("triage", "--list", "--json"))
    assert [one["person"]["name"] for one in listed["names"]] == [
        "Ben Okafor",
        "Ana Ruiz",
        "Cy Moss",
    ]
    assert listed["names"][1] == {
        "person": ANA,
        "company": "Fjord Ltd",
        "position": "Analyst",
        "office": None,
        "home": None,
        "near": False,
        "connected_on": "2026-02-08",
        "conversations": 0,
        "last": None,
        "claim": None,
        "put_off_on": None,
    }
    imported("triage", "Ana", "--as", "later")
    imported("triage", "Cy", "--as", "know-well")
    after = ok(imported("triage", "--list", "--json"))
    assert list(after) == ["version", "names", "to_ask", "claimed", "put_off"]
    assert (after["to_ask"], after["claimed"], after["put_off"]) == (1, 1, 1)
    one = ok(imported("triage", "Ana", "--list", "--json"))["names"][0]
    assert (one["claim"], one["put_off_on"]) == (None, "2026-11-25")
    most = ok(imported("triage", "ana", "cy", "--list", "--most", "1", "--json"))
    assert (len(most["names"]), most["to_ask"]) == (1, 2)


@pytest.mark.parametrize(
    ("answer", "tier"),
    [
        ("name-only", "name"),
        ("events", "event"),
        ("worked-with", "acquainted"),
        ("know-well", "known"),
    ],
)
def test_each_answer_by_flags_is_a_claim_beside_the_tier(
    imported: Command, answer: str, tier: str
) -> None:
    said = ok(imported("triage", "Ana", "ben", "--as", answer, "--json"))
    claim = {"tier": tier, "on": "2026-11-25"}
    assert said == {
        "version": 1,
        "said": [
            {"person": person, "as": answer, "claim": claim, "tier": "name"}
            for person in (ANA, BEN)
        ],
        "to_ask": 1,
    }
    person = ok(imported("show", "Ana", "--json"))["person"]
    assert (person["claim"], person["tier"]) == (claim, "name")
    assert ok(imported("undo", "--json"))["undone"]["command"] == "triage"
    person = ok(imported("show", "Ben", "--json"))["person"]
    assert (person["claim"], person["tier"]) == (None, "name")


def test_letting_go_by_triage_is_letting_go(imported: Command) -> None:
    said = ok(imported("triage", "Ana", "--as", "let-go", "--json"))
    assert (said["said"][0]["claim"], said["to_ask"]) == (None, 2)
    person = ok(imported("show", "Ana", "--json"))["person"]
    assert (person["let_go_on"], person["let_go_because"]) == ("2026-11-25", None)
    assert "Ana" not in imported("people").out
    imported("undo")
    assert ok(imported("triage", "--list", "--json"))["to_ask"] == 3


def test_people_can_be_narrowed_to_the_gap(imported: Command) -> None:
    imported("triage", "Ana", "Ben", "--as", "know-well")
    imported("triage", "Cy", "--as", "events")
    imported("log", "3 nov: conference with Ana and 40 others")

    def names(*words: str) -> list[str]:
        people = ok(imported("people", *words, "--json"))["people"]
        return [one["name"] for one in people]

    assert names("--claim", "known") == ["Ana Ruiz", "Ben Okafor"]
    assert names("--claim", "known", "--tier", "event") == ["Ana Ruiz"]
    assert names("--claim", "event") == ["Cy Moss"]
    assert names("--claim", "name") == []


def test_the_report_says_what_you_would_say_beside_what_is_shown(
    imported: Command,
) -> None:
    assert ok(imported("report", "--json"))["claimed"] is None
    assert "You would say" not in imported("report").out
    imported("triage", "Ana", "Ben", "--as", "know-well")
    imported("triage", "Cy", "--as", "name-only")
    claimed = {"known": 2, "shown": 0, "asked": 3}
    assert ok(imported("report", "--json"))["claimed"] == claimed
    sentence = "You would say that you know 2; your journal shows nobody yet."
    assert sentence in imported("report", "--markdown", "month.md").out
    assert ok(imported("report", "--last", "--json"))["claimed"] is None


def test_show_has_both(imported: Command) -> None:
    imported("triage", "Ana", "--as", "know-well", DEEPNET_TODAY="2026-11-03")
    lines = imported("show", "Ana").out.splitlines()
    assert lines[0] == "Ana Ruiz: name only, 0 of 100"
    assert lines[1] == "  You would have said: know well (Tue 3 Nov 2026)"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("triage",), 2, "deepnet triage Ana --as know-well"),
        (("triage", "Ana"), 2, "deepnet triage Ana --as know-well"),
        (("triage", "--again"), 2, "deepnet triage Ana --as know-well"),
        (("triage", "--json"), 2, "deepnet triage Ana --as know-well"),
        (("triage", "--as", "later"), 2, "no name"),
        (("triage", "Ana", "--as", "friend"), 2, "know-well"),
        (("triage", "Ana", "--as", "later", "--list"), 2, "--list"),
        (("triage", "--list", "--most", "0"), 2, "--most"),
        (("triage", "Zed", "--as", "later"), 3, "Zed"),
        (("triage", "Zed", "--list"), 3, "Zed"),
        (("triage", "", "--as", "later"), 2, "no name"),
        (("people", "--claim", "opening"), 2, "--claim"),
    ],
)
def test_what_goes_wrong_is_said_and_changes_nothing(
    imported: Command, words: tuple[str, ...], code: int, said: str
) -> None:
    run = imported(*words)
    assert (run.code, run.out) == (code, "")
    assert said in run.err
    assert len(ok(imported("history", "--json"))["changes"]) == 1


def test_a_name_of_two_is_not_guessed(imported: Command) -> None:
    imported("add", "Ana Moreau")
    run = imported("triage", "Ana", "Ben", "--as", "events", "--json")
    assert run.code == 4
    assert len(run.error["candidates"]) == 2
    assert ok(imported("show", "Ben", "--json"))["person"]["claim"] is None


def test_an_empty_journal_is_not_made_by_looking(deepnet: Command, home: Path) -> None:
    run = deepnet("triage", "--list")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Nobody to ask about.")
    assert not (home / "journal.db").exists()
