"""Two entries for one person: nothing is lost, nothing counts twice, one undo parts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import TODAY
from deepnet import standing as earned
from deepnet.errors.changes import BuiltUpon
from deepnet.errors.merging import SamePerson
from deepnet.journal import (
    changing,
    editing,
    log,
    merging,
    portrait,
    resting,
)
from deepnet.journal import people as persons
from deepnet.store import Store, conversations, histories, people, searching, standings
from deepnet.store import merging as rows
from deepnet.views.merging import FieldKept, Merged
from deepnet.views.people import Portrait
from lives import brought
from twins import ANA, ANNA, BEN, CHOICES, add, dump, references, said, settle


def merge(store: Store, kept: str = "@1", gone: str = "@2") -> Merged:
    both = merging.pair(store, kept, gone, choices=CHOICES)
    return merging.merge(store, TODAY, both)


def shown(store: Store, name: str = "@1") -> Portrait:
    return portrait.show(store, TODAY, name, choices=CHOICES).person


def found(store: Store, words: str) -> set[tuple[str, int]]:
    return {tuple(hit) for hit in searching.find(store, words, most=99)}  # type: ignore[misc]


def every_standing_is_fresh(store: Store) -> bool:
    numbers = [row[0] for row in store.rows("SELECT id FROM people")]
    return bool(numbers) and all(
        standings.standing(store, number)
        == earned.standing(histories.of(store, number))
        for number in numbers
    )


def test_merge_and_undo_leave_every_table_as_it_was(store: Store) -> None:
    settle(store)
    before = dump(store)
    assert all(before[table] for table, _ in references(store))
    merge(store)
    merged = dump(store)
    changing.undo(store, None)
    assert dump(store) == before
    changing.undo(store, None)
    assert dump(store) == merged
    assert "stale" in merged
    assert merged["stale"] == []


def test_a_rehearsal_says_the_same_and_writes_nothing(store: Store) -> None:
    settle(store)
    before = dump(store)
    both = merging.pair(store, "@1", "@2", choices=CHOICES)
    rehearsed = merging.merge(store, TODAY, both, rehearse=True)
    assert dump(store) == before
    assert rehearsed == merge(store)._replace(rehearsed=True)


def test_every_table_that_refers_to_people_is_merged(store: Store) -> None:
    tables = {table for table, _ in references(store)}
    assert tables == {*rows.MOVES, *rows.WORKED_OUT}
    assert not {*rows.MOVES} & {*rows.WORKED_OUT}
    settle(store)
    merge(store)
    for table, column in references(store):
        left = store.value(
            f"SELECT count(*) FROM {table} WHERE {column} = ?",  # noqa: S608 - the schema's own words
            ANNA,
        )
        assert left == 0, table


def test_what_is_kept_of_each_table(store: Store) -> None:
    settle(store)
    view = merge(store)
    assert view.brought == {
        "aliases": 2,
        "identifiers": 2,
        "jobs": 1,
        "conversations": 3,
        "facts": 1,
        "promises": 1,
        "invitations": 1,
        "records": 1,
        "tags": 1,
        "claims": 1,
        "distinct_people": 1,
        "shown": 1,
        "questions_shown": 1,
    }
    assert view.once == {
        "identifiers": 1,
        "ties": 1,
        "jobs": 1,
        "conversations": 2,
        "facts": 1,
        "tags": 1,
        "claims": 1,
        "shown": 1,
        "questions_shown": 1,
    }
    ana = shown(store)
    assert ana.name == "Ana Ruiz"
    assert ana.aliases == ("Nana", "Anna Ruiz-Vale", "Annie")
    assert (ana.company, ana.position) == ("Acme", None)
    assert (ana.birthday, ana.office) == ("1980-05-03", "Harbour Quay")
    assert ana.emails == ("a@x.org", "anna@zeta.example")
    assert ana.phones == ("+12025550171",)
    assert ana.connected_on == date(2020, 3, 1)
    assert [(job.company, job.position) for job in ana.jobs] == [
        ("Old Ltd", "Clerk"),
        ("Nr 1", None),
        ("Nr 2", None),
        ("Zeta", "Buyer"),
    ]
    assert [str(fact.day) for fact in ana.facts if fact.text == "two sisters"] == [
        "2026-11-21"
    ]
    assert ana.snoozed_until == date(2026, 12, 9)
    assert len(ana.conversations) == 7
    assert store.value("SELECT claimed_on FROM claims") == "2026-11-02"
    assert store.row("SELECT person_id, other_id FROM distinct_people")[:] == (1, 3)  # type: ignore[index]


def test_the_merged_standing_is_that_of_one_history(store: Store) -> None:
    settle(store)
    merge(store)
    assert every_standing_is_fresh(store)
    with Store.open(None, at=store.at) as other:
        settle(other)
        with other.change("one") as change:
            numbers = [
                row[0]
                for row in other.rows(
                    "SELECT conversation_id FROM participants WHERE person_id = 2"
                )
            ]
            other.run("DELETE FROM facts WHERE person_id = 1")
            for table in ("facts", "promises", "invitations"):
                other.run(f"UPDATE {table} SET person_id = 1 WHERE person_id = 2")  # noqa: S608 - three words
            for number in numbers:
                row = conversations.conversation(other, number)
                assert row
                ids = {1 if one.id == ANNA else one.id for one in row.people}
                there = tuple(people.ref(other, one) for one in sorted(ids))
                conversations.change(other, row._replace(people=there))
            change.summary = "As one"
        for person in (ANA, BEN):
            assert standings.standing(store, person) == standings.standing(
                other, person
            )


def test_company_at_a_conversation_counts_again_after_an_undo(store: Store) -> None:
    for name in ("Ana Ruiz", "Ben Okafor", "Cleo Moss"):
        add(store, name)
    said(store, "lunch with Ana, Ben and Cleo")
    before = dump(store)
    alone = editing.Changes(log.Said(without=("Ben",)))
    editing.edit(store, TODAY, "last", alone, choices=CHOICES)
    changing.undo(store, None)
    assert dump(store) == before
    assert every_standing_is_fresh(store)


def test_names_and_words_are_found_after_a_merge_and_after_its_undo(
    store: Store,
) -> None:
    settle(store)
    before = found(store, "boat"), found(store, "anna"), found(store, "zeta")
    merge(store)
    assert shown(store, "Annie").id == ANA
    assert shown(store, "Ruiz-Vale").id == ANA
    assert shown(store, "anna@zeta.example").id == ANA
    assert found(store, "boat") == before[0]
    assert ("people", ANNA) not in found(store, "anna")
    changing.undo(store, None)
    after = found(store, "boat"), found(store, "anna"), found(store, "zeta")
    assert after == before
    assert shown(store, "Annie").id == ANNA
    assert shown(store, "Nana").id == ANA


def test_what_came_before_a_merge_waits_for_its_undo(store: Store) -> None:
    settle(store)
    merge(store)
    with pytest.raises(BuiltUpon):
        changing.undo(store, 2)
    assert shown(store).name == "Ana Ruiz"


@pytest.mark.parametrize(
    ("ours", "theirs", "kept", "jobs"),
    [
        (("Acme", "Boss"), (None, None), ("Acme", "Boss"), []),
        ((None, None), ("Zeta", "Buyer"), ("Zeta", "Buyer"), []),
        (("Acme", None), ("ACME", "Boss"), ("Acme", "Boss"), []),
        (("Acme", None), (None, "Boss"), ("Acme", "Boss"), []),
        (("Acme", None), ("Zeta", "Boss"), ("Acme", None), [("Zeta", "Boss")]),
        ((None, "Buyer"), ("Zeta", "Boss"), (None, "Buyer"), [("Zeta", "Boss")]),
        (("Acme", "Boss"), ("Acme", "Clerk"), ("Acme", "Boss"), [("Acme", "Clerk")]),
    ],
)
def test_nobody_gets_the_position_of_another_company(
    store: Store,
    ours: tuple[str | None, str | None],
    theirs: tuple[str | None, str | None],
    kept: tuple[str | None, str | None],
    jobs: list[tuple[str | None, str | None]],
) -> None:
    for company, position in (ours, theirs):
        add(store, "Ana", company=company, position=position)
    merge(store)
    ana = shown(store)
    assert (ana.company, ana.position) == kept
    assert [(job.company, job.position) for job in ana.jobs] == jobs
    assert {job.until for job in ana.jobs} <= {TODAY}


@pytest.mark.parametrize(
    ("ours", "theirs", "kept"),
    [
        ("3 may", "3 may 1980", "1980-05-03"),
        ("3 may 1980", "3 may", "1980-05-03"),
        ("3 may 1980", "4 may 1980", "1980-05-03"),
        (None, "4 may", "--05-04"),
    ],
)
def test_of_two_birthdays_ours_or_the_fuller(
    store: Store, ours: str | None, theirs: str, kept: str
) -> None:
    for birthday in (ours, theirs):
        add(store, "Ana", birthday=birthday)
    merge(store)
    assert shown(store).birthday == kept


@pytest.mark.parametrize(
    ("gone", "stays_gone"), [(("@1",), False), (("@2",), False), (("@1", "@2"), True)]
)
def test_only_two_who_were_let_go_are_one_who_is(
    store: Store, gone: tuple[str, ...], stays_gone: bool
) -> None:
    for name in ("Ana", "Anna"):
        add(store, name)
    for name in gone:
        resting.let_go(
            store, TODAY, name, because=f"why {name}", thanks=False, choices=CHOICES
        )
    view = merge(store)
    ana = shown(store)
    assert bool(ana.let_go_on) is stays_gone
    assert ana.let_go_because == ("why @1" if stays_gone else None)
    dropped = FieldKept("let_go_on", None, TODAY.isoformat())
    assert (dropped in view.fields) is not stays_gone


@pytest.mark.parametrize("kept", ["@1", "@2"])
@pytest.mark.parametrize("changed", ["a", "b"])
def test_the_same_file_again_is_nothing_new(
    store: Store, tmp_path: Path, kept: str, changed: str
) -> None:
    path = tmp_path / "people.vcf"
    names = {"a": "Ana Ruiz", "b": "A. Ruiz"}

    def bring(**more: str) -> tuple[int, int, int]:
        path.write_text(
            "".join(
                f"BEGIN:VCARD\nUID:{key}\nFN:{name}\nEMAIL:{key}@x.org\n"
                f"{more.get(key, '')}END:VCARD\n"
                for key, name in names.items()
            )
        )
        view = brought(store, path)
        return view.new, view.changed, view.unchanged

    assert bring() == (2, 0, 0)
    merge(store, kept, "@2" if kept == "@1" else "@1")
    before = shown(store, kept)
    assert bring() == (0, 0, 2)
    assert bring(**{changed: "TITLE:Sailor\n"}) == (0, 1, 1)
    assert shown(store, kept) == before._replace(position="Sailor")


def test_not_the_same_is_remembered_until_they_are_merged(store: Store) -> None:
    settle(store)
    both = merging.pair(store, "@2", "@1", choices=CHOICES)
    assert not merging.set_apart(store, both).known
    assert merging.set_apart(store, both).known
    assert merge(store).were_distinct
    changing.undo(store, None)
    assert merging.set_apart(store, both).known


def test_nobody_is_merged_with_themselves(store: Store) -> None:
    add(store, "Ana Ruiz", aliases=("Nana",))
    with pytest.raises(SamePerson):
        merging.pair(store, "Nana", "@1", choices=CHOICES)


def test_a_later_change_stands_in_the_way_of_an_undo(store: Store) -> None:
    settle(store)
    merge(store)
    number = changing.history(store, most=1).changes[0].id
    details = persons.Details(birthday="4 may 1980")
    persons.edit(store, TODAY, "@1", details, choices=CHOICES)
    with pytest.raises(BuiltUpon):
        changing.undo(store, number)
