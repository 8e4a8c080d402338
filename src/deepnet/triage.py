"""What one would say of a name, and about whom to ask first.

Pure: it must not know a clock, a file, the store or a terminal.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deepnet.model import Claim, PersonRef

PUT_OFF = timedelta(days=30)
"""Somebody put off is asked about again after so long."""


class Saying(StrEnum):
    """What one would say of a name. All but the last two are a claim."""

    NAME_ONLY = "name-only"
    EVENTS = "events"
    WORKED_WITH = "worked-with"
    KNOW_WELL = "know-well"
    LET_GO = "let-go"
    LATER = "later"

    @property
    def tier(self) -> Tier | None:
        """The tier that is claimed; None where nothing is."""
        return _CLAIMS.get(self)

    @property
    def words(self) -> str:
        """The answer as a reader sees it."""
        return "met at events" if self is Saying.EVENTS else self.replace("-", " ")

    @classmethod
    def of(cls, tier: Tier) -> Saying:
        """What claims this tier; KeyError for one that nobody can claim."""
        return {claimed: saying for saying, claimed in _CLAIMS.items()}[tier]


_CLAIMS = {
    Saying.NAME_ONLY: Tier.NAME,
    Saying.EVENTS: Tier.EVENT,
    Saying.WORKED_WITH: Tier.ACQUAINTED,
    Saying.KNOW_WELL: Tier.KNOWN,
}


class Name(NamedTuple):
    """Somebody as far as it takes to be asked about them.

    ``near`` is whether they, or others of their company, are in an area of the
    user's. ``put_off_on`` is the day on which the answer was "later".
    """

    person: PersonRef
    company: str | None = None
    position: str | None = None
    office: str | None = None
    home: str | None = None
    near: bool = False
    connected_on: date | None = None
    conversations: int = 0
    last: date | None = None
    claim: Claim | None = None
    put_off_on: date | None = None

    def is_waiting(self, today: date) -> bool:
        """Whether they were put off a short while ago."""
        return self.put_off_on is not None and today - self.put_off_on < PUT_OFF


def to_ask(names: Iterable[Name], today: date) -> list[Name]:
    """Those without a claim, by promise: who is near, then who connected lately.

    After those come people of whom the journal has a conversation, then the names
    that were added first. Who was put off waits for thirty days.
    """
    wanted = (one for one in names if not one.claim and not one.is_waiting(today))
    return sorted(wanted, key=_by_promise)


def _by_promise(name: Name) -> tuple[bool, int, bool, int]:
    since = (name.connected_on or date.min).toordinal()
    return not name.near, -since, not name.conversations, name.person.id


def to_ask_again(names: Iterable[Name], today: date) -> list[Name]:
    """Those with a claim of an earlier day, the oldest claim first."""
    dated = ((one.claim.on, one.person.id, one) for one in names if one.claim)
    return [one for on, _, one in sorted(dated, key=_oldest) if on < today]


def _oldest(dated: tuple[date, int, Name]) -> tuple[date, int]:
    return dated[:2]
