"""What a stranger wrote into a file that is imported can steer nothing, anywhere.

One journal holds an attack in the texts that each kind of import takes; each command
then says all that it can of it. What pages, tables and notes do with such texts is
tested beside them.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
import unicodedata
from pathlib import Path

import pytest
from typer.main import get_command

import sources
from conftest import Command, Run
from deepnet.cli import app

ATTACK = (
    "\x1b[31m\x1b]0;owned\x07\x1b]8;;https://example.org\x1b\\\x9b2J"
    "\x08\x08\u202e\u2066\u200b\ufeff\U000e0041[bold]x[/bold]"
)
POISONED = re.compile(
    "Ida|Berg|Ruiz|Ek|Fox|Ola|Hall|Moe|Fjord|Analyst|Lunch|Choir|hello|harbour|fair"
    "|Data night|Lunde|long talk|Bergen|Ski trip|cold|Marie|father|rained|bay|Lim"
    "|Acme|The Admiral|Anna"
)
JOINERS = "\u200c\u200d"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")

SAID = """
    log "coffee with Ida Berg and Zed ATTACK" --new
    log "coffee with nobody ATTACK"
    who-next
    who-next --near ATTACK
    brief "Ida Berg"
    report --month 2026-03
    report --year 2026
    report --last
    report --markdown
    people
    people --duplicates
    people --circles
    people --tag ATTACK
    show "Ida Berg"
    show "Oda Lunde"
    show ATTACK
    why "Ida Berg" "Ben Ek"
    learn "Ida Berg" "family: two ATTACK sisters"
    learn "Ida Berg" "ATTACK: two sisters"
    add "Xan ATTACK" --company ATTACK --email x@example.org
    edit 1 --text "lunch ATTACK"
    edit "Ida Berg" --name "Ida Berg ATTACK" --office ATTACK
    merge "Ana Ruiz" "Nia Fox" --yes
    let-go "Bo Lim" --reason ATTACK
    snooze "Ben Ek" --for ATTACK
    snooze "Ben Ek" --for "2 weeks"
    forget "Marie Curie" --yes
    ask "Ida Berg" --for lunch --on ATTACK
    ask "Ida Berg" --for lunch
    answer "Ida Berg" ATTACK
    answer "Ida Berg" yes
    promise "Ida Berg" "send ATTACK" --by ATTACK
    promise "Ida Berg" "send ATTACK" --by friday
    done ATTACK
    done send
    search harbour
    search ATTACK
    triage
    import people.vcf --dry-run
    import work.ics --dry-run
    import odd.csv
    import ATTACK.csv
    import people.vcf --from ATTACK
    export --as ATTACK
    export ATTACK/x.json
    backup ATTACK/x
    restore ATTACK
    doctor
    history
    where
    config
    config area ATTACK
    config me ATTACK
    config zone ATTACK
    config near ATTACK
    undo
    demo ATTACK
    ATTACK
"""


def poisoned(name: str, text: str) -> str:
    """A file in which each text that somebody wrote has the attack behind it."""
    attack = ATTACK if ".json" not in name else json.dumps(ATTACK)[1:-1]
    return POISONED.sub(lambda found: found[0] + attack, text)


def steers(text: str) -> list[str]:
    """What in a text would move, paint, hide or turn round what a terminal shows."""
    odd = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return [
        sign
        for sign in text
        if unicodedata.category(sign) in odd and sign not in f"\n{JOINERS}"
    ]


@pytest.fixture
def journal(deepnet: Command, home: Path) -> list[Run]:
    """Everything imported, the second time, too; and what was said to it."""
    header, row = "nam\x1b[1me,x\n", f"Uma {ATTACK},1\n"
    (home / "odd.csv").write_text(header + row, encoding="utf-8")
    said = []
    for name, text in sources.FILES.items():
        (home / name).write_text(poisoned(name, text), encoding="utf-8", newline="")
        more = ("--yes", "--event", f"Fair {ATTACK}", "--on", "4 mar 2026")
        words = ("import", name, *(more if name == "meetup.xls" else more[:1]))
        said += [deepnet(*words), deepnet(*words)]
        assert {run.code for run in said} == {0}
    said.append(deepnet("log", "lunch with Ida Berg, her father is ill #family"))
    # It is kept as it was written, and shown without what could do harm.
    assert "\u202e\u2066".encode() in (home / "journal.db").read_bytes()
    return said


def test_no_command_says_what_could_steer_a_terminal(
    deepnet: Command, journal: list[Run]
) -> None:
    for run in journal:
        assert steers(run.out + run.err) == []
    for line in SAID.strip().splitlines():
        words = [word.replace("ATTACK", ATTACK) for word in shlex.split(line)]
        for more in ((), ("--json",)):
            run = deepnet(*words, *more)
            assert run.code in (0, 2, 3, 4, 5, 7), (line, run.err)
            assert steers(run.out + run.err) == [], line


@pytest.mark.skipif(sys.platform == "win32", reason="a pty is a POSIX thing")
def test_colours_are_all_that_a_terminal_gets(
    environment: dict[str, str], journal: list[Run]
) -> None:
    from terminals import Terminal  # noqa: PLC0415 - POSIX only

    del journal
    for line in ("show 'Ida Berg'", "people", "report --month 2026-03", "who-next"):
        terminal = Terminal(environment, *shlex.split(line), colour=True)
        assert terminal.end() == 0
        seen = terminal.seen.replace("\r\n", "\n")
        assert "\x1b[1m" in seen, line
        assert "\x1b[31m" not in seen, line
        assert steers(COLOUR.sub("", seen)) == [], line


def test_each_command_is_among_them() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    said = {line.split()[0] for line in SAID.strip().splitlines()}
    assert set(commands) - said == set()
