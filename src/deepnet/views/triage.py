"""What is said about names: whom to ask about, and what was said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deepnet.model import Claim, PersonRef, Tier
    from deepnet.triage import Name, Saying


class ToAsk(NamedTuple):
    """Names to be asked about, in their order.

    ``to_ask`` counts all of them, those beyond the list too. ``claimed`` counts the
    people with a claim, ``put_off`` those who wait.
    """

    names: tuple[Name, ...]
    to_ask: int
    claimed: int
    put_off: int


class Turn(NamedTuple):
    """One name of a sitting: ``number`` of ``of``."""

    number: int
    of: int
    name: Name


class Said(NamedTuple):
    """What was said of somebody; ``tier`` is what the journal shows of them."""

    person: PersonRef
    as_: Saying
    claim: Claim | None
    tier: Tier


class Triaged(NamedTuple):
    """What was said of some people, and how many are still to be asked about."""

    said: tuple[Said, ...]
    to_ask: int


class Answers(NamedTuple):
    """Of how many people the same was said."""

    as_: Saying
    people: int


class Sitting(NamedTuple):
    """A sitting that has ended: its answers by kind, and how many names are left."""

    answers: tuple[Answers, ...]
    to_ask: int
