"""What is said about two entries for one person, and about somebody forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deepnet.model import PersonRef
    from deepnet.views.conversations import Moved
    from deepnet.views.people import PersonSeen


class FieldKept(NamedTuple):
    """One field of the person who stays; ``left_out`` is what the other had there."""

    field: str
    kept: str | None
    left_out: str | None


class Merged(NamedTuple):
    """Two entries that became one, or would where ``rehearsed``.

    ``aliases`` are new for the one who stays; ``brought`` counts by table what came
    over, ``once`` what both had. ``were_distinct`` where it was remembered that they
    are not the same. ``person`` is the one who stays, as a line of the list of people.
    """

    kept: PersonRef
    gone: PersonRef
    aliases: tuple[str, ...]
    fields: tuple[FieldKept, ...]
    brought: dict[str, int]
    once: dict[str, int]
    were_distinct: bool
    person: PersonSeen
    moved: tuple[Moved, ...]
    rehearsed: bool


class SetApart(NamedTuple):
    """Two people of whom it is remembered that they are not the same.

    ``known`` where it was before.
    """

    people: tuple[PersonRef, PersonRef]
    known: bool


class Evidence(NamedTuple):
    """Something that speaks for or against two entries being one person.

    ``kind`` is email, phone, profile, name, alias, call-name, similar, part, company,
    birthday or, against it, other-email and other-birthday; ``value`` is what they
    share, where that is one text.
    """

    kind: str
    value: str | None


class PersonLikely(NamedTuple):
    """One of two who may be the same."""

    id: int
    name: str
    company: str | None
    conversations: int


class PairSeen(NamedTuple):
    """Two entries that may be one person, first the one to keep, and why.

    ``certain`` where an address says so and the names allow it.
    """

    people: tuple[PersonLikely, PersonLikely]
    evidence: tuple[Evidence, ...]
    certain: bool


class PairsSeen(NamedTuple):
    """All such pairs, best first."""

    pairs: tuple[PairSeen, ...]


class Forgotten(NamedTuple):
    """Somebody who was erased for good, or would be where ``rehearsed``.

    ``gone`` counts rows by table; ``shared`` counts conversations with others, which
    stay. ``texts`` counts what else names them: where ``replaced``, "somebody" stands
    there now. ``elsewhere`` counts texts that still have a word of their name, and
    ``changes`` older changes that wrote of them. ``drafts`` and ``copies`` are files
    beside the journal that hold them: the drafts go, the copies where ``copies_gone``.
    ``left`` are names and addresses of theirs that are still in the bytes of the file.
    """

    person: PersonRef
    gone: dict[str, int]
    shared: int
    texts: int
    replaced: bool
    elsewhere: int
    changes: int
    drafts: tuple[str, ...]
    copies: tuple[str, ...]
    copies_gone: bool
    left: tuple[str, ...]
    rehearsed: bool


class Swept(NamedTuple):
    """A file that was written anew; its size in bytes before and after."""

    journal: str
    before: int
    after: int
