from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.dates import (
    ago,
    leading_day,
    lived_day,
    mentions_day,
    month_end,
    months_back,
    read_day,
    read_due,
    read_month,
    read_written_day,
    split_due,
    written,
)
from deepnet.errors import NoSuchDay
from deepnet.errors.days import WrongWeekday
from deepnet.model import Precision, When
from deepnet.phrases import AMOUNTS, MONTHS, UNITS, WEEKDAYS

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
TODAYS = st.dates(date(1950, 1, 1), date(2200, 12, 31))

WORDS = st.sampled_from(
    [
        *MONTHS,
        *WEEKDAYS,
        *AMOUNTS,
        *UNITS,
        *("weeks", "ago", "last", "next", "this", "in", "on", "the", "of", "end"),
        *("today", "yesterday", "tomorrow", "night", "morning", "at", "7pm", "noon"),
        *("13th", "31", "29", "0", "2019", "2099", "9999", "0001", "999", "19.30"),
        *("3/11", "31/12/2024", "2026-02-30", "2024-02-29", "20.11.", ":", "by", "."),
    ]
)
PHRASES = st.lists(WORDS, max_size=6).map(" ".join)
ANYTHING = st.one_of(st.text(), PHRASES)


@given(day=DAYS, today=TODAYS)
def test_a_written_day_reads_back(day: date, today: date) -> None:
    if day <= today:
        assert read_day(written(day), today) == When(day)


@given(day=DAYS, today=TODAYS)
def test_a_written_week_month_and_year_read_back(day: date, today: date) -> None:
    monday, first = day - timedelta(days=day.weekday()), day.replace(day=1)
    year = first.replace(month=1)
    if day > today or monday.year < 1900:
        return
    for when, phrase in (
        (When(monday, Precision.WEEK), written(monday, Precision.WEEK)),
        (When(first, Precision.MONTH), written(first, Precision.MONTH)),
        (When(year, Precision.YEAR), f"in {written(year, Precision.YEAR)}"),
    ):
        assert read_day(phrase, today) == when


@given(day=DAYS, today=TODAYS, other=st.integers(1, 6))
def test_a_written_day_with_another_weekday_is_refused(
    day: date, today: date, other: int
) -> None:
    wrong = written(day + timedelta(days=other))[:3] + written(day)[3:]
    with pytest.raises(WrongWeekday):
        read_day(wrong, today)


@given(said=ANYTHING, today=TODAYS)
def test_any_text_is_a_day_not_after_today_or_refused(said: str, today: date) -> None:
    try:
        when = read_day(said, today)
    except NoSuchDay:
        return
    assert date(1900, 1, 1) <= when.day <= today
    if when.precision is not Precision.DAY:
        assert when.clock is None


@given(said=ANYTHING)
def test_a_refusal_is_one_short_line_without_control_characters(said: str) -> None:
    with pytest.raises(NoSuchDay) as refused:
        read_day(f"no {said} day", date(2026, 11, 25))
    assert refused.value.message.isprintable()
    assert len(refused.value.message) < 100


@given(said=ANYTHING, today=TODAYS)
def test_any_text_is_a_day_not_before_today_or_refused(said: str, today: date) -> None:
    try:
        assert read_due(said, today) >= today
    except NoSuchDay:
        return


@given(said=ANYTHING, today=TODAYS)
def test_any_text_is_the_first_of_a_month_that_began_or_refused(
    said: str, today: date
) -> None:
    try:
        first = read_month(said, today)
    except NoSuchDay:
        return
    assert first.day == 1
    assert first <= today


@given(weekday=st.sampled_from(WEEKDAYS), today=TODAYS)
def test_a_weekday_is_within_the_week_before_and_the_week_after(
    weekday: str, today: date
) -> None:
    before, after = read_day(weekday, today).day, read_due(weekday, today)
    assert WEEKDAYS[before.weekday()] == WEEKDAYS[after.weekday()] == weekday
    assert 1 <= (today - before).days <= 7
    assert 1 <= (after - today).days <= 7


@given(day=DAYS, today=TODAYS)
def test_a_day_and_month_is_the_nearest_on_either_side(day: date, today: date) -> None:
    said = f"{day.day} {MONTHS[day.month - 1]}"
    before, after = read_day(said, today).day, read_due(said, today)
    assert before <= today <= after
    for found in (before, after):
        assert (found.day, found.month) == (day.day, day.month)
    leap = (day.day, day.month) == (29, 2)
    assert max(today - before, after - today).days <= (8 if leap else 1) * 366


@given(lead=ANYTHING, colon=st.sampled_from([":", ": ", "：", ""]), text=st.text())
def test_a_leading_day_loses_no_character(lead: str, colon: str, text: str) -> None:
    sentence = lead + colon + text
    try:
        when, rest = leading_day(sentence, date(2026, 11, 25))
    except NoSuchDay:
        return
    assert sentence.endswith(rest)
    cut = sentence[: len(sentence) - len(rest)].rstrip()
    assert cut == "" if when is None else cut[-1] in ":："
    if when is not None:
        assert read_day(cut[:-1], date(2026, 11, 25)) == when


@given(what=st.text(), tail=ANYTHING)
def test_a_promise_loses_no_character_but_those_of_its_day(
    what: str, tail: str
) -> None:
    text = f"{what} by {tail}"
    try:
        kept, due = split_due(text, date(2026, 11, 25))
    except NoSuchDay:
        return
    assert text.startswith(kept)
    if due is None or kept == text:
        assert kept == text
    else:
        said = text[len(kept) :].split(maxsplit=1)[1]
        assert read_due(said, date(2026, 11, 25)) == due


@given(sentence=ANYTHING)
def test_what_is_noticed_stands_in_the_sentence(sentence: str) -> None:
    found = mentions_day(sentence)
    assert found is None or found in sentence


@given(day=DAYS, clock=st.times(), start=st.times())
def test_a_lived_day_begins_at_its_start_and_lasts_24_hours_of_the_wall(
    day: date, clock: time, start: time
) -> None:
    moment = datetime.combine(day, clock)
    began = datetime.combine(lived_day(moment, start), start)
    assert timedelta(0) <= moment - began < timedelta(days=1)


@given(first=DAYS, n=st.integers(0, 600))
def test_months_follow_one_another_without_a_gap(first: date, n: int) -> None:
    back = months_back(first, n)
    assert back.day == 1
    assert (first.year - back.year) * 12 + first.month - back.month == n
    assert months_back(month_end(back) + timedelta(days=1), 1) == back


@given(day=DAYS, today=TODAYS)
def test_how_long_ago_says_its_direction(day: date, today: date) -> None:
    words = ago(day, today)
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if words in near:
        assert (day - today).days == near[words]
    else:
        assert words.endswith(" ago") == (day < today)
        assert words.startswith("in ") == (day > today)
        assert int(words.removeprefix("in ").split()[0]) > 1


@given(day=st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_known_form_of_an_export_reads_back(day: date) -> None:
    month = MONTHS[day.month - 1][:3]
    forms = (
        f"{day.day:02} {month} {day.year}",
        f"{day.day}-{month}-{day.year % 100:02}",
        day.isoformat(),
        f"{day} 14:03:22 UTC",
        f"{day.year}/{day.month:02}/{day.day:02} 15:02:55 UTC",
        f"{day.month}/{day.day}/{day.year % 100:02}, 2:37 PM",
    )
    assert {read_written_day(form) for form in forms} == {day}


@given(text=ANYTHING)
def test_no_text_of_an_export_breaks_the_reading(text: str) -> None:
    found = read_written_day(text)
    assert found is None or found.year >= 1900
