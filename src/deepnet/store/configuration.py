"""Settings kept in the journal, and the size of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deepnet.store import Store


def value(store: Store, key: str) -> str | None:
    """What a setting was set to; None where it never was."""
    found: str | None = store.value("SELECT value FROM config WHERE key = ?", key)
    return found


def change(store: Store, key: str, now: str) -> None:
    """Set a setting; an empty value takes it away."""
    if not now:
        store.run("DELETE FROM config WHERE key = ?", key)
        return
    store.run(
        "INSERT INTO config (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        key,
        now,
    )


def counts(store: Store) -> tuple[int, int]:
    """How many people and how many conversations there are."""
    people = store.value("SELECT count(*) FROM people")
    conversations = store.value("SELECT count(*) FROM conversations")
    return int(people), int(conversations)
