"""A conversation that an import proposes, as one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.render import wording

if TYPE_CHECKING:
    from deepnet.views.data import Proposed

_LONGEST = 60


def proposal(seen: Proposed) -> str:
    """When, how, with whom, and what it was called."""
    when = dates.written(seen.day)
    clock = f", {seen.clock}" if seen.clock else ""
    who = wording.names(seen.people, seen.others)
    title = f": {wording.clipped(seen.text, _LONGEST)}" if seen.text else ""
    return f"{when}{clock}, {wording.how(seen.setting)} with {who}{title}"
