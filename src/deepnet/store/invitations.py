"""Invitations, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Answer, Setting
    from deepnet.store import Store


def add(
    store: Store,
    person: int,
    *,
    asked_on: date,
    by_them: bool = False,
    setting: Setting | None = None,
    answer: Answer | None = None,
    answered_on: date | None = None,
) -> int:
    """Write an invitation down; its id."""
    return store.insert(
        "INSERT INTO invitations (person_id, asked_on, by_them, setting, answer, "
        "answered_on) VALUES (?, ?, ?, ?, ?, ?)",
        person,
        asked_on.isoformat(),
        int(by_them),
        setting,
        answer,
        answered_on.isoformat() if answered_on else None,
    )
