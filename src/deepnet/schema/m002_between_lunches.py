"""Claims, circles, people who are not the same, and what was already asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.schema import logged_since
from deepnet.schema.triggers import DAY, keep_history, lay_out

if TYPE_CHECKING:
    from sqlite_utils import Database

# A claim without a tier was put off; ``distinct_people`` holds pairs that look alike
# and are not the same, the lower id first. The columns of a key come first, or the
# integrity check of SQLite 3.40 sees a NULL where there is none.
_TABLES = f"""
CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people(id),
  tier TEXT CHECK (tier IN ('name', 'event', 'acquainted', 'known')),
  claimed_on TEXT NOT NULL CHECK (claimed_on {DAY})
) STRICT;
CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  tag TEXT NOT NULL CHECK (length(tag) > 0),
  UNIQUE (person_id, tag)
) STRICT;
CREATE INDEX tags_tag ON tags (tag, person_id);
CREATE TABLE distinct_people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people(id),
  other_id INTEGER NOT NULL REFERENCES people(id) CHECK (other_id > person_id),
  UNIQUE (person_id, other_id)
) STRICT;
CREATE INDEX distinct_other ON distinct_people (other_id);
CREATE TABLE questions_shown (
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  week TEXT NOT NULL,
  PRIMARY KEY (person_id, text)
) STRICT, WITHOUT ROWID;
"""


def apply(db: Database) -> None:
    """Claims, circles, people who are not the same, and what was already asked."""
    lay_out(db, _TABLES)
    keep_history(db, logged_since("m002_between_lunches"))
