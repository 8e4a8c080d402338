from __future__ import annotations

import json
import re
import time as stopwatch
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

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
from deepnet.errors.days import (
    AmbiguousDay,
    DistantDay,
    FutureDay,
    ImpossibleDay,
    PastDay,
    UnreadableDay,
    UnreadableMonth,
    WrongWeekday,
)
from deepnet.model import Precision, When

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "cases"
WEDNESDAY = date(2026, 11, 25)

reads_the_cases = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared cases are not beside this checkout"
)


def said(phrase: str, today: date = WEDNESDAY) -> str:
    """What a phrase means: the day, as exactly as it is known, and the clock."""
    when = read_day(phrase, today)
    return " ".join(filter(None, (_kept(when), when.clock)))


def _kept(when: When) -> str:
    if when.precision is Precision.WEEK:
        return f"{when.day:%G-W%V}"
    figures = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
    return when.day.isoformat()[: figures[when.precision]]


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("today", "2026-11-25"),
        ("yesterday", "2026-11-24"),
        ("the day before yesterday", "2026-11-23"),
        ("day before yesterday", "2026-11-23"),
        ("2 days ago", "2026-11-23"),
        ("two days ago", "2026-11-23"),
        ("a week ago", "2026-11-18"),
        ("3 weeks ago", "2026-11-04"),
        ("last friday", "2026-11-20"),
        ("friday", "2026-11-20"),
        ("on tuesday", "2026-11-24"),
        ("this monday", "2026-11-23"),
        ("this wednesday", "2026-11-25"),
        ("last wednesday", "2026-11-18"),
        ("wednesday", "2026-11-18"),
        ("last tues", "2026-11-24"),
        ("thurs", "2026-11-19"),
        ("monday this week", "2026-11-23"),
        ("sunday last week", "2026-11-22"),
        ("sun 2 weeks ago", "2026-11-15"),
    ],
)
def test_a_word_for_a_day_is_the_latest_such_day(phrase: str, meaning: str) -> None:
    assert said(phrase) == meaning


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("5 march", "2026-03-05"),
        ("march 5", "2026-03-05"),
        ("5th of march", "2026-03-05"),
        ("the 5th of march", "2026-03-05"),
        ("march the 5th", "2026-03-05"),
        ("on march 5th", "2026-03-05"),
        ("dec 3", "2025-12-03"),
        ("3 december", "2025-12-03"),
        ("25 november", "2026-11-25"),
        ("26 november", "2025-11-26"),
        ("29 feb", "2024-02-29"),
        ("29 feb 2024", "2024-02-29"),
        ("3 nov 2025", "2025-11-03"),
        ("nov 3, 2025", "2025-11-03"),
        ("sept 3", "2026-09-03"),
        ("20.11.2026", "2026-11-20"),
        ("20.11.", "2026-11-20"),
        ("1.12.", "2025-12-01"),
        ("2026-11-20", "2026-11-20"),
        ("2026/11/20", "2026-11-20"),
        ("fri 2026-11-20", "2026-11-20"),
        ("Fri 20 Nov 2026", "2026-11-20"),
        ("25/11/2026", "2026-11-25"),
        ("11/25/2026", "2026-11-25"),
        ("4/4/2026", "2026-04-04"),
        ("24/11", "2026-11-24"),
    ],
)
def test_a_date_without_a_year_is_the_latest_one_not_after_today(
    phrase: str, meaning: str
) -> None:
    assert said(phrase) == meaning


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("friday 13th", "2026-11-13"),
        ("friday the 13th", "2026-11-13"),
        # 31 October 2026 is a Saturday; the 31st before it that is a Friday is July's.
        ("friday 31st", "2026-07-31"),
        ("the 13th", "2026-11-13"),
        ("on the 26th", "2026-10-26"),
        ("the 31st", "2026-10-31"),
    ],
)
def test_a_day_of_the_month_alone_is_the_latest_such_day(
    phrase: str, meaning: str
) -> None:
    assert said(phrase) == meaning


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("march", "2026-03"),
        ("in march", "2026-03"),
        ("november", "2026-11"),
        ("december", "2025-12"),
        ("last november", "2025-11"),
        ("this march", "2026-03"),
        ("may", "2026-05"),
        ("in march 2025", "2025-03"),
        ("march 2025", "2025-03"),
        ("2026-03", "2026-03"),
        ("last month", "2026-10"),
        ("this month", "2026-11"),
        ("5 months ago", "2026-06"),
        ("last week", "2026-W47"),
        ("this week", "2026-W48"),
        ("week of 18 nov", "2026-W47"),
        ("week of Mon 16 Nov 2026", "2026-W47"),
        ("in 2019", "2019"),
        ("last year", "2025"),
        ("this year", "2026"),
        ("two years ago", "2024"),
    ],
)
def test_a_missing_part_stays_missing(phrase: str, meaning: str) -> None:
    assert said(phrase) == meaning


def test_a_year_ago_today_is_a_day_even_on_a_leap_day() -> None:
    assert said("a year ago today") == "2025-11-25"
    assert said("one year ago today", date(2024, 2, 29)) == "2023-02-28"
    assert said("a month ago today", date(2026, 3, 31)) == "2026-02-28"


def test_the_leap_day_before_one_that_a_century_skipped_is_eight_years_back() -> None:
    assert said("29 feb", date(2104, 2, 28)) == "2096-02-29"


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("last night", "2026-11-24 evening"),
        ("last evening", "2026-11-24 evening"),
        ("last night at 11pm", "2026-11-24 23:00"),
        ("last night at 1am", "2026-11-24 01:00"),
        ("tonight", "2026-11-25 evening"),
        ("this morning", "2026-11-25 morning"),
        ("this afternoon", "2026-11-25 afternoon"),
        ("this evening", "2026-11-25 evening"),
        ("yesterday evening", "2026-11-24 evening"),
        ("yesterday evening at 7pm", "2026-11-24 19:00"),
        ("yesterday at 7pm", "2026-11-24 19:00"),
        ("yesterday at 7 p.m.", "2026-11-24 19:00"),
        ("yesterday at 7:05 am", "2026-11-24 07:05"),
        ("yesterday 12am", "2026-11-24 00:00"),
        ("yesterday 12pm", "2026-11-24 12:00"),
        ("yesterday at noon", "2026-11-24 12:00"),
        ("friday at 19.30", "2026-11-20 19:30"),
        ("friday night", "2026-11-20 evening"),
        ("friday in the morning", "2026-11-20 morning"),
        ("friday at night", "2026-11-20 evening"),
        ("3 nov 19:30", "2026-11-03 19:30"),
    ],
)
def test_a_time_follows_any_day(phrase: str, meaning: str) -> None:
    assert said(phrase) == meaning


@pytest.mark.parametrize(
    "phrase",
    ["  LAST   Friday ", "last friday.", "last, friday,", "Last\tFri.", "last fri..."],
)
def test_case_spaces_commas_and_full_stops_do_not_matter(phrase: str) -> None:
    assert said(phrase) == "2026-11-20"


@pytest.mark.parametrize(
    "phrase", ["٣ nov", "３ Nov", "２０２６-１１-０３", "०३.११.२०२६"]
)
def test_figures_of_every_script_are_figures(phrase: str) -> None:
    assert said(phrase) == "2026-11-03"


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        " . ",
        "10",
        "2019",
        "will",
        "now",
        "1st",
        "friday march",
        "friday 10",
        "yesterday lunch",
        "last friday or so",
        "friday friday",
        "3 nov 25",
        "20.11.26",
        "3/11/26",
        "3-11",
        "march evening",
        "in 2019 at 7pm",
        "friday at 7",
        "friday 25:00",
        "friday 13pm",
        "friday morning at 7pm",
        "7pm",
        "evening",
        "last day",
        "end of october",
        "12345 days ago",
        "²nd march",
        "friday\u200b",
        "yesterday\x00",
        "friday " * 200,
        "1" * 5000,
        "letzten freitag",
    ],
)
def test_what_is_not_wholly_a_day_is_refused(phrase: str) -> None:
    with pytest.raises(UnreadableDay):
        read_day(phrase, WEDNESDAY)


@pytest.mark.parametrize(
    "phrase",
    [
        "30 feb 2026",
        "30 feb",
        "29 feb 2025",
        "31.4.",
        "0 march",
        "2026-13-01",
        "2026-02-30",
        "2026-13",
        "40/50/2026",
        "friday 19.30",
        "the 32nd",
        "friday 32nd",
        "0000-01-01",
    ],
)
def test_a_day_that_no_calendar_has_is_called_impossible(phrase: str) -> None:
    with pytest.raises(ImpossibleDay):
        read_day(phrase, WEDNESDAY)


@pytest.mark.parametrize(
    "phrase", ["1899-12-31", "in 1899", "31.12.1899", "999 years ago"]
)
def test_no_journal_reaches_before_1900(phrase: str) -> None:
    with pytest.raises(DistantDay, match=r"lies before 1900\.$"):
        read_day(phrase, WEDNESDAY)


def test_going_back_beyond_the_first_year_is_impossible() -> None:
    with pytest.raises(ImpossibleDay):
        read_day("999 years ago", date(950, 1, 1))


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("tomorrow", "Thu 26 Nov 2026"),
        ("the day after tomorrow", "Fri 27 Nov 2026"),
        ("2099-01-01", "Thu 1 Jan 2099"),
        ("this sunday", "Sun 29 Nov 2026"),
        ("next friday", "Fri 27 Nov 2026"),
        ("friday next week", "Fri 4 Dec 2026"),
        ("in two weeks", "Wed 9 Dec 2026"),
        ("next week", "week of Mon 30 Nov 2026"),
        ("this december", "December 2026"),
        ("2027-03", "March 2027"),
        ("in 2099", "2099"),
    ],
)
def test_the_future_is_refused_and_named(phrase: str, shown: str) -> None:
    with pytest.raises(FutureDay) as refused:
        read_day(phrase, WEDNESDAY)
    assert refused.value.message == f"“{phrase}” ({shown}) is still to come."


@pytest.mark.parametrize(
    ("phrase", "readings"),
    [
        ("3/11/2026", "2026-11-03 or 2026-03-11"),
        ("3/11", "3 November or 11 March"),
        ("tue 3/11/2026", "2026-11-03 or 2026-03-11"),
    ],
)
def test_a_slash_with_two_readings_is_refused_with_both(
    phrase: str, readings: str
) -> None:
    with pytest.raises(AmbiguousDay, match=readings) as refused:
        read_day(phrase, WEDNESDAY)
    assert "2026-11-20" in (refused.value.hint or "")


@pytest.mark.parametrize("phrase", ["thu 20 nov 2026", "thu 20 nov", "thu 2026-11-20"])
def test_a_weekday_that_does_not_fit_its_date_is_refused(phrase: str) -> None:
    with pytest.raises(WrongWeekday, match="that day is a Friday"):
        read_day(phrase, WEDNESDAY)


def test_a_refusal_repeats_forty_characters_and_no_control_character() -> None:
    with pytest.raises(UnreadableDay) as refused:
        read_day("a\x1b[31m\u202eb\n" + "x" * 1_000_000, WEDNESDAY)
    echo = re.fullmatch(r"I can't read “(.*)” as a day\.", refused.value.message)
    assert echo
    assert echo[1].startswith("a [31m b xxx")
    assert len(echo[1]) <= 41
    assert echo[1].isprintable()
    assert refused.value.exit_code == 2


def test_a_very_long_text_costs_no_time() -> None:
    sentence = "last friday : " * 80_000
    start = stopwatch.perf_counter()
    with pytest.raises(UnreadableDay):
        read_day(sentence, WEDNESDAY)
    assert leading_day(sentence + "x", WEDNESDAY)[0] == When(date(2026, 11, 20))
    assert split_due("by " * 400_000, WEDNESDAY)[1] is None
    assert mentions_day("on fri ago " * 100_000) is None
    assert stopwatch.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("sentence", "day", "text"),
    [
        ("yesterday: lunch with Ana", "2026-11-24", "lunch with Ana"),
        ("Last Friday:  lunch", "2026-11-20", "lunch"),
        ("3 nov:\nlunch: soup", "2026-11-03", "lunch: soup"),
        ("yesterday：lunch", "2026-11-24", "lunch"),
        ("yesterday at 19:30: dinner", "2026-11-24 19:30", "dinner"),
        ("in march: a walk", "2026-03", "a walk"),
        ("in may: a walk", "2026-05", "a walk"),
        ("may 5: a walk", "2026-05-05", "a walk"),
        ("march: a walk", "2026-03", "a walk"),
        ("yesterday:", "2026-11-24", ""),
    ],
)
def test_a_day_before_a_colon_leads_the_sentence(
    sentence: str, day: str, text: str
) -> None:
    when, rest = leading_day(sentence, WEDNESDAY)
    assert when is not None
    assert (said(sentence[: sentence.rindex(rest)].strip().rstrip(":：")), rest) == (
        day,
        text,
    )
    assert " ".join(filter(None, (_kept(when), when.clock))) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "lunch with Ana",
        "Note: she called",
        "will: the second of that name",
        "may: we meet again?",
        "May: told me of her father",
        "Jan.: told me of his father",
        "april: she is expecting",
        "10:30 lunch",
        "7pm: dinner",
        "5 people: a good evening",
        "yesterday lunch: soup",
        "end of october: a walk",
        "https://example.org: a page",
        "yesterday :lunch",
        "yesterday lunch with Ana",
        "yesterday" + " " * 40 + ": lunch",
    ],
)
def test_other_words_before_a_colon_stay_in_the_text(sentence: str) -> None:
    assert leading_day(sentence, WEDNESDAY) == (None, sentence)


@pytest.mark.parametrize(
    ("sentence", "refusal"),
    [
        ("tomorrow: lunch", FutureDay),
        ("30 feb: lunch", ImpossibleDay),
        ("10: lunch", UnreadableDay),
        ("2019: lunch", UnreadableDay),
        ("20.11.2099: lunch", FutureDay),
        ("3/11: lunch", AmbiguousDay),
        ("thu 20 nov: lunch", WrongWeekday),
    ],
)
def test_a_lead_about_a_day_that_cannot_be_is_refused(
    sentence: str, refusal: type[NoSuchDay]
) -> None:
    with pytest.raises(refusal):
        leading_day(sentence, WEDNESDAY)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("lunch with Ana yesterday", "yesterday"),
        ("Yesterday lunch with Ana", "Yesterday"),
        ("the day before yesterday we met", "the day before yesterday"),
        ("we spoke last night", "last night"),
        ("coffee last Friday, with Jo", "last Friday"),
        ("coffee on friday", "on friday"),
        ("lunch with Ana on 3 november", "on 3 november"),
        ("lunch with Ana on 31 Feb", "on 31 Feb"),
        ("coffee on the 3rd of May, in the rain", "on the 3rd of May"),
        ("on november 3rd we met", "on november 3rd"),
        ("lunch with Ana on 2026-02-31", "on 2026-02-31"),
        ("a talk on 3 novembers", None),
        ("a talk on march", None),
        ("met two weeks ago", "two weeks ago"),
        ("met 3 days ago", "3 days ago"),
        ("lunch with Ana", None),
        ("we may meet on fridays", None),
        ("a book on sun tzu, long ago", None),
    ],
)
def test_a_plain_word_of_another_day_is_noticed(
    sentence: str, found: str | None
) -> None:
    assert mentions_day(sentence) == found


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("today", "2026-11-25"),
        ("tonight", "2026-11-25"),
        ("tomorrow", "2026-11-26"),
        ("tomorrow morning", "2026-11-26"),
        ("the day after tomorrow", "2026-11-27"),
        ("friday", "2026-11-27"),
        ("on friday", "2026-11-27"),
        ("this friday", "2026-11-27"),
        ("wednesday", "2026-12-02"),
        ("next monday", "2026-11-30"),
        ("friday next week", "2026-12-04"),
        ("next week", "2026-11-30"),
        ("this week", "2026-11-29"),
        ("end of the week", "2026-11-29"),
        ("in 3 days", "2026-11-28"),
        ("in two weeks", "2026-12-09"),
        ("in a month", "2026-12-25"),
        ("in a year", "2027-11-25"),
        ("3 dec", "2026-12-03"),
        ("25 nov", "2026-11-25"),
        ("24 nov", "2027-11-24"),
        ("29 feb", "2028-02-29"),
        ("wed 25 nov", "2026-11-25"),
        ("the 5th", "2026-12-05"),
        ("the 31st", "2026-12-31"),
        ("friday 13th", "2027-08-13"),
        ("2027-01-15", "2027-01-15"),
        ("week of 3 dec", "2026-11-30"),
        ("end of the month", "2026-11-30"),
        ("the end of this month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of year", "2026-12-31"),
        ("end of february", "2027-02-28"),
        ("end of november", "2026-11-30"),
        ("next month", "2026-12-01"),
        ("next year", "2027-01-01"),
        ("december", "2026-12-01"),
        ("in march", "2027-03-01"),
        ("march 2028", "2028-03-01"),
    ],
)
def test_a_promise_looks_ahead(phrase: str, day: str) -> None:
    assert read_due(phrase, WEDNESDAY).isoformat() == day


def test_the_end_of_the_month_can_be_today() -> None:
    assert read_due("end of the month", date(2028, 2, 29)) == date(2028, 2, 29)
    assert read_due("end of february", date(2028, 2, 29)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("phrase", "refusal"),
    [
        ("yesterday", PastDay),
        ("2026-11-24", PastDay),
        ("3 days ago", PastDay),
        ("this monday", PastDay),
        ("last month", PastDay),
        ("march 2026", PastDay),
        ("next friday", AmbiguousDay),
        ("30 feb", ImpossibleDay),
        ("thu 27 nov 2026", WrongWeekday),
        ("in 2026", UnreadableDay),
        ("10", UnreadableDay),
        ("soon", UnreadableDay),
    ],
)
def test_a_promise_for_no_day_to_come_is_refused(
    phrase: str, refusal: type[NoSuchDay]
) -> None:
    with pytest.raises(refusal):
        read_due(phrase, WEDNESDAY)


def test_a_day_beyond_the_calendar_is_impossible() -> None:
    with pytest.raises(ImpossibleDay):
        read_due("tomorrow", date.max)
    with pytest.raises(ImpossibleDay):
        read_due("29 feb", date(9997, 1, 1))


@pytest.mark.parametrize(
    ("text", "what", "day"),
    [
        ("send the book by friday", "send the book", date(2026, 11, 27)),
        ("send the book BY Friday.", "send the book", date(2026, 11, 27)),
        ("a book by Borges by 3 dec", "a book by Borges", date(2026, 12, 3)),
        ("send it  by\nnext week", "send it", date(2026, 11, 30)),
        ("call by friday 5pm", "call by friday 5pm", date(2026, 11, 27)),
        ("a book by Borges", "a book by Borges", None),
        ("a photo by May", "a photo by May", None),
        ("send it by 10", "send it by 10", None),
        ("stop by", "stop by", None),
        (" by friday", " by friday", None),
        ("friday", "friday", None),
        ("x" * 100 + " by friday", "x" * 100, date(2026, 11, 27)),
    ],
)
def test_the_day_of_a_promise_follows_by(
    text: str, what: str, day: date | None
) -> None:
    assert split_due(text, WEDNESDAY) == (what, day)


def test_a_promise_by_a_day_that_has_passed_is_refused() -> None:
    with pytest.raises(PastDay):
        split_due("send the book by yesterday", WEDNESDAY)


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("2026-10", date(2026, 10, 1)),
        ("october", date(2026, 10, 1)),
        ("oct 2025", date(2025, 10, 1)),
        ("last month", date(2026, 10, 1)),
        ("this month", date(2026, 11, 1)),
        ("december", date(2025, 12, 1)),
    ],
)
def test_a_month_is_its_first_day(phrase: str, first: date) -> None:
    assert read_month(phrase, WEDNESDAY) == first


@pytest.mark.parametrize("phrase", ["10", "2026", "yesterday", "in 2019", "", "soon"])
def test_what_is_not_a_month_is_refused_as_one(phrase: str) -> None:
    with pytest.raises(UnreadableMonth):
        read_month(phrase, WEDNESDAY)


def test_a_month_to_come_is_refused() -> None:
    with pytest.raises(FutureDay, match="December 2026"):
        read_month("2026-12", WEDNESDAY)


def test_months_end_and_go_back_across_years_and_leap_days() -> None:
    assert month_end(date(2028, 2, 1)) == date(2028, 2, 29)
    assert month_end(date(2026, 2, 1)) == date(2026, 2, 28)
    assert months_back(date(2026, 1, 1), 1) == date(2025, 12, 1)
    assert months_back(date(2026, 3, 31), 13) == date(2025, 2, 1)
    assert months_back(date(2026, 3, 1), 0) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-07T23:50", "2026-03-07"),
        ("2026-03-08T00:40", "2026-03-07"),
        ("2026-03-08T03:59", "2026-03-07"),
        ("2026-03-08T04:00", "2026-03-08"),
        # The clocks go forward at 02:00 on 29 March 2026.
        ("2026-03-29T01:30", "2026-03-28"),
        ("2026-03-29T03:10", "2026-03-28"),
        ("2026-03-29T04:00", "2026-03-29"),
    ],
)
def test_an_evening_ends_after_midnight_by_the_clock_on_the_wall(
    moment: str, day: str
) -> None:
    local = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Oslo"))
    assert lived_day(local, time(4)).isoformat() == day
    assert lived_day(local, time(0)) == local.date()


def test_a_day_is_written_with_its_weekday_and_as_exactly_as_it_is_known() -> None:
    assert written(date(2026, 11, 20)) == "Fri 20 Nov 2026"
    assert written(date(2026, 11, 16), Precision.WEEK) == "week of Mon 16 Nov 2026"
    assert written(date(2026, 3, 1), Precision.MONTH) == "March 2026"
    assert written(date(2019, 1, 1), Precision.YEAR) == "2019"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-25", "today"),
        ("2026-11-24", "yesterday"),
        ("2026-11-23", "2 days ago"),
        ("2026-11-12", "13 days ago"),
        ("2026-11-11", "2 weeks ago"),
        ("2026-09-26", "8 weeks ago"),
        ("2026-09-25", "2 months ago"),
        ("2026-06-24", "5 months ago"),
        ("2024-11-26", "23 months ago"),
        ("2024-11-25", "2 years ago"),
        ("2019-11-26", "6 years ago"),
        ("2026-11-26", "tomorrow"),
        ("2026-12-05", "in 10 days"),
        ("2027-02-25", "in 3 months"),
    ],
)
def test_how_long_ago_counts_whole_units_that_have_passed(day: str, words: str) -> None:
    assert ago(date.fromisoformat(day), WEDNESDAY) == words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08 Feb 2026", "2026-02-08"),
        ("8 feb 2026", "2026-02-08"),
        ("4-Apr-21", "2021-04-04"),
        (" 2026-02-08 ", "2026-02-08"),
        ("2025-06-01 14:03:22 UTC", "2025-06-01"),
        ("2024/02/01 15:02:55 UTC", "2024-02-01"),
        ("1/29/26, 2:37 PM", "2026-01-29"),
        ("2/3/26, 2:37 PM", "2026-02-03"),
    ],
)
def test_the_dates_of_an_export_are_read_as_they_stand(text: str, day: str) -> None:
    assert read_written_day(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "Feb 2026",
        "30 Feb 2026",
        "08 Fev 2026",
        "2026-13-01",
        "0000-00-00",
        "1/1/1601",
        "1604-05-09",
        "1/29/26",
        "29/1/26, 2:37 PM",
        "2026-02-08 and more",
        "٠٨ Feb 2026",
        "yesterday",
    ],
)
def test_any_other_text_in_an_export_is_no_date(text: str) -> None:
    assert read_written_day(text) is None


def _rows(heading: str) -> list[tuple[str, str]]:
    page = (ROOT / "docs" / "reference" / "dates.md").read_text(encoding="utf-8")
    section = page.partition(f"## {heading}")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(.+)` \| (.+) \|$", section, re.MULTILINE)


def test_the_page_about_days_tells_the_truth() -> None:
    back, ahead = _rows("Looking back"), _rows("Looking ahead")
    assert min(len(back), len(ahead)) > 10
    for phrase, shown in back:
        when = read_day(phrase, WEDNESDAY)
        assert (phrase, written(when.day, when.precision)) == (phrase, shown)
    for phrase, shown in ahead:
        assert (phrase, written(read_due(phrase, WEDNESDAY))) == (phrase, shown)


@reads_the_cases
def test_the_shared_phrases_mean_what_their_case_says() -> None:
    case = SHARED / "28-date-phrases" / "phrases.tsv"
    rows = [line.split("\t") for line in case.read_text("utf-8").splitlines()[1:]]
    meanings = {phrase: meaning for phrase, meaning in rows if meaning[:2] == "20"}
    assert len(meanings) > 25
    for phrase, meaning in meanings.items():
        plain = re.split(r" \(|, or ", meaning)[0].replace("T", " ")
        assert (phrase, said(phrase)) == (phrase, plain)
    assert leading_day("may: a word", WEDNESDAY)[0] is None
    for phrase in {phrase for phrase, _ in rows} - meanings.keys() - {"may"}:
        with pytest.raises(NoSuchDay):
            read_day(phrase, WEDNESDAY)


@reads_the_cases
def test_the_shared_evening_after_midnight_is_one_day() -> None:
    case = SHARED / "30-after-midnight"
    facts = re.search(r"\{.*\}", (case / "expected.md").read_text("utf-8"), re.DOTALL)
    assert facts
    expected = json.loads(facts[0])
    start = time.fromisoformat(expected["day_start"])
    lines = (case / "entries.tsv").read_text("utf-8").splitlines()
    days = [
        lived_day(
            datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)), start
        ).isoformat()
        for moment, zone, _ in (line.split("\t") for line in lines)
    ]
    assert days == expected["days"]
