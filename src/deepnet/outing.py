"""A time and a place that one has for somebody: "lunch", "a day in Oslo".

Pure: whom it suits, as far as their office and home are known, and what to propose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Setting

if TYPE_CHECKING:
    from deepnet.candidates import Candidate

_FROM_AFAR = (Setting.CALL, Setting.VIDEO, Setting.MESSAGE)
_BY_DAY = (Setting.LUNCH, Setting.COFFEE, Setting.WORK)
_PROPOSED = {
    Setting.LUNCH: "Lunch",
    Setting.COFFEE: "A coffee",
    Setting.DINNER: "Dinner",
    Setting.DRINKS: "Drinks after work",
    Setting.WORK: "Some time at work",
    Setting.EVENT: "An event together",
    Setting.VIDEO: "A video call",
}


class Outing(NamedTuple):
    """What there is time for; ``near`` is a place, None the user's own areas."""

    near: str | None = None
    setting: Setting | None = None


ANY = Outing()
"""An ordinary day: any setting, at home."""


def suits(candidate: Candidate, outing: Outing) -> bool:
    """Whether somebody can be met there and so, as far as is known.

    The nearness of the candidate is the one to the outing's place. Elsewhere than at
    home, only people who are known to be near are met. A lunch asks for an office that
    is not far off, an evening for an office or a home that is not.
    """
    return can_be_met((candidate.office_near, candidate.home_near), outing)


def can_be_met(near: tuple[bool | None, bool | None], outing: Outing) -> bool:
    """Whether somebody suits whose office and home are ``near``, in this order."""
    office, home = near
    if outing.near is not None and True not in (office, home):
        return False
    if outing.setting is None or outing.setting in _FROM_AFAR:
        return True
    if outing.setting in _BY_DAY and office is not None:
        return office
    return True in (office, home) or (office, home) == (None, None)


def when(candidate: Candidate, outing: Outing) -> str:
    """What to propose to somebody whom the outing suits."""
    if outing.setting:
        return _PROPOSED.get(outing.setting, f"A {outing.setting.value}")
    return "Lunch or a coffee" if candidate.office_near else "Drinks or a dinner"
