"""Ten years of a journal, of any size: the worlds that ``scale.py`` measures in.

``python benchmarks/decade.py FILE PEOPLE CONVERSATIONS`` makes one. The same numbers
make the same world, written by statements of many rows; standings, names and the
search index are the store's own work.

What is assumed of it. Nearly half of the people are names only, most of these from a
network; of those met, most only ever at events (one to four of them named at each); a
tenth are seen elsewhere, half of them a few times, a few far more often than others.
Thirty in a hundred conversations with them are chats by message, ten are calls. Words
are drawn as in any language: few of them very often. One in four of the rest taught
something, one in ten left a promise, one in five was asked for. Nineteen
promises of twenty are kept, but for those of the last two months, of which half are.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date, timedelta
from itertools import accumulate, product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from worlds import BEGINNINGS, ENDINGS, FAMILY, TODAY

from deepnet.model import Depth, Facet, Setting
from deepnet.store import Store, configuration

if TYPE_CHECKING:
    from collections.abc import Iterator

    Rows = list[tuple[object, ...]]

DAYS = 3650
_KIN = ["", "son", "man", "ley", "berg", "er"]
AREAS = "Harbour,Old Town,Oslo,Sandvika,Northgate,Quay".split(",")
SYLLABLES = "ba co di fu ga he ki lo ma ne or pa ri so tu va we zo".split()
WORDS = ["".join(three) for three in product(SYLLABLES, repeat=3)][::7]
CIRCLE, CROWD = "bookclub", "crowd"
"""A circle of a dozen of the close, and one of a sixth of all."""

_OFTEN = list(accumulate(1 / place for place in range(1, len(WORDS) + 1)))

_FACE_TO_FACE = [
    *(Setting.LUNCH, Setting.COFFEE, Setting.DINNER, Setting.DRINKS, Setting.WALK),
    *(Setting.VISIT, Setting.TRIP, Setting.WORK),
]
_MANY = {
    "people": "INSERT INTO people (id, name, company, birthday, office, home, "
    "let_go_on, snoozed_until, added_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "aliases": "INSERT INTO aliases (person_id, alias) VALUES (?, ?)",
    "identifiers": "INSERT INTO identifiers (person_id, kind, value, key) "
    "VALUES (?, 'email', ?, ?)",
    "ties": "INSERT INTO ties (person_id, source, connected_on) "
    "VALUES (?, 'linkedin', ?)",
    "claims": "INSERT INTO claims (person_id, tier, claimed_on) VALUES (?, ?, ?)",
    "tags": "INSERT INTO tags (person_id, tag) VALUES (?, ?)",
    "conversations": "INSERT INTO conversations (id, day, setting, depth, minutes, "
    "text, others, they_asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "participants": "INSERT INTO participants (conversation_id, person_id) "
    "VALUES (?, ?)",
    "facts": "INSERT INTO facts (person_id, facet, text, day, conversation_id) "
    "VALUES (?, ?, ?, ?, ?)",
    "promises": "INSERT INTO promises (person_id, text, mine, due, made_on, kept_on, "
    "conversation_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
    "invitations": "INSERT INTO invitations (person_id, asked_on, by_them, setting, "
    "answer, answered_on) VALUES (?, ?, ?, ?, ?, ?)",
    "shown": "INSERT OR IGNORE INTO shown (week, person_id) VALUES (?, ?)",
    "questions_shown": "INSERT OR REPLACE INTO questions_shown (person_id, text, week) "
    "VALUES (?, ?, ?)",
}


class Crowd(NamedTuple):
    """The ids of everybody, of those met, and of those seen beside events.

    Who is close comes first, the closest of all as number 1.
    """

    everybody: range
    met: range
    close: range


def crowd(persons: int) -> Crowd:
    """How many of so many people are met, and how many are close."""
    close, met = max(persons // 10, 1), max(persons * 55 // 100, 1)
    return Crowd(range(1, persons + 1), range(1, met + 1), range(1, close + 1))


def name(number: int) -> str:
    """A name that nobody else has, of up to 600,000; one in 312 has the first name."""
    beginnings, endings, families = BEGINNINGS.split(), ENDINGS.split(), FAMILY.split()
    family, first = divmod(number, len(beginnings) * len(endings))
    ending, beginning = divmod(first, len(beginnings))
    rest, kin = divmod(family, len(families))
    more, born = divmod(rest, len(beginnings))
    start = beginnings[(born + first) % len(beginnings)]
    whole = families[(kin + first) % len(families)].lower() + _KIN[more]
    return f"{beginnings[beginning]}{endings[ending]} {start}{whole}"


def world(path: Path, *, persons: int, talks: int, seed: int = 1) -> None:
    """Fill a new journal."""
    chance = random.Random(seed)
    with Store.open(path, at="2026-11-25T12:00:00Z", create=True) as store:
        store.run("PRAGMA synchronous = OFF")
        with store.change("world") as change, store.in_bulk():
            for table, rows in _people(chance, crowd(persons)).items():
                store.run_many(_MANY[table], rows)
            for some in _history(chance, crowd(persons), talks):
                for table, rows in some.items():
                    store.run_many(_MANY[table], rows)
            for table, rows in _shown(chance, crowd(persons)).items():
                store.run_many(_MANY[table], rows)
            configuration.change(store, "office", AREAS[0])
            configuration.change(store, "near", "Harbour, Quay; Oslo, Sandvika")
            change.summary = f"{persons} people, {talks} conversations"


def _people(chance: random.Random, who: Crowd) -> dict[str, Rows]:
    found: dict[str, Rows] = {table: [] for table in list(_MANY)[:6]}
    for person in who.everybody:
        one = name(person)
        found["people"].append((person, one, *_details(chance, person, who)))
        if chance.random() < 0.05:
            found["aliases"].append((person, f"{one.split()[0]}ko"))
        if chance.random() < 0.6:
            email = f"{one.replace(' ', '.')}.{person}@example.org".lower()
            found["identifiers"].append((person, email, email))
            found["ties"].append((person, _day(chance)))
        if chance.random() < 0.3:
            tier = chance.choices(
                ("name", "event", "acquainted", "known"), (5, 3, 2, 1)
            )
            found["claims"].append((person, tier[0], _day(chance)))
        if person in who.close[::3] and person <= 36:
            found["tags"].append((person, CIRCLE))
        if person % 6 == 0:
            found["tags"].append((person, CROWD))
    return found


def _details(chance: random.Random, person: int, who: Crowd) -> tuple[object, ...]:
    born = TODAY - timedelta(days=chance.randrange(9000, 26000))
    rests = chance.random()
    can_rest = person > 36 and person in who.met
    return (
        f"{chance.choice(FAMILY.split())} Ltd" if chance.random() < 0.7 else None,
        born.isoformat() if chance.random() < 0.2 else None,
        chance.choice(AREAS) if chance.random() < 0.5 else None,
        chance.choice(AREAS) if chance.random() < 0.2 else None,
        _day(chance) if can_rest and rests < 0.02 else None,
        "2027-01-10" if can_rest and 0.02 < rests < 0.03 else None,
        (TODAY - timedelta(days=DAYS)).isoformat(),
    )


def _day(chance: random.Random, *, within: int = DAYS) -> str:
    return (TODAY - timedelta(days=chance.randrange(1, within))).isoformat()


def _words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(WORDS, cum_weights=_OFTEN, k=number))


def _history(
    chance: random.Random, who: Crowd, talks: int, *, at_once: int = 20_000
) -> Iterator[dict[str, Rows]]:
    """All that was talked, oldest first, so many conversations at a time."""
    half = len(who.close) // 2
    weights = list(
        accumulate(
            (place + 20) ** -0.6 * (1 if place <= half else 0.02) for place in who.close
        )
    )
    days = sorted(chance.randrange(1, DAYS) for _ in range(talks))
    tables = list(_MANY)[6:11]
    found: dict[str, Rows] = {table: [] for table in tables}
    for number, ago in enumerate(reversed(days), start=1):
        day = TODAY - timedelta(days=ago)
        if chance.random() < 0.15:
            _event(chance, who, number, day, found)
        else:
            few = chance.choices((1, 2, 3), (7, 2, 1))[0]
            there = chance.choices(who.close, cum_weights=weights, k=few)
            _talk(chance, number, day, sorted(set(there)), found)
        if number % at_once == 0:
            yield found
            found = {table: [] for table in tables}
    yield found


def _event(
    chance: random.Random, who: Crowd, number: int, day: date, found: dict[str, Rows]
) -> None:
    there = sorted(set(chance.choices(who.met, k=chance.randrange(1, 5))))
    words = _words(chance, 4)
    others = chance.choice((None, 10, 40))
    text = f"event with {', '.join(map(name, there))}, {words}"
    row = (number, day.isoformat(), Setting.EVENT, None, None, text, others, 0)
    found["conversations"].append(row)
    found["participants"] += [(number, person) for person in there]


def _talk(
    chance: random.Random,
    number: int,
    day: date,
    there: list[int],
    found: dict[str, Rows],
) -> None:
    kind = chance.random()
    setting = chance.choice(_FACE_TO_FACE)
    if kind < 0.4:
        setting = Setting.MESSAGE if kind < 0.3 else Setting.CALL
    depth = chance.choice([None, *Depth]) if kind >= 0.3 else None
    words = _words(chance, 8)
    found["conversations"].append(
        (
            number,
            day.isoformat(),
            setting,
            depth,
            chance.choice([None, 30, 60, 90]) if kind >= 0.3 else None,
            f"{setting} with {', '.join(map(name, there))}, {words}",
            None,
            int(chance.random() < 0.3),
        )
    )
    found["participants"] += [(number, person) for person in there]
    if kind >= 0.3:
        _came_of_it(chance, number, day, chance.choice(there), found)


def _came_of_it(
    chance: random.Random, number: int, day: date, person: int, found: dict[str, Rows]
) -> None:
    words = _words(chance, 4)
    if chance.random() < 0.25:
        facet = chance.choice(list(Facet))
        found["facts"].append((person, facet, words, day.isoformat(), number))
    if chance.random() < 0.1:
        due = day + timedelta(days=chance.randrange(3, 40))
        open_still = chance.random() < (0.5 if (TODAY - day).days < 60 else 0.05)
        kept = None if open_still else min(due, TODAY).isoformat()
        mine, ends = int(chance.random() < 0.7), due.isoformat()
        found["promises"].append(
            (person, f"send {words}", mine, ends, day.isoformat(), kept, number)
        )
    if chance.random() < 0.2:
        asked = (day - timedelta(days=chance.randrange(1, 20))).isoformat()
        answer = chance.choices(("yes", "later", "no", None), (12, 3, 2, 1))[0]
        answered = asked if answer else None
        by_them = int(chance.random() < 0.2)
        found["invitations"].append(
            (person, asked, by_them, Setting.LUNCH, answer, answered)
        )


def _shown(chance: random.Random, who: Crowd) -> dict[str, Rows]:
    """Five people a week for ten years, each with a question."""
    found: dict[str, Rows] = {"shown": [], "questions_shown": []}
    monday = TODAY - timedelta(days=TODAY.weekday())
    for ago in range(1, DAYS // 7):
        week = (monday - timedelta(weeks=ago)).isoformat()
        people = [*chance.choices(who.close, k=4), chance.choice(who.everybody)]
        found["shown"] += [(week, person) for person in people]
        found["questions_shown"] += [
            (person, f"What is {chance.choice(WORDS)} to you?", week)
            for person in people
        ]
    return found


if __name__ == "__main__":
    file, how_many, how_often = sys.argv[1:]
    world(Path(file), persons=int(how_many), talks=int(how_often))
    print(json.dumps({"bytes": Path(file).stat().st_size}))
