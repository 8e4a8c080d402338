"""Whom to see next: a few people for the week, each with why, when and what to ask.

Pure: it must not know a clock, a file, the store or how the score is reckoned.
The places of a list are filled one after another, each from everybody still
there, by an order that depends on one person alone. So the order of entry
cannot matter, one new person can push out at most one other, and nobody can be
picked who has as many before them in each lane as the list has places.
"""

from __future__ import annotations

from enum import StrEnum
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from deepnet.candidates import (
    Candidate,
    Last,
    PickKind,
    due,
    has_birthday,
    is_free,
    kind,
    monday,
)
from deepnet.model import Tier
from deepnet.outing import ANY, Outing, suits, when
from deepnet.questions import Question, question_for, seed_of
from deepnet.reasons import slot, why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from deepnet.askable import Questions
    from deepnet.model import PersonRef

MOST = 5
# With nobody else to see, strangers alone make a list of so many.
STRANGERS_ALONE = 3

# Silence makes a yes a little less likely than a plain count of answers says.
AFTER_SILENCE = 0.8
AFTER_WEEK_SHOWN = 0.7
NEAR, FAR = 1.15, 0.6
MY_TURN = 2.0
ON_THE_WAY = 50

# Half of what a first meeting opened is gone in so many days (the second talk
# teaches most: Reis 2011); of having connected, in a year.
FIRST_MEETING_HALF, CONNECTED_HALF = 21, 365
# Freshness halves in about three months (Dunbar 2020).
FRESHNESS_HALF = 90
# What a claim is worth where the journal shows a stranger, beside 1 for a name: a
# lunch would record what is there already, or find that there is not much.
CLAIMED = {Tier.KNOWN: 2.0, Tier.ACQUAINTED: 1.0}
NAME_CLAIMED = 0.5
# What having met counts beside 1 for a name, and what it adds that it was lately.
MET, LATELY = 1.5, 0.5


class Pick(NamedTuple):
    """One of this week's people, with the reason, the slot and the question.

    ``birthday``: it is theirs today, and ``why`` says so.
    """

    person: PersonRef
    kind: PickKind
    birthday: bool
    why: tuple[str, ...]
    slot: str
    question: Question
    last: Last | None


Rank = tuple[float, tuple[int, int]]
"""A place in an order: a value to a tenth, then ``tie``; the higher the sooner."""


class Lane(StrEnum):
    """An order in which places are filled, and whom it is for.

    Strangers whom you met, those who are but names, those of either of whom the user
    would say more, people gone quiet, those promised something, and all who are no
    strangers.
    """

    MET = "met"
    NAMES = "names"
    CLAIMED = "claimed"
    REVIVE = "revive"
    PROMISED = "promised"
    WORTH = "worth"


class _Chance(NamedTuple):
    """Somebody free this week: ``first`` orders their lane, ``worth`` the rest.

    ``claimed`` is ``first`` with what a claim adds to it. The rounding leaves
    ties on purpose; ``tie`` settles them anew each week.
    """

    candidate: Candidate
    kind: PickKind
    birthday: bool
    first: float
    claimed: float
    worth: float
    tie: tuple[int, int]


class _Place(NamedTuple):
    """A place of the list: whom it is for, and up to what length it is filled."""

    fits: Callable[[_Chance], bool]
    order: Callable[[_Chance], Rank]
    until: int


class Choice:
    """Picks out of people who are looked at one after another, in any order.

    The values are those of the week's Monday, so the list holds until something is
    logged, answered or due. Only people whom the ``outing`` suits are picked.
    """

    def __init__(self, today: date, *, most: int = MOST, outing: Outing = ANY) -> None:
        self._today = today
        self._most = most
        self._outing = outing
        self._free: dict[int, _Chance] = {}

    def look_at(self, candidates: Iterable[Candidate]) -> None:
        """Look at some people more; twice is once."""
        week = monday(self._today)
        for one in candidates:
            if is_free(one, self._today) and suits(one, self._outing):
                self._free[one.person.id] = _chance(one, week, self._today)

    def least(self, lane: Lane) -> Rank | None:
        """The rank below which nobody can be picked from a lane; None if anybody can.

        There is one as soon as the list could be filled with others of the lane.
        """
        place = _LANES[lane]
        ranks = (place.order(each) for each in self._free.values() if place.fits(each))
        best = nlargest(self._most, ranks)
        return best[-1] if len(best) == self._most else None

    def picks(
        self, questions: Questions, asked: Mapping[int, frozenset[str]]
    ) -> tuple[Pick, ...]:
        """The picks, with what to ask; ``asked`` is as for ``pick``.

        Each is asked something else while there is something else to ask.
        """
        told: list[Pick] = []
        for chance in _placed(list(self._free.values()), self._most):
            used = asked.get(chance.candidate.person.id, frozenset())
            used |= {one.question.text for one in told}
            told.append(_told(chance, self._today, questions, used, self._outing))
        return tuple(told)


def pick(  # noqa: PLR0913 - who, when, what to ask, how many, for what
    candidates: Iterable[Candidate],
    today: date,
    *,
    questions: Questions,
    asked: Mapping[int, frozenset[str]] | None = None,
    most: int = MOST,
    outing: Outing = ANY,
) -> tuple[Pick, ...]:
    """Return three to ``most`` picks, or as many as there are people free.

    ``asked`` maps a person's id to the question texts of the last season, those of
    the present week left out. See ``Choice`` for the rest.
    """
    choice = Choice(today, most=most, outing=outing)
    choice.look_at(candidates)
    return choice.picks(questions, asked or {})


def chance_of_yes(candidate: Candidate) -> float:
    """Return how likely they accept, 0 to 1.

    (accepted + 2) / (asked + 3), a mild prior of two yeses in three: others
    like us, and like to be asked, more than we think (Boothby 2018, Liu 2022).
    Times 0.8 for each silence since the last yes.
    """
    answers = candidate.answers
    plain = (answers.accepted + 2) / (answers.asked + 3)
    return float(plain * AFTER_SILENCE**answers.silences)


def nearness(candidate: Candidate) -> float:
    """Return 1.15 where an office or a home is near, 0.6 where none is, else 1."""
    places = (candidate.office_near, candidate.home_near)
    if True in places:
        return NEAR
    return FAR if False in places else 1.0


def worth(candidate: Candidate) -> float:
    """Return what asking them is worth, in points of the score, 0 or more.

    gain × (1 + score / 50) × chance of a yes × nearness × 0.7 for each week
    shown, and 2 where it is the user's turn. The second factor prefers those on
    the way: the same points spread thin over forty people make nobody known.
    """
    gain = candidate.gain * (1 + candidate.score / ON_THE_WAY)
    return gain * _likely(candidate) + MY_TURN * candidate.my_turn


def _likely(candidate: Candidate) -> float:
    faded = AFTER_WEEK_SHOWN**candidate.weeks_shown
    return float(chance_of_yes(candidate) * nearness(candidate) * faded)


def _chance(candidate: Candidate, week: date, today: date) -> _Chance:
    lane = kind(candidate, today)
    value = worth(candidate)
    first = _first(candidate, lane, value, today)
    return _Chance(
        candidate,
        lane,
        has_birthday(candidate, today),
        round(first, 1),
        round(first + value * CLAIMED.get(candidate.claim or Tier.NAME, 0), 1),
        round(value, 1),
        (tie(candidate.person.name, week), candidate.person.id),
    )


def tie(name: str, week: date) -> int:
    """Return what settles a tie between equals, anew in each week."""
    return crc32(f"{name}\n{week}".encode())


def _first(candidate: Candidate, lane: PickKind, value: float, today: date) -> float:
    """Return what orders somebody among those of the same lane."""
    if lane is PickKind.STRANGER:
        return value * _promising(candidate, monday(today))
    if lane is PickKind.REVIVE:
        return _missed(candidate, monday(today))
    promise = due(candidate, today)
    return float(promise.day.toordinal()) if promise else value


def _promising(candidate: Candidate, week: date) -> float:
    """Return 0.5 to 3: how much a meeting with a stranger would build on.

    Those met come before names, the more often the sooner; those met or
    connected lately before others. Names that the user would call no more than
    names come last.
    """
    if not candidate.conversations:
        name = NAME_CLAIMED if candidate.claim is Tier.NAME else 1
        return name + LATELY * halved(candidate.connected_on, week, CONNECTED_HALF)
    met = candidate.last.day if candidate.last else None
    lately = LATELY * halved(met, week, FIRST_MEETING_HALF)
    return MET + often(candidate.events) + lately


def often(events: int) -> float:
    """Return 0 to 1: how much it counts to have met at so many events."""
    return float(1 - 2 ** (-events / 2))


def _missed(candidate: Candidate, week: date) -> float:
    """Return the points of somebody known that have gone quiet, times a yes."""
    met = candidate.last.day if candidate.last else None
    quiet = 1 - halved(met, week, FRESHNESS_HALF)
    return candidate.score * quiet * _likely(candidate) + MY_TURN * candidate.my_turn


def halved(since: date | None, week: date, days: int) -> float:
    """Return 1 up to the day itself, a half after ``days``, 0 if it never was."""
    if since is None:
        return 0.0
    return float(2 ** (-max((week - since).days, 0) / days))


def _placed(free: list[_Chance], most: int) -> list[_Chance]:
    """Fill the places in turn; see the module's docstring for why so."""
    chosen: list[_Chance] = []
    left = {chance.candidate.person.id: chance for chance in free}
    for place in _places(most):
        if len(chosen) >= min(place.until, most):
            continue
        fitting = (chance for chance in left.values() if place.fits(chance))
        best = max(fitting, key=place.order, default=None)
        if best is not None:
            chosen.append(left.pop(best.candidate.person.id))
    return chosen


def _places(most: int) -> list[_Place]:
    return [
        _Place(_is(PickKind.PROMISE), _by_first, most),
        _Place(_has_birthday, _by_worth, most),
        _Place(_is(PickKind.STRANGER), _by_first, most),
        _Place(_is_claimed, _by_claim, most),
        _Place(_is(PickKind.REVIVE), _by_first, most),
        _Place(_is(PickKind.REVIVE), _by_first, most),
        _Place(_is(PickKind.PROMISE), _by_first, most),
        *[_Place(_is_no_stranger, _by_worth, most)] * most,
        *[_Place(_is(PickKind.STRANGER), _by_claim, STRANGERS_ALONE)] * STRANGERS_ALONE,
    ]


def _is(lane: PickKind) -> Callable[[_Chance], bool]:
    return lambda chance: chance.kind is lane


def _has_birthday(chance: _Chance) -> bool:
    return chance.birthday


def _is_no_stranger(chance: _Chance) -> bool:
    return chance.kind is not PickKind.STRANGER


def _is_claimed(chance: _Chance) -> bool:
    """Whether the journal shows a stranger, and the user would say more."""
    return chance.kind is PickKind.STRANGER and chance.candidate.is_claimed


def _by_first(chance: _Chance) -> Rank:
    return chance.first, chance.tie


def _by_claim(chance: _Chance) -> Rank:
    return chance.claimed, chance.tie


def _by_worth(chance: _Chance) -> Rank:
    return chance.worth, chance.tie


_LANES = {
    Lane.MET: _Place(_is(PickKind.STRANGER), _by_first, MOST),
    Lane.NAMES: _Place(_is(PickKind.STRANGER), _by_first, MOST),
    Lane.CLAIMED: _Place(_is_claimed, _by_claim, MOST),
    Lane.REVIVE: _Place(_is(PickKind.REVIVE), _by_first, MOST),
    Lane.PROMISED: _Place(_is(PickKind.PROMISE), _by_first, MOST),
    Lane.WORTH: _Place(_is_no_stranger, _by_worth, MOST),
}


def _told(
    chance: _Chance,
    today: date,
    questions: Questions,
    used: frozenset[str],
    outing: Outing,
) -> Pick:
    """Add the words, which only those chosen need."""
    candidate = chance.candidate
    return Pick(
        candidate.person,
        chance.kind,
        chance.birthday,
        why(candidate, chance.kind, today, place=outing.near),
        slot(candidate, chance.kind, today)
        if outing == ANY
        else when(candidate, outing),
        question_for(
            questions,
            candidate.known,
            candidate.deepest,
            seed=seed_of(candidate.person.name, monday(today)),
            used=used,
        ),
        candidate.last,
    )
