"""What is said of a journal that was encrypted, or decrypted."""

from __future__ import annotations

from typing import NamedTuple


class Encrypted(NamedTuple):
    """Only a passphrase opens the journal now.

    ``anew`` is whether it was written anew just now, and compared. ``backups`` is how
    many of them were encrypted, too; ``plain`` is what lies beside the journal and is
    not encrypted.
    """

    journal: str
    people: int
    conversations: int
    anew: bool
    backups: int
    plain: tuple[str, ...]


class Decrypted(NamedTuple):
    """The journal needs no passphrase any more; ``encrypted`` are backups that do."""

    journal: str
    people: int
    conversations: int
    encrypted: tuple[str, ...]
