"""Who may be in the journal twice; nothing is ever merged here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import duplicates
from deepnet.journal import listing
from deepnet.store import duplicates as found
from deepnet.views.merging import Evidence, PairSeen, PairsSeen, PersonLikely

if TYPE_CHECKING:
    from datetime import date

    from deepnet.store import Store


def pairs(store: Store, today: date, wanted: listing.Filter) -> PairsSeen:
    """Entries that may be one person, best first, with what speaks for it.

    Of each pair at least one is in the list that ``wanted`` describes, so two who
    were let go are left in peace here, too; and so are those of whom somebody said
    that they are not the same.
    """
    listed = {person.id for person in listing.listed(store, today, wanted).people}
    return PairsSeen(
        tuple(
            _seen(pair)
            for pair in duplicates.find(found.entries(store), found.apart(store))
            if pair.one.id in listed or pair.other.id in listed
        )
    )


def _seen(pair: duplicates.Pair) -> PairSeen:
    return PairSeen(
        people=(_likely(pair.one), _likely(pair.other)),
        evidence=tuple(Evidence(*sign) for sign in pair.signs),
        certain=pair.certain,
    )


def _likely(entry: duplicates.Entry) -> PersonLikely:
    return PersonLikely(entry.id, entry.name, entry.company, entry.conversations)
