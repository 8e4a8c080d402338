"""The score, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, log2

import pytest

from deepnet import scoring, standing
from deepnet.model import (
    Answer,
    Asked,
    Depth,
    Facet,
    History,
    Learnt,
    Setting,
    Talk,
    Tier,
)

DAY = date(2026, 1, 1)
NOBODY = History()


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def lunches(
    count: int, *, gap: int = 30, depth: Depth | None = Depth.PERSONAL, sides: int = 6
) -> History:
    """Lunches for two of an hour each, every second one their idea."""
    return History(
        tuple(
            Talk(day(gap * n), Setting.LUNCH, depth, 60, 0, n % 2 == 0, n + 1)
            for n in range(count)
        ),
        tuple(Learnt(DAY, facet, 1) for facet in list(Facet)[:sides]),
    )


def events(count: int) -> History:
    return History(
        tuple(Talk(day(n), Setting.EVENT, Depth.HEART, 600, 0) for n in range(count))
    )


def points(history: History) -> dict[str, float]:
    return {part.name: part.points for part in standing.standing(history).parts}


def test_nothing_is_nothing() -> None:
    assert standing.standing(NOBODY).score == 0
    assert standing.standing(NOBODY).tier is Tier.NAME
    assert standing.crossings(NOBODY) == ()
    assert standing.score_range(NOBODY) == (0, 0)
    assert standing.best_question(NOBODY) is None


def test_one_lunch_by_hand() -> None:
    # One hour saturates to 4 (1 - e^(-1/4)) = 0.885; of fifty: log2(1.885)/log2(51).
    hours = 4 * (1 - exp(-1 / 4))
    share = log2(1 + hours) / log2(51)
    history = History((Talk(DAY, Setting.LUNCH, Depth.PERSONAL, 60, 0),))
    assert points(history) == {
        "time": round(30 * share, 1),
        "depth": round(25 * 0.85 * (1 - 2**-0.5), 1),
        "sides": 0.0,
        "months": 0.0,
        "both ways": 0.0,
    }
    assert points(history)["time"] == 4.8
    assert points(history)["depth"] == 6.2


def test_the_parts_of_eight_lunches_by_hand() -> None:
    found = points(lunches(8, gap=38))
    assert found["depth"] == round(25 * 0.85 * (1 - 2**-4), 1) == 19.9
    assert found["sides"] == (20 * (1 - 2**-2)) == 15.0
    assert found["months"] == round(15 * (1 - 2 ** (-7 / 3)), 1) == 12.0
    assert found["both ways"] == round(10 * (1 - 2 ** (-4 / 3)), 1) == 6.0


def test_a_weekend_of_twenty_hours_is_not_a_year() -> None:
    trip = Talk(DAY, Setting.TRIP, Depth.HEART, 1200, 0)
    weekend = History((trip, trip._replace(day=day(1))))
    assert points(weekend)["time"] < points(lunches(12))["time"]
    assert points(weekend)["months"] == 0


def test_events_give_an_hour_in_a_lifetime() -> None:
    assert scoring.measure(events(4)).event_hours == 0.5
    assert scoring.measure(events(400)).event_hours == 1.0
    assert standing.standing(events(400)).tier is Tier.EVENT


def test_what_an_hour_counts() -> None:
    def hours(setting: Setting | None, others: int | None = 0) -> float:
        talk = Talk(DAY, setting, None, 60, others)
        measured = scoring.measure(History((talk,))).hours
        return round(measured, 3)

    assert hours(Setting.LUNCH) == round(4 * (1 - exp(-0.25)), 3)
    assert hours(Setting.CALL) == round(4 * (1 - exp(-0.75 / 4)), 3)
    assert hours(Setting.WORK) == round(4 * (1 - exp(-0.25 / 4)), 3)
    assert hours(None) == round(4 * (1 - exp(-0.5 / 4)), 3)
    assert hours(Setting.MESSAGE) == 0
    # Four others: half of the attention; not said: as with one other, four fifths.
    assert hours(Setting.LUNCH, 4) == round(4 * (1 - exp(-0.5 / 4)), 3)
    assert hours(Setting.LUNCH, None) == round(4 * (1 - exp(-0.8 / 4)), 3)


def test_only_who_they_are_counts_whole() -> None:
    work = History(lunches(1).talks, (Learnt(DAY, Facet.WORK, 1),))
    more = History(work.talks, (*work.learnt, Learnt(DAY, Facet.CRAFT, 1)))
    joys = History(work.talks, (Learnt(DAY, Facet.JOYS, 1),))
    assert points(work)["sides"] == points(more)["sides"] == 2.2
    assert points(joys)["sides"] == 4.1


def test_a_fact_without_a_conversation_is_not_knowing() -> None:
    facts = tuple(Learnt(DAY, facet) for facet in Facet)
    assert standing.standing(History((), facts)).score == 0
    assert standing.standing(History((), facts)).tier is Tier.NAME


def test_both_ways_counts_the_smaller_side() -> None:
    mine = tuple(Talk(day(n), Setting.LUNCH) for n in range(9))
    assert points(History(mine))["both ways"] == 0
    asked = (Asked(DAY, by_them=True), Asked(DAY, answer=Answer.NO))
    assert points(History(mine, asked=asked))["both ways"] == 2.1
    kept = History(mine, kept_mine=5, kept_theirs=3)
    assert points(kept)["both ways"] == round(10 * (1 - 2 ** (-3 / 3)), 1)


@pytest.mark.parametrize(
    ("history", "tier"),
    [
        (History((Talk(DAY, Setting.MESSAGE),) * 200), Tier.NAME),
        (events(60), Tier.EVENT),
        (lunches(1), Tier.ACQUAINTED),
        (lunches(2), Tier.OPENING),
        # Never beyond the job, and nothing known of who they are.
        (lunches(60, depth=Depth.SHOP, sides=0), Tier.ACQUAINTED),
        (lunches(8), Tier.KNOWN),
        # All within three weeks; never personal; two sides only; one long day.
        (lunches(20, gap=1), Tier.OPENING),
        (lunches(60, depth=Depth.OPINIONS), Tier.OPENING),
        (lunches(60, sides=2), Tier.OPENING),
        (lunches(60, gap=0), Tier.ACQUAINTED),
    ],
)
def test_tiers_need_gates_as_well_as_points(history: History, tier: Tier) -> None:
    assert standing.standing(history).tier is tier


def test_what_is_missing_is_said() -> None:
    assert standing.standing(lunches(60, depth=Depth.OPINIONS)).missing == (
        "Personal talk on 2 more days.",
    )
    assert standing.standing(lunches(60, sides=2)).missing == (
        "1 more side of who they are.",
    )
    shop = standing.standing(lunches(60, depth=Depth.SHOP, sides=0)).missing
    assert shop == ("Talk beyond shop, or one side of who they are.",)
    near = standing.standing(lunches(20, gap=1)).missing
    assert near[:2] == (
        "2 more meetings, three weeks after the one before.",
        "More time: it has not grown over two months yet.",
    )
    assert standing.standing(lunches(8)).missing == ()
    assert standing.standing(lunches(1, sides=0)).missing[0].startswith("A second day")
    assert "lunch" in standing.standing(events(1)).missing[0]
    assert "only a name" in standing.standing(NOBODY).missing[0]


def test_the_day_of_each_tier() -> None:
    history = lunches(8)
    found = standing.crossings(history)
    assert [(tier, on) for tier, on, _ in found][:2] == [
        (Tier.EVENT, DAY),
        (Tier.ACQUAINTED, DAY),
    ]
    assert [tier for tier, _, _ in found] == list(Tier)[1:]
    for tier, on, conversation in found:
        known = History(
            tuple(talk for talk in history.talks if talk.day <= on), history.learnt
        )
        before = History(
            tuple(talk for talk in history.talks if talk.day < on), history.learnt
        )
        assert standing.standing(known).tier.rank >= tier.rank
        assert standing.standing(before).tier.rank < tier.rank
        assert conversation in {talk.conversation for talk in known.talks}


def test_a_fact_alone_can_cross_a_line() -> None:
    history = lunches(12, sides=2)
    learnt = (*history.learnt, Learnt(day(400), Facet.JOYS))
    *_, (tier, on, conversation) = standing.crossings(history._replace(learnt=learnt))
    assert (tier, on, conversation) == (Tier.KNOWN, day(400), None)


def test_what_was_not_said_is_asked_for() -> None:
    lunch = Talk(day(3), Setting.LUNCH, None, 60, 0)
    low, high = standing.score_range(History((lunch,)))
    assert low < standing.standing(History((lunch,))).score < high
    assert standing.best_question(History((lunch,))) == (
        "How deep was the lunch on Sun 4 Jan 2026?"
    )
    dinner = Talk(day(3), Setting.DINNER, Depth.SHOP, None, 0)
    assert standing.best_question(History((dinner,))) == (
        "How long was the dinner on Sun 4 Jan 2026?"
    )
    walk = Talk(day(3), None, Depth.SHOP, 60, None)
    assert standing.best_question(History((walk,))) == (
        "How many others were at the conversation on Sun 4 Jan 2026?"
    )
    assert standing.best_question(lunches(3)) is None
    done = History((Talk(DAY, Setting.WORK, Depth.HEART, 0, 0),))
    assert standing.best_question(done) is None


def test_gain_is_large_for_strangers_and_small_for_friends() -> None:
    assert scoring.gain(events(3), day(90)) > 10
    assert 0 < scoring.gain(lunches(20), day(900)) < 2


def test_freshness_halves_in_ninety_days() -> None:
    history = History((Talk(DAY, Setting.LUNCH), Talk(DAY, Setting.MESSAGE)))
    assert scoring.freshness(history, DAY) == 1
    assert scoring.freshness(history, day(90)) == 0.5
    assert scoring.freshness(History((Talk(DAY, Setting.CALL),)), DAY) == 0.8
    assert scoring.freshness(events(1), DAY) == 0.5
    assert scoring.freshness(history, day(-1)) == 0
    assert scoring.quiet_days(history, day(7)) == 7
    assert scoring.quiet_days(history, day(-1)) is None


def test_every_setting_has_a_usual_length() -> None:
    assert set(scoring.USUAL_MINUTES) == {*Setting, None}
    assert sum(scoring.POINTS.values()) == 100
