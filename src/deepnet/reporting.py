"""A month in figures: who is met, who moved up, and how the hours were spent.

Pure arithmetic on what the journal holds; it knows no file, no clock and no words of
an answer.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Depth, Setting, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from deepnet.model import PersonRef

    Usual = Mapping[Setting | None, float]
    """The minutes that a conversation takes where nobody said how long it was."""

UNKNOWN = "unknown"
"""The key of what was not said: of a setting, of a depth."""

UNNAMED = "unnamed"
"""The key of hours with nobody but people whose names were not said."""


class Met(NamedTuple):
    """How many people are met, how many of them only at events, how many are known.

    ``share`` is ``event_only`` of ``met``, 0 to 1, and ``in_ten`` the same in tenths;
    both are None where nobody is met.
    """

    met: int
    event_only: int
    share: float | None
    in_ten: int | None
    known: int


def met(tiers: Mapping[Tier, int]) -> Met:
    """Count people by their tier; whoever is a name only is not met.

    ``in_ten`` is the share in tenths, rounded to the nearest and a half upwards: 25%
    is 3 in 10.
    """
    everybody = sum(number for tier, number in tiers.items() if tier is not Tier.NAME)
    only, known = tiers.get(Tier.EVENT, 0), tiers.get(Tier.KNOWN, 0)
    if not everybody:
        return Met(0, 0, None, None, 0)
    in_ten = (20 * only + everybody) // (2 * everybody)
    return Met(everybody, only, only / everybody, in_ten, known)


class Reached(NamedTuple):
    """Somebody who reached a tier for the first time, when, and by what."""

    person: PersonRef
    tier: Tier
    day: date
    conversation: int | None


def risen(reached: Iterable[Reached]) -> tuple[Reached, ...]:
    """Who moved up: of each person the highest tier reached, earliest day first.

    To be met for the first time, at an event, is not to move up.
    """
    highest: dict[int, Reached] = {}
    for one in reached:
        before = highest.get(one.person.id)
        if before is None or one.tier.rank > before.tier.rank:
            highest[one.person.id] = one
    up = (one for one in highest.values() if one.tier.rank > Tier.EVENT.rank)
    return tuple(sorted(up, key=lambda one: (one.day, one.person.id)))


class Spent(NamedTuple):
    """One conversation, as far as its hours and its depth go.

    ``tier`` is the highest of the people who were there; None where nobody of them
    was named.
    """

    setting: Setting | None
    depth: Depth | None
    minutes: int | None
    tier: Tier | None


class Hours(NamedTuple):
    """Hours in all, those assumed, and by setting and tier."""

    total: float
    assumed: float
    setting: dict[str, float]
    tier: dict[str, float]


def hours(spent: Iterable[Spent], usual: Usual) -> Hours:
    """Add up the time with people; messages take none.

    Where no length was said, the usual one of the setting counts, and is in
    ``assumed`` too. A conversation counts once: in the total, under its setting, and
    under the highest tier of those who were there. Hours are rounded to hundredths.
    """
    by_setting: dict[str, float] = {}
    by_tier: dict[str, float] = {}
    assumed = 0.0
    for one in spent:
        if one.setting is Setting.MESSAGE:
            continue
        minutes = usual[one.setting] if one.minutes is None else one.minutes
        assumed += minutes if one.minutes is None else 0
        for kept, key in (
            (by_setting, one.setting or UNKNOWN),
            (by_tier, one.tier or UNNAMED),
        ):
            kept[key] = kept.get(key, 0) + minutes
    return Hours(
        total=in_hours(sum(by_setting.values())),
        assumed=in_hours(assumed),
        setting={key: in_hours(number) for key, number in by_setting.items()},
        tier={key: in_hours(number) for key, number in by_tier.items()},
    )


def in_hours(minutes: float) -> float:
    """Minutes as hours, rounded to hundredths."""
    return round(minutes / 60, 2)


_DECADE, _SIXTY = 10, 60
_DAYS_OF_A_MONTH = 365.25 / 12
_SHORTEST = 30
"""Days below which a pace would be made of one lucky week."""


def pace(number: int, first: date, last: date) -> float:
    """How many a month, from the day ``first`` to the day ``last``, both included.

    A time shorter than thirty days counts as thirty.
    """
    days = max((last - first).days + 1, _SHORTEST)
    return number / days * _DAYS_OF_A_MONTH


class Left(NamedTuple):
    """How many there will be until an ``age``, at a pace of so many ``a_month``."""

    number: int
    age: int
    a_month: float


def left(born: date, today: date, a_month: float) -> Left | None:
    """How many are left until sixty, or the next round age, at this pace.

    ``born`` is the first day of the month of birth. None where the pace is nothing.
    """
    months = (today.year - born.year) * 12 + today.month - born.month
    age = max(_SIXTY, (months // 12 // _DECADE + 1) * _DECADE)
    number = round((age * 12 - months) * a_month)
    return Left(number, age, round(a_month, 2)) if number > 0 else None


def depths(spent: Iterable[Spent]) -> dict[str, int]:
    """How many conversations went how deep, least deep first; messages apart."""
    counts = Counter(one.depth for one in spent if one.setting is not Setting.MESSAGE)
    return {
        **{depth.word: counts[depth] for depth in Depth},
        UNKNOWN: counts[None],
    }
