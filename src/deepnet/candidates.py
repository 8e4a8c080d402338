"""One person as the picks see them: what the journal holds, and whether they are free.

Pure: it must not know a clock, a file, the store or the other people.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from deepnet.birthdays import birthday_in
from deepnet.model import Answer, Precision, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deepnet.model import Asked, Depth, Facet, PersonRef, Setting

# A conversation within these days before Monday leaves somebody in peace this week.
JUST_MET = timedelta(days=7)
# Friendships weaken after about three months without contact (Dunbar 2020).
QUIET = timedelta(days=90)
# An invitation without an answer waits for so long. Silence is proposed to the user
# from ASK_AFTER on; the picks take it for silence only when a season has passed.
ASK_AFTER, WAITING = timedelta(days=14), timedelta(days=91)
# A yes counts as arranged for so long (or until a week after the planned day),
# unless a conversation came of it sooner.
ARRANGED, AFTER_THE_DAY = timedelta(days=21), timedelta(days=7)
# Shown in so many weeks without anything coming of it: then they rest.
WEEKS_SHOWN, SHOWN_REST = 3, timedelta(days=56)
# A promise puts aside "just met" and "shown often" for so long after its day.
PROMISE_FRESH = timedelta(days=7)
# Days to wait after the first, second … answer. A plain no waits longer, unless
# you know each other: then it is a no to the day. A third no or silence in a row
# waits until they begin (docs/explanation/picks.md).
WAITS, WAITS_AFTER_NO = (30, 90), (90, 180)
DECLINES = 3
FOR_GOOD = date.max
"""The end of a rest that only they can end, by beginning."""

_STRANGERS = (Tier.NAME, Tier.EVENT)
FAMILIAR = (Tier.OPENING, Tier.KNOWN)
"""The tiers of people whom you are getting to know, or know."""


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
    asked, ``began_on`` when they last did. ``planned_for`` is the day that the
    latest answer is about, if one was named.
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
    planned_for: date | None = None

    def rest_until(self, *, familiar: bool) -> date | None:
        """Return the day on which a decline has been waited out, if any.

        ``FOR_GOOD`` means: until they begin. ``familiar`` is whether you are
        getting to know them or know them.
        """
        if self.last is None or self.last_on is None or self.last is Answer.YES:
            return None
        if self.declined >= DECLINES:
            return FOR_GOOD
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
    ``home_near`` means that it is not known. ``claim`` is the tier that the user
    would have said, None where they did not.
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
    claim: Tier | None = None

    @property
    def is_claimed(self) -> bool:
        """Whether the user would say that they know more of them than a name."""
        return self.claim is not None and self.claim.rank > Tier.EVENT.rank

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
    since, waits for a season of 13 weeks otherwise, and is silence after that.
    """
    since = monday(today)
    mine: list[_Settled] = []
    began = began_on or date.min
    for one in invitations:
        if one.by_them:
            began = max(began, one.day)
        else:
            mine.append(_settled(one, since, talked_on or date.min))
    # An answer told without its day came after the asking; the order of entry
    # must not matter, so the answer itself breaks the tie of two on one day.
    mine.sort(key=lambda each: (each.on, each.asked_on, each.answer or ""))
    return _summed(mine, began)


class _Settled(NamedTuple):
    """An invitation of the user's, and on what day it came to what answer."""

    asked_on: date
    on: date
    answer: Answer | None
    planned_for: date | None


def _settled(one: Asked, since: date, talked: date) -> _Settled:
    on, answer = one.day, one.answer
    if answer is not None:
        on = max(one.answered_on or one.day, one.day)
    elif talked >= one.day:
        on, answer = talked, Answer.YES
    elif one.day <= since - WAITING:
        on, answer = one.day + WAITING, Answer.SILENCE
    return _Settled(one.day, on, answer, one.planned_for)


def _summed(mine: list[_Settled], began: date) -> Answers:
    settled = [one for one in mine if one.answer is not None]
    yes = max((one.on for one in settled if one.answer is Answer.YES), default=date.min)
    run = [
        one.answer
        for one in settled
        if one.on > began and one.on >= yes and one.answer is not Answer.YES
    ]
    silences, laters = run.count(Answer.SILENCE), run.count(Answer.LATER)
    last = next((one for one in reversed(settled) if one.on > began), None)
    return Answers(
        asked=len(settled),
        accepted=sum(one.answer is Answer.YES for one in settled),
        declined=len(run) - laters,
        silences=silences,
        laters=laters,
        last=last.answer if last else None,
        last_on=last.on if last else None,
        waiting_since=max(
            (
                one.asked_on
                for one in mine
                if one.answer is None and one.asked_on > began
            ),
            default=None,
        ),
        asked_on=max((one.asked_on for one in mine), default=None),
        began_on=None if began == date.min else began,
        planned_for=last.planned_for if last else None,
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
    return birthday_in(candidate.birthday, today.year) == today


def kind(candidate: Candidate, today: date) -> PickKind:
    """Return the lane that somebody is in during the week of ``today``."""
    if due(candidate, today):
        return PickKind.PROMISE
    if candidate.tier in _STRANGERS:
        return PickKind.STRANGER
    last = candidate.last
    if candidate.tier in FAMILIAR and last and monday(today) - last.day >= QUIET:
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
    until = asked.last_on + ARRANGED
    if asked.planned_for:
        until = max(asked.last_on, asked.planned_for) + AFTER_THE_DAY
    return not met and until > since


def _is_resting(candidate: Candidate, since: date) -> bool:
    familiar = candidate.tier in FAMILIAR
    until = candidate.answers.rest_until(familiar=familiar)
    return until is not None and until > since


def _was_shown_enough(candidate: Candidate, since: date) -> bool:
    if candidate.weeks_shown < WEEKS_SHOWN:
        return False
    return candidate.shown_on is None or candidate.shown_on > since - SHOWN_REST
