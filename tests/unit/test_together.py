from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.model import Depth, Setting
from deepnet.scoring import USUAL_MINUTES
from deepnet.together import Talks, Time, times, typical

COUNTS = st.dictionaries(st.sampled_from(Depth), st.integers(1, 20))


def test_hours_are_those_said_and_the_usual_ones() -> None:
    talks = [
        # Two lunches, one of 90 minutes and one of the usual 60.
        Talks(1, Setting.LUNCH, Depth.SHOP, 2, 90, 1),
        Talks(1, Setting.WALK, Depth.PERSONAL, 1, 30, 0),
        Talks(2, None, None, 1, 0, 1),
    ]
    assert USUAL_MINUTES[Setting.LUNCH] == 60
    assert USUAL_MINUTES[None] == 45
    assert times(talks, USUAL_MINUTES) == {
        1: Time(hours=3.0, times=3, typical=Depth.SHOP, deepest=Depth.PERSONAL),
        2: Time(hours=0.75, times=1, typical=None, deepest=None),
    }


@pytest.mark.parametrize(
    ("depths", "middle"),
    [
        ({}, None),
        ({Depth.HEART: 1}, Depth.HEART),
        ({Depth.SMALLTALK: 1, Depth.HEART: 1}, Depth.SMALLTALK),
        ({Depth.SMALLTALK: 1, Depth.SHOP: 1, Depth.HEART: 1}, Depth.SHOP),
        ({Depth.SMALLTALK: 2, Depth.OPINIONS: 3}, Depth.OPINIONS),
    ],
)
def test_the_typical_depth_is_the_middle_one(
    depths: dict[Depth, int], middle: Depth | None
) -> None:
    assert typical(depths) is middle


@given(COUNTS)
def test_half_of_the_talks_are_no_deeper_and_half_no_shallower(
    depths: dict[Depth, int],
) -> None:
    found = typical(depths)
    if found is None:
        assert not depths
        return
    everything = sum(depths.values())
    assert 2 * sum(n for depth, n in depths.items() if depth <= found) >= everything
    assert 2 * sum(n for depth, n in depths.items() if depth >= found) >= everything
