"""Laws of the invented world."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from conftest import TODAY
from deepnet import demo
from deepnet.model import Setting

DAYS = [TODAY, date(2028, 2, 29), date(2027, 1, 1)]


@pytest.mark.parametrize("today", DAYS)
def test_it_is_the_same_for_the_same_day_and_never_of_the_last_two(today: date) -> None:
    world = demo.world(today)
    assert world == demo.world(today)
    days = [one.day for one in world.conversations]
    assert days == sorted(days)
    assert max(days) < today - timedelta(days=2)
    assert min(days) > today - timedelta(days=760)


@pytest.mark.parametrize("today", DAYS)
def test_everybody_named_is_in_it(today: date) -> None:
    world = demo.world(today)
    names = {person.name for person in world.people}
    assert len(names) == len(world.people) == 62
    named = {name for one in world.conversations for name in one.people}
    named |= {name for one in world.conversations for name, *_ in one.learned}
    named |= {one.name for one in world.invitations}
    named |= {one.name for one in world.let_go}
    claimed = [one.name for one in world.claims]
    assert len(set(claimed)) == len(claimed)
    named |= set(claimed)
    assert named <= names


def test_nine_in_ten_are_met_at_events_only() -> None:
    world = demo.world(TODAY)
    outside = {
        name
        for one in world.conversations
        if one.setting not in (Setting.EVENT, Setting.MESSAGE)
        for name in one.people
    }
    assert len(outside) == 8
    assert {name for one in world.conversations for name in one.people} - outside


def test_texts_are_printable_and_hardly_repeated() -> None:
    texts = Counter(one.text for one in demo.world(TODAY).conversations)
    assert all(text.isprintable() for text in texts)
    assert max(texts.values()) <= 2


def test_the_one_whom_the_demo_meets_today_was_at_three_events() -> None:
    world = demo.world(TODAY)
    katrina = [one for one in world.conversations if "Katrina Voss" in one.people]
    assert [one.setting for one in katrina] == [Setting.EVENT] * 3
    assert "Katrina" in world.opening
