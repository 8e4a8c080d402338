"""Twelve months with people, and the time together in them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deepnet import dates, scoring, together
from deepnet.journal import months
from deepnet.model import Tier
from deepnet.store import months as counted
from deepnet.store import standings
from deepnet.store import together as stored
from deepnet.views.together import TimeWith, Together
from deepnet.views.year import Year

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from deepnet.store import Store


def year(store: Store, today: date, *, month: str | None, last: bool) -> Year:
    """Twelve months in figures; the arguments mean the last of them.

    Raises:
        UnreadableMonth, NoSuchDay: ``month`` is no month, or it is still to come.
    """
    end = months.read(today, month=month, last=last)
    begun = dates.months_back(end, months.YEAR - 1)
    report = months.span(store, end, today, months.YEAR)
    return Year(f"{begun:%Y-%m}", *report, time_together(store, end, today))


def time_together(store: Store, month: date, today: date) -> Together:
    """Time outside events with each person, in the year that ends with a month."""
    first = dates.months_back(month, months.YEAR - 1)
    until = min(dates.month_end(month), today)
    met, talks = stored.talks(store, first, until)
    reached = counted.tiers_before(store, met, until + timedelta(days=1))
    spent = together.times(talks, scoring.USUAL_MINUTES)
    people = (TimeWith(met[one], reached[one], *time) for one, time in spent.items())
    everybody = standings.tiers_on(store, [until])[0]
    return Together(
        first=first,
        last=until,
        people=tuple(sorted(people, key=lambda one: (-one.hours, one.person.id))),
        event_only=_without(everybody, reached, Tier.EVENT),
        earlier=sum(
            _without(everybody, reached, tier)
            for tier in (Tier.ACQUAINTED, Tier.OPENING, Tier.KNOWN)
        ),
    )


def _without(
    everybody: Mapping[Tier, int], reached: Mapping[int, Tier], tier: Tier
) -> int:
    """How many have a tier and are not among those who were met."""
    return everybody.get(tier, 0) - sum(one is tier for one in reached.values())
