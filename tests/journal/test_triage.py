"""Saying of names how well one would say one knows them, on a real journal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from conftest import TODAY
from deepnet.errors import NotFound
from deepnet.journal import agenda, changing, portrait, resting
from deepnet.journal.triage import Wanted, answer, say, take_back, to_ask
from deepnet.journal.whom import Choices
from deepnet.model import Claim, PersonRef, Tier
from deepnet.store import claims, configuration, imports, people, standings
from deepnet.triage import Saying

if TYPE_CHECKING:
    from deepnet.store import Store

REFUSING = Choices()
ALL = Wanted()


def add(store: Store, name: str, **fields: str) -> PersonRef:
    with store.change("add"):
        person = PersonRef(people.add(store, name, today=TODAY), name)
        people.change(store, person.id, fields)
    return person


def asked(store: Store, wanted: Wanted = ALL, today: date = TODAY) -> list[str]:
    view = to_ask(store, today, wanted, choices=REFUSING)
    return [one.person.name for one in view.names]


def shown(store: Store, name: str) -> tuple[Claim | None, Tier, date | None]:
    person = portrait.show(store, TODAY, name, choices=REFUSING).person
    return person.claim, person.tier, person.let_go_on


def test_an_empty_journal_asks_about_nobody(store: Store) -> None:
    assert to_ask(store, TODAY, ALL, choices=REFUSING) == ((), 0, 0, 0)
    assert to_ask(store, TODAY, Wanted(again=True), choices=REFUSING)[0] == ()


def test_a_company_is_near_where_somebody_of_it_is(store: Store) -> None:
    with store.change("config"):
        configuration.change(store, "office", "Harbour Quay")
        configuration.change(store, "home", "Old Town")
    lately = add(store, "Lately", company="Elsewhere")
    with store.change("import"):
        imports.connect(store, lately.id, "linkedin", TODAY)
    add(store, "Colleague", company="FJORD ltd")
    add(store, "Neighbour", company="Far Ltd", home="old town")
    add(store, "Beside the neighbour", company="Far Ltd")
    add(store, "Office", company="Fjord Ltd", office="harbour quay")
    add(store, "No company")
    view = to_ask(store, TODAY, ALL, choices=REFUSING)
    near = [one.person.name for one in view.names if one.near]
    assert near == ["Colleague", "Neighbour", "Office"]
    assert [one.person.name for one in view.names[3:]] == [
        "Lately",
        "Beside the neighbour",
        "No company",
    ]


def test_without_an_area_of_yours_nobody_is_near(store: Store) -> None:
    add(store, "Ana", office="Harbour Quay")
    (ana,) = to_ask(store, TODAY, ALL, choices=REFUSING).names
    assert ana.near is False


def test_an_answer_is_a_claim_and_no_part_of_the_standing(store: Store) -> None:
    ana = add(store, "Ana")
    before = standings.standing(store, ana.id)
    answer(store, TODAY, ana, Saying.KNOW_WELL)
    assert shown(store, "Ana") == (Claim(Tier.KNOWN, TODAY), Tier.NAME, None)
    assert standings.standing(store, ana.id) == before
    assert asked(store) == []


def test_each_answer_is_taken_back_alone(store: Store) -> None:
    ana, ben = add(store, "Ana"), add(store, "Ben")
    first = answer(store, TODAY, ana, Saying.KNOW_WELL)
    second = answer(store, TODAY, ben, Saying.LET_GO)
    assert shown(store, "Ben") == (None, Tier.NAME, TODAY)
    take_back(store, second)
    assert asked(store) == ["Ben"]
    take_back(store, first)
    assert asked(store) == ["Ana", "Ben"]
    assert changing.undo(store, None).undone.command == "undo"
    assert asked(store) == ["Ben"]


def test_taking_back_a_new_claim_brings_the_older_one_again(store: Store) -> None:
    ana = add(store, "Ana")
    old = TODAY - timedelta(days=300)
    answer(store, old, ana, Saying.KNOW_WELL)
    change = answer(store, TODAY, ana, Saying.EVENTS)
    assert claims.of(store, ana.id) == Claim(Tier.EVENT, TODAY)
    take_back(store, change)
    assert claims.of(store, ana.id) == Claim(Tier.KNOWN, old)


def test_what_is_written_already_is_no_change_to_take_back(store: Store) -> None:
    ana, ben = add(store, "Ana"), add(store, "Ben")
    answer(store, TODAY, ana, Saying.KNOW_WELL)
    assert answer(store, TODAY, ana, Saying.KNOW_WELL) is None
    assert answer(store, TODAY, ben, Saying.LATER) is not None
    assert answer(store, TODAY, ben, Saying.LATER) is None
    take_back(store, None)
    assert claims.of(store, ana.id) == Claim(Tier.KNOWN, TODAY)


def test_later_is_asked_again_after_thirty_days_and_spares_a_claim(
    store: Store,
) -> None:
    ana, ben = add(store, "Ana"), add(store, "Ben")
    answer(store, TODAY, ana, Saying.LATER)
    answer(store, TODAY, ben, Saying.KNOW_WELL)
    in_a_month = TODAY + timedelta(days=30)
    assert answer(store, in_a_month, ben, Saying.LATER) is None
    assert claims.of(store, ben.id) == Claim(Tier.KNOWN, TODAY)
    assert asked(store) == []
    assert asked(store, today=in_a_month) == ["Ana"]
    view = to_ask(store, TODAY, ALL, choices=REFUSING)
    assert (view.to_ask, view.claimed, view.put_off) == (0, 1, 1)
    answer(store, in_a_month, ana, Saying.LATER)
    assert asked(store, today=in_a_month + timedelta(days=29)) == []


def test_again_asks_about_the_oldest_and_goes_on_where_it_was(store: Store) -> None:
    for back, name in ((10, "Ana"), (30, "Ben"), (20, "Cy")):
        person = add(store, name)
        answer(store, TODAY - timedelta(days=back), person, Saying.EVENTS)
    add(store, "Dee")
    again = Wanted(again=True)
    assert asked(store, again) == ["Ben", "Cy", "Ana"]
    assert asked(store, again._replace(most=1)) == ["Ben"]
    say(store, TODAY, ["Ben"], Saying.NAME_ONLY, choices=REFUSING)
    assert asked(store, again) == ["Cy", "Ana"]


def test_people_who_were_let_go_are_not_asked_about_unless_named(
    store: Store,
) -> None:
    add(store, "Ana")
    resting.let_go(
        store, TODAY, "Ana", because="moved on", thanks=False, choices=REFUSING
    )
    assert asked(store) == []
    assert asked(store, Wanted(("ana",))) == ["Ana"]
    later = TODAY + timedelta(days=5)
    say(store, later, ["Ana"], Saying.LET_GO, choices=REFUSING)
    person = portrait.show(store, later, "Ana", choices=REFUSING).person
    assert (person.let_go_on, person.let_go_because) == (TODAY, "moved on")


def test_several_names_are_one_change_or_none(store: Store) -> None:
    add(store, "Ana"), add(store, "Ben")
    view = say(store, TODAY, ["Ana", "ben", "ANA"], Saying.EVENTS, choices=REFUSING)
    assert [one.person.name for one in view.said] == ["Ana", "Ben"]
    changing.undo(store, None)
    assert asked(store) == ["Ana", "Ben"]
    with pytest.raises(NotFound):
        say(store, TODAY, ["Ana", "Zed"], Saying.EVENTS, choices=REFUSING)
    assert asked(store) == ["Ana", "Ben"]


def test_who_next_begins_with_names_that_you_say_you_know(store: Store) -> None:
    for number in range(20):
        add(store, f"P{number}")
    say(store, TODAY, ["P7"], Saying.KNOW_WELL, choices=REFUSING)
    say(store, TODAY, ["P3"], Saying.NAME_ONLY, choices=REFUSING)
    picks = {one.person.name: one.why for one in agenda.who_next(store, TODAY).picks}
    assert picks["P7"][0] == (
        "You say that you know them well; the journal has no conversation yet."
    )
    assert "P3" not in picks
