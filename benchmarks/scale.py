"""Ten years of use: whole commands in worlds of three sizes, against a floor.

    python benchmarks/scale.py [--cache FOLDER] [--rounds 9] [--sizes 500,5000,30000]
                               [--command FILE]

Worlds of 500/2,000, 5,000/50,000 and 30,000/300,000 people/conversations are made once
and kept in the cache folder (``decade.py`` says what is in them); each run measures
copies. The floor is a Typer app that inserts one row with the standard library. Every
round runs each command once in each world, in turn, so that a busy machine slows all
alike; what counts is the CPU time of the child, and its largest size in memory. The
last table has the aims; the last line is one JSON object.

``--command`` measures another installed ``deepnet``, of an older version, say.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

TALKS = {500: 2_000, 5_000: 50_000, 30_000: 300_000}
TODAY = "2026-11-25"
Run = tuple[list[str], dict[str, str]]
FLAT, SEARCH, MONTH = 1.5, 3.0, 4.0
AIMS = {
    "log": FLAT,
    "brief": FLAT,
    "show": FLAT,
    "completion": FLAT,
    "completion, two letters more": FLAT,
    "who-next": SEARCH,
    "search": SEARCH,
    "search, a common word": SEARCH,
    "report": MONTH,
}
"""How many times as long the largest world may take as the smallest."""

MEGABYTES = 120
"""What any of the commands may take of memory."""

_TYPICAL = 40
"""So many conversations there are with the friend whom the commands ask for."""

FLOOR = """
import sqlite3, sys
import typer
app = typer.Typer()
@app.command()
def add(file: str, text: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE IF NOT EXISTS entries (text TEXT NOT NULL)")
    with connection:
        connection.execute("INSERT INTO entries VALUES (?)", (text,))
    connection.close()
    print("Added.")
app()
"""


class Cost(NamedTuple):
    """What one process took: CPU and wall seconds, and megabytes at its largest."""

    cpu: float
    wall: float
    megabytes: float


class World(NamedTuple):
    """A journal to measure in, and the names that the commands say."""

    people: int
    file: Path
    friend: str
    closest: str


def made(cache: Path, people: int) -> Path:
    """A world of so many people, from the cache; made there if it is not."""
    file = cache / f"world-{people}-{TALKS[people]}.db"
    if not file.exists():
        maker = Path(__file__).with_name("decade.py")
        new = file.with_suffix(".new")
        new.unlink(missing_ok=True)
        # In a process of its own: what a child takes is never less than its parent.
        subprocess.run(
            [sys.executable, maker, new, str(people), str(TALKS[people])], check=True
        )
        new.rename(file)
    return file


def world(cache: Path, folder: Path, people: int) -> World:
    """A copy of a world, to be measured in."""
    file = folder / f"{people}.db"
    shutil.copy(made(cache, people), file)
    with closing(sqlite3.connect(file)) as connection:
        (friend,) = connection.execute(
            "SELECT name FROM people JOIN standings ON person_id = id "
            "ORDER BY abs(conversations - ?), id LIMIT 1",
            (_TYPICAL,),
        ).fetchone()
        (closest,) = connection.execute(
            "SELECT name FROM people JOIN standings ON person_id = id "
            "ORDER BY conversations DESC LIMIT 1"
        ).fetchone()
    return World(people, file, friend, closest)


def commands(deepnet: str, where: World) -> dict[str, Run]:
    """Each command by its name: its words, and what is added to its environment."""
    said = {
        "log": ("log", f"lunch with {where.friend}, batu weri #family two sisters"),
        "log, closest friend": ("log", f"lunch with {where.closest}, batu weri"),
        "who-next": ("who-next",),
        "show": ("show", where.friend),
        "show, closest friend": ("show", where.closest),
        "brief": ("brief", where.friend),
        "search": ("search", "kilowe"),
        "search, a common word": ("search", "lunch"),
        "search, a word of nearly all": ("search", "with"),
        "report": ("report",),
        "people": ("people",),
        "people of a tier": ("people", "--tier", "opening"),
    }
    found: dict[str, Run] = {
        name: ([deepnet, *words, "--json"], {}) for name, words in said.items()
    }
    found["people, as text"] = ([deepnet, "people"], {})
    for name, typed in (("completion", "An"), ("completion, two letters more", "Anko")):
        line = [deepnet, f"deepnet show {typed}", typed]
        found[name] = (line, {"_DEEPNET_COMPLETE": "complete_bash"})
    return found


def cost(command: list[str], env: dict[str, str]) -> Cost:
    """What one whole process takes.

    Raises:
        SystemExit: it failed.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if child.returncode:
        problem = f"{child.returncode}: {' '.join(command)}"
        raise SystemExit(problem)
    # In bytes on macOS, in units of 1,024 bytes elsewhere.
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / unit)


def environment(journal: Path) -> dict[str, str]:
    """A clean one: bytecode is cached, the day is fixed."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "DEEPNET_DB": str(journal), "DEEPNET_TODAY": TODAY}


def measured(
    deepnet: str, worlds: list[World], floor: list[str], rounds: int
) -> dict[tuple[str, int], Cost]:
    """The medians by name and size of world; the floor is under size 0."""
    runs = {("floor", 0): (floor, environment(worlds[0].file))}
    for where in worlds:
        env = environment(where.file)
        for name, (command, more) in commands(deepnet, where).items():
            runs[name, where.people] = (command, {**env, **more})
    costs: dict[tuple[str, int], list[Cost]] = {key: [] for key in runs}
    for round_ in range(rounds + 1):
        for key, (command, env) in runs.items():
            took = cost(command, env)
            if round_:
                costs[key].append(took)
    return {
        key: Cost(*map(statistics.median, zip(*taken, strict=True)))
        for key, taken in costs.items()
    }


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()))
    asked.add_argument("--rounds", type=int, default=9)
    asked.add_argument("--sizes", default="500,5000,30000")
    asked.add_argument(
        "--command", default=str(Path(sys.executable).with_name("deepnet"))
    )
    said = asked.parse_args()
    said.cache.mkdir(parents=True, exist_ok=True)
    sizes = [int(size) for size in said.sizes.split(",")]
    with tempfile.TemporaryDirectory(dir=said.cache) as folder:
        worlds = [world(said.cache, Path(folder), people) for people in sizes]
        script = Path(folder) / "floor.py"
        script.write_text(FLOOR)
        floor = [sys.executable, str(script), str(Path(folder) / "floor.db"), "lunch"]
        report(measured(said.command, worlds, floor, said.rounds), sizes)


def report(costs: dict[tuple[str, int], Cost], sizes: list[int]) -> None:
    """Print what all took, as multiples of the floor, and what became of the aims."""
    floor = costs["floor", 0]
    print(
        f"floor: {floor.cpu * 1000:.0f} ms CPU, {floor.wall * 1000:.0f} ms, "
        f"{floor.megabytes:.0f} MB; times are CPU time over the floor's"
    )
    heads = "".join(f"{f'{size:,}':>10}" for size in sizes)
    print(f"{'people':30}{heads}{'growth':>8}{'aim':>6}{'wall':>8}{'MB':>6}")
    names = dict.fromkeys(name for name, size in costs if size)
    figures: dict[str, dict[str, float]] = {}
    for name in names:
        each = [costs[name, size] for size in sizes]
        growth = each[-1].cpu / each[0].cpu
        waited = each[-1].wall / each[0].wall
        most = max(one.megabytes for one in each)
        over = [one.cpu / floor.cpu for one in each]
        aim = AIMS.get(name)
        print(
            f"{name:30}"
            + "".join(f"{one:10.2f}" for one in over)
            + f"{growth:8.2f}{aim or '':>6}{waited:8.2f}{most:6.0f}"
            + ("  more than the aim" if aim and growth > aim else "")
            + ("  more memory than the aim" if most > MEGABYTES else "")
        )
        figures[name] = {
            **{str(size): round(one, 2) for size, one in zip(sizes, over, strict=True)},
            "growth": round(growth, 2),
            "megabytes": round(most),
        }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
