"""The JSON of each command, key by key, and its exit codes, as installed."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Command, Run

CONVERSATION = {
    "id": int,
    "day": str,
    "precision": str,
    "clock": type(None),
    "setting": str,
    "depth": str,
    "minutes": int,
    "place": str,
    "text": str,
    "others": int,
    "they_asked": bool,
    "people": list,
    "facts": list,
    "promises": list,
}


def types(value: dict[str, Any]) -> dict[str, type]:
    return {key: type(item) for key, item in value.items()}


def ok(run: Run) -> dict[str, Any]:
    assert (run.code, run.err) == (0, "")
    answer = run.json
    assert next(iter(answer.items())) == ("version", 1)
    return answer


@pytest.fixture
def logged(deepnet: Command) -> dict[str, Any]:
    deepnet("log", "3 nov: conference with Ana Ruiz and 40 others", "--new")
    return ok(
        deepnet(
            "log",
            "yesterday: lunch with Ana and Ben @canteen #personal",
            "--learned",
            "Ana/family: two sisters",
            "--promise",
            "Ben/send the map by friday",
            "--minutes",
            "60",
            "--others",
            "0",
            "--new",
            "--json",
        )
    )


def test_log(logged: dict[str, Any]) -> None:
    entry = logged["conversation"]
    assert types(entry) == CONVERSATION
    assert (entry["day"], entry["precision"]) == ("2026-11-24", "day")
    assert (entry["setting"], entry["depth"], entry["place"]) == (
        "lunch",
        "personal",
        "canteen",
    )
    ana, ben = entry["people"]
    assert (ana, ben) == ({"id": 1, "name": "Ana Ruiz"}, {"id": 2, "name": "Ben"})
    assert entry["facts"] == [
        {"person": ana, "facet": "family", "text": "two sisters", "day": "2026-11-24"}
    ]
    assert entry["promises"] == [
        {
            "id": 1,
            "person": ben,
            "text": "send the map",
            "mine": True,
            "due": "2026-11-27",
            "kept_on": None,
        }
    ]
    assert logged["created"] == ["Ben"]
    assert logged["moved"] == [
        {"person": ana, "from": "event", "to": "acquainted"},
        {"person": ben, "from": "name", "to": "acquainted"},
    ]


def test_what_was_not_said_is_null(deepnet: Command) -> None:
    entry = ok(deepnet("log", "saw Ana", "--with", "Ana", "--new", "--json"))
    unsaid = ("clock", "setting", "depth", "minutes", "place", "others")
    assert {key: entry["conversation"][key] for key in unsaid} == dict.fromkeys(unsaid)


def test_people_and_show(deepnet: Command, logged: dict[str, Any]) -> None:
    del logged
    ana, ben = ok(deepnet("people", "--json"))["people"]
    assert types(ana) == {
        "id": int,
        "name": str,
        "aliases": list,
        "company": type(None),
        "position": type(None),
        "tags": list,
        "emails": list,
        "tier": str,
        "score": float,
        "conversations": int,
        "last": str,
    }
    assert (ana["tier"], ana["conversations"], ana["last"]) == (
        "acquainted",
        2,
        "2026-11-24",
    )
    assert ben["name"] == "Ben"
    person = ok(deepnet("show", "ana", "--json"))["person"]
    assert ana.items() <= {**person, "conversations": 2}.items()
    assert [fact["facet"] for fact in person["facts"]] == ["family"]
    assert "family" not in person["blanks"]
    assert "joys" in person["blanks"]
    assert [one["day"] for one in person["conversations"]] == [
        "2026-11-24",
        "2026-11-03",
    ]


def test_why_adds_up(deepnet: Command, logged: dict[str, Any]) -> None:
    del logged
    why = ok(deepnet("why", "Ana", "--json"))
    assert why["person"] == {"id": 1, "name": "Ana Ruiz"}
    assert [types(part) for part in why["parts"]] == [
        {"name": str, "points": float, "of": float, "because": str}
    ] * 5
    assert sum(part["of"] for part in why["parts"]) == 100
    assert why["score"] == pytest.approx(sum(part["points"] for part in why["parts"]))


def test_who_next(deepnet: Command) -> None:
    for name in ("Ana", "Ben", "Cy", "Di", "Ed", "Flo"):
        deepnet("log", f"3 nov: conference with {name} and 40 others", "--new")
    deepnet("log", "3 nov: lunch with Di", "--depth", "opinions")
    answer = ok(deepnet("who-next", "--json"))
    assert answer["day"] == "2026-11-25"
    assert 3 <= len(answer["picks"]) <= 5
    for pick in answer["picks"]:
        assert types(pick) == {
            "person": dict,
            "tier": str,
            "kind": str,
            "why": list,
            "slot": str,
            "question": dict,
            "last": dict,
        }
        assert pick["kind"] in ("stranger", "deepen", "revive", "promise")
        assert types(pick["question"]) == {"facet": str, "text": str}
        assert types(pick["last"]) == {"day": str, "setting": str, "text": str}
    assert "stranger" in [pick["kind"] for pick in answer["picks"]]
    assert ok(deepnet("who-next", "--json")) == answer


def test_report(deepnet: Command, logged: dict[str, Any]) -> None:
    del logged
    deepnet("done", "Ben")
    report = ok(deepnet("report", "--json"))
    assert (report["month"], report["met"], report["event_only"]) == ("2026-11", 2, 0)
    assert (report["share"], report["in_ten"], report["known"]) == (0.0, 0, 0)
    assert report["previous"] == {
        "month": "2026-10",
        "met": 0,
        "event_only": 0,
        "share": None,
        "in_ten": None,
        "known": 0,
    }
    assert [moved["person"]["name"] for moved in report["moved"]] == ["Ana Ruiz", "Ben"]
    assert report["hours"]["setting"]["lunch"] == 1.0
    assert report["depth"]["personal"] == 1
    assert [fact["text"] for fact in report["learnt"]] == ["two sisters"]
    assert [one["text"] for one in report["promises"]["kept"]] == ["send the map"]
    assert report["promises"]["open"] == []
    assert [month["month"] for month in report["months"]][-2:] == ["2026-10", "2026-11"]
    assert len(report["months"]) == 12
    last = ok(deepnet("report", "--last", "--json"))
    assert (last["month"], last["met"]) == ("2026-10", 0)
    assert ok(deepnet("report", "--month", "2026-10", "--json")) == last


def test_report_as_markdown(
    deepnet: Command, logged: dict[str, Any], home: Any
) -> None:
    del logged
    run = deepnet("report", "--markdown", "month.md")
    assert (run.code, run.err) == (0, "Written to month.md.\n")
    assert (home / "month.md").read_text(encoding="utf-8").startswith("# ")


def test_import_undo_and_history(deepnet: Command, home: Any) -> None:
    (home / "Connections.csv").write_text(
        "First Name,Last Name,Connected On\nAna,Ruiz,08 Feb 2026\n,,07 Jun 2026\n"
    )
    rehearsed = ok(deepnet("import", "Connections.csv", "--dry-run", "--json"))
    assert not (home / "journal.db").exists()
    real = ok(deepnet("import", "Connections.csv", "--json"))
    assert real == {**rehearsed, "rehearsed": False}
    assert real == {
        "version": 1,
        "source": "linkedin",
        "read": 2,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "conversations": {"new": 0, "changed": 0, "unchanged": 0},
        "proposed": [],
        "skipped": {"hidden_profile": 1},
        "warnings": [],
        "suggestions": [],
        "rehearsed": False,
    }
    again = ok(deepnet("import", "Connections.csv", "--json"))
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 1)
    person = ok(deepnet("show", "Ana", "--json"))["person"]
    assert (person["connected_on"], person["tier"], person["conversations"]) == (
        "2026-02-08",
        "name",
        [],
    )
    undone = ok(deepnet("undo", "--json"))
    assert types(undone) == {"version": int, "change": int, "undone": dict}
    assert ok(deepnet("people", "--json"))["people"] == []
    changes = ok(deepnet("history", "--json"))["changes"]
    assert [one["command"] for one in changes] == ["undo", "import"]


@pytest.mark.parametrize(
    ("words", "code", "slug"),
    [
        (("show", "Zed"), 3, "not-found"),
        (("show", ""), 2, "usage"),
        (("show", "Kim"), 4, "ambiguous"),
        (("log", "lunch with Zed"), 3, "not-found"),
        (("log", "lunch with Kim"), 4, "ambiguous"),
        (("log", "tomorrow: lunch with Ana"), 2, "day"),
        (("log", "lunch with Ana", "--on", "2099-01-01"), 2, "day"),
        (("log", "lunch with Ana", "--on", "30 feb"), 2, "day"),
        (("log", "lunch with Ana", "--on", "10"), 2, "day"),
        (("log", "lunch with Ana", "--on", ""), 2, "day"),
        (("log",), 2, "usage"),
        (("log", "lunch with Ana", "--depth", "abyss"), 2, "usage"),
        (("log", "lunch with Ana", "--minutes", "-1"), 2, "usage"),
        (("report", "--month", "2099-01"), 2, "day"),
        (("report", "--month", "x"), 2, "day"),
        (("people", "--since", "10"), 2, "day"),
        (("edit", "last", "--company", "Acme"), 2, "usage"),
        (("edit", "99", "--as", "lunch"), 3, "not-found"),
        (("edit", "Ana"), 2, "usage"),
        (("add", "Ana"), 5, "conflict"),
        (("undo", "99"), 3, "not-found"),
        (("import", "none.csv"), 3, "not-found"),
        (("import", "."), 7, "nothing-usable"),
        (("config", "colour"), 2, "usage"),
        (("config", "day-start", "25:00"), 2, "usage"),
        (("snooze", "Ana", "--until", "yesterday"), 2, "day"),
        (("peple",), 2, "usage"),
        (("people", "--colour"), 2, "usage"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_a_code(
    deepnet: Command, words: tuple[str, ...], code: int, slug: str
) -> None:
    for name in ("Ana", "Kim Lee", "Kim Park"):
        deepnet("add", name)
    run = deepnet(*words, "--json")
    assert (run.code, run.out) == (code, "")
    assert list(run.error) == ["version", "slug", "message", "hint", "candidates"]
    assert run.error["slug"] == slug
    spoken = deepnet(*words)
    assert (spoken.code, spoken.out) == (code, "")
    assert run.error["message"] in spoken.err.replace("\n", " ")
    assert "Traceback" not in spoken.err


def test_a_typo_in_a_command_or_a_name_gets_a_suggestion(deepnet: Command) -> None:
    deepnet("add", "Katrina Lim")
    assert "people" in deepnet("peple").err
    assert "Did you mean Katrina Lim?" in deepnet("show", "Katrna Lim").err
