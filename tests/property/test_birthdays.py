from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from deepnet.birthdays import birthday_in, next_birthday, read_birthday, turns
from deepnet.errors import NoSuchDay

TODAYS = st.dates(date(1950, 1, 1), date(2200, 12, 31))
BORN = st.dates(date(1900, 1, 1), date(1949, 12, 31))
BIRTHDAYS = BORN.flatmap(
    lambda day: st.sampled_from([day.isoformat(), f"-{day.isoformat()[4:]}"])
)


@given(birthday=BIRTHDAYS, today=TODAYS)
def test_the_next_birthday_is_within_a_year_and_not_before_today(
    birthday: str, today: date
) -> None:
    day = next_birthday(birthday, today)
    assert today <= day <= today + timedelta(days=366)


@given(birthday=BIRTHDAYS, year=st.integers(1950, 2200))
def test_a_birthday_shows_once_a_year_on_its_day_or_the_28th(
    birthday: str, year: int
) -> None:
    shown = birthday_in(birthday, year)
    assert shown.year == year
    assert f"{shown:%m-%d}" == birthday[-5:] or (birthday[-5:], f"{shown:%m-%d}") == (
        "02-29",
        "02-28",
    )


@given(birthday=BIRTHDAYS, today=TODAYS)
def test_a_birthday_that_was_read_reads_back(birthday: str, today: date) -> None:
    assert read_birthday(birthday, today) == birthday


@given(birthday=BIRTHDAYS, today=TODAYS)
def test_everybody_is_a_year_older_at_each_birthday(birthday: str, today: date) -> None:
    day = next_birthday(birthday, today)
    after = next_birthday(birthday, day + timedelta(days=1))
    ages = turns(birthday, day), turns(birthday, after)
    if None not in ages:
        assert ages == (day.year - int(birthday[:4]), after.year - int(birthday[:4]))
        assert after.year == day.year + 1


@given(said=st.text(), today=TODAYS)
def test_any_text_is_a_birthday_or_refused(said: str, today: date) -> None:
    try:
        birthday = read_birthday(said, today)
    except NoSuchDay:
        return
    assert read_birthday(birthday, today) == birthday
