"""Journals of a given size, written straight into the file: worlds to measure in.

``python benchmarks/worlds.py FILE PEOPLE CONVERSATIONS`` makes one. The same numbers
make the same world.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from pathlib import Path

from deepnet.model import Depth, Facet, PersonRef, Setting, When
from deepnet.store import Store, conversations, people

TODAY = date(2026, 11, 25)
BEGINNINGS = "An Be Cle Da E Fi Gi Hu I Jo Ka Li Mi No O Pi Ro Sa Ti U Va Wi Ya Zo"
ENDINGS = "a bel dra fi gor ko lia mar na rik sa ton vi"
FAMILY = "Abe Brandt Costa Diaz Ek Falk Goto Holm Ivers Jain Katz Lund Moss Nagy"
WORDS = "harbour choir garden river school letters bread winter sister marathon"


def world(path: Path, *, persons: int, talks: int, seed: int = 1) -> None:
    """Fill a new journal: most people at events only, a few met often."""
    chance = random.Random(seed)
    with Store.open(path, at="2026-11-25T12:00:00Z", create=True) as store:
        store.run("PRAGMA synchronous = OFF")
        with store.change("world") as change:
            everybody = [_person(store, number) for number in range(persons)]
            close = everybody[: max(persons // 10, 1)]
            for _ in range(talks):
                _talk(store, chance, everybody, close)
            change.summary = f"{persons} people, {talks} conversations"


def _person(store: Store, number: int) -> PersonRef:
    name = _name(number)
    return PersonRef(people.add(store, name, today=TODAY), name)


def _name(number: int) -> str:
    """A name of its own for each of the first four thousand, then with a number."""
    beginnings, endings, family = BEGINNINGS.split(), ENDINGS.split(), FAMILY.split()
    again = number // (len(beginnings) * len(endings))
    beginning = beginnings[number % len(beginnings)]
    ending = endings[number // len(beginnings) % len(endings)]
    last = family[(number + again) % len(family)]
    more = number // (len(beginnings) * len(endings) * len(family))
    return f"{beginning}{ending} {last}" + (f" {more}" if more else "")


def _talk(
    store: Store,
    chance: random.Random,
    everybody: list[PersonRef],
    close: list[PersonRef],
) -> None:
    deep = chance.random() < 0.5
    person = chance.choice(close if deep else everybody)
    day = TODAY - timedelta(days=chance.randrange(1, 1500))
    setting = chance.choice(list(Setting)) if deep else Setting.EVENT
    words = " ".join(chance.choices(WORDS.split(), k=8))
    number = conversations.add(
        store,
        conversations.Conversation(
            id=0,
            when=When(day),
            setting=setting,
            depth=chance.choice([None, *Depth]) if deep else None,
            minutes=chance.choice([None, 30, 60, 90]),
            place=None,
            text=f"{setting} with {person.name}, {words}",
            others=None,
            they_asked=chance.random() < 0.3,
            people=(person,),
        ),
    )
    if deep and chance.random() < 0.4:
        facet = chance.choice(list(Facet))
        conversations.add_fact(
            store, person.id, facet, words, day=day, conversation=number
        )


if __name__ == "__main__":
    file, persons, talks = sys.argv[1:]
    world(Path(file), persons=int(persons), talks=int(talks))
