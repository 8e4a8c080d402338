"""Whom next: right lists, worked out by hand from the rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from deepnet import askable
from deepnet.candidates import Answers, Candidate, Due, Last, PickKind
from deepnet.model import Depth, Facet, PersonRef, Setting, Tier
from deepnet.picking import Pick, chance_of_yes, nearness, pick, worth

QUESTIONS = askable.questions()
MONDAY = date(2026, 11, 23)
TODAY = date(2026, 11, 25)
LONG_AGO = Last(date(2026, 3, 2), Setting.LUNCH, "lunch at the harbour")


def person(number: int, tier: Tier) -> Candidate:
    return Candidate(PersonRef(number, f"P{number}"), tier, gain=5.0)


def names(number: int, first: int = 100) -> list[Candidate]:
    return [person(first + each, Tier.NAME) for each in range(number)]


def acquainted(number: int, first: int = 200) -> list[Candidate]:
    return [
        person(first + each, Tier.ACQUAINTED)._replace(conversations=2, last=LONG_AGO)
        for each in range(number)
    ]


def picked(*candidates: Candidate, most: int = 5) -> tuple[Pick, ...]:
    return pick(candidates, TODAY, questions=QUESTIONS, most=most)


def kinds(picks: tuple[Pick, ...]) -> list[str]:
    return [each.kind.value for each in picks]


def test_nobody_is_nobody() -> None:
    assert picked() == ()


@pytest.mark.parametrize(
    ("strangers", "others", "list_of"),
    [(1, 0, 1), (2, 0, 2), (900, 0, 3), (900, 1, 3), (900, 2, 3), (900, 3, 4)],
)
def test_nine_hundred_names_fill_three_places_and_no_place_of_another(
    strangers: int, others: int, list_of: int
) -> None:
    picks = picked(*names(strangers), *acquainted(others))
    assert len(picks) == list_of
    assert sum(each.kind is PickKind.DEEPEN for each in picks) == others


def test_a_list_has_five_places_of_which_one_is_for_a_stranger() -> None:
    picks = picked(*names(50), *acquainted(50))
    assert kinds(picks) == ["stranger", *["deepen"] * 4]


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_a_list_can_be_shorter(most: int) -> None:
    assert len(picked(*names(50), *acquainted(50), most=most)) == most


def test_each_lane_has_its_place() -> None:
    quiet = person(1, Tier.KNOWN)._replace(conversations=9, score=80.0, last=LONG_AGO)
    owing = person(2, Tier.EVENT)._replace(promises=(Due("send the book", TODAY),))
    born = person(3, Tier.ACQUAINTED)._replace(
        conversations=1, birthday="--11-25", gain=0.0
    )
    picks = picked(*names(9), *acquainted(9), quiet, owing, born)
    assert kinds(picks) == ["promise", "deepen", "stranger", "revive", "deepen"]
    assert [each.person.id for each in picks[:2]] == [2, 3]


def test_promises_take_two_places_and_the_latest_comes_first() -> None:
    owing = [
        person(each, Tier.EVENT)._replace(
            promises=(Due("write", TODAY - timedelta(each)),)
        )
        for each in (3, 1, 2, 0)
    ]
    picks = picked(*owing, *names(9), *acquainted(9))
    promised = [each.person.id for each in picks if each.kind is PickKind.PROMISE]
    assert promised == [0, 1]


def test_among_strangers_those_met_more_often_come_first() -> None:
    met = [
        person(each, Tier.EVENT)._replace(
            conversations=each, events=each, last=LONG_AGO
        )
        for each in (1, 3, 2)
    ]
    picks = picked(*names(50), *met)
    assert [each.person.id for each in picks] == [3, 2, 1]


def test_among_names_those_near_and_those_connected_lately_come_first() -> None:
    near = person(1, Tier.NAME)._replace(office_near=True)
    lately = person(2, Tier.NAME)._replace(connected_on=date(2026, 11, 1))
    picks = picked(*names(50), near, lately)
    assert {each.person.id for each in picks[:2]} == {1, 2}


def test_of_two_met_once_the_one_met_last_week_comes_first() -> None:
    lately, once = (
        person(number, Tier.EVENT)._replace(conversations=1, events=1, last=Last(day))
        for number, day in ((1, date(2026, 11, 12)), (2, date(2025, 11, 12)))
    )
    assert [each.person.id for each in picked(once, lately)] == [1, 2]


def test_the_place_of_the_quiet_goes_to_whom_you_know_best() -> None:
    quiet = [
        person(each, Tier.KNOWN)._replace(
            score=float(each), conversations=9, last=LONG_AGO
        )
        for each in (66, 90, 70)
    ]
    picks = picked(*quiet, *names(1))
    assert kinds(picks)[:2] == ["stranger", "revive"]
    assert picks[1].person.id == 90


def test_the_other_places_go_by_worth() -> None:
    others = [one._replace(gain=float(one.person.id - 200)) for one in acquainted(9)]
    assert [each.person.id for each in picked(*others)] == [208, 207, 206, 205, 204]


def test_the_same_worth_is_settled_anew_each_week_by_name_not_by_order_of_entry() -> (
    None
):
    weeks = [MONDAY + timedelta(weeks=each) for each in range(8)]
    lists = [pick(acquainted(30), week, questions=QUESTIONS) for week in weeks]
    assert len({tuple(each.person.id for each in picks) for picks in lists}) > 1
    renumbered = [
        one._replace(person=PersonRef(999 - one.person.id, one.person.name))
        for one in acquainted(30)
    ]
    again = pick(renumbered, MONDAY, questions=QUESTIONS)
    assert [each.person.name for each in again] == [
        each.person.name for each in lists[0]
    ]


@pytest.mark.parametrize(
    ("answers", "chance"),
    [
        (Answers(), 2 / 3),
        (Answers(asked=3, accepted=3), 5 / 6),
        (Answers(asked=1), 1 / 2),
        (Answers(asked=1, silences=1), 0.4),
        (Answers(asked=2, silences=2), 2 / 5 * 0.64),
    ],
)
def test_a_yes_is_two_in_three_until_they_have_answered(
    answers: Answers, chance: float
) -> None:
    one = person(1, Tier.EVENT)._replace(answers=answers)
    assert chance_of_yes(one) == pytest.approx(chance)


@pytest.mark.parametrize(
    ("office", "home", "factor"),
    [
        (None, None, 1.0),
        (True, None, 1.15),
        (False, True, 1.15),
        (False, None, 0.6),
        (False, False, 0.6),
    ],
)
def test_near_is_worth_more_and_far_is_worth_less(
    office: bool | None, home: bool | None, factor: float
) -> None:
    one = person(1, Tier.EVENT)._replace(office_near=office, home_near=home)
    assert nearness(one) == factor


def test_the_same_points_are_worth_more_for_somebody_on_the_way() -> None:
    one = person(1, Tier.ACQUAINTED)
    assert worth(one._replace(score=50.0)) == pytest.approx(2 * worth(one))


def test_two_places_are_kept_for_the_quiet_where_there_are_two() -> None:
    quiet = [
        person(each, Tier.OPENING)._replace(gain=0.0, conversations=5, last=LONG_AGO)
        for each in (1, 2, 3)
    ]
    picks = picked(*quiet, *names(5), *acquainted(9))
    assert kinds(picks) == ["stranger", "revive", "revive", "deepen", "deepen"]


def test_worth_is_the_gain_times_its_chances() -> None:
    one = person(1, Tier.EVENT)._replace(gain=9.0, office_near=True, weeks_shown=2)
    assert worth(one) == pytest.approx(9 * 2 / 3 * 1.15 * 0.49)
    began = one._replace(answers=Answers(began_on=TODAY))
    assert worth(began) == pytest.approx(worth(one) + 2)


def test_a_pick_asks_a_step_deeper_about_a_blank_side_and_shows_the_last_time() -> None:
    one = person(1, Tier.ACQUAINTED)._replace(
        conversations=2,
        events=1,
        outside=1,
        last=LONG_AGO,
        deepest=Depth.SHOP,
        known=frozenset(Facet) - {Facet.JOYS},
    )
    (first,) = picked(one)
    assert first.last == LONG_AGO
    assert (first.question.facet, first.question.depth) == (Facet.JOYS, Depth.OPINIONS)
    assert first.slot == "Drinks after work"
    assert (
        first.why[0] == "One event and one conversation elsewhere, as far as shop talk."
    )


def test_a_question_of_this_season_is_not_asked_again() -> None:
    one = person(1, Tier.NAME)
    (first,) = picked(one)
    (second,) = pick(
        [one],
        TODAY,
        questions=QUESTIONS,
        asked={1: frozenset({first.question.text})},
    )
    assert second.question.text != first.question.text


def test_no_two_of_a_list_are_asked_the_same() -> None:
    for week in (MONDAY + timedelta(weeks=each) for each in range(52)):
        picks = pick(acquainted(9), week, questions=QUESTIONS)
        assert len({each.question.text for each in picks}) == len(picks) == 5


def test_where_there_is_one_question_all_are_asked_it() -> None:
    only = {Facet.JOYS: {Depth.SMALLTALK: ("What do you sing?",)}}
    picks = pick(acquainted(3), MONDAY, questions=only)
    assert [each.question.text for each in picks] == ["What do you sing?"] * 3


def ids(picks: tuple[Pick, ...]) -> list[int]:
    return [each.person.id for each in picks]


def test_one_place_more_is_for_somebody_you_say_you_know() -> None:
    known = person(1, Tier.NAME)._replace(claim=Tier.KNOWN)
    worked = person(2, Tier.NAME)._replace(claim=Tier.ACQUAINTED)
    met = person(3, Tier.EVENT)._replace(
        conversations=4, events=4, last=Last(date(2026, 11, 10), Setting.EVENT)
    )
    picks = picked(*names(50), *acquainted(50), worked, known, met)
    assert kinds(picks) == ["stranger", "stranger", *["deepen"] * 3]
    assert ids(picks)[:2] == [3, 1]


def test_after_an_import_those_you_say_you_know_fill_the_list() -> None:
    known = person(1, Tier.NAME)._replace(claim=Tier.KNOWN)
    worked = person(2, Tier.NAME)._replace(claim=Tier.ACQUAINTED)
    lately = person(3, Tier.NAME)._replace(connected_on=TODAY)
    picks = picked(*names(50), worked, lately, known)
    assert ids(picks) == [3, 1, 2]


def test_a_name_that_you_call_a_name_comes_after_the_others() -> None:
    called = [one._replace(claim=Tier.NAME) for one in names(50)]
    others = [one._replace(claim=Tier.EVENT) for one in names(2, first=200)]
    picks = picked(*called, *others, person(300, Tier.NAME))
    assert sorted(ids(picks)) == [200, 201, 300]


def test_a_claim_is_nothing_where_the_journal_shows_more_than_a_stranger() -> None:
    plain = acquainted(9)
    for claim in Tier:
        assert picked(*[one._replace(claim=claim) for one in plain]) == picked(*plain)
