"""Forgetting somebody: nothing of theirs is left, and nobody else loses anything."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from conftest import TODAY
from deepnet import schema
from deepnet.errors.changes import BuiltUpon
from deepnet.errors.merging import HoldsForgotten, NotSwept
from deepnet.journal import changing, forgetting, merging, portrait, whom
from deepnet.journal import people as persons
from deepnet.model import PersonRef
from deepnet.store import Store, people, searching, standings
from deepnet.store import forgetting as rows
from deepnet.views.merging import Forgotten
from lives import brought
from twins import ANA, ANNA, BEN, CHOICES, add, dump, references, said, settle

STRUCTURE = {
    *("uid", "name", "alias", "kind", "source", "birthday", "day", "precision"),
    *("clock", "setting", "facet", "due", "made_on", "kept_on", "asked_on", "answer"),
    *("planned_for", "answered_on", "connected_on", "until", "added_on", "let_go_on"),
    *("snoozed_until", "imported_on", "key", "tier", "claimed_on", "week"),
}
"""Columns in which no name of somebody else's entry can stand."""


def forget(store: Store, name: str, **how: bool) -> Forgotten:
    return forgetting.forget(store, whom.look_up(store, name, choices=CHOICES), **how)


def everything(store: Store) -> str:
    """Every text in every table, the record of changes and the search index too."""
    names = [
        row[0] for row in store.rows("SELECT name FROM sqlite_schema WHERE sql <> ''")
    ]
    tables = [
        name
        for name in names
        if not name.startswith("sqlite_")
        and store.row(
            "SELECT 1 FROM sqlite_schema WHERE name = ? AND type = 'table'", name
        )
    ]
    return "\n".join(
        repr(tuple(row))
        for table in tables
        for row in store.rows(f"SELECT * FROM {table}")  # noqa: S608 - the file's own
    )


def test_every_table_that_refers_to_people_is_emptied(store: Store) -> None:
    referring = {table for table, _ in references(store)}
    assert referring == {*rows.THEIRS, *rows.PAIRS}
    settle(store)
    for table, column in references(store):
        ours = f"SELECT count(*) FROM {table} WHERE {column} = ?"  # noqa: S608 - the schema's own words
        assert store.value(ours, ANNA) or column == "other_id", table
    forget(store, "@2")
    for table, column in references(store):
        left = f"SELECT count(*) FROM {table} WHERE {column} = ?"  # noqa: S608 - the schema's own words
        assert store.value(left, ANNA) == 0, table
    assert store.row("PRAGMA foreign_key_check") is None


def test_every_column_with_words_is_looked_through(store: Store) -> None:
    for table in schema.LOGGED:
        texts = {
            row["name"]
            for row in store.rows(f"PRAGMA table_info({table})")
            if row["type"] == "TEXT"
        }
        known = {*rows.columns_of(table), *STRUCTURE}
        # The address of somebody else is theirs, whatever it says.
        known |= {"value"} if table == "identifiers" else set()
        # Of what was said there, only digests are kept.
        known |= {"fields"} if table == "imported_conversations" else set()
        assert texts <= known, table


def test_nobody_elses_standing_changes(store: Store) -> None:
    settle(store)
    said(store, "24 nov: lunch with @1, @2 and Ben", minutes=120, others=4)
    before = {n: standings.standing(store, n) for n in (ANA, BEN)}
    view = forget(store, "@2")
    assert {n: standings.standing(store, n) for n in (ANA, BEN)} == before
    assert view.shared == 5
    standings.renew(store)
    assert {n: standings.standing(store, n) for n in (ANA, BEN)} == before


def test_what_is_others_stays_as_it_was(store: Store) -> None:
    settle(store)
    before = dump(store)
    forget(store, "@2")
    after = dump(store)
    for table in (*rows.THEIRS, "people"):
        columns = [row["name"] for row in store.rows(f"PRAGMA table_info({table})")]
        whose = columns.index("id" if table == "people" else "person_id")
        others = [row for row in before[table] if row[whose] != ANNA]
        assert after[table] == others, table
    assert after["stale"] == []


def test_a_conversation_with_nobody_else_goes_and_others_stay(store: Store) -> None:
    add(store, "Zyxwvu Qwortle")
    add(store, "Ben Okafor")
    said(store, "1 nov: lunch with Zyxwvu about snorkels")
    said(store, "2 nov: dinner with Zyxwvu and Ben about boats", others=2)
    said(store, "3 nov: conference with Zyxwvu and 40 others")
    said(store, "4 nov: lunch with Ben")
    view = forget(store, "Zyxwvu")
    assert (view.gone["conversations"], view.shared, view.texts) == (2, 1, 1)
    ben = portrait.show(store, TODAY, "Ben", choices=CHOICES).person
    assert [(talk.text, talk.others) for talk in ben.conversations] == [
        ("4 nov: lunch with Ben", None),
        ("2 nov: dinner with somebody and Ben about boats", 3),
    ]
    assert searching.find(store, "snorkels", most=9) == ()


def test_a_fact_of_somebody_elses_outlives_the_conversation(store: Store) -> None:
    add(store, "Zyxwvu Qwortle")
    add(store, "Ben Okafor")
    said(store, "2 nov: dinner with Zyxwvu and Ben", learned=("Ben/home: a houseboat",))
    store.run("DELETE FROM participants WHERE person_id = 2")
    forget(store, "Zyxwvu")
    ben = portrait.show(store, TODAY, "Ben", choices=CHOICES).person
    assert [fact.text for fact in ben.facts] == ["a houseboat"]


def test_kept_names_stay_in_texts_and_nowhere_else(store: Store) -> None:
    add(store, "Zyxwvu Qwortle", aliases=("Blorptang",))
    add(store, "Ben Okafor")
    said(store, "2 nov: dinner with Zyxwvu and Ben")
    view = forget(store, "Zyxwvu", replace=False)
    assert (view.texts, view.replaced) == (1, False)
    ben = portrait.show(store, TODAY, "Ben", choices=CHOICES).person
    assert ben.conversations[0].text == "2 nov: dinner with Zyxwvu and Ben"
    books = [
        *store.rows("SELECT summary FROM changes"),
        *store.rows("SELECT before FROM change_rows"),
        *store.rows("SELECT after FROM change_rows"),
        *store.rows("SELECT key FROM name_keys"),
    ]
    text = repr([tuple(row) for row in books]).lower()
    for word in ("zyxwvu", "qwortle", "blorptang"):
        assert word not in text
    assert [hit.table for hit in searching.find(store, "zyxwvu", most=9)] == [
        "conversations"
    ]


def test_former_names_and_entries_that_were_taken_back_go_too(store: Store) -> None:
    add(store, "Zyxwvu Oldname")
    changing.undo(store, None)
    add(store, "Zyxwvu Oldname", emails=("zyx@old.example",))
    details = persons.Details(name="Zyxwvu Newname", not_aliases=())
    persons.edit(store, TODAY, "Zyxwvu", details, choices=CHOICES)
    add(store, "Ben Okafor")
    said(store, "2 nov: lunch with Ben about Zyxwvu Oldname and zyx@old.example")
    said(store, "3 nov: lunch with Zyxwvu")
    changing.undo(store, None)
    forget(store, "Zyxwvu")
    text = everything(store).lower()
    for word in ("zyx", "oldname", "newname"):
        assert word not in text


def test_whoever_was_merged_into_them_goes_with_them(store: Store) -> None:
    add(store, "Zyxwvu Qwortle", emails=("z@q.example",))
    add(store, "Blorptang Fizz", company="Glimmershop", emails=("b@fizz.example",))
    add(store, "Ben Okafor")
    said(store, "2 nov: lunch with Blorptang and Ben, Blorptang sang")
    both = merging.pair(store, "Zyxwvu", "Blorptang", choices=CHOICES)
    merging.merge(store, TODAY, both)
    changing.undo(store, None)
    changing.undo(store, None)
    forget(store, "Zyxwvu")
    text = everything(store).lower()
    for word in ("zyxwvu", "qwortle", "blorptang", "fizz", "glimmershop"):
        assert word not in text, word


def test_a_merge_that_was_taken_back_makes_them_no_one_person(store: Store) -> None:
    add(store, "Zyxwvu Qwortle")
    add(store, "Blorptang Fizz")
    both = merging.pair(store, "Zyxwvu", "Blorptang", choices=CHOICES)
    merging.merge(store, TODAY, both)
    changing.undo(store, None)
    forget(store, "Zyxwvu")
    assert portrait.show(store, TODAY, "@2", choices=CHOICES).person.name == (
        "Blorptang Fizz"
    )
    assert "Added Blorptang Fizz" in everything(store)


def test_an_undo_that_would_need_what_is_erased_is_refused(store: Store) -> None:
    add(store, "Zyxwvu Qwortle")
    add(store, "Ben Okafor")
    persons.edit(
        store, TODAY, "Zyxwvu", persons.Details(company="Acme"), choices=CHOICES
    )
    said(store, "2 nov: dinner with Zyxwvu and Ben")
    persons.edit(store, TODAY, "Ben", persons.Details(company="Acme"), choices=CHOICES)
    forget(store, "Zyxwvu")
    before = dump(store)
    for number in (1, 3, 6):
        with pytest.raises(HoldsForgotten):
            changing.undo(store, number)
    with pytest.raises(BuiltUpon):
        changing.undo(store, 4)
    assert dump(store) == before
    assert [entry.id for entry in changing.history(store, most=9).changes] == [
        *range(6, 0, -1)
    ]
    changing.undo(store, 5)
    assert people.person(store, 2).company is None


def test_an_import_of_many_can_be_taken_back_without_the_one(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "name,email,company\nZyxwvu Qwortle,z@q.org,Acme\nBen Okafor,b@x.org,Acme\n"
    )
    brought(store, path)
    forget(store, "Zyxwvu")
    changing.undo(store, 1)
    assert people.everybody(store) == []
    changing.undo(store, None)
    assert [named.name for named in people.everybody(store)] == ["Ben Okafor"]
    assert "zyxwvu" not in everything(store).lower()


def test_forgetting_one_of_two_with_one_name_leaves_the_other(store: Store) -> None:
    for _ in range(2):
        add(store, "Ana Ruiz")
    add(store, "Ben Okafor")
    said(store, "2 nov: dinner with @1 and Ben, Ana Ruiz sang")
    persons.edit(store, TODAY, "Ben", persons.Details(home="Ana Ruiz"), choices=CHOICES)
    forget(store, "@1")
    assert people.ref(store, 2) == PersonRef(2, "Ana Ruiz")
    assert people.person(store, 3).home == "Ana Ruiz"
    talk = portrait.show(store, TODAY, "Ben", choices=CHOICES).person.conversations[0]
    assert talk.text == "2 nov: dinner with somebody and Ben, somebody sang"


def test_a_rehearsal_says_the_same_and_writes_nothing(store: Store) -> None:
    settle(store)
    before, books = dump(store), everything(store)
    rehearsed = forget(store, "@2", rehearse=True)
    assert (dump(store), everything(store)) == (before, books)
    assert forget(store, "@2") == rehearsed._replace(rehearsed=False)


def test_the_search_index_is_that_of_a_new_journal(store: Store) -> None:
    settle(store)
    forget(store, "@2")
    words = [row[0] for row in store.rows("SELECT text FROM search")]
    assert words
    assert store.run("INSERT INTO search (search) VALUES ('integrity-check')")
    store.run("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, search, row)")
    terms = {row[0] for row in store.rows("SELECT term FROM terms")}
    assert terms == {word for text in words for word in text.split()}


def test_a_file_that_cannot_be_packed_says_that_they_are_erased(store: Store) -> None:
    add(store, "Zyxwvu Qwortle")
    add(store, "Ben Okafor")
    reading = store.connection.execute("SELECT id FROM changes")
    reading.fetchone()
    with pytest.raises(NotSwept) as caught:
        forget(store, "Zyxwvu")
    assert caught.value.exit_code == 6
    assert "erased" in caught.value.message
    reading.close()
    assert [named.name for named in people.everybody(store)] == ["Ben Okafor"]
    forgetting.sweep(store)


def test_records_of_others_lose_the_name_and_stay_json(
    store: Store, tmp_path: Path
) -> None:
    add(store, "Zyxwvu Qwortle")
    path = tmp_path / "people.vcf"
    path.write_text(
        "BEGIN:VCARD\nUID:b\nFN:Ben Okafor\nNOTE:met by Zyxwvu Qwortle\nEND:VCARD\n"
    )
    brought(store, path)
    forget(store, "Zyxwvu")
    assert "qwortle" not in everything(store).lower()
    raw = json.loads(store.value("SELECT raw FROM records"))
    assert ["NOTE", "met by somebody"] in [
        list(cell) for cell in raw
    ] or "somebody" in (json.dumps(raw))


def test_a_file_of_thousands_is_packed_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with Store.open(path, at="2026-11-25T12:00:00Z", create=True) as store:
        for number in range(50):
            add(store, f"Name{number} Nr{number}")
        with store.change("many") as change:
            for number in range(5000):
                talk = store.insert(
                    "INSERT INTO conversations (day, text) VALUES ('2026-11-01', ?)",
                    f"talk {number} with Name{number % 50}",
                )
                for person in (number % 50 + 1, (number + 1 + number % 7) % 50 + 1):
                    store.run(
                        "INSERT INTO participants (conversation_id, person_id) "
                        "VALUES (?, ?)",
                        talk,
                        person,
                    )
            change.summary = "Many"
        view = forget(store, "@7")
        both = [
            {number % 50 + 1, (number + 1 + number % 7) % 50 + 1}
            for number in range(5000)
        ]
        shared = sum(7 in pair for pair in both)
        assert (view.shared, view.texts, view.left) == (shared, 100, ())
        assert "name6 " not in everything(store).lower()
    journal = sqlite3.connect(path)
    assert journal.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert journal.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    journal.close()
