"""Five weeks lived day by day with the installed command, each morning by its laws.

Somebody with 38 people logs, asks, answers, lets go, snoozes and promises, by a fixed
draw of the dice. What each morning may say follows from what happened before it; the
laws are those of docs/explanation/picks.md.
"""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Command, Run

FIRST = date(2026, 11, 2)  # a Monday
DAYS = 35
STRANGERS = [
    f"{first} {last}"
    for first in ("Adela", "Bruno", "Carla", "Dario", "Elena", "Fabio")
    for last in ("Rossi", "Keller", "Novak", "Okoye", "Lindt")
]
FRIENDS = [f"{first} Moss" for first in ("Gerda", "Hugo", "Irma", "Jakob")]
FRIENDS += [f"{first} Vega" for first in ("Karin", "Lotte", "Mirko", "Nadia")]
SETTINGS = ("lunch", "walk", "drinks", "call")


class Life:
    """A journal, the day in it, and what the laws need to remember."""

    def __init__(self, deepnet: Command, seed: int) -> None:
        self._deepnet = deepnet
        self.dice = random.Random(seed)
        self.today = FIRST
        self.let_go: set[str] = set()
        self.snoozed: dict[str, date] = {}
        self.asked: set[str] = set()
        self.due: dict[str, tuple[str, date]] = {}
        self.talked: dict[str, date] = {}
        self.shown: dict[str, set[date]] = defaultdict(set)
        self.happened = True

    def do(self, *words: str) -> Run:
        """Run a command today; it must work."""
        run = self._deepnet(*words, DEEPNET_TODAY=self.today.isoformat())
        assert run.code == 0, (words, run.err)
        return run

    def morning(self) -> dict[str, Any]:
        """This morning's list."""
        return self.do("who-next", "--json").json

    def talk(self, name: str) -> None:
        """A conversation: whoever was let go is back, and a waiting answer is there."""
        setting = self.dice.choice(SETTINGS)
        self.do("log", f"{setting} with {name}", "--depth", "opinions")
        self.talked[name] = self.today
        self.shown[name].clear()
        self.asked.discard(name)
        self.let_go.discard(name)

    def ask(self, name: str) -> None:
        """You ask somebody for a lunch in the days to come."""
        planned = self.today + timedelta(days=self.dice.randint(1, 9))
        self.do("ask", name, "--for", "lunch", "--on", planned.isoformat())
        self.asked.add(name)

    def answer(self) -> None:
        """One of those who were asked answers."""
        name = self.dice.choice(sorted(self.asked))
        said = self.dice.choice(("yes", "later", "no", "silence"))
        self.do("answer", name, said)
        self.asked.discard(name)

    def promise(self, name: str) -> None:
        """Something is promised, by you or by them, for one of the next days."""
        due = self.today + timedelta(days=self.dice.randint(0, 3))
        text = f"send thing {len(self.due)}"
        theirs = ["--theirs"] if self.dice.random() < 0.3 else []
        self.do("promise", name, text, "--by", due.isoformat(), *theirs)
        self.due[text] = (name, due)

    def keep(self) -> None:
        """One of the promises is kept."""
        text = self.dice.choice(sorted(self.due))
        name, _ = self.due.pop(text)
        self.do("done", name, *text.split())

    def leave(self, name: str) -> None:
        """Somebody is thanked and left in peace."""
        self.do("let-go", name, "--because", "it is time")
        self.let_go.add(name)

    def snooze(self, name: str) -> None:
        """Somebody is put off for some days."""
        until = self.today + timedelta(days=self.dice.randint(2, 12))
        self.do("snooze", name, "--until", until.isoformat())
        self.snoozed[name] = until

    def live(self, picks: list[str]) -> None:
        """What the day brings: nothing, or one or two things."""
        self.happened = self.dice.random() < 0.6
        if not self.happened:
            return
        for _ in range(self.dice.randint(1, 2)):
            anybody = self.dice.choice([*STRANGERS, *FRIENDS, *picks, *picks])
            if self.asked and self.dice.random() < 0.3:
                self.answer()
            elif self.due and self.dice.random() < 0.3:
                self.keep()
            else:
                act = self.dice.choice(
                    (self.talk, self.ask, self.ask, self.promise, self.leave)
                    if self.dice.random() < 0.8
                    else (self.snooze,)
                )
                act(anybody)


def names(morning: dict[str, Any]) -> list[str]:
    return [pick["person"]["name"] for pick in morning["picks"]]


def said(morning: dict[str, Any]) -> str:
    """All that a morning names or says, in one text."""
    return str(morning)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def begun(deepnet: Command, seed: int) -> Life:
    """A journal of thirty met at events, and eight met outside long ago."""
    life = Life(deepnet, seed)
    life.today = date(2026, 10, 1)
    for group in range(0, len(STRANGERS), 10):
        there = ", ".join(STRANGERS[group : group + 10])
        life.do(
            "log", f"{10 + group} sep: conference with {there} and 200 others", "--new"
        )
    for number, name in enumerate(FRIENDS):
        life.do("log", f"{number + 1} june: lunch with {name}", "--new")
        life.do("log", f"{number + 1} july: walk with {name}", "--depth", "personal")
        life.talked[name] = date(2026, 7, number + 1)
    life.today = FIRST
    return life


def check(life: Life, morning: dict[str, Any]) -> None:
    """The laws of one morning."""
    everything = said(morning)
    for name in life.let_go:
        assert f"'{name}'" not in everything, "let go"
    for name, until in life.snoozed.items():
        assert until <= life.today or f"'{name}'" not in everything, "snoozed"
    assert not set(names(morning)) & life.asked, "asked, and not answered yet"
    kinds = [pick["kind"] for pick in morning["picks"]]
    assert "stranger" in kinds, "a stranger's place"
    assert 3 <= len(kinds) <= 5
    for text, (name, due) in life.due.items():
        quiet = name in life.let_go or life.snoozed.get(name, FIRST) > life.today
        if due == life.today and not quiet:
            assert text in everything, "a due promise on its day"
    for pick in morning["picks"]:
        if pick["kind"] == "promise":
            continue
        name = pick["person"]["name"]
        life.shown[name].add(monday(life.today))
        assert len(life.shown[name]) <= 3, "a fourth week without anything of it"


def is_calm(life: Life, day: date) -> bool:
    """Whether nothing that changes a list falls on this day."""
    due = any(on == day for _, on in life.due.values())
    woken = any(until == day for until in life.snoozed.values())
    return not (due or woken)


@pytest.mark.parametrize("seed", [1, 2016])
def test_five_weeks_of_mornings_keep_their_laws(deepnet: Command, seed: int) -> None:
    life = begun(deepnet, seed)
    before: list[str] = []
    held = 0
    for _ in range(DAYS):
        morning = life.morning()
        check(life, morning)
        if not life.happened and life.today.weekday() and is_calm(life, life.today):
            assert names(morning) == before, "the list holds while nothing happens"
            held += 1
        life.live(names(morning))
        # The list is the same all day, as far as nothing happens in it.
        if not life.happened:
            assert life.morning() == morning
        before = names(morning)
        life.today += timedelta(days=1)
    assert held >= 5
    assert life.let_go
    assert life.snoozed


def test_people_of_whom_nothing_comes_rest_in_the_fourth_week(deepnet: Command) -> None:
    for name in FRIENDS[:2]:
        deepnet("log", f"1 june: lunch with {name}", "--depth", "personal", "--new")
    weeks = [FIRST + timedelta(weeks=number) for number in range(12)]
    shown = [
        names(deepnet("who-next", "--json", DEEPNET_TODAY=week.isoformat()).json)
        for week in weeks
    ]
    both = FRIENDS[:2]
    # Three weeks shown; from the last of them on they rest for eight weeks, each time.
    assert [sorted(each) for each in shown] == [both] * 3 + [[]] * 7 + [both, []]
