"""Long files, imported whole by the installed command: CPU seconds and memory.

``python benchmarks/importing.py [CONNECTIONS EVENTS MESSAGES]`` makes the files, runs
each import in a process of its own, takes off what start-up costs, and prints a table
and, last, one JSON object. A counting loop is timed beside them, since a busy machine
slows all alike.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from worlds import BEGINNINGS, ENDINGS, FAMILY, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPNET = str(Path(sys.executable).with_name("deepnet"))
AIMS = {"connections": 4.0, "calendar": 3.0}
MEGABYTES = {"connections": 150}
LOOP = 10_000_000


class Cost(NamedTuple):
    """What one process took: CPU seconds, and its largest size in megabytes."""

    seconds: float
    megabytes: float


def names(chance: random.Random) -> tuple[str, str]:
    """A first and a last name, of a few hundred thousand that there can be."""
    first = chance.choice(BEGINNINGS.split()) + chance.choice(ENDINGS.split())
    last = chance.choice(FAMILY.split()) + chance.choice("son man ley berg er".split())
    return first + chance.choice(ENDINGS.split()), last + chance.choice("abdeilmnorst")


def connections(number: int) -> str:
    """A Connections.csv with so many members; one in twenty shows an email."""
    chance = random.Random(1)
    rows = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    for each in range(number):
        first, last = names(chance)
        slug = f"{first}-{last}-{each:x}".lower()
        email = f"{slug}@example.org" if chance.random() < 0.05 else ""
        day = TODAY - timedelta(days=chance.randrange(1, 4000))
        rows.append(
            f"{first},{last},https://www.linkedin.com/in/{slug},{email},"
            f"{chance.choice(FAMILY.split())} Ltd,Analyst,{day:%d %b %Y}"
        )
    return "\n".join(rows)


def calendar(number: int) -> str:
    """A calendar of so many events: meetings with one to four, and one in fifty weekly.

    A third are with nobody, as most of people's own reminders are.
    """
    chance = random.Random(2)
    crowd = [names(chance) for _ in range(300)]
    lines = ["BEGIN:VCALENDAR", "X-WR-CALNAME:me@example.org"]
    for each in range(number):
        lines += _event(each, chance, crowd)
    return "\r\n".join([*lines, "END:VCALENDAR"])


def _event(
    number: int, chance: random.Random, crowd: list[tuple[str, str]]
) -> Iterator[str]:
    day = TODAY - timedelta(days=chance.randrange(1, 2500))
    zone = chance.choice(("Europe/Oslo", "W. Europe Standard Time", "America/Denver"))
    yield from ("BEGIN:VEVENT", f"UID:{number}@example.org")
    yield f"DTSTART;TZID={zone}:{day:%Y%m%d}T{chance.randrange(8, 20):02}0000"
    yield f"SUMMARY:{chance.choice(('Lunch', 'Weekly', 'Plan', 'Call'))} {number}"
    yield "DESCRIPTION:" + "What there is to talk about\\, word for word. " * 6
    if chance.random() < 0.02:
        yield "RRULE:FREQ=WEEKLY;COUNT=10"
    if chance.random() < 0.67:
        yield "ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.org"
        for first, last in chance.sample(crowd, chance.randrange(1, 5)):
            yield (
                f"ATTENDEE;CN={first} {last};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;"
                f"X-NUM-GUESTS=0:mailto:{first}.{last}@example.org".lower()
            )
    yield "END:VEVENT"


def chat(number: int) -> str:
    """A WhatsApp chat of two, with so many messages."""
    chance = random.Random(3)
    days = sorted(chance.randrange(1, 3000) for _ in range(number))
    return "\n".join(
        f"{date(2018, 1, 1) + timedelta(days=day):%d/%m/%Y}, 14:05 - "
        f"{chance.choice(('Nia Fox', 'Me'))}: see you there, and then some"
        for day in days
    )


def cost(journal: Path, *words: str) -> Cost:
    """What one command takes, as a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [DEEPNET, "--db", str(journal), *words],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "DEEPNET_TODAY": TODAY.isoformat()},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return Cost(spent, after.ru_maxrss / 1000)


def loop() -> float:
    """CPU seconds of a counting loop, to compare machines with."""
    start = time.process_time()
    for _ in range(LOOP):
        pass
    return time.process_time() - start


def main(members: int, events: int, messages: int) -> None:
    """Measure and print; the largest file comes last, since memory only grows."""
    files = {
        "chat": ("WhatsApp Chat with Nia Fox.txt", chat(messages), ()),
        "calendar": ("work.ics", calendar(events), ("--yes",)),
        "connections": ("Connections.csv", connections(members), ()),
    }
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.csv"
        one.write_text("name\nAna Ruiz\n")
        start = cost(Path(folder) / "start.db", "import", str(one)).seconds
        print(f"start-up {start:.2f} s, a loop of ten million {loop():.2f} s")
        for kind, (name, text, flags) in files.items():
            path = Path(folder) / name
            path.write_text(text)
            for which in ("first", "again"):
                took = cost(Path(folder) / f"{kind}.db", "import", str(path), *flags)
                spent = took.seconds - start
                figures[f"{kind} {which}"] = round(spent, 2)
                aim = f"  aim {AIMS[kind]:g} s" if kind in AIMS else ""
                room = f" in {MEGABYTES[kind]} MB" if kind in MEGABYTES else ""
                print(
                    f"{kind:12} {which}  {spent:6.2f} s CPU  "
                    f"{took.megabytes:4.0f} MB{aim}{room}"
                )
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or ("30000", "10000", "40000")))
