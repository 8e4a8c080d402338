"""Leaving people in peace: for good, with thanks, or for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.errors import NoSuchDay
from deepnet.errors.calls import UntilOrFor
from deepnet.errors.days import UnreadableLength
from deepnet.journal import listing, whom
from deepnet.model import THANKS
from deepnet.store import people
from deepnet.store import promises as owed
from deepnet.views.people import PersonChanged

if TYPE_CHECKING:
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.store import Store


def let_go(
    store: Store,
    today: date,
    name: str,
    *,
    because: str | None,
    thanks: bool,
    choices: Choices,
) -> PersonChanged:
    """Thank somebody and leave them in peace, for good.

    They stay findable, and come back by themselves when a conversation with them
    is logged.
    """
    with store.change("let-go") as change:
        person = whom.look_up(store, name, choices=choices)
        leave_in_peace(store, person.id, today, because)
        done = [f"{person.name} is left in peace, and won't be proposed again."]
        if thanks:
            owed.add(store, person.id, THANKS, made_on=today, due=today)
            done.append(f"To do: {THANKS}.")
        change.summary = f"Let go of {person.name}"
    return PersonChanged(listing.person(store, person.id), tuple(done))


def leave_in_peace(
    store: Store, number: int, today: date, because: str | None = None
) -> None:
    """Let somebody go as of today; call it inside a change."""
    fields = {"let_go_on": today.isoformat(), "let_go_because": because}
    people.change(store, number, fields)


def snooze(
    store: Store,
    today: date,
    name: str,
    *,
    until: str | None,
    length: str | None,
    choices: Choices,
) -> PersonChanged:
    """Don't propose somebody before the day ``until``, or for a ``length`` of time.

    Raises:
        NotFound, Ambiguous: whom the name means is not certain.
        NoSuchDay: the day or the time can't be read, or the day has passed.
        UsageError: not just one of the two was said.
    """
    day = _end(today, until, length)
    with store.change("snooze") as change:
        person = whom.look_up(store, name, choices=choices)
        people.change(store, person.id, {"snoozed_until": day.isoformat()})
        change.summary = f"Snoozed {person.name} until {dates.written(day)}"
    done = f"{person.name} won't be proposed before {dates.written(day)}."
    if day <= today:
        done = f"{person.name} may be proposed again."
    return PersonChanged(listing.person(store, person.id), (done,))


def _end(today: date, until: str | None, length: str | None) -> date:
    """The day on which a rest ends: the one that was said, or so long from today."""
    if until is not None and length is None:
        return dates.read_due(until, today)
    if length is None or until is not None:
        raise UntilOrFor
    try:
        return dates.read_due(f"in {length}", today)
    except NoSuchDay:
        raise UnreadableLength(length) from None
