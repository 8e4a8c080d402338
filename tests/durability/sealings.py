"""Kills in the middle of ``encrypt`` and ``decrypt``, and of work with what they made.

There is one whole journal after each, and of an encrypted one nothing can be read.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from deepnet.store.keys import Keys, is_sealed
from durability import work
from durability.children import Child, Report, seconds
from durability.proof import prove
from sealing import PASSPHRASE, found_in

ENTRIES = 40


def keys() -> Keys:
    """What opens the journals here."""
    return Keys(lambda _path: PASSPHRASE)


def told(*words: str) -> tuple[str, ...]:
    """A command that reads the passphrase from a pipe of this process."""
    end, beginning = os.pipe()
    os.write(beginning, PASSPHRASE.encode())
    os.close(beginning)
    return "--passphrase-fd", str(end), *words


def kill_sealings(kills: int, seed: int, report: Report) -> None:
    """A journal that is encrypted and decrypted in turn, killed at any moment."""
    if not find_spec("sqlcipher3"):
        report.counts["kills of encrypt left out: no engine"] += kills
        return
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        journal = folder / "journal.db"
        Child(_filling(folder)).wait()
        done = [("log", f"tok6x{number}") for number in range(ENTRIES)]
        long = max(seconds(_turning(folder)) for _ in range(4))
        for number in range(kills):
            before = is_sealed(journal)
            child = Child(_turning(folder))
            if number % 4:
                # Most of the time goes into the key: look for what comes after it.
                _await_copy(folder, long)
                time.sleep(chance.uniform(0, long))
            else:
                time.sleep(chance.uniform(0, 1.05) * long)
            child.kill()
            after = is_sealed(journal)
            kind = "decrypt" if before else "encrypt"
            report.counts[f"kills of {kind}"] += 1
            report.counts[f"{kind} was done already"] += before != after
            report.counts["with a copy that was begun"] += any(folder.glob(".*part*"))
            where = f"{kind} {number}"
            if not before and (seen := _readable(folder, but=journal)):
                report.wrong.append(f"{where}: {seen} can be read")
            report.blame(where, prove(journal, done, keys()))
        _end(folder, report)


def _await_copy(folder: Path, most: float) -> None:
    last = time.monotonic() + 2 * most
    while not any(folder.glob(".*.part")) and time.monotonic() < last:
        time.sleep(0.001)


def _filling(folder: Path) -> Callable[[int], None]:
    def fill(pipe: int) -> None:
        work.set_up(folder)
        for number in range(ENTRIES):
            token = f"tok6x{number}"
            work.say_of(pipe, token, work.log(token, random.Random(number)))

    return fill


def _turning(folder: Path) -> Callable[[int], None]:
    def turn(pipe: int) -> None:
        del pipe
        work.set_up(folder)
        command = "decrypt" if is_sealed(folder / "journal.db") else "encrypt"
        work.run(*told(command))

    return turn


def _readable(folder: Path, *, but: Path) -> list[tuple[str, str]]:
    """What can be read in any file but the one."""
    found = found_in(folder, ("tok6x", "lunch with"))
    return [(name, word) for name, word in found if name != but.name]


def _end(folder: Path, report: Report) -> None:
    """However often it was killed: one more time each, and nothing is left over."""
    for _ in range(2):
        Child(_turning(folder)).wait()
        if is_sealed(folder / "journal.db") and (left := found_in(folder, ("tok6x",))):
            report.wrong.append(f"at the end {left} can be read")
        if over := [path.name for path in folder.glob(".*")]:
            report.wrong.append(f"at the end {over} is left over")


def kill_commands(kills: int, seed: int, report: Report) -> None:
    """Commands with an encrypted journal, killed at any moment."""
    if not find_spec("sqlcipher3"):
        report.counts["kills with an encrypted journal left out: no engine"] += kills
        return
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Child(_turning(folder)).wait()
        done: list[tuple[str, str]] = []
        for number in range(kills):
            child = Child(_working(folder, seed * 1_000_000 + number))
            time.sleep(chance.uniform(0, 1.5))
            done += report.heard(child.kill())
            report.counts["kills with an encrypted journal"] += 1
            report.blame(f"sealed {number}", prove(folder / "journal.db", done, keys()))
            if seen := _readable_words(folder):
                report.wrong.append(f"sealed {number}: {seen} can be read")


def _working(folder: Path, seed: int) -> Callable[[int], None]:
    def work_on(pipe: int) -> None:
        work.set_up(folder)
        chance = random.Random(seed)
        for number in range(1_000_000):
            token = f"tok{seed}x{number}"
            words = work.log(token, chance)
            work.say_of(pipe, token, words, before=told())

    return work_on


def _readable_words(folder: Path) -> list[tuple[str, str]]:
    return found_in(folder, ("lunch with", "conversations"))
