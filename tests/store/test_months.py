from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from deepnet import scoring
from deepnet.errors.days import DistantDay, FutureDay, UnreadableMonth
from deepnet.journal.configuring import configure
from deepnet.journal.months import report
from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, Tier, When
from deepnet.store import claims, conversations, people
from deepnet.store import promises as owed
from deepnet.store.conversations import Conversation

if TYPE_CHECKING:
    from deepnet.store import Store
    from deepnet.views.month import Claimed, Report

TODAY = date(2026, 11, 25)
USUAL_LUNCH = scoring.USUAL_MINUTES[Setting.LUNCH]


def this_month(store: Store) -> Report:
    return report(store, TODAY, month=None, last=False)


def october(store: Store) -> Report:
    return report(store, TODAY, month="2026-10", last=False)


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
) -> int:
    with store.change("log"):
        return conversations.add(
            store,
            Conversation(
                id=0,
                when=When(day, precision),
                setting=setting,
                depth=depth,
                minutes=minutes,
                place=None,
                text="by the sea",
                others=None if present else 2,
                they_asked=False,
                people=present,
            ),
        )


def stand(
    store: Store, person: PersonRef, *reached: tuple[Tier, date, int | None]
) -> None:
    """Say on which days somebody reached which tiers, whatever the score says."""
    store.run("DELETE FROM crossings WHERE person_id = ?", person.id)
    for tier, day, conversation in reached:
        store.run(
            "INSERT INTO crossings VALUES (?, ?, ?, ?)",
            *(person.id, tier, day.isoformat(), conversation),
        )


def test_a_month_in_an_empty_journal_is_zeros(store: Store) -> None:
    view = this_month(store)
    assert (view.month, view.met, view.event_only, view.known) == ("2026-11", 0, 0, 0)
    assert (view.share, view.in_ten, view.previous.share) == (None, None, None)
    assert (view.conversations, view.messages, view.hours.total) == (0, 0, 0)
    assert (view.moved, view.learnt, view.let_go) == ((), (), ())
    assert (view.promises.kept, view.promises.open) == ((), ())
    assert set(view.depth.values()) == {0}
    assert [bar.month for bar in view.months] == [
        "2025-12",
        *(f"2026-{number:02}" for number in range(1, 12)),
    ]


def test_people_are_met_as_of_the_end_of_each_month(store: Store) -> None:
    ana, ben, cal, _ = (meet(store, name) for name in ("Ana", "Ben", "Cal", "Dee"))
    stand(store, ana, (Tier.EVENT, date(2026, 9, 30), None))
    stand(
        store,
        ben,
        (Tier.EVENT, date(2026, 10, 31), None),
        (Tier.ACQUAINTED, date(2026, 11, 1), None),
    )
    stand(store, cal, (Tier.KNOWN, date(2026, 11, 25), None))
    view = this_month(store)
    assert (view.met, view.event_only, view.in_ten, view.known) == (3, 1, 3, 1)
    assert view.share == pytest.approx(1 / 3)
    assert view.previous.month == "2026-10"
    assert (view.previous.met, view.previous.share, view.previous.in_ten) == (2, 1, 10)
    assert [bar.met for bar in view.months[-4:]] == [0, 1, 2, 3]


def test_people_let_go_are_not_counted_from_that_day_on(store: Store) -> None:
    ana, ben = meet(store, "Ana"), meet(store, "Ben")
    with store.change("let-go"):
        people.change(store, ana.id, {"let_go_on": "2026-11-10"})
    stand(store, ana, (Tier.EVENT, date(2026, 9, 1), None))
    stand(store, ben, (Tier.EVENT, date(2026, 9, 1), None))
    view = this_month(store)
    assert (view.met, view.previous.met) == (1, 2)
    assert view.let_go == (ana,)
    assert october(store).let_go == ()


def test_who_moved_up_from_where_the_month_found_them_and_by_what(
    store: Store,
) -> None:
    ana, ben, cal = meet(store, "Ana"), meet(store, "Ben"), meet(store, "Cal")
    lunch = talk(store, date(2026, 11, 20), ana)
    stand(
        store,
        ana,
        (Tier.EVENT, date(2026, 10, 5), None),
        (Tier.ACQUAINTED, date(2026, 11, 3), None),
        (Tier.OPENING, date(2026, 11, 20), lunch),
    )
    # Ben was met for the first time, which is no move; Cal was learnt about.
    stand(store, ben, (Tier.EVENT, date(2026, 11, 4), None))
    stand(store, cal, (Tier.ACQUAINTED, date(2026, 11, 2), None))
    first, second = this_month(store).moved
    assert (first.person, first.from_, first.to) == (cal, Tier.NAME, Tier.ACQUAINTED)
    assert (first.setting, first.text, first.conversation) == (None, "", None)
    assert (second.person, second.from_, second.to) == (ana, Tier.EVENT, Tier.OPENING)
    assert (second.day, second.precision) == (date(2026, 11, 20), Precision.DAY)
    assert second.setting is Setting.LUNCH
    assert (second.text, second.conversation) == ("by the sea", lunch)
    assert october(store).moved == ()


def test_hours_count_once_under_the_highest_tier_that_was_there(store: Store) -> None:
    ana, ben = meet(store, "Ana"), meet(store, "Ben")
    talk(store, date(2026, 11, 1), ana, ben, minutes=90)
    talk(store, date(2026, 11, 2), ben, setting=None, minutes=30)
    talk(store, date(2026, 11, 3), minutes=60, setting=Setting.EVENT)
    talk(store, date(2026, 11, 4), ana, setting=Setting.MESSAGE, minutes=600)
    talk(store, date(2026, 10, 31), ana, minutes=600)
    stand(store, ana, (Tier.OPENING, date(2026, 10, 1), None))
    view = this_month(store)
    assert (view.conversations, view.messages) == (4, 1)
    assert (view.hours.total, view.hours.assumed) == (3.0, 0.0)
    assert view.hours.setting == {"lunch": 1.5, "unknown": 0.5, "event": 1.0}
    assert view.hours.tier == {"opening": 1.5, "acquainted": 0.5, "unnamed": 1.0}
    assert [bar.hours for bar in view.months[-2:]] == [10.0, 3.0]
    assert [bar.conversations for bar in view.months[-2:]] == [1, 4]


def test_the_tier_of_the_hours_is_that_of_the_end_of_the_month(store: Store) -> None:
    ana = meet(store, "Ana")
    talk(store, date(2026, 10, 2), ana)
    stand(
        store,
        ana,
        (Tier.ACQUAINTED, date(2026, 10, 31), None),
        (Tier.KNOWN, date(2026, 11, 1), None),
    )
    assert october(store).hours.tier == {"acquainted": 1.0}


def test_a_length_that_was_not_said_is_the_usual_one(store: Store) -> None:
    ana = meet(store, "Ana")
    talk(store, date(2026, 11, 2), ana, minutes=None)
    talk(store, date(2026, 11, 3), ana, minutes=30)
    view = this_month(store)
    assert view.hours.assumed == round(USUAL_LUNCH / 60, 2)
    assert view.hours.total == round((USUAL_LUNCH + 30) / 60, 2)
    assert view.months[-1].hours == view.hours.total


def test_depths_are_counted_and_what_was_not_said_is_unknown(store: Store) -> None:
    ana = meet(store, "Ana")
    talk(store, date(2026, 11, 2), ana, depth=Depth.HEART)
    talk(store, date(2026, 11, 3), ana)
    depth = this_month(store).depth
    assert {word: number for word, number in depth.items() if number} == {
        "heart": 1,
        "unknown": 1,
    }


def test_what_is_known_by_the_year_alone_is_in_no_month(store: Store) -> None:
    ana = meet(store, "Ana")
    year = talk(store, date(2026, 1, 1), ana, precision=Precision.YEAR)
    talk(store, date(2026, 1, 1), ana, precision=Precision.MONTH)
    with store.change("learn"):
        conversations.add_fact(
            store,
            ana.id,
            Facet.ROOTS,
            "Lisbon",
            day=date(2026, 1, 1),
            conversation=year,
        )
    stand(store, ana, (Tier.ACQUAINTED, date(2026, 1, 1), year))
    january = report(store, TODAY, month="2026-01", last=False)
    assert january.conversations == 1
    assert january.months[-1].conversations == 1
    assert (january.moved, january.learnt) == ((), ())


def test_what_was_learnt_is_listed_with_its_day(store: Store) -> None:
    ana = meet(store, "Ana")
    with store.change("learn"):
        for facet, day in ((Facet.ROOTS, 1), (None, 2)):
            conversations.add_fact(
                store, ana.id, facet, "Lisbon", day=date(2026, 11, day)
            )
    (learnt,) = this_month(store).learnt
    assert (learnt.person, learnt.facet) == (ana, Facet.ROOTS)
    assert (learnt.text, learnt.day) == ("Lisbon", date(2026, 11, 1))
    assert october(store).learnt == ()


def test_promises_are_those_kept_in_the_month_and_those_open_by_its_end(
    store: Store,
) -> None:
    ana = meet(store, "Ana")
    with store.change("promise"):
        kept, early, late = (
            owed.add(store, ana.id, text, made_on=date(2026, month, 1))
            for text, month in (("book", 9), ("call", 10), ("tea", 11))
        )
        owed.keep(store, kept, date(2026, 10, 15))
    now, then = this_month(store).promises, october(store).promises
    assert [promise.id for promise in now.open] == [early, late]
    assert now.kept == ()
    assert [promise.id for promise in then.open] == [early]
    assert [promise.id for promise in then.kept] == [kept]


def test_a_month_is_named_and_last_goes_one_further_back(store: Store) -> None:
    assert report(store, TODAY, month=None, last=True).month == "2026-10"
    assert october(store).month == "2026-10"
    assert report(store, TODAY, month="2026-01", last=True).month == "2025-12"


def test_a_month_to_come_or_no_month_is_refused(store: Store) -> None:
    with pytest.raises(FutureDay):
        report(store, TODAY, month="2026-12", last=False)
    with pytest.raises(UnreadableMonth):
        report(store, TODAY, month="yesterday", last=False)


def test_the_running_month_ends_today(store: Store) -> None:
    ana = meet(store, "Ana")
    talk(store, date(2026, 11, 10), ana)
    stand(store, ana, (Tier.EVENT, date(2026, 11, 10), None))
    early = report(store, date(2026, 11, 9), month=None, last=False)
    assert (early.conversations, early.met, early.months[-1].hours) == (0, 0, 0.0)


def test_a_lunch_counts_once_and_for_each_who_got_it(store: Store) -> None:
    ana, ben, cy = (meet(store, name) for name in ("Ana", "Ben", "Cy"))
    talk(store, date(2026, 11, 3), ana, ben)
    talk(store, date(2026, 11, 10), ana)
    talk(store, date(2026, 11, 11))
    talk(store, date(2026, 11, 12), cy, setting=Setting.COFFEE)
    talk(store, date(2026, 1, 1), cy, precision=Precision.YEAR)
    talk(store, date(2026, 10, 30), cy)
    lunches = this_month(store).lunches
    assert lunches.number == 3
    assert [(one.person.name, one.number) for one in lunches.people] == [
        ("Ana", 2),
        ("Ben", 1),
    ]
    assert lunches.left is None
    assert [one.person.name for one in october(store).lunches.people] == ["Cy"]


def test_how_many_lunches_are_left_is_said_of_the_running_month_only(
    store: Store,
) -> None:
    configure(store, "born", "1986-04-30")
    assert this_month(store).lunches.left is None
    ana = meet(store, "Ana")
    talk(store, date(2026, 11, 10), ana)
    # One in sixteen days, which count as thirty: 1.01 a month, for 233 months.
    assert this_month(store).lunches.left == (236, 60, 1.01)
    assert october(store).lunches.left is None


def test_a_month_of_birth_is_a_month(store: Store) -> None:
    assert configure(store, "born", "1986-04-30").settings[0].value == "1986-04"
    for said in ("1986", "04/1986", "1986-13", "april"):
        with pytest.raises(UnreadableMonth):
            configure(store, "born", said)
    with pytest.raises(DistantDay):
        configure(store, "born", "1086-04")


def test_claims_count_as_of_the_end_of_the_month_and_without_those_let_go(
    store: Store,
) -> None:
    ana, ben, cal, dee = (meet(store, name) for name in ("Ana", "Ben", "Cal", "Dee"))
    assert this_month(store).claimed is None
    with store.change("triage"):
        claims.say(store, dee.id, None, date(2026, 9, 1))
    assert this_month(store).claimed is None
    with store.change("triage"):
        claims.say(store, ana.id, Tier.KNOWN, date(2026, 10, 31))
        claims.say(store, ben.id, Tier.KNOWN, date(2026, 11, 1))
        claims.say(store, cal.id, Tier.NAME, date(2026, 10, 1))
    stand(store, cal, (Tier.KNOWN, date(2026, 11, 2), None))

    def claimed(view: Report) -> Claimed:
        assert view.claimed is not None
        return view.claimed

    assert claimed(this_month(store)) == (2, 1, 3)
    assert claimed(october(store)) == (1, 0, 2)
    with store.change("let-go"):
        people.change(store, ana.id, {"let_go_on": "2026-11-10"})
    assert claimed(this_month(store)) == (1, 1, 2)
    assert claimed(october(store)) == (1, 0, 2)
    with store.change("triage"):
        claims.say(store, ana.id, Tier.EVENT, date(2026, 11, 20))
    assert claimed(october(store)) == (0, 0, 1)
