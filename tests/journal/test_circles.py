"""Circles in the journal: who is in one, and all that takes one where a name is."""

from __future__ import annotations

import pytest

from conftest import TODAY
from deepnet.errors import Ambiguous, NotFound
from deepnet.errors.circles import NobodyLeft, NoSuchCircle, TagTaken
from deepnet.errors.people import NobodyThere
from deepnet.journal import (
    changing,
    editing,
    learning,
    listing,
    log,
    portrait,
    resting,
    whom,
)
from deepnet.journal import people as persons
from deepnet.journal.whom import Choices
from deepnet.store import Store
from deepnet.views.conversations import Logged

REFUSE = Choices()


class New(Choices):
    """Whoever is unknown is added."""

    def is_new(self, name: str, problem: NotFound) -> bool:
        del name, problem
        return True


@pytest.fixture
def club(store: Store) -> Store:
    """A book club of three, and Zed, and another Ana outside of it."""
    for name, tags in (
        ("Cleo Hall", ("bookclub", "choir")),
        ("Ana Ruiz", ("bookclub",)),
        ("Bo Khan", ("#BookClub",)),
        ("Zed Oak", ()),
        ("Ana Lim", ()),
    ):
        details = persons.Details(tags=tags)
        persons.add(store, TODAY, name, details, new=False)
    return store


def say(store: Store, sentence: str = "", **said: object) -> Logged:
    flags = log.Said()._replace(**said)  # type: ignore[arg-type]
    return log.log(store, TODAY, sentence, flags, choices=New())


def people(logged: Logged) -> list[str]:
    return [person.name for person in logged.conversation.people]


def tags(store: Store, name: str) -> tuple[str, ...]:
    return portrait.show(store, TODAY, name, choices=REFUSE).person.tags


def test_people_are_put_in_circles_and_taken_out(club: Store) -> None:
    assert tags(club, "Cleo") == ("bookclub", "choir")
    change = persons.Details(tags=("Chess", "choir"), not_tags=("#BOOKCLUB", "none"))
    changed = persons.edit(club, TODAY, "Cleo", change, choices=REFUSE)
    assert changed.person.tags == ("chess", "choir")
    changing.undo(club, None)
    assert tags(club, "Cleo") == ("bookclub", "choir")


def test_a_refused_tag_changes_nothing(club: Store) -> None:
    change = persons.Details(company="Acme", tags=("chess", "#family"))
    with pytest.raises(TagTaken):
        persons.edit(club, TODAY, "Zed", change, choices=REFUSE)
    zed = portrait.show(club, TODAY, "Zed", choices=REFUSE).person
    assert (zed.tags, zed.company) == ((), None)


def test_a_sentence_and_a_flag_log_all_of_a_circle_by_name(club: Store) -> None:
    everybody = ["Ana Ruiz", "Bo Khan", "Cleo Hall"]
    logged = say(club, "dinner with #bookclub")
    assert people(logged) == everybody
    assert len(logged.moved) == 3
    assert people(say(club, "a walk", people=("#bookclub", "Zed"))) == [
        *everybody,
        "Zed Oak",
    ]
    assert people(say(club, "with Zed and #choir")) == ["Zed Oak", "Cleo Hall"]
    assert changing.undo(club, None).undone.summary.startswith("Logged")


def test_somebody_of_a_circle_was_missing(club: Store) -> None:
    # There are two of that name in the journal, and one of them in the circle.
    logged = say(club, "dinner with #bookclub", without=("Ana",))
    assert people(logged) == ["Bo Khan", "Cleo Hall"]
    logged = say(club, "dinner with #bookclub", without=("#choir", "Zed", "bo"))
    assert people(logged) == ["Ana Ruiz"]
    with pytest.raises(NobodyThere):
        say(club, "dinner with #bookclub", without=("#bookclub",))
    with pytest.raises(NotFound):
        say(club, "dinner with #bookclub", without=("Nobody",))


def test_what_is_said_of_somebody_missing_is_given_to_nobody_else(club: Store) -> None:
    sentence = "dinner with #choir and Zed, #health Cleo has a cold"
    logged = say(club, sentence, without=("Cleo",))
    assert people(logged) == ["Zed Oak"]
    assert logged.conversation.facts == ()
    assert len(logged.remarks) == 1


def test_whoever_was_let_go_is_not_there(club: Store) -> None:
    for name in ("Bo", "Cleo"):
        resting.let_go(club, TODAY, name, because=None, thanks=False, choices=REFUSE)
    assert people(say(club, "dinner with #bookclub")) == ["Ana Ruiz"]
    with pytest.raises(NobodyLeft):
        say(club, "dinner with #choir")
    # Outside of a list it is a word, as any other.
    assert people(say(club, "lunch with Zed about #choir")) == ["Zed Oak"]


def test_a_circle_that_there_is_not_is_never_written_down(club: Store) -> None:
    with pytest.raises(NoSuchCircle) as caught:
        say(club, "dinner with #bokclub")
    assert caught.value.suggestions == ("#bookclub",)
    with pytest.raises(NoSuchCircle):
        say(club, "dinner", people=("#bokclub",))
    with pytest.raises(NoSuchCircle):
        whom.look_up(club, "#bokclub", choices=New(), today=TODAY)
    assert len(listing.listed(club, TODAY, listing.Filter()).people) == 5


def test_a_circle_of_one_is_somebody_and_a_larger_one_is_not(club: Store) -> None:
    shown = portrait.show(club, TODAY, "#Choir", choices=REFUSE)
    assert shown.person.name == "Cleo Hall"
    with pytest.raises(Ambiguous) as caught:
        portrait.why(club, TODAY, "#bookclub", choices=REFUSE)
    assert [line.split()[1] for line in caught.value.candidates] == [
        "Ana",
        "Bo",
        "Cleo",
    ]
    with pytest.raises(Ambiguous):
        learning.learn(club, TODAY, "#bookclub", "joys: books", on=None, choices=REFUSE)


def test_one_name_or_a_circle_where_several_can_be_meant(club: Store) -> None:
    def names(said: str) -> list[str]:
        return [one.name for one in whom.look_up_all(club, said, choices=REFUSE)]

    assert names("#bookclub") == ["Ana Ruiz", "Bo Khan", "Cleo Hall"]
    assert names("zed") == ["Zed Oak"]
    with pytest.raises(Ambiguous):
        names("Ana")
    with pytest.raises(NoSuchCircle):
        names("#zed")


def test_an_edit_brings_a_circle_in_and_leaves_one_out(club: Store) -> None:
    say(club, "dinner with Zed")
    more = editing.Changes(log.Said(people=("#bookclub",)))
    logged = editing.edit(club, TODAY, "last", more, choices=REFUSE)
    assert people(logged) == ["Zed Oak", "Ana Ruiz", "Bo Khan", "Cleo Hall"]
    fewer = editing.Changes(log.Said(without=("#bookclub",)))
    logged = editing.edit(club, TODAY, "last", fewer, choices=REFUSE)
    assert people(logged) == ["Zed Oak"]


def test_somebody_whose_name_begins_with_the_sign_can_be_edited(store: Store) -> None:
    persons.add(store, TODAY, "#1 Fan", persons.Details(), new=False)
    entry = say(store, "lunch with @1").conversation
    assert editing.words_for(store, entry.people) == ("@1",)


def test_lists_are_narrowed_to_a_circle_and_count_them(club: Store) -> None:
    resting.let_go(club, TODAY, "Bo", because=None, thanks=False, choices=REFUSE)
    wanted = listing.Filter(tag="#Bookclub")
    names = [one.name for one in listing.listed(club, TODAY, wanted).people]
    assert names == ["Ana Ruiz", "Cleo Hall"]
    counted = listing.circles(club, TODAY, listing.Filter()).circles
    assert [tuple(one) for one in counted] == [("bookclub", 2), ("choir", 1)]
    narrowed = listing.circles(club, TODAY, listing.Filter(tag="choir")).circles
    assert [tuple(one) for one in narrowed] == [("bookclub", 1), ("choir", 1)]
    with pytest.raises(NoSuchCircle):
        listing.listed(club, TODAY, listing.Filter(tag="chess"))
