"""The views of the file say what the commands say, and need nothing but SQLite."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from conftest import TODAY
from deepnet import dates, reporting, schema, scoring, together
from deepnet.journal import (
    forgetting,
    learning,
    log,
    months,
    people,
    portrait,
    promises,
    resting,
    whom,
)
from deepnet.model import (
    Depth,
    Facet,
    PersonRef,
    Precision,
    Setting,
    Side,
    Tier,
    When,
)
from deepnet.schema import m004_views
from deepnet.store import Store, conversations, listing, salvage, standings
from deepnet.store import people as persons
from deepnet.store.conversations import Conversation
from lives import NEW, lived

AT = "2026-11-25T12:00:00Z"


def view(store: Store, name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in store.rows(f"SELECT * FROM {name}")]  # noqa: S608 - our own views


def told(store: Store, sentence: str, **said: Any) -> None:
    log.log(store, TODAY, sentence, log.Said(**said), choices=NEW)


@pytest.fixture
def autumn(store: Store) -> Store:
    """An event, lunches, a message; a promise that was kept, and somebody gone."""
    told(store, "3 sep: conference with Ana Ruiz, Bo Lund and 40 others", minutes=30)
    told(
        store,
        "6 oct: lunch with Ana @harbour, her sister moved to Oslo #family #personal",
        promises=("send the map by friday",),
        they_asked=True,
    )
    told(store, "5 nov: lunch with Ana and Cleo", minutes=90, depth=Depth.SHOP)
    told(store, "6 nov: wrote to Cleo", depth=Depth.HEART)
    promises.done(store, TODAY, "Ana", "", on=None, choices=NEW)
    resting.let_go(store, TODAY, "Bo", because="enough", thanks=False, choices=NEW)
    return store


def test_somebody_in_one_row(autumn: Store) -> None:
    people.edit(
        autumn,
        TODAY,
        "Ana",
        people.Details(
            aliases=("Annie", "R, A"),
            company="Acme",
            position="Editor",
            office="Quay",
            birthday="29 feb",
            tags=("rowing", "books"),
        ),
        choices=NEW,
    )
    learning.learn(autumn, TODAY, "Ana", "work: edits maps", on=None, choices=NEW)
    with autumn.change("triage"):
        autumn.run("INSERT INTO claims VALUES (1, 1, 'known', '2026-11-24')")
    (ana, bo, cleo) = view(autumn, "people_view")
    points = [ana.pop(name) for name in list(ana) if name.endswith("_points")]
    assert sum(points) == pytest.approx(ana.pop("score"))
    assert ana == {
        "id": 1,
        "name": "Ana Ruiz",
        "aliases": "Annie; R, A",
        "company": "Acme",
        "position": "Editor",
        "circles": "books; rowing",
        "tier": "getting to know",
        "rank": 3,
        "claim": "known",
        "claimed_on": "2026-11-24",
        "first": "2026-09-03",
        "last": "2026-11-05",
        "conversations": 3,
        "events": 1,
        "messages": 0,
        "outside_events": 2,
        "lunches": 2,
        # Half an hour, an hour as is usual, an hour and a half.
        "hours": 3.0,
        "hours_outside_events": 2.5,
        "assumed_hours": 1.0,
        "deepest": "personal",
        "facets": "family; work",
        "facet_count": 2,
        "blanks": "roots; home; health; joys; hopes; struggles; values; people",
        "blank_count": 8,
        "you_owe": 0,
        "they_owe": 0,
        "birthday": "--02-29",
        "office": "Quay",
        "home": None,
        "connected_on": None,
        "snoozed_until": None,
        "let_go_on": None,
        "let_go_because": None,
        "added_on": "2026-11-25",
    }
    assert (bo["tier"], bo["rank"], bo["let_go_because"]) == ("event only", 1, "enough")
    assert (bo["claim"], bo["blank_count"], bo["aliases"]) == (None, 9, None)
    # A message is a conversation and no time, and the deepest talk all the same.
    assert (cleo["conversations"], cleo["messages"], cleo["outside_events"]) == (
        2,
        1,
        1,
    )
    assert (cleo["hours"], cleo["deepest"], cleo["last"]) == (
        1.5,
        "heart",
        "2026-11-06",
    )


def test_somebody_who_was_never_talked_with(store: Store) -> None:
    people.add(store, TODAY, "Zed", people.Details(), new=True)
    (zed,) = view(store, "people_view")
    assert (zed["tier"], zed["rank"], zed["score"], zed["hours"]) == (
        "name only",
        0,
        0.0,
        0.0,
    )
    assert (zed["first"], zed["deepest"], zed["facets"]) == (None, None, None)
    assert [zed[name] for name in zed if name.endswith("_points")] == [0.0] * 5


def test_a_conversation_in_one_row(autumn: Store) -> None:
    event, lunch, _, message = view(autumn, "conversations_view")
    assert lunch == {
        "id": 2,
        "day": "2026-10-06",
        "weekday": "Tuesday",
        "precision": "day",
        "clock": None,
        "setting": "lunch",
        "people": "Ana Ruiz",
        "others": None,
        "minutes": None,
        "hours": 1.0,
        "depth": "personal",
        "place": "harbour",
        "text": "6 oct: lunch with Ana @harbour, her sister moved to Oslo "
        "#family #personal",
        "they_asked": 1,
        "facts": 1,
        "promises": 1,
    }
    assert (event["people"], event["others"]) == ("Ana Ruiz; Bo Lund", 40)
    assert (event["minutes"], event["hours"], event["depth"]) == (30, 0.5, None)
    assert (message["hours"], message["they_asked"]) == (None, 0)


def test_people_are_in_the_order_in_which_they_were_named(store: Store) -> None:
    told(store, "walk", people=("Zoë", "Ana", "Bo"))
    (walk,) = view(store, "conversations_view")
    assert walk["people"] == "Zoë; Ana; Bo"


def test_a_day_that_is_not_known_has_no_weekday(store: Store) -> None:
    told(store, "walk with Ana", on="march 2025")
    (walk,) = view(store, "conversations_view")
    assert (walk["day"], walk["precision"], walk["weekday"]) == (
        "2025-03-01",
        "month",
        None,
    )


@given(st.dates(date(1900, 1, 1), TODAY))
@settings(max_examples=20)
def test_weekdays_are_those_of_the_calendar(day: date) -> None:
    with Store.open(None, at=AT) as store:
        told(store, "walk", people=("Ana",), on=day.isoformat())
        (walk,) = view(store, "conversations_view")
        assert walk["weekday"] == f"{day:%A}"


def test_months_in_rows(autumn: Store) -> None:
    september, october, november = view(autumn, "months_view")
    none = dict.fromkeys(("messages", "lunches", "moved_up", "learnt", "let_go"), 0)
    assert september == {
        **none,
        "month": "2026-09",
        "conversations": 1,
        "events": 1,
        "hours": 0.5,
        "assumed_hours": 0.0,
        "middle_depth": None,
        "people": 2,
        "people_only_at_events": 2,
        "new_people": 2,
        "promises_made": 0,
        "promises_kept": 0,
        "met": 2,
        "event_only": 2,
        "share": 1.0,
        "known": 0,
    }
    assert (october["lunches"], october["learnt"], october["moved_up"]) == (1, 1, 1)
    assert (october["met"], october["event_only"], october["share"]) == (2, 1, 0.5)
    assert (october["assumed_hours"], october["middle_depth"]) == (1.0, "personal")
    # Bo is gone; a message is no time together, nor does its depth count.
    assert (november["met"], november["event_only"], november["let_go"]) == (2, 0, 1)
    assert (november["conversations"], november["messages"]) == (2, 1)
    assert (november["hours"], november["middle_depth"]) == (1.5, "shop")
    assert (november["new_people"], november["people"]) == (1, 2)
    assert (october["promises_made"], october["promises_kept"]) == (1, 0)
    assert (november["promises_made"], november["promises_kept"]) == (0, 1)


def test_a_month_without_an_entry_is_there(store: Store) -> None:
    told(store, "3 dec 2025: lunch with Ana")
    told(store, "3 feb 2026: lunch with Ben")
    assert [
        (row["month"], row["conversations"], row["met"])
        for row in view(store, "months_view")
    ] == [("2025-12", 1, 1), ("2026-01", 0, 1), ("2026-02", 1, 2)]


@pytest.mark.parametrize(
    ("depths", "middle"),
    [((0,), 0), ((0, 4), 0), ((4, 0, 2), 2), ((1, 1, 3, 3), 1), ((0, 3, 3, 3), 3)],
)
def test_of_two_middle_depths_it_is_the_lower(
    store: Store, depths: tuple[int, ...], middle: int
) -> None:
    for number in depths:
        told(store, "walk with Ana", depth=Depth(number))
    told(store, "walk with Ana")
    # How deep messages went is not counted, wherever the middle would lie with them.
    for depth in (Depth.SMALLTALK, Depth.HEART, Depth.HEART):
        told(store, "wrote to Ana", depth=depth)
    (row,) = view(store, "months_view")
    assert row["middle_depth"] == Depth(middle).word


def test_an_empty_journal_has_no_rows(store: Store) -> None:
    assert [view(store, name) for name in schema.VIEWS] == [[], [], []]


@given(st.data())
@settings(max_examples=30)
def test_people_are_as_the_commands_show_them(data: st.DataObject) -> None:
    with lived(data) as store:
        rows = {row["id"]: row for row in view(store, "people_view")}
        assert list(rows) == [
            n for (n,) in store.rows("SELECT id FROM people ORDER BY id")
        ]
        listed = {one.id: one for one in listing.people(store)}
        assert set(listed) == {n for n, row in rows.items() if not row["let_go_on"]}
        for number, one in listed.items():
            row = rows[number]
            assert (row["name"], row["company"]) == (one.name, one.company)
            assert row["tier"] == one.tier.words
            assert row["rank"] == one.tier.rank
            assert (row["score"], row["conversations"]) == (
                one.score,
                one.conversations,
            )
            assert row["last"] == (one.last.isoformat() if one.last else None)
            assert row["circles"] == ("; ".join(one.tags) or None)
        for number, row in rows.items():
            as_shown(store, number, row)


def as_shown(store: Store, number: int, row: dict[str, Any]) -> None:
    """That a row is what ``show`` and ``why`` say of somebody."""
    name = f"@{number}"
    shown = portrait.show(store, TODAY, name, choices=NEW).person
    points = {
        part.name: part.points for part in standings.standing(store, number).parts
    }
    assert {
        name: row[f"{name.replace(' ', '_')}_points"] for name in scoring.POINTS
    } == (points or dict.fromkeys(scoring.POINTS, 0))
    assert row["blanks"] == ("; ".join(shown.blanks) or None)
    assert row["blank_count"] == len(shown.blanks)
    known = {fact.facet for fact in shown.facts if fact.facet}
    assert row["facets"] == ("; ".join(sorted(known)) or None)
    assert row["facet_count"] == len(known)
    assert row["claim"] == (shown.claim.tier.words if shown.claim else None)
    assert row["birthday"] == shown.birthday
    talks = shown.conversations
    assert row["conversations"] == len(talks)
    assert row["events"] == sum(one.setting is Setting.EVENT for one in talks)
    assert row["messages"] == sum(one.setting is Setting.MESSAGE for one in talks)
    assert row["outside_events"] == len(talks) - row["events"] - row["messages"]
    depths = [one.depth for one in talks if one.depth is not None]
    assert row["deepest"] == (max(depths).word if depths else None)
    hours = [hours_of(one.setting, one.minutes) for one in talks]
    assert row["hours"] == reporting.in_hours(sum(hours))
    owed = [one.mine for one in shown.promises if one.kept_on is None]
    assert (row["you_owe"], row["they_owe"]) == (owed.count(True), owed.count(False))


def hours_of(setting: Setting | None, minutes: int | None) -> float:
    if setting is Setting.MESSAGE:
        return 0
    return scoring.USUAL_MINUTES[setting] if minutes is None else minutes


@given(st.data())
@settings(max_examples=30)
def test_months_are_as_the_report_tells_them(data: st.DataObject) -> None:
    with lived(data) as store:
        rows = {row["month"]: row for row in view(store, "months_view")}
        assert list(rows) == sorted(rows)
        around = [dates.months_back(TODAY.replace(day=1), back) for back in range(98)]
        for first in around:
            as_reported(store, first, rows.get(f"{first:%Y-%m}"))


SPAN = [dates.months_back(TODAY.replace(day=1), back) for back in range(8)]
SOMEBODY = ("Ana", "Ben", "Cleo")


@st.composite
def talks(draw: st.DrawFn) -> Conversation:
    """A conversation in one of a few months, which may be known by its year only."""
    precision = draw(st.sampled_from(("day", "day", "day", "month", "year")))
    first = draw(st.sampled_from(SPAN))
    whens = {"day": first.replace(day=draw(st.integers(1, 25))), "month": first}
    present = draw(st.sets(st.sampled_from(range(1, 4)), min_size=1))
    return Conversation(
        id=0,
        when=When(whens.get(precision, date(2026, 4, 1)), Precision(precision)),
        setting=draw(st.sampled_from((None, *map(Setting, KINDS)))),
        depth=draw(st.none() | st.sampled_from(Depth)),
        minutes=draw(st.none() | st.integers(0, 300)),
        place=None,
        text="",
        others=None,
        they_asked=False,
        people=tuple(PersonRef(number, "") for number in sorted(present)),
    )


KINDS = ("event", "event", "lunch", "walk", "message")


@given(
    st.lists(talks(), max_size=12),
    st.lists(st.none() | st.sampled_from(SPAN), min_size=3, max_size=3),
)
@settings(max_examples=60)
def test_months_count_who_came_rose_and_went(
    said: list[Conversation], gone: list[date | None]
) -> None:
    with Store.open(None, at=AT) as store:
        with store.change("lives"):
            for name, let_go in zip(SOMEBODY, gone, strict=True):
                person = persons.add(store, name, today=TODAY)
                if let_go:
                    fields = {"let_go_on": let_go.isoformat()}
                    persons.change(store, person, fields)
            for one in said:
                conversations.add(store, one)
        rows = {row["month"]: row for row in view(store, "months_view")}
        for first in SPAN:
            row = rows.get(f"{first:%Y-%m}")
            as_reported(store, first, row)
            if row:
                as_counted(said, row)


FEW = st.dates(date(2026, 1, 1), date(2026, 4, 30))


@given(st.lists(st.tuples(st.lists(FEW, max_size=4), st.none() | FEW), max_size=4))
@settings(max_examples=200)
def test_who_stood_where_at_each_months_end(
    lives: list[tuple[list[date], date | None]],
) -> None:
    """Of each the days of the tiers that they reached, and the one of a let-go."""
    with Store.open(None, at=AT) as store:
        with store.change("lives"):
            for number, (_, gone) in enumerate(lives):
                person = persons.add(store, f"Person {number}", today=TODAY)
                let_go = gone.isoformat() if gone else None
                persons.change(store, person, {"let_go_on": let_go})
        for number, (days, _) in enumerate(lives, start=1):
            for tier, day in zip(list(Tier)[1:], sorted(days), strict=False):
                store.run(
                    "INSERT INTO crossings (person_id, tier, day) VALUES (?, ?, ?)",
                    *(number, tier, day.isoformat()),
                )
        rows = view(store, "months_view")
        rows.sort(key=lambda row: str(row["month"]))
        ends = [dates.month_end(date.fromisoformat(f"{r['month']}-01")) for r in rows]
        for row, tiers in zip(rows, standings.tiers_on(store, ends), strict=True):
            stood = reporting.met(tiers)
            assert (row["met"], row["event_only"], row["known"], row["share"]) == (
                stood.met,
                stood.event_only,
                stood.known,
                stood.share,
            )


def as_counted(said: list[Conversation], row: dict[str, Any]) -> None:
    """That the people of a month are those who can be counted by hand."""
    met: dict[int, list[Conversation]] = {1: [], 2: [], 3: []}
    for one in said:
        if one.setting is not Setting.MESSAGE:
            for person in one.people:
                met[person.id].append(one)
    there = {
        person: {one.setting for one in some if in_month(one, row["month"])}
        for person, some in met.items()
    }
    assert row["people"] == sum(map(bool, there.values()))
    assert row["people_only_at_events"] == list(there.values()).count({Setting.EVENT})
    began = [min(one.when.day for one in some) for some in met.values() if some]
    assert row["new_people"] == [f"{day:%Y-%m}" for day in began].count(row["month"])


def in_month(one: Conversation, month: str) -> bool:
    return f"{one.when.day:%Y-%m}" == month and one.when.precision != Precision.YEAR


def as_reported(store: Store, first: date, row: dict[str, Any] | None) -> None:
    """That a row is what ``report`` says of a month; without one there is nothing."""
    said = months.span(store, first, TODAY, 1)
    if row is None:
        assert (said.conversations, said.learnt, said.moved) == (0, (), ())
        return
    assert {name: row[name] for name in STANDING} == {
        name: getattr(said, name) for name in STANDING
    }
    assert (row["hours"], row["assumed_hours"]) == (
        said.hours.total,
        said.hours.assumed,
    )
    assert row["lunches"] == said.lunches.number
    assert row["moved_up"] == len(said.moved)
    assert row["learnt"] == len(said.learnt)
    assert row["let_go"] == len(said.let_go)
    counts = {depth: said.depth[depth.word] for depth in Depth}
    middle = together.typical({d: number for d, number in counts.items() if number})
    assert row["middle_depth"] == (None if middle is None else middle.word)


STANDING = ("conversations", "messages", "met", "event_only", "share", "known")


@pytest.mark.parametrize("setting", [*Setting, None])
def test_the_usual_lengths_are_those_of_the_score(
    store: Store, setting: Setting | None
) -> None:
    """A new migration lays the views out again when these change."""
    told(store, "with Ana", people=("Ana",), setting=setting)
    (row,) = view(store, "conversations_view")
    usual = scoring.USUAL_MINUTES[setting]
    hours = None if setting is Setting.MESSAGE else round(usual / 60, 3)
    assert (row["setting"], row["hours"]) == (setting, hours)


def test_the_words_are_those_of_the_commands(store: Store) -> None:
    """A new migration lays the views out again when there is another word."""
    people.add(store, TODAY, "Ana", people.Details(), new=True)
    for tier in Tier:
        store.run("UPDATE standings SET tier = ?", tier)
        (ana,) = view(store, "people_view")
        assert (ana["tier"], ana["rank"]) == (tier.words, tier.rank)
    (ana,) = view(store, "people_view")
    assert ana["blanks"].split("; ") == [f for f in Facet if f.side is Side.ARE]


def test_they_are_read_without_the_journals_own_functions(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with Store.open(path, at=AT, create=True) as store:
        told(store, "lunch with Ana")
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as other:
        for name in schema.VIEWS:
            assert len(other.execute(f"SELECT * FROM {name}").fetchall()) == 1  # noqa: S608 - our own views


def test_every_view_of_the_file_is_one_of_ours(store: Store) -> None:
    rows = store.rows("SELECT name FROM sqlite_schema WHERE type = 'view'")
    assert sorted(name for (name,) in rows) == sorted(schema.VIEWS)


def test_they_come_back_with_what_is_saved_of_a_damaged_journal(tmp_path: Path) -> None:
    path, saved = tmp_path / "journal.db", tmp_path / "saved.db"
    with Store.open(path, at=AT, create=True) as store:
        told(store, "lunch with Ana and Ben")
        before = [view(store, name) for name in schema.VIEWS]
    salvage.salvage(path, saved, at=AT)
    with Store.open(saved, at=AT) as store:
        assert [view(store, name) for name in schema.VIEWS] == before


def test_who_is_forgotten_is_in_none_of_them(autumn: Store) -> None:
    ana = whom.look_up(autumn, "Ana", choices=NEW)
    forgetting.forget(autumn, ana, replace=True)
    assert not [
        row for name in schema.VIEWS for row in view(autumn, name) if "Ana" in str(row)
    ]


@pytest.mark.parametrize("anew", [False, True])
def test_a_later_migration_may_change_the_tables_behind_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anew: bool
) -> None:
    """A column is added as it is; to make a table anew, the views go and come back."""
    path = tmp_path / "journal.db"
    with Store.open(path, at=AT, create=True) as store:
        told(store, "lunch with Ana")
        before = [view(store, name) for name in schema.VIEWS]

    def apply(db: Database) -> None:
        if not anew:
            db.execute("ALTER TABLE conversations ADD COLUMN mood TEXT")
            return
        for name in schema.VIEWS:
            db.execute(f"DROP VIEW {name}")
        db.table("config").transform(types={"value": str}, strict=True)
        m004_views.apply(db)

    later = SimpleNamespace(apply=apply)
    monkeypatch.setitem(sys.modules, "deepnet.schema.m900_moods", later)
    monkeypatch.setattr(schema, "NAMES", (*schema.NAMES, "m900_moods"))
    with Store.open(path, at=AT) as store:
        assert [view(store, name) for name in schema.VIEWS] == before
