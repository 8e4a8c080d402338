from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

import deepnet.views
from deepnet.model import (
    Answer,
    Claim,
    Depth,
    Facet,
    Part,
    PersonRef,
    Precision,
    Setting,
    Tier,
)
from deepnet.render import sentences, wording
from deepnet.render.terminal import as_text
from deepnet.triage import Name, Saying
from deepnet.views.agenda import (
    NOTHING,
    BirthdaySeen,
    Coming,
    LastTime,
    PickSeen,
    Question,
    WhoNext,
)
from deepnet.views.archive import Exported, Restored
from deepnet.views.brief import BirthdayNear, Brief, PersonBrief, QuestionSeen
from deepnet.views.care import (
    BackedUp,
    BackupSeen,
    BackupsSeen,
    Checked,
    Finding,
    Salvaged,
    TableSaved,
)
from deepnet.views.care import (
    Restored as WentBack,
)
from deepnet.views.conversations import (
    ConversationSeen,
    FactSeen,
    Logged,
    Moved,
    PromiseSeen,
)
from deepnet.views.data import (
    ChangeSeen,
    ChangesSeen,
    Imported,
    SettingSeen,
    SettingsSeen,
    Tallied,
    Undone,
    Where,
)
from deepnet.views.invitations import Answered, InvitationSeen, Invited, Rest
from deepnet.views.merging import (
    Evidence,
    FieldKept,
    Forgotten,
    Merged,
    PairSeen,
    PairsSeen,
    PersonLikely,
    SetApart,
    Swept,
)
from deepnet.views.month import (
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
from deepnet.views.page import Page
from deepnet.views.people import (
    CircleSeen,
    CirclesSeen,
    Compared,
    FactLearnt,
    Found,
    JobSeen,
    PeopleSeen,
    PersonChanged,
    PersonSeen,
    PersonShown,
    Portrait,
    PromiseDone,
    PromiseMade,
    Search,
    Why,
)
from deepnet.views.sealing import Decrypted, Encrypted
from deepnet.views.together import TimeWith, Together
from deepnet.views.triage import Answers, Said, Sitting, ToAsk, Triaged, Turn
from deepnet.views.year import Year

if TYPE_CHECKING:
    from types import ModuleType

DAY = date(2026, 11, 25)  # a Wednesday
FRIDAY = date(2026, 11, 27)
HOSTILE = "Eve \x1b[31m[bold]red[/bold]\u202e\r\nLim :smile:"
TAMED = "Eve [31m[bold]red[/bold]  Lim :smile:"
LONG = "her father is ill and she drives to the hospital each evening " * 5


def text(view: object, width: int = 80) -> str:
    return as_text(view, colour=False, width=width)


def conversation(name: str = "Katrina Lim", words: str = "lunch") -> ConversationSeen:
    katrina = PersonRef(1, name)
    return ConversationSeen(
        id=12,
        day=DAY,
        precision=Precision.DAY,
        clock=None,
        setting=Setting.LUNCH,
        depth=Depth.PERSONAL,
        minutes=90,
        place="canteen",
        text=words,
        others=None,
        they_asked=False,
        people=(katrina, PersonRef(2, "Luke")),
        facts=(FactSeen(katrina, Facet.FAMILY, words, DAY),),
        promises=(PromiseSeen(3, katrina, "send the book", True, FRIDAY, None),),
    )


def logged(name: str = "Katrina Lim", words: str = "her father is ill") -> Logged:
    moved = Moved(PersonRef(1, name), Tier.EVENT, Tier.ACQUAINTED)
    return Logged(conversation(name, words), ("Luke",), (moved,))


def pick(name: str = "Katrina Lim", words: str = "talks all day") -> PickSeen:
    return PickSeen(
        person=PersonRef(1, name),
        tier=Tier.EVENT,
        kind="stranger",
        why=("Three events, never a lunch.", "Their office is near yours."),
        slot="Lunch, Tue to Thu",
        question=Question(Facet.ROOTS, "Where did you grow up?"),
        last=LastTime(date(2026, 11, 20), Setting.EVENT, words),
    )


def invitation(name: str = "Katrina Lim") -> InvitationSeen:
    katrina = PersonRef(1, name)
    return InvitationSeen(4, katrina, DAY, False, Setting.WALK, FRIDAY, None, None)


def morning(*picks: PickSeen, people: int = 5, coming: Coming = NOTHING) -> WhoNext:
    return WhoNext(DAY, picks, people, coming, None, None)


def coming(name: str, words: str) -> Coming:
    katrina = PersonRef(1, name)
    return Coming(
        arranged=(invitation(name),),
        promises=(PromiseSeen(3, katrina, words, True, DAY, None),),
        waiting=(invitation(name)._replace(day=date(2026, 11, 9)),),
        birthdays=(BirthdaySeen(katrina, FRIDAY, 30),),
    )


def seen(name: str = "Katrina Lim", company: str | None = "Acme") -> PersonSeen:
    return PersonSeen(
        id=1,
        name=name,
        aliases=("Kat",),
        company=company,
        position="Engineer",
        tags=("bookclub",),
        emails=("kat@example.org",),
        tier=Tier.EVENT,
        score=12.4,
        conversations=3,
        last=DAY,
    )


def portrait(name: str = "Katrina Lim", words: str = "two sisters") -> Portrait:
    katrina = PersonRef(1, name)
    return Portrait(
        id=1,
        name=name,
        aliases=("Kat", "Trina"),
        company="Acme",
        position="Engineer",
        tags=("bookclub",),
        emails=("kat@example.org",),
        phones=("+49 30 1",),
        profiles=("https://example.org/in/kat",),
        birthday="--02-29",
        next_birthday=date(2027, 2, 28),
        office="Harbour Quay",
        home="Old Town",
        connected_on=date(2020, 2, 3),
        let_go_on=date(2026, 11, 2),
        let_go_because=words,
        snoozed_until=date(2027, 1, 1),
        tier=Tier.OPENING,
        score=52.0,
        last=DAY,
        jobs=(JobSeen("Initech", None, date(2026, 6, 3)),),
        facts=(
            FactSeen(katrina, Facet.WORK, "tired of it", DAY),
            FactSeen(katrina, Facet.FAMILY, words, DAY),
            FactSeen(katrina, None, "met through Ana", DAY),
        ),
        blanks=(Facet.ROOTS, Facet.HOPES),
        conversations=(conversation(name, words),) * 12,
        promises=(PromiseSeen(3, katrina, words, False, None, None),),
        invitations=(invitation(name),) * 12,
    )


EMPTY_PORTRAIT = Portrait(
    *(1, "Wu", (), None, None, (), (), (), (), None, None, None, None, None, None),
    *(None, date(2026, 11, 1), Tier.NAME, 0.0, None, (), (), (), (), (), ()),
)


def why(name: str = "Katrina Lim", words: str = "Four lunches.") -> Why:
    return Why(
        person=PersonRef(1, name),
        tier=Tier.ACQUAINTED,
        score=38.2,
        parts=(Part("time together", 12.3, 30, words), Part("depth", 0, 25, "None.")),
        missing=("One conversation outside events.",),
        range=(30.0, 52.0),
        ask="How deep was entry 12?",
        quiet_days=245,
        freshness=0.4,
        rest=None,
    )


def month(name: str = "Katrina Lim", words: str = "her father is ill") -> Report:
    katrina = PersonRef(1, name)
    promise = PromiseSeen(3, katrina, words, True, FRIDAY, None)
    return Report(
        month="2026-11",
        met=143,
        event_only=132,
        share=132 / 143,
        in_ten=9,
        known=3,
        previous=Headline("2026-10", 140, 131, 131 / 140, 9, 2),
        moved=(
            Crossed(
                person=katrina,
                from_=Tier.EVENT,
                to=Tier.ACQUAINTED,
                day=DAY,
                precision=Precision.DAY,
                setting=Setting.LUNCH,
                text=words,
                conversation=12,
            ),
        ),
        conversations=14,
        messages=3,
        hours=Hours(
            12.5, 4, {"lunch": 6.5, "unknown": 6.0}, {"event": 2.0, "known": 10.5}
        ),
        lunches=Lunches(
            4,
            (SharedSeen(katrina, 3), SharedSeen(PersonRef(2, "Luke"), 1)),
            LeftSeen(480, 60, 2.04),
        ),
        depth={"heart": 1, "unknown": 10},
        learnt=(LearntSeen(katrina, Facet.FAMILY, words, DAY),),
        promises=PromisesSeen((promise._replace(kept_on=DAY),), (promise,)),
        let_go=(PersonRef(2, "Luke"),),
        months=(
            MonthBar("2026-10", 0, 0, None, None, 0, 0, 0.0),
            MonthBar("2026-11", 143, 132, 132 / 143, 9, 3, 14, 12.5),
        ),
    )


def together(name: str = "Katrina Lim") -> Together:
    people = (
        TimeWith(PersonRef(1, name), Tier.KNOWN, 12.5, 9, Depth.PERSONAL, Depth.HEART),
        *(
            TimeWith(
                PersonRef(number, "李小龙 🧑‍🍳"), Tier.ACQUAINTED, 1, 1, None, None
            )
            for number in range(2, 20)
        ),
    )
    return Together(date(2025, 12, 1), DAY, people, 132, 1)


def year(name: str = "Katrina Lim", words: str = "her father is ill") -> Year:
    return Year("2025-12", *month(name, words), together(name))


def empty_month() -> Report:
    return Report(
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
        lunches=Lunches(0, (), None),
        depth={},
        learnt=(),
        promises=PromisesSeen((), ()),
        let_go=(),
        months=(),
    )


def exported(path: str = "journal.json") -> Exported:
    counts = {"people": 62, "aliases": 3, "conversations": 123, "facts": 1}
    return Exported(path, "json", 1, 301_769, counts, 2)


def imported(words: str = "line 7: no name", *, rehearsed: bool = False) -> Imported:
    return Imported(
        source="linkedin",
        read=1000,
        new=980,
        changed=2,
        unchanged=10,
        conversations=Tallied(0, 0, 0),
        proposed=(),
        skipped={"hidden_profile": 8},
        warnings=(words,) * 12,
        suggestions=("Ana Lim and Anna Lim may be one person.",),
        rehearsed=rehearsed,
    )


def change(
    words: str = "Logged lunch with Ana", undoes: int | None = None
) -> ChangeSeen:
    return ChangeSeen(12, "2026-11-25T12:34:56Z", "log", words, undoes, 13)


def asked(name: str = "Katrina Lim", words: str = "Acme") -> Name:
    return Name(
        person=PersonRef(1, name),
        company=words,
        position="Engineer",
        office="Harbour Quay",
        home="Old Town",
        near=True,
        connected_on=DAY,
        conversations=2,
        last=DAY,
        claim=Claim(Tier.KNOWN, DAY),
    )


def before(name: str, words: str) -> Brief:
    who = portrait(name, words)
    fact = FactSeen(PersonRef(1, name), Facet.FAMILY, words, DAY)
    return Brief(
        DAY,
        (
            PersonBrief(
                person=PersonRef(1, name),
                tier=who.tier,
                score=who.score,
                quiet_days=3,
                company=words,
                position=words,
                birthday=BirthdayNear(FRIDAY, 42),
                connected_on=DAY,
                let_go_on=DAY,
                let_go_because=words,
                snoozed_until=FRIDAY,
                last=(conversation(name, words),) * 3,
                are=(fact,) * 9,
                blanks=(Facet.HOME, Facet.JOYS),
                do=(fact._replace(facet=Facet.WORK),),
                notes=(fact._replace(facet=None),) * 2,
                promises=(
                    PromiseSeen(3, PersonRef(1, name), words, False, FRIDAY, None),
                ),
                questions=(
                    QuestionSeen(Facet.HOME, Depth.SHOP, words, None),
                    QuestionSeen(Facet.FAMILY, Depth.HEART, words, fact),
                ),
            ),
        )
        * 2,
    )


def merged(name: str = "Katrina Lim", *, rehearsed: bool = False) -> Merged:
    katrina = PersonRef(1, name)
    return Merged(
        kept=katrina,
        gone=PersonRef(40, "K. Lim"),
        aliases=("K. Lim",),
        fields=(
            FieldKept("company", "Acme", "Zeta"),
            FieldKept("birthday", "1980-05-03", "--05-04"),
            FieldKept("let_go_on", None, "2026-11-20"),
        ),
        brought={"conversations": 2, "identifiers": 2, "facts": 1},
        once={"conversations": 1},
        were_distinct=True,
        person=seen(name),
        moved=(Moved(katrina, Tier.EVENT, Tier.ACQUAINTED),),
        rehearsed=rehearsed,
    )


def pairs(name: str = "Katrina Lim", *, many: int = 1) -> PairsSeen:
    people = (PersonLikely(1, name, "Acme", 3), PersonLikely(40, "K. Lim", None, 0))
    mail = (Evidence("email", "k@x.org"), Evidence("similar", None))
    certain = PairSeen(people, mail, True)
    return PairsSeen((certain,) * many + (PairSeen(people, mail[1:], False),))


def forgotten(
    name: str = "Katrina Lim", path: str = "/home/journal.x", *, rehearsed: bool = False
) -> Forgotten:
    return Forgotten(
        person=PersonRef(1, name),
        gone={"conversations": 3, "facts": 1, "identifiers": 2},
        shared=2,
        texts=1,
        replaced=True,
        elsewhere=1,
        changes=4,
        drafts=(path,),
        copies=(path,),
        copies_gone=False,
        left=(name,),
        rehearsed=rehearsed,
    )


def views(name: str, words: str) -> list[object]:
    katrina = PersonRef(1, name)
    return [
        merged(name),
        SetApart((katrina, PersonRef(40, words)), False),
        pairs(name),
        forgotten(name, words),
        Swept(words, 312_000, 300_000),
        logged(name, words),
        morning(pick(name, words), coming=coming(name, words)),
        before(name, words),
        PeopleSeen((seen(name, words), seen(), seen("李小龙 🧑‍🍳", None))),
        CirclesSeen((CircleSeen("bookclub", 12), CircleSeen(name, 1))),
        PersonShown(DAY, portrait(name, words)),
        PersonChanged(seen(name, words), (f"{name} is changed.",)),
        FactLearnt(FactSeen(katrina, Facet.FAMILY, words, DAY), ()),
        PromiseDone(PromiseSeen(3, katrina, words, True, FRIDAY, DAY)),
        PromiseMade(PromiseSeen(3, katrina, words, True, FRIDAY, None)),
        Invited(invitation(name), DAY),
        Answered(invitation(name)._replace(answer=Answer.NO), Rest(FRIDAY, words)),
        why(name, words)._replace(rest=Rest(FRIDAY, words)),
        Compared((why(name, words), why())),
        Search(words, (Found("conversation", (katrina,), DAY, words, 12),)),
        month(name, words),
        year(name, words),
        imported(words),
        exported(f"/home/{name}/{words}"),
        Restored(f"/home/{name}/{words}", {"people": 1}),
        ChangesSeen((change(words),)),
        Undone(13, change(words)),
        Where(f"/home/{name}/{words}", True, 312_000, 3, 4, "0.1"),
        SettingsSeen((SettingSeen("office", words, "the area of your office"),)),
        ToAsk((asked(name, words), asked()._replace(claim=None)), 900, 1, 2),
        Turn(12, 900, asked(name, words)),
        Triaged((Said(katrina, Saying.EVENTS, None, Tier.NAME),), 899),
        *care(words),
    ]


def care(words: str) -> list[object]:
    moment = "2026-11-25T12:00:00Z"
    backup = BackupSeen(f"/home/{words}/journal.db", moment, "import", 312_000)
    finding = Finding("copies", words, words, mended=False)
    return [
        BackedUp(backup, 3, 4, (f"/home/{words}",)),
        BackupsSeen(f"/home/{words}", (backup, backup._replace(before=None))),
        WentBack(f"/home/{words}", 3, 4, moment, f"/home/{words}"),
        Checked(words, True, False, ("pages",), (finding,), ()),
        Salvaged(words, 3, 4, (TableSaved("people", 2, 1, 1),), (words,)),
        Encrypted(f"/home/{words}", 3, 4, True, 1, (f"/home/{words}",)),
        Decrypted(f"/home/{words}", 3, 4, (f"/home/{words}",)),
    ]


ORDINARY = [
    *views("Katrina Lim", LONG),
    # Nothing in it was typed by anybody.
    Sitting((Answers(Saying.KNOW_WELL, 2), Answers(Saying.LATER, 0)), 898),
]


def modules() -> list[ModuleType]:
    folder = deepnet.views.__path__
    return [
        import_module(f"deepnet.views.{found.name}") for found in iter_modules(folder)
    ]


def whole_views() -> list[type]:
    """The views that are no part of another one."""
    kinds = [
        kind
        for module in modules()
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    ]
    parts = " ".join(
        str(said) for kind in kinds for said in kind.__annotations__.values()
    )
    return [kind for kind in kinds if not re.search(rf"\b{kind.__name__}\b", parts)]


def test_every_view_can_be_shown() -> None:
    # A page is written to a file, and never to a terminal.
    assert set(whole_views()) - {Page} <= {type(view) for view in ORDINARY}


@pytest.mark.parametrize("width", [30, 60, 80, 100])
@pytest.mark.parametrize("view", ORDINARY, ids=lambda view: type(view).__name__)
def test_no_line_but_a_path_is_longer_than_the_terminal(
    view: object, width: int
) -> None:
    path = str(getattr(view, "journal", "")).rstrip()
    for view_line in text(view, width).split("\n"):
        assert cell_len(view_line) <= width or view_line == path
        assert view_line == view_line.rstrip()


@pytest.mark.parametrize(
    "view", views(HOSTILE, HOSTILE), ids=lambda view: type(view).__name__
)
def test_what_people_typed_can_not_steer_the_terminal(view: object) -> None:
    shown = text(view, 200)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\r" not in shown
    # Markup and emoji codes are only words.
    assert "[31m[bold]red[/bold]" in shown
    assert "\x1b[31m" not in as_text(view, colour=True, width=200)


@pytest.mark.parametrize("view", ORDINARY, ids=lambda view: type(view).__name__)
def test_colour_adds_nothing_to_the_words(view: object) -> None:
    coloured = as_text(view, colour=True, width=80)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [row.rstrip() for row in bare.split("\n")] == text(view).split("\n")


@pytest.mark.parametrize("view", ORDINARY, ids=lambda view: type(view).__name__)
def test_nothing_is_red_and_nobody_is_blamed(view: object) -> None:
    coloured = as_text(view, colour=True, width=80)
    assert not re.search(r"\x1b\[(?:\d+;)*(?:31|91|41|101)m", coloured)
    assert not re.search(r"overdue|neglect|at risk|never again|late\b", coloured)


def test_a_logged_conversation_is_answered_whole() -> None:
    assert text(logged()) == (
        "Wed 25 Nov 2026, lunch with Katrina Lim and Luke at canteen\n"
        "  personal, 1 h 30 min\n"
        "  · Katrina Lim, family: her father is ill\n"
        "  · You promised Katrina Lim: send the book, by Fri 27 Nov 2026\n"
        "  New in the journal: Luke\n"
        "  Katrina Lim: event only → acquainted\n"
        "Entry 12. Not right? deepnet edit 12, or deepnet undo.\n"
    )


def test_a_conversation_of_which_little_was_said_takes_two_lines() -> None:
    bare = conversation()._replace(
        day=date(2026, 3, 1),
        precision=Precision.MONTH,
        setting=None,
        depth=None,
        minutes=None,
        place=None,
        people=(),
        others=3,
        facts=(),
        promises=(),
    )
    assert text(Logged(bare, (), ())) == (
        "March 2026, talk with 3 not named\n"
        "Entry 12. Not right? deepnet edit 12, or deepnet undo.\n"
    )


def test_the_hour_the_company_and_the_idea_are_told_where_they_were_said() -> None:
    told = conversation()._replace(
        clock="19:00",
        setting=Setting.WORK,
        depth=Depth.SMALLTALK,
        minutes=45,
        place=None,
        others=1,
        they_asked=True,
        facts=(),
        promises=(),
    )
    first, second, *_ = text(Logged(told, (), ())).split("\n")
    assert first == "Wed 25 Nov 2026, 19:00, at work with Katrina Lim, Luke and 1 other"
    assert second == "  small talk, 45 min, their idea"


def test_a_conversation_with_nobody_but_yourself_is_only_a_day() -> None:
    alone = conversation()._replace(people=(), place=None)
    assert text(Logged(alone, (), ())).startswith("Wed 25 Nov 2026, lunch\n")


def test_a_pick_says_who_why_when_what_to_ask_and_the_last_time() -> None:
    assert text(morning(pick())) == (
        "Wed 25 Nov 2026\n"
        "\n"
        "Katrina Lim, event only\n"
        "  Three events, never a lunch. Their office is near yours.\n"
        "  When  Lunch, Tue to Thu\n"
        "  Ask   Where did you grow up?\n"
        "  Last  Fri 20 Nov 2026, 5 days ago, event: talks all day\n"
    )


def test_somebody_without_a_last_time_has_no_line_for_it() -> None:
    stranger = pick()._replace(last=None)
    assert "Last" not in text(morning(stranger))


def test_a_last_time_without_words_ends_with_how_it_was() -> None:
    assert text(morning(pick(words=""))).endswith("5 days ago, event\n")


def test_a_morning_without_picks_is_a_good_one() -> None:
    assert text(morning()) == (
        "Wed 25 Nov 2026\nNobody to propose today. That is a good morning.\n"
    )


def test_an_empty_journal_shows_three_first_steps() -> None:
    shown = text(morning(people=0))
    assert 'deepnet log "lunch with Ana"' in shown
    assert "deepnet import Connections.csv" in shown
    assert "deepnet demo" in shown


def test_a_list_of_people_has_a_line_each() -> None:
    assert text(PeopleSeen((seen(), seen("李小龙", None)))) == (
        "name         tier        score  talks  last talk        company\n"
        "Katrina Lim  event only     12      3  Wed 25 Nov 2026  Acme\n"
        "李小龙       event only     12      3  Wed 25 Nov 2026\n"
        "2 people\n"
    )


def test_a_long_name_is_kept_whole_and_a_long_company_gives_way() -> None:
    name = "Johann Gambolputty de von Ausfern-schplenden-schlitter-crasscrenbon-fried"
    shown = text(PeopleSeen((seen(name, "Acme " * 40), seen())))
    assert name in " ".join(shown.split())
    assert "Acme Acme A…" in shown
    assert "Katrina Lim" in shown


def test_somebody_never_met_has_no_last_talk() -> None:
    never = seen()._replace(conversations=0, last=None)
    assert "      0  –" in text(PeopleSeen((never,)))


def test_an_empty_list_says_how_to_fill_it() -> None:
    assert text(PeopleSeen(())).startswith("Nobody to list.\ndeepnet add NAME")


def test_circles_are_counted() -> None:
    view = CirclesSeen((CircleSeen("bookclub", 12), CircleSeen("chess", 1)))
    assert text(view) == "#bookclub  12 people\n#chess     1 person\n2 circles\n"
    assert text(CirclesSeen(())).startswith("No circles to list.\ndeepnet edit NAME")


def test_a_change_of_somebody_says_what_is_known_now() -> None:
    assert text(PersonChanged(seen(), ("Katrina Lim is changed.",)), 100) == (
        "Katrina Lim is changed.\n  Katrina Lim, event only, 3 conversations; "
        "Engineer, Acme; Kat; #bookclub; kat@example.org\n"
    )
    name_only = seen()._replace(
        aliases=(),
        company=None,
        position=None,
        tags=(),
        emails=(),
        conversations=0,
    )
    assert text(PersonChanged(name_only, ())) == "  Katrina Lim, event only\n"


def test_a_learnt_fact_names_its_day_and_whom_it_moved() -> None:
    katrina = PersonRef(1, "Katrina Lim")
    fact = FactSeen(katrina, Facet.FAMILY, "two sisters", DAY)
    moved = Moved(katrina, Tier.ACQUAINTED, Tier.OPENING)
    assert text(FactLearnt(fact, (moved,))) == (
        "Katrina Lim, family: two sisters\n"
        "  noted for Wed 25 Nov 2026\n"
        "  Katrina Lim: acquainted → getting to know\n"
    )


def test_a_kept_promise_says_whose_it_was_and_when() -> None:
    theirs = PromiseSeen(3, PersonRef(1, "Ana"), "call back", False, None, DAY)
    assert text(PromiseDone(theirs)) == (
        "Ana promised you: call back, kept on Wed 25 Nov 2026.\n"
    )


def test_a_score_is_shown_part_by_part_with_what_is_missing() -> None:
    # 12.3 of 30 is 41%: four of ten cells; nothing of 25 is an empty bar.
    assert text(why()) == (
        "Katrina Lim: acquainted, 38 of 100; quiet for 8 months\n"
        "\n"
        "  time together  ████░░░░░░  12.3 of 30\n"
        "                 Four lunches.\n"
        "  depth          ░░░░░░░░░░  0.0 of 25\n"
        "                 None.\n"
        "\n"
        "What the next tier asks for\n"
        "  · One conversation outside events.\n"
        "\n"
        "What was not said\n"
        "  The score lies between 30 and 52.\n"
        "  How deep was entry 12?\n"
    )


def test_a_score_with_everything_said_has_no_range() -> None:
    certain = why()._replace(
        parts=(Part("bonus", 0, 0, "No room."),),
        missing=(),
        range=(38.2, 38.2),
        ask=None,
    )
    assert text(certain).endswith("0.0 of 0\n         No room.\n")
    unasked = why()._replace(ask=None)
    assert text(unasked).endswith("between 30 and 52.\n")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "no conversation yet"),
        (0, "you spoke today"),
        (1, "quiet for 1 day"),
        (13, "quiet for 13 days"),
        (14, "quiet for 2 weeks"),
        (60, "quiet for 8 weeks"),
        (61, "quiet for 2 months"),
        (730, "quiet for 23 months"),
        (731, "quiet for 2 years"),
    ],
)
def test_a_silence_is_told_in_words(days: int | None, words: str) -> None:
    assert text(why()._replace(quiet_days=days)).split("\n")[0].endswith(words)


def test_who_somebody_is_comes_before_what_they_do() -> None:
    shown = text(PersonShown(DAY, portrait()))
    order = (
        "Katrina Lim: getting to know, 52 of 100",
        "Last talk today, Wed 25 Nov 2026",
        "Left in peace since Mon 2 Nov 2026: two sisters",
        "Not proposed before Fri 1 Jan 2027",
        "Who they are",
        "family  two sisters",
        "Still to hear about, when it fits: roots and hopes.",
        "What they do",
        "Engineer at Acme",
        "before: Initech, until Wed 3 Jun 2026",
        "work  tired of it",
        "Notes",
        "met through Ana",
        "Conversations",
        "Wed 25 Nov 2026  lunch, personal: two sisters",
        "and 2 before",
        "Promises",
        "Katrina Lim promised you: two sisters",
        "also called  Kat and Trina",
        "birthday     29 February, next on Sun 28 Feb 2027, in 3 months",
        "office       Harbour Quay",
        "home         Old Town",
        "email        kat@example.org",
        "phone        +49 30 1",
        "profile      https://example.org/in/kat",
        "connected    Mon 3 Feb 2020",
    )
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert shown.count("lunch, personal") == 10


def test_somebody_of_whom_only_a_name_is_known_takes_few_lines() -> None:
    # A snooze that has ended is not spoken of.
    assert text(PersonShown(DAY, EMPTY_PORTRAIT)) == (
        "Wu: name only, 0 of 100\n\nWho they are\n"
    )


def test_a_birthday_with_its_year_and_a_reasonless_peace_are_told() -> None:
    born = EMPTY_PORTRAIT._replace(birthday="1990-03-05", let_go_on=DAY, company="Acme")
    shown = text(PersonShown(DAY, born))
    assert "birthday  5 March 1990\n" in shown
    assert "Left in peace since Wed 25 Nov 2026\n" in shown
    assert "What they do\n  Acme\n" in shown


def test_somebody_without_work_has_only_what_they_told_of_it() -> None:
    plans = FactSeen(PersonRef(1, "Wu"), Facet.PLANS, "a sabbatical", DAY)
    once = EMPTY_PORTRAIT._replace(facts=(plans,), conversations=(conversation(),))
    shown = text(PersonShown(DAY, once))
    assert "What they do\n  plans  a sabbatical\n" in shown
    assert shown.endswith("Wed 25 Nov 2026  lunch, personal: lunch\n")


def test_a_found_text_is_shown_around_the_word() -> None:
    words = "so many words " * 40 + "her FATHER is ill " + "and more words " * 40
    found = Found("conversation", (PersonRef(1, "Ana"),), DAY, words, 12)
    shown = text(Search("father", (found,)))
    assert shown.startswith("Ana  conversation, Wed 25 Nov 2026, entry 12\n  …")
    assert "her FATHER is ill" in shown
    assert len(shown) < 400
    assert shown.endswith("1 place\n")


def test_a_found_text_without_the_word_as_typed_is_shown_from_its_beginning() -> None:
    found = Found("fact", (), None, "joys: déjà vu", None)
    assert text(Search("deja", (found,))) == "fact\n  joys: déjà vu\n1 place\n"


def test_a_person_who_was_found_by_name_has_no_second_line() -> None:
    found = Found("person", (PersonRef(1, "Ana"),), None, "", None)
    assert text(Search("ana", (found,))) == "Ana  person\n1 place\n"


def test_words_that_stand_nowhere_are_repeated() -> None:
    assert text(Search("zzz", ())) == "Nothing has the words “zzz”.\n"


def test_a_month_begins_with_its_headline_and_the_month_before() -> None:
    # 132 of 143 is 92.3%, 131 of 140 is 93.6%.
    assert text(month()).split("\n")[:4] == [
        "November 2026",
        "",
        "Of 143 people you have met, 92% (9 in 10) only at events.",
        "At the end of October 2026 it was 94% (9 in 10) of 140. Known: 3 now, 2 then.",
    ]


def test_a_month_says_what_it_was_made_of() -> None:
    shown = text(month())
    order = (
        "Moved up",
        "  · Katrina Lim: event only → acquainted, Wed 25 Nov 2026, lunch: her father",
        "Hours with people",
        "  12.5 h in 11 conversations; 4 h of it is the usual length, where none was",
        "  said. 3 messages beside.",
        "  lunch     ████████████████████  6.5 h",
        "  not said  ██████████████████░░  6 h",
        "by how well you know them",
        "  known       ████████████████████  10.5 h",
        "  event only  ████░░░░░░░░░░░░░░░░  2 h",
        "How deep it went",
        "  heart     ██░░░░░░░░░░░░░░░░░░  1",
        "  not said  ████████████████████  10",
        "Learnt",
        "  · Katrina Lim, family: her father is ill",
        "Promises kept",
        "kept on Wed 25 Nov 2026",
        "Promises open",
        "by Fri 27 Nov 2026",
        "Let go, with thanks",
        "  Luke",
        "The year: met only at events",
        "  Nov 2026  ██████████████████░░  92% of 143 met, 3 known, 12.5 h",
    )
    places = [shown.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Lunch with Katrina", "25 Nov 2026: Lunch with Katrina"),
        ("lunch, by the sea", "25 Nov 2026: lunch, by the sea"),
        ("lunchtime, by the sea", "25 Nov 2026, lunch: lunchtime, by the sea"),
        ("our lunch", "25 Nov 2026, lunch: our lunch"),
        ("lunch", "25 Nov 2026: lunch"),
        ("", "25 Nov 2026, lunch"),
    ],
)
def test_a_setting_that_the_words_begin_with_is_not_said_twice(
    words: str, told: str
) -> None:
    (moved,) = month(words=words).moved
    assert sentences.crossed_by(moved).endswith(told)


@pytest.mark.parametrize(
    ("words", "most", "told"),
    [
        ("boats of wood", 13, "boats of wood"),
        ("boats of wood", 12, "boats of…"),
        ("boats of wood", 8, "boats of…"),
        ("boats of wood", 7, "boats…"),
        ("boats of wood", 3, "boa…"),
        ("a " + "W" * 50, 30, "a " + "W" * 28 + "…"),
        ("boats  of\nwood", 12, "boats of…"),
    ],
)
def test_a_text_ends_behind_a_word(words: str, most: int, told: str) -> None:
    assert wording.clipped(words, most) == told


def test_a_year_begins_with_the_first_month_in_which_anybody_is_met() -> None:
    nobody = MonthBar("2026-08", 0, 0, None, None, 0, 0, 0.0)
    met = MonthBar("2026-09", 2, 1, 0.5, 5, 0, 1, 1.0)
    gone = nobody._replace(month="2026-10")
    shown = text(month()._replace(months=(nobody, met, gone)))
    assert shown.splitlines()[-2:] == [
        "  Sep 2026  ██████████░░░░░░░░░░  50% of 2 met, 0 known, 1 h",
        "  Oct 2026  ░░░░░░░░░░░░░░░░░░░░  nobody met",
    ]


def test_a_month_without_anybody_is_calm() -> None:
    assert text(empty_month()) == (
        "November 2026\n"
        "\n"
        "Nobody is met yet: the first conversation you write down begins it.\n"
    )


@pytest.mark.parametrize(
    ("event_only", "percent"),
    [(0, "0%"), (1, "1%"), (125, "13%"), (999, "99%"), (1000, "100%")],
)
def test_all_and_none_are_said_only_where_they_are_exact(
    event_only: int, percent: str
) -> None:
    share = event_only / 1000
    view = month()._replace(met=1000, share=share)
    assert f"Of 1,000 people you have met, {percent} (" in text(view)


def test_an_import_counts_what_came_and_lists_ten_warnings() -> None:
    shown = text(imported())
    assert shown.startswith(
        "linkedin: 1,000 records read.\n"
        "  980 new, 2 changed, 10 unchanged\n"
        "  8 records left out: a profile that shows no name\n"
    )
    assert shown.count("line 7: no name") == 10
    assert "and 2 more" in shown
    assert "Ana Lim and Anna Lim may be one person." in shown
    assert shown.endswith("Not right? deepnet undo takes it back.\n")


def test_a_rehearsed_import_says_would_and_offers_no_undo() -> None:
    shown = text(imported(rehearsed=True))
    assert shown.startswith("A rehearsal: nothing was written.\n")
    assert "980 would be new, 2 changed, 10 unchanged" in shown
    assert "undo" not in shown


def test_an_import_that_brought_nothing_new_is_short() -> None:
    again = imported()._replace(
        read=10, new=0, changed=0, skipped={}, warnings=(), suggestions=()
    )
    assert text(again) == (
        "linkedin: 10 records read.\n  0 new, 0 changed, 10 unchanged\n"
    )
    one = again._replace(warnings=("line 3: no name",))
    assert text(one).endswith("Read with a doubt\n  · line 3: no name\n")


def test_an_export_says_where_how_large_and_what_is_in_it() -> None:
    assert text(exported()) == (
        "journal.json: 302 kB\n  62 people, 123 conversations and 1 fact\n"
        "  2 people let go and left out; --all takes them in\n"
    )
    folder = Exported("notes", "markdown", 60, 51_000, {"people": 60}, 0)
    assert text(folder) == "notes: 51 kB in 60 files\n  60 people\n"
    empty = Exported("a.json", "json", 1, 426, {"people": 0}, 0)
    assert text(empty) == "a.json: 426 bytes\n  nothing in it yet\n"
    assert text(Restored("/x/new.db", {"people": 2, "changes": 1})) == (
        "/x/new.db: as it was exported\n  2 people and 1 change\n"
    )


def test_changes_are_numbered_and_say_what_took_them_back() -> None:
    assert text(ChangesSeen((change(), change("")._replace(id=9)))) == (
        "12  Wed 25 Nov 2026, 12:34 UTC  Logged lunch with Ana (taken back by 13)\n"
        " 9  Wed 25 Nov 2026, 12:34 UTC  log (taken back by 13)\n"
    )
    assert text(ChangesSeen(())) == "Nothing was changed yet.\n"
    kept = change()._replace(undone_by=None)
    assert "taken back" not in text(ChangesSeen((kept,)))


def test_an_undo_says_what_it_took_back_or_brought_back() -> None:
    assert text(Undone(13, change())).startswith("Taken back: Logged lunch with Ana\n")
    undo = change("Took back: Logged lunch with Ana", undoes=11)
    assert text(Undone(13, undo)).startswith("Brought back: Logged lunch with Ana\n")


@pytest.mark.parametrize(
    ("size", "words"),
    [(512, "512 bytes"), (312_400, "312 kB"), (1_250_000, "1.2 MB")],
)
def test_where_says_how_large_the_journal_is(size: int, words: str) -> None:
    view = Where("/home/me/journal.db", True, size, 1, 4, "0.1.0")
    assert text(view) == (
        "/home/me/journal.db\n"
        f"  1 person and 4 conversations in {words}\n"
        "  deepnet 0.1.0\n"
    )


def test_a_path_stays_whole_however_narrow_the_terminal() -> None:
    path = "/home/me/" + "a folder/" * 12 + "journal.db"
    view = Where(path, True, 0, 1, 4, "0.1.0")
    assert as_text(view, colour=False, width=40).split("\n")[0] == path


def test_where_says_when_there_is_no_journal_yet() -> None:
    view = Where("/home/me/journal.db", False, 0, 0, 0, "0.1.0")
    assert "There is no journal yet" in text(view)


def test_settings_say_their_value_and_their_meaning() -> None:
    unset = SettingSeen("home", None, "the area of your home")
    office = SettingSeen("office", "Harbour Quay", "the area of your office")
    assert text(SettingsSeen((office, unset))) == (
        "office: Harbour Quay\n"
        "  the area of your office\n"
        "home: not set\n"
        "  the area of your home\n"
    )


def test_without_a_terminal_a_line_has_80_cells_unless_columns_says_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = logged(words=LONG)
    monkeypatch.delenv("COLUMNS", raising=False)
    piped = as_text(view, colour=False)
    monkeypatch.setenv("COLUMNS", "60")
    assert as_text(view, colour=False) == text(view, 60)
    monkeypatch.setenv("COLUMNS", "300")
    assert as_text(view, colour=False) == text(view, 100)
    assert sys.__stdout__ is None or sys.__stdout__.isatty() or piped == text(view)


LOADED = """
import sys
from datetime import date
from deepnet.model import *
from deepnet.render.terminal import as_text
from deepnet.views.agenda import *
from deepnet.views.conversations import *
day, ana = date(2026, 11, 25), PersonRef(1, "Ana")
question = Question(Facet.ROOTS, "Where did you grow up?")
pick = PickSeen(ana, Tier.EVENT, "deepen", ("Why.",), "Lunch", question, None)
as_text(WhoNext(day, (pick,), 1, NOTHING, None, None), colour=True)
entry = ConversationSeen(1, day, Precision.DAY, None, None, None, None, None, "", None,
    False, (ana,), (), ())
as_text(Logged(entry, (), ()), colour=True)
print(*sys.modules)
"""


def test_the_daily_answers_load_little_of_rich() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, check=True, text=True
    )
    loaded = set(done.stdout.split())
    for part in ("markdown", "panel", "columns", "progress", "traceback", "table"):
        assert f"rich.{part}" not in loaded
    for group in ("people", "portrait", "month", "data", "markdown"):
        assert f"deepnet.render.{group}" not in loaded


def test_two_scores_stand_beside_each_other() -> None:
    both = Compared((why(), why("Luke Tan", "Two lunches.")._replace(quiet_days=3)))
    assert text(both) == (
        "                 Katrina Lim            Luke Tan\n"
        "  tier           acquainted             acquainted\n"
        "  score          38 of 100              38 of 100\n"
        "  time together  ████░░░░░░ 12.3 of 30  ████░░░░░░ 12.3 of 30\n"
        "  depth          ░░░░░░░░░░ 0.0 of 25   ░░░░░░░░░░ 0.0 of 25\n"
        "  last           quiet for 8 months     quiet for 3 days\n"
        "\n"
        "Katrina Lim\n"
        "  · Four lunches.\n"
        "  · None.\n"
        "\n"
        "Luke Tan\n"
        "  · Two lunches.\n"
        "  · None.\n"
    )


def test_a_merge_says_what_is_kept_and_what_is_not() -> None:
    assert text(merged()) == (
        "@40 K. Lim is @1 Katrina Lim.\n"
        "  It was remembered that they are not the same; that goes.\n"
        "  company        Acme (Zeta was before)\n"
        "  birthday       3 May 1980 (4 May is left out)\n"
        "  left in peace  no: only one of them was, on Fri 20 Nov 2026\n"
        "  also called    K. Lim\n"
        "  Of @40 came: 2 conversations, 2 addresses and 1 fact\n"
        "  Both have, and it is kept once: 1 conversation\n"
        "  Katrina Lim: event only → acquainted\n"
        "  Katrina Lim, event only, 3 conversations\n"
        "Not right? deepnet undo parts them.\n"
    )
    rehearsed = text(merged(rehearsed=True))
    assert rehearsed.startswith("@40 K. Lim would be @1 Katrina Lim.\n")
    assert "undo" not in rehearsed


def test_of_many_pairs_the_first_are_listed_and_the_rest_is_counted() -> None:
    few, many = text(pairs()), text(pairs(many=30))
    assert (few.count("deepnet merge @1 @40"), many.count("deepnet merge")) == (2, 20)
    assert "the same email, k@x.org; a similar name" in few
    assert "and 11 more" in many
    assert "more" not in few.split("\n")[-2]


def test_a_name_alone_is_said_to_be_one() -> None:
    two = (PersonLikely(1, "Ana", None, 0), PersonLikely(2, "Ana", None, 0))
    view = PairsSeen((PairSeen(two, (Evidence("name", None),), False),))
    assert "the same name, and nothing else" in text(view)
    assert "Nobody seems to be" in text(PairsSeen(()))


def test_forgetting_says_first_what_would_go() -> None:
    assert "Goes: 3 conversations, 1 fact and 2 addresses" in text(
        forgotten(rehearsed=True)
    )
    done = text(forgotten())
    assert "@1 Katrina Lim is forgotten.\n  Erased: 3 conversations" in done
    assert "Still hold them, or may:\n    /home/journal.x\n" in done
