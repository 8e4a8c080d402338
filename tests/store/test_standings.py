"""How many people stood where on a day of the past, counted from what is kept."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from conftest import TODAY
from crowds import journal
from deepnet import scoring
from deepnet.model import History, Tier
from deepnet.store import Store, histories, standings


def as_of(past: History, day: date) -> History:
    """What there was of a history by a day; promises kept have no day, and count."""
    return past._replace(
        talks=tuple(talk for talk in past.talks if talk.day <= day),
        learnt=tuple(one for one in past.learnt if one.day <= day),
        asked=tuple(one for one in past.asked if one.day <= day),
    )


def plain(store: Store, day: date) -> dict[Tier, int]:
    """The tiers of all who were not let go by then, from their whole histories."""
    people = store.rows(
        "SELECT id FROM people WHERE let_go_on IS NULL OR let_go_on > ?",
        day.isoformat(),
    )
    then = Counter(
        scoring.tier(scoring.measure(as_of(histories.of(store, person), day)))
        for (person,) in people
    )
    del then[Tier.NAME]
    return dict(then)


@pytest.mark.parametrize("seed", range(6))
def test_the_tiers_of_a_past_day_are_those_of_the_history_until_then(
    store: Store, seed: int
) -> None:
    journal(store, Random(seed), 80)
    days = [TODAY - timedelta(days=30 * back) for back in reversed(range(14))]
    assert standings.tiers_on(store, days) == [plain(store, day) for day in days]


def test_histories_are_the_same_read_together_or_one_by_one(store: Store) -> None:
    journal(store, Random(7), 60)
    together = histories.of_people(store, range(1, 61))
    assert together == {one: histories.of(store, one) for one in range(1, 61)}
    assert any(past.talks for past in together.values())
