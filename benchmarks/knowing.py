"""How well the score tells who is known, on real ties, against simpler rules.

``python benchmarks/knowing.py FOLDER``, with a folder that holds
``encounters.csv.gz`` (ego, alter, day, start, minutes, others) and ``known.csv`` (ego,
alter). Prints the area under the ROC curve over all pairs, and the mean within each
ego; the last line is one JSON object.

The mapping. The encounters have a length and a number of others, and neither depth nor
facts; their setting is unknown, so each is a conversation of unknown setting: anything
else would be a guess from the time of day. A badge sees contacts of twenty seconds,
most of them shorter than the minute that a journal counts in, and the whole log is five
days: so a second here stands for a minute there, which keeps the short contacts apart
and gives a week of badges the size of a year's journal. ``minutes as they are``
shows what the score makes of it without that. Of the parts only time is left: within
one week no two meetings are three weeks apart.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from deepnet import scoring
from deepnet.model import History, Talk

if TYPE_CHECKING:
    from collections.abc import Callable

Pair = tuple[str, str]
SECONDS = 60


def encounters(folder: Path) -> dict[Pair, list[tuple[Talk, float]]]:
    """Each pair's encounters as conversations, with the exact minutes."""
    found: dict[Pair, list[tuple[Talk, float]]] = defaultdict(list)
    with gzip.open(folder / "encounters.csv.gz", "rt", newline="") as file:
        for row in csv.DictReader(file):
            minutes = float(row["minutes"])
            talk = Talk(
                day=date.fromisoformat(row["day"]),
                minutes=round(minutes * SECONDS),
                others=round(float(row["others"])),
            )
            found[row["ego"], row["alter"]].append((talk, minutes))
    return found


def known(folder: Path) -> set[Pair]:
    """The pairs in which ego named alter as a friend."""
    with (folder / "known.csv").open(newline="") as file:
        return {(row["ego"], row["alter"]) for row in csv.DictReader(file)}


def exact(talks: list[tuple[Talk, float]]) -> float:
    """The score before it is rounded to a tenth: a ranking wants no ties."""
    history = History(tuple(talk for talk, _ in talks))
    shares = scoring.shares(scoring.measure(history))
    return sum(scoring.POINTS[name] * share for name, share in shares.items())


def plain(talks: list[tuple[Talk, float]]) -> float:
    """The score with minutes as they are, to the whole minute."""
    return exact([(talk._replace(minutes=round(each)), each) for talk, each in talks])


RULES: dict[str, Callable[[list[tuple[Talk, float]]], float]] = {
    "deepnet": exact,
    "minutes as they are": plain,
    "hours": lambda talks: sum(minutes for _, minutes in talks),
    "count": len,
    "days": lambda talks: len({talk.day for talk, _ in talks}),
    "recency": lambda talks: max(talk.day for talk, _ in talks).toordinal(),
}


def auc(scores: list[tuple[float, bool]]) -> float | None:
    """The chance that somebody known ranks above somebody who is not; ties count half.

    None where all or none are known.
    """
    ranked = sorted(scores)
    positives = sum(is_known for _, is_known in ranked)
    negatives = len(ranked) - positives
    if not positives or not negatives:
        return None
    wins, below, at = 0.0, 0, 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        up = sum(is_known for _, is_known in ranked[at:end])
        down = end - at - up
        wins += up * (below + down / 2)
        below, at = below + down, end
    return wins / (positives * negatives)


def within(scores: dict[Pair, float], friends: set[Pair]) -> float:
    """The mean AUC inside each ego's own contacts."""
    mine: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for pair, score in scores.items():
        mine[pair[0]].append((score, pair in friends))
    return fmean(each for each in map(auc, mine.values()) if each is not None)


def main(folder: Path) -> None:
    """Measure every rule and print the table."""
    pairs, friends = encounters(folder), known(folder)
    print(f"{len(pairs)} pairs, {sum(pair in friends for pair in pairs)} known")
    overall: dict[str, float] = {}
    inside: dict[str, float] = {}
    for name, rule in RULES.items():
        scores = {pair: float(rule(talks)) for pair, talks in pairs.items()}
        both = auc([(score, pair in friends) for pair, score in scores.items()])
        overall[name] = round(both or 0.0, 4)
        inside[name] = round(within(scores, friends), 4)
        print(f"{name:20} {overall[name]:.3f} / {inside[name]:.3f}")
    print(json.dumps({"auc": overall, "within": inside}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
