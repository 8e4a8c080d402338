"""An encrypted file behind the face of a plain one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from deepnet import schema
from deepnet.errors import FileTrouble
from deepnet.errors.files import DamagedJournal
from deepnet.errors.sealing import CopyDiffers, WrongPassphrase
from deepnet.store import Store, backups, beside, conflicts, sealing
from deepnet.store import connection as opening
from deepnet.store.keys import Key, Keys, is_sealed

sealed = pytest.importorskip(
    "deepnet.store.sealed", reason="needs deepnet[encrypted]", exc_type=ImportError
)

AT = "2026-11-25T12:00:00Z"
DUMPS = Path(__file__).resolve().parents[1] / "schema"
KEY = Key("geheim", bytes(range(16)))


def keys(*passphrases: str) -> Keys:
    said = iter(passphrases or ("geheim",))
    return Keys(lambda _path: next(said, None))


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """An encrypted journal with Ana."""
    path = tmp_path / "journal.db"
    with Store.open(path, at=AT, create=True, key=KEY) as store, store.change("add"):
        store.insert("INSERT INTO people (name, added_on) VALUES ('Ana', '2026-11-25')")
    return path


def test_a_journal_can_be_encrypted_from_its_first_byte(journal: Path) -> None:
    assert is_sealed(journal)
    with Store.open(journal, at=AT, keys=keys()) as store:
        assert [tuple(row) for row in store.rows("SELECT name FROM people")] == [
            ("Ana",)
        ]
        assert store.key is not None
        assert store.key.same(KEY)


@pytest.mark.parametrize(
    ("statement", "name", "kind"),
    [
        ("SELECT", "SQLITE_ERROR", sqlite3.OperationalError),
        (
            "INSERT INTO people (id, name, added_on) VALUES (1, 'x', '2026-01-01')",
            "SQLITE_CONSTRAINT",
            sqlite3.IntegrityError,
        ),
        (
            "INSERT INTO people (name, added_on) VALUES (NULL, '2026-01-01')",
            "SQLITE_CONSTRAINT",
            sqlite3.IntegrityError,
        ),
        ("SELECT ?", "", sqlite3.ProgrammingError),
    ],
)
def test_its_errors_are_those_of_the_standard_library(
    journal: Path, statement: str, name: str, kind: type[sqlite3.Error]
) -> None:
    with (
        closing(opening.connect(journal, AT, keys())) as connection,
        pytest.raises(kind) as raised,
    ):
        connection.execute(statement)
    assert type(raised.value) is kind
    if name:
        assert raised.value.sqlite_errorname == name
        assert raised.value.sqlite_errorcode == getattr(sqlite3, name)


def test_rows_that_come_later_fail_as_rows_that_come_at_once(journal: Path) -> None:
    data = journal.read_bytes()
    journal.write_bytes(data[:8192] + bytes(len(data) - 8192))
    for fetch in (
        lambda cursor: cursor.fetchall(),
        lambda cursor: cursor.fetchone(),
        lambda cursor: cursor.fetchmany(2),
        list,
    ):
        with (
            closing(sealed.opened(journal, KEY)) as connection,
            pytest.raises(sqlite3.DatabaseError),
        ):
            fetch(connection.execute("SELECT * FROM people, changes, search"))


def test_a_page_that_the_key_does_not_open_is_damage(journal: Path) -> None:
    data = journal.read_bytes()
    journal.write_bytes(data[:4096] + os.urandom(len(data) - 4096))
    with pytest.raises(DamagedJournal):
        Store.open(journal, at=AT, keys=keys())


def test_a_wrong_key_is_none_of_these(journal: Path) -> None:
    before = journal.read_bytes()
    with pytest.raises(WrongPassphrase):
        Store.open(journal, at=AT, keys=keys("wrong"))
    assert journal.read_bytes() == before


def test_a_locked_one_is_in_use_and_not_wrong(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sealed.opened(journal, KEY)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sealed, "SECONDS", 0.1)
        with pytest.raises(FileTrouble, match="in use"):
            Store.open(journal, at=AT, keys=keys())


def test_one_that_was_replaced_meanwhile_says_so(journal: Path) -> None:
    other = journal.with_name("other.db")
    shutil.copy(journal, other)
    with Store.open(journal, at=AT, keys=keys()) as store:
        store.rows("SELECT * FROM people")
        other.replace(journal)
        with (
            pytest.raises(FileTrouble, match="replaced meanwhile"),
            store.change("add"),
        ):
            store.insert(
                "INSERT INTO people (name, added_on) VALUES ('Ben', '2026-11-25')"
            )


def test_an_older_one_is_brought_up_to_date_and_its_backup_is_encrypted(
    tmp_path: Path,
) -> None:
    path = tmp_path / "journal.db"
    text = (DUMPS / f"{schema.NAMES[0]}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.executescript(f"BEGIN;{text}COMMIT;")
        people = file.execute("SELECT id, name FROM people ORDER BY id").fetchall()
    sealing.recast(path, None, KEY)
    assert is_sealed(path)
    with Store.open(path, at=AT, keys=keys()) as store:
        found = store.rows("SELECT id, name FROM people ORDER BY id")
        assert [tuple(row) for row in found] == people
    (backup,) = backups.listed(path)
    assert backup.reason == "migration"
    assert is_sealed(backup.path)
    with closing(sealed.opened(backup.path, KEY)) as file:
        assert opening.applied(file, backup.path) == schema.NAMES[:1]


def test_a_statistic_of_sqlites_own_comes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Store.open(path, at=AT, create=True).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("ANALYZE")
        file.commit()
    sealing.recast(path, None, KEY)
    sealing.recast(path, KEY, None)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM sqlite_stat1").fetchone() is not None


def test_a_copy_that_differs_in_anything_is_found(
    journal: Path, tmp_path: Path
) -> None:
    changes = (
        "UPDATE people SET name = 'Anna'",
        "DELETE FROM change_rows",
        "PRAGMA user_version = 99",
        "CREATE TABLE more (x)",
        "DROP INDEX " + _an_index(journal),
    )
    for change in changes:
        other = tmp_path / "other.db"
        shutil.copy(journal, other)
        with (
            closing(sealed.opened(journal, KEY)) as one,
            closing(sealed.opened(other, KEY)) as two,
        ):
            sealing.compare(one, two, journal)
            opening._set_up(two)  # noqa: SLF001 - the functions that triggers call
            two.execute(change)
            with pytest.raises(CopyDiffers):
                sealing.compare(one, two, journal)


def test_a_copy_that_differs_does_not_take_the_journals_place(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the disk, or the engine, had lost a row on the way."""
    real = sealing.pour

    def lossy(source: sqlite3.Connection, part: Path, key: Key | None) -> None:
        real(source, part, key)
        with closing(sqlite3.connect(part)) as copy:
            copy.execute("DELETE FROM change_rows WHERE id = 1")
            copy.commit()

    monkeypatch.setattr(sealing, "pour", lossy)
    before = journal.read_bytes()
    with pytest.raises(CopyDiffers):
        sealing.recast(journal, KEY, None)
    assert journal.read_bytes() == before
    assert [one.name for one in journal.parent.iterdir()] == ["journal.db"]


def _an_index(journal: Path) -> str:
    with closing(sealed.opened(journal, KEY)) as file:
        row = file.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchone()
        return str(row[0])


LOOK = """
import sys
from deepnet.store import sealed
from deepnet.store.keys import Key
sealed.SECONDS = 0.1
key = Key("geheim", bytes(range(16))) if sys.argv[2:] else None
file = sealed.opened(sys.argv[1], key)
print(file.execute("SELECT count(*) FROM people").fetchone()[0])
"""


@pytest.mark.parametrize("key", [None, KEY])
def test_nobody_reads_a_file_that_is_about_to_be_replaced(
    tmp_path: Path, key: Key | None
) -> None:
    path = tmp_path / "journal.db"
    Store.open(path, at=AT, create=True, key=key).close()
    outside = [sys.executable, "-c", LOOK, str(path), *(["key"] if key else [])]
    with closing(sealed.opened(path, key)) as holder:
        sealing._hold(holder, path)  # noqa: SLF001 - the moment before the copy
        held = subprocess.run(outside, capture_output=True, text=True, check=False)
    free = subprocess.run(outside, capture_output=True, text=True, check=False)
    assert "database is locked" in held.stderr
    assert free.stdout == "0\n"


def test_copies_that_others_make_are_not_taken_away(journal: Path) -> None:
    mine = journal.with_name(".journal.db.77.part")
    others = [
        journal.with_name(".journal-work.db.77.part"),
        journal.with_name(".journal.draft.json.77.part"),
    ]
    for path in (mine, *others):
        path.write_bytes(b"begun")
    sealing.recast(journal, KEY, None)
    assert not mine.exists()
    assert [path.read_bytes() for path in others] == [b"begun"] * 2


def test_a_damaged_journal_is_not_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Store.open(path, at=AT, create=True).close()
    data = path.read_bytes()
    path.write_bytes(data[: 20 * 4096] + b"\7" * (len(data) - 20 * 4096))
    before = path.read_bytes()
    with pytest.raises(DamagedJournal):
        sealing.recast(path, None, KEY)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["journal.db"]


def test_a_copy_after_a_conflict_is_looked_into(journal: Path) -> None:
    copy = journal.with_name("journal (conflicted copy).db")
    shutil.copy(journal, copy)
    with (
        Store.open(journal, at=AT, keys=keys()) as store,
        store.change("add"),
    ):
        store.insert("INSERT INTO people (name, added_on) VALUES ('Ben', '2026-11-25')")
    with Store.open(journal, at=AT, keys=keys()) as store:
        (found,) = conflicts.beside(store, journal)
    assert found.path == copy
    assert (found.people, found.conversations) == (0, 0)


def test_words_beside_an_encrypted_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.unstored.jsonl"
    beside.append(path, "first line", KEY)
    beside.append(path, "second", KEY)
    assert is_sealed(path)
    assert beside.read(path, KEY) == "first line\nsecond\n"
    beside.write(path, "third\n", KEY)
    assert beside.read(path, KEY) == "third\n"
    assert b"first" not in path.read_bytes()
    for other in (None, Key("wrong", KEY.salt)):
        with pytest.raises(OSError, match=r"."):
            beside.read(path, other)
    beside.write(path, "plain again", None)
    assert path.read_text() == "plain again"
    beside.append(path, "and more", KEY)
    assert is_sealed(path)
    assert beside.read(path, KEY) == "plain againand more\n"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
