"""A journal as a document and back: equal, row for row, and refused with a reason."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import TODAY
from deepnet.archive import Delivered, Form, Wanted, checking
from deepnet.archive.document import Opened
from deepnet.errors import DeepnetError, FileTrouble
from deepnet.errors.archive import (
    DamagedDocument,
    JournalNotEmpty,
    LostRow,
    NewerDocument,
    NoDocument,
)
from deepnet.journal import (
    agenda,
    archive,
    changing,
    configuring,
    finding,
    listing,
    log,
    months,
    portrait,
)
from deepnet.journal.demo import settle
from deepnet.journal.whom import Choices
from deepnet.render.notes import note
from deepnet.store import Store, standings
from deepnet.store import archive as tables
from deepnet.views.archive import Restored
from lives import NEW, emptied, lived

SCHEMA = Path(__file__).resolve().parents[2] / "docs/reference/export.schema.json"


def exported(store: Store, form: Form, **wanted: bool) -> dict[str, str]:
    """What is handed over, by the name of the file."""
    found: dict[str, str] = {}

    def deliver(files: Any) -> Delivered:
        found.update({file.name: "".join(file.text) for file in files})
        return Delivered("", len(found), 0)

    archive.export(store, Wanted(form, TODAY, **wanted), deliver, page=note)
    return found


def document(store: Store, **wanted: bool) -> str:
    return exported(store, Form.JSON, **wanted)[""]


def restored(store: Store, text: str) -> Restored:
    return archive.restore(store, Opened(io.StringIO(text)))


def rows(store: Store, table: str) -> list[tuple[Any, ...]]:
    return sorted(map(tuple, store.rows(f"SELECT rowid, * FROM {table}")), key=repr)  # noqa: S608 - our own tables


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, and the highest ids."""
    found = {
        table: list(map(tuple, store.rows(f"SELECT * FROM {table}")))  # noqa: S608 - our own tables
        for table in (*tables.TABLES, *tables.DERIVED, "sqlite_sequence")
        if table != "search"
    }
    found["search"] = list(map(tuple, store.rows("SELECT rowid, text FROM search")))
    return {table: sorted(each, key=repr) for table, each in found.items()}


def triggers(store: Store) -> set[tuple[str, str]]:
    return set(
        map(tuple, store.rows("SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL"))
    )


@settings(max_examples=60)
@given(st.data())
def test_export_restore_and_export_again_is_the_same_byte_for_byte(
    data: st.DataObject,
) -> None:
    with lived(data) as store, emptied() as other:
        text = document(store)
        restored(other, text)
        assert document(other) == text
        assert everything(other) == everything(store)
        assert triggers(other) == triggers(store)
        jsonschema.validate(json.loads(text), SCHEMA_ITSELF)
        fresh = everything(other)["standings"]
        standings.renew(other)
        assert everything(other)["standings"] == fresh


SCHEMA_ITSELF = json.loads(SCHEMA.read_text(encoding="utf-8"))


@settings(max_examples=30)
@given(st.data())
def test_without_the_history_all_else_comes_back(data: st.DataObject) -> None:
    with lived(data) as store, emptied() as other:
        text = document(store, history=False)
        restored(other, text)
        assert document(other, history=False) == text
        then, now = everything(store), everything(other)
        assert [now[table] for table in tables.HISTORY] == [[], []]
        for table in {*tables.TABLES, *tables.DERIVED} - {*tables.HISTORY}:
            assert now[table] == then[table], table


def test_life_goes_on_after_it_as_it_would_have(store: Store) -> None:
    settle(store, TODAY)
    changing.undo(store, None)
    text = document(store)
    with emptied() as other:
        restored(other, text)
        for each in (store, other):
            # What was taken back comes again, and nobody gets an id that was given.
            changing.undo(each, None)
            said = log.Said(people=("Zed",))
            log.log(each, TODAY, "lunch", said, choices=NEW)
        wanted, got = json.loads(document(store)), json.loads(document(other))
        for side in (wanted, got):
            # Of what was written after it, only the random uids differ.
            del side["tables"]["change_rows"]
            for row in (*side["tables"]["people"], *side["tables"]["conversations"]):
                del row["uid"]
        assert got == wanted


def test_an_empty_journal_goes_out_and_in(store: Store) -> None:
    text = document(store)
    read = json.loads(text)
    assert read["highest"] == {}
    assert set(read["tables"]) == set(tables.TABLES)
    assert not any(read["tables"].values())
    with emptied() as other:
        assert set(restored(other, text).counts.values()) == {0}
        assert document(other) == text


def test_five_thousand_people_go_out_and_in_a_row_a_line(store: Store) -> None:
    with store.change("world"):
        for number in range(5000):
            store.run(
                "INSERT INTO people (name, added_on) VALUES (?, '2026-01-01')",
                f"Person {number}",
            )
    text = document(store)
    assert text.count("\n") > 10_000
    with emptied() as other:
        assert restored(other, text).counts["people"] == 5000
        assert document(other) == text


def test_every_table_is_exported_or_worked_out(store: Store) -> None:
    found = {
        name
        for (name,) in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith(("sqlite_", "_sqlite_", "search_"))
    }
    assert found == {*tables.TABLES, *tables.DERIVED}
    assert len(tables.TABLES) == len(set(tables.TABLES))


def test_every_column_that_holds_a_day_is_read_as_one(store: Store) -> None:
    found = set()
    for (sql,) in store.rows("SELECT sql FROM sqlite_schema WHERE type = 'table'"):
        found |= set(
            re.findall(r"^ *(\w+) .*?CHECK \(\1 GLOB '\[0-9\]", sql, re.MULTILINE)
        )
    assert found - {"birthday"} == checking.DAYS - {"week"}


def test_the_published_schema_describes_each_column(store: Store) -> None:
    described = SCHEMA_ITSELF["properties"]["tables"]["properties"]
    assert list(described) == list(tables.TABLES)
    for table, array in described.items():
        row = SCHEMA_ITSELF["$defs"][array["items"]["$ref"].rpartition("/")[2]]
        columns = tables.columns(store, table)
        assert list(row["properties"]) == list(columns), table
        assert row["required"] == list(columns), table
        assert row["additionalProperties"] is False, table
        assert all(each.get("description") for each in row["properties"].values())
    jsonschema.Draft202012Validator.check_schema(SCHEMA_ITSELF)


def test_a_journal_that_holds_something_is_never_written_over(store: Store) -> None:
    settle(store, TODAY)
    text = document(store)
    with pytest.raises(JournalNotEmpty):
        restored(store, text)
    assert document(store) == text


OF_EVERYTHING = """
INSERT INTO people (name, birthday, added_on) VALUES
  ('Ana', '--02-29', '2026-01-01'), ('Ben', NULL, '2026-01-02');
INSERT INTO aliases (person_id, alias) VALUES (1, 'An');
INSERT INTO conversations (day, setting, text) VALUES
  ('2026-11-01', 'lunch', 'lunch with Ana');
INSERT INTO participants (conversation_id, person_id) VALUES (1, 1);
INSERT INTO facts (person_id, facet, text, day, conversation_id) VALUES
  (1, 'joys', 'sings', '2026-11-01', 1);
INSERT INTO promises (person_id, text, due, made_on) VALUES
  (1, 'map', '2026-12-01', '2026-11-01');
INSERT INTO invitations (person_id, asked_on, setting) VALUES
  (2, '2026-11-01', 'walk');
INSERT INTO records (source, key, person_id, fields, raw, imported_on) VALUES
  ('csv', 'k', 2, '{"name": "Ben"}', '[["name", "Ben"]]', '2026-11-01');
INSERT INTO config (key, value) VALUES ('day-start', '04:00');
INSERT INTO distinct_people (person_id, other_id) VALUES (1, 2)
"""


@pytest.fixture(scope="module")
def small() -> str:
    """The document of a journal with a bit of everything."""
    with emptied() as store:
        with store.change("demo"):
            for statement in OF_EVERYTHING.split(";\n"):
                store.run(statement)
        changing.undo(store, None)
        changing.undo(store, None)
        agenda.who_next(store, TODAY)
        return document(store)


def refusal(text: str) -> DeepnetError:
    """Why a document is refused; the journal is as empty as before."""
    with emptied() as store:
        before = everything(store)
        with pytest.raises(DeepnetError) as caught:
            restored(store, text)
        assert everything(store) == before
        assert triggers(store)
        return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name,email\nAna,\n",
        "[]",
        "{}",
        '{"format": "x"}',
        "BEGIN:VCARD",
        '"format"',
        '{"version": 1, "format": "deepnet"}',
    ],
)
def test_what_is_no_document_is_called_so(text: str) -> None:
    with pytest.raises(NoDocument):
        Opened(io.StringIO(text))


def test_a_document_of_a_newer_deepnet_is_refused(small: str) -> None:
    newer = (
        small.replace('"version": 1', '"version": 2'),
        small.replace('"schema": [', '"schema": ["m999_wings", '),
    )
    for text in newer:
        with pytest.raises(NewerDocument):
            Opened(io.StringIO(text))


def test_a_document_of_an_older_deepnet_is_taken(small: str) -> None:
    document = json.loads(small)
    document["schema"] = ["m001_journal"]
    for table in ("claims", "tags", "distinct_people", "questions_shown"):
        document["tables"].pop(table)
        document["highest"].pop(table, None)
    document["tables"]["change_rows"] = [
        row
        for row in document["tables"]["change_rows"]
        if row["kind"] != "distinct_people"
    ]
    with emptied() as store:
        assert restored(store, json.dumps(document)).counts["people"] == 2


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        (
            '"m002_between_lunches"',
            '"m001_journal"',
            "it has no “schema” like that before its tables",
        ),
        ('"week": "2026-11-23"', '"week": "2026-W48-1"', "shown: week is no day"),
        ('"name": "Ana"', '"name": 5', "people: name is no text"),
        ('"name": "Ana"', '"name": null', "people: name is missing"),
        ('"name": "Ana"', '"name": " "', "people: it has a value that can't be"),
        (
            '"name": "Ana"',
            '"name": "\\ud800"',
            "people: name has a character that can't be kept",
        ),
        ('"name": "Ana"', '"name": "A", "name": "B"', "a key is there twice"),
        ('"name": "Ana"', '"nome": "Ana"', "people: “nome” is none of its columns"),
        ('"name": "Ana", ', "", "people: name is missing"),
        ('"id": 2,', '"id": 1,', "people: another row has the same id"),
        ('"id": 2,', '"id": 2.0,', "people: id is no whole number"),
        ('"id": 2,', '"id": 99999999999999999999,', "people: id is out of bounds"),
        ('"id": 2,', '"id": 0,', "people: id is out of bounds"),
        ('"id": 2,', '"id": NaN,', "there is a number that can't be"),
        ('"id": 2,', '"id": true,', "people: id is no whole number"),
        ("--02-29", "--02-30", "people: birthday is no birthday"),
        ('"day": "2026-11-01"', '"day": "2026-11-31"', "conversations: day is no day"),
        (
            '"setting": "walk"',
            '"setting": "flight"',
            "invitations: setting is no setting",
        ),
        ('"facet": "joys"', '"facet": "shoes"', "facts: it has a value that can't be"),
        ('"04:00"', '"4 o\'clock"', "config: value is no hour"),
        ('"fields": {', '"fields": [', "it is not JSON there, or it ends too early"),
        (
            '"fields": {"name": "Ben"}',
            '"fields": []',
            "records: fields must be an object",
        ),
        (
            '"kind": "people"',
            '"kind": "sqlite_schema"',
            "change_rows: kind is no table of the journal",
        ),
        ('"row_id": 1', '"row_id": 7', "change_rows: after is another row"),
        (
            '"after": {"id": 1, ',
            '"after": {"id": 1, "x) VALUES (1); --": 1, ',
            "change_rows: after: “x) VALUES (1); --” is none of its columns",
        ),
        ('"undoes": 1', '"undoes": 3', "changes: undoes must be an earlier change"),
        ('"people": [', '"peeple": [', "a journal has no table “peeple”"),
        ('"aliases": [', '"people": [', "a table is there twice"),
        ('"people": [', '"people": [[],', "people: a row must be an object"),
        ('"people": [', f'"people": [{"[" * 100_000},', "too much is nested there"),
        (
            '"highest": {"people": 2',
            '"highest": {"people": -1',
            "it has no “highest” like that before its tables",
        ),
        ('"highest": {"people": 2', '"highest": {"pets": 2', "“pets” gives no ids"),
        (
            '"schema"',
            '"more": 1, "schema"',
            "it has no “more” like that before its tables",
        ),
        ("]\n}}", ']\n}, "more": 1}', "the tables must come last"),
        ("]\n}}", "]\n}}}", "something follows the end"),
    ],
)
def test_a_document_that_was_changed_by_hand_is_refused_and_says_where(
    small: str, was: str, now: str, why: str
) -> None:
    assert was in small
    start = small.index(was)
    line = 1 + small.count("\n", 0, start)
    error = refusal(small.replace(was, now, 1))
    assert isinstance(error, DamagedDocument)
    found, said = error.message.split(" can't be used: ")
    assert said == f"{why}."
    # What closes a table is read with the row or the sign after it.
    assert int(found.removeprefix("Line ")) in (line, line + 1)


def test_a_row_that_points_to_nobody_is_refused(small: str) -> None:
    error = refusal(small.replace('"person_id": 1, "alias"', '"person_id": 9, "alias"'))
    assert isinstance(error, LostRow)
    assert error.message.endswith("the row 1 of aliases points to none of its people.")


def test_a_text_without_end_is_refused_before_it_fills_the_memory(small: str) -> None:
    class Endless:
        """A document whose first name never ends."""

        read_so_far = 0

        def read(self, size: int) -> str:
            first, self.read_so_far = not self.read_so_far, self.read_so_far + size
            return small.partition('"Ana"')[0] + '"' if first else "a" * size

    endless = Endless()
    with emptied() as store, pytest.raises(DamagedDocument, match="too long"):
        archive.restore(store, Opened(endless))
    assert endless.read_so_far < 100_000_000


def look_at_everything(store: Store) -> None:
    """Every command that only reads."""
    today = TODAY
    for person in listing.listed(store, today, listing.Filter()).people:
        portrait.show(store, today, f"@{person.id}", choices=Choices())
        portrait.why(store, today, f"@{person.id}", choices=Choices())
    agenda.who_next(store, today)
    months.report(store, today, month=None, last=False)
    finding.search(store, "a", most=50)
    changing.history(store, most=50)
    configuring.day_start(store)
    configuring.settings(store)


def usable(text: str) -> bool:
    """Whether a document is taken; then every command must be able to go on with it."""
    with emptied() as store:
        before = everything(store)
        try:
            restored(store, text)
        except FileTrouble:
            assert everything(store) == before
            return False
        look_at_everything(store)
        try:
            changing.undo(store, None)
        except DeepnetError:
            return True
        look_at_everything(store)
        return True


@settings(max_examples=150)
@given(st.data())
def test_a_document_cut_anywhere_is_refused(small: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(small) - 2))
    assert not usable(small[:end])
    start = data.draw(st.integers(1, end or 1))
    usable(small[:start] + small[end:])


VALUES = st.one_of(
    st.none(),
    st.integers(-(2**70), 2**70),
    st.integers(-2, 5),
    st.floats(),
    st.booleans(),
    st.text(max_size=10),
    st.sampled_from(
        ("9999-12-31", "0000-00-00", "2026-02-30", "--02-29", "known", "\x00")
    ),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=4), st.text(max_size=4), max_size=2),
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a document where something stands: its container and its key."""
    if isinstance(value, dict):
        keys: list[Any] = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    else:
        return []
    return [(value, key) for key in keys] + [
        place for key in keys for place in places(value[key])
    ]


@settings(max_examples=300)
@given(st.data())
def test_values_swapped_and_changed_are_refused_or_can_be_lived_with(
    small: str, data: st.DataObject
) -> None:
    read = json.loads(small)
    if data.draw(st.booleans()):
        # As an older deepnet would have said it: then columns may be missing.
        read["schema"] = ["m001_journal"]
        rows_of = [row for each in read["tables"].values() for row in each]
        row = data.draw(st.sampled_from(rows_of))
        row.pop(data.draw(st.sampled_from(list(row))))
    for _ in range(data.draw(st.integers(1, 2))):
        found = places(read)
        container, key = data.draw(st.sampled_from(found))
        if data.draw(st.booleans()):
            other, place = data.draw(st.sampled_from(found))
            taken = json.loads(json.dumps(other[place]))
        else:
            taken = data.draw(VALUES)
        container[key] = taken
    usable(json.dumps(read))
