"""Whole processes against ``import typer, sqlite3``, as ratios in one run.

``python benchmarks/startup.py [ROUNDS]`` prints a table and, last, one JSON object.
Every round runs each command once, in turn, so that a busy machine slows all alike.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from worlds import world

PEOPLE, TALKS = 500, 2000
BIN = Path(sys.executable).parent
DEEPNET = str(BIN / ("deepnet.exe" if os.name == "nt" else "deepnet"))
FLOOR = [sys.executable, "-c", "import typer, sqlite3"]
COMPLETION = [DEEPNET, "deepnet show An", "An"]
COMMANDS = {
    "log --json": [DEEPNET, "log", "lunch with Ana Abe, the harbour", "--json"],
    "log": [DEEPNET, "log", "lunch with Ana Abe, the harbour"],
    "who-next --json": [DEEPNET, "who-next", "--json"],
    "who-next": [DEEPNET, "who-next"],
    "people --json": [DEEPNET, "people", "--json"],
    "people": [DEEPNET, "people"],
    "show --json": [DEEPNET, "show", "Ana Abe", "--json"],
    "brief --json": [DEEPNET, "brief", "Ana Abe", "--json"],
    "brief": [DEEPNET, "brief", "Ana Abe"],
    "report --json": [DEEPNET, "report", "--json"],
    "report": [DEEPNET, "report"],
    "--help": [DEEPNET, "--help"],
}
AIMS = {"log --json": 1.6, "who-next --json": 1.6, "log": 2.2, "who-next": 2.2}


def environment(journal: Path) -> dict[str, str]:
    """A clean one: bytecode is cached, colours are on as at a terminal."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "DEEPNET_DB": str(journal), "DEEPNET_TODAY": "2026-11-25"}


def seconds(command: list[str], env: dict[str, str]) -> float:
    """How long one whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal.db"
        world(journal, persons=PEOPLE, talks=TALKS)
        env = environment(journal)
        runs = {"floor": (FLOOR, env)}
        runs |= {name: (command, env) for name, command in COMMANDS.items()}
        completing = {**env, "_DEEPNET_COMPLETE": "complete_bash"}
        runs["completion of a name"] = (COMPLETION, completing)
        times: dict[str, list[float]] = {name: [] for name in runs}
        for round_ in range(rounds + 1):
            for name, (command, its_env) in runs.items():
                took = seconds(command, its_env)
                if round_:
                    times[name].append(took)
    report(times)


def report(times: dict[str, list[float]]) -> None:
    """Medians, and each median over the floor's."""
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    floor = medians["floor"]
    print(f"{PEOPLE} people, {TALKS} conversations, {len(times['floor'])} rounds")
    for name, median in medians.items():
        aim = f"  aim {AIMS[name]}" if name in AIMS else ""
        print(f"{name:22} {median * 1000:7.1f} ms  {median / floor:5.2f} x{aim}")
    print(json.dumps({name: round(each / floor, 3) for name, each in medians.items()}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
