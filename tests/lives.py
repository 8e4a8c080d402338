"""Journals as somebody could have written them: random use cases, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from conftest import TODAY
from deepnet.errors import DeepnetError, NotFound
from deepnet.journal import (
    agenda,
    changing,
    configuring,
    editing,
    forgetting,
    importing,
    learning,
    log,
    merging,
    promises,
    resting,
    whom,
)
from deepnet.journal import people as persons
from deepnet.journal.whom import Choices
from deepnet.model import Answer, Depth, Facet, PersonRef, Setting
from deepnet.store import Store, invitations
from deepnet.store.invitations import Invitation
from deepnet.views.data import Imported

AT = "2026-11-25T12:00:00Z"

NAMES = st.sampled_from(
    (
        *("Ana", "Ana Ruiz", "Ben Ek", "王芳", "山本 遥", "김민준", "Björk Óladóttir"),
        *("O'Dowd; Tamsin", "Lund, Bo Erik", "Zoë “Zed” Quist", "🦊 Fox", "مريم"),
        *(
            "=cmd|'/c calc'!A1",
            "-Dash",
            "[Link](x)",
            "# Hash",
            "CON",
            "a\\b",
            "Li\u200dne",
        ),
    )
)
TEXTS = st.one_of(
    st.sampled_from(
        ("two sisters", "=1+1", "line\nbreak", "王芳 said 'no', \"yes\"", "\x1b[31m")
    ),
    st.text(
        st.characters(codec="utf-8", exclude_characters="\x00"),
        max_size=30,
    ),
)
DAYS = st.sampled_from(
    ("yesterday", "3 nov", "2024-02-29", "march 2025", "january 2019", "friday")
)
BIRTHDAYS = st.sampled_from(("1996-02-29", "29 feb", "3 nov", "1980-12-31", ""))


class New(Choices):
    """Whoever is unknown is added."""

    def is_new(self, name: str, problem: NotFound) -> bool:
        """Yes."""
        del name, problem
        return True


NEW = New()


def brought(store: Store, path: Path) -> Imported:
    """Import a file as the command does, without a flag."""
    wishes = importing.Wishes()
    batch = importing.read(store, TODAY, path, wishes, progress=_told)
    return importing.bring(
        store, TODAY, path, batch, wishes, rehearse=False, progress=_told
    )


def _told(*_: int) -> None:
    """How far an import is, which no test wants to know."""


def _somebody(store: Store, draw: Callable[..., Any]) -> str:
    """Somebody who is in the journal, or a name that may be new."""
    known = [
        f"@{number}" for (number,) in store.rows("SELECT id FROM people ORDER BY id")
    ]
    return str(draw(st.sampled_from(known) if known else NAMES))


def _add(store: Store, draw: Callable[..., Any]) -> None:
    details = persons.Details(
        aliases=tuple(draw(st.lists(NAMES, max_size=2))),
        company=draw(TEXTS),
        position=draw(TEXTS),
        emails=tuple(
            draw(st.lists(st.sampled_from(("a@x.org", "é@y.org")), max_size=2))
        ),
        phones=tuple(
            draw(st.lists(st.sampled_from(("+12025550171", "07 1")), max_size=1))
        ),
        birthday=draw(BIRTHDAYS),
        office=draw(TEXTS),
    )
    persons.add(store, TODAY, draw(NAMES), details, new=True)


def _log(store: Store, draw: Callable[..., Any]) -> None:
    said = log.Said(
        people=tuple(draw(st.lists(NAMES, min_size=1, max_size=3))),
        on=draw(st.none() | DAYS),
        setting=draw(st.none() | st.sampled_from(Setting)),
        minutes=draw(st.none() | st.integers(0, 600)),
        place=draw(st.none() | TEXTS),
        depth=draw(st.none() | st.sampled_from(Depth)),
        learned=tuple(
            f"1/{f}: two of them"
            for f in draw(st.lists(st.sampled_from(Facet), max_size=1))
        ),
        others=draw(st.none() | st.integers(0, 40)),
        they_asked=draw(st.booleans()),
    )
    log.log(store, TODAY, draw(TEXTS), said, choices=NEW)


def _promise(store: Store, draw: Callable[..., Any]) -> None:
    words = draw(st.sampled_from(("the book by friday", "=the map", "a, b; c")))
    said = log.Said(people=(_somebody(store, draw),), promises=(words,))
    log.log(store, TODAY, "coffee", said, choices=NEW)


def _learn(store: Store, draw: Callable[..., Any]) -> None:
    fact = f"{draw(st.sampled_from(Facet))}: {draw(TEXTS)}"
    learning.learn(store, TODAY, _somebody(store, draw), fact, on=None, choices=NEW)


def _done(store: Store, draw: Callable[..., Any]) -> None:
    promises.done(store, TODAY, _somebody(store, draw), "", on=None, choices=NEW)


def _edit(store: Store, draw: Callable[..., Any]) -> None:
    changes = editing.Changes(log.Said(depth=draw(st.sampled_from(Depth))), draw(TEXTS))
    editing.edit(store, TODAY, "last", changes, choices=NEW)


def _rename(store: Store, draw: Callable[..., Any]) -> None:
    details = persons.Details(
        name=draw(NAMES), home=draw(TEXTS), birthday=draw(BIRTHDAYS)
    )
    persons.edit(store, TODAY, _somebody(store, draw), details, choices=NEW)


def _let_go(store: Store, draw: Callable[..., Any]) -> None:
    resting.let_go(
        store,
        TODAY,
        _somebody(store, draw),
        because=draw(st.none() | TEXTS),
        thanks=draw(st.booleans()),
        choices=NEW,
    )


def _snooze(store: Store, draw: Callable[..., Any]) -> None:
    resting.snooze(
        store, TODAY, _somebody(store, draw), until=None, length="2 weeks", choices=NEW
    )


def _undo(store: Store, draw: Callable[..., Any]) -> None:
    changing.undo(store, draw(st.none() | st.integers(1, 9)))


def _config(store: Store, draw: Callable[..., Any]) -> None:
    key, value = draw(
        st.sampled_from((("office", "Quay"), ("day-start", "04:00"), ("office", "")))
    )
    configuring.configure(store, key, value)


CARDS = (
    "BEGIN:VCARD\nUID:a-{0}\nFN:{1}\nORG:Fjord {0}\nNOTE:met\n"
    "TEL:+1202555017{0}\nEND:VCARD\n"
)


def _import(store: Store, draw: Callable[..., Any]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cards.vcf"
        path.write_text(
            CARDS.format(draw(st.integers(1, 3)), draw(NAMES)), encoding="utf-8"
        )
        brought(store, path)


def _ask(store: Store, draw: Callable[..., Any]) -> None:
    with store.change("ask"):
        invitations.add(
            store,
            Invitation(
                id=0,
                person=PersonRef(1, ""),
                asked_on=TODAY,
                by_them=draw(st.booleans()),
                setting=Setting.LUNCH,
                answer=draw(st.none() | st.sampled_from(Answer)),
            ),
        )


def _circles(store: Store, draw: Callable[..., Any]) -> None:
    with store.change("triage"):
        store.run(
            "INSERT OR IGNORE INTO tags (person_id, tag) VALUES (1, ?)",
            draw(st.sampled_from(("rowing", "a,b"))),
        )
        store.run(
            "INSERT OR IGNORE INTO claims (person_id, tier, claimed_on) "
            "VALUES (1, 'known', '2026-11-25')"
        )
        store.run(
            "INSERT OR IGNORE INTO distinct_people (person_id, other_id) VALUES (1, 2)"
        )
    store.note(
        "INSERT OR IGNORE INTO questions_shown (person_id, week, text) "
        "VALUES (1, '2026-11-23', ?)",
        draw(TEXTS),
    )


def _merge(store: Store, draw: Callable[..., Any]) -> None:
    both = merging.pair(
        store, _somebody(store, draw), _somebody(store, draw), choices=NEW
    )
    merging.merge(store, TODAY, both)


def _forget(store: Store, draw: Callable[..., Any]) -> None:
    person = whom.look_up(store, _somebody(store, draw), choices=NEW)
    forgetting.forget(store, person, replace=draw(st.booleans()))


def _morning(store: Store, draw: Callable[..., Any]) -> None:
    del draw
    agenda.who_next(store, TODAY)


STEPS = (
    *(_add, _log, _promise, _learn, _done, _edit, _rename, _let_go, _snooze),
    *(_undo, _config, _import, _ask, _circles, _merge, _forget, _morning),
)


@contextmanager
def emptied() -> Iterator[Store]:
    """A new journal in a file of its own, which does not wait for the disk."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        path.write_bytes(_blank())
        with Store.open(path, at=AT) as store:
            store.run("PRAGMA synchronous = OFF")
            yield store


@cache
def _blank() -> bytes:
    """A journal in which nothing was written yet: to lay it out takes a while."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        Store.open(path, at=AT, create=True).close()
        return path.read_bytes()


BEGUN = log.Said(people=("Ana", "Ben"), promises=("Ana/the map by friday",))


@contextmanager
def lived(data: st.DataObject) -> Iterator[Store]:
    """A journal after a lunch and some more; what was refused changed nothing."""
    with emptied() as store:
        log.log(store, TODAY, "lunch", BEGUN, choices=NEW)
        for step in data.draw(st.lists(st.sampled_from(STEPS), max_size=15)):
            with suppress(DeepnetError):
                step(store, data.draw)
        yield store
