"""What is done with one person or one entry reads no table from end to end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random

import pytest

from conftest import TODAY
from crowds import journal
from deepnet.journal import brief, changing, learning, log, portrait
from deepnet.journal.whom import Choices
from deepnet.store import Store, beginnings

CHOICES = Choices()
GROWING = (
    *("people", "aliases", "identifiers", "ties", "conversations", "participants"),
    *("facts", "promises", "invitations", "changes", "change_rows", "standings"),
    *("crossings", "name_keys", "shown", "claims", "tags"),
)
SCANNED = re.compile(rf"SCAN ({'|'.join(GROWING)})\b")


@contextmanager
def asked(store: Store) -> Iterator[list[str]]:
    """The statements that are run in the block, those of triggers left out."""
    statements: list[str] = []
    store.connection.set_trace_callback(statements.append)
    try:
        yield statements
    finally:
        store.connection.set_trace_callback(None)


def scans(store: Store, statements: list[str]) -> set[str]:
    """The statements that read a growing table from end to end."""
    plain = {
        each
        for each in statements
        if re.match("SELECT|INSERT|UPDATE|DELETE|WITH", each)
    }
    return {
        each
        for each in plain
        for row in store.rows(f"EXPLAIN QUERY PLAN {each}")
        if SCANNED.match(row["detail"])
    }


def show(store: Store) -> object:
    return portrait.show(store, TODAY, "@3", choices=CHOICES)


def prepare(store: Store) -> object:
    return brief.brief(store, TODAY, ["@3", "Cleo Nordmann"], choices=CHOICES)


def write(store: Store) -> object:
    sentence = "lunch with Cleo Nordmann and @4, her boat #joys"
    return log.log(store, TODAY, sentence, log.Said(), choices=CHOICES)


def learn(store: Store) -> object:
    said = "family: two sisters"
    return learning.learn(store, TODAY, "@3", said, on=None, choices=CHOICES)


def complete(store: Store) -> object:
    return beginnings.names(store, "Cle")


def undo(store: Store) -> object:
    return changing.undo(store, None)


@pytest.mark.parametrize("use", [show, prepare, write, learn, complete, undo])
def test_one_person_is_no_reason_to_read_a_whole_table(
    store: Store, use: Callable[[Store], object]
) -> None:
    journal(store, Random(1), 30)
    with store.change("add"):
        store.run("UPDATE people SET name = 'Cleo Nordmann' WHERE id = 5")
        store.run("DELETE FROM facts WHERE person_id = 3")
    with asked(store) as statements:
        use(store)
    assert len(statements) > 0
    assert scans(store, statements) == set()


def test_a_scan_would_be_seen(store: Store) -> None:
    journal(store, Random(1), 3)
    with asked(store) as statements:
        store.rows("SELECT text FROM conversations WHERE place = ?", "here")
    assert scans(store, statements) == set(statements)
