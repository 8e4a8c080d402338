"""The open journal: one change whole or not at all, on record, and taken back."""

from __future__ import annotations

import signal
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from conftest import TODAY
from deepnet import schema
from deepnet.errors import FileTrouble
from deepnet.errors.changes import BuiltUpon
from deepnet.errors.files import ForeignFile, NewerJournal
from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, Tier, When
from deepnet.store import Store, changes, conversations, people, searching, standings
from deepnet.store.connection import remembered

AT = "2026-11-25T12:00:00Z"


def lunch(*who: PersonRef, text: str = "lunch") -> conversations.Conversation:
    return conversations.Conversation(
        0, When(TODAY), Setting.LUNCH, Depth.SHOP, 60, None, text, 0, False, who
    )


def add(store: Store, name: str) -> PersonRef:
    with store.change("add") as change:
        person = PersonRef(people.add(store, name, today=TODAY), name)
        change.summary = f"Added {name}"
    return person


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables that a user can change."""
    return {
        table: [tuple(row) for row in store.rows(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608 - our own tables
        for table in schema.LOGGED
    }


def test_a_change_that_fails_leaves_no_trace(store: Store) -> None:
    add(store, "Ana")
    before = dump(store)

    def failing() -> None:
        with store.change("add"):
            people.add(store, "Ben", today=TODAY)
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert dump(store) == before
    assert [entry.id for entry in changes.entries(store, most=9)] == [1]


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C interrupts, even where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
def test_an_interruption_within_the_search_index_is_one(store: Store) -> None:
    def ring() -> None:
        signal.raise_signal(signal.SIGINT)

    def interrupted() -> None:
        with store.change("add"):
            store.run("INSERT INTO people (name, added_on) VALUES ('A', '2026-11-25')")
            store.run("SELECT ring()")

    for function in (remembered(ring), ring):
        store.connection.create_function("ring", 0, function)
        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert store.value("SELECT count(*) FROM people") == 0
    with pytest.raises(FileTrouble):
        store.run("SELECT nothing")


def test_a_change_that_wrote_nothing_is_no_change(store: Store) -> None:
    with store.change("edit") as change:
        change.summary = "nothing"
    assert changes.entries(store, most=9) == ()


def test_a_rehearsal_sees_what_it_does_and_takes_it_back(store: Store) -> None:
    with store.change("import", rehearse=True):
        people.add(store, "Ana", today=TODAY)
        assert len(people.everybody(store)) == 1
    assert people.everybody(store) == []


def test_undo_takes_back_each_row_and_undo_of_undo_brings_them_again(
    store: Store,
) -> None:
    ana = add(store, "Ana")
    empty = dump(store)
    with store.change("log"):
        number = conversations.add(store, lunch(ana))
        conversations.add_fact(
            store, ana.id, Facet.JOYS, "sings", day=TODAY, conversation=number
        )
        people.change(store, ana.id, {"company": "Acme"})
    full = dump(store)
    assert standings.tier(store, ana.id) is Tier.ACQUAINTED
    with store.change("undo"):
        changes.take_back(store, 2)
    assert dump(store) == empty
    assert standings.tier(store, ana.id) is Tier.NAME
    with store.change("undo"):
        changes.take_back(store, 3)
    assert dump(store) == full
    assert standings.tier(store, ana.id) is Tier.ACQUAINTED


def test_what_is_built_upon_is_not_taken_back(store: Store) -> None:
    ana = add(store, "Ana")
    with store.change("log"):
        conversations.add(store, lunch(ana))
    before = dump(store)

    def undo_the_first() -> None:
        with store.change("undo"):
            changes.take_back(store, 1)

    with pytest.raises(BuiltUpon):
        undo_the_first()
    assert dump(store) == before


def test_numbers_are_not_used_again(store: Store) -> None:
    ana = add(store, "Ana")
    with store.change("log"):
        first = conversations.add(store, lunch(ana))
    with store.change("undo"):
        changes.take_back(store, 2)
    with store.change("log"):
        second = conversations.add(store, lunch(ana))
    assert second > first


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("INSERT INTO people (name, added_on) VALUES (?, '2026-11-25')", " "),
        ("INSERT INTO people (name, added_on) VALUES ('Ana', ?)", "25.11.2026"),
        ("INSERT INTO conversations (day) VALUES (?)", "tomorrow"),
        ("INSERT INTO conversations (day, setting) VALUES ('2026-11-25', ?)", "brunch"),
        ("INSERT INTO conversations (day, depth) VALUES ('2026-11-25', ?)", 5),
        ("INSERT INTO conversations (day, minutes) VALUES ('2026-11-25', ?)", "long"),
        ("INSERT INTO participants (conversation_id, person_id) VALUES (1, ?)", 99),
    ],
)
def test_the_file_refuses_what_makes_no_sense(
    store: Store, statement: str, value: object
) -> None:
    with pytest.raises(FileTrouble), store.change("log"):
        store.run(statement, value)


def test_words_are_found_by_their_beginning_whatever_their_accents(
    store: Store,
) -> None:
    ana = add(store, "Ana Nuñez")
    with store.change("log"):
        number = conversations.add(
            store, lunch(ana, text="Mittagessen über die Brücke, 她喜欢摄影")
        )
    for typed in ("brucke", "bruecke", "Mittag uber", "摄影", "欢摄"):
        assert [hit.row for hit in searching.find(store, typed, most=5)] == [number]
    assert searching.find(store, "nunez", most=5) == (searching.Hit("people", ana.id),)
    assert searching.find(store, "rücke", most=5) == ()
    assert searching.find(store, '"; DROP', most=5) == ()
    assert searching.find(store, "--", most=5) == ()


def test_of_very_many_places_names_come_first_and_then_the_latest(
    store: Store,
) -> None:
    kite = add(store, "Kite Lee")
    few = searching.RANKED - 1
    with store.change("log"):
        short = conversations.add_fact(store, kite.id, None, "kite", day=TODAY)
        store.run(
            "INSERT INTO facts (person_id, text, day) WITH RECURSIVE n(i) AS (SELECT 1 "
            "UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT ?, 'kite and sea', ? "
            "FROM n",
            *(few - 1, kite.id, TODAY.isoformat()),
        )
    hits = searching.find(store, "kite", most=2)
    assert hits == (searching.Hit("facts", short), searching.Hit("people", kite.id))
    with store.change("log"):
        last = conversations.add_fact(store, kite.id, None, "sea, kite", day=TODAY)
    hits = searching.find(store, "kite", most=3)
    assert hits[0] == searching.Hit("people", kite.id)
    assert hits[1:] == (
        searching.Hit("facts", last),
        searching.Hit("facts", last - 1),
    )


def test_a_week_a_month_and_a_year_keep_their_precision(store: Store) -> None:
    ana = add(store, "Ana")
    for precision in Precision:
        with store.change("log"):
            said = lunch(ana)._replace(when=When(TODAY, precision, "evening"))
            number = conversations.add(store, said)
        kept = conversations.conversation(store, number)
        assert kept
        assert kept.when == When(TODAY, precision, "evening")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_and_its_folder_are_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "journal.db"
    Store.open(path, at=AT, create=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_reading_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with Store.open(path, at=AT) as store:
        assert people.everybody(store) == []
    assert not path.exists()


def test_what_was_written_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with Store.open(path, at=AT, create=True) as store:
        ana = add(store, "Ana")
    with Store.open(path, at=AT) as store:
        assert people.person(store, ana.id).name == "Ana"
        pragmas = ("foreign_keys", "secure_delete", "synchronous", "journal_mode")
        values = [store.value(f"PRAGMA {name}") for name in pragmas]
    assert values == [1, 1, 2, "delete"]


def test_what_is_held_is_of_one_moment_and_a_change_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with (
        Store.open(path, at=AT, create=True) as one,
        Store.open(path, at=AT) as other,
    ):
        other.run("PRAGMA busy_timeout = 0")
        one.hold()
        assert people.everybody(one) == []
        other.run("BEGIN IMMEDIATE")
        other.run("INSERT INTO changes (at, command) VALUES ('', '')")
        with pytest.raises(FileTrouble, match="in use"):
            other.run("COMMIT")
        assert one.value("SELECT count(*) FROM changes") == 0
        one.release()
        other.run("COMMIT")
        assert one.value("SELECT count(*) FROM changes") == 1
        one.hold()
        add(one, "Ana")
        add(other, "Ben")
        assert [named.name for named in people.everybody(one)] == ["Ana", "Ben"]


def not_a_database(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 100)


def of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()


def newer(path: Path) -> None:
    Store.open(path, at=AT, create=True).close()
    with sqlite3.connect(path) as other:
        other.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('deepnet', 'm999_moon', '2099')"
        )
    other.close()


def cut(path: Path) -> None:
    Store.open(path, at=AT, create=True).close()
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("spoil", "error", "said"),
    [
        (not_a_database, FileTrouble, "not a deepnet journal"),
        (of_another_program, ForeignFile, "another program"),
        (newer, NewerJournal, "newer deepnet"),
        (cut, FileTrouble, "damaged"),
        (Path.mkdir, FileTrouble, "can't be"),
    ],
)
def test_a_file_that_is_no_journal_is_refused_unharmed(
    tmp_path: Path, spoil: Callable[[Path], None], error: type[FileTrouble], said: str
) -> None:
    path = tmp_path / "journal.db"
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error) as caught:
        Store.open(path, at=AT, create=True)
    assert said in caught.value.message
    assert caught.value.exit_code == 6
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_another_formula_makes_every_standing_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    with Store.open(path, at=AT, create=True) as store:
        ana = add(store, "Ana")
        with store.change("log"):
            conversations.add(store, lunch(ana))
        before = standings.standing(store, ana.id)
        store.run("UPDATE standings SET score = 99, tier = 'known'")
        store.run("DELETE FROM crossings")
    with Store.open(path, at=AT) as store:
        assert standings.standing(store, ana.id).score == 99
    monkeypatch.setattr("deepnet.store.SCORE_VERSION", 2)
    with Store.open(path, at=AT) as store:
        assert standings.standing(store, ana.id) == before
        assert standings.tiers_on(store, [TODAY]) == [{Tier.ACQUAINTED: 1}]
        assert store.value("PRAGMA user_version") == 2


def test_a_renewal_that_fails_leaves_every_standing_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    with Store.open(path, at=AT, create=True) as store:
        ana, ben = add(store, "Ana"), add(store, "Ben")
        store.run("UPDATE standings SET score = 99")
        store.run(
            "CREATE TRIGGER full BEFORE INSERT ON standings WHEN NEW.person_id = "
            f"{ben.id} BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )
    monkeypatch.setattr("deepnet.store.SCORE_VERSION", 2)
    with Store.open(path, at=AT) as store:
        assert [standings.standing(store, one.id).score for one in (ana, ben)] == [
            99,
            99,
        ]
        assert store.value("PRAGMA user_version") == 1
        store.run("DROP TRIGGER full")
        assert add(store, "Cleo").id > ben.id


def test_migrations_are_numbered_without_gaps() -> None:
    assert [name[:4] for name in schema.NAMES] == [
        f"m{number:03}" for number in range(1, len(schema.NAMES) + 1)
    ]


def test_a_pending_migration_leaves_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    with Store.open(path, at=AT, create=True) as store:
        add(store, "Ana")

    class Moods:
        @staticmethod
        def apply(db: Database) -> None:
            db.execute("CREATE TABLE moods (id INTEGER PRIMARY KEY)")

    monkeypatch.setitem(sys.modules, "deepnet.schema.m900_moods", Moods)
    monkeypatch.setattr(schema, "NAMES", (*schema.NAMES, "m900_moods"))
    with Store.open(path, at=AT) as store:
        assert store.rows("SELECT * FROM moods") == []
        assert [named.name for named in people.everybody(store)] == ["Ana"]
    copy = sqlite3.connect(
        tmp_path / "backups" / "journal-2026-11-25-120000-before-migration.db"
    )
    assert copy.execute("SELECT name FROM people").fetchall() == [("Ana",)]
    copy.close()
