from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from deepnet.birthdays import birthday_in, next_birthday, read_birthday, turns
from deepnet.errors import NoSuchDay
from deepnet.errors.days import (
    AmbiguousDay,
    DistantDay,
    FutureDay,
    ImpossibleDay,
    UnreadableBirthday,
)

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT.parent / "shared" / "cases" / "32-leap-day"
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("1996-02-29", "1996-02-29"),
        ("29 feb 1996", "1996-02-29"),
        ("Feb 29, 1996", "1996-02-29"),
        ("29.02.1996", "1996-02-29"),
        ("--02-29", "--02-29"),
        (" --02-29", "--02-29"),
        ("29 feb", "--02-29"),
        ("29th of february", "--02-29"),
        ("29.2.", "--02-29"),
        ("1604-05-09", "--05-09"),
        ("31/12/1990", "1990-12-31"),
        ("26 nov", "--11-26"),
        ("2026-11-25", "2026-11-25"),
        ("1900-01-01", "1900-01-01"),
    ],
)
def test_a_birthday_is_kept_as_far_as_it_is_known(said: str, kept: str) -> None:
    assert read_birthday(said, TODAY) == kept


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("1997-02-29", ImpossibleDay),
        ("--02-30", ImpossibleDay),
        ("30 feb", ImpossibleDay),
        ("0000-02-29", ImpossibleDay),
        ("1899-12-31", DistantDay),
        ("2026-11-26", FutureDay),
        ("3/11/1990", AmbiguousDay),
        ("3/11", AmbiguousDay),
        ("feb 1996", UnreadableBirthday),
        ("1996", UnreadableBirthday),
        ("yesterday", UnreadableBirthday),
        ("29 feb at 7pm", UnreadableBirthday),
        ("--foo-bar", UnreadableBirthday),
        ("--", UnreadableBirthday),
        ("", UnreadableBirthday),
        ("x" * 1_000_000, UnreadableBirthday),
    ],
)
def test_what_is_no_birthday_is_refused(said: str, refusal: type[NoSuchDay]) -> None:
    with pytest.raises(refusal):
        read_birthday(said, TODAY)


def test_two_readings_of_a_birthday_are_both_named() -> None:
    with pytest.raises(AmbiguousDay, match="3 November or 11 March"):
        read_birthday("3/11/1990", TODAY)


@pytest.mark.parametrize("birthday", ["1996-02-29", "--02-29"])
def test_a_leap_day_shows_on_the_28th_in_common_years(birthday: str) -> None:
    assert birthday_in(birthday, 2026) == date(2026, 2, 28)
    assert birthday_in(birthday, 2028) == date(2028, 2, 29)
    assert birthday_in(birthday, 2100) == date(2100, 2, 28)


def test_the_next_birthday_can_be_today_or_in_the_next_year() -> None:
    assert next_birthday("1996-02-29", date(2028, 2, 29)) == date(2028, 2, 29)
    assert next_birthday("1996-02-29", date(2026, 2, 28)) == date(2026, 2, 28)
    assert next_birthday("1996-02-29", date(2026, 3, 1)) == date(2027, 2, 28)
    assert next_birthday("1990-01-02", date(2026, 12, 25)) == date(2027, 1, 2)


def test_an_age_needs_a_year() -> None:
    assert turns("1996-02-29", date(2026, 2, 28)) == 30
    assert turns("1990-02-28", date(2028, 2, 28)) == 38
    assert turns("--02-29", date(2026, 2, 28)) is None


LEAP_DAY_PEOPLE = {
    "Ada": "1996-02-29",
    "Bo": "--02-29",
    "Cy": "1990-02-28",
}


def in_fortnight(people: dict[str, str], today: date) -> dict[str, tuple[date, str]]:
    coming = {name: next_birthday(said, today) for name, said in people.items()}
    return {
        name: (day, str(turns(people[name], day) or ""))
        for name, day in coming.items()
        if day <= today + timedelta(days=14)
    }


def test_a_fortnight_of_birthdays_around_a_leap_day() -> None:
    assert in_fortnight(LEAP_DAY_PEOPLE, date(2026, 2, 20)) == {
        "Ada": (date(2026, 2, 28), "30"),
        "Bo": (date(2026, 2, 28), ""),
        "Cy": (date(2026, 2, 28), "36"),
    }
    assert in_fortnight(LEAP_DAY_PEOPLE, date(2028, 2, 20)) == {
        "Ada": (date(2028, 2, 29), "32"),
        "Bo": (date(2028, 2, 29), ""),
        "Cy": (date(2028, 2, 28), "38"),
    }
    assert in_fortnight(LEAP_DAY_PEOPLE, date(2026, 12, 25)) == {}
    assert in_fortnight(LEAP_DAY_PEOPLE, date(2026, 3, 1)) == {}


def test_the_page_about_birthdays_tells_the_truth() -> None:
    page = (ROOT / "docs" / "reference" / "dates.md").read_text(encoding="utf-8")
    section = page.partition("## Birthdays")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(.+)` \| (.+) \|$", section, re.MULTILINE)
    assert rows
    assert [(said, read_birthday(said, TODAY)) for said, _ in rows] == rows


def _coming(told: str, today: str) -> set[tuple[str, str, str]]:
    found = re.findall(
        r"([A-Z][A-Za-z ]+?) (?:(\d{4}-\d\d-\d\d)|today)(?: \(turns (\d+)\))?(?:, |$)",
        told,
    )
    return {(name, day or today, age) for name, day, age in found}


@pytest.mark.skipif(
    not CASE.is_dir(), reason="the shared cases are not beside this checkout"
)
def test_the_shared_leap_day_case_comes_out_as_it_says() -> None:
    rows = csv.DictReader((CASE / "bday.csv").read_text("utf-8").splitlines())
    people = {row["name"]: read_birthday(row["birthday"], TODAY) for row in rows}
    checks = (CASE / "checks.tsv").read_text("utf-8").splitlines()[1:]
    assert len(checks) == 5
    for today, told in (line.split("\t") for line in checks):
        expected = _coming(told, today)
        coming = in_fortnight(people, date.fromisoformat(today))
        shown = {
            (name, day.isoformat(), age if "turns" in told else "")
            for name, (day, age) in coming.items()
        }
        assert (today, shown) == (today, expected)
