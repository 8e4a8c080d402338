"""Everything that the journal holds of people, as the score sees it."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from deepnet.model import Depth, Facet, History, Learnt, Setting, Talk
from deepnet.store import invitations
from deepnet.store.these import THESE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from deepnet.store import Store


def of(store: Store, person: int) -> History:
    """The history of one person."""
    return of_people(store, [person])[person]


def of_people(store: Store, people: Collection[int]) -> dict[int, History]:
    """The histories of some people, read together; of a crowd, a part at a time."""
    these = json.dumps(list(people))
    talks = _talks(store, these)
    learnt = _learnt(store, these)
    asked = invitations.of_people(store, people)
    kept = _kept(store, these)
    return {
        person: History(
            talks=tuple(talks.get(person, ())),
            learnt=tuple(learnt.get(person, ())),
            asked=tuple(asked.get(person, ())),
            kept_mine=kept.get(person, (0, 0))[0],
            kept_theirs=kept.get(person, (0, 0))[1],
        )
        for person in people
    }


def _talks(store: Store, these: str) -> dict[int, list[Talk]]:
    found: dict[int, list[Talk]] = defaultdict(list)
    rows = store.rows(
        "SELECT person_id, day, setting, depth, minutes, others, they_asked, "
        "conversations.id FROM participants JOIN conversations "
        "ON conversations.id = conversation_id "
        f"WHERE person_id IN {THESE} ORDER BY day, conversations.id",
        these,
    )
    present = _present(store, json.dumps(list({row["id"] for row in rows})))
    for row in rows:
        found[row["person_id"]].append(_talk(row, present[row["id"]] - 1))
    return found


def _present(store: Store, conversations: str) -> dict[int, int]:
    """How many were named in each of these conversations."""
    rows = store.rows(
        "SELECT conversation_id, count(*) FROM participants "
        f"WHERE conversation_id IN {THESE} GROUP BY conversation_id",
        conversations,
    )
    return {row[0]: row[1] for row in rows}


def _talk(row: sqlite3.Row, named: int) -> Talk:
    return Talk(
        day=date.fromisoformat(row["day"]),
        setting=Setting(row["setting"]) if row["setting"] else None,
        depth=None if row["depth"] is None else Depth(row["depth"]),
        minutes=row["minutes"],
        others=_company(named, row["others"]),
        they_asked=bool(row["they_asked"]),
        conversation=row["id"],
    )


def _company(named: int, others: int | None) -> int | None:
    """How many were there beside the two of you.

    Not said is not known for one person alone; several who were named are company
    that was said.
    """
    if others is None:
        return named or None
    return named + others


def _learnt(store: Store, these: str) -> dict[int, list[Learnt]]:
    found: dict[int, list[Learnt]] = defaultdict(list)
    for person, day, facet, conversation in store.rows(
        "SELECT person_id, day, facet, conversation_id FROM facts "
        f"WHERE person_id IN {THESE} AND facet IS NOT NULL ORDER BY day, id",
        these,
    ):
        learnt = Learnt(date.fromisoformat(day), Facet(facet), conversation)
        found[person].append(learnt)
    return found


def _kept(store: Store, these: str) -> dict[int, tuple[int, int]]:
    """How many promises were kept, by the user and by them."""
    rows = store.rows(
        "SELECT person_id, count(*) FILTER (WHERE mine), "
        "count(*) FILTER (WHERE NOT mine) FROM promises "
        f"WHERE person_id IN {THESE} AND kept_on IS NOT NULL GROUP BY person_id",
        these,
    )
    return {row[0]: (row[1], row[2]) for row in rows}
