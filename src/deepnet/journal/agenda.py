"""This morning's people."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from deepnet.candidates import PickKind, monday
from deepnet.journal import asking, coming
from deepnet.journal.gathering import Gathering
from deepnet.outing import ANY, Outing, can_be_met
from deepnet.picking import Choice, Lane
from deepnet.plain import plain
from deepnet.store import agenda, asked, conversations
from deepnet.store.ceilings import Ceilings
from deepnet.views.agenda import NOTHING, LastTime, PickSeen, Question, WhoNext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from deepnet.model import Setting
    from deepnet.picking import Pick
    from deepnet.store import Store


def who_next(store: Store, today: date, outing: Outing = ANY) -> WhoNext:
    """Three to five people for this week, the same all day.

    With an ``outing``, those whom that time and place suits: it is an extra list, and
    not counted as shown.
    """
    found, rows = _picks(store, today, outing)
    seen = tuple(_seen(store, one, rows[one.person.id]) for one in found)
    everybody = agenda.count(store)
    if outing != ANY:
        return WhoNext(today, seen, everybody, NOTHING, outing.near, outing.setting)
    agenda.note_shown(store, agenda.week_of(today), [one.person.id for one in found])
    asked.note(
        store, monday(today), [(one.person.id, one.question.text) for one in found]
    )
    beside = coming.coming(
        store,
        today,
        promised={one.person.id for one in found if one.kind is PickKind.PROMISE},
        congratulated={one.person.id for one in found if one.birthday},
    )
    return WhoNext(today, seen, everybody, beside, None, None)


def picks(store: Store, today: date) -> tuple[PickSeen, ...]:
    """The picks of ``who_next`` alone, not counted as shown."""
    found, rows = _picks(store, today, ANY)
    return tuple(_seen(store, one, rows[one.person.id]) for one in found)


def _picks(
    store: Store, today: date, outing: Outing
) -> tuple[tuple[Pick, ...], Mapping[int, agenda.Row]]:
    """The picks, and the rows of all who were looked at."""
    gathering = Gathering(store, today, near=outing.near)
    choice = Choice(today, outing=outing)
    born = agenda.born(store, today, [today])
    choice.look_at(gathering.candidates([person.id for person, _ in born]))
    ceilings = Ceilings(
        store,
        today,
        office_near=gathering.office_near,
        home_near=gathering.home_near,
    )
    for lane in Lane:
        for some in _worth_a_look(ceilings, choice, lane, outing):
            choice.look_at(gathering.candidates(some))
    texts = asking.questions(store)
    lately = asked.lately(store, monday(today))
    return choice.picks(texts, lately), gathering.rows


def _worth_a_look(
    ceilings: Ceilings, choice: Choice, lane: Lane, outing: Outing
) -> Iterator[list[int]]:
    """A few people at a time, until nobody else can be picked from the lane."""
    least = choice.least(lane)
    some: list[int] = []
    few = _FEW
    value = least[0] if least else 0
    with closing(ceilings.highest_first(lane, least=value)) as highest_first:
        for one in highest_first:
            if least is not None and one.at_most < least:
                break
            if can_be_met(one.near, outing):
                some.append(one.person)
            if len(some) == few:
                yield some
                some, few, least = [], 2 * few, choice.least(lane)
    if some:
        yield some


_FEW = 16
"""So many people are read at first: more than there are places, for some may rest."""


def outing(near: str | None, setting: Setting | None) -> Outing:
    """What there is time for, and where; a place of blanks is none."""
    return Outing(plain(near or "") or None, setting)


def _seen(store: Store, one: Pick, row: agenda.Row) -> PickSeen:
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
