"""Conversations, who was there, and the facts that came of them."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Depth, Facet, PersonRef, Precision, Setting, When
from deepnet.store.these import THESE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from deepnet.store import Store


class Fact(NamedTuple):
    """Something learnt about somebody; ``facet`` is None for how you met and notes."""

    id: int
    person: PersonRef
    facet: Facet | None
    text: str
    day: date
    conversation: int | None


class Conversation(NamedTuple):
    """One time spent with people; None is what was not said."""

    id: int
    when: When
    setting: Setting | None
    depth: Depth | None
    minutes: int | None
    place: str | None
    text: str
    others: int | None
    they_asked: bool
    people: tuple[PersonRef, ...]


_COLUMNS = (
    "SELECT id, day, precision, clock, setting, depth, minutes, place, text, others, "
    "they_asked FROM conversations "
)
_FACTS = (
    "SELECT facts.id, person_id, people.name, facet, text, day, conversation_id "
    "FROM facts JOIN people ON people.id = person_id "
)


def _conversations(
    store: Store, rows: Sequence[sqlite3.Row]
) -> tuple[Conversation, ...]:
    there = _participants(store, [row["id"] for row in rows])
    return tuple(_conversation(row, there[row["id"]]) for row in rows)


def _conversation(row: sqlite3.Row, people: Sequence[PersonRef]) -> Conversation:
    return Conversation(
        id=row["id"],
        when=When(
            date.fromisoformat(row["day"]), Precision(row["precision"]), row["clock"]
        ),
        setting=Setting(row["setting"]) if row["setting"] else None,
        depth=None if row["depth"] is None else Depth(row["depth"]),
        minutes=row["minutes"],
        place=row["place"],
        text=row["text"],
        others=row["others"],
        they_asked=bool(row["they_asked"]),
        people=tuple(people),
    )


def _fact(row: sqlite3.Row) -> Fact:
    return Fact(
        id=row[0],
        person=PersonRef(row[1], row[2]),
        facet=Facet(row[3]) if row[3] else None,
        text=row[4],
        day=date.fromisoformat(row[5]),
        conversation=row[6],
    )


def participants(store: Store, number: int) -> tuple[PersonRef, ...]:
    """Who was there, in the order in which they were named."""
    return tuple(_participants(store, [number])[number])


def _participants(
    store: Store, numbers: Sequence[int]
) -> defaultdict[int, list[PersonRef]]:
    """Who was there, by conversation."""
    there: defaultdict[int, list[PersonRef]] = defaultdict(list)
    for conversation, person, name in store.rows(
        "SELECT conversation_id, people.id, people.name FROM participants "
        f"JOIN people ON people.id = person_id WHERE conversation_id IN {THESE} "
        "ORDER BY participants.id",
        json.dumps(numbers),
    ):
        there[conversation].append(PersonRef(person, name))
    return there


def conversation(store: Store, number: int) -> Conversation | None:
    """The conversation with that id, or None."""
    row = store.row(_COLUMNS + "WHERE id = ?", number)
    return _conversations(store, [row])[0] if row else None


def last_logged(store: Store) -> int | None:
    """The id of the conversation that was written down last."""
    number: int | None = store.value("SELECT max(id) FROM conversations")
    return number


def with_person(
    store: Store, number: int, *, most: int | None = None
) -> tuple[Conversation, ...]:
    """Conversations with somebody, latest first."""
    rows = store.rows(
        _COLUMNS + "WHERE id IN (SELECT conversation_id FROM participants "
        "WHERE person_id = ?) ORDER BY day DESC, id DESC LIMIT ?",
        number,
        -1 if most is None else most,
    )
    return _conversations(store, rows)


def between(store: Store, first: date, last: date) -> tuple[Conversation, ...]:
    """All conversations from the day ``first`` to the day ``last``, both included."""
    rows = store.rows(
        _COLUMNS + "WHERE day BETWEEN ? AND ? ORDER BY day, id",
        first.isoformat(),
        last.isoformat(),
    )
    return _conversations(store, rows)


def same_again(
    store: Store, when: When, text: str, people: Sequence[int]
) -> int | None:
    """A conversation with the same day, words and people, logged before."""
    rows = store.rows(
        "SELECT id FROM conversations WHERE day = ? AND text = ? ORDER BY id",
        when.day.isoformat(),
        text,
    )
    for (number,) in rows:
        if {person.id for person in participants(store, number)} == set(people):
            return int(number)
    return None


def add(store: Store, said: Conversation) -> int:
    """Write a conversation down (its ``id`` is not looked at); the new id."""
    number = store.insert(
        "INSERT INTO conversations (day, precision, clock, setting, depth, minutes, "
        "place, text, others, they_asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *_values(said),
    )
    store.run_many(_JOIN, [(number, person.id) for person in said.people])
    return number


def change(store: Store, now: Conversation) -> None:
    """Make the stored conversation say what ``now`` says."""
    store.run(
        "UPDATE conversations SET day = ?, precision = ?, clock = ?, setting = ?, "
        "depth = ?, minutes = ?, place = ?, text = ?, others = ?, they_asked = ? "
        "WHERE id = ?",
        *_values(now),
        now.id,
    )
    before = {person.id for person in participants(store, now.id)}
    after = {person.id for person in now.people}
    for gone in sorted(before - after):
        store.run(
            "DELETE FROM participants WHERE conversation_id = ? AND person_id = ?",
            now.id,
            gone,
        )
    come = [(now.id, p.id) for p in now.people if p.id not in before]
    store.run_many(_JOIN, come)


def _values(said: Conversation) -> tuple[object, ...]:
    return (
        said.when.day.isoformat(),
        said.when.precision,
        said.when.clock,
        said.setting,
        None if said.depth is None else int(said.depth),
        said.minutes,
        said.place,
        said.text,
        said.others,
        int(said.they_asked),
    )


_JOIN = "INSERT INTO participants (conversation_id, person_id) VALUES (?, ?)"


def add_fact(
    store: Store,
    person: int,
    facet: Facet | None,
    text: str,
    *,
    day: date,
    conversation: int | None = None,
) -> int:
    """Write down something learnt about somebody; its id."""
    return store.insert(
        "INSERT INTO facts (person_id, facet, text, day, conversation_id) "
        "VALUES (?, ?, ?, ?, ?)",
        person,
        facet,
        text,
        day.isoformat(),
        conversation,
    )


def facts_from(store: Store, numbers: Sequence[int]) -> dict[int, list[Fact]]:
    """What was learnt in these conversations, by conversation."""
    rows = store.rows(
        _FACTS + f"WHERE conversation_id IN {THESE} ORDER BY facts.id",
        json.dumps(numbers),
    )
    found: dict[int, list[Fact]] = defaultdict(list)
    for row in rows:
        found[row["conversation_id"]].append(_fact(row))
    return found


def facts_about(store: Store, person: int) -> tuple[Fact, ...]:
    """What is known of somebody, oldest first."""
    rows = store.rows(_FACTS + "WHERE person_id = ? ORDER BY day, facts.id", person)
    return tuple(_fact(row) for row in rows)


def knows(store: Store, person: int, facet: Facet, text: str) -> bool:
    """Whether just this is written down of somebody already."""
    return bool(
        store.value(
            "SELECT 1 FROM facts WHERE person_id = ? AND facet = ? AND text = ?",
            person,
            facet,
            text,
        )
    )


def noted(store: Store, person: int, text: str) -> bool:
    """Whether a note, which has no facet, is written down of somebody already."""
    return bool(
        store.value(
            "SELECT 1 FROM facts WHERE person_id = ? AND facet IS NULL AND text = ?",
            person,
            text,
        )
    )


def facts_between(store: Store, first: date, last: date) -> tuple[Fact, ...]:
    """What was learnt from the day ``first`` to the day ``last``, both included."""
    rows = store.rows(
        _FACTS + "WHERE day BETWEEN ? AND ? AND facet IS NOT NULL "
        "ORDER BY day, facts.id",
        first.isoformat(),
        last.isoformat(),
    )
    return tuple(_fact(row) for row in rows)


def move_facts(store: Store, conversation: int, day: date) -> None:
    """What was learnt in a conversation was learnt on its day."""
    store.run(
        "UPDATE facts SET day = ? WHERE conversation_id = ? AND day <> ?",
        day.isoformat(),
        conversation,
        day.isoformat(),
    )


def drop_what_came_of(store: Store, conversation: int, *, but: Collection[int]) -> None:
    """Take away the facts of a conversation, and its open promises but for some."""
    store.run("DELETE FROM facts WHERE conversation_id = ?", conversation)
    store.run(
        "DELETE FROM promises WHERE conversation_id = ? AND kept_on IS NULL "
        f"AND id NOT IN {THESE}",
        conversation,
        json.dumps(sorted(but)),
    )
