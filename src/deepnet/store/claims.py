"""What the user would say of people, beside what the journal shows."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from deepnet.model import Claim, PersonRef, Tier
from deepnet.store.days import kept_day
from deepnet.store.these import THESE
from deepnet.triage import Name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from deepnet.store import Store

_NAMES = (
    "SELECT people.id, name, company, position, office, home, last_day, "
    "coalesce(conversations, 0) AS conversations, claims.tier AS claimed, claimed_on, "
    "(SELECT min(connected_on) FROM ties WHERE person_id = people.id) AS connected_on "
    "FROM people LEFT JOIN standings ON standings.person_id = people.id "
    "LEFT JOIN claims ON claims.person_id = people.id "
)


def names(store: Store) -> list[Name]:
    """Everybody who was not let go, as they are asked about."""
    rows = store.rows(_NAMES + "WHERE let_go_on IS NULL ORDER BY people.id")
    return [_name(row) for row in rows]


def name(store: Store, number: int) -> Name:
    """One person, as they are asked about."""
    row = store.row(_NAMES + "WHERE people.id = ?", number)
    if row is None:
        raise LookupError(number)
    return _name(row)


def _name(row: sqlite3.Row) -> Name:
    said_on, claimed = kept_day(row["claimed_on"]), row["claimed"]
    return Name(
        person=PersonRef(row["id"], row["name"]),
        company=row["company"],
        position=row["position"],
        office=row["office"],
        home=row["home"],
        connected_on=kept_day(row["connected_on"]),
        conversations=row["conversations"],
        last=kept_day(row["last_day"]),
        claim=Claim(Tier(claimed), said_on) if claimed and said_on else None,
        put_off_on=None if claimed else said_on,
    )


def of(store: Store, person: int) -> Claim | None:
    """What the user would say of somebody; None if nothing, or if it was put off."""
    row = store.row(
        "SELECT tier, claimed_on FROM claims WHERE person_id = ? AND tier IS NOT NULL",
        person,
    )
    return Claim(Tier(row[0]), date.fromisoformat(row[1])) if row else None


def say(store: Store, person: int, tier: Tier | None, on: date) -> None:
    """Write down what the user would say of somebody; None puts it off."""
    store.run(
        "INSERT INTO claims (person_id, tier, claimed_on) VALUES (?, ?, ?) "
        "ON CONFLICT (person_id) DO UPDATE SET tier = excluded.tier, "
        "claimed_on = excluded.claimed_on",
        person,
        tier,
        on.isoformat(),
    )


def tiers(store: Store, people: Collection[int]) -> dict[int, Tier]:
    """The claims of some people."""
    rows = store.rows(
        "SELECT person_id, tier FROM claims WHERE tier IS NOT NULL "
        f"AND person_id IN {THESE}",
        json.dumps(list(people)),
    )
    return {row[0]: Tier(row[1]) for row in rows}


def counted(store: Store, until: date) -> dict[Tier, int]:
    """How many people each tier was claimed of by that day.

    People who were let go by then are not counted. Of each person the latest claim
    is kept: one that was made anew since counts from its new day only.
    """
    rows = store.rows(
        "SELECT tier, count(*) FROM claims JOIN people ON people.id = person_id "
        "WHERE tier IS NOT NULL AND claimed_on <= ? "
        "AND (let_go_on IS NULL OR let_go_on > ?) GROUP BY tier",
        until.isoformat(),
        until.isoformat(),
    )
    return {Tier(row[0]): row[1] for row in rows}
