"""All that the picks of some people rest on, read and put together."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from deepnet.areas import Areas
from deepnet.candidates import NO_ANSWERS, Answers, Candidate, Last, answers
from deepnet.model import PersonRef, Precision
from deepnet.store import agenda, claims, configuration, invitations

if TYPE_CHECKING:
    from collections.abc import Collection

    from deepnet.store import Store

_WEEK = timedelta(days=7)


class Gathering:
    """People as the picks see them; ``near`` is a place, None the user's own areas.

    ``rows`` has all who were gathered, by id.
    """

    def __init__(self, store: Store, today: date, *, near: str | None = None) -> None:
        self.rows: dict[int, agenda.Row] = {}
        self._store = store
        self._today = today
        self._areas = Areas.read(configuration.value(store, "near"))
        self._office = near or configuration.value(store, "office")
        self._home = near or configuration.value(store, "home")

    def office_near(self, office: str | None) -> bool | None:
        """Whether an office is near; None where that is not known."""
        return self._areas.near(self._office, office)

    def home_near(self, home: str | None) -> bool | None:
        """Whether a home is near; None where that is not known."""
        return self._areas.near(self._home, home)

    def candidates(self, people: Collection[int]) -> list[Candidate]:
        """Those of some people who were not let go, as the picks see them."""
        rows = agenda.rows(self._store, people)
        self.rows.update((row.id, row) for row in rows)
        around = _Around(self._store, self._today, people)
        return [self._candidate(row, around) for row in rows]

    def _candidate(self, row: agenda.Row, around: _Around) -> Candidate:
        came = around.weeks(row)
        return Candidate(
            person=PersonRef(row.id, row.name),
            tier=row.tier,
            score=row.score,
            gain=row.gain,
            conversations=row.conversations,
            events=row.events,
            outside=row.conversations - row.events,
            last=_last(row),
            known=row.known if row.facets != "[]" else frozenset(),
            deepest=row.deepest,
            answers=around.answers(row),
            snoozed_until=row.snoozed_until,
            weeks_shown=len(came),
            shown_on=came[-1] if came else None,
            promises=tuple(around.promises.get(row.id, ())),
            birthday=row.birthday,
            company=row.company,
            office_near=self.office_near(row.office),
            home_near=self.home_near(row.home),
            connected_on=around.connected.get(row.id),
            claim=around.claims.get(row.id),
        )


class _Around:
    """What the journal holds of some people beside their rows."""

    def __init__(self, store: Store, today: date, people: Collection[int]) -> None:
        self._today = today
        self._invitations = invitations.of_people(store, people)
        self._shown = agenda.shown(store, agenda.week_of(today), people)
        self.promises = agenda.promised(store, people)
        self.connected = agenda.connected(store, people)
        self.claims = claims.tiers(store, people)

    def answers(self, row: agenda.Row) -> Answers:
        """What became of the invitations of somebody."""
        asked = self._invitations.get(row.id, ())
        if not asked and not row.began_on:
            return NO_ANSWERS
        return answers(
            asked,
            today=self._today,
            began_on=row.began_on,
            talked_on=row.last_day,
        )

    def weeks(self, row: agenda.Row) -> list[date]:
        """The weeks in which they were shown since anything came of it."""
        since = row.last_day or date.min
        weeks = map(date.fromisoformat, self._shown.get(row.id, ()))
        return [week for week in weeks if week + _WEEK > since]


def _last(row: agenda.Row) -> Last | None:
    if row.last_day is None:
        return None
    precision = row.last_precision or Precision.DAY
    return Last(row.last_day, row.last_setting, precision=precision)
