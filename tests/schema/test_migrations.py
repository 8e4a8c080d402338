"""A journal of each release becomes the newest, whole; a newer one is refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from conftest import TODAY, Command
from deepnet import schema
from deepnet.journal import changing, health
from deepnet.store import Store, backups

DUMPS = Path(__file__).resolve().parent
AT = "2026-11-25T12:00:00Z"
DERIVED = ("standings", "crossings", "stale", "search", "name_keys")


def load(name: str, path: Path) -> None:
    """Make the journal of a dump, as another program would: without our functions."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        text = (DUMPS / f"{name}.sql").read_text(encoding="utf-8")
        file.executescript(f"BEGIN;\n{text}COMMIT;")


def laid_out(path: Path) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return set(file.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but those that are worked out from the rest."""
    with closing(sqlite3.connect(path)) as file:
        tables = [
            name
            for (name,) in file.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                "'search%' AND name NOT LIKE '%migrations'"
            )
        ]
        return {
            table: file.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608 - our own tables
            for table in tables
            if table not in DERIVED
        }


def test_there_is_a_dump_of_every_release() -> None:
    """A new migration needs one: python tests/schema/dumps.py."""
    assert {path.stem for path in DUMPS.glob("*.sql")} == set(schema.NAMES)


@pytest.mark.parametrize("name", schema.NAMES)
def test_a_journal_of_each_release_becomes_the_newest(
    tmp_path: Path, name: str
) -> None:
    path, fresh = tmp_path / "journal.db", tmp_path / "fresh.db"
    load(name, path)
    before = rows(path)
    assert len(before["people"]) == 3
    Store.open(fresh, at=AT, create=True).close()
    with Store.open(path, at=AT) as store:
        view = health.check(
            store,
            path,
            health.Moment(TODAY, AT),
            fix=False,
            progress=lambda _done, _of: None,
        )
        assert [one for one in view.findings if one.check != "permissions"] == []
    assert laid_out(path) == laid_out(fresh)
    after = rows(path)
    assert {table: after[table] for table in before} == before
    made = [one.reason for one in backups.listed(path)]
    assert made == ([] if name == schema.NAMES[-1] else ["migration"])
    with Store.open(path, at=AT) as store:
        changing.undo(store, None)
        changing.undo(store, None)
    assert backups.listed(path) == backups.listed(path)[:1]


def test_the_backup_before_a_migration_is_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    load(schema.NAMES[0], path)
    before, layout = rows(path), laid_out(path)
    Store.open(path, at=AT).close()
    (made,) = backups.listed(path)
    assert rows(made.path) == before
    assert laid_out(made.path) == layout


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    load(schema.NAMES[0], path)
    before, layout = rows(path), laid_out(path)
    monkeypatch.setattr(schema, "NAMES", (*schema.NAMES, "m999_missing"))
    with pytest.raises(ModuleNotFoundError):
        Store.open(path, at=AT)
    assert rows(path) == before
    assert laid_out(path) == layout


@pytest.mark.parametrize(
    "words",
    [
        ("log", "lunch with Ana"),
        ("people",),
        ("doctor", "--fix"),
        ("backup",),
        ("undo",),
        ("import", "people.csv"),
    ],
)
def test_a_newer_journal_is_refused_unharmed(
    deepnet: Command, home: Path, words: tuple[str, ...]
) -> None:
    path = home / "journal.db"
    load(schema.NAMES[-1], path)
    with closing(sqlite3.connect(path)) as file:
        file.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('deepnet', 'm999_moon', '2099')"
        )
        file.commit()
    (home / "people.csv").write_text("name\nBen\n")
    before = path.read_bytes()
    run = deepnet(*words)
    assert (run.code, run.out) == (6, "")
    assert "newer deepnet" in run.err
    assert path.read_bytes() == before
    assert not (home / "backups").exists()
