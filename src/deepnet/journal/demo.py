"""Filling a journal with the invented people of the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import demo
from deepnet.model import PersonRef, When
from deepnet.store import (
    claims,
    configuration,
    conversations,
    imports,
    invitations,
    people,
)
from deepnet.store import promises as owed

if TYPE_CHECKING:
    from datetime import date

    from deepnet.demo import World, WorldConversation, WorldPerson
    from deepnet.store import Store


def settle(store: Store, today: date) -> str:
    """Write the whole invented world into an empty journal, as one change.

    The answer is a sentence to log in it next.
    """
    world = demo.world(today)
    with store.change("demo") as change:
        known = {one.name: _person(store, today, one) for one in world.people}
        for conversation in world.conversations:
            _conversation(store, known, conversation)
        _rest(store, known, world)
        configuration.change(store, "office", world.office)
        configuration.change(store, "home", world.home)
        change.summary = f"Invented {len(known)} people"
    return world.opening


def _person(store: Store, today: date, one: WorldPerson) -> PersonRef:
    number = people.add(store, one.name, today=today)
    fields = {
        "company": one.company,
        "position": one.position,
        "birthday": one.birthday,
        "office": one.office,
        "home": one.home,
    }
    people.change(store, number, {key: said for key, said in fields.items() if said})
    for alias in one.aliases:
        people.add_alias(store, number, alias)
    if one.connected_on:
        imports.connect(store, number, "linkedin", one.connected_on)
    return PersonRef(number, one.name)


def _conversation(
    store: Store, known: dict[str, PersonRef], one: WorldConversation
) -> None:
    number = conversations.add(
        store,
        conversations.Conversation(
            id=0,
            when=When(one.day),
            setting=one.setting,
            depth=one.depth,
            minutes=one.minutes,
            place=one.place,
            text=one.text,
            others=one.others,
            they_asked=one.they_asked,
            people=tuple(known[name] for name in one.people),
        ),
    )
    for name, facet, text in one.learned:
        conversations.add_fact(
            store, known[name].id, facet, text, day=one.day, conversation=number
        )
    for name, text, mine, due, kept_on in one.promises:
        promise = owed.add(
            store,
            known[name].id,
            text,
            made_on=one.day,
            due=due,
            mine=mine,
            conversation=number,
        )
        if kept_on:
            owed.keep(store, promise, kept_on)


def _rest(store: Store, known: dict[str, PersonRef], world: World) -> None:
    for asked in world.invitations:
        invitations.add(
            store,
            invitations.Invitation(
                id=0,
                person=known[asked.name],
                asked_on=asked.day,
                by_them=asked.by_them,
                setting=asked.setting,
                answer=asked.answer,
                answered_on=asked.answered_on,
            ),
        )
    for said in world.claims:
        claims.say(store, known[said.name].id, said.tier, said.day)
    for gone in world.let_go:
        fields = {"let_go_on": gone.day.isoformat(), "let_go_because": gone.because}
        people.change(store, known[gone.name].id, fields)
