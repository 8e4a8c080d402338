"""Facebook (39), Monica (41), friends, jrnl, and lists of guests, anew."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import sources
from conftest import TODAY
from deepnet import importers
from deepnet.errors.calls import NoEventDay
from deepnet.importers.facebook import put_right
from deepnet.model import Setting
from deepnet.records import Batch

TERMS = importers.Terms(TODAY)


def read(
    tmp_path: Path, text: str, name: str = "file", terms: importers.Terms = TERMS
) -> Batch:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return importers.read(path, terms)


def texts(batch: Batch, name: str) -> list[str]:
    (person,) = (r for r in batch.records if r.name == name)
    return [note.text for note in person.notes]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("H\u00c3\u00a5kon \u00c3\u0098lm\u00c3\u00b8y", "Håkon Ølmøy"),
        ("Mika \u00f0\u009f\u0098\u0080 Ng", "Mika 😀 Ng"),
        ("Zoë Ray", "Zoë Ray"),
        ("Юлия", "Юлия"),
        ("Plain", "Plain"),
    ],
)
def test_bytes_written_as_characters_are_put_right(written: str, right: str) -> None:
    assert put_right(written) == right


def test_facebooks_friends(tmp_path: Path) -> None:
    batch = read(tmp_path, sources.FACEBOOK)
    assert [(r.name, r.connected_on) for r in batch.records] == [
        ("Håkon Moe", date(2020, 1, 1)),
        ("Zoë Ray", None),
    ]
    assert batch.encounters == ()
    odd = '{"friends": [{"name": "Ana", "timestamp": 1e30}, {"name": ""}, 3, null]}'
    other = read(tmp_path, odd)
    assert [(r.name, r.connected_on) for r in other.records] == [("Ana", None)]
    assert dict(other.skipped) == {"no_name": 1}


def test_monica(tmp_path: Path) -> None:
    batch = read(tmp_path, sources.MONICA)
    oda, per = batch.records
    assert (oda.name, oda.aliases, oda.birthday) == ("Oda Lunde", ("Odi",), "--02-14")
    assert (oda.emails, oda.home, oda.tags) == (("o@example.org",), "Bergen", ("ski",))
    assert texts(batch, "Oda Lunde") == [
        "met on Sun 1 Dec 2019 through Per Moe",
        "child: Baby",
    ]
    assert (per.birthday, texts(batch, "Per Moe")) == (None, ["born about 1970"])
    assert [
        (e.day.isoformat(), [p.name for p in e.people], e.setting, e.text)
        for e in batch.encounters
    ] == [
        ("2025-05-04", ["Oda Lunde"], "call", "long talk"),
        ("2024-02-10", ["Oda Lunde", "Per Moe"], "trip", "Ski trip\ncold"),
    ]
    assert dict(batch.skipped) == {"partial": 1, "unused": 3}
    assert batch.suggestions == (
        "Left in Monica, without a place here: 2 debt and 1 interval to keep in touch.",
    )


def test_friends(tmp_path: Path) -> None:
    batch = read(tmp_path, sources.FRIENDS, "friends.md")
    grace, marie = batch.records
    assert (grace.name, grace.aliases) == (
        "Grace Hopper",
        ("The Admiral", "Amazing Grace"),
    )
    assert (grace.home, grace.tags) == ("Paris", ("navy", "science"))
    assert grace.notes == (
        ("Grace Hopper has a building: her own. @navy", date(2018, 6, 15)),
    )
    assert marie.name == "Marie Curie"
    (lunch,) = batch.encounters
    assert (lunch.day, lunch.setting, lunch.place) == (
        date(2018, 1, 4),
        Setting.LUNCH,
        "Paris",
    )
    assert lunch.text == "Got lunch with Grace Hopper and Marie Curie in Paris. @food"
    assert dict(batch.skipped) == {"no_day": 1, "nobody_named": 1}


def test_friends_whose_sections_stand_in_another_order(tmp_path: Path) -> None:
    text = (
        "### Friends:\n- Ana Ruiz\n\n### Activities:\n- 2018-01-04: **Bo Lim** rang.\n"
    )
    batch = read(tmp_path, text)
    # Bo is in no list, and is somebody all the same.
    assert [r.name for r in batch.records] == ["Ana Ruiz", "Bo Lim"]


def test_jrnls_text_and_json(tmp_path: Path) -> None:
    batch = read(tmp_path, sources.JRNL)
    first, second = batch.encounters
    assert (first.day, first.clock) == (date(2026, 3, 4), "14:05")
    assert first.text == (
        "Lunch with @Ana. Her father is ill.\nIt rained.\n[x] is no date"
    )
    assert second.text == "Work, nobody there."
    assert all(e.mentions for e in batch.encounters)
    (coffee,) = read(tmp_path, sources.JRNL_JSON).encounters
    assert (coffee.clock, coffee.text) == ("09:30", "Coffee with @Ana.\nat the bay")


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("9:05", "09:05"),
        ("09:05:30", "09:05"),
        ("3:04 PM", "15:04"),
        ("12:10 am", "00:10"),
        ("12:10 PM", "12:10"),
        ("25:10", None),
    ],
)
def test_jrnls_hours_in_either_clock(
    tmp_path: Path, written: str, clock: str | None
) -> None:
    (entry,) = read(tmp_path, f"[2026-03-06 {written}] Coffee with Ana.\n").encounters
    assert entry.clock == clock


def names(batch: Batch) -> list[str]:
    return [person.name for person in batch.present.people] if batch.present else []


def test_luma_knows_the_day_and_who_came(tmp_path: Path) -> None:
    batch = read(tmp_path, sources.LUMA, "Data night.csv")
    assert batch.source == "luma"
    assert names(batch) == ["Ana Ruiz", "Bo Lim"]
    assert batch.present is not None
    assert (batch.present.day, batch.present.text) == (date(2026, 3, 4), "Data night")
    assert batch.present.setting is Setting.EVENT
    assert batch.encounters == ()
    ana = batch.records[0]
    assert (ana.company, ana.profiles) == ("Acme", ("https://www.linkedin.com/in/ana",))
    assert dict(batch.skipped) == {"not_there": 2}


def test_before_anybody_checked_in_those_who_were_approved_count(
    tmp_path: Path,
) -> None:
    text = sources.LUMA.replace("2026-03-04T18:00:00Z", "")
    text = text.replace("2026-03-04T18:05:00Z", "")
    batch = read(tmp_path, text, terms=TERMS._replace(on=TODAY))
    assert names(batch) == ["Ana Ruiz", "Bo Lim", "Cy Orr"]


def test_other_lists_must_be_told_their_day(tmp_path: Path) -> None:
    for text in (sources.EVENTBRITE, sources.MEETUP):
        with pytest.raises(NoEventDay) as caught:
            read(tmp_path, text)
        assert (caught.value.exit_code, "--on" in (caught.value.hint or "")) == (
            2,
            True,
        )
    terms = TERMS._replace(on=date(2026, 1, 2), event="My night")
    eventbrite = read(tmp_path, sources.EVENTBRITE, terms=terms)
    assert (eventbrite.source, names(eventbrite)) == ("eventbrite", ["Ana Ruiz"])
    assert eventbrite.present is not None
    assert eventbrite.present.text == "My night"
    untitled = read(tmp_path, sources.EVENTBRITE, terms=terms._replace(event=None))
    assert untitled.present is not None
    assert untitled.present.text == "Data night"
    meetup = read(tmp_path, sources.MEETUP, terms=terms)
    assert (meetup.source, names(meetup)) == ("meetup", ["Ana Ruiz"])


def test_the_user_is_nobodys_guest(tmp_path: Path) -> None:
    terms = TERMS._replace(me=("A@example.org",))
    assert names(read(tmp_path, sources.LUMA, terms=terms)) == ["Bo Lim"]


@pytest.mark.parametrize("value", [None, 1, "x", [], {}, [None], [[1]]])
def test_monica_of_another_shape_is_no_error(tmp_path: Path, value: object) -> None:
    whole = json.loads(sources.MONICA)
    (oda, *_) = whole["account"]["data"][0]["values"]
    for key in ("birthdate", "first_met_date", "tags", "nickname", "first_name"):
        oda["properties"][key] = value
    for kind in oda["data"]:
        kind["values"] = value
    assert read(tmp_path, json.dumps(whole)).source == "monica"
