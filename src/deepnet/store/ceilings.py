"""What a pick of each person can come to at most, worked out where the rows are.

The picks need all that is known of a person, and need it of a few: those who come
first in their lane. Here everybody is ranked by a value that is never below the one
that ``picking`` gives them, from what is kept of their standing alone, so that whoever
reads the ranks from the top can stop as soon as nobody further down can be picked.
"""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from deepnet import picking
from deepnet.candidates import JUST_MET, QUIET, monday
from deepnet.picking import Lane

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator

    from deepnet.picking import Rank
    from deepnet.store import Store

    Near = Callable[[str | None], bool | None]


class Ceiling(NamedTuple):
    """Somebody who may be picked, if their rank in the lane can be high enough.

    ``near`` is whether their office and their home are.
    """

    person: int
    at_most: Rank
    near: tuple[bool | None, bool | None]


_FADED = 10
"""After so many half-lives, what is left counts as what is left after these."""

_SLACK = 1e-9
"""More than sums of the same numbers in another order can differ by."""

_EVENTS = " ".join(f"WHEN {n} THEN {picking.often(n)!r}" for n in range(16))
_CLAIMS = " ".join(f"WHEN '{t}' THEN {more!r}" for t, more in picking.CLAIMED.items())

# An invitation without an answer counts as a yes at best.
_YES = "(asked - declined + 2.0) / (asked + 3.0)"
_TURN = f"{picking.MY_TURN} * coalesce(began_on >= coalesce(last_day, ''), 0)"
_NEAR = f"""CASE max(coalesce(deepnet_office_near(office), -1),
  coalesce(deepnet_home_near(home), -1))
  WHEN 1 THEN {picking.NEAR} WHEN 0 THEN {picking.FAR} ELSE 1 END"""
_REACH = f"gain * (1 + score / {picking.ON_THE_WAY}.0) * {_YES}"
_WORTH = f"({_REACH} * {_NEAR} + {_TURN})"
_MISSED = f"""score * (1 - deepnet_halved(last_day, {picking.FRESHNESS_HALF}))
  * {_YES} * {_NEAR} + {_TURN}"""
_MET = f"""({picking.MET} + CASE events {_EVENTS} ELSE 1 END + {picking.LATELY} *
  CASE WHEN last_day < :faded THEN {2**-_FADED!r}
  ELSE deepnet_halved(last_day, {picking.FIRST_MEETING_HALF}) END)"""
_NAME = f"""(iif(claims.tier = 'name', {picking.NAME_CLAIMED}, 1) + {picking.LATELY} *
  coalesce(deepnet_halved((SELECT min(connected_on) FROM ties
  WHERE ties.person_id = people.id), {picking.CONNECTED_HALF}), 0))"""
_NAME_AT_BEST = f"""({_REACH} * {picking.NEAR} + {_TURN}) * {1 + picking.LATELY}"""
_CLAIMED = f"CASE claims.tier {_CLAIMS} ELSE 0 END"

# A promise of the user's whose day has come puts somebody in a lane of their own.
_DUE = "FROM promises WHERE kept_on IS NULL AND mine AND due <= :today"
_IS_DUE = f"people.id IN (SELECT person_id {_DUE})"
# Whoever was just met rests, unless a promise or a birthday of today speaks for them;
# people with a birthday are looked at anyway.
_RESTED = "(last_day IS NULL OR last_day < :rested)"
_STRANGER = f"standings.tier IN ('name', 'event') AND NOT {_IS_DUE} AND {_RESTED}"

# In the order of the people, both tables are read from the first page to the last.
_EVERYBODY = """people CROSS JOIN standings ON standings.person_id = people.id
  LEFT JOIN claims ON claims.person_id = people.id"""
_WITH_CLAIM = """claims CROSS JOIN people ON people.id = claims.person_id
  CROSS JOIN standings ON standings.person_id = people.id"""
_FEW = "people JOIN standings ON standings.person_id = people.id"


class _Query(NamedTuple):
    """The value that nobody in a lane is above, from where, and who is in it."""

    value: str
    source: str
    fits: str


_LANES = {
    Lane.MET: _Query(
        f"{_WORTH} * {_MET}", _EVERYBODY, f"conversations AND {_STRANGER}"
    ),
    Lane.NAMES: _Query(
        f"{_WORTH} * {_NAME}",
        _EVERYBODY,
        f"NOT conversations AND {_NAME_AT_BEST} >= :least AND {_STRANGER}",
    ),
    Lane.CLAIMED: _Query(
        f"{_WORTH} * (iif(conversations, {_MET}, {_NAME}) + {_CLAIMED})",
        _WITH_CLAIM,
        f"claims.tier IN ('acquainted', 'known') AND {_STRANGER}",
    ),
    Lane.REVIVE: _Query(
        _MISSED, _FEW, "standings.tier IN ('opening', 'known') AND last_day <= :quiet"
    ),
    Lane.PROMISED: _Query(
        f"julianday((SELECT max(due) {_DUE} AND person_id = people.id)) - 1721424.5",
        _FEW,
        _IS_DUE,
    ),
    Lane.WORTH: _Query(
        _WORTH,
        _FEW,
        f"""people.id IN (SELECT person_id {_DUE} UNION SELECT person_id FROM standings
          WHERE tier IN ('acquainted', 'opening', 'known') AND {_RESTED})""",
    ),
}
_RANKED = """SELECT round({value} + {slack}, 1) AS value, people.id, name, office, home
  FROM {source} WHERE let_go_on IS NULL AND coalesce(snoozed_until, '') <= :today
  AND {fits} ORDER BY value DESC"""


class Ceilings:
    """The ranks of everybody who was neither let go nor snoozed, as of a day.

    ``office_near`` and ``home_near`` say whether a place is near, as the picks see it.
    """

    def __init__(
        self, store: Store, today: date, *, office_near: Near, home_near: Near
    ) -> None:
        self._store = store
        self._week = week = monday(today)
        faded = timedelta(days=_FADED * picking.FIRST_MEETING_HALF)
        self._days = {
            "today": today.isoformat(),
            "rested": (week - JUST_MET).isoformat(),
            "quiet": (week - QUIET).isoformat(),
            "faded": (week - faded).isoformat(),
        }
        self._office, self._home = cache(office_near), cache(home_near)
        halved = cache(
            lambda day, days: (
                day and picking.halved(date.fromisoformat(day), week, days)
            )
        )
        for name, arguments, function in (
            ("halved", 2, halved),
            ("office_near", 1, self._office),
            ("home_near", 1, self._home),
        ):
            store.connection.create_function(f"deepnet_{name}", arguments, function)

    def highest_first(self, lane: Lane, *, least: float = 0) -> Generator[Ceiling]:
        """Everybody who can be in a lane, whoever can be first in it at the top.

        Who plainly can't come to a value of ``least`` may be left out.
        """
        query = _RANKED.format(slack=_SLACK, **_LANES[lane]._asdict())
        with closing(self._store.stream(query, least=least, **self._days)) as rows:
            for value, equals in groupby(rows, key=itemgetter(0)):
                ranked = [(self._rank(value, row), row) for row in equals]
                for rank, row in sorted(ranked, reverse=True, key=itemgetter(0)):
                    near = self._office(row["office"]), self._home(row["home"])
                    yield Ceiling(row["id"], rank, near)

    def _rank(self, value: float, row: sqlite3.Row) -> Rank:
        return value, (picking.tie(row["name"], self._week), row["id"])
