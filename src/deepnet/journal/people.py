"""Adding people, and changing what is written of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import birthdays, circles, identity, names, phones
from deepnet.errors.calls import NothingToChange
from deepnet.errors.people import NamelessPerson, NameTaken, UnreadableEmail
from deepnet.journal import listing, whom
from deepnet.plain import plain
from deepnet.store import circles as kept
from deepnet.store import configuration, people
from deepnet.store.people import Identifier
from deepnet.views.people import PersonChanged

if TYPE_CHECKING:
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.store import Store


class Details(NamedTuple):
    """What the flags say of a person; None says nothing, "" empties a field."""

    name: str | None = None
    aliases: tuple[str, ...] = ()
    not_aliases: tuple[str, ...] = ()
    company: str | None = None
    position: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    birthday: str | None = None
    office: str | None = None
    home: str | None = None
    tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()


def add(
    store: Store, today: date, name: str, details: Details, *, new: bool
) -> PersonChanged:
    """Write somebody down.

    Raises:
        Conflict: somebody has this name; ``new`` adds another all the same.
        UsageError: there is no name, or a detail can't be read.
    """
    name = plain(name)
    if not name:
        raise NamelessPerson
    with store.change("add") as change:
        taken = [
            named
            for named in people.named(store, names.lookup_keys(name))
            if names.fold(named.name) == names.fold(name)
        ]
        if taken and not new:
            raise NameTaken(name, tuple(map(names.describe, taken)))
        person = whom.add(store, name, today)
        _write(store, today, person.id, details)
        change.summary = f"Added {person.name}"
    done = (f"{person.name} is in the journal.",)
    return PersonChanged(listing.person(store, person.id), done)


def edit(
    store: Store, today: date, name: str, details: Details, *, choices: Choices
) -> PersonChanged:
    """Change what is written of somebody.

    Raises:
        NotFound, Ambiguous: whom the name means is not certain.
        UsageError: nothing to change, or a detail can't be read.
    """
    if details == Details():
        raise NothingToChange(name)
    with store.change("edit") as change:
        person = whom.look_up(store, name, choices=choices)
        _write(store, today, person.id, details)
        change.summary = f"Changed {person.name}"
    now = listing.person(store, person.id)
    return PersonChanged(now, (f"{now.name} is changed.",))


def _write(store: Store, today: date, person: int, details: Details) -> None:
    people.change(store, person, _fields(today, details))
    for alias in filter(None, map(plain, details.aliases)):
        people.add_alias(store, person, alias)
    for alias in details.not_aliases:
        people.drop_alias(store, person, plain(alias))
    for email in details.emails:
        people.add_identifier(store, person, email_identifier(email))
    region = configuration.value(store, "region")
    for phone in details.phones:
        people.add_identifier(store, person, phone_identifier(phone, region))
    for tag in details.tags:
        kept.add(store, person, circles.tidied(tag))
    for tag in details.not_tags:
        kept.drop(store, person, circles.key(tag))


def _fields(today: date, details: Details) -> dict[str, str | None]:
    said = {
        "company": details.company,
        "position": details.position,
        "office": details.office,
        "home": details.home,
    }
    fields = {
        key: plain(text) or None for key, text in said.items() if text is not None
    }
    if details.name is not None:
        if not plain(details.name):
            raise NamelessPerson
        fields["name"] = plain(details.name)
    if details.birthday is not None:
        fields["birthday"] = (
            birthdays.read_birthday(details.birthday, today)
            if details.birthday
            else None
        )
    return fields


def email_identifier(said: str) -> Identifier:
    """An email as typed, and the key by which it is found.

    Raises:
        UsageError: it is no email.
    """
    address = plain(said)
    before, at, domain = address.partition("@")
    if not before or not at or "." not in domain or " " in address:
        raise UnreadableEmail(said)
    return Identifier("email", address, identity.email_key(address))


def phone_identifier(said: str, region: str | None) -> Identifier:
    """A phone number as typed, and the key by which it is found."""
    number = plain(said)
    return Identifier("phone", number, phones.phone_key(number, region) or number)
