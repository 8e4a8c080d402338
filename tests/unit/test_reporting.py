from __future__ import annotations

from datetime import date

import pytest

from deepnet import reporting
from deepnet.model import Depth, PersonRef, Setting, Tier
from deepnet.reporting import Reached, Spent

USUAL: dict[Setting | None, float] = {
    None: 30.0,
    **dict.fromkeys(Setting, 60.0),
    Setting.CALL: 20.0,
}
ANA, BEN, CAL = (PersonRef(number, name) for number, name in enumerate("ABC", start=1))


def test_nine_in_ten_are_only_met_at_events() -> None:
    # 132 of the 143 who are more than a name; 132 / 143 is 12 / 13.
    tiers = {Tier.NAME: 50, Tier.EVENT: 132, Tier.ACQUAINTED: 8, Tier.KNOWN: 3}
    assert reporting.met(tiers) == (143, 132, 12 / 13, 9, 3)


def test_nobody_met_has_no_share() -> None:
    assert reporting.met({}) == (0, 0, None, None, 0)
    assert reporting.met({Tier.NAME: 7}) == (0, 0, None, None, 0)


@pytest.mark.parametrize(
    ("only", "others", "in_ten"),
    [(0, 5, 0), (5, 0, 10), (1, 3, 3), (1, 19, 1), (19, 1, 10), (49, 951, 0)],
)
def test_tenths_are_rounded_to_the_nearest_and_a_half_upwards(
    only: int, others: int, in_ten: int
) -> None:
    met = reporting.met({Tier.EVENT: only, Tier.OPENING: others})
    assert met.in_ten == in_ten


def reached(person: PersonRef, tier: Tier, day: int) -> Reached:
    return Reached(person, tier, date(2026, 11, day), day)


def test_of_each_person_only_the_highest_tier_counts() -> None:
    up = reporting.risen(
        [
            reached(ANA, Tier.EVENT, 3),
            reached(BEN, Tier.ACQUAINTED, 4),
            reached(ANA, Tier.OPENING, 20),
            reached(ANA, Tier.ACQUAINTED, 9),
        ]
    )
    assert up == (reached(BEN, Tier.ACQUAINTED, 4), reached(ANA, Tier.OPENING, 20))


def test_to_be_met_at_an_event_is_not_to_move_up() -> None:
    first = [reached(CAL, Tier.NAME, 1), reached(CAL, Tier.EVENT, 2)]
    assert reporting.risen(first) == ()


def test_hours_count_once_under_the_setting_and_the_highest_tier() -> None:
    hours = reporting.hours(
        [
            Spent(Setting.LUNCH, None, 90, Tier.KNOWN),
            Spent(Setting.LUNCH, None, None, Tier.EVENT),
            Spent(Setting.CALL, None, None, Tier.KNOWN),
            Spent(None, None, None, None),
            Spent(Setting.WALK, None, 0, Tier.EVENT),
        ],
        USUAL,
    )
    # 90 + 60 + 20 + 30 + 0 minutes, of which 60 + 20 + 30 were not said.
    assert hours.total == 3.33
    assert hours.assumed == 1.83
    assert hours.setting == {"lunch": 2.5, "call": 0.33, "unknown": 0.5, "walk": 0.0}
    assert hours.tier == {"known": 1.83, "event": 1.0, "unnamed": 0.5}


def test_messages_take_no_hours() -> None:
    message = Spent(Setting.MESSAGE, None, 500, Tier.KNOWN)
    assert reporting.hours([message], USUAL) == (0.0, 0.0, {}, {})


def test_depths_are_counted_by_word_and_messages_are_left_out() -> None:
    spent = [
        Spent(Setting.LUNCH, Depth.HEART, None, None),
        Spent(Setting.CALL, Depth.SMALLTALK, None, None),
        Spent(None, None, None, None),
        Spent(Setting.EVENT, None, None, None),
        Spent(Setting.MESSAGE, Depth.HEART, None, None),
    ]
    assert reporting.depths(spent) == {
        "smalltalk": 1,
        "shop": 0,
        "opinions": 0,
        "personal": 0,
        "heart": 1,
        "unknown": 2,
    }


@pytest.mark.parametrize(
    ("number", "first", "last", "a_month"),
    [
        # 24 in the 365.25 days of a year of twelve months: two a month.
        (24, date(2025, 11, 26), date(2026, 11, 25), 2.0),
        # Ten days count as thirty.
        (1, date(2026, 11, 16), date(2026, 11, 25), 1.01),
        (0, date(2026, 1, 1), date(2026, 11, 25), 0.0),
    ],
)
def test_a_pace_is_so_many_a_month(
    number: int, first: date, last: date, a_month: float
) -> None:
    assert reporting.pace(number, first, last) == pytest.approx(a_month, abs=0.005)


@pytest.mark.parametrize(
    ("born", "number", "age"),
    [
        # From November 2026 to April 2046 there are 19 years and 5 months: 233 months.
        (date(1986, 4, 1), 466, 60),
        # The month before sixty has one month left, and the month of it ten years.
        (date(1966, 12, 1), 2, 60),
        (date(1966, 11, 1), 240, 70),
        (date(1950, 11, 1), 96, 80),
    ],
)
def test_lunches_are_left_until_sixty_or_the_next_round_age(
    born: date, number: int, age: int
) -> None:
    today = date(2026, 11, 25)
    assert reporting.left(born, today, 2.0) == (number, age, 2.0)
    assert reporting.left(born, today, 0.0) is None
