"""Who began last and how often somebody was asked, kept with the standings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.schema.triggers import lay_out

if TYPE_CHECKING:
    from sqlite_utils import Database

# The morning's list needs these of everybody: from the conversations and invitations
# themselves they took longer the older the journal. What version of the score made
# the standings is written in the file's header.
_COLUMNS = """
ALTER TABLE standings ADD COLUMN began_on TEXT;
ALTER TABLE standings ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standings ADD COLUMN declined INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standings DROP COLUMN version;
UPDATE standings SET began_on = (SELECT max(day) FROM (
  SELECT day FROM participants JOIN conversations ON conversations.id = conversation_id
  WHERE participants.person_id = standings.person_id AND they_asked
  UNION ALL SELECT asked_on FROM invitations
  WHERE invitations.person_id = standings.person_id AND by_them)),
  asked = (SELECT count(*) FROM invitations
  WHERE invitations.person_id = standings.person_id AND NOT by_them),
  declined = (SELECT count(*) FROM invitations
  WHERE invitations.person_id = standings.person_id AND NOT by_them
  AND answer <> 'yes');
"""


def apply(db: Database) -> None:
    """Who began last, and how often somebody was asked."""
    lay_out(db, _COLUMNS)
