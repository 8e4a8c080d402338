"""A year in figures, and the time together in it: values worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from deepnet.errors.days import UnreadableMonth
from deepnet.journal import months, years
from deepnet.model import Depth, PersonRef, Precision, Setting, Tier, When
from deepnet.store import Store, conversations, people
from deepnet.store.conversations import Conversation
from deepnet.views.month import Report
from deepnet.views.year import Year

TODAY = date(2026, 11, 25)


def meet(store: Store, name: str) -> PersonRef:
    with store.change("add"):
        return PersonRef(people.add(store, name, today=TODAY), name)


def talk(
    store: Store,
    day: date,
    *present: PersonRef,
    setting: Setting | None = Setting.LUNCH,
    minutes: int | None = 60,
    depth: Depth | None = None,
    precision: Precision = Precision.DAY,
) -> None:
    with store.change("log"):
        conversations.add(
            store,
            Conversation(
                id=0,
                when=When(day, precision),
                setting=setting,
                depth=depth,
                minutes=minutes,
                place=None,
                text="by the sea",
                others=None,
                they_asked=False,
                people=present,
            ),
        )


def year(store: Store, month: str | None = None, *, last: bool = False) -> Year:
    return years.year(store, TODAY, month=month, last=last)


def test_a_year_is_the_twelve_months_that_end_with_its_month(store: Store) -> None:
    ana = meet(store, "Ana")
    talk(store, date(2025, 11, 30), ana)
    talk(store, date(2025, 12, 1), ana, minutes=30)
    talk(store, date(2026, 11, 25), ana)
    view = year(store)
    assert (view.first, view.month, view.previous.month) == (
        "2025-12",
        "2026-11",
        "2025-11",
    )
    assert (view.conversations, view.hours.total, view.lunches.number) == (2, 1.5, 2)
    assert (view.previous.met, view.met) == (1, 1)
    assert [one.month for one in view.months][:: len("11 months")] == [
        "2025-12",
        "2026-09",
    ]
    assert len(view.months) == 12
    assert year(store, last=True).month == "2026-10"
    assert year(store, "2025-11").conversations == 1


def test_the_last_month_of_a_year_is_that_month_s_report(store: Store) -> None:
    ana, ben = meet(store, "Ana"), meet(store, "Ben")
    talk(store, date(2026, 3, 1), ana, ben, setting=Setting.EVENT)
    talk(store, date(2026, 10, 1), ana)
    view, month = year(store), months.report(store, TODAY, month=None, last=False)
    assert (view.met, view.event_only, view.share) == (
        month.met,
        month.event_only,
        month.share,
    )
    assert view.months == month.months
    # Who moved up in any month of it did so in the year.
    assert [one.person for one in view.moved] == [ana]


def test_a_year_says_all_that_a_month_says() -> None:
    assert Year._fields[1:-1] == Report._fields


def test_an_empty_year_is_zeros(store: Store) -> None:
    view = year(store)
    assert (view.met, view.share, view.hours.total) == (0, None, 0)
    assert view.together.people == ()
    assert (view.together.event_only, view.together.earlier) == (0, 0)


def test_no_month_is_no_year(store: Store) -> None:
    with pytest.raises(UnreadableMonth):
        year(store, "soon")


def test_time_together_is_outside_events_and_whole_for_each(store: Store) -> None:
    ana, ben, cy, di = (meet(store, name) for name in ("Ana", "Ben", "Cy", "Di"))
    day = date(2026, 5, 1)
    talk(store, day, ana, ben, depth=Depth.SHOP)
    talk(store, day, ana, setting=Setting.WALK, minutes=None, depth=Depth.HEART)
    talk(store, day, ana, cy, setting=Setting.EVENT, minutes=600)
    talk(store, day, ana, setting=Setting.MESSAGE, minutes=None, depth=Depth.HEART)
    talk(store, day, ben, minutes=600, precision=Precision.YEAR)
    talk(store, date(2024, 5, 1), di)
    view = year(store).together
    found = [
        (one.person, one.hours, one.conversations, one.depth, one.deepest)
        for one in view.people
    ]
    assert found == [
        (ana, 2.0, 2, Depth.SHOP, Depth.HEART),
        (ben, 1.0, 1, Depth.SHOP, Depth.SHOP),
    ]
    assert {one.tier for one in view.people} <= {Tier.ACQUAINTED, Tier.OPENING}
    # Cy was met at an event only, Di at a lunch two years ago.
    assert (view.event_only, view.earlier) == (1, 1)


def test_nobody_is_counted_twice_and_nobody_who_is_met_is_left_out(
    store: Store,
) -> None:
    for number, setting in enumerate((*Setting, None) * 2):
        person = meet(store, f"Person {number}")
        talk(store, date(2026 - number % 3, 5, 1), person, setting=setting)
    view = year(store)
    seen = view.together
    nameless = sum(one.tier is Tier.NAME for one in seen.people)
    assert len(seen.people) - nameless + seen.event_only + seen.earlier == view.met


def test_somebody_let_go_is_not_in_it(store: Store) -> None:
    ana = meet(store, "Ana")
    talk(store, date(2026, 5, 1), ana)
    with store.change("let-go"):
        people.change(store, ana.id, {"let_go_on": "2026-11-01"})
    assert year(store).together.people == ()
    # In October they were still there.
    assert [one.person for one in year(store, last=True).together.people] == [ana]
