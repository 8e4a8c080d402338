"""What was asked of whom: for a season, each text once, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import TODAY
from deepnet.store import Store, asked, changes, people

MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    """A journal in a file, with Ana (1) and Ben (2)."""
    with Store.open(tmp_path / "journal.db", at="", create=True) as store:
        with store.change("add"):
            people.add(store, "Ana", today=TODAY)
            people.add(store, "Ben", today=TODAY)
        yield store


def test_the_present_week_does_not_count(kept: Store) -> None:
    asked.note(kept, MONDAY, [(1, "Why?"), (2, "How?")])
    assert asked.lately(kept, MONDAY) == {}
    assert asked.lately(kept, MONDAY + WEEK) == {1: {"Why?"}, 2: {"How?"}}
    assert asked.lately_of(kept, 1, MONDAY) == frozenset()
    assert asked.lately_of(kept, 1, MONDAY + WEEK) == {"Why?"}


def test_a_text_is_used_for_thirteen_weeks_and_then_free(kept: Store) -> None:
    asked.note(kept, MONDAY, [(1, "Why?")])
    used = [bool(asked.lately_of(kept, 1, MONDAY + n * WEEK)) for n in range(16)]
    assert used == [False, *[True] * 13, False, False]
    assert used == [bool(asked.lately(kept, MONDAY + n * WEEK)) for n in range(16)]


def test_shown_again_after_a_season_it_is_used_again(kept: Store) -> None:
    asked.note(kept, MONDAY, [(1, "Why?")])
    asked.note(kept, MONDAY + 14 * WEEK, [(1, "Why?")])
    assert asked.lately_of(kept, 1, MONDAY + 15 * WEEK) == {"Why?"}


def test_shown_again_within_a_season_it_keeps_its_week(kept: Store) -> None:
    asked.note(kept, MONDAY, [(1, "Why?")])
    asked.note(kept, MONDAY + 5 * WEEK, [(1, "Why?")])
    assert asked.lately_of(kept, 1, MONDAY + 5 * WEEK) == {"Why?"}


def test_it_is_no_change_of_the_user_s(kept: Store) -> None:
    asked.note(kept, MONDAY, [(1, "Why?")])
    assert [entry.command for entry in changes.entries(kept, most=9)] == ["add"]


def test_the_second_time_nothing_is_written(kept: Store) -> None:
    asked.note(kept, MONDAY, [(1, "Why “now”, 王芳?")])
    before = kept.connection.total_changes
    asked.note(kept, MONDAY, [(1, "Why “now”, 王芳?")])
    assert kept.connection.total_changes == before
    assert asked.lately_of(kept, 1, MONDAY + WEEK) == {"Why “now”, 王芳?"}


def test_where_nothing_can_be_written_nothing_goes_wrong(kept: Store) -> None:
    kept.run("PRAGMA query_only = ON")
    asked.note(kept, MONDAY, [(1, "Why?")])
    assert asked.lately(kept, MONDAY + WEEK) == {}


def test_a_file_that_somebody_else_is_writing_is_no_trouble(kept: Store) -> None:
    kept.run("PRAGMA busy_timeout = 0")
    with Store.open(kept.path, at="") as other, other.change("other"):
        asked.note(kept, MONDAY, [(1, "Why?")])
    assert asked.lately(kept, MONDAY + WEEK) == {}


def test_somebody_erased_takes_their_questions_along(kept: Store) -> None:
    asked.note(kept, MONDAY, [(1, "Why?")])
    kept.run("DELETE FROM people WHERE id = 1")
    assert asked.lately(kept, MONDAY + WEEK) == {}
