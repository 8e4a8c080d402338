"""Rows of the store as the views that people and scripts read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.store import conversations
from deepnet.store import promises as owed
from deepnet.views.conversations import ConversationSeen, FactSeen, PromiseSeen
from deepnet.views.invitations import InvitationSeen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deepnet.store import Store
    from deepnet.store.conversations import Conversation, Fact
    from deepnet.store.invitations import Invitation
    from deepnet.store.promises import Promise


def fact(row: Fact) -> FactSeen:
    """A fact as it is shown."""
    return FactSeen(row.person, row.facet, row.text, row.day)


def promise(row: Promise) -> PromiseSeen:
    """A promise as it is shown."""
    return PromiseSeen(row.id, row.person, row.text, row.mine, row.due, row.kept_on)


def invitation(row: Invitation) -> InvitationSeen:
    """An invitation as it is shown."""
    return InvitationSeen(*row)


def conversation(store: Store, row: Conversation) -> ConversationSeen:
    """A conversation as it is shown, with what came of it."""
    return talks(store, [row])[0]


def talks(store: Store, rows: Sequence[Conversation]) -> tuple[ConversationSeen, ...]:
    """Conversations as they are shown, each with what came of it."""
    numbers = [row.id for row in rows]
    facts = conversations.facts_from(store, numbers)
    promises = owed.from_conversations(store, numbers)
    return tuple(
        _talk(row, facts.get(row.id, ()), promises.get(row.id, ())) for row in rows
    )


def _talk(
    row: Conversation, facts: Sequence[Fact], promises: Sequence[Promise]
) -> ConversationSeen:
    return ConversationSeen(
        id=row.id,
        day=row.when.day,
        precision=row.when.precision,
        clock=row.when.clock,
        setting=row.setting,
        depth=row.depth,
        minutes=row.minutes,
        place=row.place,
        text=row.text,
        others=row.others,
        they_asked=row.they_asked,
        people=row.people,
        facts=tuple(map(fact, facts)),
        promises=tuple(map(promise, promises)),
    )
