"""Which conversation of a source is which one of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.schema import SEARCHED, logged_since
from deepnet.schema.triggers import keep_history, lay_out, search_triggers

if TYPE_CHECKING:
    from sqlite_utils import Database

# The key is a digest, so that no name and no address stays where somebody is
# forgotten. A conversation that was taken out leaves its key: an import of the same
# file does not bring it back.
_TABLES = """
CREATE TABLE imported_conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  conversation_id INTEGER REFERENCES conversations(id) ON DELETE SET NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  UNIQUE (source, key)
) STRICT;
CREATE INDEX imported_conversation ON imported_conversations (conversation_id);
"""

# A new name only adds keys; what was there before need not be made again.
_KEYS = """
DROP TRIGGER people_keys_insert;
DROP TRIGGER aliases_keys_insert;
CREATE TRIGGER people_keys_insert AFTER INSERT ON people BEGIN
  INSERT OR IGNORE INTO name_keys
    SELECT value, NEW.id FROM json_each(deepnet_name_keys(NEW.name)); END;
CREATE TRIGGER aliases_keys_insert AFTER INSERT ON aliases BEGIN
  INSERT OR IGNORE INTO name_keys
    SELECT value, NEW.person_id FROM json_each(deepnet_name_keys(NEW.alias)); END;
"""


def _found_unless_in_bulk(table: str) -> tuple[str, str]:
    """The trigger that indexes a new row, silent while an import does it at once."""
    found = search_triggers(table)[0]
    return f"DROP TRIGGER {table}_found", found.replace(
        f"AFTER INSERT ON {table} BEGIN",
        f"AFTER INSERT ON {table} WHEN deepnet_indexes_rows() BEGIN",
    )


def apply(db: Database) -> None:
    """Which conversation of a source is which one of the journal."""
    lay_out(db, _TABLES + _KEYS)
    for table in SEARCHED:
        for statement in _found_unless_in_bulk(table):
            db.execute(statement)
    keep_history(db, logged_since("m003_imported_conversations"))
