"""Saying of names how well one would say one knows them: claims, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import names, triage
from deepnet.areas import Areas
from deepnet.journal import changing, resting, whom
from deepnet.plain import listed
from deepnet.store import claims, configuration, people, standings
from deepnet.triage import Saying
from deepnet.views.triage import Said, ToAsk, Triaged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.model import PersonRef
    from deepnet.store import Store
    from deepnet.triage import Name


class Wanted(NamedTuple):
    """About whom to ask: these people, or all; of whom there is a claim already."""

    people: tuple[str, ...] = ()
    again: bool = False
    most: int | None = None


def to_ask(store: Store, today: date, wanted: Wanted, *, choices: Choices) -> ToAsk:
    """The names to be asked about, by promise, or the oldest claim first.

    Raises:
        NotFound, Ambiguous: whom a name means is not certain.
    """
    everybody = _placed(store, claims.names(store))
    if wanted.people:
        placed = {one.person.id: one for one in everybody}
        found = _everyone(store, wanted.people, choices)
        asked = [placed.get(one.id) or claims.name(store, one.id) for one in found]
    elif wanted.again:
        asked = triage.to_ask_again(everybody, today)
    else:
        asked = triage.to_ask(everybody, today)
    return ToAsk(
        names=tuple(asked[: wanted.most]),
        to_ask=len(asked),
        claimed=sum(one.claim is not None for one in everybody),
        put_off=sum(one.is_waiting(today) for one in everybody),
    )


def _placed(store: Store, everybody: Sequence[Name]) -> list[Name]:
    """Everybody, with whether they are near.

    The companies of people whose office is near are near, too: an import brings
    companies, and hardly an area.
    """
    office = configuration.value(store, "office")
    home = configuration.value(store, "home")
    areas = Areas.read(configuration.value(store, "near"))
    at_hand = (one for one in everybody if areas.near(office, one.office))
    companies = {names.fold(one.company or "") for one in at_hand} - {""}
    return [
        one._replace(
            near=bool(areas.near(office, one.office))
            or bool(areas.near(home, one.home))
            or names.fold(one.company or "") in companies
        )
        for one in everybody
    ]


def _everyone(
    store: Store, said: Sequence[str], choices: Choices
) -> tuple[PersonRef, ...]:
    """Whom the names and circles mean, each once."""
    return tuple(
        {
            person.id: person
            for name in said
            for person in whom.look_up_all(store, name, choices=choices)
        }.values()
    )


def say(
    store: Store, today: date, said: Sequence[str], saying: Saying, *, choices: Choices
) -> Triaged:
    """Say the same of some people, as one change.

    Raises:
        NotFound, Ambiguous: whom a name means is not certain.
    """
    with store.change("triage") as change:
        found = _everyone(store, said, choices)
        for person in found:
            _write(store, today, person, saying)
        change.summary = _summary(found, saying)
    left = len(triage.to_ask(claims.names(store), today))
    return Triaged(tuple(_said(store, person, saying) for person in found), left)


def answer(store: Store, today: date, person: PersonRef, saying: Saying) -> int | None:
    """Say something of one person, as a change of its own, kept at once.

    The answer is the number of the change; None where nothing had to be written.
    """
    with store.change("triage") as change:
        wrote = _write(store, today, person, saying)
        change.summary = _summary((person,), saying)
    return change.number if wrote else None


def take_back(store: Store, number: int | None) -> None:
    """Take an answer back that ``answer`` gave the number of."""
    if number is not None:
        changing.undo(store, number)


def _write(store: Store, today: date, person: PersonRef, saying: Saying) -> bool:
    """Write down what was said; False where that is written already.

    "Later" leaves a claim that there is as it is, "let go" the day and the reason
    of somebody who was let go before.
    """
    if saying is Saying.LET_GO:
        is_new = people.person(store, person.id).let_go_on is None
        if is_new:
            resting.leave_in_peace(store, person.id, today)
        return is_new
    before = claims.name(store, person.id)
    if saying is Saying.LATER:
        is_new = not before.claim and before.put_off_on != today
    else:
        is_new = before.claim != (saying.tier, today)
    if is_new:
        claims.say(store, person.id, saying.tier, today)
    return is_new


def _summary(found: Sequence[PersonRef], saying: Saying) -> str:
    who = listed(person.name for person in found)
    if saying is Saying.LET_GO:
        return f"Let go of {who}"
    if saying is Saying.LATER:
        return f"Put off {who}"
    return f"Claimed {who}: {saying.words}"


def _said(store: Store, person: PersonRef, saying: Saying) -> Said:
    tier = standings.standing(store, person.id).tier
    return Said(person, saying, claims.of(store, person.id), tier)
