"""Kills commands at random moments, thousands of times, and looks what is left.

``cd tests && python -m durability.driver --kills 2000`` kills children that run every
command that writes; then, a fifth as often each, in the middle of a migration and of
the first run of all, of ``encrypt`` and ``decrypt``, and with an encrypted journal, and
lets disks be full. After each, the journal opens, doctor
finds nothing, and each command that had answered is there whole. ``--seconds`` is how
long writers log at once.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from deepnet import private, schema
from deepnet.store import Store
from durability import sealings, work
from durability.children import PER_JOURNAL, Child, Report, seconds
from durability.proof import AT, prove

DUMPS = Path(__file__).resolve().parents[1] / "schema"
LONGEST = 0.6


def kill_commands(kills: int, seed: int, report: Report) -> None:
    """Every command that writes, killed at any moment."""
    chance = random.Random(seed)
    for first in range(0, kills, PER_JOURNAL):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            done: list[tuple[str, str]] = []
            for number in range(first, min(first + PER_JOURNAL, kills)):
                child = Child(_working(folder, seed * 1_000_000 + number))
                time.sleep(chance.uniform(0, LONGEST))
                done += report.heard(child.kill())
                report.counts["kills of commands"] += 1
                report.tell(number, kills)
                report.counts["with a hot journal"] += _hot(folder)
                if private.is_there(folder / "journal.db"):
                    report.blame(f"kill {number}", prove(folder / "journal.db", done))
            if [*folder.glob("*unstored*")]:
                report.wrong.append(f"kill {first}: something could not be stored")


def _working(
    folder: Path, seed: int, *, only_log: bool = False
) -> Callable[[int], None]:
    return lambda pipe: work.work(folder, seed, pipe, only_log=only_log)


def _hot(folder: Path) -> bool:
    return (folder / "journal.db-journal").exists()


def kill_migrations(kills: int, seed: int, report: Report) -> None:
    """The first command after an upgrade, killed: the file is old or new, and whole."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        old = Path(name) / "old.db"
        _load(schema.NAMES[0], old)
        before = _people(old)

        def task(number: int) -> Callable[[int], None]:
            path = Path(name) / f"{number}" / "journal.db"
            path.parent.mkdir()
            shutil.copy(old, path)
            path.chmod(0o600)
            return lambda pipe: _look(path.parent, pipe)

        long = max(seconds(task(-number)) for number in (1, 2, 3))
        for number in range(kills):
            path = Path(name) / f"{number}" / "journal.db"
            child = Child(task(number))
            time.sleep(chance.uniform(0, long * 1.1))
            child.kill()
            report.counts["kills of a migration"] += 1
            report.counts["migrated already"] += _applied(path) == len(schema.NAMES)
            report.counts["with a hot journal"] += _hot(path.parent)
            report.blame(f"migration {number}", prove(path, ()))
            if _people(path) != before:
                report.wrong.append(f"migration {number}: people are not as before")
            shutil.rmtree(path.parent)


def _load(dump: str, path: Path) -> None:
    text = (DUMPS / f"{dump}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.executescript(f"BEGIN;{text}COMMIT;")


def _people(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT * FROM people ORDER BY id").fetchall()


def _applied(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        (count,) = file.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()
        return int(count)


def _look(folder: Path, pipe: int) -> None:
    del pipe
    work.set_up(folder)
    work.run("people", "--json")


def kill_beginnings(kills: int, seed: int, report: Report) -> None:
    """The first command of all, killed: there is no journal, or a good one."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:

        def task(number: int) -> Callable[[int], None]:
            folder = Path(name) / f"{number}"
            return lambda pipe: _begin(folder, number, pipe)

        long = max(seconds(task(-number)) for number in (1, 2, 3))
        for number in range(kills):
            folder = Path(name) / f"{number}"
            child = Child(task(number))
            time.sleep(chance.uniform(0, long * 1.1))
            done = report.heard(child.kill())
            report.counts["kills of a beginning"] += 1
            report.counts["with a hot journal"] += _hot(folder)
            if private.is_there(folder / "journal.db"):
                report.blame(f"beginning {number}", prove(folder / "journal.db", done))
                report.counts["begun already"] += 1
            elif done:
                report.wrong.append(f"beginning {number}: answered, and no journal")


def _begin(folder: Path, number: int, pipe: int) -> None:
    work.set_up(folder)
    work.say_of(pipe, f"tok8x{number}", work.log(f"tok8x{number}", random.Random(1)))


def fill_disks(times: int, seed: int, report: Report) -> None:
    """No file may grow beyond a size: a command is done, or its words are kept."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journal = folder / "journal.db"
        Store.open(journal, at=AT, create=True).close()
        done: list[tuple[str, str]] = []
        for number in range(times):
            room = journal.stat().st_size + chance.choice((-200_000, 0, 4096, 40_000))
            task = _in_little_room(folder, number, max(room, 0))
            said = Child(task).wait()
            report.counts["commands on a full disk"] += 1
            (answer,) = said
            if answer["code"] == 0:
                done.append(("log", str(answer["token"])))
            elif answer["code"] == 6:
                report.counts["of them not stored"] += 1
                if not _words_are_somewhere(folder, answer):
                    report.wrong.append(f"full disk {number}: the words are lost")
            else:
                report.wrong.append(f"full disk {number}: {answer['err']}")
            report.blame(f"full disk {number}", prove(journal, done))


def _in_little_room(folder: Path, number: int, room: int) -> Callable[[int], None]:
    def task(pipe: int) -> None:
        work.set_up(folder)
        token = f"tok9x{number}"
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        words = work.log(token, random.Random(number))
        words[1] += " and long words" * random.Random(number).choice((1, 2000))
        work.say_of(pipe, token, words)

    return task


def _words_are_somewhere(folder: Path, answer: dict[str, object]) -> bool:
    token = str(answer["token"])
    kept = folder / "journal.unstored.jsonl"
    text = kept.read_text(encoding="utf-8") if kept.exists() else ""
    return token in text or token in str(answer["err"])


def all_at_once(writers: int, seconds: float, report: Report) -> None:
    """Several log as fast as they can while others read: nothing fails or tears."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        children = [
            Child(_working(folder, run, only_log=True)) for run in range(writers)
        ]
        readers = [Child(lambda pipe: _read_on(folder, pipe)) for _ in range(2)]
        time.sleep(seconds)
        said = [child.kill() for child in children]
        report.counts["entries of writers at once"] += sum(map(len, said))
        report.counts["fewest of one writer"] = min(map(len, said))
        done = [one for each in said for one in report.heard(each)]
        for reader in readers:
            report.heard(seen := reader.kill())
            report.counts["reads meanwhile"] += len(seen)
        report.blame("at once", prove(folder / "journal.db", done))


def _read_on(folder: Path, pipe: int) -> None:
    """Read one person after the other; half a conversation is an error."""
    work.set_up(folder)
    while True:
        for number in range(9):
            answer = work.run("show", f"Pat{number}", "--json")
            code, err = answer.code, answer.err
            if code == 0 and _torn(answer.out):
                code, err = 1, "half a change was seen"
            said = {"words": ["show"], "token": "", "code": code, "err": err}
            os.write(pipe, json.dumps(said).encode() + b"\n")


def _torn(out: str) -> bool:
    talks = json.loads(out)["person"]["conversations"]
    return any(
        (len(talk["people"]), len(talk["facts"]), len(talk["promises"])) != (2, 1, 1)
        for talk in talks
    )


def _warm_up() -> None:
    """Load what a child needs before it is made, so that its time goes into work."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "warm"
        folder.mkdir()
        work.set_up(folder)
        for number in range(30):
            for words in work.commands(folder, random.Random(number), f"tok7x{number}"):
                work.run(*words, "--json")


def main() -> None:
    """Do as the flags say, and end with 1 if anything did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    _warm_up()
    report = Report()
    start = time.monotonic()
    kill_commands(asked.kills, asked.seed, report)
    kill_migrations(asked.kills // 5, asked.seed, report)
    kill_beginnings(asked.kills // 5, asked.seed, report)
    fill_disks(asked.kills // 5, asked.seed, report)
    sealings.kill_sealings(asked.kills // 2, asked.seed, report)
    sealings.kill_commands(asked.kills // 5, asked.seed, report)
    if asked.seconds:
        all_at_once(asked.writers, asked.seconds, report)
    for what, number in sorted(report.counts.items()):
        sys.stdout.write(f"{number:8,}  {what}\n")
    sys.stdout.write(f"{time.monotonic() - start:8.0f}  seconds\n")
    for one in report.wrong:
        sys.stdout.write(f"WRONG  {one}\n")
    sys.exit(bool(report.wrong))


if __name__ == "__main__":
    main()
