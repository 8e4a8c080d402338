"""People as the lines of a list."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from deepnet import dates
from deepnet.areas import Areas
from deepnet.journal import circling
from deepnet.store import configuration, listing
from deepnet.views.people import CircleSeen, CirclesSeen, PeopleSeen, PersonSeen

if TYPE_CHECKING:
    from datetime import date

    from deepnet.model import Facet, Tier
    from deepnet.store import Store


class Filter(NamedTuple):
    """Which people to list, and in what order; None narrows nothing."""

    tier: Tier | None = None
    claim: Tier | None = None
    area: str | None = None
    facet: Facet | None = None
    tag: str | None = None
    since: str | None = None
    until: str | None = None
    sort: str = "name"


def listed(store: Store, today: date, wanted: Filter) -> PeopleSeen:
    """Everybody who fits; people who were let go are left out.

    Raises:
        NoSuchDay: a day that can't be read.
        NotFound: there is no such circle.
    """
    rows = listing.people(
        store,
        tier=wanted.tier,
        claim=wanted.claim,
        facet=wanted.facet,
        tag=None if wanted.tag is None else circling.found(store, wanted.tag),
        since=_day(wanted.since, today),
        until=_day(wanted.until, today),
        order=wanted.sort,
    )
    if wanted.area is not None:
        near = _in_area(store, wanted.area)
        rows = tuple(row for row in rows if row.id in near)
    return PeopleSeen(tuple(PersonSeen(*row) for row in rows))


def circles(store: Store, today: date, wanted: Filter) -> CirclesSeen:
    """The circles of everybody who fits, and how many of them are in each."""
    seen = listed(store, today, wanted).people
    counts = Counter(tag for person in seen for tag in person.tags)
    return CirclesSeen(tuple(CircleSeen(*item) for item in sorted(counts.items())))


def person(store: Store, number: int) -> PersonSeen:
    """One person as a line of a list."""
    return PersonSeen(*listing.person(store, number))


def _day(said: str | None, today: date) -> date | None:
    return dates.read_day(said, today).day if said else None


def _in_area(store: Store, area: str) -> set[int]:
    """Whose office or home is there or near, as far as the settings group areas."""
    areas = Areas.read(configuration.value(store, "near"))
    return {
        number
        for number, places in listing.in_area(store).items()
        if any(areas.near(area, place) for place in places)
    }
