"""Asking, answering, promising, and what a morning makes of it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from conftest import TODAY
from deepnet.dates import read_due
from deepnet.errors import DeepnetError, NoSuchDay, NotFound
from deepnet.errors.days import UnreadableDue
from deepnet.errors.invitations import AnsweredBefore, NothingAsked
from deepnet.journal import (
    agenda,
    inviting,
    log,
    months,
    people,
    portrait,
    promises,
    resting,
)
from deepnet.journal.changing import undo
from deepnet.journal.whom import Choices
from deepnet.model import Answer, Setting
from deepnet.store import Store
from deepnet.views.agenda import NOTHING, WhoNext
from deepnet.views.invitations import Answered, Invited

CHOICES = Choices()


@pytest.fixture(autouse=True)
def known(store: Store) -> None:
    for name in ("Ana Ruiz", "Bo Lund"):
        people.add(store, TODAY, name, people.Details(), new=False)


def ask(
    store: Store,
    name: str = "Ana",
    *,
    day: date = TODAY,
    planned: str | None = None,
    setting: Setting | None = Setting.LUNCH,
    they_asked: bool = False,
) -> Invited:
    return inviting.ask(
        store,
        day,
        name,
        setting=setting,
        planned=planned,
        asked=None,
        they_asked=they_asked,
        choices=CHOICES,
    )


def answer(
    store: Store, said: Answer, *, day: date = TODAY, on: str | None = None
) -> Answered:
    return inviting.answer(store, day, "Ana", said, on=on, choices=CHOICES)


def morning(store: Store, day: date) -> WhoNext:
    return agenda.who_next(store, day)


def later(days: int) -> date:
    return TODAY + timedelta(days=days)


def asked_about(view: WhoNext) -> list[str]:
    return [one.person.name for one in view.coming.waiting]


def proposed(view: WhoNext) -> list[str]:
    return [pick.person.name for pick in view.picks]


def test_to_ask_again_is_no_second_invitation(store: Store) -> None:
    first = ask(store, planned="friday")
    again = ask(store, day=later(7), setting=None)
    assert again.again == TODAY
    assert again.invitation.id == first.invitation.id
    assert (again.invitation.day, again.invitation.setting) == (
        later(7),
        Setting.LUNCH,
    )
    shown = portrait.show(store, TODAY, "Ana", choices=CHOICES).person
    assert len(shown.invitations) == 1


def test_after_an_answer_or_a_talk_asking_is_a_new_invitation(store: Store) -> None:
    ask(store)
    answer(store, Answer.LATER)
    ask(store, day=later(40))
    log.log(store, later(45), "lunch with Ana", log.Said(), choices=CHOICES)
    assert ask(store, day=later(60)).again is None
    shown = portrait.show(store, TODAY, "Ana", choices=CHOICES).person
    assert [one.day for one in shown.invitations] == [later(60), later(40), TODAY]


def test_their_asking_stands_beside_yours(store: Store) -> None:
    ask(store)
    assert ask(store, they_asked=True).again is None


def test_silence_is_proposed_after_two_weeks_and_not_assumed(store: Store) -> None:
    ask(store)
    mornings = [morning(store, later(days)) for days in (0, 13, 14, 60, 91)]
    assert [asked_about(view) for view in mornings] == [
        [],
        [],
        ["Ana Ruiz"],
        ["Ana Ruiz"],
        ["Ana Ruiz"],
    ]
    assert all("Ana Ruiz" not in proposed(view) for view in mornings)
    shown = portrait.show(store, later(60), "Ana", choices=CHOICES).person
    assert shown.invitations[0].answer is None
    answer(store, Answer.SILENCE, day=later(60))
    assert asked_about(morning(store, later(60))) == []


def test_a_talk_ends_the_waiting(store: Store) -> None:
    ask(store)
    log.log(store, later(3), "lunch with Ana", log.Said(), choices=CHOICES)
    assert asked_about(morning(store, later(20))) == []


def test_each_decline_in_a_row_rests_for_longer_and_why_says_so(store: Store) -> None:
    day, rests = TODAY, []
    for _ in range(3):
        ask(store, day=day)
        rest = answer(store, Answer.SILENCE, day=day).rest
        assert rest is not None
        rests.append((rest.until - day).days if rest.until else None)
        why = portrait.why(store, day, "Ana", choices=CHOICES)
        assert why.rest == rest
        day = rest.until or day
    # docs/explanation/picks.md: 30 days, then 90, then until they begin.
    assert rests == [30, 90, None]
    assert why.rest is not None
    assert why.rest.because == "You asked, and no answer came, 3 times."
    ask(store, day=day, they_asked=True)
    assert portrait.why(store, day, "Ana", choices=CHOICES).rest is None


def test_somebody_who_said_later_rests_thirty_days(store: Store) -> None:
    ask(store)
    rest = answer(store, Answer.LATER).rest
    assert rest is not None
    assert rest == (later(30), "They said later, once.")
    # The week of 25 December begins on the 21st: they are back on the Monday after.
    assert proposed(morning(store, date(2026, 12, 27))) == ["Bo Lund"]
    assert "Ana Ruiz" in proposed(morning(store, date(2026, 12, 28)))


def test_what_is_agreed_stands_in_its_morning(store: Store) -> None:
    ask(store, planned="friday")
    answer(store, Answer.YES)
    arranged = [morning(store, later(days)).coming.arranged for days in (0, 2, 3)]
    assert [[one.person.name for one in each] for each in arranged] == [
        [],
        ["Ana Ruiz"],
        [],
    ]


def test_an_answer_needs_an_invitation_that_waits(store: Store) -> None:
    with pytest.raises(NothingAsked):
        answer(store, Answer.YES)
    ask(store)
    answer(store, Answer.YES)
    with pytest.raises(NothingAsked):
        answer(store, Answer.YES)


def test_an_answer_is_not_older_than_its_invitation(store: Store) -> None:
    ask(store)
    with pytest.raises(AnsweredBefore):
        answer(store, Answer.YES, on="yesterday")


def test_a_planned_day_is_not_before_the_asking(store: Store) -> None:
    with pytest.raises(NoSuchDay):
        ask(store, planned="2026-11-24")
    with pytest.raises(NotFound):
        ask(store, "Zed")
    assert portrait.show(store, TODAY, "Ana", choices=CHOICES).person.invitations == ()


def test_an_answer_is_taken_back_as_one(store: Store) -> None:
    ask(store)
    answer(store, Answer.NO)
    undo(store, None)
    shown = portrait.show(store, TODAY, "Ana", choices=CHOICES).person
    assert [one.answer for one in shown.invitations] == [None]


def test_promises_stand_in_the_morning_of_their_day(store: Store) -> None:
    def promise(name: str, text: str, *, theirs: bool = False) -> None:
        promises.promise(
            store, TODAY, name, text, by="friday", theirs=theirs, choices=CHOICES
        )

    promise("Ana", "send the book")
    promise("Ana", "a photo")
    promise("Bo", "the map", theirs=True)
    assert morning(store, later(1)).coming.promises == ()
    friday = morning(store, later(2))
    (ana,) = (pick for pick in friday.picks if pick.kind == "promise")
    said = [ana.why[0], *(one.text for one in friday.coming.promises)]
    # The pick says one of Ana's, and the rest of the morning what is left.
    assert said == [
        "Promised for Friday 27 November 2026: send the book.",
        "a photo",
        "the map",
    ]
    promises.done(store, later(2), "Ana", "book", on=None, choices=CHOICES)
    promises.done(store, later(2), "Ana", "photo", on=None, choices=CHOICES)
    assert [one.text for one in morning(store, later(2)).coming.promises] == ["the map"]


def test_the_day_of_a_promise_can_stand_in_its_words(store: Store) -> None:
    made = promises.promise(
        store,
        TODAY,
        "Ana",
        "send the book by friday",
        by=None,
        theirs=False,
        choices=CHOICES,
    ).promise
    assert (made.text, made.due, made.mine) == ("send the book", later(2), True)


def test_birthdays_are_told_a_week_ahead(store: Store) -> None:
    log.log(store, TODAY, "lunch with Ana and Bo", log.Said(), choices=CHOICES)
    for name, birthday in (("Ana", "29 feb 1996"), ("Bo", "3 mar")):
        details = people.Details(birthday=birthday)
        people.edit(store, TODAY, name, details, choices=CHOICES)
    told = {
        day: [
            (one.person.name, one.day, one.turns)
            for one in morning(store, day).coming.birthdays
        ]
        for day in (date(2027, 2, 20), date(2027, 2, 21), date(2027, 3, 1))
    }
    # 2027 is a common year: 29 February shows on the 28th.
    assert told == {
        date(2027, 2, 20): [],
        date(2027, 2, 21): [("Ana Ruiz", date(2027, 2, 28), 31)],
        date(2027, 3, 1): [("Bo Lund", date(2027, 3, 3), None)],
    }


def test_of_people_left_in_peace_a_morning_says_nothing(store: Store) -> None:
    log.log(store, TODAY, "lunch with Ana and Bo", log.Said(), choices=CHOICES)
    for name in ("Ana", "Bo"):
        details = people.Details(birthday="28 dec")
        people.edit(store, TODAY, name, details, choices=CHOICES)
        ask(store, name, day=later(1))
        promises.promise(
            store, TODAY, name, "it", by="28 dec", theirs=False, choices=CHOICES
        )
    day = date(2026, 12, 28)
    assert len(morning(store, day).coming.waiting) == 2
    resting.let_go(store, day, "Ana", because=None, thanks=True, choices=CHOICES)
    resting.snooze(store, day, "Bo", until=None, length="2 weeks", choices=CHOICES)
    assert morning(store, day) == WhoNext(day, (), 1, NOTHING, None, None)
    woken = resting.snooze(
        store, day, "Bo", until="today", length=None, choices=CHOICES
    )
    assert woken.done == ("Bo Lund may be proposed again.",)
    assert asked_about(morning(store, day)) == ["Bo Lund"]


@pytest.mark.parametrize(
    ("until", "length", "said", "hint"),
    [
        (None, "ever", "I can't read “ever” as a length of time.", '"2 weeks"'),
        (None, "-3 days", "I can't read “-3 days” as a length of time.", "--until"),
        (None, "", "I can't read “” as a length of time.", '"a month"'),
        ("ever", None, "I can't read “ever” as a day.", "Try tomorrow, friday"),
        ("3 nov 2026", None, "“3 nov 2026” (Tue 3 Nov 2026) has passed.", "tomorrow"),
        (None, None, "Say until when, or for how long.", "--for"),
        ("friday", "2 weeks", "Say until when, or for how long.", "--until"),
    ],
)
def test_a_rest_that_can_not_be_read_is_answered_with_ones_to_come(
    store: Store, until: str | None, length: str | None, said: str, hint: str
) -> None:
    log.log(store, TODAY, "lunch with Bo", log.Said(), choices=CHOICES)
    with pytest.raises(DeepnetError, match=re.escape(said)) as caught:
        resting.snooze(store, TODAY, "Bo", until=until, length=length, choices=CHOICES)
    assert hint in str(caught.value.hint)
    assert "last friday" not in str(caught.value.hint)


@pytest.mark.parametrize("day", [TODAY, date(2027, 1, 16), date(2028, 2, 29)])
def test_the_days_that_are_proposed_for_later_are_read_as_such(day: date) -> None:
    hint = str(UnreadableDue("ever").hint)
    phrases = hint.removeprefix("Try ").removesuffix(".").replace(" or ", ", ")
    assert [read_due(each, day) > day for each in phrases.split(", ")] == [True] * 5


def test_a_sentence_promises_and_thanks(store: Store) -> None:
    sentence = (
        "lunch with Ana and Bo, #promise send Ana the book by friday. "
        "Bo lends me his boat #theirs. Ana showed me how to say no #thanks"
    )
    log.log(store, TODAY, sentence, log.Said(), choices=CHOICES)
    ana, bo = (
        [
            (one.text, one.mine, one.due)
            for one in portrait.show(
                store, TODAY, name, choices=CHOICES
            ).person.promises
        ]
        for name in ("Ana", "Bo")
    )
    assert ana == [
        ("send Ana the book", True, later(2)),
        ("say thank you: Ana showed me how to say no", True, TODAY),
    ]
    assert bo == [("Bo lends me his boat", False, None)]
    month = months.report(store, TODAY, month=None, last=False)
    assert [one.text for one in month.thanks] == [
        "say thank you: Ana showed me how to say no"
    ]
    assert [one.person.name for one in month.promises.open] == ["Ana Ruiz", "Bo Lund"]


def test_a_promise_that_could_be_anybodys_is_asked_about(store: Store) -> None:
    sentence = "lunch with Ana and Bo, #promise tea"
    logged = log.log(store, TODAY, sentence, log.Said(), choices=CHOICES)
    assert logged.conversation.promises == ()
    assert logged.remarks == (
        'Whose #promise is it? Say so with: deepnet promise NAME "tea"',
    )


def test_flags_promise_both_ways(store: Store) -> None:
    said = log.Said(promises=("the book",), they_promised=("a photo by friday",))
    logged = log.log(store, TODAY, "lunch with Ana", said, choices=CHOICES)
    assert [(one.text, one.mine, one.due) for one in logged.conversation.promises] == [
        ("the book", True, None),
        ("a photo", False, later(2)),
    ]


def test_thanks_said_after_the_month_are_told_in_its_report(store: Store) -> None:
    log.log(store, TODAY, "lunch with Ana #thanks", log.Said(), choices=CHOICES)
    december = date(2026, 12, 3)
    promises.done(store, december, "Ana", "thank", on=None, choices=CHOICES)
    (said,) = months.report(store, december, month="2026-11", last=False).thanks
    assert said.kept_on == december
    now = months.report(store, december, month=None, last=False)
    assert (now.thanks, [one.text for one in now.promises.kept]) == (
        (),
        ["say thank you"],
    )
