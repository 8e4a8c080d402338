"""One person, whole, and why they stand where they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import birthdays, scoring, standing
from deepnet.journal import inviting, seen, whom
from deepnet.model import Facet, Side
from deepnet.store import (
    circles,
    claims,
    conversations,
    histories,
    invitations,
    people,
    standings,
)
from deepnet.store import promises as owed
from deepnet.views.people import Compared, JobSeen, PersonShown, Portrait, Why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.model import PersonRef
    from deepnet.store import Store
    from deepnet.store.conversations import Fact


def show(store: Store, today: date, name: str, *, choices: Choices) -> PersonShown:
    """All that the journal holds of somebody."""
    person = whom.look_up(store, name, choices=choices)
    return PersonShown(today, _portrait(store, today, person))


def _portrait(store: Store, today: date, ref: PersonRef) -> Portrait:
    person = people.person(store, ref.id)
    addresses = people.identifiers(store, ref.id)
    kept = standings.standing(store, ref.id)
    facts = conversations.facts_about(store, ref.id)
    past = conversations.with_person(store, ref.id)
    birthday = person.birthday
    return Portrait(
        id=person.id,
        name=person.name,
        aliases=person.aliases,
        company=person.company,
        position=person.position,
        tags=circles.tags(store, ref.id),
        emails=tuple(a.value for a in addresses if a.kind == "email"),
        phones=tuple(a.value for a in addresses if a.kind == "phone"),
        profiles=tuple(a.value for a in addresses if a.kind == "profile"),
        birthday=birthday,
        next_birthday=birthdays.next_birthday(birthday, today) if birthday else None,
        office=person.office,
        home=person.home,
        connected_on=people.connected_on(store, ref.id),
        let_go_on=person.let_go_on,
        let_go_because=person.let_go_because,
        snoozed_until=person.snoozed_until,
        tier=kept.tier,
        score=kept.score,
        last=past[0].when.day if past else None,
        jobs=tuple(JobSeen(*job) for job in people.jobs(store, ref.id)),
        facts=tuple(map(seen.fact, facts)),
        blanks=blanks(facts),
        conversations=seen.talks(store, past),
        promises=tuple(map(seen.promise, owed.with_person(store, ref.id))),
        invitations=tuple(map(seen.invitation, invitations.with_person(store, ref.id))),
        claim=claims.of(store, ref.id),
    )


def blanks(facts: tuple[Fact, ...]) -> tuple[Facet, ...]:
    """The sides of who they are of which nothing is known."""
    known = {fact.facet for fact in facts}
    return tuple(
        facet for facet in Facet if facet.side is Side.ARE and facet not in known
    )


def compare(
    store: Store, today: date, names: Sequence[str], *, choices: Choices
) -> Compared:
    """The scores of several people, part beside part."""
    return Compared(tuple(why(store, today, name, choices=choices) for name in names))


def why(store: Store, today: date, name: str, *, choices: Choices) -> Why:
    """Somebody's score, part by part, worked out from the whole history."""
    person = whom.look_up(store, name, choices=choices)
    past = histories.of(store, person.id)
    earned = standing.standing(past)
    return Why(
        person=person,
        tier=earned.tier,
        score=earned.score,
        parts=earned.parts,
        missing=earned.missing,
        range=standing.score_range(past),
        ask=standing.best_question(past),
        quiet_days=scoring.quiet_days(past, today),
        freshness=round(scoring.freshness(past, today), 2),
        rest=inviting.rest(past, earned.tier, today),
    )
