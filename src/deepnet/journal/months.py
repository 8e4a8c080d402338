"""A month with people: its figures beside those of the month before, and a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates, reporting, scoring
from deepnet.journal import seen
from deepnet.model import THANKS, PersonRef, Precision, Setting, Tier
from deepnet.store import claims, configuration, conversations, months, standings
from deepnet.store import promises as owed
from deepnet.views.month import (
    Claimed,
    Crossed,
    Headline,
    Hours,
    LearntSeen,
    LeftSeen,
    Lunches,
    MonthBar,
    PromisesSeen,
    Report,
    SharedSeen,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from deepnet.store import Store
    from deepnet.store.promises import Promise

YEAR = 12
"""How many months the chart has; the last of them is the one of the report."""


def report(store: Store, today: date, *, month: str | None, last: bool) -> Report:
    """A month in figures; the running one as of today.

    ``month`` is as people say it, None the running one; ``last`` goes one month
    further back. What is known of a conversation only by its year is in no month.

    Raises:
        UnreadableMonth, NoSuchDay: ``month`` is no month, or it is still to come.
    """
    return span(store, read(today, month=month, last=last), today, 1)


def read(today: date, *, month: str | None, last: bool) -> date:
    """The first day of the month that ``month`` and ``last`` mean; see ``report``."""
    first = dates.read_month(month, today) if month else today.replace(day=1)
    return dates.months_back(first, 1) if last else first


def span(store: Store, month: date, today: date, number: int) -> Report:
    """That many months in figures, the last of them the one of ``month``."""
    first = dates.months_back(month, number - 1)
    until = min(dates.month_end(month), today)
    bars = _bars(store, month, today, max(YEAR, number + 1))
    spent = months.spent(store, first, until)
    hours = reporting.hours(spent, scoring.USUAL_MINUTES)
    now = bars[-1]
    still = owed.still_open(store)
    kept = owed.kept_between(store, first, today)
    thanks = _thanks((*kept, *still), first, until)
    return Report(
        month=now.month,
        met=now.met,
        event_only=now.event_only,
        share=now.share,
        in_ten=now.in_ten,
        known=now.known,
        previous=_headline(bars[-1 - number]),
        moved=_moved(store, first, until),
        conversations=len(spent),
        messages=sum(one.setting is Setting.MESSAGE for one in spent),
        hours=Hours(*hours),
        lunches=_lunches(store, first, until, today),
        depth=reporting.depths(spent),
        learnt=_learnt(store, first, until),
        promises=_promises(still, kept, until, thanks),
        let_go=months.let_go(store, first, until),
        months=tuple(bars[-YEAR:]),
        claimed=_claimed(store, until, now.known),
        thanks=tuple(map(seen.promise, thanks)),
    )


def _lunches(store: Store, first: date, until: date, today: date) -> Lunches:
    """Lunches as what they are: few, and given to somebody."""
    shared = months.shared(store, Setting.LUNCH, first, until)
    number = months.number(store, Setting.LUNCH, first, until)
    born = configuration.value(store, "born") if until == today else None
    left = _left(store, dates.read_written_day(f"{born}-01"), today) if born else None
    return Lunches(number, tuple(SharedSeen(*one) for one in shared), left)


def _left(store: Store, born: date | None, today: date) -> LeftSeen | None:
    """How many there are left, at the pace of the year that ends today."""
    began = months.first_day(store, dates.months_back(today, YEAR), today)
    if born is None or began is None:
        return None
    number = months.number(store, Setting.LUNCH, began, today)
    left = reporting.left(born, today, reporting.pace(number, began, today))
    return LeftSeen(*left) if left else None


def _claimed(store: Store, until: date, shown: int) -> Claimed | None:
    """What was claimed by that day, beside the ``shown`` whom the journal knows."""
    counts = claims.counted(store, until)
    if not counts:
        return None
    return Claimed(counts.get(Tier.KNOWN, 0), shown, sum(counts.values()))


def _headline(bar: MonthBar) -> Headline:
    return Headline(
        bar.month, bar.met, bar.event_only, bar.share, bar.in_ten, bar.known
    )


def _bars(store: Store, month: date, today: date, number: int) -> list[MonthBar]:
    """So many months that end with the one of ``month``, oldest first."""
    firsts = [dates.months_back(month, back) for back in reversed(range(number))]
    ends = [min(dates.month_end(first), today) for first in firsts]
    totals = months.totals(store, firsts[0], ends[-1])
    tiers = standings.tiers_on(store, ends)
    return [
        _bar(f"{first:%Y-%m}", reporting.met(then), totals)
        for first, then in zip(firsts, tiers, strict=True)
    ]


def _bar(
    month: str, met: reporting.Met, totals: Sequence[months.MonthTotal]
) -> MonthBar:
    mine = [total for total in totals if total.month == month]
    minutes = sum(map(_minutes, mine))
    talks = sum(total.conversations for total in mine)
    return MonthBar(month, *met, talks, reporting.in_hours(minutes))


def _minutes(total: months.MonthTotal) -> float:
    if total.setting is Setting.MESSAGE:
        return 0
    return total.minutes + total.unsaid * scoring.USUAL_MINUTES[total.setting]


def _moved(store: Store, first: date, until: date) -> tuple[Crossed, ...]:
    """Who moved up, from the tier in which the month found them."""
    vague = months.known_by_year(store, first, until)
    risen = reporting.risen(
        reporting.Reached(
            PersonRef(one.person, one.name), one.tier, one.day, one.conversation
        )
        for one in standings.crossings_between(store, first, until)
        if one.conversation not in vague
    )
    before = months.tiers_before(store, (one.person.id for one in risen), first)
    return tuple(_crossed(store, one, before[one.person.id]) for one in risen)


def _crossed(store: Store, one: reporting.Reached, before: Tier) -> Crossed:
    number = one.conversation
    by = conversations.conversation(store, number) if number else None
    return Crossed(
        person=one.person,
        from_=before,
        to=one.tier,
        day=one.day,
        precision=by.when.precision if by else Precision.DAY,
        setting=by.setting if by else None,
        text=by.text if by else "",
        conversation=number,
    )


def _learnt(store: Store, first: date, until: date) -> tuple[LearntSeen, ...]:
    vague = months.known_by_year(store, first, until)
    return tuple(
        LearntSeen(fact.person, fact.facet, fact.text, fact.day)
        for fact in conversations.facts_between(store, first, until)
        if fact.facet and fact.conversation not in vague
    )


def _promises(
    still: Sequence[Promise],
    kept: Sequence[Promise],
    until: date,
    thanks: Collection[Promise],
) -> PromisesSeen:
    """Those kept by the month's end, and those made by then that are open still.

    Without the thanks of the month, which are told apart.
    """
    apart = {one.id for one in thanks}
    return PromisesSeen(
        tuple(
            seen.promise(one)
            for one in kept
            if one.id not in apart and one.kept_on and one.kept_on <= until
        ),
        tuple(
            seen.promise(one)
            for one in still
            if one.id not in apart and one.made_on <= until
        ),
    )


def _thanks(
    promises: Sequence[Promise], first: date, until: date
) -> tuple[Promise, ...]:
    """The thank-yous that were promised in the month, said by now or not."""
    return tuple(
        promise
        for promise in promises
        if promise.text.startswith(THANKS) and first <= promise.made_on <= until
    )
