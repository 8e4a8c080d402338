"""Which names and circles are offered for a few letters."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from deepnet.store import Store, beginnings, circles, people

TODAY = date(2026, 11, 25)
NAMES = (
    *("Ana Ruiz", "Anders Ek", "Jörg Müller", "Ben Oak", "Siân O’Brien", "Cleo Hall"),
    *("Anna-Lou-May Ward", "王芳", "Ana (Lima)"),
)


@pytest.fixture
def journal(store: Store) -> Store:
    with store.change("add") as change:
        change.summary = "Added"
        numbers = {name: people.add(store, name, today=TODAY) for name in NAMES}
        people.add_alias(store, numbers["Cleo Hall"], "Saving Grace")
        people.change(store, numbers["Anders Ek"], {"let_go_on": "2026-11-01"})
        for tag in ("bookclub", "book-swap", "choir"):
            circles.add(store, numbers["Ana Ruiz"], tag)
    return store


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Cl", ["Cleo Hall"]),
        ("an", ["Ana (Lima)", "Ana Ruiz", "Anna-Lou-May Ward"]),
        ("Ana R", ["Ana Ruiz"]),
        ("Ana (", ["Ana (Lima)"]),
        ("ruiz", ["Ana Ruiz"]),
        ("may", ["Anna-Lou-May Ward"]),
        ("jorg", ["Jörg Müller"]),
        ("muel", ["Jörg Müller"]),
        ("o'b", ["Siân O’Brien"]),
        ("王", ["王芳"]),
        ("王芳", ["王芳"]),
        ("sav", ["Saving Grace"]),
        ("grace", ["Saving Grace"]),
        ("ek", []),
        ("x", []),
        ("%", []),
    ],
)
def test_names_and_aliases_that_begin_so(
    journal: Store, typed: str, offered: list[str]
) -> None:
    assert beginnings.names(journal, typed) == offered


def test_before_a_letter_is_typed_the_first_names_are_offered(journal: Store) -> None:
    names = beginnings.names(journal, " ")
    assert names[:2] == ["Ana (Lima)", "Ana Ruiz"]
    assert set(names) == set(NAMES) - {"Anders Ek"}


def test_circles_that_begin_so(journal: Store) -> None:
    assert beginnings.tags(journal, "book") == ["book-swap", "bookclub"]
    assert beginnings.tags(journal, "x") == []
    assert len(beginnings.tags(journal, "")) == 3


def test_all_names_are_offered_however_many_begin_so(store: Store) -> None:
    with store.change("add") as change:
        change.summary = "Added"
        for number in range(200):
            people.add(store, f"Ana Z{number:03}", today=TODAY)
        people.add(store, "Anz", today=TODAY)
    assert len(beginnings.names(store, "an")) == 201
    assert len(beginnings.names(store, "")) == beginnings.MOST


def test_a_peek_changes_nothing_and_does_not_wait(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Store.open(path, at="2026-11-25T12:00:00Z", create=True).close()
    before = path.read_bytes()
    peeking = Store.peek(path)
    assert peeking is not None
    with peeking:
        assert peeking.value("SELECT count(*) FROM people") == 0
    # A file of another version is neither read nor brought up to date.
    other = sqlite3.connect(path)
    with other:
        other.execute("DELETE FROM _sqlite_migrations WHERE name LIKE 'm002%'")
    other.close()
    assert Store.peek(path) is None
    assert [entry.name for entry in tmp_path.iterdir()] == ["journal.db"]
    path.write_bytes(before[: len(before) // 2])
    assert Store.peek(path) is None
