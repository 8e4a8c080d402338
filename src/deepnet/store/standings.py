"""Standings: what history alone says of each person, kept ready.

A standing is worked out again whenever something about a person changed; triggers
mark whom. It is never taken from a day other than the history's own.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from deepnet import scoring
from deepnet import standing as earned
from deepnet.model import (
    Answer,
    Depth,
    History,
    Part,
    Setting,
    Standing,
    Talk,
    Tier,
)
from deepnet.store import histories
from deepnet.store.these import THESE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deepnet.model import Asked
    from deepnet.store import Store


class Crossing(NamedTuple):
    """The day on which somebody first reached a tier, and by which conversation."""

    person: int
    name: str
    tier: Tier
    day: date
    conversation: int | None


_COLUMNS = (
    "score, tier, parts, missing, gain, conversations, events, first_day, "
    "last_day, last_conversation, deepest, facets, began_on, asked, declined"
)
_INSERT = (
    f"INSERT OR REPLACE INTO standings (person_id, {_COLUMNS}) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ALL_BLANK = (
    f"INSERT OR REPLACE INTO standings (person_id, {_COLUMNS}) "
    "SELECT person_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM stale"
)
_LIVED = (
    "(EXISTS (SELECT 1 FROM participants WHERE person_id = stale.person_id) "
    "OR EXISTS (SELECT 1 FROM facts WHERE person_id = stale.person_id) "
    "OR EXISTS (SELECT 1 FROM invitations WHERE person_id = stale.person_id) "
    "OR EXISTS (SELECT 1 FROM promises WHERE person_id = stale.person_id))"
)
_FORGET = "DELETE FROM crossings WHERE person_id = ?"


# Who comes to a conversation or leaves it changes the company of all who were there.
_COMPANY = (
    "INSERT OR IGNORE INTO stale SELECT person_id FROM participants "
    "WHERE conversation_id IN (SELECT json_extract(image, '$.conversation_id') FROM "
    "(SELECT before AS image FROM joined UNION ALL SELECT after FROM joined))"
)
_JOINED = (
    "WITH joined AS (SELECT before, after FROM change_rows WHERE kind = 'participants' "
    "AND change_id = (SELECT max(id) FROM changes) AND id > ?) "
)
_AT_ONCE = 200
"""Of so many people the histories are in memory together."""


def refresh(store: Store) -> None:
    """Work out again the standing of everybody whose history changed."""
    store.run(_JOINED + _COMPANY, store.judged)
    store.judged = store.value("SELECT max(id) FROM change_rows") or 0
    store.run("DELETE FROM stale WHERE person_id NOT IN (SELECT id FROM people)")
    lived = [
        row[0] for row in store.rows(f"SELECT person_id FROM stale WHERE {_LIVED}")
    ]
    for start in range(0, len(lived), _AT_ONCE):
        _write(store, lived[start : start + _AT_ONCE])
    # An import brings tens of thousands of whom there is only a name.
    store.run(f"DELETE FROM stale WHERE {_LIVED}")
    store.run("DELETE FROM crossings WHERE person_id IN (SELECT person_id FROM stale)")
    store.run(_ALL_BLANK, *_row(History()))
    store.run("DELETE FROM stale")


def renew(store: Store) -> None:
    """Work out everybody's standing again."""
    store.run("INSERT OR IGNORE INTO stale SELECT id FROM people")
    refresh(store)


def _write(store: Store, people: Sequence[int]) -> None:
    """Work out and keep people's standings and the days of each of their tiers."""
    now = {
        person: _kept(past)
        for person, past in histories.of_people(store, people).items()
    }
    store.run_many(_INSERT, ((person, *row) for person, (row, _) in now.items()))
    store.run_many(_FORGET, ((person,) for person in people))
    store.run_many(
        "INSERT INTO crossings (person_id, tier, day, conversation_id) "
        "VALUES (?, ?, ?, ?)",
        (
            (person, *crossing)
            for person, (_, crossed) in now.items()
            for crossing in crossed
        ),
    )


Kept = tuple[tuple[object, ...], list[tuple[object, ...]]]
"""What is kept of somebody: the columns of the standing, and of each crossing."""


def fresh(store: Store, person: int) -> Kept:
    """What should be kept of somebody, worked out from the history."""
    return _kept(histories.of(store, person))


def _kept(past: History) -> Kept:
    crossed: list[tuple[object, ...]] = [
        (str(tier), day.isoformat(), conversation)
        for tier, day, conversation in earned.crossings(past)
    ]
    return _row(past), sorted(crossed, key=str)


def kept(store: Store, person: int) -> Kept:
    """What is kept of somebody."""
    row = store.row(f"SELECT {_COLUMNS} FROM standings WHERE person_id = ?", person)
    crossed = store.rows(
        "SELECT tier, day, conversation_id FROM crossings WHERE person_id = ? "
        "ORDER BY tier",
        person,
    )
    return tuple(row or ()), [tuple(one) for one in crossed]


def _row(past: History) -> tuple[object, ...]:
    standing = earned.standing(past)
    talks = sorted(past.talks, key=lambda talk: (talk.day, talk.conversation))
    last = talks[-1] if talks else None
    depths = [talk.depth for talk in talks if talk.depth is not None]
    return (
        standing.score,
        standing.tier,
        json.dumps(standing.parts, default=_part),
        json.dumps(standing.missing),
        scoring.gain(past, _next_time(last)),
        len(talks),
        sum(talk.setting is Setting.EVENT for talk in talks),
        talks[0].day.isoformat() if talks else None,
        last.day.isoformat() if last else None,
        last.conversation if last else None,
        int(max(depths)) if depths else None,
        json.dumps(sorted({fact.facet for fact in past.learnt})),
        _began(past),
        sum(not one.by_them for one in past.asked),
        sum(_declined(one) for one in past.asked),
    )


def _began(past: History) -> str | None:
    """The last day on which they were the one to begin, or to ask."""
    days = [talk.day for talk in past.talks if talk.they_asked]
    days += [one.day for one in past.asked if one.by_them]
    return max(days).isoformat() if days else None


def _declined(one: Asked) -> bool:
    return not one.by_them and one.answer not in (None, Answer.YES)


def _next_time(last: Talk | None) -> date:
    """A day for the next conversation: a month after the last, whenever that was."""
    return last.day + timedelta(days=30) if last else date(2000, 1, 1)


def _part(part: Part) -> tuple[object, ...]:
    return (part.name, part.points, part.of, part.because)


def standing(store: Store, person: int) -> Standing:
    """The kept standing of somebody."""
    row = store.row(
        "SELECT score, tier, parts, missing FROM standings WHERE person_id = ?", person
    )
    if row is None:
        return earned.standing(History())
    return Standing(
        score=row["score"],
        tier=Tier(row["tier"]),
        parts=tuple(Part(*part) for part in json.loads(row["parts"])),
        missing=tuple(json.loads(row["missing"])),
    )


def deepest(store: Store, person: int) -> Depth | None:
    """How deep the deepest conversation with somebody went; None if never told."""
    kept = store.value("SELECT deepest FROM standings WHERE person_id = ?", person)
    return None if kept is None else Depth(kept)


def tier(store: Store, person: int) -> Tier:
    """The tier that somebody has now."""
    return tiers(store, [person]).get(person, Tier.NAME)


def tiers(store: Store, people: Sequence[int]) -> dict[int, Tier]:
    """The tiers that some people have now; whoever has no standing is left out."""
    rows = store.rows(
        f"SELECT person_id, tier FROM standings WHERE person_id IN {THESE}",
        json.dumps(people),
    )
    return {row[0]: Tier(row[1]) for row in rows}


def tiers_on(store: Store, days: Sequence[date]) -> list[dict[Tier, int]]:
    """How many people had reached each tier, and none above it, by each of these days.

    The days are in order. People who were let go by then are not counted.
    """
    gone = _gone(store)
    reached: Counter[Tier] = Counter()
    found, since = [], ""
    for day in days:
        rows = store.rows(
            "SELECT tier, count(*) FROM crossings WHERE day > ? AND day <= ? "
            "GROUP BY tier",
            since,
            day.isoformat(),
        )
        reached.update({Tier(tier): number for tier, number in rows})
        since = day.isoformat()
        left = Counter(tier for tier, until in gone if until <= since)
        found.append(_none_above(reached - left))
    return found


def _gone(store: Store) -> list[tuple[Tier, str]]:
    """The crossings of people who were let go, and from what day on none counts."""
    rows = store.rows(
        "SELECT tier, max(day, let_go_on) FROM people "
        "CROSS JOIN crossings ON person_id = people.id WHERE let_go_on IS NOT NULL"
    )
    return [(Tier(tier), until) for tier, until in rows]


def _none_above(reached: Counter[Tier]) -> dict[Tier, int]:
    """How many have each tier, from how many reached it.

    Whoever reached a tier reached those below it, too, on that day or before.
    """
    return {
        tier: number - passed
        for tier, above in pairwise((*Tier, None))
        if (number := reached[tier]) > (passed := reached[above] if above else 0)
    }


def crossings_between(store: Store, first: date, last: date) -> tuple[Crossing, ...]:
    """Who reached which tier from ``first`` to ``last``, both included."""
    rows = store.rows(
        "SELECT person_id, people.name, tier, day, conversation_id FROM crossings "
        "JOIN people ON people.id = person_id WHERE day BETWEEN ? AND ? "
        "ORDER BY day, person_id",
        first.isoformat(),
        last.isoformat(),
    )
    return tuple(
        Crossing(row[0], row[1], Tier(row[2]), date.fromisoformat(row[3]), row[4])
        for row in rows
    )
