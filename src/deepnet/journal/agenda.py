"""This morning's people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from deepnet import picking
from deepnet.areas import Areas
from deepnet.candidates import (
    NO_ANSWERS,
    Answers,
    Candidate,
    Due,
    Last,
    PickKind,
    answers,
    monday,
)
from deepnet.journal import asking, coming
from deepnet.model import PersonRef, Precision
from deepnet.outing import ANY, Outing
from deepnet.plain import plain
from deepnet.store import (
    agenda,
    asked,
    claims,
    configuration,
    conversations,
    invitations,
)
from deepnet.views.agenda import NOTHING, LastTime, PickSeen, Question, WhoNext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deepnet.model import Setting
    from deepnet.store import Store


def who_next(store: Store, today: date, outing: Outing = ANY) -> WhoNext:
    """Three to five people for this week, the same all day.

    With an ``outing``, those whom that time and place suits: it is an extra list, and
    not counted as shown.
    """
    rows = {row.id: row for row in agenda.rows(store)}
    picks = _picks(store, today, rows, outing)
    seen = tuple(_seen(store, one, rows[one.person.id]) for one in picks)
    if outing != ANY:
        return WhoNext(today, seen, len(rows), NOTHING, outing.near, outing.setting)
    agenda.note_shown(store, agenda.week_of(today), [one.person.id for one in picks])
    asked.note(
        store, monday(today), [(one.person.id, one.question.text) for one in picks]
    )
    beside = coming.coming(
        store,
        today,
        promised={one.person.id for one in picks if one.kind is PickKind.PROMISE},
        congratulated={one.person.id for one in picks if one.birthday},
    )
    return WhoNext(today, seen, len(rows), beside, None, None)


def picks(store: Store, today: date) -> tuple[PickSeen, ...]:
    """The picks of ``who_next`` alone, not counted as shown."""
    rows = {row.id: row for row in agenda.rows(store)}
    found = _picks(store, today, rows, ANY)
    return tuple(_seen(store, one, rows[one.person.id]) for one in found)


def _picks(
    store: Store, today: date, rows: Mapping[int, agenda.Row], outing: Outing
) -> tuple[picking.Pick, ...]:
    return picking.pick(
        Gathering(store, today, near=outing.near).candidates(rows.values()),
        today,
        questions=asking.questions(store),
        asked=asked.lately(store, monday(today)),
        outing=outing,
    )


def outing(near: str | None, setting: Setting | None) -> Outing:
    """What there is time for, and where; a place of blanks is none."""
    return Outing(plain(near or "") or None, setting)


def _seen(store: Store, one: picking.Pick, row: agenda.Row) -> PickSeen:
    return PickSeen(
        person=one.person,
        tier=row.tier,
        kind=one.kind,
        why=one.why,
        slot=one.slot,
        question=Question(one.question.facet, one.question.text),
        last=_last_time(store, row),
    )


def _last_time(store: Store, row: agenda.Row) -> LastTime | None:
    if row.last_conversation is None:
        return None
    last = conversations.conversation(store, row.last_conversation)
    return LastTime(last.when.day, last.setting, last.text) if last else None


class Gathering:
    """All that the picks rest on, read once and put together person by person."""

    def __init__(self, store: Store, today: date, *, near: str | None = None) -> None:
        self._store = store
        self._today = today
        self._invitations = invitations.of_everybody(store)
        self._began = agenda.began(store)
        self._connected = agenda.connected(store)
        self._shown = agenda.shown(store, agenda.week_of(today))
        self._claims = claims.tiers(store)
        self._areas = Areas.read(configuration.value(store, "near"))
        self._office = near or configuration.value(store, "office")
        self._home = near or configuration.value(store, "home")
        self._promises: dict[int, list[Due]] = {}
        for promise in conversations.open_promises(store):
            if promise.due:
                self._promises.setdefault(promise.person.id, []).append(
                    Due(promise.text, promise.due, promise.mine)
                )

    def candidates(self, rows: Iterable[agenda.Row]) -> list[Candidate]:
        """Everybody, as the picks see them."""
        return [self._candidate(row) for row in rows]

    def _candidate(self, row: agenda.Row) -> Candidate:
        came = self._weeks(row)
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
            answers=self._answers(row),
            snoozed_until=row.snoozed_until,
            weeks_shown=len(came),
            shown_on=came[-1] if came else None,
            promises=tuple(self._promises.get(row.id, ())),
            birthday=row.birthday,
            company=row.company,
            office_near=self._areas.near(self._office, row.office),
            home_near=self._areas.near(self._home, row.home),
            connected_on=self._connected.get(row.id),
            claim=self._claims.get(row.id),
        )

    def _answers(self, row: agenda.Row) -> Answers:
        invitations = self._invitations.get(row.id, ())
        began = self._began.get(row.id)
        if not invitations and not began:
            return NO_ANSWERS
        return answers(
            invitations, today=self._today, began_on=began, talked_on=row.last_day
        )

    def _weeks(self, row: agenda.Row) -> list[date]:
        """The weeks in which they were shown since anything came of it."""
        since = row.last_day or date.min
        weeks = map(date.fromisoformat, self._shown.get(row.id, ()))
        return [week for week in weeks if week + _WEEK > since]


_WEEK = timedelta(days=7)


def _last(row: agenda.Row) -> Last | None:
    if row.last_day is None:
        return None
    precision = row.last_precision or Precision.DAY
    return Last(row.last_day, row.last_setting, precision=precision)
