"""Promises that were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates, names
from deepnet.errors.facts import NoSuchPromise, SeveralPromises
from deepnet.journal import seen, whom
from deepnet.store import conversations
from deepnet.views.people import PromiseDone

if TYPE_CHECKING:
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.store import Store
    from deepnet.store.conversations import Promise


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
        conversations.keep_promise(store, promise.id, day)
        change.summary = f"Kept a promise, {person.name}: {promise.text}"
    return PromiseDone(seen.promise(promise._replace(kept_on=day)))


def _open(store: Store, person: int, name: str, words: str) -> Promise:
    wanted = names.fold(words).split()
    found = [
        promise
        for promise in conversations.promises_with(store, person)
        if promise.kept_on is None
        and all(word in names.fold(promise.text) for word in wanted)
    ]
    if not found:
        raise NoSuchPromise(name, words)
    if len(found) > 1:
        raise SeveralPromises(name, tuple(promise.text for promise in found))
    return found[0]
