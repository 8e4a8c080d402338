"""The laws of the picks, over invented journals of up to a dozen people."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from deepnet import askable
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
from deepnet.model import (
    Answer,
    Asked,
    Depth,
    Facet,
    PersonRef,
    Precision,
    Setting,
    Side,
    Tier,
)
from deepnet.picking import MOST, STRANGERS_ALONE, pick
from deepnet.reasons import why

if TYPE_CHECKING:
    from random import Random

    from deepnet.picking import Pick

QUESTIONS = askable.questions()
MONDAY = date(2026, 11, 23)
DAYS = st.integers(0, 1000).map(lambda days: MONDAY - timedelta(days=days))
WEEK = st.integers(0, 6).map(lambda days: MONDAY + timedelta(days=days))
COUNTS = st.integers(0, 15)
NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve"),
)
CLAIMS = st.sampled_from(
    (None, None, Tier.NAME, Tier.EVENT, Tier.ACQUAINTED, Tier.KNOWN)
)
NEAR = st.sampled_from((None, True, False))
KNOWN = st.one_of(
    st.just(frozenset(Facet)), st.frozensets(st.sampled_from(Facet), max_size=5)
)


def asked_ones() -> st.SearchStrategy[Asked]:
    return st.builds(
        Asked,
        day=DAYS,
        by_them=st.booleans(),
        answer=st.none() | st.sampled_from(Answer),
        answered_on=st.none() | DAYS,
    )


# Built once: what a person's answers add up to is drawn whole, for speed.
ANSWERS = st.sampled_from(
    [
        answers(invitations, today=MONDAY, began_on=began)
        for invitations in (
            [],
            [Asked(MONDAY - timedelta(days=9))],
            [Asked(MONDAY - timedelta(days=40))],
            [Asked(MONDAY - timedelta(days=40), answer=Answer.SILENCE)],
            [Asked(MONDAY - timedelta(days=10), answer=Answer.YES)],
            [Asked(MONDAY - timedelta(days=200), answer=Answer.NO)],
            [Asked(MONDAY - timedelta(days=20), answer=Answer.LATER)],
            [
                Asked(MONDAY - timedelta(days=each), answer=Answer.NO)
                for each in range(3)
            ],
        )
        for began in (None, date(2026, 11, 1))
    ]
)
PROMISES = st.sampled_from(
    [
        (),
        (),
        (Due("send it", date(2026, 11, 20)),),
        (Due("send it", date(2026, 11, 1)),),
        (Due("send it", date(2026, 11, 1), mine=False),),
        (Due("send it", date(2027, 1, 1)),),
    ]
)


@st.composite
def candidates(draw: st.DrawFn, number: int = 0) -> Candidate:
    events, outside, unsaid = draw(st.tuples(COUNTS, COUNTS, st.integers(0, 2)))
    conversations = events + outside + unsaid
    return Candidate(
        PersonRef(number, draw(st.sampled_from(("Ada", "Bo", "김민준", "Zoë")))),
        draw(st.sampled_from(Tier)),
        score=draw(st.integers(0, 1000)) / 10,
        gain=draw(st.integers(0, 200)) / 10,
        conversations=conversations,
        events=events,
        outside=outside,
        last=Last(
            draw(DAYS),
            draw(st.none() | st.sampled_from(Setting)),
            precision=draw(st.sampled_from(Precision)),
        )
        if conversations
        else None,
        known=draw(KNOWN),
        deepest=draw(st.none() | st.sampled_from(Depth)),
        answers=draw(ANSWERS),
        let_go=draw(st.integers(0, 9)) == 1,
        snoozed_until=draw(st.sampled_from((None, None, None, date(2027, 1, 1)))),
        weeks_shown=draw(st.integers(0, 4)),
        shown_on=draw(st.none() | DAYS),
        promises=draw(PROMISES),
        birthday=draw(st.sampled_from((None, None, None, "--11-25", "1980-02-29"))),
        office_near=draw(NEAR),
        home_near=draw(NEAR),
        connected_on=draw(st.none() | DAYS),
        claim=draw(CLAIMS),
    )


@st.composite
def people(draw: st.DrawFn) -> list[Candidate]:
    drawn = draw(st.lists(candidates(), max_size=12))
    return [
        one._replace(person=PersonRef(number, one.person.name))
        for number, one in enumerate(drawn)
    ]


def picked(candidates: list[Candidate], today: date = MONDAY) -> tuple[Pick, ...]:
    return pick(candidates, today, questions=QUESTIONS)


def ids(picks: tuple[Pick, ...]) -> set[int]:
    return {each.person.id for each in picks}


@given(people(), WEEK, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(
    everyone: list[Candidate], today: date, dice: Random
) -> None:
    shuffled = everyone.copy()
    dice.shuffle(shuffled)
    assert picked(shuffled, today) == picked(everyone, today)


@given(people(), WEEK)
def test_nobody_has_two_places_and_the_list_is_short(
    everyone: list[Candidate], today: date
) -> None:
    picks = picked(everyone, today)
    assert len(ids(picks)) == len(picks) <= MOST


@given(people(), WEEK)
def test_whoever_is_to_be_left_in_peace_is_left_in_peace(
    everyone: list[Candidate], today: date
) -> None:
    chosen = ids(picked(everyone, today))
    for one in everyone:
        if one.person.id in chosen:
            assert not one.let_go
            assert one.snoozed_until is None or one.snoozed_until <= today
            assert one.answers.waiting_since is None


@given(people(), st.integers(1, 6))
def test_the_list_of_monday_holds_all_week(
    everyone: list[Candidate], later: int
) -> None:
    plain = [one._replace(birthday=None) for one in everyone]
    assert picked(plain, MONDAY + timedelta(days=later)) == picked(plain, MONDAY)


@given(people(), WEEK)
def test_a_conversation_today_ends_a_pick(
    everyone: list[Candidate], today: date
) -> None:
    for one in picked(everyone, today):
        met = [
            each._replace(last=Last(today), promises=())
            if each.person == one.person
            else each
            for each in everyone
        ]
        assert one.person.id not in ids(picked(met, today))


@given(
    candidates(),
    WEEK,
    st.lists(st.sampled_from((Answer.NO, Answer.SILENCE)), min_size=3, max_size=5),
    DAYS,
)
def test_three_declines_rest_until_they_begin(
    one: Candidate, today: date, declines: list[Answer], day: date
) -> None:
    refused = [
        Asked(day - timedelta(days=number), answer=answer)
        for number, answer in enumerate(declines)
    ]
    resting = answers(refused, today=today)
    assert not is_free(one._replace(answers=resting), today)
    begun = answers([*refused, Asked(day, by_them=True)], today=today)
    free = one._replace(
        let_go=False, snoozed_until=None, last=None, weeks_shown=0, answers=begun
    )
    assert is_free(free, today)


@given(people(), candidates(number=99), WEEK)
def test_one_new_person_takes_at_most_one_place(
    everyone: list[Candidate], new: Candidate, today: date
) -> None:
    before = ids(picked(everyone, today))
    after = ids(picked([*everyone, new], today))
    assert after - before <= {new.person.id}
    assert len(before - after) <= 1
    assert len(after) >= len(before)


@given(people(), WEEK)
def test_a_promise_that_is_due_is_shown(everyone: list[Candidate], today: date) -> None:
    owed = [one for one in everyone if is_free(one, today) and due(one, today)]
    shown = {each.kind for each in picked(everyone, today)}
    assert (PickKind.PROMISE in shown) == bool(owed)


@given(people(), WEEK)
def test_places_are_kept_for_a_stranger_for_the_quiet_and_for_a_birthday(
    everyone: list[Candidate], today: date
) -> None:
    free = [one for one in everyone if is_free(one, today)]
    picks = picked(everyone, today)
    chosen = ids(picks)
    for lane in (PickKind.STRANGER, PickKind.REVIVE):
        if any(kind(one, today) is lane for one in free):
            assert lane in {each.kind for each in picks}
    birthdays = {one.person.id for one in free if has_birthday(one, today)}
    assert not birthdays or birthdays & chosen


@given(people(), WEEK)
def test_strangers_never_flood_the_list(everyone: list[Candidate], today: date) -> None:
    plain = [one._replace(birthday=None) for one in everyone]
    picks = picked(plain, today)
    strangers = sum(each.kind is PickKind.STRANGER for each in picks)
    # One place is kept for a stranger, and one for somebody you say you know.
    kept = 1 + any(says_more(one, today) for one in plain if is_free(one, today))
    assert strangers <= max(kept, STRANGERS_ALONE - (len(picks) - strangers))


def says_more(one: Candidate, today: date) -> bool:
    """Whether the journal shows a stranger, and the user would say more."""
    stranger = kind(one, today) is PickKind.STRANGER
    return stranger and one.claim in (Tier.ACQUAINTED, Tier.KNOWN)


@given(people(), candidates(number=99), WEEK, st.sampled_from(("known", "acquainted")))
def test_to_say_that_you_know_somebody_never_costs_them_their_place(
    everyone: list[Candidate], one: Candidate, today: date, said: str
) -> None:
    unsaid = picked([*everyone, one._replace(claim=None)], today)
    claimed = picked([*everyone, one._replace(claim=Tier(said))], today)
    if 99 in ids(unsaid):
        assert 99 in ids(claimed)


@given(people(), candidates(number=99), WEEK)
def test_to_say_that_somebody_is_a_name_only_never_gains_them_one(
    everyone: list[Candidate], one: Candidate, today: date
) -> None:
    unsaid = picked([*everyone, one._replace(claim=None)], today)
    named = picked([*everyone, one._replace(claim=Tier.NAME)], today)
    if 99 in ids(named):
        assert 99 in ids(unsaid)


@given(people(), WEEK)
def test_claims_decide_about_two_places_where_there_are_others(
    everyone: list[Candidate], today: date
) -> None:
    """Whoever has a place by what the journal shows has it by that alone."""
    unsaid = [one._replace(claim=None) for one in everyone]
    shown = [each for each in picked(unsaid, today) if not is_stranger(each)]
    seeded = [each for each in picked(everyone, today) if not is_stranger(each)]
    assert seeded == shown[: len(seeded)]


def is_stranger(each: Pick) -> bool:
    return each.kind is PickKind.STRANGER


@given(people(), WEEK)
def test_where_you_say_that_you_know_somebody_one_of_them_has_a_place(
    everyone: list[Candidate], today: date
) -> None:
    picks = picked(everyone, today)
    said = {one.person.id for one in everyone if says_more(one, today)}
    free = {one.person.id for one in everyone if is_free(one, today)}
    assert not said & free or said & ids(picks)


@given(people(), WEEK)
def test_three_are_proposed_where_three_are_free(
    everyone: list[Candidate], today: date
) -> None:
    free = sum(is_free(one, today) for one in everyone)
    assert len(picked(everyone, today)) >= min(free, STRANGERS_ALONE)


@given(people(), WEEK)
def test_every_pick_says_why_in_one_or_two_sentences_and_asks_about_a_blank_side(
    everyone: list[Candidate], today: date
) -> None:
    by_id = {one.person.id: one for one in everyone}
    for each in picked(everyone, today):
        one = by_id[each.person.id]
        assert 1 <= len(each.why) <= 2
        assert all(
            not sentence[0].islower() and sentence.endswith(".")
            for sentence in each.why
        )
        assert each.slot
        assert each.last == one.last
        assert each.question.facet not in one.known or set(Facet) <= one.known


@given(candidates(), WEEK)
def test_every_number_in_a_sentence_is_the_journals(
    one: Candidate, today: date
) -> None:
    for sentence in why(one, kind(one, today), today):
        for said, noun in re.findall(
            r"([\w]+) (event|conversation|conversations? elsewhere|sides)", sentence
        ):
            assert number(said) == counts(one, sentence)[noun.removesuffix("s")]


def number(word: str) -> int:
    return NUMBERS.index(word.lower()) if word.lower() in NUMBERS else int(word)


def counts(one: Candidate, sentence: str) -> dict[str, int]:
    elsewhere = "elsewhere" in sentence
    return {
        "event": one.events,
        "conversation": one.outside if elsewhere else one.conversations,
        "side": len(sides(one)),
    }


def sides(one: Candidate) -> set[Facet]:
    return {facet for facet in one.known if facet.side is Side.ARE}


@given(candidates(), WEEK)
def test_every_claim_in_a_sentence_is_true(one: Candidate, today: date) -> None:
    claims = {
        "never a lunch": one.events == one.conversations,
        "no conversation yet": not one.conversations,
        "They asked last": one.my_turn,
        "Their office is near": bool(one.office_near),
        "Their home is near": bool(one.home_near),
        "birthday": has_birthday(one, today),
        "Quiet since": one.last is not None and (MONDAY - one.last.day).days >= 90,
        "Promised for": due(one, today) is not None,
        "Connected since": one.connected_on is not None,
        "Nothing is noted": not sides(one),
        "shop talk": one.deepest is Depth.SHOP,
        "the heart": one.deepest is Depth.HEART,
        "you know them well": one.claim is Tier.KNOWN,
        "you worked with them": one.claim is Tier.ACQUAINTED,
    }
    said = " ".join(why(one, kind(one, today), today))
    assert [claim for claim, true in claims.items() if claim in said and not true] == []


@given(candidates(), WEEK)
def test_the_sides_that_a_sentence_lists_are_those_noted(
    one: Candidate, today: date
) -> None:
    for sentence in why(one, kind(one, today), today):
        if sentence.startswith("Noted of who they are: "):
            told = re.split(", | and ", sentence.removesuffix(".").split(": ")[1])
            assert set(told) == {facet.value for facet in sides(one)}


@given(st.lists(asked_ones(), max_size=6), DAYS, st.randoms(use_true_random=False))
def test_answers_add_up_in_any_order(
    invitations: list[Asked], talked: date, dice: Random
) -> None:
    total = answers(invitations, today=MONDAY, talked_on=talked)
    dice.shuffle(invitations)
    assert answers(invitations, today=MONDAY, talked_on=talked) == total
    assert 0 <= total.accepted <= total.asked <= len(invitations)
    assert total.silences <= total.declined
    assert total.declined + total.laters <= total.asked - total.accepted


@given(people(), WEEK)
def test_the_same_monday_is_the_monday_of_all_its_week(
    everyone: list[Candidate], today: date
) -> None:
    assert monday(today) == MONDAY
    for one in everyone:
        plain = one._replace(birthday=None, answers=Answers())
        assert is_free(plain, today) == is_free(plain, MONDAY)
