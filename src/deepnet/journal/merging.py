"""Two entries for one person become one, or are remembered as two people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import identity, names
from deepnet.errors.merging import SamePerson
from deepnet.journal import listing, whom
from deepnet.journal.moving import Movement
from deepnet.store import backups, conversations, imports, merging, people
from deepnet.views.merging import FieldKept, Merged, SetApart

if TYPE_CHECKING:
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.model import Person, PersonRef
    from deepnet.store import Store

_FREE = ("birthday", "office", "home", "snoozed_until")
"""Fields of which each stands for itself: ours, else theirs."""

_WORK = ("company", "position")


class Pair(NamedTuple):
    """Two people: the one who stays, and the one who goes into them."""

    kept: PersonRef
    gone: PersonRef


def pair(store: Store, kept: str, gone: str, *, choices: Choices) -> Pair:
    """The two people whom these names mean.

    Raises:
        NotFound, Ambiguous: whom a name means is not certain.
        UsageError: both mean the same person.
    """
    both = Pair(
        whom.look_up(store, kept, choices=choices),
        whom.look_up(store, gone, choices=choices),
    )
    if both.kept.id == both.gone.id:
        raise SamePerson(both.kept.name)
    return both


def merge(store: Store, today: date, both: Pair, *, rehearse: bool = False) -> Merged:
    """Make one entry of two; ``rehearse`` only says what would be kept.

    Where both say something of the same field, the one who stays is right, and what
    the other did for a living becomes an earlier job. They are let go only if both
    were.
    """
    kept, gone = both
    if not rehearse:
        backups.before(store, "merge")
    with store.change("merge", rehearse=rehearse) as change:
        ours, theirs = people.person(store, kept.id), people.person(store, gone.id)
        movement = Movement(store, _who_see_it(store, both))
        were_distinct = merging.are_distinct(store, kept.id, gone.id)
        merging.added_earlier(store, gone.id, kept.id)
        counts = merging.move(store, gone.id, kept.id)
        now = _fields(store, today, ours, theirs)
        people.change(store, kept.id, now)
        moved = movement.moved()
        change.summary = f"Merged {gone.name} into {kept.name}"
        return Merged(
            kept=kept,
            gone=gone,
            aliases=people.aliases(store, kept.id)[len(ours.aliases) :],
            fields=tuple(_kept(ours, theirs, now)),
            brought={_key(kind): n.came for kind, n in counts.items() if n.came},
            once={_key(kind): n.once for kind, n in counts.items() if n.once},
            were_distinct=were_distinct,
            person=listing.person(store, kept.id),
            moved=moved,
            rehearsed=rehearse,
        )


def _key(table: str) -> str:
    """What the rows of a table are called in an answer."""
    return "conversations" if table == "participants" else table


def set_apart(store: Store, both: Pair) -> SetApart:
    """Remember that two people are not the same, so that nobody suggests it again."""
    with store.change("merge") as change:
        known = merging.are_distinct(store, both.kept.id, both.gone.id)
        merging.set_apart(store, both.kept.id, both.gone.id)
        change.summary = f"{both.kept.name} and {both.gone.name} are not the same"
    return SetApart((both.kept, both.gone), known)


def _who_see_it(store: Store, both: Pair) -> list[PersonRef]:
    """Whoever was at a conversation with both has one person less for company."""
    talks = [
        {talk.id: talk.people for talk in conversations.with_person(store, one.id)}
        for one in both
    ]
    present = {
        person
        for number in talks[0].keys() & talks[1].keys()
        for person in talks[0][number]
    }
    return [both.kept, *sorted(present - set(both))]


def _fields(
    store: Store, today: date, ours: Person, theirs: Person
) -> dict[str, str | None]:
    """What the fields of the one who stays become."""
    now: dict[str, str | None] = {
        field: _text(ours, field) or _text(theirs, field) for field in _FREE
    }
    now["birthday"] = _birthday(ours.birthday, theirs.birthday)
    now |= _work(store, today, ours, theirs)
    if not (ours.let_go_on and theirs.let_go_on):
        now |= {"let_go_on": None, "let_go_because": None}
    return now


def _birthday(ours: str | None, theirs: str | None) -> str | None:
    """Ours, but of one day with and without a year the one that says more."""
    if ours and theirs and identity.same_day(ours, theirs):
        return max(ours, theirs, key=len)
    return ours or theirs


def _work(
    store: Store, today: date, ours: Person, theirs: Person
) -> dict[str, str | None]:
    """Company and position go together: nobody is made Zeta's buyer at Acme."""
    mine, other = (ours.company, ours.position), (theirs.company, theirs.position)
    both = list(zip(mine, other, strict=True))
    if all(not (one and two) or _same(one, two) for one, two in both):
        return dict(zip(_WORK, (one or two for one, two in both), strict=True))
    known = {(job[0], job[1]) for job in people.jobs(store, ours.id)}
    if other not in known:
        imports.add_job(store, ours.id, *other, today)
    return dict(zip(_WORK, mine, strict=True))


def _same(one: str | None, other: str | None) -> bool:
    return names.fold(one or "") == names.fold(other or "")


def _text(person: Person, field: str) -> str | None:
    said = getattr(person, field)
    return str(said) if said else None


def _kept(ours: Person, theirs: Person, now: dict[str, str | None]) -> list[FieldKept]:
    """Each field of which one of the two says something, in the order of a portrait."""
    order = ("company", "position", "birthday", "office", "home")
    last = ("snoozed_until", "let_go_on")
    found = []
    for field in (*order, *last):
        ours_said, other = _text(ours, field), _text(theirs, field)
        kept = now.get(field, ours_said)
        if kept or other or ours_said:
            dropped = other if not _same(other, kept) else None
            if field == "let_go_on" and not kept:
                dropped = ours_said or other
            found.append(FieldKept(field, kept, dropped))
    return found
