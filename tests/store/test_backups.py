"""Backups: whole, sound, dated, private, thinned out; and going back to one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from conftest import TODAY
from deepnet.errors import FileTrouble
from deepnet.errors.files import (
    DamagedBackup,
    DamagedJournal,
    NewerJournal,
    NotABackup,
)
from deepnet.store import Store, backups, people, replacing

AT = "2026-11-25T12:00:00Z"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def add(store: Store, name: str) -> None:
    with store.change("add") as change:
        people.add(store, name, today=TODAY)
        change.summary = f"Added {name}"


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as journal:
        return [name for (name,) in journal.execute("SELECT name FROM people")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "here" / "journal.db"


@pytest.fixture
def kept(path: Path) -> Iterator[Store]:
    """A journal in a file, with Ana in it."""
    with Store.open(path, at=AT, create=True) as store:
        add(store, "Ana")
        yield store


def test_a_backup_holds_all_and_has_a_dated_name(kept: Store, path: Path) -> None:
    made = backups.make(kept)
    assert made == path.parent / "backups" / "journal-2026-11-25-120000.db"
    assert names(made) == ["Ana"]
    assert backups.damage(made) == []
    assert backups.make(kept).name == "journal-2026-11-25-120000.2.db"
    assert sorted(one.name for one in made.parent.iterdir()) == [
        "journal-2026-11-25-120000.2.db",
        "journal-2026-11-25-120000.db",
    ]


@POSIX
def test_a_backup_and_its_folder_are_the_owners_alone(kept: Store) -> None:
    made = backups.make(kept)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_latest_first_even_within_a_second(path: Path, kept: Store) -> None:
    for _ in range(11):
        backups.make(kept)
    kept.at = "2026-11-24T12:00:00Z"
    backups.make(kept)
    backups.before(kept, "import")
    found = [(one.at[8:10], one.number, one.reason) for one in backups.listed(path)]
    assert found[:11] == [("25", number, None) for number in range(11, 0, -1)]
    assert set(found[11:]) == {("24", 1, "import"), ("24", 1, None)}


def test_only_what_was_made_by_itself_goes_by_itself(path: Path, kept: Store) -> None:
    for _ in range(backups.KEPT + 2):
        backups.make(kept)
        backups.before(kept, "import")
    backups.before(kept, "merge")
    other = backups.folder_of(path) / "journal-old.db"
    other.write_text("somebody else's")
    backups.before(kept, "import")
    by_reason = [one.reason for one in backups.listed(path)]
    assert by_reason.count("import") == backups.KEPT
    assert by_reason.count("merge") == 1
    assert by_reason.count(None) == backups.KEPT + 2
    assert max(one.number for one in backups.listed(path) if one.reason) == 8
    assert other.exists()


def test_an_empty_journal_needs_no_backup(tmp_path: Path) -> None:
    with Store.open(tmp_path / "journal.db", at=AT, create=True) as store:
        assert backups.before(store, "import") is None
    with Store.open(None, at=AT) as store:
        assert backups.before(store, "import") is None
    assert not (tmp_path / "backups").exists()


def test_a_backup_waits_for_a_lock_no_longer_than_others(
    kept: Store, path: Path
) -> None:
    kept.run("PRAGMA busy_timeout = 100")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(FileTrouble, match="in use"):
            backups.make(kept)
    assert backups.listed(path) == []
    assert names(backups.make(kept)) == ["Ana"]


def test_a_damaged_journal_is_not_taken_for_a_backup(kept: Store, path: Path) -> None:
    for number in range(300):
        add(kept, f"Name Nr{number}")
    kept.close()
    spoil(path)
    with Store.open(path, at=AT) as store, pytest.raises(DamagedJournal):
        backups.make(store)
    assert [*backups.folder_of(path).iterdir()] == []


def spoil(path: Path) -> None:
    """Let a page of people be zeros."""
    data = bytearray(path.read_bytes())
    at = data.index(b"Name Nr150")
    page = at - at % 4096
    data[page : page + 4096] = bytes(4096)
    path.write_bytes(data)


def test_going_back_keeps_what_was_there(kept: Store, path: Path) -> None:
    made = backups.make(kept)
    add(kept, "Ben")
    assert replacing.look(made) == replacing.Inside(1, 0, AT)
    earlier = replacing.replace(path, made, at=AT)
    assert earlier
    assert names(path) == ["Ana"]
    assert names(earlier) == ["Ana", "Ben"]
    assert names(made) == ["Ana"]
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    again = replacing.replace(path, earlier, at=AT)
    assert names(path) == ["Ana", "Ben"]
    assert again
    assert names(again) == ["Ana"]


def test_going_back_where_there_is_nothing(kept: Store, path: Path) -> None:
    made = backups.make(kept)
    kept.close()
    path.unlink()
    assert replacing.replace(path, made, at=AT) is None
    assert names(path) == ["Ana"]


def test_a_journal_that_is_being_written_is_not_replaced(
    kept: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.make(kept)
    add(kept, "Ben")
    monkeypatch.setattr("deepnet.store.connection.BUSY_MILLISECONDS", 100)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileTrouble, match="in use"):
            replacing.replace(path, made, at=AT)
    assert names(path) == ["Ana", "Ben"]
    assert {one.name for one in path.parent.iterdir()} == {"backups", "journal.db"}


def test_who_had_the_journal_open_does_not_write_into_the_void(
    kept: Store, path: Path
) -> None:
    made = backups.make(kept)
    replacing.replace(path, made, at=AT)
    if sys.platform != "win32":
        with pytest.raises(FileTrouble, match="replaced"):
            add(kept, "Ben")
    assert names(path) == ["Ana"]


def test_a_hot_journal_of_the_old_file_does_not_touch_the_new_one(
    kept: Store, path: Path, tmp_path: Path
) -> None:
    """As after a crash in the middle of a change, with much of it on disk."""
    made = backups.make(kept)
    kept.run("PRAGMA cache_size = 1")
    kept.run("BEGIN IMMEDIATE")
    for number in range(300):
        people.add(kept, f"Name Nr{number}", today=TODAY)
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in ("journal.db", "journal.db-journal"):
        shutil.copy(path.with_name(name), crashed / name)
    assert (crashed / "journal.db-journal").stat().st_size > 4096
    earlier = replacing.replace(crashed / "journal.db", made, at=AT)
    assert earlier
    assert names(crashed / "journal.db") == ["Ana"]
    assert names(earlier) == ["Ana"]
    assert not (crashed / "journal.db-journal").exists()


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\0rubbish"])
def test_what_was_no_journal_is_kept_as_it_was(
    kept: Store, path: Path, content: bytes
) -> None:
    made = backups.make(kept)
    kept.close()
    path.write_bytes(content)
    path.with_name("journal.db-wal").write_bytes(b"of the file before")
    earlier = replacing.replace(path, made, at=AT)
    assert earlier
    assert names(path) == ["Ana"]
    if content:
        assert earlier.read_bytes() == content


def test_what_is_damaged_is_kept_as_it_was(kept: Store, path: Path) -> None:
    made = backups.make(kept)
    for number in range(300):
        add(kept, f"Name Nr{number}")
    kept.close()
    spoil(path)
    damaged = path.read_bytes()
    earlier = replacing.replace(path, made, at=AT)
    assert earlier
    assert earlier.read_bytes() == damaged
    assert names(path) == ["Ana"]


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('deepnet', 'm999_moon', '2099')"
        )
        other.commit()


def test_what_can_not_be_gone_back_to_stays_as_it_is(kept: Store, path: Path) -> None:
    for number in range(300):
        add(kept, f"Name Nr{number}")
    folder = path.parent
    made = backups.make(kept)
    text, foreign, empty, late, broken = (folder / f"{name}.db" for name in "abcde")
    text.write_text("Dear diary")
    with closing(sqlite3.connect(foreign)) as other:
        other.execute("CREATE TABLE notes (text)")
    empty.touch()
    shutil.copy(made, late)
    newer(late)
    shutil.copy(made, broken)
    spoil(broken)
    for file, error in (
        (text, NotABackup),
        (foreign, NotABackup),
        (empty, NotABackup),
        (late, NewerJournal),
        (broken, DamagedBackup),
    ):
        before = file.read_bytes()
        with pytest.raises(error):
            replacing.look(file)
        assert file.read_bytes() == before


def test_a_backup_of_a_file_in_wal_mode_is_one_file(kept: Store, path: Path) -> None:
    kept.run("PRAGMA journal_mode = WAL")
    add(kept, "Ben")
    made = backups.make(kept)
    assert names(made) == ["Ana", "Ben"]
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    kept.close()
    replacing.replace(path, made, at=AT)
    assert names(path) == ["Ana", "Ben"]
    assert not path.with_name("journal.db-wal").exists()


def test_what_a_killed_copy_left_long_ago_goes(kept: Store, path: Path) -> None:
    folder = backups.folder_of(path)
    backups.make(kept)
    old, young, other = (
        folder / name
        for name in (
            ".journal-2026-11-24-120000.db.77.part",
            ".journal-2026-11-25-115959.db.78.part",
            ".film.mp4.part",
        )
    )
    for part in (old, young, other):
        part.touch()
    for part in (old, other):
        os.utime(part, (0, 0))
    backups.make(kept)
    assert [part.exists() for part in (old, young, other)] == [False, True, True]
