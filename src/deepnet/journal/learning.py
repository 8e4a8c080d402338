"""Facts about people that come without a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import capture, dates
from deepnet.errors.facts import KnownAlready
from deepnet.journal import whom
from deepnet.journal.moving import Movement
from deepnet.store import conversations
from deepnet.views.conversations import FactSeen
from deepnet.views.people import FactLearnt

if TYPE_CHECKING:
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.store import Store


def learn(
    store: Store,
    today: date,
    name: str,
    fact: str,
    *,
    on: str | None,
    choices: Choices,
) -> FactLearnt:
    """Write down something learnt of somebody, as in "family: two sisters".

    Raises:
        NotFound, Ambiguous: whom the name means is not certain.
        UsageError: the fact has no facet, or an unknown one.
        Conflict: it is written down already.
    """
    learnt = capture.read_learned(fact, ())
    day = dates.read_day(on, today).day if on else today
    with store.change("learn") as change:
        person = whom.look_up(store, name, choices=choices, today=today)
        movement = Movement(store, (person,))
        if conversations.knows(store, person.id, learnt.facet, learnt.text):
            raise KnownAlready(person.name, learnt.text)
        conversations.add_fact(store, person.id, learnt.facet, learnt.text, day=day)
        change.summary = f"Learnt of {person.name}: {learnt.facet}: {learnt.text}"
        fact_seen = FactSeen(person, learnt.facet, learnt.text, day)
        return FactLearnt(fact_seen, movement.moved())
