"""The setting of a meeting, guessed from its title, its hour, and how many came.

Only ever a proposal: the user sees it before it is stored.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Setting
from deepnet.occasion import setting as named
from deepnet.sentence import Sentence

if TYPE_CHECKING:
    from datetime import datetime

CROWD = 10
"""So many others or more are an event, whatever it is called."""

_TABLE, _PARTY = 3, 6
_NOON, _AFTER_NOON, _MORNING, _EVENING = (11, 30), (13, 30), (7, 0), (18, 0)
_HOUR, _LONGEST_LUNCH, _HALF_DAY = 60, 150, 300
_SATURDAY = 5
_LONGEST_TITLE = 300


class Span(NamedTuple):
    """When and how long: the wall clock, or None for whole days, and how many."""

    start: datetime | None
    minutes: int | None
    days: int = 1


def guess(title: str, place: str, span: Span, others: int) -> Setting | None:
    """The likely setting of a meeting with ``others``; None where nothing tells."""
    if others >= CROWD:
        return Setting.EVENT
    said = named(Sentence(title[:_LONGEST_TITLE]), set())
    if said:
        return said
    if re.search(r"zoom|meet\.google|teams|webex|jitsi|whereby", place, re.IGNORECASE):
        return Setting.VIDEO
    if span.start is None:
        return Setting.TRIP if span.days > 1 else None
    return _by_clock(span.start, span.minutes, others)


def _by_clock(start: datetime, minutes: int | None, others: int) -> Setting | None:
    clock = (start.hour, start.minute)
    long = minutes or _HOUR
    if others >= _PARTY and long >= _HALF_DAY:
        return Setting.EVENT
    if (
        _NOON <= clock <= _AFTER_NOON
        and others <= _TABLE
        and _HOUR // 2 <= long <= _LONGEST_LUNCH
    ):
        return Setting.LUNCH
    if clock >= _EVENING and others < _PARTY:
        return Setting.DINNER if long > _HOUR else Setting.DRINKS
    if _MORNING <= clock < _EVENING and start.weekday() < _SATURDAY:
        return Setting.WORK
    return None
