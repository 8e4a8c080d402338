"""One person as the picks see them: answers, promises, birthdays, and who is free."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from deepnet.candidates import (
    Answers,
    Candidate,
    Due,
    Last,
    PickKind,
    answers,
    due,
    has_birthday,
    is_free,
    kind,
    monday,
)
from deepnet.model import Answer, Asked, PersonRef, Tier

MONDAY = date(2026, 11, 23)
WEDNESDAY = date(2026, 11, 25)
ADA = Candidate(PersonRef(1, "Ada"), Tier.ACQUAINTED, conversations=2)


def days_ago(days: int) -> date:
    return MONDAY - timedelta(days=days)


def invited(answer: Answer | None, days: int) -> Asked:
    return Asked(days_ago(days), answer=answer)


def after(*invitations: Asked, tier: Tier = Tier.ACQUAINTED) -> Candidate:
    return ADA._replace(tier=tier, answers=answers(invitations, today=MONDAY))


@pytest.mark.parametrize(
    "today", [MONDAY, WEDNESDAY, date(2026, 11, 29)], ids="{:%a}".format
)
def test_a_week_begins_on_monday(today: date) -> None:
    assert monday(today) == MONDAY


def test_nobody_asked_is_no_answers() -> None:
    assert answers([], today=MONDAY) == Answers()


def test_answers_are_counted_since_the_last_yes() -> None:
    told = answers(
        [
            invited(Answer.SILENCE, 300),
            invited(Answer.YES, 200),
            invited(Answer.LATER, 100),
            invited(Answer.SILENCE, 90),
            invited(Answer.NO, 50),
        ],
        today=MONDAY,
    )
    assert (told.asked, told.accepted) == (5, 1)
    assert (told.declined, told.silences, told.laters) == (2, 1, 1)
    assert (told.last, told.last_on) == (Answer.NO, days_ago(50))
    assert told.asked_on == days_ago(50)


def test_an_invitation_of_theirs_begins_anew() -> None:
    told = answers(
        [invited(Answer.NO, 50), Asked(days_ago(20), by_them=True)], today=MONDAY
    )
    assert (told.asked, told.declined, told.last) == (1, 0, None)
    assert told.began_on == days_ago(20)


def test_a_yes_is_arranged_until_a_week_after_the_planned_day() -> None:
    planned = Asked(
        days_ago(5),
        answer=Answer.YES,
        answered_on=days_ago(4),
        planned_for=date(2027, 1, 14),
    )
    free = [
        is_free(ADA._replace(answers=answers([planned], today=day)), day)
        for day in (MONDAY, date(2027, 1, 18), date(2027, 1, 25))
    ]
    # The 14th and a week is the 21st, a Thursday: free from the Monday after it.
    assert free == [False, False, True]


def test_an_open_invitation_is_a_yes_once_you_have_talked() -> None:
    told = answers(
        [invited(None, 20)], today=MONDAY, talked_on=days_ago(15), began_on=None
    )
    assert (told.accepted, told.last_on) == (1, days_ago(15))


@pytest.mark.parametrize(("days", "waiting"), [(90, True), (91, False)])
def test_an_open_invitation_waits_a_season_and_is_silence_after_that(
    days: int, waiting: bool
) -> None:
    told = answers([invited(None, days)], today=MONDAY)
    assert (told.waiting_since is not None) is waiting
    assert not is_free(ADA._replace(answers=told), MONDAY)
    assert told.silences == (not waiting)


@pytest.mark.parametrize(
    ("invitations", "tier", "wait"),
    [
        ([Answer.LATER], Tier.ACQUAINTED, 30),
        ([Answer.LATER] * 2, Tier.ACQUAINTED, 90),
        ([Answer.LATER] * 5, Tier.ACQUAINTED, 90),
        ([Answer.SILENCE], Tier.EVENT, 30),
        ([Answer.SILENCE] * 2, Tier.EVENT, 90),
        ([Answer.NO], Tier.EVENT, 90),
        ([Answer.SILENCE, Answer.NO], Tier.EVENT, 180),
        ([Answer.NO], Tier.KNOWN, 30),
        ([Answer.NO] * 2, Tier.OPENING, 90),
    ],
)
def test_after_a_decline_they_rest_for_as_long_as_the_table_says(
    invitations: list[Answer], tier: Tier, wait: int
) -> None:
    def asked(latest: int) -> Candidate:
        return after(
            *(invited(each, latest + n) for n, each in enumerate(invitations[::-1])),
            tier=tier,
        )

    assert not is_free(asked(wait - 1), MONDAY)
    assert is_free(asked(wait), MONDAY)


def test_the_third_decline_in_a_row_is_the_last_time_of_asking() -> None:
    refusals = [invited(Answer.NO, days) for days in (2000, 1900, 1800)]
    assert not is_free(after(*refusals, tier=Tier.KNOWN), MONDAY)
    assert is_free(after(*refusals, Asked(days_ago(9), by_them=True)), MONDAY)


@pytest.mark.parametrize(("days", "free"), [(20, False), (21, True)])
def test_a_yes_is_arranged_for_three_weeks(days: int, free: bool) -> None:
    assert is_free(after(invited(Answer.YES, days)), MONDAY) is free


def test_a_yes_that_became_a_lunch_is_over() -> None:
    met = after(invited(Answer.YES, 15))._replace(last=Last(days_ago(9)))
    assert is_free(met, MONDAY)


@pytest.mark.parametrize(("days", "free"), [(-2, False), (7, False), (8, True)])
def test_whoever_was_met_within_a_week_is_left_in_peace(days: int, free: bool) -> None:
    assert is_free(ADA._replace(last=Last(days_ago(days))), WEDNESDAY) is free


@pytest.mark.parametrize(
    ("until", "free"), [(date(2026, 11, 26), False), (WEDNESDAY, True)]
)
def test_a_snooze_ends_on_its_day(until: date, free: bool) -> None:
    assert is_free(ADA._replace(snoozed_until=until), WEDNESDAY) is free


def test_whoever_was_let_go_stays_so_whatever_was_promised() -> None:
    gone = ADA._replace(let_go=True, promises=(Due("write", WEDNESDAY),))
    assert not is_free(gone._replace(birthday="--11-25"), WEDNESDAY)


@pytest.mark.parametrize(
    ("weeks", "shown_on", "free"),
    [
        (2, days_ago(3), True),
        (3, days_ago(3), False),
        (3, days_ago(55), False),
        (3, days_ago(56), True),
        (3, None, False),
    ],
)
def test_three_weeks_shown_in_vain_are_followed_by_eight_of_rest(
    weeks: int, shown_on: date | None, free: bool
) -> None:
    shown = ADA._replace(weeks_shown=weeks, shown_on=shown_on)
    assert is_free(shown, MONDAY) is free


@pytest.mark.parametrize(("days", "free"), [(7, True), (8, False)])
def test_a_fresh_promise_puts_a_recent_meeting_aside(days: int, free: bool) -> None:
    owing = ADA._replace(
        last=Last(MONDAY), promises=(Due("send the book", days_ago(days)),)
    )
    assert is_free(owing, MONDAY) is free


def test_a_promise_is_due_from_its_day_and_only_if_it_is_mine() -> None:
    book, wine = Due("book", days_ago(9)), Due("wine", days_ago(2))
    theirs, ahead = Due("call", days_ago(1), mine=False), Due("map", date(2027, 1, 1))
    assert due(ADA, MONDAY) is None
    assert due(ADA._replace(promises=(theirs, ahead)), MONDAY) is None
    assert due(ADA._replace(promises=(book, wine, theirs)), MONDAY) == wine


@pytest.mark.parametrize(
    ("birthday", "today", "there"),
    [
        ("1980-11-25", WEDNESDAY, True),
        ("--11-25", WEDNESDAY, True),
        ("--11-26", WEDNESDAY, False),
        ("--02-29", date(2027, 2, 28), True),
        ("--02-29", date(2028, 2, 28), False),
        ("--02-29", date(2028, 2, 29), True),
        ("1900-02-29", date(1900, 2, 28), True),
        (None, WEDNESDAY, False),
    ],
)
def test_a_birthday_comes_each_year_also_that_of_29_february(
    birthday: str | None, today: date, there: bool
) -> None:
    assert has_birthday(ADA._replace(birthday=birthday), today) is there


def test_the_birthday_of_a_mere_name_asks_for_nothing() -> None:
    name = Candidate(PersonRef(2, "Bo"), Tier.NAME, birthday="--11-25")
    assert not has_birthday(name, WEDNESDAY)


def test_a_birthday_counts_although_you_met_on_sunday_but_not_once_you_met() -> None:
    born = ADA._replace(birthday="--11-25", last=Last(days_ago(1)))
    assert is_free(born, WEDNESDAY)
    assert not is_free(born._replace(last=Last(WEDNESDAY)), WEDNESDAY)


@pytest.mark.parametrize(
    ("tier", "days", "lane"),
    [
        (Tier.NAME, None, PickKind.STRANGER),
        (Tier.EVENT, 400, PickKind.STRANGER),
        (Tier.ACQUAINTED, 400, PickKind.DEEPEN),
        (Tier.OPENING, 89, PickKind.DEEPEN),
        (Tier.OPENING, 90, PickKind.REVIVE),
        (Tier.KNOWN, 90, PickKind.REVIVE),
        (Tier.KNOWN, None, PickKind.DEEPEN),
    ],
)
def test_the_lane_follows_from_the_tier_and_the_silence(
    tier: Tier, days: int | None, lane: PickKind
) -> None:
    last = None if days is None else Last(days_ago(days))
    assert kind(ADA._replace(tier=tier, last=last), WEDNESDAY) is lane


def test_a_due_promise_is_a_lane_of_its_own() -> None:
    owing = ADA._replace(promises=(Due("send the book", WEDNESDAY),))
    assert kind(owing, WEDNESDAY) is PickKind.PROMISE
    assert kind(owing, MONDAY) is PickKind.DEEPEN


@pytest.mark.parametrize(
    ("began", "met", "asked", "mine"),
    [
        (None, 9, None, False),
        (9, 9, None, True),
        (9, 5, None, False),
        (9, None, 5, False),
        (9, None, 20, True),
    ],
)
def test_it_is_my_turn_if_they_began_and_nothing_of_mine_followed(
    began: int | None, met: int | None, asked: int | None, mine: bool
) -> None:
    one = ADA._replace(
        last=None if met is None else Last(days_ago(met)),
        answers=Answers(
            began_on=None if began is None else days_ago(began),
            asked_on=None if asked is None else days_ago(asked),
        ),
    )
    assert one.my_turn is mine
