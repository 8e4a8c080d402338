"""Promises: made between lunches, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import capture, dates, names
from deepnet.errors.facts import NoSuchPromise, SeveralPromises
from deepnet.journal import seen, whom
from deepnet.store import promises as owed
from deepnet.views.conversations import PromiseSeen
from deepnet.views.people import PromiseDone, PromiseMade

if TYPE_CHECKING:
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.store import Store
    from deepnet.store.promises import Promise


def promise(
    store: Store,
    today: date,
    name: str,
    text: str,
    *,
    by: str | None,
    theirs: bool,
    choices: Choices,
) -> PromiseMade:
    """Write down something that you promised somebody, or they you.

    ``by`` is its day; without it "send the book by friday" says so itself.

    Raises:
        NotFound, Ambiguous: whom the name means is not certain.
        UsageError: the promise has no words.
        NoSuchDay: the day can't be read, or has passed.
    """
    said = capture.read_promise(text, (), today)
    due = dates.read_due(by, today) if by else said.due
    with store.change("promise") as change:
        person = whom.look_up(store, name, choices=choices, today=today)
        number = owed.add(
            store, person.id, said.text, made_on=today, due=due, mine=not theirs
        )
        change.summary = (
            f"{person.name} promised: {said.text}"
            if theirs
            else f"Promised {person.name}: {said.text}"
        )
        made = PromiseSeen(number, person, said.text, not theirs, due, None)
        return PromiseMade(made)


def done(
    store: Store,
    today: date,
    name: str,
    words: str,
    *,
    on: str | None,
    choices: Choices,
) -> PromiseDone:
    """Note that the open promise with somebody that has these words was kept.

    Raises:
        NotFound: nobody by that name, or no such open promise.
        Ambiguous: several people or several promises; they are listed.
    """
    day = dates.read_day(on, today).day if on else today
    with store.change("done") as change:
        person = whom.look_up(store, name, choices=choices)
        promise = _open(store, person.id, person.name, words)
        owed.keep(store, promise.id, day)
        change.summary = f"Kept a promise, {person.name}: {promise.text}"
    return PromiseDone(seen.promise(promise._replace(kept_on=day)))


def _open(store: Store, person: int, name: str, words: str) -> Promise:
    wanted = names.fold(words).split()
    found = [
        promise
        for promise in owed.with_person(store, person)
        if promise.kept_on is None
        and all(word in names.fold(promise.text) for word in wanted)
    ]
    if not found:
        raise NoSuchPromise(name, words)
    if len(found) > 1:
        raise SeveralPromises(name, tuple(promise.text for promise in found))
    return found[0]
