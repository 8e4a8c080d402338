"""Meetings that took place, from calendars: cases 33 to 36 anew."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conftest import TODAY
from deepnet import importers
from deepnet.errors.files import NoHeader
from deepnet.importers.lines import Property
from deepnet.importers.occasions import Span, guess
from deepnet.importers.zones import Zones
from deepnet.model import Setting
from deepnet.records import Batch

OSLO = importers.Terms(TODAY, zone=ZoneInfo("Europe/Oslo"))


def event(*lines: str, uid: str = "1@example.org") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"))


def read(
    tmp_path: Path,
    *events: str,
    head: str = "",
    terms: importers.Terms = OSLO,
) -> Batch:
    path = tmp_path / "work.ics"
    text = f"BEGIN:VCALENDAR\n{head}\n" + "\n".join(events) + "\nEND:VCALENDAR\n"
    path.write_text(text, encoding="utf-8")
    return importers.read(path, terms)


def met(batch: Batch) -> list[tuple[str, str]]:
    return [
        (person.name, encounter.day.isoformat())
        for encounter in batch.encounters
        for person in encounter.people
    ]


def days(batch: Batch) -> list[str]:
    return [encounter.day.isoformat() for encounter in batch.encounters]


THIRD, SIXTH = "DTSTART;VALUE=DATE:20250703", "DTEND;VALUE=DATE:20171006"
NOOR = "ATTENDEE;CN=Noor Haddad:mailto:noor@example.org"


@pytest.mark.parametrize(
    ("start", "day", "clock"),
    [
        # 16:00 in Berlin is 16:00 in Oslo; 08:00 in Auckland is 22:00 the day before.
        ("DTSTART;TZID=W. Europe Standard Time:20260827T160000", "2026-08-27", "16:00"),
        ("DTSTART;TZID=New Zealand Standard Time:20260821T080000",
         "2026-08-20", "22:00"),
        ('DTSTART;TZID="Romance Standard Time";VALUE=DATE-TIME:20260114T233000',
         "2026-01-14", "23:30"),
        # Of a zone that can't be known, the wall clock stays.
        ("DTSTART;TZID=Customized Time Zone:20260902T090000", "2026-09-02", "09:00"),
        ("DTSTART:20260902T090000", "2026-09-02", "09:00"),
        # 10:00 in London in summer, and 10:00 UTC: 11:00 and 12:00 in Oslo.
        ('DTSTART;TZID="(UTC+00:00) Dublin, Edinburgh, Lisbon, London":20260610T100000',
         "2026-06-10", "11:00"),
        ('DTSTART;TZID="tzone://Microsoft/Utc":20260610T100000', "2026-06-10", "12:00"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Prague:20260610T100000",
         "2026-06-10", "10:00"),
        ("DTSTART:20260610T100000Z", "2026-06-10", "12:00"),
    ],
)  # fmt: skip
def test_the_day_is_the_users_own(
    tmp_path: Path, start: str, day: str, clock: str
) -> None:
    (encounter,) = read(tmp_path, event(start, "SUMMARY:Tea", NOOR)).encounters
    assert (encounter.day.isoformat(), encounter.clock) == (day, clock)


def test_another_day_where_it_took_place_is_told(tmp_path: Path) -> None:
    start = "DTSTART;TZID=New Zealand Standard Time:20260821T080000"
    batch = read(tmp_path, event(start, "SUMMARY:Walk", NOOR))
    (warning,) = batch.warnings
    assert warning == (
        "work.ics line 3: “Walk” was on Fri 21 Aug 2026 where it took place, and on "
        "Thu 20 Aug 2026 for you."
    )


def test_a_zone_that_the_file_describes(tmp_path: Path) -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Home\nBEGIN:STANDARD\nDTSTART:20000101T000000\n"
        "TZOFFSETFROM:+0500\nTZOFFSETTO:+0500\nEND:STANDARD\nEND:VTIMEZONE"
    )
    batch = read(tmp_path, event("DTSTART;TZID=Home:20260110T030000", NOOR), head=zone)
    # 03:00 at +05:00 is 22:00 UTC the day before, 23:00 in Oslo in winter.
    assert [(e.day.isoformat(), e.clock) for e in batch.encounters] == [
        ("2026-01-09", "23:00")
    ]


def test_an_odd_zone_is_none_and_no_error() -> None:
    zones = Zones("BEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\nBEGIN:VTIMEZONE\nTZID:y")
    for name in (
        "x",
        "y",
        "",
        "../../etc/passwd",
        "Europe",
        "\x00",
        "/" * 9,
        "a" * 999,
    ):
        assert zones.find(name) is None


ME = "X-WR-CALNAME:me@example.org"
I_CAME = "ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.org"
I_DECLINED = "ATTENDEE;CN=Me;PARTSTAT=DECLINED:mailto:ME@Example.org"
LIN = "ORGANIZER;CN=Lin Park:mailto:lin@example.org"
OLA = "ATTENDEE;CN=Ola Berg;PARTSTAT=ACCEPTED:mailto:ola@example.org"
OLA_NOT = "ATTENDEE;CN=Ola Berg;PARTSTAT=DECLINED:mailto:ola@example.org"
TOR_NOT = "ATTENDEE;CN=Tor Dahl;PARTSTAT=DECLINED:MAILTO:tor@example.org"
UNA = "ATTENDEE;CN=Una Vik;PARTSTAT=NEEDS-ACTION:mailto:una@example.org"
SEPTEMBER = "DTSTART:20260901T090000Z"


def test_who_came_and_who_did_not(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        event(SEPTEMBER, "SUMMARY:Went", LIN, I_CAME, OLA, TOR_NOT, UNA, uid="1"),
        event(SEPTEMBER, "SUMMARY:I said no", LIN, I_DECLINED, OLA, uid="2"),
        event(SEPTEMBER, "STATUS:CANCELLED", OLA, uid="3"),
        event(SEPTEMBER, "SUMMARY:Cancelled: plan", OLA, uid="4"),
        event(SEPTEMBER, "SUMMARY:All said no", I_CAME, OLA_NOT, uid="5"),
        event(SEPTEMBER, "SUMMARY:Dentist", uid="6"),
        event("DTSTART:20261125T090000Z", OLA, uid="7"),
        event("DTSTART:20270101T090000Z", OLA, uid="8"),
        event("SUMMARY:No day", OLA, uid="9"),
        head=ME,
    )
    assert met(batch) == [("Lin Park", "2026-09-01"), ("Ola Berg", "2026-09-01")]
    assert batch.proposed
    assert dict(batch.skipped) == {
        "declined": 1,
        "cancelled": 2,
        "nobody_came": 1,
        "nobody": 1,
        "not_yet": 2,
        "no_day": 1,
    }
    assert "Una Vik was invited" in batch.warnings[0]


def test_exceptions_of_a_series_in_another_zone(tmp_path: Path) -> None:
    weekly = (
        "DTSTART;TZID=Europe/Oslo:20260904T100000",
        "DTEND;TZID=Europe/Oslo:20260904T103000",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        I_CAME,
        OLA,
    )
    declined = (
        "RECURRENCE-ID:20260911T080000Z",
        "DTSTART;TZID=Europe/Oslo:20260911T100000",
        I_DECLINED,
        OLA,
    )
    cancelled = (
        "RECURRENCE-ID;TZID=Europe/Oslo:20260918T100000",
        "DTSTART;TZID=Europe/Oslo:20260918T100000",
        "STATUS:CANCELLED",
    )
    batch = read(tmp_path, event(*weekly), event(*declined), event(*cancelled), head=ME)
    assert days(batch) == ["2026-09-04", "2026-09-25"]
    assert {e.minutes for e in batch.encounters} == {30}


def test_a_series_with_days_left_out_and_one_moved(tmp_path: Path) -> None:
    denver = importers.Terms(TODAY, zone=ZoneInfo("America/Denver"))
    choir = (
        "DTSTART;TZID=America/Denver:20260903T183000",
        "DTEND;TZID=America/Denver:20260903T200000",
        "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=5",
        "EXDATE:20260911T003000Z",
        "EXDATE;VALUE=DATE:20260917",
        NOOR,
    )
    moved = (
        "RECURRENCE-ID:20260925T003000Z",
        "DTSTART;TZID=America/Denver:20260926T100000",
        NOOR,
    )
    orphan = (
        "RECURRENCE-ID;TZID=Europe/Berlin:20260405T120000",
        "DTSTART;TZID=Europe/Berlin:20260405T120000",
        OLA,
    )
    batch = read(
        tmp_path, event(*choir), event(*moved), event(*orphan, uid="o"), terms=denver
    )
    assert sorted(met(batch)) == [
        ("Noor Haddad", "2026-09-03"),
        ("Noor Haddad", "2026-09-26"),
        ("Noor Haddad", "2026-10-01"),
        ("Ola Berg", "2026-04-05"),
    ]
    # The one that was moved keeps the key of the day for which it was planned.
    assert "1@example.org 2026-09-24" in {e.key for e in batch.encounters}


def test_days_without_an_hour(tmp_path: Path) -> None:
    series = (
        "DTSTART;VALUE=DATE:20260511",
        "DTEND;VALUE=DATE:20260512",
        "RRULE:FREQ=DAILY;UNTIL=20260513T220000Z",
        "EXDATE:20260512T000000",
        NOOR,
    )
    batch = read(
        tmp_path,
        event(THIRD, "DTEND;VALUE=DATE:20250704", NOOR, uid="1"),
        event("DTSTART;VALUE=DATE:20171002", SIXTH, NOOR, uid="2"),
        event("DTSTART;VALUE=DATE:20110709", NOOR, uid="3"),
        event("DTSTART:20260822", "DTEND:20260822", NOOR, uid="4"),
        event(*series, uid="5"),
    )  # fmt: skip
    assert days(batch) == [
        *("2025-07-03", "2017-10-02", "2011-07-09", "2026-08-22"),
        *("2026-05-11", "2026-05-13"),
    ]
    assert {e.clock for e in batch.encounters} == {None}
    assert batch.encounters[1].setting is Setting.TRIP


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", None])
def test_a_date_passes_through_no_zone(tmp_path: Path, zone: str | None) -> None:
    terms = importers.Terms(TODAY, zone=ZoneInfo(zone) if zone else None)
    batch = read(tmp_path, event("DTSTART;VALUE=DATE:20250703", NOOR), terms=terms)
    assert days(batch) == ["2025-07-03"]


def test_a_series_without_end_is_told_of_and_taken_once(tmp_path: Path) -> None:
    daily = (
        "SUMMARY:Standup",
        "DTSTART;TZID=Europe/Berlin:20200106T090000",
        "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        NOOR,
    )
    batch = read(tmp_path, event(*daily))
    assert days(batch) == ["2026-11-24"]
    # 359 whole weeks of five from 6 Jan 2020 to 20 Nov 2026, then Monday and Tuesday.
    assert batch.suggestions[0] == (
        "Standup, 1,797 times from Mon 6 Jan 2020 to Tue 24 Nov 2026: only the last "
        "one is taken."
    )


def test_a_birthday_is_no_meeting(tmp_path: Path) -> None:
    yearly = ("SUMMARY:Sif Aas's birthday", "DTSTART:20260415", "RRULE:FREQ=YEARLY")
    batch = read(tmp_path, event(*yearly))
    assert batch.encounters == ()
    assert batch.suggestions[-1].endswith('deepnet edit "Sif Aas" --birthday "--04-15"')


def test_rooms_machines_and_addresses_without_names(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        event(
            SEPTEMBER,
            "ATTENDEE;CUTYPE=ROOM;CN=Blue room:mailto:blue@example.org",
            "ATTENDEE;CN=Hall:mailto:x@resource.calendar.google.com",
            "ATTENDEE;CN=ola.berg@example.org:mailto:ola.berg@example.org",
            'ORGANIZER;CN="Berg, Kim";EMAIL=kim@example.org:/a/principal/',
            'ORGANIZER;EMAIL="iCloud":mailto:iCloud',
            "ATTENDEE;CN=Jo:invalid:nomail",
        ),
        head=ME,
    )
    (encounter,) = batch.encounters
    found = [(p.name, p.emails, p.is_unnamed) for p in encounter.people]
    assert found == [
        ("Kim Berg", ("kim@example.org",), False),
        ("ola.berg", ("ola.berg@example.org",), True),
        ("Jo", (), False),
    ]


def test_whoever_is_on_every_invitation_is_taken_for_the_user(tmp_path: Path) -> None:
    events = [
        event(
            SEPTEMBER, I_CAME, f"ATTENDEE;CN=P{n}:mailto:p{n}@example.org", uid=f"{n}"
        )
        for n in range(4)
    ]
    batch = read(tmp_path, *events)
    assert [name for name, _ in met(batch)] == ["P0", "P1", "P2", "P3"]
    assert "Taken for you" in batch.suggestions[0]
    said = read(tmp_path, *events, terms=OSLO._replace(me=("p1@example.org", "P2")))
    assert Counter(name for name, _ in met(said)) == {"Me": 4, "P0": 1, "P3": 1}


def test_a_meeting_sent_again_is_one(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        event(SEPTEMBER, "SUMMARY:Old", "SEQUENCE:1", NOOR),
        event("DTSTART:20260903T090000Z", "SUMMARY:New", "SEQUENCE:2", NOOR),
    )
    assert [(e.text, e.day.day) for e in batch.encounters] == [("New", 3)]


def test_a_broken_event_costs_only_itself(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        event("DTSTART:20269901T090000Z", NOOR, uid="1"),
        event("DTSTART:20260901T090000Z", "RRULE:FREQ=SOMETIMES", NOOR, uid="2"),
        event("DTSTART:nonsense", "RRULE:FREQ=DAILY", NOOR, uid="3"),
        "BEGIN:VEVENT\nUID:4\nno colon\nDTSTART:20260902T090000Z\n" + NOOR,
        event(SEPTEMBER, "BEGIN:VALARM", "DTSTART:1999", "END:VALARM", NOOR, uid="5"),
    )  # fmt: skip
    assert days(batch) == ["2026-09-02", "2026-09-01"]
    assert batch.skipped["no_day"] == 1
    assert batch.skipped["broken_series"] == 2


def test_an_event_without_anything_in_it_is_none(tmp_path: Path) -> None:
    path = tmp_path / "e.ics"
    path.write_text("BEGIN:VEVENT\nBEGIN:VALARM\nUID:1\nEND:VALARM\nEND:VEVENT\n")
    with pytest.raises(NoHeader) as error:
        importers.read(path, importers.Terms(TODAY))
    assert "no event (from BEGIN:VEVENT on) with anything in it" in error.value.message


def test_no_event_is_nothing_usable(tmp_path: Path) -> None:
    with pytest.raises(NoHeader) as caught:
        read(tmp_path)
    assert caught.value.exit_code == 7


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    """On a Tuesday in November 2026, or another day of it."""
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - a wall clock


@pytest.mark.parametrize(
    ("title", "start", "minutes", "others", "setting"),
    [
        ("Townhall", at(10), 60, 40, Setting.EVENT),
        ("Lunch for all", at(12), 60, 40, Setting.EVENT),
        ("Ola / me", at(12), 60, 1, Setting.LUNCH),
        ("Ola / me", at(12), 60, 5, Setting.WORK),
        ("Ola / me", at(9), 30, 1, Setting.WORK),
        ("Coffee with Ola", at(12), 60, 1, Setting.COFFEE),
        ("Call with Ola", at(20), 30, 1, Setting.CALL),
        ("Ola / me", at(19), 120, 1, Setting.DINNER),
        ("Ola / me", at(19), 45, 1, Setting.DRINKS),
        ("Ola / all", at(9), 480, 8, Setting.EVENT),
        ("Ola / me", at(10, day=28), 60, 1, None),
        ("Ola / me", None, None, 1, None),
    ],
)
def test_the_setting_is_guessed_from_title_hour_and_company(
    title: str,
    start: datetime | None,
    minutes: int | None,
    others: int,
    setting: Setting | None,
) -> None:
    assert guess(title, "", Span(start, minutes), others) is setting


def test_a_link_is_a_video_call_and_whole_days_are_a_trip() -> None:
    assert guess("Plan", "https://zoom.us/j/1", Span(at(9), 30), 2) is Setting.VIDEO
    assert guess("Fjord", "", Span(None, None, 4), 1) is Setting.TRIP


def test_parameters_are_read_with_and_without_quotes() -> None:
    read_ = Property("ATTENDEE", ';CN="Berg; Ola";PARTSTAT=ACCEPTED', "mailto:x@y.z")
    assert (read_.param("cn"), read_.param("PARTSTAT")) == ("Berg; Ola", "ACCEPTED")
    assert not read_.param("ROLE")


def test_without_the_extra_one_sentence_says_how_to_get_it(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\n")
    script = (
        "import sys; sys.modules['icalendar'] = None\n"
        "sys.argv = ['deepnet', '--db', sys.argv[1] + '.db', 'import', sys.argv[1]]\n"
        "from deepnet.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 7
    assert done.stderr == (
        "Calendars need an extra that is not installed.\n"
        'Install it with: pip install "deepnet[calendar]"\n'
    )


def test_dates_of_the_far_ends_are_no_trouble(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        event("DTSTART:00010101T000000Z", NOOR, uid="1"),
        event("DTSTART:99991231T235959Z", NOOR, uid="2"),
        event("DTSTART:19691231T235959Z", NOOR, uid="3"),
    )
    assert date(1970, 1, 1) in {e.day for e in batch.encounters}
