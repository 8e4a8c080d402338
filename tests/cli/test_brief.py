"""``deepnet brief``: what it says, to whom, and that it asks nothing twice."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from conftest import TODAY, Command
from deepnet.journal import agenda
from deepnet.journal import brief as use
from deepnet.journal.whom import Choices
from deepnet.model import Depth, Facet, PersonRef, Setting, When
from deepnet.render.terminal import as_text
from deepnet.store import Store, conversations, people
from deepnet.store import promises as owed
from deepnet.views.brief import PersonBrief

SCREEN = 24
LUNCH = (
    ("log", "3 nov: lunch with Ana Ruiz, we laughed about maps", "--new"),
    ("edit", "last", "--depth", "opinions"),
    ("learn", "Ana", "family: her father is ill", "--on", "3 nov"),
    ("learn", "Ana", "work: edits cookbooks"),
)


def types(value: dict[str, Any]) -> dict[str, type]:
    return {key: type(item) for key, item in value.items()}


def test_the_json_key_by_key(deepnet: Command) -> None:
    for words in LUNCH:
        deepnet(*words)
    deepnet("log", "yesterday: lunch with Ana", "--promise", "send the map by friday")
    deepnet("edit", "Ana", "--company", "Lantern", "--birthday", "9 dec 1984")
    run = deepnet("brief", "ana", "--json")
    assert (run.code, run.err) == (0, "")
    assert list(run.json) == ["version", "day", "people"]
    assert (run.json["version"], run.json["day"]) == (1, "2026-11-25")
    (seen,) = run.json["people"]
    assert types(seen) == {
        "person": dict,
        "tier": str,
        "score": float,
        "quiet_days": int,
        "company": str,
        "position": type(None),
        "birthday": dict,
        "connected_on": type(None),
        "let_go_on": type(None),
        "let_go_because": type(None),
        "snoozed_until": type(None),
        "last": list,
        "are": list,
        "blanks": list,
        "do": list,
        "notes": list,
        "promises": list,
        "questions": list,
    }
    ana = {"id": 1, "name": "Ana Ruiz"}
    father = {
        "person": ana,
        "facet": "family",
        "text": "her father is ill",
        "day": "2026-11-03",
    }
    assert (seen["person"], seen["tier"], seen["quiet_days"]) == (ana, "acquainted", 1)
    assert seen["birthday"] == {"day": "2026-12-09", "turns": 42}
    assert [one["day"] for one in seen["last"]] == ["2026-11-24", "2026-11-03"]
    assert (
        seen["last"]
        == (deepnet("show", "Ana", "--json").json["person"]["conversations"])
    )
    assert seen["are"] == [father]
    assert [fact["text"] for fact in seen["do"]] == ["edits cookbooks"]
    assert "family" not in seen["blanks"]
    assert [(one["text"], one["due"]) for one in seen["promises"]] == [
        ("send the map", "2026-11-27")
    ]
    for question in seen["questions"]:
        assert list(question) == ["facet", "depth", "text", "about"]
    assert [one["depth"] for one in seen["questions"]] == [
        "personal",
        "opinions",
        "opinions",
    ]
    assert [one["about"] for one in seen["questions"]] == [None, None, father]


def test_what_is_read_before_the_door(deepnet: Command) -> None:
    for words in LUNCH:
        deepnet(*words)
    lines = deepnet("brief", "Ana").out.splitlines()
    assert lines[0] == "Ana Ruiz, acquainted; quiet for 3 weeks"
    talk = "3 nov: lunch with Ana Ruiz, we laughed about maps"
    assert lines[2] == f"  Last  Tue 3 Nov 2026: {talk}"
    assert lines[3] == "  Who   family: her father is ill"
    assert lines[4] == (
        "        Blank: roots, home, health, joys, hopes, struggles, values and people"
    )
    assert lines[5] == "  Does  work: edits cookbooks"
    assert lines[-1] == "          You noted 3 weeks ago: her father is ill"


def test_somebody_without_a_conversation_is_asked_light_questions(
    deepnet: Command,
) -> None:
    deepnet("add", "Bo Lund", "--company", "Acme", "--position", "Welder")
    out = deepnet("brief", "Bo").out
    assert out.startswith("Bo Lund, name only; no conversation yet\n")
    assert "  Last  No conversation yet\n" in out
    assert "  Who   All of it is still to hear about\n" in out
    assert "  Does  Welder at Acme\n" in out
    (seen,) = deepnet("brief", "Bo", "--json").json["people"]
    assert [one["depth"] for one in seen["questions"]] == ["shop"] * 3
    assert (seen["quiet_days"], seen["last"], seen["birthday"]) == (None, [], None)


@pytest.mark.parametrize(
    ("birthday", "line"),
    [
        ("25 nov 1976", "  Turns 50 on Wed 25 Nov 2026, today"),
        ("9 dec", "  Birthday on Wed 9 Dec 2026, in 2 weeks"),
        ("10 dec 1976", None),
        ("24 nov 1976", None),
    ],
)
def test_a_birthday_shows_for_two_weeks_before_and_on_the_day(
    deepnet: Command, birthday: str, line: str | None
) -> None:
    deepnet("add", "Ana", "--birthday", birthday)
    found = [
        each
        for each in deepnet("brief", "Ana").out.splitlines()
        if each.startswith(("  Turns", "  Birthday"))
    ]
    assert found == ([line] if line else [])


def test_a_promise_has_its_day_first_and_none_is_shown_that_was_kept(
    deepnet: Command,
) -> None:
    deepnet("log", "lunch with Ana", "--new", "--promise", "Bring Łódź by 4 dec")
    deepnet("log", "coffee with Ana", "--promise", "send the map")
    deepnet("done", "Ana", "map")
    lines = deepnet("brief", "Ana").out.splitlines()
    start = next(n for n, each in enumerate(lines) if each.startswith("  Owed"))
    assert lines[start] == "  Owed  You promised, by Fri 4 Dec 2026: Bring Łódź"
    assert "send the map" not in "".join(lines)


def test_somebody_let_go_or_snoozed_is_said_to_be(deepnet: Command) -> None:
    deepnet("add", "Ana")
    deepnet("snooze", "Ana", "--until", "in 2 weeks")
    assert "  Not proposed before Wed 9 Dec 2026\n" in deepnet("brief", "Ana").out
    deepnet("let-go", "Ana", "--because", "she moved on")
    out = deepnet("brief", "Ana").out
    assert "  Left in peace since Wed 25 Nov 2026: she moved on\n" in out


def test_several_people_have_a_part_each_and_nobody_two(deepnet: Command) -> None:
    for name in ("Ana Ruiz", "Ben"):
        deepnet("add", name)
    run = deepnet("brief", "ben", "Ana", "Ruiz", "@2", "--json")
    assert [one["person"]["name"] for one in run.json["people"]] == ["Ben", "Ana Ruiz"]
    out = deepnet("brief", "Ben", "Ana").out
    assert out.index("Ben, name only") < out.index("\n\nAna Ruiz, name only")


@pytest.mark.parametrize(
    ("names", "code"),
    [(("Zed",), 3), (("Ana", "Zed"), 3), (("Kim",), 4), ((), 2), (("",), 2)],
)
def test_a_name_that_is_nobody_s_or_of_several(
    deepnet: Command, names: tuple[str, ...], code: int, home: Path
) -> None:
    for name in ("Ana", "Kim Lee", "Kim Park"):
        deepnet("add", name)
    run = deepnet("brief", *names)
    assert (run.code, run.out) == (code, "")
    assert "Traceback" not in run.err
    with closing(sqlite3.connect(home / "journal.db")) as journal:
        assert not journal.execute("SELECT * FROM questions_shown").fetchall()


def test_an_empty_journal_has_nobody_and_is_not_made(
    deepnet: Command, home: Path
) -> None:
    assert deepnet("brief", "Ana").code == 3
    assert not (home / "journal.db").exists()


def test_the_same_all_week_and_no_undo_step(deepnet: Command) -> None:
    for words in LUNCH:
        deepnet(*words)

    def questions(day: str) -> list[dict[str, Any]]:
        run = deepnet("brief", "Ana", "--json", DEEPNET_TODAY=day)
        found: list[dict[str, Any]] = run.json["people"][0]["questions"]
        return found

    monday, sunday = questions("2026-11-30"), questions("2026-12-06")
    next_week = questions("2026-12-07")
    assert monday == sunday
    texts = {one["text"] for one in monday}
    assert not texts & {one["text"] for one in next_week}
    commands = [one["command"] for one in deepnet("history", "--json").json["changes"]]
    assert commands == ["learn", "learn", "edit", "log"]


def test_somebody_briefed_can_still_be_undone_and_brought_back(
    deepnet: Command,
) -> None:
    deepnet("add", "Ana")
    deepnet("brief", "Ana")
    assert deepnet("undo").code == 0
    assert deepnet("brief", "Ana").code == 3
    assert deepnet("undo").code == 0
    assert deepnet("brief", "Ana").code == 0


def test_both_commands_ask_the_same_in_a_week_and_nothing_again_later(
    deepnet: Command,
) -> None:
    deepnet("log", "3 nov: conference with Ana and 40 others", "--new")
    seen: list[str] = []
    for week in range(13):
        day = (TODAY + timedelta(weeks=week)).isoformat()
        brief = deepnet("brief", "Ana", "--json", DEEPNET_TODAY=day)
        texts = [one["text"] for one in brief.json["people"][0]["questions"]]
        for pick in deepnet("who-next", "--json", DEEPNET_TODAY=day).json["picks"]:
            assert pick["question"]["text"] == texts[0]
        seen += texts
    assert len(set(seen)) == len(seen) == 39


def test_who_next_asks_nobody_the_same_again_in_a_season(deepnet: Command) -> None:
    for name in ("Ana", "Ben", "Cy", "Di", "Ed", "Flo"):
        deepnet("log", f"3 nov: conference with {name} and 40 others", "--new")
    asked: dict[str, list[str]] = {}
    for week in range(13):
        day = (TODAY + timedelta(weeks=week)).isoformat()
        morning = deepnet("who-next", "--json", DEEPNET_TODAY=day).json["picks"]
        again = deepnet("who-next", "--json", DEEPNET_TODAY=day).json["picks"]
        assert morning == again
        for pick in morning:
            asked.setdefault(pick["person"]["name"], []).append(
                pick["question"]["text"]
            )
    assert max(map(len, asked.values())) >= 3
    for texts in asked.values():
        assert len(set(texts)) == len(texts)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are a POSIX thing")
def test_a_file_that_can_t_be_written_is_still_read(
    deepnet: Command, home: Path
) -> None:
    for words in LUNCH:
        deepnet(*words)
    journal = home / "journal.db"
    journal.chmod(0o400)
    home.chmod(0o500)
    try:
        first, again = deepnet("brief", "Ana"), deepnet("brief", "Ana")
        morning = deepnet("who-next")
    finally:
        home.chmod(0o700)
    assert (first.code, first.err, morning.code, morning.err) == (0, "", 0, "")
    assert first.out == again.out


def own(home: Path, said: object, name: str = "questions.json") -> None:
    (home / name).write_text(json.dumps(said), "utf-8")


def test_questions_of_one_s_own_are_asked(deepnet: Command, home: Path) -> None:
    deepnet("add", "Ana")
    assert deepnet("where", "--json").json["questions"] == []
    own(home, {"joys": {"smalltalk": ["Own?"], "shop": ["Mine?"]}})
    own(home, {"any": {"shop": ["And now?"]}}, "follow-ups.json")
    asked = set()
    for week in range(16):
        day = (TODAY + timedelta(weeks=week)).isoformat()
        (seen,) = deepnet("brief", "Ana", "--json", DEEPNET_TODAY=day).json["people"]
        asked |= {one["text"] for one in seen["questions"]}
    assert "Mine?" in asked
    files = [str(home / name) for name in ("questions.json", "follow-ups.json")]
    assert deepnet("where", "--json").json["questions"] == files
    assert "  with questions of your own in" in deepnet("where").out


def test_a_broken_file_of_one_s_own_is_one_calm_sentence(
    deepnet: Command, home: Path
) -> None:
    deepnet("add", "Ana")
    own(home, {"joy": {"shop": ["Mine?"]}})
    for words in (("brief", "Ana"), ("who-next",)):
        run = deepnet(*words)
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith(
            f"The questions in {home / 'questions.json'} can't be read: "
            "“joy” is no facet.\n"
        )
        assert deepnet(*words, "--json").error["slug"] == "usage"
    own(home, {})
    own(home, ["And now?"], "follow-ups.json")
    assert deepnet("who-next").code == 0
    assert "follow-ups.json can't be read" in deepnet("brief", "Ana").err


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Store]:
    """Ana, of whom much is known, among as many as it takes."""
    with Store.open(tmp_path / "journal.db", at="", create=True) as store:
        with store.change("fill"):
            for facet in (*Facet, *Facet):
                fact(store, know(store, "Ana"), facet, f"something of {facet}")
        yield store


def know(store: Store, name: str) -> PersonRef:
    found = store.value("SELECT id FROM people WHERE name = ?", name)
    return PersonRef(found or people.add(store, name, today=TODAY), name)


def fact(store: Store, who: PersonRef, facet: Facet | None, text: str) -> None:
    number = conversations.add(
        store,
        conversations.Conversation(
            0,
            When(TODAY - timedelta(days=9)),
            Setting.LUNCH,
            Depth.PERSONAL,
            60,
            None,
            "lunch " * 40,
            0,
            False,
            (who,),
        ),
    )
    for kind in (facet, None):
        conversations.add_fact(
            store, who.id, kind, text, day=TODAY, conversation=number
        )
    owed.add(
        store, who.id, f"{text} " * 9, made_on=TODAY, due=TODAY, conversation=number
    )


def test_however_much_is_known_it_is_about_a_screen(crowded: Store) -> None:
    with crowded.change("edit"):
        people.change(crowded, 1, {"birthday": "--11-30", "position": "Welder"})
    view = use.brief(crowded, TODAY, ["Ana"], choices=Choices())
    lines = as_text(view, colour=False, width=80).splitlines()
    assert len(lines) <= SCREEN + 2
    assert [each.strip() for each in lines if "more" in each] == [
        "and 15 more",
        "and 4 more",
        "and 23 more",
        "and 21 more",
    ]


def test_a_promise_of_theirs_is_said_to_be_theirs(crowded: Store) -> None:
    with crowded.change("add"):
        bo = know(crowded, "Bo")
        owed.add(crowded, bo.id, "lend me Tolstoy", made_on=TODAY, mine=False)
    view = use.brief(crowded, TODAY, ["Bo"], choices=Choices())
    assert "\n  Owed  They promised: lend me Tolstoy\n" in as_text(
        view, colour=False, width=80
    )


def steps(store: Store, day: date) -> int:
    """How much work the database has, in hundreds of its steps."""
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    store.connection.set_progress_handler(step, 100)
    use.brief(store, day, ["Ana"], choices=Choices())
    store.connection.set_progress_handler(None, 0)
    return count


def test_five_thousand_others_cost_nothing(crowded: Store) -> None:
    steps(crowded, TODAY)
    alone = steps(crowded, TODAY)
    with crowded.change("fill"):
        for number in range(5000):
            know(crowded, f"Somebody Else{number}")
    assert steps(crowded, TODAY) <= alone * 1.2


def brief_of(store: Store) -> PersonBrief:
    (seen,) = use.brief(store, TODAY, ["Ana"], choices=Choices()).people
    return seen


def test_the_morning_s_question_is_the_first_of_the_three(crowded: Store) -> None:
    with crowded.change("fill"):
        owed.keep(crowded, 1, TODAY)
    picked = [
        pick for pick in agenda.who_next(crowded, TODAY).picks if pick.person.id == 1
    ]
    assert [pick.question.text for pick in picked] == [
        brief_of(crowded).questions[0].text
    ]
