"""What a day brings beside the picks: the agreed, the promised, the unanswered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from deepnet import birthdays
from deepnet.candidates import ASK_AFTER, WAITING
from deepnet.journal import seen
from deepnet.store import agenda, invitations
from deepnet.store import promises as owed
from deepnet.views.agenda import BirthdaySeen, Coming

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from deepnet.store import Store
    from deepnet.store.invitations import Invitation
    from deepnet.store.promises import Promise

AHEAD = timedelta(days=7)
"""A birthday is told so long before its day: time enough for a letter."""


def coming(
    store: Store,
    today: date,
    *,
    promised: Collection[int],
    congratulated: Collection[int],
) -> Coming:
    """All of it for ``today``.

    ``promised`` are the ids of people whose pick says what you promised them,
    ``congratulated`` those whose pick says that it is their birthday.
    """
    return Coming(
        arranged=tuple(map(seen.invitation, invitations.planned(store, today))),
        promises=tuple(map(seen.promise, _due(store, today, promised))),
        waiting=tuple(map(seen.invitation, _waiting(store, today))),
        birthdays=tuple(
            one
            for one in _birthdays(store, today)
            if one.day > today or one.person.id not in congratulated
        ),
    )


def _due(store: Store, today: date, promised: Collection[int]) -> list[Promise]:
    """The open promises whose day has come; of each pick without the one it says."""
    due = owed.due(store, today)
    told = {
        person: max(
            (one for one in due if one.mine and one.person.id == person),
            key=lambda one: (one.due or today, one.text),
            default=None,
        )
        for person in promised
    }
    return [one for one in due if one != told.get(one.person.id)]


def _waiting(store: Store, today: date) -> tuple[Invitation, ...]:
    """Invitations that may have been met with silence: proposed, never assumed."""
    return invitations.waiting(store, today, today - WAITING, today - ASK_AFTER)


def _birthdays(store: Store, today: date) -> list[BirthdaySeen]:
    """Birthdays of people already met, from today to a week ahead, soonest first."""
    days = [today + timedelta(days=ahead) for ahead in range(AHEAD.days + 1)]
    found = (
        BirthdaySeen(person, on, birthdays.turns(birthday, on))
        for person, birthday in agenda.born(store, today, days)
        if (on := birthdays.next_birthday(birthday, today)) in days
    )
    return sorted(found, key=lambda one: (one.day, one.person.name, one.person.id))
