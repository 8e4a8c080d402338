"""Whom a change moves from one tier to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.model import Tier
from deepnet.store import standings
from deepnet.views.conversations import Moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deepnet.model import PersonRef
    from deepnet.store import Store


class Movement:
    """The tiers of some people before a change, and whom the change moved."""

    def __init__(self, store: Store, people: Sequence[PersonRef]) -> None:
        self._store = store
        self._people = people
        self._before = self._tiers()

    def moved(self) -> tuple[Moved, ...]:
        """Whose tier is another now; call it inside the change, at its end."""
        standings.refresh(self._store)
        after = self._tiers()
        return tuple(
            Moved(person, before, now)
            for person, before, now in zip(
                self._people, self._before, after, strict=True
            )
            if before is not now
        )

    def _tiers(self) -> list[Tier]:
        found = standings.tiers(self._store, [person.id for person in self._people])
        return [found.get(person.id, Tier.NAME) for person in self._people]
