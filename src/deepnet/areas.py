"""Areas are words; which of them are near each other, the user says.

"Harbour Quay" and "harbour quay" are one area; others are near where they stand in one
group. Pure: no map, no network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class Areas:
    """The groups of near areas; an area in two groups is near to both of them."""

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._near: dict[str, set[str]] = {}
        for group in groups:
            folded = {fold(area) for area in group}
            for area in folded:
                self._near.setdefault(area, set()).update(folded)

    @classmethod
    def read(cls, said: str | None) -> Areas:
        """Read groups as they are set: "Harbour Quay, Old Town; Oslo, Sandvika"."""
        return cls(listed(group) for group in (said or "").split(";"))

    def near(self, mine: str | None, theirs: str | None) -> bool | None:
        """Whether two areas are the same or near; None where one is not known."""
        if not mine or not theirs:
            return None
        here, there = fold(mine), fold(theirs)
        return here == there or there in self._near.get(here, ())


def listed(said: str) -> tuple[str, ...]:
    """Return the areas between commas, in order."""
    return tuple(filter(None, (" ".join(area.split()) for area in said.split(","))))
