from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deepnet.render.html.placing import Area, Circle, Room, beside, stacked

COORDINATE = st.floats(0, 300)
AREAS = st.builds(
    lambda x, y, wide, high: Area(x, y, x + wide, y + high),
    COORDINATE,
    COORDINATE,
    st.floats(1, 120),
    st.floats(1, 40),
)
CIRCLES = st.builds(Circle, COORDINATE, COORDINATE, st.floats(2, 8))


@given(AREAS, AREAS)
def test_two_areas_meet_each_other_or_neither(one: Area, other: Area) -> None:
    assert one.meets(other) == other.meets(one)
    if one.holds(other):
        assert one.meets(other)


@given(st.lists(AREAS, max_size=12), AREAS)
def test_room_is_free_where_nothing_that_was_taken_lies(
    taken: list[Area], asked: Area
) -> None:
    room = Room()
    for area in taken:
        room.take(area)
    assert room.free(asked) == (not any(area.meets(asked) for area in taken))


@given(st.lists(CIRCLES, max_size=20), st.floats(10, 110))
def test_a_name_lies_on_no_mark_on_no_other_name_and_within_the_map(
    marks: list[Circle], long: float
) -> None:
    room, within = Room(), Area(0, 0, 320, 320)
    drawn = [mark.area() for mark in marks]
    for area in drawn:
        room.take(area)
    for mark in marks:
        spot = beside(mark, long, within, room)
        if spot is None:
            continue
        left = spot.x - {"start": 0.0, "end": long, "middle": long / 2}[spot.anchor]
        # As high as capital letters above the baseline.
        words = Area(left, spot.y - 9, left + long, spot.y)
        assert within.holds(words)
        assert not any(words.meets(other) for other in drawn)
        drawn.append(words)


@given(st.lists(st.floats(0, 300), max_size=8), st.floats(2, 4))
def test_a_few_marks_never_cover_one_another_and_stay_in_their_row(
    places: list[float], radius: float
) -> None:
    room, band = Room(), Area(-10, 18, 310, 100)
    marks = [stacked(x, radius, band, room) for x in places]
    for number, mark in enumerate(marks):
        area = mark.area()
        assert band.holds(area)
        assert mark.x == places[number]
        assert not any(area.meets(other.area()) for other in marks[:number])


def test_many_at_one_place_go_aside_and_still_cover_nobody() -> None:
    room, band = Room(), Area(160, 18, 300, 54)
    marks = [stacked(200, 2.4, band, room) for _ in range(60)]
    areas = [mark.area() for mark in marks]
    for number, area in enumerate(areas):
        assert not any(area.meets(other) for other in areas[:number])
    assert marks[0] == Circle(200, 36, 2.4)
    assert all(
        band.holds(area) and abs(mark.x - 200) <= 48
        for mark, area in zip(marks, areas, strict=True)
    )
    # Where there is no room at all, a mark is still within its row.
    more = [stacked(200, 2.4, band, room) for _ in range(200)]
    assert all(band.holds(mark.area()) for mark in more)
