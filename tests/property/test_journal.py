"""Any sequence of commands leaves a sound journal, and undo takes all of it back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from deepnet.errors import DeepnetError
from deepnet.journal import (
    changing,
    configuring,
    editing,
    inviting,
    learning,
    log,
    merging,
    people,
    promises,
    resting,
    triage,
)
from deepnet.journal.whom import Choices
from deepnet.model import Answer, Depth, Setting
from deepnet.schema import LOGGED
from deepnet.store import Store, changes
from deepnet.store import health as checks
from deepnet.triage import Saying

TODAY = date(2026, 11, 25)
AT = "2026-11-25T12:00:00Z"
Command = Callable[[Store], object]


class Everybody(Choices):
    """Whoever is new is added."""

    def is_new(self, name: str, problem: object) -> bool:
        del name, problem
        return True


ANYBODY = Everybody()


def listed(some: list[str]) -> tuple[str, ...]:
    return tuple(some)


names = st.sampled_from(["Ana Núñez", "Ben", "Zoë", "山田太郎", "Ana Lund", "O'Hara"])
words = st.sampled_from(["her boat", "Straße und Brücke", "她喜欢摄影", "x", "“choir”"])
facets = st.sampled_from(["joys", "family", "work"])
days = st.integers(0, 900).map(lambda back: (TODAY - timedelta(days=back)).isoformat())
entries = st.sampled_from(["last", "1", "2", "3"])
somebody = st.lists(names, max_size=3, unique=True).map(listed)
saids = st.builds(
    log.Said,
    people=somebody,
    on=st.none() | days,
    setting=st.none() | st.sampled_from(list(Setting)),
    minutes=st.none() | st.integers(0, 600),
    place=st.none() | words,
    depth=st.none() | st.sampled_from(list(Depth)),
    others=st.none() | st.integers(0, 3),
    they_asked=st.none() | st.booleans(),
)


@st.composite
def logs(draw: st.DrawFn) -> Command:
    said, about, more = draw(saids), draw(words), draw(st.booleans())
    if said.people and more:
        who = said.people[0]
        said = said._replace(
            learned=(f"{who}/{draw(facets)}: {draw(words)}",),
            promises=(f"{who}/{draw(words)} by friday",),
        )
    return lambda store: log.log(store, TODAY, about, said, choices=ANYBODY)


@st.composite
def edits(draw: st.DrawFn) -> Command:
    # Often nothing but who was there, as that is what others' standings hang on.
    which = draw(entries)
    said = draw(saids) if draw(st.booleans()) else log.Said(people=draw(somebody))
    without = listed(draw(st.lists(names, max_size=1)))
    changed = editing.Changes(said._replace(without=without), draw(st.none() | words))
    return lambda store: editing.edit(store, TODAY, which, changed, choices=ANYBODY)


@st.composite
def others(draw: st.DrawFn) -> Command:
    who, text, day = draw(names), draw(words), draw(days)
    fact = f"{draw(facets)}: {text}"
    details = people.Details(
        name=draw(st.none() | names.map(lambda name: f"{name} Jr")),
        aliases=(text,) * draw(st.integers(0, 1)),
        company=draw(st.none() | words),
        office=text,
        tags=("choir",) * draw(st.integers(0, 1)),
        not_tags=("choir",) * draw(st.integers(0, 1)),
    )
    number, other = draw(st.integers(1, 12)), draw(names)
    answer, saying = draw(st.sampled_from(Answer)), draw(st.sampled_from(Saying))
    commands: list[Command] = [
        lambda store: learning.learn(store, TODAY, who, fact, on=day, choices=ANYBODY),
        lambda store: people.edit(store, TODAY, who, details, choices=ANYBODY),
        lambda store: resting.let_go(
            store, TODAY, who, because=text, thanks=True, choices=ANYBODY
        ),
        lambda store: resting.snooze(
            store, TODAY, who, until=None, length="2 weeks", choices=ANYBODY
        ),
        lambda store: inviting.ask(
            store,
            TODAY,
            who,
            setting=None,
            planned="friday",
            asked=day,
            they_asked=number > 6,
            choices=ANYBODY,
        ),
        lambda store: inviting.answer(
            store, TODAY, who, answer, on=None, choices=ANYBODY
        ),
        lambda store: promises.promise(
            store, TODAY, who, text, by="friday", theirs=number > 6, choices=ANYBODY
        ),
        lambda store: triage.say(store, TODAY, (who,), saying, choices=ANYBODY),
        lambda store: merging.merge(
            store, TODAY, merging.pair(store, who, other, choices=ANYBODY)
        ),
        lambda store: promises.done(store, TODAY, who, "", on=None, choices=ANYBODY),
        lambda store: configuring.configure(store, "office", text),
        lambda store: changing.undo(store, number),
    ]
    return draw(st.sampled_from(commands))


def undo(store: Store) -> object:
    return changing.undo(store, None)


sequences = st.lists(
    logs() | edits() | others() | st.just(undo), min_size=1, max_size=12
)


def begun() -> Store:
    """A journal in memory, with somebody alone and somebody in company."""
    store = Store.open(None, at=AT)
    for sentence, said in (
        ("coffee", log.Said(people=("Ana Núñez",), minutes=60, others=0)),
        ("3 nov: dinner", log.Said(people=("Ben", "Zoë"), depth=Depth.PERSONAL)),
        ("trip", log.Said(people=("Zoë",), minutes=600, others=0)),
    ):
        log.log(store, TODAY, sentence, said, choices=ANYBODY)
    return store


def tables(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: [tuple(row) for row in store.rows(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608 - our own tables
        for table in LOGGED
    }


def unsound(store: Store) -> list[object]:
    """What doctor would find in the tables of a journal in memory."""
    found = (
        checks.damage(store),
        checks.dangling(store),
        checks.misindexed(store),
        checks.index_broken(store),
        checks.misnamed(store),
        checks.misjudged(store, lambda _done, _of: None),
    )
    return [one for one in found if one]


def done(store: Store, command: Command) -> None:
    with suppress(DeepnetError):
        command(store)


@given(sequences)
@settings(max_examples=60)
def test_after_each_command_the_journal_is_sound(commands: list[Command]) -> None:
    with begun() as store:
        for command in commands:
            done(store, command)
            assert unsound(store) == []


@given(sequences)
@settings(max_examples=60)
def test_undo_in_reverse_restores_every_table(commands: list[Command]) -> None:
    with begun() as store:
        seen = {_latest(store): tables(store)}
        first = _latest(store)
        for command in commands:
            done(store, command)
            seen[_latest(store)] = tables(store)
        for number in sorted(seen, reverse=True):
            if number > first:
                changing.undo(store, number)
                before = max(one for one in seen if one < number)
                assert tables(store) == seen[before]
        assert unsound(store) == []


def _latest(store: Store) -> int:
    latest = changes.entries(store, most=1)
    return latest[0].id if latest else 0
