"""The triggers that a migration lays on its tables: history, search, stale, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.schema import SEARCHED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

DAY = "GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"
"""What every column that holds a day is checked against."""

_SEARCHED_TEXT = {
    "people": ("name", "company", "position", "office", "home"),
    "aliases": ("alias",),
    "identifiers": ("value",),
    "conversations": ("text", "place"),
    "facts": ("text",),
    "promises": ("text",),
}

_STALE_BY = {
    "people": ("id",),
    "participants": ("person_id",),
    "facts": ("person_id",),
    "promises": ("person_id",),
    "invitations": ("person_id",),
}


def lay_out(db: Database, statements: str) -> None:
    """Run statements, each ended by a semicolon at the end of a line."""
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)


def _image(row: str, columns: list[str]) -> str:
    return "json_object({})".format(
        ", ".join(f"'{column}', {row}.{column}" for column in columns)
    )


def keep_history(db: Database, tables: Iterable[str]) -> None:
    """Put every row that is written to these tables on the record from now on."""
    for table in tables:
        columns = [column.name for column in db[table].columns]
        for trigger in _history_triggers(table, columns):
            db.execute(trigger)


def _history_triggers(table: str, columns: list[str]) -> list[str]:
    """Each row's image before and after goes to the newest change: undo reads it."""
    book = (
        "INSERT INTO change_rows (change_id, kind, row_id, before, after) "
        f"SELECT max(id), '{table}', {{row}}.id, {{before}}, {{after}} FROM changes;"
    )
    old, new = _image("OLD", columns), _image("NEW", columns)
    return [
        f"CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN "
        + book.format(row="NEW", before="NULL", after=new)
        + " END",
        f"CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} "
        f"WHEN {old} IS NOT {new} BEGIN "
        + book.format(row="NEW", before=old, after=new)
        + " END",
        f"CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} BEGIN "
        + book.format(row="OLD", before=old, after="NULL")
        + " END",
    ]


def indexed(table: str, row: str) -> str:
    """What stands in the index for a row, as SQL."""
    words = " || ' ' || ".join(
        f"coalesce({row}.{column}, '')" for column in _SEARCHED_TEXT[table]
    )
    return f"deepnet_index_text({words})"


def search_triggers(table: str) -> list[str]:
    """The index holds folded text, so that accents and scripts don't matter."""
    kind = SEARCHED.index(table)
    add = (
        "INSERT INTO search (rowid, text) "
        f"VALUES (NEW.id * 8 + {kind}, {indexed(table, 'NEW')});"
    )
    drop = f"DELETE FROM search WHERE rowid = OLD.id * 8 + {kind};"
    columns = ", ".join(_SEARCHED_TEXT[table])
    return [
        f"CREATE TRIGGER {table}_found AFTER INSERT ON {table} BEGIN {add} END",
        (
            f"CREATE TRIGGER {table}_refound AFTER UPDATE OF {columns} ON {table} "
            f"BEGIN {drop} {add} END"
        ),
        f"CREATE TRIGGER {table}_lost AFTER DELETE ON {table} BEGIN {drop} END",
    ]


def search_at_once(table: str) -> str:
    """Index every row of a table behind an id, as ``search_triggers`` does one by one.

    A trigger makes the index write itself down at each row; one statement does so
    once.
    """
    words = " || ' ' || ".join(
        f"coalesce({column}, '')" for column in _SEARCHED_TEXT[table]
    )
    return (
        "INSERT OR REPLACE INTO search (rowid, text) "
        f"SELECT id * 8 + {SEARCHED.index(table)}, deepnet_index_text({words}) "
        f"FROM {table} WHERE id > ? ORDER BY id"
    )


def stale_triggers() -> list[str]:
    """Whose standing must be worked out again; the store does it before it commits."""
    marks: list[str] = []
    for table, (column,) in _STALE_BY.items():
        for verb, rows in (
            ("INSERT", ("NEW",)),
            ("UPDATE", ("OLD", "NEW")),
            ("DELETE", ("OLD",)),
        ):
            mark = " ".join(
                f"INSERT OR IGNORE INTO stale VALUES ({row}.{column});" for row in rows
            )
            trigger = (
                f"CREATE TRIGGER {table}_stale_{verb.lower()} "
                f"AFTER {verb} ON {table} BEGIN {mark} END"
            )
            marks.append(trigger)
    participants = (
        "CREATE TRIGGER conversations_stale AFTER UPDATE ON conversations BEGIN "
        "INSERT OR IGNORE INTO stale SELECT person_id FROM participants "
        "WHERE conversation_id = NEW.id; END"
    )
    return [*marks, participants]


def name_triggers() -> list[str]:
    """The keys by which a typed name finds the few people who can be meant."""
    triggers = []
    for table, verb, row, person in (
        ("people", "INSERT", "NEW", "id"),
        ("people", "UPDATE OF name", "NEW", "id"),
        ("aliases", "INSERT", "NEW", "person_id"),
        ("aliases", "UPDATE OF alias", "NEW", "person_id"),
        ("aliases", "DELETE", "OLD", "person_id"),
    ):
        triggers.append(
            f"CREATE TRIGGER {table}_keys_{verb.split()[0].lower()} "
            f"AFTER {verb} ON {table} BEGIN "
            f"DELETE FROM name_keys WHERE person_id = {row}.{person}; "
            "INSERT OR IGNORE INTO name_keys SELECT keys.value, names.id FROM ("
            f"SELECT id, name FROM people WHERE id = {row}.{person} UNION ALL "
            f"SELECT person_id, alias FROM aliases WHERE person_id = {row}.{person}"
            ") AS names, json_each(deepnet_name_keys(names.name)) AS keys; END"
        )
    return triggers
