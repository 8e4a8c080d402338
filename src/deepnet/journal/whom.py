"""Whom somebody means by a name: looked up, and asked about where it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import circles, names
from deepnet.errors import Ambiguous, NotFound
from deepnet.journal import circling
from deepnet.model import PersonRef
from deepnet.store import people

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deepnet.model import Named
    from deepnet.store import Store


class Choices:
    """What only a person can decide. This form decides nothing and refuses.

    A terminal brings one that asks.
    """

    def which(self, problem: Ambiguous, candidates: Sequence[Named]) -> Named | None:
        """Which of the candidates is meant; None for none of them."""
        del candidates
        raise problem

    def is_new(self, name: str, problem: NotFound) -> bool:
        """Whether somebody whom nobody knows is to be written down."""
        del name
        raise problem

    def whose(self, text: str, present: Sequence[PersonRef]) -> PersonRef | None:
        """To which of several people something belongs; None if that stays open."""
        del text, present
        return None


def look_up(
    store: Store, said: str, *, choices: Choices, today: date | None = None
) -> PersonRef:
    """The person whom ``said`` names: a name, an alias, a part, an email, or @id.

    A circle, "#bookclub", names somebody where it has one person only. With ``today``,
    somebody whom nobody knows can be added, if the choices say so.

    Raises:
        NotFound: nobody by that name; the hint has names like it.
        Ambiguous: several; the candidates are listed.
    """
    try:
        named = _meant(store, said)
    except names.SeveralPeople as problem:
        chosen = choices.which(problem, problem.people)
        if chosen is None:
            raise
        named = chosen
    except NotFound:
        if circles.is_marked(said):
            raise
        unknown = nobody(store, said)
        if today and said.strip() and choices.is_new(said, unknown):
            return add(store, said, today)
        raise unknown from None
    return PersonRef(named.id, named.name)


def look_up_all(
    store: Store, said: str, *, choices: Choices, today: date | None = None
) -> list[PersonRef]:
    """Everybody whom ``said`` names: all of a circle, "#bookclub", or one person.

    Whoever was let go is left out of a circle. For a name, see ``look_up``.

    Raises:
        NotFound: nobody by that name, no such circle, or nobody left in it.
        Ambiguous: a name that fits several; the candidates are listed.
    """
    if circles.is_marked(said):
        return [
            PersonRef(named.id, named.name) for named in circling.people(store, said)
        ]
    return [look_up(store, said, choices=choices, today=today)]


def _meant(store: Store, said: str) -> Named:
    """The one person whom an email, @id, a circle of one, or a name finds."""
    word = said.strip()
    if circles.is_marked(word):
        return _only(word, circling.people(store, word))
    if "@" in word[1:]:
        with_email = _with_email(store, word)
        if with_email:
            return _only(said, with_email)
    if word.startswith("@") and word[1:].isdigit():
        return names.resolve(said, people.by_numbers(store, [int(word[1:])]))
    return names.resolve(said, people.named(store, names.lookup_keys(said)))


def _only(said: str, found: Sequence[Named]) -> Named:
    if len(found) > 1:
        raise names.SeveralPeople(said, found)
    return found[0]


def _with_email(store: Store, word: str) -> list[Named]:
    from deepnet import identity  # noqa: PLC0415 - few people are named by email

    key = identity.email_key(word)
    return people.by_numbers(store, people.with_key(store, "email", key))


def nobody(store: Store, said: str) -> NotFound:
    """The error for a name that nobody has, with the names that are like it."""
    try:
        names.resolve(said, ())
    except NotFound as plain:
        similar = names.suggest(said, people.everybody(store))
        return names.Nobody(said, similar) if similar else plain
    raise LookupError(said)


def add(store: Store, name: str, today: date) -> PersonRef:
    """Write somebody down under a tidied name."""
    tidy = names.tidy(name)
    return PersonRef(people.add(store, tidy, today=today), tidy)
