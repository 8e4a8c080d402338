"""A simulated year: what comes of following one rule for whom to see next.

    python benchmarks/picking.py [--seeds 60] [--rules deepnet,random]

The world, and all that is assumed of it (nothing here is fitted to a rule):

People. 140 at the start: 45 names only, 75 met at one to six events, 14 seen
one to three times elsewhere, 6 known for years. They differ in how likely they
say yes to being asked (Beta(3, 2); one in six hardly ever: Beta(1, 9)), how fast
they open (log-normal around 1), and where they work: a third near (yes is 1.2
times as likely), a third far (0.7 times), of a third nobody has noted it. Someone
known says yes 1.3 times as likely as they would to a stranger.

Weeks. Two lunches (an hour and a quarter) and one evening (two and a half). On
Monday the rule ranks people; the user asks down the list, five at the most,
until the three slots are taken. A no is silence in half of the cases, "later" in
three of ten, "no" in two. Whoever didn't say yes is not asked again for two
weeks, whoever was seen not for one, whatever the rule: nobody would.

Beside the rule. Every second week an event: six people, each for ten minutes,
three of ten of them new. Each week one of those known asks the user with a
chance of 3 % each; that evening is spent beside the three slots.

Knowing. A conversation goes as deep as somebody opens: 0.8 + 0.7 × openness ×
log2(1 + hours together so far), plus a normal error of 0.7, rounded to 0..4, the
five depths. Deep hours are hours × (0.05, 0.15, 0.5, 1, 1.25) by depth; knowing
is 1 - exp(-deep hours / 8), and somebody is known from 0.6 on (7.3 deep hours).
Each conversation of opinions or deeper teaches a side of who they are, each
personal one two, while there are blank ones. What the journal shows of that is
all that a rule can see; depth is logged as it was.

Fading. After 26 weeks without a conversation a tie to somebody known is lost
with a chance of 4 % a week (Roberts and Dunbar 2011: most is lost within nine
months): half of the deep hours are gone. It can be built anew.

Figures. known: people known at the end; lost: those who were known at the start
or in the year and are not at the end; pressed: invitations to somebody who had
refused three times in a row; only_events: share of those met who were never met
elsewhere; seen: people seen outside events in the year; top5, gini: how the hours
of these were spread (share of the five seen most; 0 even, 1 all with one).

Intervals, for the rules that want one: known 30 days, seen elsewhere 60, met at
events 90, a name 180, set at the start as a user would after an import; a new
acquaintance of an event gets 90.
"""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import zip_longest
from random import Random
from statistics import fmean, stdev
from typing import TYPE_CHECKING, NamedTuple

from deepnet import askable, scoring, standing
from deepnet.candidates import Candidate, Last, answers
from deepnet.model import (
    Answer,
    Asked,
    Depth,
    Facet,
    History,
    Learnt,
    PersonRef,
    Setting,
    Side,
    Talk,
    Tier,
)
from deepnet.picking import pick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Rule = Callable[["World", date], Iterable["Somebody"]]

START = date(2026, 1, 5)
WEEKS = 52
SLOTS = ((Setting.LUNCH, 1, 75), (Setting.LUNCH, 2, 75), (Setting.DINNER, 3, 150))
ASKS = 5
PEACE_AFTER_NO, PEACE_AFTER_YES = timedelta(days=14), timedelta(days=7)
DEEP_HOUR = (0.05, 0.15, 0.5, 1.0, 1.25)
SATURATION, KNOWN = 8.0, 0.6
KNOWN_HOURS = -SATURATION * math.log(1 - KNOWN)
LOST_AFTER, LOST_CHANCE = timedelta(weeks=26), 0.04
EVENT_EVERY, EVENT_PEOPLE, EVENT_MINUTES, EVENT_NEW = 2, 6, 10, 0.3
THEY_ASK = 0.03
SIDES = tuple(facet for facet in Facet if facet.side is Side.ARE)
QUESTIONS = askable.questions()
FIGURES = ("known", "lost", "pressed", "only_events", "seen", "top5", "gini")


@dataclass
class Somebody:
    """One person of the simulated world, and what was journalled of them."""

    id: int
    yes: float
    openness: float
    near: bool | None
    interval: int
    hours: float = 0.0
    deep: float = 0.0
    talks: list[Talk] = field(default_factory=list)
    learnt: list[Learnt] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    shown: list[date] = field(default_factory=list)
    standing: tuple[Tier, float, float] | None = None

    @property
    def known(self) -> bool:
        """Whether the user truly knows them, whatever the journal shows."""
        return self.deep >= KNOWN_HOURS

    @property
    def last(self) -> date | None:
        """The day of the latest conversation of any kind."""
        return max((talk.day for talk in self.talks), default=None)

    @property
    def outside(self) -> list[Talk]:
        """The conversations that were not at events."""
        return [talk for talk in self.talks if talk.setting is not Setting.EVENT]


class World:
    """A year of one seed; every rule meets the same people and the same luck."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.people: list[Somebody] = []
        self.ever_known: set[int] = set()
        dice = Random(f"{seed} people")
        kinds = ["name"] * 45 + ["event"] * 75 + ["elsewhere"] * 14 + ["known"] * 6
        dice.shuffle(kinds)
        for kind in kinds:
            self._start(kind, dice)

    def luck(self, *of: object) -> Random:
        """Return dice that depend on the seed and ``of``, not on the rule."""
        return Random(f"{self.seed} {of}")

    def _start(self, kind: str, dice: Random) -> None:
        interval = {"name": 180, "event": 90, "elsewhere": 60, "known": 30}[kind]
        one = self._born(dice, interval)
        for _ in range(dice.randint(1, 6) if kind == "event" else 0):
            self._talk(one, _before(dice, 700), Setting.EVENT, EVENT_MINUTES, dice)
        for _ in range(dice.randint(1, 3) if kind == "elsewhere" else 0):
            self._talk(one, _before(dice, 400), Setting.LUNCH, 75, dice)
        while kind == "known" and not one.known:
            self._talk(one, _before(dice, 900), Setting.DINNER, 150, dice)
        one.talks.sort(key=lambda talk: talk.day)

    def _born(self, dice: Random, interval: int) -> Somebody:
        hardly = dice.random() < 1 / 6
        one = Somebody(
            len(self.people),
            dice.betavariate(1, 9) if hardly else dice.betavariate(3, 2),
            dice.lognormvariate(0, 0.4),
            dice.choice((True, False, None)),
            interval,
        )
        self.people.append(one)
        return one

    def _talk(
        self, one: Somebody, day: date, setting: Setting, minutes: int, dice: Random
    ) -> None:
        opened = 0.8 + 0.7 * one.openness * math.log2(1 + one.hours)
        felt = round(dice.gauss(opened, 0.7))
        most = Depth.SHOP if setting is Setting.EVENT else Depth.HEART
        depth = Depth(min(max(felt, 0), most))
        one.talks.append(Talk(day, setting, depth, minutes))
        one.hours += minutes / 60
        one.deep += minutes / 60 * DEEP_HOUR[depth]
        blank = [s for s in SIDES if s not in {fact.facet for fact in one.learnt}]
        for side in dice.sample(blank, min(len(blank), max(depth - 1, 0), 2)):
            one.learnt.append(Learnt(day, side, len(one.talks)))
        one.standing = None
        if one.known:
            self.ever_known.add(one.id)

    def week(self, number: int, rule: Rule) -> None:
        """Live one week by ``rule``."""
        today = START + timedelta(weeks=number)
        self._fade(number, today)
        slots = list(SLOTS)
        ranked = (one for one in rule(self, today) if _in_peace(one, today))
        for _, one in zip(range(ASKS), ranked, strict=False):
            if slots and self._ask(one, number, today):
                setting, days, minutes = slots.pop(0)
                luck = self.luck("talk", number, one.id)
                self._talk(one, today + timedelta(days=days), setting, minutes, luck)
        self._event(number, today)
        self._invited(number, today)

    def _ask(self, one: Somebody, number: int, today: date) -> bool:
        luck = self.luck("ask", number, one.id)
        near = {True: 1.2, None: 1.0, False: 0.7}[one.near]
        says_yes = luck.random() < one.yes * near * (1.3 if one.known else 1.0)
        noes = (Answer.SILENCE, Answer.LATER, Answer.NO)
        no = luck.choices(noes, (5, 3, 2))[0]
        answer = Answer.YES if says_yes else no
        one.asked.append(Asked(today, answer=answer, answered_on=today))
        return says_yes

    def _fade(self, number: int, today: date) -> None:
        for one in self.people:
            silent = today - (one.last or today)
            luck = self.luck("fade", number, one.id)
            if one.known and silent > LOST_AFTER and luck.random() < LOST_CHANCE:
                one.deep /= 2

    def _event(self, number: int, today: date) -> None:
        if number % EVENT_EVERY:
            return
        dice = self.luck("event", number)
        for _ in range(EVENT_PEOPLE):
            new = dice.random() < EVENT_NEW
            one = self._born(dice, 90) if new else dice.choice(self.people[:140])
            day = today + timedelta(days=3)
            self._talk(one, day, Setting.EVENT, EVENT_MINUTES, dice)

    def _invited(self, number: int, today: date) -> None:
        for one in self.people:
            luck = self.luck("they ask", number, one.id)
            if one.known and luck.random() < THEY_ASK:
                day = today + timedelta(days=4)
                one.asked.append(Asked(day, by_them=True, answer=Answer.YES))
                self._talk(one, day, Setting.DINNER, 150, luck)
                one.talks[-1] = one.talks[-1]._replace(they_asked=True)

    def figures(self) -> dict[str, float]:
        """Return what came of the year."""
        met = [one for one in self.people if one.talks]
        year = [
            sum(talk.minutes or 0 for talk in one.outside if talk.day >= START)
            for one in met
        ]
        known = sum(one.known for one in self.people)
        return {
            "known": known,
            "lost": len(self.ever_known) - known,
            "pressed": sum(_pressed(one) for one in self.people),
            "only_events": sum(not one.outside for one in met) / len(met),
            "top5": sum(sorted(year)[-5:]) / max(sum(year), 1),
            "gini": _gini(year),
            "seen": sum(1 for minutes in year if minutes),
        }


def _before(dice: Random, days: int) -> date:
    return START - timedelta(days=dice.randint(1, days))


def _in_peace(one: Somebody, today: date) -> bool:
    """Whether common sense lets the user ask them now."""
    last = one.outside[-1].day if one.outside else date.min
    asked = [each.day for each in one.asked if each.answer is not Answer.YES]
    refused = max(asked, default=date.min)
    return today - last >= PEACE_AFTER_YES and today - refused >= PEACE_AFTER_NO


def _pressed(one: Somebody) -> int:
    """Return how often they were asked after three refusals in a row."""
    pressed = refused = 0
    for each in one.asked:
        if each.by_them:
            refused = 0
            continue
        pressed += refused >= 3
        refused = 0 if each.answer is Answer.YES else refused + 1
    return pressed


def _gini(values: list[int]) -> float:
    total = sum(values)
    if not total:
        return 0.0
    ranked = sum(rank * value for rank, value in enumerate(sorted(values), start=1))
    return 2 * ranked / (len(values) * total) - (len(values) + 1) / len(values)


def at_random(world: World, today: date) -> list[Somebody]:
    """Anybody."""
    dice = world.luck("random", today)
    return dice.sample(world.people, len(world.people))


def most_recent(world: World, today: date) -> list[Somebody]:
    """Whom you spoke to last comes first, as in an inbox."""
    del today
    return sorted(world.people, key=lambda one: one.last or date.min, reverse=True)


def friends(world: World, today: date) -> Iterable[Somebody]:
    """Draw from three bands in turn: distant, moderate and the close quarter."""
    dice = world.luck("friends", today)
    ranked = sorted(world.people, key=lambda one: len(one.talks))
    distant = [one for one in ranked if len(one.talks) < 2]
    rest = ranked[len(distant) :]
    cut = len(rest) * 3 // 4
    bands = [dice.sample(band, len(band)) for band in (distant, rest[:cut], rest[cut:])]
    return (one for draw in zip_longest(*bands) for one in draw if one)


def frm(world: World, today: date) -> Iterable[Somebody]:
    """Whoever is past their interval, or was never met, in file order."""
    return (
        one
        for one in world.people
        if one.last is None or (today - one.last).days > one.interval
    )


def bonds(world: World, today: date) -> list[Somebody]:
    """Whoever is past their interval, by days past it over the interval."""

    def past(one: Somebody) -> float:
        silent = (today - (one.last or today)).days
        return (silent - one.interval) / one.interval

    return sorted((one for one in world.people if past(one) > 0), key=past)[::-1]


def deepnet(world: World, today: date) -> list[Somebody]:
    """Follow the picks of deepnet in their order."""
    told = [_candidate(one, today) for one in world.people]
    chosen = [
        world.people[each.person.id] for each in pick(told, today, questions=QUESTIONS)
    ]
    for one in chosen:
        one.shown.append(today)
    return chosen


def _candidate(one: Somebody, today: date) -> Candidate:
    tier, score, gain = _standing(one, today)
    last = max(one.talks, key=lambda talk: talk.day, default=None)
    came = max(
        [talk.day for talk in one.talks] + [asked.day for asked in one.asked],
        default=date.min,
    )
    shown = [day for day in one.shown if day > came]
    began = [talk.day for talk in one.talks if talk.they_asked]
    return Candidate(
        PersonRef(one.id, str(one.id)),
        tier,
        score,
        gain,
        len(one.talks),
        len(one.talks) - len(one.outside),
        len(one.outside),
        Last(last.day, last.setting) if last else None,
        frozenset(fact.facet for fact in one.learnt),
        max((talk.depth for talk in one.talks if talk.depth is not None), default=None),
        answers(
            one.asked,
            today=today,
            began_on=max(began, default=None),
            talked_on=one.last,
        ),
        weeks_shown=len(shown),
        shown_on=max(shown, default=None),
        office_near=one.near,
    )


def _standing(one: Somebody, today: date) -> tuple[Tier, float, float]:
    if one.standing is None:
        history = History(tuple(one.talks), tuple(one.learnt), tuple(one.asked))
        shown = standing.standing(history)
        one.standing = shown.tier, shown.score, scoring.gain(history, today)
    return one.standing


RULES = {
    "deepnet": deepnet,
    "friends": friends,
    "frm": frm,
    "bonds": bonds,
    "most recent": most_recent,
    "random": at_random,
}


class Mean(NamedTuple):
    """A mean over the seeds, and half the width of its 95 % interval."""

    mean: float
    half: float


def _year(seed: int, rule: Rule) -> dict[str, float]:
    world = World(seed)
    for number in range(WEEKS):
        world.week(number, rule)
    return world.figures()


def _mean(values: list[float]) -> Mean:
    return Mean(fmean(values), 1.96 * stdev(values) / math.sqrt(len(values)))


def main() -> None:
    """Print a table of the rules, and the same as one JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--rules", default=",".join(RULES))
    options = parser.parse_args()
    result: dict[str, dict[str, dict[str, float]]] = {}
    print(f"{options.seeds} seeds, {WEEKS} weeks; mean ± 95 %")
    print(f"{'rule':12}" + "".join(f"{figure:>16}" for figure in FIGURES))
    for name in options.rules.split(","):
        years = [_year(seed, RULES[name]) for seed in range(options.seeds)]
        means = {f: _mean([year[f] for year in years]) for f in FIGURES}
        cells = (f"{m.mean:9.2f} ± {m.half:4.2f}" for m in means.values())
        print(f"{name:12}" + "".join(cells), flush=True)
        result[name] = {
            figure: {"mean": round(mean.mean, 4), "half": round(mean.half, 4)}
            for figure, mean in means.items()
        }
    print(json.dumps({"seeds": options.seeds, "rules": result}))


if __name__ == "__main__":
    main()
