"""What the hour suggests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.model import Setting

if TYPE_CHECKING:
    from datetime import datetime

_WORKDAY = ((11, Setting.COFFEE), (15, Setting.LUNCH), (18, Setting.COFFEE))
_WEEKEND = ((11, Setting.COFFEE), (15, Setting.LUNCH), (19, Setting.VISIT))
_SATURDAY = 5
_EVENING_ENDS = 21


def likely_setting(now: datetime) -> Setting:
    """The setting that one is most likely to come from at this hour.

    Only ever a default that the user sees and can change.
    """
    hours = _WEEKEND if now.weekday() >= _SATURDAY else _WORKDAY
    for before, setting in hours:
        if now.hour < before:
            return setting
    return Setting.DRINKS if now.hour < _EVENING_ENDS else Setting.DINNER
