"""What has to hold of a journal after whatever happened to those who wrote to it."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from deepnet import schema
from deepnet.journal import health
from deepnet.store import Store
from deepnet.store.keys import Keys
from durability.work import IMPORTED

TODAY = date(2026, 11, 25)
AT = "2026-11-25T12:00:00Z"
TOKEN = re.compile(r"tok\d+x\d+")
_WHOLE = {
    "log": {"conversations": 1, "participants": 2, "facts": 1, "promises": 1},
    "learn": {"facts": 1},
    "add": {"people": 1, "aliases": 1},
    "import": {"people": IMPORTED},
}


def prove(
    journal: Path, answered: Iterable[tuple[str, str]], keys: Keys | None = None
) -> list[str]:
    """What does not hold; nothing where all is well.

    ``answered`` are the command and the token of each that was answered; ``keys`` open
    an encrypted journal.
    """
    with Store.open(journal, at=AT, keys=keys) as store:
        return [
            *_unsound(store, journal),
            *_not_as_recorded(store),
            *_not_whole(store, {token: name for name, token in answered}),
        ]


def _unsound(store: Store, journal: Path) -> list[str]:
    moment = health.Moment(TODAY, AT)
    view = health.check(
        store, journal, moment, fix=False, progress=lambda _done, _of: None
    )
    return [f"{one.check}: {one.message}" for one in view.findings]


def _not_as_recorded(store: Store) -> list[str]:
    """Each row is what the record of changes says last of it, and there is no other."""
    last: dict[str, dict[int, object]] = defaultdict(dict)
    for kind, number, after in store.rows(
        "SELECT kind, row_id, after FROM change_rows ORDER BY id"
    ):
        last[kind][number] = json.loads(after) if after else None
    wrong = []
    for table in schema.LOGGED:
        rows = {
            row["id"]: dict(row)
            for row in store.rows(f"SELECT * FROM {table}")  # noqa: S608 - our own tables
        }
        said = {number: row for number, row in last[table].items() if row is not None}
        if rows != said:
            wrong.append(f"{table} is not what the record says")
    return wrong


def _not_whole(store: Store, answered: dict[str, str]) -> list[str]:
    """What was answered is there; what is there is there whole, in one change."""
    found: dict[str, tuple[str, int, Counter[str]]] = {}
    for change, command in store.rows("SELECT id, command FROM changes"):
        if command not in _WHOLE:
            continue
        inserted = store.rows(
            "SELECT kind, after FROM change_rows WHERE change_id = ? "
            "AND before IS NULL",
            change,
        )
        tokens = {token for _, after in inserted for token in TOKEN.findall(after)}
        for token in tokens:
            counts = Counter(
                kind
                for kind, after in inserted
                if token in after or (command, kind) == ("log", "participants")
            )
            found[token] = (command, change, counts)
    wrong = [
        f"{name} {token} was answered and is not there"
        for token, name in answered.items()
        if name in _WHOLE and token not in found
    ]
    for token, (command, change, counts) in found.items():
        whole = _WHOLE[command]
        if any(counts[kind] != number for kind, number in whole.items()):
            wrong.append(f"{command} {token} in change {change} is not whole: {counts}")
    return wrong
