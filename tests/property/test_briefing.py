"""The laws of the three questions, whatever is noted and however often one asks."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from deepnet import askable
from deepnet.askable import Askable
from deepnet.briefing import Asking, Told, three
from deepnet.model import Depth, Facet, Side
from deepnet.questions import question_for, seed_of, step

TEXTS = Askable(askable.questions(), askable.follow_ups())
ARE = frozenset(facet for facet in Facet if facet.side is Side.ARE)
MONDAY = date(2026, 11, 23)
WEEK, SEASON = timedelta(days=7), timedelta(days=91)

DEEPEST = st.none() | st.sampled_from(Depth)
TOLD = st.builds(
    Told,
    st.sampled_from(Facet),
    st.text(min_size=1, max_size=5),
    st.integers(0, 900).map(lambda days: MONDAY - timedelta(days=days)),
)
FACTS = st.lists(TOLD, max_size=12)
NAMES = st.sampled_from(("Ada", "Bo", "김민준", "Zoë"))
LISTS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3).map(tuple)
FEW_TEXTS = st.builds(
    Askable,
    st.dictionaries(
        st.sampled_from(Facet), st.just({}) | LISTS.map(lambda t: {Depth.SHOP: t})
    ).map(lambda few: {**few, Facet.JOYS: {Depth.SHOP: ("z",)}}),
    st.dictionaries(
        st.none() | st.sampled_from(Facet), LISTS.map(lambda t: {Depth.SHOP: t})
    ),
)


class Weeks:
    """Somebody asked about each week, and what was shown when, as a journal has it."""

    def __init__(self, name: str, texts: Askable = TEXTS) -> None:
        self.week = MONDAY
        self._name = name
        self._texts = texts
        self._shown: dict[str, date] = {}

    @property
    def used(self) -> frozenset[str]:
        return frozenset(
            text
            for text, week in self._shown.items()
            if self.week - SEASON <= week < self.week
        )

    def ask(self, facts: list[Told], deepest: Depth | None) -> tuple[Asking, ...]:
        seed = seed_of(self._name, self.week)
        asked = three(self._texts, facts, deepest, seed=seed, used=self.used)
        for asking in asked:
            text = asking.question.text
            if self._shown.get(text, date.min) < self.week - SEASON:
                self._shown[text] = self.week
        return asked


@given(FACTS, DEEPEST, NAMES)
def test_always_three_of_three_facets_and_none_too_deep(
    facts: list[Told], deepest: Depth | None, name: str
) -> None:
    asked = three(TEXTS, facts, deepest, seed=name)
    assert len({one.question.text for one in asked}) == 3
    assert len({one.question.facet for one in asked}) == 3
    assert max(one.question.depth for one in asked) <= step(deepest)


@given(FACTS, DEEPEST, NAMES)
def test_blank_sides_come_first(
    facts: list[Told], deepest: Depth | None, name: str
) -> None:
    asked = three(TEXTS, facts, deepest, seed=name)
    new = [one.question for one in asked if not one.about]
    assert list(asked[: len(new)]) == [Asking(one) for one in new]
    known = frozenset(fact.facet for fact in facts)
    assert new[0] == question_for(TEXTS.questions, known, deepest, seed=name)
    blanks = ARE - known
    assert len([one for one in new if one.facet in blanks]) == min(
        len(blanks), len(new)
    )


@given(FACTS, DEEPEST, NAMES)
def test_two_go_back_to_the_latest_fact_of_a_side_or_as_many_as_there_are(
    facts: list[Told], deepest: Depth | None, name: str
) -> None:
    asked = three(TEXTS, facts, deepest, seed=name)
    back = [one for one in asked if one.about]
    sides = {fact.facet for fact in facts}
    assert len(back) == min(len(sides & ARE or sides), 2)
    for one in back:
        same_side = [fact for fact in facts if fact.facet is one.question.facet]
        assert one.about in same_side
        assert one.about.day == max(fact.day for fact in same_side)
        if any(fact.facet in ARE for fact in facts):
            assert one.question.facet in ARE


@given(FACTS, DEEPEST, NAMES, st.randoms(use_true_random=False))
# Two sides that were noted on one day, in the same words.
@example(
    [Told(Facet.ROOTS, "the sea", MONDAY), Told(Facet.HOME, "the sea", MONDAY)],
    None,
    "Ada",
    Random(2),
)
def test_the_order_of_entry_does_not_matter(
    facts: list[Told], deepest: Depth | None, name: str, random: Random
) -> None:
    other = facts.copy()
    random.shuffle(other)
    assert three(TEXTS, facts, deepest, seed=name) == three(
        TEXTS, other, deepest, seed=name
    )


@given(FACTS, DEEPEST, NAMES)
@example([Told(Facet.FAMILY, "two sisters", MONDAY)], None, "Ada")
@example([], None, "Ada")
@example([Told(f, "something", MONDAY) for f in (Facet.JOYS, Facet.HOPES)], None, "A")
@example([Told(f, "something", MONDAY) for f in sorted(ARE)[:3]], None, "Ada")
@example([Told(facet, "something", MONDAY) for facet in Facet], None, "Ada")
@example([Told(Facet.WORK, "plans timetables", MONDAY)], Depth.SMALLTALK, "Ada")
def test_no_text_comes_back_within_a_season_of_weeks(
    facts: list[Told], deepest: Depth | None, name: str
) -> None:
    weeks, last = Weeks(name), dict[str, date]()
    for _ in range(45):
        asked = weeks.ask(facts, deepest)
        assert len(asked) == 3
        assert any(one.about for one in asked) or not any(
            fact.facet in ARE for fact in facts
        )
        for one in asked:
            # Shown on a Sunday, and again on a Monday.
            before = last.get(one.question.text, date.min) + timedelta(days=6)
            assert weeks.week - before > SEASON
            last[one.question.text] = weeks.week
        weeks.week += WEEK


@given(FACTS, DEEPEST, NAMES, FEW_TEXTS)
def test_it_is_the_same_all_week_even_where_all_texts_are_used_up(
    facts: list[Told], deepest: Depth | None, name: str, texts: Askable
) -> None:
    weeks = Weeks(name, texts)
    for _ in range(20):
        assert weeks.ask(facts, deepest) == weeks.ask(facts, deepest) != ()
        weeks.week += WEEK
