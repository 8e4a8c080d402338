"""One person as the picks see them: what the journal holds, and whether they are free.

Pure: it must not know a clock, a file, the store or the other people.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Answer, Precision, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deepnet.model import Asked, Depth, Facet, PersonRef, Setting

# A conversation within these days before Monday leaves somebody in peace this week.
JUST_MET = timedelta(days=7)
# Friendships weaken after about three months without contact (Dunbar 2020).
QUIET = timedelta(days=90)
# An invitation without an answer is waiting for so long, and silence after that.
WAITING = timedelta(days=30)
# A yes counts as arranged for so long, unless a conversation came of it sooner.
ARRANGED = timedelta(days=21)
# Shown in so many weeks without anything coming of it: then they rest.
WEEKS_SHOWN, SHOWN_REST = 3, timedelta(days=56)
# A promise puts aside "just met" and "shown often" for so long after its day.
PROMISE_FRESH = timedelta(days=7)
# Days to wait after the first, second … answer. A plain no waits longer, unless
# you know each other: then it is a no to the day. A third no or silence in a row
# waits until they begin (docs/explanation/picks.md).
WAITS, WAITS_AFTER_NO = (30, 90), (90, 180)
DECLINES = 3

_STRANGERS = (Tier.NAME, Tier.EVENT)
_FAMILIAR = (Tier.OPENING, Tier.KNOWN)


class PickKind(StrEnum):
    """Why somebody has a place: the lane that they are in."""

    STRANGER = "stranger"
    DEEPEN = "deepen"
    REVIVE = "revive"
    PROMISE = "promise"


class Last(NamedTuple):
    """The latest conversation; ``day`` is as exact as ``precision`` says."""

    day: date
    setting: Setting | None = None
    text: str = ""
    precision: Precision = Precision.DAY


class Due(NamedTuple):
    """An open promise with its day; ``mine`` where it is the user's own."""

    text: str
    day: date
    mine: bool = True


class Answers(NamedTuple):
    """What became of the user's invitations to one person, as of a week.

    ``asked`` and ``accepted`` are counts over the whole time, of invitations
    that have an answer. ``declined`` (a no, or silence), ``silences`` and
    ``laters`` count those since the last yes and since they last began.
    ``last`` on ``last_on`` is the latest such answer, ``waiting_since`` the day
    of an invitation that waits for one. ``asked_on`` is when the user last
    asked, ``began_on`` when they last did.
    """

    asked: int = 0
    accepted: int = 0
    declined: int = 0
    silences: int = 0
    laters: int = 0
    last: Answer | None = None
    last_on: date | None = None
    waiting_since: date | None = None
    asked_on: date | None = None
    began_on: date | None = None

    def rest_until(self, *, familiar: bool) -> date | None:
        """Return the day on which a decline has been waited out, if any.

        ``date.max`` means: until they begin. ``familiar`` is whether you are
        getting to know them or know them.
        """
        if self.last is None or self.last_on is None or self.last is Answer.YES:
            return None
        if self.declined >= DECLINES:
            return date.max
        waits = WAITS if familiar or self.last is not Answer.NO else WAITS_AFTER_NO
        times = self.laters if self.last is Answer.LATER else self.declined
        return self.last_on + timedelta(days=waits[min(times, len(waits)) - 1])


NO_ANSWERS = Answers()


class Candidate(NamedTuple):
    """Somebody in the journal, with all that a pick of them rests on.

    ``score`` is 0 to 100; ``gain`` the points that one typical conversation
    would add. ``conversations`` counts all, ``events`` those at events and
    ``outside`` those known to be elsewhere. ``weeks_shown`` counts the weeks
    before the present one in which they were picked since anything came of it,
    ``shown_on`` is the latest day of these. None for ``office_near`` and
    ``home_near`` means that it is not known.
    """

    person: PersonRef
    tier: Tier
    score: float = 0.0
    gain: float = 0.0
    conversations: int = 0
    events: int = 0
    outside: int = 0
    last: Last | None = None
    known: frozenset[Facet] = frozenset()
    deepest: Depth | None = None
    answers: Answers = NO_ANSWERS
    let_go: bool = False
    snoozed_until: date | None = None
    weeks_shown: int = 0
    shown_on: date | None = None
    promises: tuple[Due, ...] = ()
    birthday: str | None = None
    company: str | None = None
    office_near: bool | None = None
    home_near: bool | None = None
    connected_on: date | None = None

    @property
    def my_turn(self) -> bool:
        """Whether they were the last to begin: a meeting or an invitation."""
        began, asked = self.answers.began_on, self.answers.asked_on
        if began is None:
            return False
        met = self.last.day if self.last else date.min
        return began >= met and began >= (asked or date.min)


def monday(today: date) -> date:
    """Return the Monday of the ISO week of ``today``."""
    return today - timedelta(days=today.weekday())


def answers(
    invitations: Iterable[Asked],
    *,
    today: date,
    began_on: date | None = None,
    talked_on: date | None = None,
) -> Answers:
    """Sum up one person's invitations as the week of ``today`` sees them.

    ``began_on`` is the latest conversation that was their idea, ``talked_on``
    the latest of all. An invitation without an answer is a yes if you talked
    since, waits for thirty days otherwise, and is silence after that.
    """
    since = monday(today)
    mine: list[tuple[date, date, Answer | None]] = []
    began = began_on or date.min
    for one in invitations:
        if one.by_them:
            began = max(began, one.day)
        else:
            mine.append(_settled(one, since, talked_on or date.min))
    # An answer told without its day came after the asking; the order of entry
    # must not matter, so the answer itself breaks the tie of two on one day.
    mine.sort(key=lambda each: (each[1], each[0], each[2] or ""))
    return _summed(mine, began)


def _settled(one: Asked, since: date, talked: date) -> tuple[date, date, Answer | None]:
    """Return (asked on, settled on, answer) of one invitation of the user's."""
    if one.answer is not None:
        return one.day, max(one.answered_on or one.day, one.day), one.answer
    if talked >= one.day:
        return one.day, talked, Answer.YES
    if one.day <= since - WAITING:
        return one.day, one.day + WAITING, Answer.SILENCE
    return one.day, one.day, None


def _summed(mine: list[tuple[date, date, Answer | None]], began: date) -> Answers:
    settled = [(on, answer) for _, on, answer in mine if answer is not None]
    yes = max((on for on, answer in settled if answer is Answer.YES), default=date.min)
    run = [
        answer
        for on, answer in settled
        if on > began and on >= yes and answer is not Answer.YES
    ]
    silences, laters = run.count(Answer.SILENCE), run.count(Answer.LATER)
    recent = [(on, answer) for on, answer in settled if on > began]
    last_on, last = recent[-1] if recent else (None, None)
    return Answers(
        asked=len(settled),
        accepted=sum(answer is Answer.YES for _, answer in settled),
        declined=len(run) - laters,
        silences=silences,
        laters=laters,
        last=last,
        last_on=last_on,
        waiting_since=max(
            (day for day, _, answer in mine if answer is None and day > began),
            default=None,
        ),
        asked_on=max((day for day, _, _ in mine), default=None),
        began_on=None if began == date.min else began,
    )


def due(candidate: Candidate, today: date) -> Due | None:
    """Return the user's latest promise whose day has come, if there is one."""
    if not candidate.promises:
        return None
    come = [each for each in candidate.promises if each.mine and each.day <= today]
    return max(come, key=lambda each: (each.day, each.text), default=None)


def has_birthday(candidate: Candidate, today: date) -> bool:
    """Whether ``today`` is the birthday of somebody already met.

    Somebody born on 29 February has it on the 28th in a common year.
    """
    if candidate.birthday is None or not candidate.conversations:
        return False
    born = candidate.birthday[-5:]
    if born == "02-29" and not _leap(today.year):
        born = "02-28"
    return born == f"{today:%m-%d}"


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def kind(candidate: Candidate, today: date) -> PickKind:
    """Return the lane that somebody is in during the week of ``today``."""
    if due(candidate, today):
        return PickKind.PROMISE
    if candidate.tier in _STRANGERS:
        return PickKind.STRANGER
    last = candidate.last
    if candidate.tier in _FAMILIAR and last and monday(today) - last.day >= QUIET:
        return PickKind.REVIVE
    return PickKind.DEEPEN


def is_free(candidate: Candidate, today: date) -> bool:
    """Whether somebody may be proposed today.

    Never those let go, snoozed, asked and waiting, or resting after a decline;
    nor those just met or shown for weeks, unless a promise or a birthday of
    today speaks for them.
    """
    if candidate.let_go or (candidate.snoozed_until or date.min) > today:
        return False
    since = monday(today)
    if _is_arranged(candidate, since) or _is_resting(candidate, since):
        return False
    promise = due(candidate, today)
    if promise and since - promise.day <= PROMISE_FRESH:
        return True
    last = candidate.last.day if candidate.last else date.min
    if has_birthday(candidate, today):
        return last < today
    return last < since - JUST_MET and not _was_shown_enough(candidate, since)


def _is_arranged(candidate: Candidate, since: date) -> bool:
    """Whether an invitation waits for its answer, or a yes for its day."""
    asked = candidate.answers
    if asked.waiting_since is not None:
        return True
    if asked.last is not Answer.YES or asked.last_on is None:
        return False
    met = candidate.last is not None and candidate.last.day >= asked.last_on
    return not met and asked.last_on > since - ARRANGED


def _is_resting(candidate: Candidate, since: date) -> bool:
    familiar = candidate.tier in _FAMILIAR
    until = candidate.answers.rest_until(familiar=familiar)
    return until is not None and until > since


def _was_shown_enough(candidate: Candidate, since: date) -> bool:
    if candidate.weeks_shown < WEEKS_SHOWN:
        return False
    return candidate.shown_on is None or candidate.shown_on > since - SHOWN_REST
