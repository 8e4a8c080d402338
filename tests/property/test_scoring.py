"""The laws of the score, over histories of every kind."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from deepnet import scoring, standing
from deepnet.dates import written
from deepnet.model import (
    Answer,
    Asked,
    Depth,
    Facet,
    History,
    Learnt,
    Setting,
    Talk,
    Tier,
)

law = settings(max_examples=1000)

DAYS = st.dates(date(1965, 1, 1), date(2026, 11, 25)) | st.dates(
    date(2026, 1, 1), date(2026, 11, 25)
)


ANY = st.none() | st.sampled_from(Setting)


def talks(setting: st.SearchStrategy[Setting | None] = ANY) -> st.SearchStrategy[Talk]:
    return st.builds(
        Talk,
        day=DAYS,
        setting=setting,
        depth=st.none() | st.sampled_from(Depth),
        minutes=st.none() | st.integers(0, 1440) | st.just(100_000),
        others=st.none() | st.integers(0, 8) | st.just(1_000_000),
        they_asked=st.booleans(),
        conversation=st.integers(1, 40),
    )


FACTS = st.builds(Learnt, DAYS, st.sampled_from(Facet), st.none() | st.integers(1, 40))
ASKED = st.builds(
    Asked, DAYS, st.booleans(), st.none() | st.sampled_from(Answer), st.none() | DAYS
)


TALKS = talks()


def histories(
    talk: st.SearchStrategy[Talk] = TALKS, least: int = 0
) -> st.SearchStrategy[History]:
    return st.builds(
        History,
        talks=st.lists(talk, min_size=least, max_size=12).map(tuple),
        learnt=st.lists(FACTS, max_size=8).map(tuple),
        asked=st.lists(ASKED, max_size=4).map(tuple),
        kept_mine=st.integers(0, 5),
        kept_theirs=st.integers(0, 5),
    )


def never_lower(more: History, less: History) -> None:
    assert scoring.score(more) >= scoring.score(less)
    after, before = (scoring.tier(scoring.measure(each)) for each in (more, less))
    assert after.rank >= before.rank


@law
@given(histories(talks(st.just(Setting.EVENT)), least=1))
def test_events_alone_never_pass_event_only(history: History) -> None:
    assert standing.standing(history).tier is Tier.EVENT


@law
@given(histories(talks(st.just(Setting.MESSAGE))))
def test_messages_and_facts_alone_stay_a_name(history: History) -> None:
    assert standing.standing(history).tier is Tier.NAME


@law
@given(histories(talks(st.sampled_from((Setting.EVENT, Setting.MESSAGE)))))
def test_events_and_messages_together_never_pass_event_only(history: History) -> None:
    assert standing.standing(history).tier.rank <= Tier.EVENT.rank


@law
@given(histories(), talks())
def test_one_more_conversation_never_lowers(history: History, talk: Talk) -> None:
    never_lower(history._replace(talks=(*history.talks, talk)), history)


@law
@given(histories(), FACTS, ASKED)
def test_a_fact_or_an_answer_never_lowers(
    history: History, fact: Learnt, asked: Asked
) -> None:
    never_lower(history._replace(learnt=(*history.learnt, fact)), history)
    never_lower(history._replace(asked=(*history.asked, asked)), history)
    yes = asked._replace(answer=Answer.YES)
    never_lower(
        history._replace(asked=(*history.asked, yes)),
        history._replace(asked=(*history.asked, asked)),
    )


@law
@given(histories(), talks(), st.data())
def test_deeper_longer_and_fewer_never_lower(
    history: History, talk: Talk, data: st.DataObject
) -> None:
    said = talk._replace(
        depth=talk.depth or Depth.SMALLTALK,
        minutes=talk.minutes or 0,
        others=talk.others or 0,
    )
    better = said._replace(
        depth=data.draw(st.sampled_from([d for d in Depth if d >= (said.depth or 0)])),
        minutes=(said.minutes or 0) + data.draw(st.integers(0, 600)),
        others=data.draw(st.integers(0, said.others or 0)),
    )
    never_lower(
        history._replace(talks=(*history.talks, better)),
        history._replace(talks=(*history.talks, said)),
    )


@law
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_means_nothing(history: History, chance: object) -> None:
    def mixed(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        shuffled = list(rows)
        chance.shuffle(shuffled)  # type: ignore[attr-defined]
        return tuple(shuffled)

    other = history._replace(
        talks=mixed(history.talks),
        learnt=mixed(history.learnt),
        asked=mixed(history.asked),
    )
    assert standing.standing(other) == standing.standing(history)


@law
@given(histories(), DAYS, st.sampled_from(Setting), st.sampled_from(Depth))
def test_a_lunch_in_two_entries_is_one_lunch(
    history: History, day: date, setting: Setting, depth: Depth
) -> None:
    whole = Talk(day, setting, depth, 120, 0, conversation=1)
    half = whole._replace(minutes=60)
    once = scoring.score(history._replace(talks=(*history.talks, whole)))
    twice = scoring.score(history._replace(talks=(*history.talks, half, half)))
    assert abs(once - twice) <= 2


@law
@given(histories(), talks())
def test_logging_twice_by_mistake_is_rewarded_little(
    history: History, talk: Talk
) -> None:
    # Only its hours count again, and a day's hours saturate: at most 3.6 points.
    once = history._replace(talks=(*history.talks, talk))
    twice = history._replace(talks=(*history.talks, talk, talk))
    assert 0 <= scoring.score(twice) - scoring.score(once) <= 3.6


@law
@given(histories())
def test_known_means_it(history: History) -> None:
    if standing.standing(history).tier is not Tier.KNOWN:
        return
    outside = [talk for talk in history.talks if scoring.is_outside(talk)]
    days = sorted({talk.day for talk in outside})
    deep = {t.day for t in outside if t.depth is not None and t.depth >= Depth.PERSONAL}
    sides = {one.facet for one in history.learnt if one.facet.side.name == "ARE"}
    assert days[-1] - days[0] >= timedelta(days=60)
    assert len(days) >= 3
    assert len(deep) >= 2
    assert len(sides) >= 3


@law
@given(histories())
def test_the_parts_add_up_and_stay_in_bounds(history: History) -> None:
    found = standing.standing(history)
    assert found.score == round(sum(part.points for part in found.parts), 1)
    assert 0 <= found.score <= 100
    assert all(0 <= part.points <= part.of for part in found.parts)
    assert sum(part.of for part in found.parts) == 100


WORDS = ("Small talk", "Shop talk", "Opinions", "Personal talk", "Talk from the heart")


def deep_days(sentence: str, outside: list[Talk]) -> int:
    """The days on which talk went as deep as the sentence says, counted anew."""
    level = next(n for n, words in enumerate(WORDS) if sentence.startswith(words))
    return len({talk.day for talk in outside if scoring.depth_of(talk) >= level})


@law
@given(histories())
def test_each_sentence_is_true_of_the_history(history: History) -> None:
    because = {part.name: part.because for part in standing.standing(history).parts}
    outside = [talk for talk in history.talks if scoring.is_outside(talk)]
    days = {talk.day for talk in outside}
    counts = {
        name: [float(n) for n in re.findall(r"[\d.]*\d", text)]
        for name, text in because.items()
    }
    if outside:
        hours = sum(map(scoring.minutes_of, outside)) / 60
        assert counts["time"][:2] == [round(hours, 1), len(days)]
        spans = (scoring.measure(history).meetings, (max(days) - min(days)).days)
        if spans[0] > 1:
            assert tuple(counts["months"]) == spans
        else:
            assert written(min(days)) in because["months"]
            assert spans[1] < 21
        level = max(scoring.depth_of(talk) for talk in outside)
        assert counts["depth"][0] >= 1
        assert counts["depth"][0] <= len(days)
        assert level is not None
    else:
        assert because["months"] == "It has not begun outside events."
    theirs = {talk.day for talk in outside if talk.they_asked}
    if theirs:
        assert counts["both ways"][0] == len(theirs)
    else:
        assert because["both ways"].startswith("No day yet was their idea")
    met = scoring.measure(history).met
    known = {one.facet for one in history.learnt if one.facet.side.name == "ARE"}
    if met and known:
        assert counts["sides"] == [len(known)]
        assert all(facet in because["sides"] for facet in known)


@law
@given(histories(), st.integers(0, 4000), st.integers(0, 4000))
def test_freshness_only_falls_with_silence(
    history: History, first: int, more: int
) -> None:
    last = max((talk.day for talk in history.talks), default=date(2026, 1, 1))
    early = scoring.freshness(history, last + timedelta(days=first))
    late = scoring.freshness(history, last + timedelta(days=first + more))
    assert 0 <= late <= early <= 1


@law
@given(st.integers(4, 60), st.integers(21, 90), st.sampled_from(Depth))
def test_the_last_lunch_counts_less_than_the_first(
    count: int, gap: int, depth: Depth
) -> None:
    def lunches(number: int) -> History:
        return History(
            tuple(
                Talk(
                    date(2010, 1, 1) + timedelta(days=gap * n), Setting.LUNCH, depth, 60
                )
                for n in range(number)
            )
        )

    first = scoring.score(lunches(1))
    last = scoring.score(lunches(count)) - scoring.score(lunches(count - 1))
    assert last < first


@law
@given(histories())
def test_the_range_holds_the_score(history: History) -> None:
    low, high = standing.score_range(history)
    assert 0 <= low <= scoring.score(history) <= high <= 100


@law
@given(histories())
def test_the_days_of_the_tiers_are_in_order_and_end_at_the_tier(
    history: History,
) -> None:
    found = standing.crossings(history)
    days = [day for _, day, _ in found]
    assert days == sorted(days)
    reached = standing.standing(history).tier
    assert [tier for tier, _, _ in found] == list(Tier)[1 : reached.rank + 1]


@law
@given(histories(), DAYS)
def test_a_typical_conversation_gains_and_never_loses(
    history: History, day: date
) -> None:
    assert scoring.gain(history, day) >= 0
