"""How long it takes to find who is in the journal twice, in easy and in bad crowds.

``python benchmarks/twice.py [PEOPLE]``
"""

from __future__ import annotations

import random
import sys
import time

from deepnet.duplicates import Entry, find

FIRST = "ana ben cleo david eva frank grace henry ida james katrina luke maria nora"
SYLLABLES = "ba co di fu ga he ki lo ma ne or pa ri so tu va we zo"


def mixed(number: int, chance: random.Random) -> list[Entry]:
    """People of many names and companies, a twentieth of them twice."""
    found = []
    for place in range(number):
        family = "".join(chance.choices(SYLLABLES.split(), k=3)).title()
        name = f"{chance.choice(FIRST.split()).title()} {family}"
        company = f"Company {chance.randrange(number // 20 + 1)}"
        address = ("email", f"{place}@x.org", f"{place}@x.org")
        found.append(Entry(place + 1, name, company=company, addresses=(address,)))
    for place in range(number // 20):
        found[-place - 1] = found[place]._replace(id=number - place)
    return found


def one_company(number: int, chance: random.Random) -> list[Entry]:
    """Everybody in one company."""
    return [one._replace(company="Acme") for one in mixed(number, chance)]


def one_name(number: int, chance: random.Random) -> list[Entry]:
    """Everybody of one name."""
    return [one._replace(name="Ali Khan") for one in mixed(number, chance)]


def one_family(number: int, chance: random.Random) -> list[Entry]:
    """Everybody of one family in one company, with first names that go together."""
    firsts = ("David", "Dave", "Davy", "Liz", "Beth", "Elizabeth", "Ana")
    return [
        one._replace(name=f"{chance.choice(firsts)} Khan", company="Acme")
        for one in mixed(number, chance)
    ]


def main() -> None:
    """Print the seconds and the pairs of each crowd."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    for crowd in (mixed, one_company, one_name, one_family):
        entries = crowd(number, random.Random(1))
        started = time.perf_counter()
        pairs = find(entries, set())
        seconds = time.perf_counter() - started
        print(f"{crowd.__name__:12} {seconds:6.2f} s  {len(pairs):6,} pairs")


if __name__ == "__main__":
    main()
