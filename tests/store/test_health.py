"""What a look at the file finds, what it makes anew, and what it never touches."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from conftest import TODAY
from deepnet.journal import changing, editing, health, log, promises
from deepnet.journal.demo import settle
from deepnet.journal.whom import Choices
from deepnet.schema import LOGGED, VIEWS
from deepnet.store import Store
from deepnet.store.leaves import rows

AT = "2026-11-25T12:00:00Z"
NOW = health.Moment(TODAY, AT)


class Everybody(Choices):
    """Whoever is new is added."""

    def is_new(self, name: str, problem: object) -> bool:
        del name, problem
        return True


def said(store: Store, sentence: str, **flags: object) -> None:
    said = log.Said(**flags)  # type: ignore[arg-type]
    log.log(store, TODAY, sentence, said, choices=Everybody())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def kept(path: Path) -> Iterator[Store]:
    """The demo's journal, in a file."""
    with Store.open(path, at=AT, create=True) as store:
        settle(store, TODAY)
        said(store, "lunch with Zoë Ångström, her boat #joys")
        yield store


def checked(store: Store, path: Path, *, fix: bool = False) -> list[tuple[str, bool]]:
    view = health.check(store, path, NOW, fix=fix, progress=lambda _done, _of: None)
    assert view.sound == all(one.mended for one in view.findings)
    return [(one.check, one.mended) for one in view.findings]


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: [tuple(row) for row in store.rows(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608 - our own tables
        for table in (*LOGGED, "changes", "change_rows")
    }


def test_a_journal_that_only_deepnet_wrote_is_sound(kept: Store, path: Path) -> None:
    assert checked(kept, path) == []


@pytest.mark.parametrize(
    ("check", "statement"),
    [
        ("search", "DELETE FROM search WHERE rowid % 3 = 0"),
        ("search", "UPDATE search SET text = 'other words' WHERE rowid % 5 = 0"),
        ("search", "INSERT INTO search (rowid, text) VALUES (800007, 'nothing')"),
        ("search", "INSERT INTO search (rowid, text) VALUES (800001, 'nobody')"),
        ("search", "UPDATE search_data SET block = x'00' WHERE id > 10"),
        ("names", "DELETE FROM name_keys WHERE key LIKE 'a%'"),
        ("names", "INSERT INTO name_keys VALUES ('zebra', 1)"),
        ("standings", "UPDATE standings SET score = score + 1 WHERE person_id = 3"),
        ("standings", "UPDATE standings SET tier = 'known' WHERE tier = 'event'"),
        ("standings", "DELETE FROM standings WHERE person_id = 2"),
        ("standings", "UPDATE crossings SET day = '2020-01-01'"),
        ("standings", "DELETE FROM crossings WHERE tier = 'event'"),
        ("standings", "INSERT INTO stale VALUES (4)"),
        ("mode", "PRAGMA journal_mode = WAL"),
    ],
)
def test_what_follows_from_the_rest_is_compared_and_made_anew(
    kept: Store, path: Path, check: str, statement: str
) -> None:
    before = dump(kept)
    kept.run(statement).fetchall()
    assert checked(kept, path) == [(check, False)]
    assert checked(kept, path, fix=True) == [(check, True)]
    assert checked(kept, path) == []
    assert dump(kept) == before


@pytest.mark.parametrize(
    "statement",
    [
        "DROP VIEW people_view",
        "DROP TRIGGER facts_inserted",
        "DROP TRIGGER people_found",
        "DROP INDEX conversations_day",
    ],
)
def test_what_another_program_took_from_the_layout_is_laid_out_again(
    kept: Store, path: Path, statement: str
) -> None:
    kept.run(statement)
    assert checked(kept, path) == [("layout", False)]
    assert checked(kept, path, fix=True) == [("layout", True)]
    assert checked(kept, path) == []
    said(kept, "walk with Otto, his boat #joys")
    changing.undo(kept, None)
    assert checked(kept, path) == []


def test_a_part_that_says_something_else_is_laid_out_again(
    kept: Store, path: Path
) -> None:
    kept.run("DROP VIEW months_view")
    kept.run("CREATE VIEW months_view AS SELECT 1 AS month")
    view = health.check(kept, path, NOW, fix=True, progress=lambda _done, _of: None)
    (finding,) = view.findings
    assert finding.message.endswith("not as deepnet laid it out: months_view.")
    assert finding.mended
    assert kept.value("SELECT max(month) FROM months_view") == "2026-11"


def test_a_table_that_another_program_made_anew_is_found(
    kept: Store, path: Path
) -> None:
    """Its triggers went with it and come back; the table is not touched."""
    for name in VIEWS:
        kept.run(f"DROP VIEW {name}")
    kept.run("CREATE TABLE jobs_new AS SELECT * FROM jobs")
    kept.run("DROP TABLE jobs")
    kept.run("ALTER TABLE jobs_new RENAME TO jobs")
    before = dump(kept)
    assert checked(kept, path, fix=True) == [("tables", False), ("layout", True)]
    assert checked(kept, path) == [("tables", False)]
    assert dump(kept) == before


def test_a_view_of_the_users_own_may_stay(kept: Store, path: Path) -> None:
    kept.run("CREATE VIEW mine AS SELECT name FROM people_view")
    assert checked(kept, path, fix=True) == []
    assert kept.rows("SELECT * FROM mine")


def test_a_row_of_nobody_is_found_and_left_alone(kept: Store, path: Path) -> None:
    kept.run("PRAGMA foreign_keys = OFF")
    kept.run("UPDATE facts SET person_id = 9999 WHERE id = 1")
    assert ("references", False) in checked(kept, path, fix=True)


def test_a_permission_is_closed(kept: Store, path: Path) -> None:
    beside = path.with_name("journal.draft.json")
    other = path.with_name("journal.py")
    for file in (path, beside, other):
        file.touch()
        file.chmod(0o644)
    assert checked(kept, path) == [("permissions", False)] * 2
    assert checked(kept, path, fix=True) == [("permissions", True)] * 2
    modes = [file.stat().st_mode & 0o777 for file in (path, beside, other)]
    assert modes == [0o600, 0o600, 0o644]


def test_a_clock_that_ran_ahead_is_noticed(kept: Store, path: Path) -> None:
    early = health.Moment(date(2026, 11, 24), "2026-11-24T12:00:00Z")
    view = health.check(kept, path, early, fix=True, progress=lambda _done, _of: None)
    assert [one.check for one in view.findings] == ["clock", "clock"]
    assert not view.sound


CONFLICTS = [
    "journal (Sam's conflicted copy 2026-03-02).db",
    "journal (conflicted copy 2026-03-02 101500).db",
    "journal (Konfliktkopie von Sam 2026-03-02).db",
    "journal.sync-conflict-20260302-101500-ABCDEFG.db",
    "journal_conflict-20260302-101500.db",
    "journal 2.db",
    "journal (1).db",
    "journal-LAPTOP.db",
]


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_copy_after_a_conflict_is_named_with_what_only_it_has(
    kept: Store, path: Path, name: str
) -> None:
    copy = path.with_name(name)
    shutil.copy(path, copy)
    with Store.open(copy, at=AT) as other:
        said(other, "dinner with Otto")
    said(kept, "walk with Otto")
    before = copy.read_bytes()
    view = health.check(kept, path, NOW, fix=True, progress=lambda _done, _of: None)
    (finding,) = view.findings
    assert finding.check == "copies"
    assert finding.message.startswith(name)
    assert "people 1, conversations 1" in finding.message
    assert copy.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["journal-work.db", "journal 3.db", "journal2.db", "journal.old.db"]
)
def test_another_journal_of_the_users_is_no_copy(
    kept: Store, path: Path, name: str
) -> None:
    with Store.open(path.with_name(name), at=AT, create=True) as other:
        said(other, "dinner with Otto")
    assert checked(kept, path) == []


def test_an_unreadable_copy_is_named_all_the_same(kept: Store, path: Path) -> None:
    path.with_name(CONFLICTS[0]).write_text("not a journal")
    path.with_name("journal-notes.db").write_text("not a journal")
    assert checked(kept, path) == [("copies", False)]


def test_company_that_comes_and_goes_counts_for_everybody(
    kept: Store, path: Path
) -> None:
    """Undo takes Ben away: Ana was alone with the user after all."""
    said(kept, "coffee with Anaïs Quill", others=0, minutes=60)
    said(kept, "lunch with Bent Quorn")
    changes = editing.Changes(log.Said(people=("Bent Quorn",)))
    number = kept.value("SELECT max(id) - 1 FROM conversations")
    editing.edit(kept, TODAY, str(number), changes, choices=Everybody())
    assert checked(kept, path) == []
    changing.undo(kept, None)
    assert checked(kept, path) == []
    changing.undo(kept, None)
    assert checked(kept, path) == []


def test_promises_kept_with_somebody_never_talked_to_count(
    kept: Store, path: Path
) -> None:
    promises.promise(
        kept, TODAY, "Odd Vik", "a map", by=None, theirs=False, choices=Everybody()
    )
    promises.promise(
        kept, TODAY, "Odd Vik", "a key", by=None, theirs=True, choices=Everybody()
    )
    for words in ("map", "key"):
        promises.done(kept, TODAY, "Odd Vik", words, on=None, choices=Everybody())
    assert checked(kept, path) == []


def pages(path: Path) -> int:
    return path.stat().st_size // 4096


def zero(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(bytes(4096))


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(pages(path) * 4096 * 2 // 3 + 100)


def no_schema(path: Path) -> None:
    with closing(sqlite3.connect(path)) as journal:
        (root,) = journal.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'people'"
        ).fetchone()
    for page in range(1, root - 1):
        zero(path, page)


def no_root(table: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as journal:
            (root,) = journal.execute(
                "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
            ).fetchone()
        zero(path, root - 1)

    return spoil


def test_damage_is_found_and_not_tried_to_mend(kept: Store, path: Path) -> None:
    kept.close()
    no_root("facts")(path)
    before = path.read_bytes()
    with Store.open(path, at=AT) as store:
        assert checked(store, path, fix=True) == [("pages", False)]
    assert path.read_bytes() == before


def test_an_index_that_lacks_a_row_is_built_again(kept: Store, path: Path) -> None:
    kept.run("CREATE TABLE spare (day TEXT)")
    kept.run("CREATE INDEX spare_day ON spare (day)")
    kept.run("INSERT INTO spare VALUES ('2026-11-25')")
    root = kept.value("SELECT rootpage FROM sqlite_schema WHERE name = 'spare_day'")
    kept.close()
    empty_index_page = b"\x0a\0\0\0\0\x10\0\0"
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(empty_index_page + bytes(4088))
    with Store.open(path, at=AT) as store:
        assert checked(store, path) == [("pages", False)]
        assert checked(store, path, fix=True) == [("pages", True)]
        assert checked(store, path) == []


@pytest.mark.parametrize(
    "spoil",
    [
        no_schema,
        *map(no_root, ("people", "conversations", "participants", "facts")),
        no_root("sqlite_sequence"),
    ],
)
def test_whatever_page_is_lost_the_record_has_it(
    kept: Store, path: Path, spoil: Callable[[Path], None]
) -> None:
    before = dump(kept)
    kept.close()
    spoil(path)
    damaged = path.read_bytes()
    target = path.with_name("new.db")
    view = health.save(path, target, at=AT)
    assert path.read_bytes() == damaged
    assert (view.people, view.conversations) == (
        len(before["people"]),
        len(before["conversations"]),
    )
    assert sum(table.lost for table in view.tables if table.table in LOGGED) == 0
    with Store.open(target, at=AT) as store:
        after = dump(store)
        assert checked(store, target) == []
    assert {t: after[t] for t in LOGGED} == {t: before[t] for t in LOGGED}


def test_without_the_record_what_is_read_is_saved_and_the_rest_counted(
    kept: Store, path: Path
) -> None:
    kept.run("DELETE FROM change_rows")
    before = dump(kept)
    kept.close()
    no_root("people")(path)
    view = health.save(path, path.with_name("new.db"), at=AT)
    lost = {table.table: table.lost for table in view.tables if table.lost}
    assert lost == {"people": len(before["people"])}
    with Store.open(path.with_name("new.db"), at=AT) as store:
        after = dump(store)
        assert checked(store, path.with_name("new.db")) == []
    assert after["facts"] == before["facts"]
    assert after["conversations"] == before["conversations"]
    names = {row[2] for row in after["people"]}
    assert names == set(view.stand_ins)
    assert names >= {f"Somebody {row[2]}" for row in before["participants"]}


def test_what_was_deleted_does_not_come_back(kept: Store, path: Path) -> None:
    said(kept, "supper with Quentin Quux")
    changing.undo(kept, None)
    before = dump(kept)
    kept.close()
    no_root("conversations")(path)
    health.save(path, path.with_name("new.db"), at=AT)
    with Store.open(path.with_name("new.db"), at=AT) as store:
        after = dump(store)
    assert after["conversations"] == before["conversations"]
    assert after["people"] == before["people"]


def test_a_file_that_was_cut_gives_what_is_left(kept: Store, path: Path) -> None:
    kept.close()
    cut(path)
    view = health.save(path, path.with_name("new.db"), at=AT)
    assert view.people > 0
    with Store.open(path.with_name("new.db"), at=AT) as store:
        assert checked(store, path.with_name("new.db")) == []


def test_each_row_lies_on_a_leaf_as_sqlite_reads_it(tmp_path: Path) -> None:
    """Numbers of every width, and texts that run over to other pages."""
    path = tmp_path / "any.db"
    values = [
        *((number, -number, None) for number in (0, 1, 127, 128, 2**31, 2**47, 2**62)),
        (1.5, "x" * 4061, b"\0\1"),
        ("é" * 30_000, "", b""),
        *((number, "y" * number, number / 7) for number in range(4000, 4200, 7)),
    ]
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE t (a, b, c)")
        file.executemany("INSERT INTO t VALUES (?, ?, ?)", values)
        file.execute("INSERT INTO t (rowid, a) VALUES (9223372036854775807, 'last')")
        file.commit()
        expected = file.execute("SELECT rowid, a, b, c FROM t").fetchall()
    found = [(row.id, *row.values) for row in rows(path.read_bytes())]
    assert sorted(one for one in found if len(one) == 4) == sorted(expected)
