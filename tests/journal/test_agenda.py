"""The morning's list looks at a few people, and picks whom it would pick from all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from random import Random

import pytest

from conftest import TODAY
from crowds import journal
from deepnet.candidates import Candidate, monday
from deepnet.journal import agenda, asking
from deepnet.journal.gathering import Gathering
from deepnet.model import PersonRef, Setting
from deepnet.outing import ANY, Outing
from deepnet.picking import MOST, Choice, Lane, pick
from deepnet.store import Store, asked, people
from deepnet.store.ceilings import Ceilings

DAYS = (TODAY, date(2026, 11, 30), date(2027, 2, 28), date(2025, 6, 1))
OUTINGS = (ANY, Outing("Oslo"), Outing(None, Setting.LUNCH), Outing("Quay"))


def everybody(store: Store) -> list[int]:
    return [row[0] for row in store.rows("SELECT id FROM people")]


@pytest.mark.parametrize("number", [3, 12, 60, 200])
@pytest.mark.parametrize("seed", range(5))
def test_whoever_is_picked_from_a_few_is_picked_from_all(
    store: Store, seed: int, number: int
) -> None:
    journal(store, Random(f"{seed} {number}"), number)
    for today in DAYS:
        for outing in OUTINGS:
            gathering = Gathering(store, today, near=outing.near)
            plain = pick(
                gathering.candidates(everybody(store)),
                today,
                questions=asking.questions(store),
                asked=asked.lately(store, monday(today)),
                outing=outing,
            )
            seen = agenda.who_next(store, today, outing)
            assert [
                (one.person, one.kind, one.why, one.slot) for one in seen.picks
            ] == [(one.person, one.kind, one.why, one.slot) for one in plain]


@pytest.mark.parametrize("seed", range(8))
def test_nobody_is_above_the_ceiling_of_a_lane_that_they_are_in(
    store: Store, seed: int
) -> None:
    journal(store, Random(seed), 100)
    for today in DAYS:
        gathering = Gathering(store, today)
        ceilings = Ceilings(
            store,
            today,
            office_near=gathering.office_near,
            home_near=gathering.home_near,
        )
        congratulated = {each.id for each, _ in _born(store, today)}
        for lane in Lane:
            ranked = list(ceilings.highest_first(lane))
            at_most = {one.person: one.at_most for one in ranked}
            assert [one.at_most for one in ranked] == sorted(
                at_most.values(), reverse=True
            )
            for candidate in gathering.candidates(everybody(store)):
                alone = Choice(today, most=1)
                alone.look_at([candidate])
                rank = alone.least(lane)
                if rank is not None and candidate.person.id not in congratulated:
                    met = (lane is Lane.NAMES) == (candidate.conversations > 0)
                    if lane in (Lane.MET, Lane.NAMES) and met:
                        continue
                    assert rank <= at_most[candidate.person.id]


def _born(store: Store, today: date) -> list[tuple[PersonRef, str]]:
    from deepnet.store import agenda as kept  # noqa: PLC0415 - beside the use case

    return kept.born(store, today, [today])


def test_of_a_large_journal_only_a_few_are_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of five hundred, fewer than a fifth: what is plain of the rest is enough."""
    journal(store, Random(1), 500)
    looked: set[int] = set()
    whole = Gathering.candidates

    def counted(self: Gathering, few: Collection[int]) -> list[Candidate]:
        looked.update(few)
        return whole(self, few)

    monkeypatch.setattr(Gathering, "candidates", counted)
    assert len(agenda.picks(store, TODAY)) == MOST
    assert len(looked) < 100


def test_names_all_alike_are_told_apart_by_the_week_alone(store: Store) -> None:
    """An import of a thousand, of whom nothing is known but how they are called."""
    with store.change("import"):
        for number in range(1000):
            people.add(store, f"Ana {number}", today=TODAY)
    plain = pick(
        Gathering(store, TODAY).candidates(everybody(store)),
        TODAY,
        questions=asking.questions(store),
    )
    seen = agenda.picks(store, TODAY)
    assert [one.person for one in seen] == [one.person for one in plain]
    assert len(seen) == 3
