"""Days on which somebody wrote: WhatsApp (case 40 anew), Telegram, LinkedIn."""

from __future__ import annotations

import json
from datetime import UTC
from pathlib import Path

import pytest

import sources
from conftest import TODAY
from deepnet import importers
from deepnet.errors import NothingUsable
from deepnet.errors.days import UnknownOrder
from deepnet.errors.files import UnreadableFile
from deepnet.model import Setting
from deepnet.records import Batch

TERMS = importers.Terms(TODAY, zone=UTC)
TO_NIA = "WhatsApp Chat with Nia Fox.txt"


def read(
    tmp_path: Path,
    text: str,
    name: str = TO_NIA,
    terms: importers.Terms = TERMS,
) -> Batch:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return importers.read(path, terms)


def days(batch: Batch) -> list[tuple[str, str]]:
    return [(e.people[0].name, e.day.isoformat()) for e in batch.encounters]


NIA_IN_MARCH = [("Nia Fox", "2026-03-13")]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        (
            ("[3/4/26, 11:58:09\u202fPM] Nia Fox: \u200eMessages are encrypted.\n"
            "[3/13/26, 12:05:00\u202fAM] Nia Fox: first\nsecond: still hers\n"
            "\u200e[3/13/26, 12:06:00\u202fAM] Me: \u200eimage omitted\n"),
            "_chat.txt",
            NIA_IN_MARCH,
        ),
        (
            ("12.03.26, 20:14 - Nachrichten sind verschlüsselt.\n"
            "13.03.26, 00:05 - Nia Fox: <Medien ausgeschlossen>\n"),
            "WhatsApp Chat mit Nia Fox.txt",
            NIA_IN_MARCH,
        ),
        (
            "13/3/2026, 8:47\u00a0p.\u00a0m. - Nia Fox: hola\n",
            "Chat de WhatsApp con Nia Fox.txt",
            NIA_IN_MARCH,
        ),
        ("2026/03/13, 6:12 pm - Nia Fox: hi\n", TO_NIA, NIA_IN_MARCH),
        ("2026-03-13, 6:12 p.m. - Nia Fox: hi\n", TO_NIA, NIA_IN_MARCH),
        ("13.3.2026 klo 14.05 - Nia Fox: moi\n", TO_NIA, NIA_IN_MARCH),
        ("[13.03.26, 14:05:09] Nia Fox: hi\n", "chat.txt", NIA_IN_MARCH),
        # Only the user wrote: the file is named after the other.
        ("13/03/26, 14:05 - Ida Berg: hi\n13/03/26, 14:06 - Me: hi\n", "a.txt",
         [("Ida Berg", "2026-03-13")]),
        ("13/03/26, 14:05 - Me: hi\n", TO_NIA, NIA_IN_MARCH),
    ],
)  # fmt: skip
def test_every_phone_and_language(
    tmp_path: Path, text: str, name: str, found: list[tuple[str, str]]
) -> None:
    batch = read(tmp_path, text, name)
    assert days(batch) == found
    assert {(e.setting, e.text) for e in batch.encounters} == {(Setting.MESSAGE, "")}


def test_an_order_that_nothing_tells_is_asked_for(tmp_path: Path) -> None:
    text = "03/04/26, 10:00 - Nia Fox: a\n05/06/26, 10:00 - Nia Fox: b\n"
    with pytest.raises(UnknownOrder) as caught:
        read(tmp_path, text)
    assert (caught.value.exit_code, "--dates" in (caught.value.hint or "")) == (2, True)
    first = read(tmp_path, text, terms=TERMS._replace(day_first=True))
    assert [day for _, day in days(first)] == ["2026-04-03", "2026-06-05"]
    second = read(tmp_path, text, terms=TERMS._replace(day_first=False))
    assert [day for _, day in days(second)] == ["2026-03-04", "2026-05-06"]


GROUP = (
    '19/06/26, 22:41 - +49 30 23125 111 created group "Hikers"\n'
    "19/06/26, 22:42 - You were added\n"
    "20/06/26, 10:10 - Nia Fox 🤓: see you: at 9\n"
    "20/06/26, 10:11 - +49 30 23125 112: ok\n"
    "21/06/26, 10:11 - ~\u202fOtto: I am new\n"
    "22/06/26, 10:11 - Ida Berg: mine\n"
)


def test_of_a_group_those_count_who_wrote(tmp_path: Path) -> None:
    terms = TERMS._replace(me=("Ida Berg", "ida@example.org"))
    batch = read(tmp_path, GROUP, "WhatsApp Chat with Hikers.txt", terms)
    assert days(batch) == [
        ("Nia Fox", "2026-06-20"),
        ("+493023125112", "2026-06-20"),
        ("Otto", "2026-06-21"),
    ]
    assert batch.encounters[1].people[0].phones == ("+493023125112",)
    assert batch.skipped["system"] == 2


def test_of_two_strangers_one_must_be_the_user(tmp_path: Path) -> None:
    text = "20/06/26, 10:10 - Nia Fox: a\n21/06/26, 10:10 - Ida Berg: b\n"
    batch = read(tmp_path, text, "_chat.txt")
    assert (batch.encounters, batch.skipped["who_are_you"]) == ((), 2)
    assert "deepnet config me" in batch.warnings[0]
    said = read(tmp_path, text, "_chat.txt", TERMS._replace(me=("Ida Berg",)))
    assert days(said) == [("Nia Fox", "2026-06-20"), ("Nia Fox", "2026-06-21")]


def test_texts_are_kept_only_if_wanted(tmp_path: Path) -> None:
    batch = read(tmp_path, sources.WHATSAPP, terms=TERMS._replace(keep_texts=True))
    assert batch.encounters[0].text == "Nia Fox: Hallo\nMe: Hallo\nund mehr"


def test_days_to_come_and_days_that_are_none(tmp_path: Path) -> None:
    text = (
        "2026-11-25, 10:00 - Nia Fox: a\n2026-11-26, 10:00 - Nia Fox: b\n"
        "2026-02-30, 10:00 - Nia Fox: c\n"
    )
    batch = read(tmp_path, text)
    assert (days(batch), batch.skipped["no_day"]) == ([("Nia Fox", "2026-11-25")], 2)


def test_telegram_contacts_messages_and_calls(tmp_path: Path) -> None:
    batch = read(tmp_path, sources.TELEGRAM, "result.json")
    (nia,) = batch.records
    assert (nia.key, nia.name, nia.phones) == ("user2", "Nia Fox", ("+12025550172",))
    assert [
        (e.day.isoformat(), e.setting, e.minutes, e.people[0].key)
        for e in batch.encounters
    ] == [
        ("2026-03-06", "call", 2, "user2"),
        ("2026-03-04", "message", None, "user2"),
        ("2026-03-05", "message", None, "user2"),
    ]
    assert batch.skipped["not_a_chat"] == 1
    kept = read(
        tmp_path, sources.TELEGRAM, "result.json", TERMS._replace(keep_texts=True)
    )
    assert kept.encounters[1].text == "Nia Fox: see you"


def test_telegram_groups_and_chats_alone(tmp_path: Path) -> None:
    message = {"type": "message", "date_unixtime": "1544006350", "from": "Author 1"}
    other = {**message, "from": "Author 2", "from_id": "user8"}
    group = {"name": "Hikers", "type": "private_group", "messages": [message, other]}
    batch = read(tmp_path, json.dumps(group), "result.json")
    assert days(batch) == [("Author 1", "2018-12-05"), ("Author 2", "2018-12-05")]
    alone = read(tmp_path, json.dumps({"messages": [message, other]}), "result.json")
    assert (alone.encounters, alone.skipped["who_are_you"]) == ((), 2)


@pytest.mark.parametrize(
    "text",
    [
        '{"messages": ' + "[" * 100_000,
        '{"messages": [1, 2',
        '{"chats": ' + "9" * 9999 + "}",
    ],
)
def test_json_that_is_cut_or_nested_without_end(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path, text, "result.json")
    assert caught.value.exit_code == 7


@pytest.mark.parametrize("value", [None, 1, "x", [], {}, [None], [[1]], {"list": 3}])
def test_json_of_another_shape_is_no_error(tmp_path: Path, value: object) -> None:
    for whole in (
        {"messages": value, "name": value, "type": "personal_chat", "id": value},
        {"chats": {"list": [{"messages": [{"date": "2026-01-01", "from": value}]}]}},
    ):
        try:
            assert not read(tmp_path, json.dumps(whole), "result.json").records
        except NothingUsable as error:
            assert error.exit_code == 7  # noqa: PT017 - either is calm
