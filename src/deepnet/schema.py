"""The journal's tables: migrations, oldest first, append-only; the only DDL.

A migration that has been released is never edited. ``migrate`` is the only place
that loads sqlite-utils: a morning on an up-to-date file does not pay for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from sqlite_utils import Database

APPLICATION_ID = 0x6465_6570
"""Written into each journal's header ("deep"): no other file is taken for one."""

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"

_TABLES = f"""
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  company TEXT,
  position TEXT,
  birthday TEXT CHECK (birthday {_DAY} OR birthday GLOB '--[01][0-9]-[0-3][0-9]'),
  office TEXT,
  home TEXT,
  let_go_on TEXT CHECK (let_go_on {_DAY}),
  let_go_because TEXT,
  snoozed_until TEXT CHECK (snoozed_until {_DAY}),
  added_on TEXT NOT NULL CHECK (added_on {_DAY})
) STRICT;
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  alias TEXT NOT NULL CHECK (length(trim(alias)) > 0),
  UNIQUE (person_id, alias)
) STRICT;
CREATE TABLE identifiers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'profile')),
  value TEXT NOT NULL,
  key TEXT NOT NULL,
  UNIQUE (person_id, kind, value)
) STRICT;
CREATE INDEX identifiers_key ON identifiers (kind, key);
CREATE TABLE ties (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  source TEXT NOT NULL,
  connected_on TEXT NOT NULL CHECK (connected_on {_DAY}),
  UNIQUE (person_id, source)
) STRICT;
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  company TEXT,
  position TEXT,
  until TEXT NOT NULL CHECK (until {_DAY})
) STRICT;
CREATE INDEX jobs_person ON jobs (person_id);
CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  day TEXT NOT NULL CHECK (day {_DAY}),
  precision TEXT NOT NULL DEFAULT 'day'
    CHECK (precision IN ('day', 'week', 'month', 'year')),
  clock TEXT,
  setting TEXT CHECK (setting IN ('event', 'lunch', 'coffee', 'dinner', 'drinks',
    'walk', 'visit', 'trip', 'work', 'call', 'video', 'message')),
  depth INTEGER CHECK (depth BETWEEN 0 AND 4),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 100000),
  place TEXT,
  text TEXT NOT NULL DEFAULT '',
  others INTEGER CHECK (others BETWEEN 0 AND 1000000),
  they_asked INTEGER NOT NULL DEFAULT 0 CHECK (they_asked IN (0, 1))
) STRICT;
CREATE INDEX conversations_day ON conversations (day);
CREATE TABLE participants (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversations(id),
  person_id INTEGER NOT NULL REFERENCES people(id),
  UNIQUE (conversation_id, person_id)
) STRICT;
CREATE INDEX participants_person ON participants (person_id, conversation_id);
CREATE TABLE facts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  person_id INTEGER NOT NULL REFERENCES people(id),
  facet TEXT CHECK (facet IN ('family', 'roots', 'home', 'health', 'joys', 'hopes',
    'struggles', 'values', 'people', 'work', 'craft', 'plans')),
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  day TEXT NOT NULL CHECK (day {_DAY}),
  conversation_id INTEGER REFERENCES conversations(id)
) STRICT;
CREATE INDEX facts_person ON facts (person_id);
CREATE INDEX facts_conversation ON facts (conversation_id);
CREATE INDEX facts_day ON facts (day);
CREATE TABLE promises (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  person_id INTEGER NOT NULL REFERENCES people(id),
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  mine INTEGER NOT NULL DEFAULT 1 CHECK (mine IN (0, 1)),
  due TEXT CHECK (due {_DAY}),
  made_on TEXT NOT NULL CHECK (made_on {_DAY}),
  kept_on TEXT CHECK (kept_on {_DAY}),
  conversation_id INTEGER REFERENCES conversations(id)
) STRICT;
CREATE INDEX promises_person ON promises (person_id);
CREATE INDEX promises_conversation ON promises (conversation_id);
CREATE INDEX promises_open ON promises (due) WHERE kept_on IS NULL;
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  person_id INTEGER NOT NULL REFERENCES people(id),
  asked_on TEXT NOT NULL CHECK (asked_on {_DAY}),
  by_them INTEGER NOT NULL DEFAULT 0 CHECK (by_them IN (0, 1)),
  setting TEXT,
  planned_for TEXT CHECK (planned_for {_DAY}),
  answer TEXT CHECK (answer IN ('yes', 'later', 'no', 'silence')),
  answered_on TEXT CHECK (answered_on {_DAY})
) STRICT;
CREATE INDEX invitations_person ON invitations (person_id);
CREATE TABLE records (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  raw TEXT NOT NULL CHECK (json_valid(raw)),
  imported_on TEXT NOT NULL CHECK (imported_on {_DAY}),
  UNIQUE (source, key)
) STRICT;
CREATE INDEX records_person ON records (person_id);
CREATE TABLE config (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;
"""

# What is written down about the tables above, and what follows from them.
_BOOKS = """
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  command TEXT NOT NULL,
  summary TEXT NOT NULL DEFAULT '',
  undoes INTEGER REFERENCES changes(id)
) STRICT;
CREATE TABLE change_rows (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES changes(id),
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_rows_change ON change_rows (change_id);
CREATE TABLE standings (
  person_id INTEGER PRIMARY KEY REFERENCES people(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  score REAL NOT NULL,
  tier TEXT NOT NULL,
  parts TEXT NOT NULL,
  missing TEXT NOT NULL,
  gain REAL NOT NULL,
  conversations INTEGER NOT NULL,
  events INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  last_conversation INTEGER,
  deepest INTEGER,
  facets TEXT NOT NULL
) STRICT;
CREATE INDEX standings_tier ON standings (tier, gain);
CREATE TABLE crossings (
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  tier TEXT NOT NULL,
  day TEXT NOT NULL,
  conversation_id INTEGER,
  PRIMARY KEY (person_id, tier)
) STRICT, WITHOUT ROWID;
CREATE INDEX crossings_day ON crossings (day, tier);
CREATE TABLE stale (person_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE shown (
  week TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, week)
) STRICT, WITHOUT ROWID;
CREATE TABLE name_keys (
  key TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  PRIMARY KEY (key, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_keys_person ON name_keys (person_id);
CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = "unicode61");
"""

SEARCHED = ("people", "aliases", "identifiers", "conversations", "facts", "promises")
"""The tables that the search index covers. A row's place in the index is
``id * 8 + SEARCHED.index(table)``."""

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


def _columns(db: Database, table: str) -> list[str]:
    return [column.name for column in db[table].columns]


def _image(row: str, columns: list[str]) -> str:
    return "json_object({})".format(
        ", ".join(f"'{column}', {row}.{column}" for column in columns)
    )


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


def _search_triggers(table: str) -> list[str]:
    """The index holds folded text, so that accents and scripts don't matter."""
    kind = SEARCHED.index(table)
    words = " || ' ' || ".join(
        f"coalesce(NEW.{column}, '')" for column in _SEARCHED_TEXT[table]
    )
    add = (
        "INSERT INTO search (rowid, text) "
        f"VALUES (NEW.id * 8 + {kind}, deepnet_index_text({words}));"
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


def _stale_triggers() -> list[str]:
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


def _name_triggers() -> list[str]:
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


LOGGED = (
    "people",
    "aliases",
    "identifiers",
    "ties",
    "jobs",
    "conversations",
    "participants",
    "facts",
    "promises",
    "invitations",
    "records",
    "config",
)
"""The main tables: every row that a command writes there can be taken back."""


def m001_journal(db: Database) -> None:
    """Lay out the first journal."""
    for statement in (_TABLES + _BOOKS).split(";\n"):
        if statement.strip():
            db.execute(statement)
    for table in LOGGED:
        for trigger in _history_triggers(table, _columns(db, table)):
            db.execute(trigger)
    for table in SEARCHED:
        for trigger in _search_triggers(table):
            db.execute(trigger)
    for trigger in (*_stale_triggers(), *_name_triggers()):
        db.execute(trigger)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


MIGRATIONS: tuple[Callable[[Database], None], ...] = (m001_journal,)

NAMES = tuple(migration.__name__ for migration in MIGRATIONS)
"""What an up-to-date journal has applied, in order."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file behind ``connection`` up to date, each step in a transaction."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("deepnet")
    for migration in MIGRATIONS:
        migrations()(migration)
    migrations.apply(Database(connection, execute_plugins=False))
