"""Asking somebody for some time, and what they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import candidates, dates, reasons
from deepnet.errors.invitations import AnsweredBefore, NothingAsked
from deepnet.journal import seen, whom
from deepnet.store import conversations, histories, invitations, standings
from deepnet.store.invitations import Invitation
from deepnet.views.invitations import Answered, Invited, Rest

if TYPE_CHECKING:
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.model import Answer, History, PersonRef, Setting, Tier
    from deepnet.store import Store


def ask(
    store: Store,
    today: date,
    name: str,
    *,
    setting: Setting | None,
    planned: str | None,
    asked: str | None,
    they_asked: bool,
    choices: Choices,
) -> Invited:
    """Write down that you asked somebody, or that they did.

    ``planned`` is the day that was proposed, ``asked`` the day of the asking. One
    that waits for an answer already is replaced: to ask again is no second invitation.

    Raises:
        NotFound, Ambiguous: whom the name means is not certain.
        NoSuchDay: a day can't be read, or is on the wrong side of today.
    """
    day = dates.read_day(asked, today).day if asked else today
    with store.change("ask") as change:
        person = whom.look_up(store, name, choices=choices, today=today)
        said = Invitation(
            id=0,
            person=person,
            asked_on=day,
            by_them=they_asked,
            setting=setting,
            planned_for=dates.read_due(planned, day) if planned else None,
        )
        before = _waiting(store, person, by_them=they_asked)
        if before:
            said = said._replace(
                id=before.id,
                setting=setting or before.setting,
                planned_for=said.planned_for or before.planned_for,
            )
            invitations.change(store, said)
        else:
            said = said._replace(id=invitations.add(store, said))
        asking = f"{person.name} asked" if they_asked else f"Asked {person.name}"
        change.summary = f"{asking} on {dates.written(day)}"
    return Invited(seen.invitation(said), before.asked_on if before else None)


def _waiting(store: Store, person: PersonRef, *, by_them: bool) -> Invitation | None:
    """The latest invitation of one side that nothing came of yet."""
    latest = conversations.with_person(store, person.id, most=1)
    talked = latest[0].when.day if latest else None
    for one in invitations.with_person(store, person.id):
        open_still = one.answer is None and one.by_them is by_them
        if open_still and (talked is None or talked < one.asked_on):
            return one
    return None


def answer(
    store: Store,
    today: date,
    name: str,
    said: Answer,
    *,
    on: str | None,
    choices: Choices,
) -> Answered:
    """Note the answer to the latest invitation that waits for one.

    Raises:
        NotFound: nobody by that name, or nothing waits for an answer.
        Ambiguous: whom the name means is not certain.
        NoSuchDay: the day can't be read, or is still to come.
        UsageError: the answer is older than the invitation.
    """
    day = dates.read_day(on, today).day if on else today
    with store.change("answer") as change:
        person = whom.look_up(store, name, choices=choices)
        found = next(
            (
                one
                for one in invitations.with_person(store, person.id)
                if one.answer is None
            ),
            None,
        )
        if found is None:
            raise NothingAsked(person.name)
        if day < found.asked_on:
            raise AnsweredBefore(dates.written(found.asked_on), dates.written(day))
        now = found._replace(answer=said, answered_on=day)
        invitations.change(store, now)
        change.summary = f"{person.name}: {said} to the asking of " + dates.written(
            found.asked_on
        )
    past, tier = histories.of(store, person.id), standings.tier(store, person.id)
    return Answered(seen.invitation(now), rest(past, tier, today))


def rest(past: History, tier: Tier, today: date) -> Rest | None:
    """Until when somebody is not proposed after declined invitations, and why."""
    told = candidates.answers(
        past.asked,
        today=today,
        began_on=max((one.day for one in past.talks if one.they_asked), default=None),
        talked_on=max((one.day for one in past.talks), default=None),
    )
    until = told.rest_until(familiar=tier in candidates.FAMILIAR)
    if until is None or until <= candidates.monday(today):
        return None
    shown = None if until == candidates.FOR_GOOD else until
    return Rest(shown, reasons.declined(told))
