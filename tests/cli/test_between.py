"""ask, answer, promise, snooze and let-go, as installed: JSON, codes, sentences."""

from __future__ import annotations

import pytest

from conftest import Command

INVITATION = {
    "id": 1,
    "person": {"id": 1, "name": "Ana Ruiz"},
    "day": "2026-11-25",
    "by_them": False,
    "setting": "lunch",
    "planned_for": "2026-11-27",
    "answer": None,
    "answered_on": None,
}


@pytest.fixture(autouse=True)
def known(deepnet: Command) -> None:
    deepnet("add", "Ana Ruiz")


def test_an_invitation_and_its_answer_in_json(deepnet: Command) -> None:
    asked = deepnet("ask", "Ana", "--for", "lunch", "--on", "friday", "--json").json
    assert asked == {"version": 1, "invitation": INVITATION, "again": None}
    answered = deepnet("answer", "ana", "no", "--json").json
    said = {**INVITATION, "answer": "no", "answered_on": "2026-11-25"}
    # A plain no of somebody who is only a name rests for 90 days.
    rest = {"until": "2027-02-23", "because": "They said no, once."}
    assert answered == {"version": 1, "invitation": said, "rest": rest}
    assert deepnet("why", "Ana", "--json").json["rest"] == rest
    assert deepnet("show", "Ana", "--json").json["person"]["invitations"] == [said]


def test_what_they_asked_is_their_beginning(deepnet: Command) -> None:
    deepnet("ask", "Ana", "--they-asked", "--for", "walk")
    parts = deepnet("why", "Ana", "--json").json["parts"]
    assert "they asked once" in parts[-1]["because"]


def test_a_promise_in_json(deepnet: Command) -> None:
    made = deepnet(
        "promise", "Ana", "the", "map", "--theirs", "--by", "1 dec", "--json"
    )
    assert made.json == {
        "version": 1,
        "promise": {
            "id": 1,
            "person": {"id": 1, "name": "Ana Ruiz"},
            "text": "the map",
            "mine": False,
            "due": "2026-12-01",
            "kept_on": None,
        },
    }


def test_somebody_new_is_asked_only_if_you_say_so(deepnet: Command) -> None:
    assert deepnet("ask", "Zed").code == 3
    assert deepnet("ask", "Zed", "--new").code == 0
    assert deepnet("promise", "Yan", "it").code == 3
    assert deepnet("promise", "Yan", "it", "--new").code == 0


@pytest.mark.parametrize(
    ("words", "code", "slug"),
    [
        (("ask", "Ana", "--on", "yesterday"), 2, "day"),
        (("ask", "Ana", "--asked", "tomorrow"), 2, "day"),
        (("ask", "Ana", "--for", "brunch"), 2, "usage"),
        (("ask", ""), 2, "usage"),
        (("answer", "Ana", "perhaps"), 2, "usage"),
        (("answer", "Ana", "yes"), 3, "not-found"),
        (("answer", "Zed", "yes"), 3, "not-found"),
        (("promise", "Ana", ""), 2, "usage"),
        (("promise", "Ana", "it", "--by", "yesterday"), 2, "day"),
        (("promise", "Zed", "it"), 3, "not-found"),
        (("snooze", "Ana"), 2, "usage"),
        (("snooze", "Ana", "--for", "a while"), 2, "day"),
        (("snooze", "Ana", "--for", "2 weeks", "--until", "friday"), 2, "usage"),
    ],
)
def test_what_does_not_fit_changes_nothing(
    deepnet: Command, words: tuple[str, ...], code: int, slug: str
) -> None:
    before = len(deepnet("history", "--json").json["changes"])
    run = deepnet(*words, "--json")
    assert (run.code, run.out, run.error["slug"]) == (code, "", slug)
    assert len(deepnet("history", "--json").json["changes"]) == before


def test_snoozing_for_a_while_counts_from_today(deepnet: Command) -> None:
    snoozed = deepnet("snooze", "Ana", "--for", "2 weeks", "--json").json
    assert snoozed["done"] == ["Ana Ruiz won't be proposed before Wed 9 Dec 2026."]


def test_each_of_them_is_taken_back_as_one(deepnet: Command) -> None:
    before = deepnet("show", "Ana", "--json").out
    for words in (
        ("ask", "Ana"),
        ("promise", "Ana", "it"),
        ("snooze", "Ana", "--for", "2 weeks"),
        ("let-go", "Ana", "--thanks", "--because", "it is time"),
    ):
        deepnet(*words)
        assert deepnet("show", "Ana", "--json").out != before
        deepnet("undo")
        assert deepnet("show", "Ana", "--json").out == before


def test_who_was_let_go_is_findable_and_comes_back_with_a_talk(
    deepnet: Command,
) -> None:
    deepnet("log", "3 nov: lunch with Ana")
    deepnet("let-go", "Ana", "--because", "it is time")
    assert deepnet("people", "--json").json["people"] == []
    report = deepnet("report", "--json").json
    assert (report["met"], [one["name"] for one in report["let_go"]]) == (
        0,
        ["Ana Ruiz"],
    )
    assert "it is time" in deepnet("show", "Ana").out
    assert deepnet("search", "ana", "--json").json["found"]
    back = deepnet("log", "walk with Ana", "--json").json
    assert back["remarks"] == ["Ana Ruiz had been let go, and is back."]
    assert len(deepnet("people", "--json").json["people"]) == 1
