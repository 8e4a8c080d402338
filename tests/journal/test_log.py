"""Writing conversations down, changing them, and what that moves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from conftest import TODAY
from deepnet import names
from deepnet.errors import Ambiguous, NotFound
from deepnet.errors.calls import EmptyEntry, NothingToChange, UnreadableForm
from deepnet.errors.changes import BuiltUpon, NoSuchChange, NoSuchEntry, NothingToUndo
from deepnet.errors.days import FutureDay, ImpossibleDay, UnreadableDay
from deepnet.errors.facts import (
    KnownAlready,
    NoSuchPromise,
    SeveralPromises,
    UnknownFacet,
    UnreadableFact,
    WhoseFact,
    WhosePromise,
)
from deepnet.errors.people import (
    NamelessPerson,
    NameTaken,
    Nobody,
    NobodyThere,
    UnreadableEmail,
)
from deepnet.journal import (
    changing,
    editing,
    entryform,
    learning,
    listing,
    log,
    portrait,
    promises,
    resting,
)
from deepnet.journal import people as persons
from deepnet.journal.whom import Choices
from deepnet.model import Depth, Facet, Named, PersonRef, Precision, Setting, Tier
from deepnet.store import Store
from deepnet.views.conversations import Logged

REFUSE = Choices()


class New(Choices):
    """Whoever is unknown is added."""

    def is_new(self, name: str, problem: NotFound) -> bool:
        del name, problem
        return True


def say(store: Store, sentence: str = "", **said: object) -> Logged:
    flags = log.Said()._replace(**said)  # type: ignore[arg-type]
    return log.log(store, TODAY, sentence, flags, choices=New())


def people(logged: Logged) -> list[str]:
    return [person.name for person in logged.conversation.people]


def test_the_sentence_is_kept_word_for_word_and_understood(store: Store) -> None:
    text = "yesterday: lunch with Katrina and Luke @harbour, her father is ill #family"
    logged = say(store, text)
    entry = logged.conversation
    assert (entry.text, entry.day, entry.precision) == (
        text,
        date(2026, 11, 24),
        Precision.DAY,
    )
    assert (entry.setting, entry.place, entry.depth, entry.others) == (
        Setting.LUNCH,
        "harbour",
        None,
        None,
    )
    assert people(logged) == ["Katrina", "Luke"]
    assert logged.created == ("Katrina", "Luke")
    # Two people, and nobody said whose father: it is asked for, not guessed.
    assert entry.facts == ()
    assert len(logged.remarks) == 1
    assert [(m.person.name, m.from_, m.to) for m in logged.moved] == [
        ("Katrina", Tier.NAME, Tier.ACQUAINTED),
        ("Luke", Tier.NAME, Tier.ACQUAINTED),
    ]


def test_flags_win_over_the_sentence_and_add_people(store: Store) -> None:
    logged = say(
        store,
        "yesterday: lunch with Ana #shop",
        people=("Ben",),
        on="3 nov",
        setting=Setting.DINNER,
        depth=Depth.HEART,
        minutes=90,
        place="home",
        others=2,
        they_asked=True,
        learned=("Ana/family: two sisters", "Ben/joys: kites"),
        promises=("Ben/send the map by friday",),
    )
    entry = logged.conversation
    assert (entry.day, entry.setting) == (date(2026, 11, 3), Setting.DINNER)
    assert (entry.depth, entry.minutes, entry.place) == (Depth.HEART, 90, "home")
    assert (entry.others, entry.they_asked) == (2, True)
    assert people(logged) == ["Ana", "Ben"]
    assert [(f.person.name, f.facet, f.text) for f in entry.facts] == [
        ("Ana", Facet.FAMILY, "two sisters"),
        ("Ben", Facet.JOYS, "kites"),
    ]
    assert [(p.person.name, p.text, p.due) for p in entry.promises] == [
        ("Ben", "send the map", date(2026, 11, 27))
    ]


def test_what_one_person_said_is_theirs(store: Store) -> None:
    logged = say(
        store,
        "lunch with Ana #joys sings in a choir",
        learned=("hopes: a boat",),
        promises=("a book",),
    )
    assert [(f.facet, f.text) for f in logged.conversation.facts] == [
        (Facet.JOYS, "sings in a choir"),
        (Facet.HOPES, "a boat"),
    ]
    assert [p.text for p in logged.conversation.promises] == ["a book"]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("lunch with Ana and Zed, Zed sings #joys", "Zed"),
        ("lunch with Ana and Zed, Zed's sister sings #joys", "Zed"),
        ("lunch with Ana and Zed, Ana sings #joys", "Ana"),
        ("lunch with Yan and Zed. #joys Yan sings", "Yan"),
        ("lunch with Zed, he sings #joys", "Zed"),
        ("lunch with @1 and Zed. @1 sings #joys", "Ana"),
        # Two are named, or two are there: it is nobody's before it is said.
        ("lunch with Ana and Zed, Zed says that Ana sings #joys", None),
        ("lunch with Ana and Zed, her sister sings #joys", None),
    ],
)
def test_what_is_learnt_of_somebody_new_is_theirs_and_of_two_is_asked(
    store: Store, sentence: str, whose: str | None
) -> None:
    say(store, "lunch with Ana")
    logged = say(store, sentence)
    facts = [fact.person.name for fact in logged.conversation.facts]
    assert facts == ([whose] if whose else [])
    asked = [each for each in logged.remarks if each.startswith("Whose #joys is it?")]
    assert bool(asked) is (whose is None)


def test_others_alone_make_a_conversation(store: Store) -> None:
    assert say(store, "meetup with 30 others").conversation.others == 30
    assert say(store, "a party", others=12).conversation.people == ()


@pytest.mark.parametrize(
    ("sentence", "said", "error"),
    [
        ("", {}, EmptyEntry),
        ("  ", {}, EmptyEntry),
        ("lunch alone", {}, NobodyThere),
        ("lunch with Zed", {}, Nobody),
        ("lunch with Kim", {}, names.SeveralPeople),
        ("lunch with Ana", {"people": ("Kim",)}, names.SeveralPeople),
        ("tomorrow: lunch with Ana", {}, FutureDay),
        ("30 feb: lunch with Ana", {}, ImpossibleDay),
        ("lunch with Ana", {"on": "10"}, UnreadableDay),
        ("lunch with Ana", {"learned": ("two sisters",)}, UnreadableFact),
        ("lunch with Ana", {"learned": ("sport: golf",)}, UnknownFacet),
        ("lunch with Ana and Ben", {"learned": ("joys: golf",)}, WhoseFact),
        ("lunch with Ana and Ben", {"promises": ("a book",)}, WhosePromise),
    ],
)
def test_what_is_not_certain_is_refused_and_nothing_is_written(
    store: Store, sentence: str, said: dict[str, object], error: type[Exception]
) -> None:
    for name in ("Ana", "Ben", "Kim Lee", "Kim Park"):
        persons.add(store, TODAY, name, persons.Details(), new=False)
    flags = log.Said()._replace(**said)  # type: ignore[arg-type]
    with pytest.raises(error):
        log.log(store, TODAY, sentence, flags, choices=REFUSE)
    assert store.value("SELECT count(*) FROM conversations") == 0
    assert store.value("SELECT count(*) FROM people") == 4


def test_a_doubtful_mention_in_passing_stays_a_word(store: Store) -> None:
    for name in ("Ana", "Kim Lee", "Kim Park"):
        persons.add(store, TODAY, name, persons.Details(), new=False)
    logged = log.log(
        store, TODAY, "lunch with Ana. Kim is well", log.Said(), choices=REFUSE
    )
    assert people(logged) == ["Ana"]
    assert "Kim" in logged.remarks[0]


def test_a_number_settles_who_is_meant(store: Store) -> None:
    for name in ("Kim Lee", "Kim Park"):
        persons.add(store, TODAY, name, persons.Details(), new=False)
    said = log.Said(people=("@2",))
    logged = log.log(store, TODAY, "lunch with Kim", said, choices=REFUSE)
    assert people(logged) == ["Kim Park"]


def test_the_same_twice_is_remarked(store: Store) -> None:
    say(store, "lunch with Ana")
    assert "entry 1" in say(store, "lunch with Ana").remarks[0]


def test_a_day_within_the_sentence_is_remarked_upon_unless_its_day_is_said(
    store: Store,
) -> None:
    sentence = "lunch with Ana on monday"
    assert say(store, sentence).remarks == (
        'Logged for today. If it was on monday: deepnet edit last --on "on monday"',
    )
    assert say(store, sentence, on="monday").remarks == ()
    assert say(store, f"yesterday: {sentence}").remarks == ()
    changes = editing.Changes(log.Said(on="on monday"))
    edited = editing.edit(store, TODAY, "1", changes, choices=REFUSE)
    assert edited.conversation.day == date(2026, 11, 23)


def test_somebody_let_go_comes_back_with_a_conversation(store: Store) -> None:
    say(store, "lunch with Ana")
    resting.let_go(store, TODAY, "Ana", because="busy", thanks=True, choices=REFUSE)
    assert listing.listed(store, TODAY, listing.Filter()).people == ()
    shown = portrait.show(store, TODAY, "Ana", choices=REFUSE).person
    assert (shown.let_go_on, shown.let_go_because) == (TODAY, "busy")
    assert [promise.text for promise in shown.promises] == ["say thank you"]
    assert say(store, "coffee with Ana").remarks == (
        "Ana had been let go, and is back.",
    )
    assert portrait.show(store, TODAY, "Ana", choices=REFUSE).person.let_go_on is None


def test_flags_change_single_fields(store: Store) -> None:
    say(store, "lunch with Ana and Ben #shop")
    changes = editing.Changes(
        log.Said(
            setting=Setting.DINNER,
            on="yesterday",
            people=("Cy",),
            without=("Ben",),
            minutes=30,
        ),
        text="dinner, in truth",
    )
    logged = editing.edit(store, TODAY, "last", changes, choices=New())
    entry = logged.conversation
    assert (entry.setting, entry.minutes, entry.depth) == (
        Setting.DINNER,
        30,
        Depth.SHOP,
    )
    assert (entry.text, entry.day) == ("dinner, in truth", date(2026, 11, 24))
    assert people(logged) == ["Ana", "Cy"]
    assert {m.person.name: m.to for m in logged.moved} == {
        "Ben": Tier.NAME,
        "Cy": Tier.ACQUAINTED,
    }


def test_an_entry_moved_to_another_day_takes_its_facts_along(store: Store) -> None:
    say(store, "lunch with Ana #joys kites")
    changes = editing.Changes(log.Said(on="3 nov"))
    logged = editing.edit(store, TODAY, "1", changes, choices=REFUSE)
    assert [fact.day for fact in logged.conversation.facts] == [date(2026, 11, 3)]


def test_there_is_no_such_entry_and_nobody_left(store: Store) -> None:
    with pytest.raises(NoSuchEntry):
        editing.found(store, "last")
    say(store, "lunch with Ana")
    with pytest.raises(NoSuchEntry):
        editing.found(store, "7")
    alone = editing.Changes(log.Said(without=("Ana",)))
    with pytest.raises(NobodyThere):
        editing.edit(store, TODAY, "1", alone, choices=REFUSE)


@pytest.mark.parametrize(
    "sentence",
    [
        "in 2019: lunch with Ana",
        "in march: lunch with Ana",
        "last week: lunch with Ana",
        "yesterday at 7pm: dinner with Ana and 3 others @harbour #heart",
        "lunch with Ana #family two sisters",
        "lunch with Ana, she sends a map by friday #theirs #thanks",
    ],
)
def test_a_form_that_nobody_changed_changes_nothing(
    store: Store, sentence: str
) -> None:
    twice = ("a book by friday", "a book by friday")
    entry = say(store, sentence, promises=twice).conversation
    text = entryform.written(entry, editing.words_for(store, entry.people))
    form = entryform.read(text)
    # Also when the day of the promises has passed.
    later = TODAY + timedelta(days=30)
    again = editing.rewrite(store, later, entry, form, choices=REFUSE).conversation
    assert again == entry


def test_a_form_changes_promises_of_both_sides(store: Store) -> None:
    entry = say(
        store, "lunch with Ana", promises=("a book",), they_promised=("a map",)
    ).conversation
    text = entryform.written(entry, ("Ana",))
    text = text.replace("promised: Ana/a book\n", "").replace("a map", "two maps")
    form = entryform.read(text)
    now = editing.rewrite(store, TODAY, entry, form, choices=REFUSE).conversation
    assert [(one.text, one.mine) for one in now.promises] == [("two maps", False)]


def test_an_edited_form_says_what_it_says(store: Store) -> None:
    entry = say(store, "lunch with Ana", learned=("joys: kites",)).conversation
    text = entryform.written(entry, ("Ana",))
    text = text.replace("setting: lunch", "setting: walk").replace("kites", "boats")
    text = text.replace("others:", "others: 2").replace("lunch with Ana", "a walk")
    form = entryform.read(text)
    now = editing.rewrite(store, TODAY, entry, form, choices=REFUSE).conversation
    assert (now.setting, now.others, now.text) == (Setting.WALK, 2, "a walk")
    assert [fact.text for fact in now.facts] == ["boats"]


@pytest.mark.parametrize(
    "line", ["colour: red", "setting: brunch", "minutes: -1", "minutes: x", "hello"]
)
def test_a_line_that_makes_no_sense_is_named(line: str) -> None:
    with pytest.raises(UnreadableForm) as caught:
        entryform.read(f"day: today\n{line}\n\ntext")
    assert line in caught.value.message


def test_two_people_of_one_name_are_told_apart_in_a_form(store: Store) -> None:
    say(store, "lunch with Ana Ruiz")
    persons.add(store, TODAY, "Ana Ruiz", persons.Details(), new=True)
    assert editing.words_for(store, (PersonRef(1, "Ana Ruiz"),)) == ("@1",)


def test_undo_of_undo_and_an_older_change(store: Store) -> None:
    with pytest.raises(NothingToUndo):
        changing.undo(store, None)
    say(store, "lunch with Ana")
    say(store, "coffee with Ben")
    assert changing.undo(store, None).undone.id == 2
    assert changing.undo(store, None).undone.id == 3
    assert changing.undo(store, 1).undone.id == 1
    assert [
        one.summary.split(":")[0] for one in changing.history(store, most=3).changes
    ] == [
        "Took back",
        "Brought back",
        "Took back",
    ]
    with pytest.raises(NoSuchChange):
        changing.undo(store, 99)
    with pytest.raises(BuiltUpon):
        changing.undo(store, 1)


def test_a_fact_is_learnt_once(store: Store) -> None:
    learnt = learning.learn(
        store, TODAY, "Ana", "joys: kites", on="3 nov", choices=New()
    )
    assert (learnt.fact.day, learnt.moved) == (date(2026, 11, 3), ())
    with pytest.raises(KnownAlready):
        learning.learn(store, TODAY, "Ana", "joys: kites", on=None, choices=REFUSE)


def test_a_promise_is_kept_by_its_words(store: Store) -> None:
    say(store, "lunch with Ana", promises=("a book", "the map by friday"))
    with pytest.raises(SeveralPromises):
        promises.done(store, TODAY, "Ana", "", on=None, choices=REFUSE)
    kept = promises.done(store, TODAY, "Ana", "MAP", on=None, choices=REFUSE)
    assert (kept.promise.text, kept.promise.kept_on) == ("the map", TODAY)
    with pytest.raises(NoSuchPromise):
        promises.done(store, TODAY, "Ana", "map", on=None, choices=REFUSE)


def test_names_are_taken_once_and_details_are_tidied(store: Store) -> None:
    details = persons.Details(
        aliases=("Annie",),
        company=" Acme ",
        emails=("Ana@X.org",),
        phones=("+49 30 23125 111",),
        birthday="29 feb 1996",
        office="Harbour Quay",
    )
    persons.add(store, TODAY, " Ana\tRuiz ", details, new=False)
    shown = portrait.show(store, TODAY, "annie", choices=REFUSE).person
    assert (shown.name, shown.company, shown.emails) == (
        "Ana Ruiz",
        "Acme",
        ("Ana@X.org",),
    )
    assert (shown.birthday, shown.next_birthday) == ("1996-02-29", date(2027, 2, 28))
    assert portrait.show(store, TODAY, "ana@x.org", choices=REFUSE).person.id == 1
    with pytest.raises(NameTaken):
        persons.add(store, TODAY, "ana ruiz", persons.Details(), new=False)
    with pytest.raises(NamelessPerson):
        persons.add(store, TODAY, " ", persons.Details(), new=False)
    bad = persons.Details(emails=("no at sign",))
    with pytest.raises(UnreadableEmail):
        persons.add(store, TODAY, "Ben", bad, new=False)
    with pytest.raises(NothingToChange):
        persons.edit(store, TODAY, "Ana", persons.Details(), choices=REFUSE)


def test_what_is_written_of_somebody_can_be_changed_and_emptied(store: Store) -> None:
    persons.add(
        store,
        TODAY,
        "Ana Ruiz",
        persons.Details(aliases=("Annie",), birthday="29 feb", company="Acme"),
        new=False,
    )
    change = persons.Details(
        name="Ana Ruiz Ek", not_aliases=("Annie",), birthday="", company="", home="Old"
    )
    persons.edit(store, TODAY, "Annie", change, choices=REFUSE)
    shown = portrait.show(store, TODAY, "Ana", choices=REFUSE).person
    assert (shown.name, shown.aliases) == ("Ana Ruiz Ek", ())
    assert (shown.birthday, shown.company, shown.home) == (None, None, "Old")
    nameless = persons.Details(name=" ")
    with pytest.raises(NamelessPerson):
        persons.edit(store, TODAY, "Ana", nameless, choices=REFUSE)


def test_lists_are_narrowed_and_sorted(store: Store) -> None:
    say(store, "3 nov: conference with Ben and Cy")
    say(store, "lunch with Ana #joys kites")
    persons.edit(
        store, TODAY, "Ben", persons.Details(office="Harbour Quay"), choices=REFUSE
    )

    def names_of(**wanted: object) -> list[str]:
        chosen = listing.Filter()._replace(**wanted)  # type: ignore[arg-type]
        return [one.name for one in listing.listed(store, TODAY, chosen).people]

    assert names_of() == ["Ana", "Ben", "Cy"]
    assert names_of(tier=Tier.EVENT) == ["Ben", "Cy"]
    assert names_of(facet=Facet.JOYS) == ["Ana"]
    assert names_of(area="harbour  QUAY") == ["Ben"]
    assert names_of(since="yesterday") == ["Ana"]
    assert names_of(until="yesterday") == ["Ben", "Cy"]
    assert names_of(sort="score") == ["Ana", "Ben", "Cy"]
    assert names_of(sort="added") == ["Ana", "Cy", "Ben"]


def test_a_person_at_a_terminal_decides(store: Store) -> None:
    class Second(Choices):
        def which(self, problem: Ambiguous, candidates: object) -> Named | None:
            del problem
            return candidates[1]  # type: ignore[index,no-any-return]

        def whose(self, text: str, present: object) -> PersonRef | None:
            del text
            return present[1]  # type: ignore[index,no-any-return]

    for name in ("Kim Lee", "Kim Park", "Ana"):
        persons.add(store, TODAY, name, persons.Details(), new=False)
    said = log.Said(learned=("joys: kites",), promises=("a book",))
    logged = log.log(store, TODAY, "lunch with Ana and Kim", said, choices=Second())
    assert people(logged) == ["Ana", "Kim Park"]
    assert [fact.person.name for fact in logged.conversation.facts] == ["Kim Park"]
    assert [one.person.name for one in logged.conversation.promises] == ["Kim Park"]
