"""The first journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.schema import APPLICATION_ID, SEARCHED, logged_since
from deepnet.schema.triggers import (
    DAY,
    keep_history,
    lay_out,
    name_triggers,
    search_triggers,
    stale_triggers,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = f"""
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  company TEXT,
  position TEXT,
  birthday TEXT CHECK (birthday {DAY} OR birthday GLOB '--[01][0-9]-[0-3][0-9]'),
  office TEXT,
  home TEXT,
  let_go_on TEXT CHECK (let_go_on {DAY}),
  let_go_because TEXT,
  snoozed_until TEXT CHECK (snoozed_until {DAY}),
  added_on TEXT NOT NULL CHECK (added_on {DAY})
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
  connected_on TEXT NOT NULL CHECK (connected_on {DAY}),
  UNIQUE (person_id, source)
) STRICT;
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  company TEXT,
  position TEXT,
  until TEXT NOT NULL CHECK (until {DAY})
) STRICT;
CREATE INDEX jobs_person ON jobs (person_id);
CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  day TEXT NOT NULL CHECK (day {DAY}),
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
  day TEXT NOT NULL CHECK (day {DAY}),
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
  due TEXT CHECK (due {DAY}),
  made_on TEXT NOT NULL CHECK (made_on {DAY}),
  kept_on TEXT CHECK (kept_on {DAY}),
  conversation_id INTEGER REFERENCES conversations(id)
) STRICT;
CREATE INDEX promises_person ON promises (person_id);
CREATE INDEX promises_conversation ON promises (conversation_id);
CREATE INDEX promises_open ON promises (due) WHERE kept_on IS NULL;
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  person_id INTEGER NOT NULL REFERENCES people(id),
  asked_on TEXT NOT NULL CHECK (asked_on {DAY}),
  by_them INTEGER NOT NULL DEFAULT 0 CHECK (by_them IN (0, 1)),
  setting TEXT,
  planned_for TEXT CHECK (planned_for {DAY}),
  answer TEXT CHECK (answer IN ('yes', 'later', 'no', 'silence')),
  answered_on TEXT CHECK (answered_on {DAY})
) STRICT;
CREATE INDEX invitations_person ON invitations (person_id);
CREATE TABLE records (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  raw TEXT NOT NULL CHECK (json_valid(raw)),
  imported_on TEXT NOT NULL CHECK (imported_on {DAY}),
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


def apply(db: Database) -> None:
    """Lay out the first journal."""
    lay_out(db, _TABLES + _BOOKS)
    keep_history(db, logged_since("m001_journal"))
    for table in SEARCHED:
        for trigger in search_triggers(table):
            db.execute(trigger)
    for trigger in (*stale_triggers(), *name_triggers()):
        db.execute(trigger)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
