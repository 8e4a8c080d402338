"""Invitations, and what a day brings beside the picks, as a reader sees them."""

from __future__ import annotations

from datetime import date

import pytest

from deepnet.model import Answer, PersonRef, Setting
from deepnet.render import sentences, wording
from deepnet.render.terminal import as_text
from deepnet.views.agenda import BirthdaySeen, Coming, WhoNext
from deepnet.views.conversations import PromiseSeen
from deepnet.views.invitations import Answered, InvitationSeen, Invited, Rest
from deepnet.views.month import (
    Headline,
    Hours,
    LeftSeen,
    Lunches,
    PromisesSeen,
    Report,
    SharedSeen,
)

DAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)
ANA = PersonRef(7, "Ana Li")
ASKED = InvitationSeen(1, ANA, DAY, False, Setting.LUNCH, FRIDAY, None, None)


def text(view: object) -> str:
    return as_text(view, colour=False, width=80)


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (ASKED, "You asked Ana Li for lunch on Fri 27 Nov 2026"),
        (
            ASKED._replace(by_them=True, setting=Setting.WALK, planned_for=None),
            "Ana Li asked you for a walk, on Wed 25 Nov 2026",
        ),
        (
            ASKED._replace(setting=None, planned_for=None),
            "You asked Ana Li, on Wed 25 Nov 2026",
        ),
        (
            ASKED._replace(setting=Setting.VIDEO),
            "You asked Ana Li for a video call on Fri 27 Nov 2026",
        ),
        (
            ASKED._replace(setting=Setting.EVENT),
            "You asked Ana Li for an event on Fri 27 Nov 2026",
        ),
    ],
)
def test_an_invitation_says_who_asked_for_what_and_when(
    seen: InvitationSeen, words: str
) -> None:
    assert wording.invitation(seen) == words


def test_an_invitation_ends_with_how_to_note_the_answer() -> None:
    assert text(Invited(ASKED, None)) == (
        "You asked Ana Li for lunch on Fri 27 Nov 2026.\n"
        "  When it is known: deepnet answer @7 yes|later|no|silence\n"
    )
    again = text(Invited(ASKED, date(2026, 11, 16)))
    assert "In place of the asking of Mon 16 Nov 2026, which had no answer." in again
    theirs = text(Invited(ASKED._replace(by_them=True), None))
    assert theirs.endswith("yes|later|no\n")


def test_a_yes_is_followed_by_the_brief() -> None:
    yes = Answered(ASKED._replace(answer=Answer.YES, answered_on=DAY), None)
    assert text(yes) == (
        "You asked Ana Li for lunch on Fri 27 Nov 2026: yes.\n"
        "  Before you meet: deepnet brief @7\n"
    )


def test_a_no_is_followed_by_a_rest_and_a_kind_way_out() -> None:
    rest = Rest(date(2027, 2, 23), "They said no, once.")
    no = Answered(ASKED._replace(answer=Answer.NO, answered_on=DAY), rest)
    assert text(no) == (
        "You asked Ana Li for lunch on Fri 27 Nov 2026: no.\n"
        "  Ana Li is not proposed before Tue 23 Feb 2027. They said no, once.\n"
        "  If that was a no to more than the day: say thanks, and move on.\n"
        "  deepnet let-go @7 --thanks\n"
    )


def test_a_rest_without_an_end_lasts_until_they_begin() -> None:
    silence = ASKED._replace(answer=Answer.SILENCE, answered_on=DAY)
    shown = text(Answered(silence, Rest(None, "No answer came.")))
    assert "is not proposed until they begin. No answer came." in shown
    assert "let-go" not in shown


def test_your_own_answer_is_only_noted() -> None:
    said = ASKED._replace(by_them=True, answer=Answer.NO, answered_on=DAY)
    assert text(Answered(said, None)) == (
        "Ana Li asked you for lunch on Fri 27 Nov 2026: no.\n"
    )


def test_a_morning_says_what_the_day_brings() -> None:
    coming = Coming(
        arranged=(ASKED._replace(answer=Answer.YES, planned_for=DAY),),
        promises=(PromiseSeen(3, ANA, "the map", False, DAY, None),),
        waiting=(ASKED._replace(day=date(2026, 11, 9)),),
        birthdays=(
            BirthdaySeen(ANA, DAY, None),
            BirthdaySeen(PersonRef(8, "Bo Lund"), FRIDAY, 30),
        ),
    )
    assert text(WhoNext(DAY, (), 5, coming, None, None)) == (
        "Wed 25 Nov 2026\n"
        "Nobody to propose today.\n"
        "\n"
        "Today\n"
        "  · Lunch with Ana Li: deepnet brief @7\n"
        "  · Ana Li promised you: the map, by Wed 25 Nov 2026\n"
        "\n"
        "No answer yet\n"
        "  · You asked Ana Li for lunch 2 weeks ago. If none came: deepnet answer @7\n"
        "    silence\n"
        "\n"
        "Birthdays\n"
        "  · Ana Li: Wed 25 Nov 2026, today\n"
        "  · Bo Lund: Fri 27 Nov 2026, in 2 days, turns 30\n"
    )


def test_of_many_lines_the_first_five_are_shown_and_the_rest_is_counted() -> None:
    promises = (PromiseSeen(3, ANA, "the map", True, DAY, None),) * 1007
    shown = text(WhoNext(DAY, (), 5, Coming((), promises, (), ()), None, None))
    assert shown.count("the map") == 5
    assert shown.endswith("and 1,002 more\n")


def of_lunches(lunches: Lunches) -> str:
    report = Report(
        month="2026-11",
        met=0,
        event_only=0,
        share=None,
        in_ten=None,
        known=0,
        previous=Headline("2026-10", 0, 0, None, None, 0),
        moved=(),
        conversations=0,
        messages=0,
        hours=Hours(0.0, 0.0, {}, {}),
        lunches=lunches,
        depth={},
        learnt=(),
        promises=PromisesSeen((), ()),
        let_go=(),
        months=(),
    )
    return " ".join(text(report).split("Lunches")[-1].split())


def test_lunches_name_eight_people_and_count_the_others() -> None:
    people = [PersonRef(number, f"P{number}") for number in range(1, 11)]
    shared = tuple(SharedSeen(one, 1) for one in people)
    assert of_lunches(
        Lunches(12, (shared[0]._replace(number=3), *shared[1:]), None)
    ) == ("12 lunches, with P1 (3), P2, P3, P4, P5, P6, P7, P8 and 2 others.")
    assert of_lunches(Lunches(1, (), None)) == "1 lunch."


@pytest.mark.parametrize(
    ("number", "said"), [(2473, "2,470"), (105, "100"), (99, "99"), (1, "1")]
)
def test_lunches_to_come_are_told_about_and_once(number: int, said: str) -> None:
    assert of_lunches(Lunches(0, (), LeftSeen(number, 60, 2.04))) == (
        "No lunch is written down in this month. "
        f"At 2 a month, about {said} are left until you are 60."
    )


@pytest.mark.parametrize(
    ("words", "kept_on", "said"),
    [
        ("say thank you", None, "Ana Li"),
        ("say thank you: she waited", None, "Ana Li: she waited"),
        ("say thank you", DAY, "Ana Li: said on Wed 25 Nov 2026"),
        (
            "say thank you: she waited",
            DAY,
            "Ana Li: she waited, said on Wed 25 Nov 2026",
        ),
    ],
)
def test_thanks_say_whom_and_for_what(
    words: str, kept_on: date | None, said: str
) -> None:
    assert sentences.thanks(PromiseSeen(3, ANA, words, True, DAY, kept_on)) == said
