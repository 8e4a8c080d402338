"""deepnet import at the command line: what it asks, refuses, remembers and answers."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import sources
from cli.test_startup import modules, tops
from conftest import Command

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a pty is a POSIX thing")


@pytest.fixture
def files(home: Path) -> Path:
    for name, text in sources.FILES.items():
        (home / name).write_text(text, encoding="utf-8", newline="")
    return home


def counts(answer: dict[str, Any]) -> tuple[int, int]:
    return answer["new"], answer["conversations"]["new"]


@pytest.mark.parametrize(
    "name", ["Connections.csv", "messages.csv", "work.ics", "result.json", "jrnl.txt"]
)
def test_each_kind_is_rehearsed_brought_and_brought_again(
    deepnet: Command, files: Path, name: str
) -> None:
    del files
    deepnet("add", "Ana Ruiz", "--email", "a@example.org")
    rehearsed = deepnet("import", name, "--dry-run", "--json")
    assert rehearsed.code == 0, rehearsed.err
    brought = deepnet("import", name, "--yes", "--json")
    plain = {**rehearsed.json, "rehearsed": False, "proposed": []}
    assert {**brought.json, "proposed": []} == plain
    assert len(rehearsed.json["proposed"]) == rehearsed.json["conversations"]["new"]
    again = deepnet("import", name, "--yes", "--json")
    assert counts(again.json) == (0, 0)
    if sum(counts(brought.json)):
        assert deepnet("undo").code == 0
        assert counts(deepnet("import", name, "--yes", "--json").json) == counts(
            brought.json
        )


def test_the_json_of_a_proposal(deepnet: Command, files: Path) -> None:
    del files
    deepnet("config", "zone", "Europe/Oslo")
    answer = deepnet("import", "work.ics", "--dry-run", "--json").json
    assert answer["conversations"] == {"new": 3, "changed": 0, "unchanged": 0}
    assert answer["proposed"][0] == {
        "day": "2026-09-01",
        "clock": "12:30",
        "setting": "lunch",
        "minutes": 60,
        "place": None,
        "text": "Lunch",
        "people": ["Ola Berg"],
        "others": None,
    }
    text = deepnet("import", "work.ics", "--dry-run").out
    assert "  · Tue 1 Sep 2026, 12:30, lunch with Ola Berg: Lunch\n" in text


def test_a_calendar_is_not_stored_unasked(deepnet: Command, files: Path) -> None:
    run = deepnet("import", "work.ics", "--json")
    assert (run.code, run.out) == (2, "")
    assert "--yes" in run.error["hint"]
    assert "--dry-run" in run.error["hint"]
    assert not (files / "journal.db").exists()
    assert deepnet("import", "work.ics", "--yes").code == 0


def test_columns_are_said_once(deepnet: Command, home: Path) -> None:
    (home / "x.csv").write_text("Etunimi,Suku\nAino,Mäki\n")
    refused = deepnet("import", "x.csv")
    assert (refused.code, refused.out) == (7, "")
    assert "It has Etunimi and Suku." in refused.err
    assert 'deepnet import x.csv --map "Etunimi=name"' in refused.err
    said = ("--map", "Etunimi=first", "--map", "Suku=last")
    assert counts(deepnet("import", "x.csv", *said, "--json").json) == (1, 0)
    (home / "y.csv").write_text("Etunimi,Suku\nEero,Salo\n")
    assert deepnet("import", "y.csv", "--json").json["new"] == 1
    assert "Eero Salo" in deepnet("people").out
    assert "columns" not in deepnet("config").out
    for wrong in ("Etunimi", "Etunimi=hat"):
        assert deepnet("import", "x.csv", "--map", wrong).code == 2
    missing = deepnet("import", "x.csv", "--map", "Nimi=name")
    assert (missing.code, "Etunimi and Suku" in missing.err) == (7, True)


def test_several_files_of_one_kind_are_one_import(
    deepnet: Command, files: Path
) -> None:
    for name, first in (("x.csv", "Aino"), ("y.csv", "Eero"), ("z.csv", "Ilo")):
        (files / name).write_text(f"Etunimi,Suku\n{first},Salo\n")
    said = ("--map", "Etunimi=first", "--map", "Suku=last")
    both = deepnet("import", "x.csv", "y.csv", *said, "--json")
    assert counts(both.json) == (2, 0)
    assert "Imported x.csv and 1 more: 2 new people" in deepnet("history").out
    assert deepnet("import", "z.csv", "x.csv", "--json").json["new"] == 1
    for words, code, why in (
        (
            ("people.vcf", "work.ics"),
            2,
            "people.vcf is vcard, and work.ics is calendar.",
        ),
        (("luma.csv", "luma.csv"), 2, "lists of guests of several events"),
        (("people.vcf", "none.vcf"), 3, "There is no file none.vcf."),
    ):
        run = deepnet("import", *words)
        assert (run.code, run.out) == (code, "")
        assert why in run.err
    assert len(deepnet("people", "--json").json["people"]) == 3
    deepnet("undo", "1")
    (ilo,) = deepnet("people", "--json").json["people"]
    assert ilo["name"] == "Ilo Salo"


def test_whom_you_met_at_an_event(deepnet: Command, files: Path) -> None:
    del files
    none = deepnet("import", "luma.csv", "--json").json
    assert counts(none) == (2, 0)
    met = deepnet(
        "import", "luma.csv", "--met", "Ana", "--event", "Data night", "--json"
    )
    assert counts(met.json) == (0, 1)
    entry = deepnet("show", "Ana", "--json").json["person"]["conversations"][0]
    assert (entry["setting"], entry["others"], entry["text"]) == (
        "event",
        1,
        "Data night",
    )
    assert deepnet("import", "luma.csv", "--met", "Zed").code == 3
    assert deepnet("import", "meetup.xls").code == 2
    assert deepnet("import", "meetup.xls", "--on", "someday").code == 2
    assert deepnet("import", "meetup.xls", "--on", "in march").code == 2
    assert deepnet("import", "meetup.xls", "--on", "tomorrow").code == 2
    assert deepnet("import", "meetup.xls", "--on", "3 nov", "--met", "Ana").code == 0


def test_dates_texts_and_encodings_as_said(deepnet: Command, home: Path) -> None:
    chat = home / "WhatsApp Chat with Nia Fox.txt"
    chat.write_text("03/04/26, 10:00 - Nia Fox: a secret\n")
    refused = deepnet("import", chat.name)
    assert (refused.code, "--dates" in refused.err) == (2, True)
    said = ("import", chat.name, "--dates", "month-first")
    answer = deepnet(*said, "--dry-run", "--json").json
    assert answer["proposed"][0]["day"] == "2026-03-04"
    assert deepnet(*said).code == 0
    assert "secret" not in json.dumps(deepnet("show", "Nia", "--json").json)
    deepnet("undo")
    assert deepnet(*said, "--keep-texts").code == 0
    assert "Nia Fox: a secret" in deepnet("show", "Nia", "--json").out
    (home / "r.csv").write_bytes("name\nВера\n".encode("cp1251"))
    assert deepnet("import", "r.csv", "--encoding", "cp1251", "--json").json["new"] == 1
    assert "Вера" in deepnet("people").out
    assert deepnet("import", "r.csv", "--encoding", "klingon").code == 2


def test_the_same_whole_name_if_the_user_says_so(deepnet: Command, files: Path) -> None:
    del files
    deepnet("add", "Nia Fox")
    name = "WhatsApp Chat mit Nia Fox.txt"
    assert deepnet("import", name, "--dry-run", "--json").json["new"] == 1
    assert deepnet("import", name, "--same-names", "--json").json["new"] == 0
    assert len(deepnet("people", "--json").json["people"]) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("import", "none.csv"), 3),
        (("import", "none.csv", "--from", "myspace"), 2),
        (("import", "."), 7),
        (("import", "empty.csv"), 7),
        (("import", "letter.txt"), 7),
        (("import", "letter.txt", "--from", "calendar"), 7),
        (("import", "letter.txt", "--from", "whatsapp"), 7),
        (("import", "letter.txt", "--from", "monica"), 7),
    ],
)
def test_nothing_usable_changes_nothing(
    deepnet: Command, home: Path, words: tuple[str, ...], code: int
) -> None:
    (home / "empty.csv").write_text("")
    (home / "letter.txt").write_text("Dear Ana,\nall is well.\n")
    run = deepnet(*words)
    assert (run.code, run.out) == (code, "")
    assert "Traceback" not in run.err
    assert run.err.count("\n") <= 3
    assert not (home / "journal.db").exists()


def test_only_a_calendar_loads_what_reads_calendars(
    environment: dict[str, str], files: Path
) -> None:
    environment["DEEPNET_DB"] = str(files / "journal.db")
    heavy = {"icalendar", "recurring_ical_events", "pydantic"}
    for name, loaded in (("people.vcf", set()), ("work.ics", heavy - {"pydantic"})):
        words = ("import", str(files / name), "--dry-run", "--json")
        assert tops(modules(environment, *words)) & heavy == loaded


def test_settings_of_the_user(deepnet: Command) -> None:
    assert deepnet("config", "me", "ida@example.org, Ida Berg").code == 0
    assert deepnet("config", "zone", "Europe/Oslo").code == 0
    wrong = deepnet("config", "zone", "Oslo")
    assert (wrong.code, "Europe/Oslo" in wrong.err) == (2, True)


def test_what_was_in_a_file_cannot_steer_the_terminal(
    deepnet: Command, home: Path
) -> None:
    odd = "Ana \x1b[31m\u202e\x07[bold]B[/bold]"
    text = sources.CALENDAR.replace("Ola Berg", odd).replace("Lunch", odd)
    (home / "work.ics").write_text(text, encoding="utf-8")
    (home / "p.csv").write_text(f"nam\x1b[1me;x\n{odd};1\n", encoding="utf-8")
    for words in (("work.ics", "--dry-run"), ("work.ics", "--yes"), ("p.csv",)):
        run = deepnet("import", *words)
        assert not set(run.out + run.err) & set("\x1b\x07\u202e")


@POSIX
class TestAtATerminal:
    @pytest.fixture
    def run(self, at_terminal: Any, files: Path) -> Any:
        del files
        return at_terminal

    def test_yes_no_and_choose(
        self, deepnet: Command, run: Any, environment: dict[str, str], home: Path
    ) -> None:
        environment["TZ"] = "Europe/Oslo"
        no = run("import", str(home / "work.ics"))
        no.wait_for("   1  Tue 1 Sep 2026, 12:30, lunch with Ola Berg: Lunch")
        no.answer("Store these 3? [Y/n/choose]", "n")
        assert no.end() == 0
        assert deepnet("where", "--json").json["conversations"] == 0
        some = run("import", str(home / "work.ics"))
        some.answer("[Y/n/choose]", "what")
        some.answer("[Y/n/choose]", "choose")
        some.answer("Which ones", "1,9")
        some.answer("Numbers from 1 to 3", "3, 1")
        assert some.end() == 0
        assert "2 new, 0 changed" in some.seen
        # What is stored already is not asked about again.
        rest = run("import", str(home / "work.ics"))
        rest.answer("Store it? [Y/n/choose]", "")
        assert rest.end() == 0
        assert run("import", str(home / "work.ics")).end() == 0
        assert deepnet("import", "work.ics").code == 0
        assert deepnet("where", "--json").json["conversations"] == 3

    def test_ctrl_c_stores_nothing(
        self, deepnet: Command, run: Any, home: Path
    ) -> None:
        terminal = run("import", str(home / "work.ics"))
        terminal.wait_for("[Y/n/choose]")
        assert terminal.end(pressing=b"\x03") == 130
        assert "nothing was changed" in terminal.seen
        assert deepnet("where", "--json").json["people"] == 0

    def test_whom_you_met(self, deepnet: Command, run: Any, home: Path) -> None:
        terminal = run("import", str(home / "luma.csv"))
        terminal.wait_for("   1  Ana Ruiz, Acme")
        terminal.answer("Whom did you meet", "2")
        assert terminal.end() == 0
        entry = deepnet("show", "Bo Lim", "--json").json["person"]["conversations"][0]
        assert (entry["setting"], entry["others"]) == ("event", 1)
        nobody = run("import", str(home / "luma.csv"))
        nobody.answer("Whom did you meet", "")
        assert nobody.end() == 0


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("", []),
        ("1", [0]),
        ("1,3-5", [0, 2, 3, 4]),
        (" 2  1 ", [0, 1]),
        ("3-1", None),
        ("0", None),
        ("6", None),
        ("1-", None),
        ("-", None),
        ("x", None),
        ("1-99999999999999", None),
        ("²", None),
    ],
)
def test_places_in_a_list(answer: str, found: list[int] | None) -> None:
    from deepnet.cli.bringing import places  # noqa: PLC0415 - the one use

    assert places(answer, 5) == found
