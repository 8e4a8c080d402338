"""The shared cases and samples, imported by the installed command.

Skipped where they are not at hand; what they hold is written anew in tests/unit.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import SHARED, TODAY, Command
from deepnet.errors import NoSuchDay, NothingUsable, UsageError
from deepnet.journal import importing
from deepnet.store import Store
from deepnet.views.data import Imported

CASES, SAMPLES = SHARED / "cases", SHARED / "samples"
pytestmark = pytest.mark.skipif(
    not SHARED.exists(), reason="the shared cases and samples are not at hand"
)
KINDS = {".vcf", ".ics", ".csv", ".json", ".txt", ".md"}


def case(number: str) -> Path:
    return next(CASES.glob(f"{number}-*"))


def expected(number: str) -> dict[str, Any]:
    page = (case(number) / "expected.md").read_text()
    value: dict[str, Any] = json.loads(
        page.partition("```json\n")[2].partition("```")[0]
    )
    return value


def show(deepnet: Command, name: str) -> dict[str, Any]:
    person: dict[str, Any] = deepnet("show", name, "--json").json["person"]
    return person


def names(deepnet: Command) -> list[str]:
    return [one["name"] for one in deepnet("people", "--json").json["people"]]


def met(deepnet: Command, path: Path, *words: str) -> list[list[str]]:
    """Whom one would have met when, of a rehearsal."""
    answer = deepnet("import", str(path), "--dry-run", "--json", *words)
    assert answer.code == 0, answer.err
    return [
        [person, one["day"]]
        for one in answer.json["proposed"]
        for person in one["people"]
    ]


@pytest.mark.parametrize("number", ["01", "05", "06", "07", "09", "11", "14"])
def test_people_of_files_are_as_expected(deepnet: Command, number: str) -> None:
    (file,) = (f for f in case(number).iterdir() if f.name != "expected.md")
    deepnet("config", "region", "GB" if number == "06" else "US")
    run = deepnet("import", str(file), "--json")
    assert run.code == 0
    page = expected(number)
    people = page.get("people")
    if number == "06":
        people = [
            {"name": "Jon Petrie", "emails": page["emails"], "city": page["city"]}
        ]
    if number == "14":
        people = [
            # A year, or a year and a month, is kept as a note.
            {"name": name, "birthday": born if born and born.count("-") > 1 else None}
            for name, born in page.items()
        ]
    for person in people or ():
        seen = show(deepnet, person["name"])
        for field in ("company", "position", "birthday", "emails"):
            if field in person:
                assert seen[field] == person[field], person["name"]
        if "city" in person:
            assert person["city"] in (seen["home"], seen["office"])
        if "phones" in person:
            digits = [
                "".join(c for c in p if c in "+0123456789") for p in seen["phones"]
            ]
            assert digits == person["phones"]
    assert len(names(deepnet)) == len(people or ())


def test_case_02_three_years_are_one_person(deepnet: Command) -> None:
    for era in sorted(case("02").glob("era-*")):
        assert deepnet("import", str(era)).code == 0
    page = expected("02")["person"]
    seen = show(deepnet, page["name"])
    assert names(deepnet) == [page["name"]]
    assert (seen["company"], seen["position"]) == (page["company"], page["position"])


def test_case_03_decorated_names(deepnet: Command) -> None:
    deepnet("import", str(case("03")))
    page = expected("03")
    assert sorted(names(deepnet)) == sorted(page["display"])
    for name, aliases in page["aliases"].items():
        assert show(deepnet, name)["aliases"] == aliases


def test_case_10_marks_and_sep(deepnet: Command) -> None:
    for file, people in expected("10").items():
        assert deepnet("import", str(case("10") / file)).code == 0
        for name, email in people:
            assert show(deepnet, email)["name"] == name


def test_case_12_one_bad_card(deepnet: Command) -> None:
    run = deepnet("import", str(case("12") / "google.vcf"), "--json")
    page = expected("12")
    assert sorted(names(deepnet)) == sorted(page["names"])
    assert len(run.json["warnings"]) >= page["warnings_min"]


def test_case_15_groups_and_labels(deepnet: Command) -> None:
    deepnet("import", str(case("15") / "apple.vcf"))
    kadri = show(deepnet, "Kadri")
    page = expected("15")["Kadri Tamm"]
    assert (kadri["company"], kadri["home"]) == (page["company"], page["city"])
    assert kadri["profiles"] == page["urls"]
    notes = [fact["text"] for fact in kadri["facts"]]
    for label, value in (*page["dates"], *page["relations"]):
        assert f"{label}: {value}" in notes


def test_case_16_companies_and_groups(deepnet: Command) -> None:
    run = deepnet("import", str(case("16") / "mixed.vcf"), "--json")
    page = expected("16")
    assert sorted(names(deepnet)) == sorted(page["people"])
    assert run.json["skipped"] == {"organisation": 2, "group": 2}
    assert all(name in run.json["suggestions"][-1] for name in page["organisations"])


def test_case_17_escapes(deepnet: Command) -> None:
    deepnet("import", str(case("17") / "escapes.vcf"))
    for person in expected("17")["people"]:
        seen = show(deepnet, person["name"])
        assert seen["name"] == person["name"]
        notes = [fact["text"] for fact in seen["facts"]]
        assert person.get("notes") is None or person["notes"] in notes
        for field in ("company", "position"):
            assert person.get(field) in (None, seen[field])


def test_case_20_twice(deepnet: Command) -> None:
    first, second = (str(case("20") / f"{n}.vcf") for n in ("first", "second"))
    page = expected("20")
    assert deepnet("import", first, "--json").json["new"] == page["after_first"]
    for file, key in ((first, "after_first_again"), (second, "after_second")):
        answer = deepnet("import", file, "--json").json
        assert {k: answer[k] for k in page[key]} == page[key]
    lea = show(deepnet, "Lea")
    assert (lea["name"], lea["aliases"]) == (
        page["Lea"]["name"],
        page["Lea"]["aliases"],
    )


def test_case_21_two_people(deepnet: Command) -> None:
    answer = deepnet("import", str(case("21") / "a.vcf"), "--json").json
    assert (answer["new"], len(answer["suggestions"])) == (6, 1)


def test_case_22_and_26_names_only_suggest(deepnet: Command) -> None:
    answer = deepnet("import", str(case("22") / "people.csv"), "--json").json
    assert (answer["new"], len(answer["suggestions"])) == (10, 5)
    deepnet("undo")
    deepnet("import", str(case("26") / "people.csv"))
    answer = deepnet("import", str(case("26") / "signup.csv"), "--json").json
    assert (answer["new"], answer["changed"]) == (3, 1)
    assert sum("may be @" in line for line in answer["suggestions"]) == 4


def test_case_23_phones(deepnet: Command) -> None:
    deepnet("config", "region", "DE")
    assert deepnet("import", str(case("23") / "phones.csv"), "--json").json["new"] == 10


def test_case_24_family_first(deepnet: Command) -> None:
    for file in ("jp.vcf", "google.csv"):
        deepnet("import", str(case("24") / file))
    for typed, name in expected("24")["found_by"].items():
        assert show(deepnet, typed)["name"] == name


def test_case_32_leap_days(deepnet: Command) -> None:
    deepnet("import", str(case("32") / "bday.csv"))
    assert show(deepnet, "No Year")["birthday"] == "--02-29"


def test_case_33_zones(deepnet: Command) -> None:
    deepnet("config", "zone", "Europe/Oslo")
    days = expected("33")["day_for_owner_in_Europe/Oslo"]
    found = met(deepnet, case("33") / "outlook.ics")
    assert [day for _, day in found] == list(days.values())


def test_case_34_who_came(deepnet: Command) -> None:
    deepnet("config", "zone", "Europe/Oslo")
    page = expected("34")
    file = case("34") / "work.ics"
    assert sorted(met(deepnet, file)) == sorted(page["met"])
    warnings = " ".join(
        deepnet("import", str(file), "--yes", "--json").json["warnings"]
    )
    assert all(name in warnings for name, _ in page["unconfirmed"])


def test_case_35_series(deepnet: Command) -> None:
    deepnet("config", "zone", "America/Denver")
    page = expected("35")
    found = met(deepnet, case("35") / "series.ics")
    for name, days in page["met"].items():
        assert sorted(day for person, day in found if person == name) == days
    assert len([day for person, day in found if person == "Kim Arlt"]) == 1


def test_case_36_whole_days(deepnet: Command) -> None:
    found = met(deepnet, case("36") / "allday.ics")
    firsts = [days[0] for days in expected("36")["days"].values()]
    assert sorted(day for _, day in found) == sorted(firsts)


def test_case_39_facebook(deepnet: Command) -> None:
    deepnet("import", str(case("39")))
    for name, since in expected("39")["friends"]:
        assert show(deepnet, name)["connected_on"] == since


def test_case_40_whatsapp(deepnet: Command) -> None:
    page = expected("40")
    for folder, days in page["days"].items():
        path = case("40") / folder
        if days == "ask":
            run = deepnet("import", str(path))
            assert (run.code, "--dates" in run.err) == (2, True)
            continue
        assert [day for _, day in met(deepnet, path)] == days, folder
    group = met(deepnet, case("40") / "group")
    assert group == [
        [name, day] for name, days in page["group"].items() for day in days
    ]


def test_case_41_monica(deepnet: Command) -> None:
    page = expected("41")
    assert deepnet("import", str(case("41") / "monica.json")).code == 0
    assert sorted(names(deepnet)) == sorted(page["people"])
    oda = show(deepnet, "Oda")
    assert (oda["birthday"], oda["home"]) == ("--02-14", page["Oda Lunde"]["city"])
    days = [talk["day"] for talk in oda["conversations"]]
    assert sorted(days) == sorted(day for day, _, _ in page["events"])


def samples() -> list[Path]:
    found = sorted(SAMPLES.rglob("*")) if SAMPLES.exists() else []
    return [f for f in found if f.suffix in KINDS and f.name != "README.md"]


@pytest.mark.parametrize("folder", sorted({f.parent.name for f in samples()}))
def test_every_sample_is_brought_twice_or_refused_calmly(folder: str) -> None:
    for file in (f for f in samples() if f.parent.name == folder):
        with Store.open(None, at="2026-11-25T12:00:00Z") as store:
            first = brought(store, file)
            again = brought(store, file)
            if first is not None:
                assert again is not None
                assert (again.new, again.conversations.new) == (0, 0), file.name


def brought(store: Store, file: Path) -> Imported | None:
    """What came of a sample; None where it was refused in a sentence."""
    wishes = importing.Wishes()
    try:
        batch = importing.read(store, TODAY, file, wishes, progress=quiet)
    except (NothingUsable, UsageError, NoSuchDay):
        return None
    return importing.bring(
        store, TODAY, file, batch, wishes, rehearse=False, progress=quiet
    )


def quiet(_done: int, _total: int) -> None:
    pass
