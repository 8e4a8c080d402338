"""What triage shows, word for word."""

from __future__ import annotations

from datetime import date

from deepnet.model import Claim, PersonRef, Tier
from deepnet.render import sentences
from deepnet.render.terminal import as_text
from deepnet.triage import Name, Saying
from deepnet.views.month import Claimed
from deepnet.views.triage import Answers, Said, Sitting, ToAsk, Triaged, Turn

DAY = date(2026, 11, 25)
ANA, BEN = PersonRef(1, "Ana Ruiz"), PersonRef(2, "Ben")
WELL = Claim(Tier.KNOWN, date(2026, 11, 3))


def text(view: object) -> str:
    return as_text(view, colour=False, width=80)


def test_a_name_alone_is_asked_about_in_a_line() -> None:
    assert text(Turn(12, 900, Name(BEN))) == "12 of 900  Ben\n"


def test_what_helps_to_remember_somebody_stands_below_the_name() -> None:
    ana = Name(
        ANA,
        company="Fjord Ltd",
        position="Analyst",
        office="Harbour Quay",
        near=True,
        connected_on=date(2026, 2, 8),
        conversations=1,
        last=DAY,
        claim=WELL,
    )
    assert text(Turn(1, 1000, ana)) == (
        "1 of 1,000  Ana Ruiz\n"
        "  Analyst at Fjord Ltd; Harbour Quay, near you; connected since February "
        "2026; 1\n  conversation, the last Wed 25 Nov 2026; you said know well "
        "(Tue 3 Nov 2026)\n"
    )
    same = Name(ANA, office="Harbour Quay", home="Harbour Quay")
    assert text(Turn(1, 2, same)) == "1 of 2  Ana Ruiz\n  Harbour Quay\n"


def test_a_list_counts_those_who_are_not_on_it() -> None:
    ana = Name(ANA, company="Fjord Ltd", connected_on=date(2026, 2, 8))
    assert text(ToAsk((ana, Name(BEN, near=True)), 900, 0, 3)) == (
        "name      connected      talks            work\n"
        "Ana Ruiz  February 2026      0            Fjord Ltd\n"
        "Ben       –                  0  near you\n"
        "900 people to ask about, 898 of them not listed, 3 put off\n"
    )


def test_a_list_of_claims_says_what_was_said() -> None:
    assert text(ToAsk((Name(ANA, claim=WELL),), 1, 7, 0)) == (
        "name      you said                    work\n"
        "Ana Ruiz  know well (Tue 3 Nov 2026)\n"
        "1 person to ask about, 7 claimed\n"
    )


def test_nobody_to_ask_about_says_what_there_is_to_do() -> None:
    assert text(ToAsk((), 0, 0, 0)) == (
        "Nobody to ask about.\n\ndeepnet import brings people from a file.\n"
    )
    assert text(ToAsk((), 0, 3, 1)) == (
        "Nobody to ask about.\n"
        "3 claimed, 1 put off\n"
        "deepnet triage --again asks about claims of earlier days.\n"
    )


def test_each_answer_is_said_beside_what_the_journal_shows() -> None:
    said = (
        Said(ANA, Saying.KNOW_WELL, WELL, Tier.EVENT),
        Said(ANA, Saying.LATER, WELL, Tier.EVENT),
        Said(BEN, Saying.LATER, None, Tier.NAME),
        Said(BEN, Saying.LET_GO, None, Tier.NAME),
    )
    assert text(Triaged(said, 1)) == (
        "Ana Ruiz: know well; your journal shows: event only.\n"
        "Ana Ruiz: later; so far you said know well (Tue 3 Nov 2026).\n"
        "Ben: later, in 30 days.\n"
        "Ben is left in peace, and won't be proposed again.\n"
        "1 person left to ask about; deepnet triage asks.\n"
        "Not right? deepnet undo takes it back.\n"
    )
    assert "Nobody is left to ask about." in text(Triaged(said, 0))


def test_a_sitting_ends_with_its_answers_counted() -> None:
    answers = (
        Answers(Saying.EVENTS, 1200),
        Answers(Saying.WORKED_WITH, 0),
        Answers(Saying.KNOW_WELL, 1),
    )
    assert text(Sitting(answers, 2)).startswith(
        "1,201 answers: 1,200 met at events, 1 know well.\n2 people left"
    )
    assert text(Sitting((Answers(Saying.EVENTS, 0),), 2)) == (
        "0 answers.\n2 people left to ask about; the same command goes on.\n"
    )


def test_the_gap_is_a_sentence_without_blame() -> None:
    assert sentences.claimed(Claimed(1143, 14, 2000)) == (
        "You would say that you know 1,143; your journal shows 14."
    )
    assert sentences.claimed(Claimed(0, 0, 3)) == (
        "You would say that you know nobody; your journal shows nobody yet."
    )
