"""Folders and zips: what is looked for in them, and what is refused."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest

import sources
from conftest import TODAY
from deepnet import importers
from deepnet.errors import NothingUsable
from deepnet.errors.files import (
    NoText,
    NothingKnown,
    PlainPages,
    TooLarge,
    UnreadableFile,
)
from deepnet.importers import files
from deepnet.records import Batch

TERMS = importers.Terms(TODAY)
PROFILE = "First Name,Last Name,Maiden Name,Headline\nMe,Myself,,Baker\n"


def archive(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/").replace("_csv", ".csv"), text)
    return path


def export(folder: Path, **more: str) -> Path:
    texts = {
        "Connections_csv": sources.CONNECTIONS,
        "messages_csv": sources.MESSAGES,
        "Invitations_csv": sources.INVITATIONS,
        "Notes_csv": sources.NOTES,
        "Events_csv": sources.EVENTS,
        "Profile_csv": PROFILE,
        "Ad_Targeting.txt": "x",
        **more,
    }
    return archive(folder / "Complete_LinkedInDataExport.zip", **texts)


def linkedin(tmp_path: Path, **more: str) -> Batch:
    return importers.read(export(tmp_path, **more), TERMS)


def test_linkedins_zip_is_read_whole(tmp_path: Path) -> None:
    batch = linkedin(tmp_path)
    assert batch.source == "linkedin"
    assert [r.name for r in batch.records] == [
        "Ida Berg",
        "Ben Ek",
        "Ida Berg",
        "Ida Berg",
    ]
    assert [note for r in batch.records for note in r.notes] == [
        ("asked to connect: We met at the fair", date(2026, 1, 29)),
        ("knows the harbour", date(2026, 2, 8)),
    ]
    assert [
        (e.day.isoformat(), e.people[0].name, e.text) for e in batch.encounters
    ] == [
        ("2025-06-01", "Ida Berg", ""),
        ("2025-07-02", "Ben Ek", ""),
    ]
    assert dict(batch.skipped) == {"no_message": 1, "event": 1}
    assert batch.suggestions == (
        (
            "Data night, Wed 4 Mar 2026: whom did you meet? "
            'deepnet log "2026-03-04: Data night with NAME" --as event'
        ),
    )


def test_a_folder_is_like_its_zip(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    with zipfile.ZipFile(export(tmp_path)) as file:
        file.extractall(folder)
    there = importers.read(folder, TERMS)
    inside = importers.read(export(tmp_path), TERMS)
    assert [r.key for r in there.records] == [r.key for r in inside.records]
    assert [e.key for e in there.encounters] == [e.key for e in inside.encounters]


def test_messages_of_several_and_of_nobody(tmp_path: Path) -> None:
    head = sources.MESSAGES.partition("\n")[0].replace("SUBJECT", "SUBJECT")
    rows = (
        'g,,Ida Berg,https://www.linkedin.com/in/ida,"Me Myself, Ph.D., Ben Ek",'
        '"https://www.linkedin.com/in/me,https://www.linkedin.com/in/ben",'
        "2025-06-01 14:03:22 UTC,,hi all,INBOX\n"
        'g,,Me Myself,https://www.linkedin.com/in/me,"Ida Berg, Ben Ek",'
        '"https://www.linkedin.com/in/ida,https://www.linkedin.com/in/ben",'
        "2025-06-02 14:03:22 UTC,,hi all,INBOX\n"
        "s,,Shop,,Me Myself,https://www.linkedin.com/in/me,2025-06-02 14:03:22 UTC,,"
        "%FIRSTNAME%,INBOX\n"
        "x,,Zed,https://www.linkedin.com/in/zed,Me Myself,"
        "https://www.linkedin.com/in/me,2025-06-02 14:03:22 UTC,,buy,SPAM\n"
        "y,,Ida Berg,https://www.linkedin.com/in/ida,Me Myself,"
        "https://www.linkedin.com/in/me,yesterday,,hm,INBOX\n"
    )
    batch = linkedin(tmp_path, messages_csv=f"{head}\n{rows}")
    assert [(e.people[0].name, e.day.day) for e in batch.encounters] == [
        ("Ida Berg", 1)
    ]
    skipped = dict(batch.skipped)
    assert (skipped["own_to_several"], skipped["no_sender"], skipped["spam"]) == (
        1,
        1,
        1,
    )
    assert skipped["no_day"] == 1


def test_messages_alone_do_not_guess_who_you_are(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    path.write_text("\n".join(sources.MESSAGES.split("\n")[:2]))
    batch = importers.read(path, TERMS)
    assert (batch.encounters, batch.skipped["who_are_you"]) == ((), 1)
    said = TERMS._replace(me=("https://www.linkedin.com/in/me/",))
    assert not importers.read(path, said).skipped
    path.write_text(sources.MESSAGES)
    # Whoever is in both conversations is the user.
    assert len(importers.read(path, TERMS).encounters) == 2


def test_many_calendars_and_cards_in_a_folder_are_one_import(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.vcf").write_text(sources.CARDS.replace("Ana", name * 3))
    (tmp_path / "notes.txt").write_text("x")
    batch = importers.read(tmp_path, TERMS)
    assert [r.name for r in batch.records] == ["aaa Ruiz", "bbb Ruiz"]
    calendars = tmp_path / "Takeout" / "Calendar"
    calendars.mkdir(parents=True)
    for name in ("work.ics", "home.ics"):
        (calendars / name).write_text(sources.CALENDAR)
    # One event in two calendars is one.
    assert len(importers.read(calendars, TERMS).encounters) == 3


def test_a_jrnl_folder_has_a_day_for_each_file(tmp_path: Path) -> None:
    folder = tmp_path / "j" / "2026" / "03"
    folder.mkdir(parents=True)
    (folder / "04.txt").write_text("[2026-03-04 14:05] Lunch with @Ana.\n")
    batch = importers.read(tmp_path / "j", TERMS)
    assert [e.day.isoformat() for e in batch.encounters] == ["2026-03-04"]


def test_nothing_known_in_a_folder_or_a_zip(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    for path in (tmp_path, archive(tmp_path / "a.zip", a="x")):
        with pytest.raises(NothingKnown) as caught:
            importers.read(path, TERMS)
        assert caught.value.exit_code == 7


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("Connections.csv", "0" * 20_000_000)
    with pytest.raises(TooLarge):
        importers.read(path, TERMS)


def test_a_size_that_is_a_lie_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "lie.zip", Connections_csv=sources.CONNECTIONS * 50)
    data = bytearray(path.read_bytes())
    real = struct.pack("<I", len(sources.CONNECTIONS.encode()) * 50)
    while real in data:
        at = data.index(real)
        data[at : at + 4] = struct.pack("<I", 10)
    path.write_bytes(data)
    with pytest.raises(NothingUsable):
        importers.read(path, TERMS)


def test_all_of_a_zip_together_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", len(sources.CONNECTIONS) + 50)
    path = archive(tmp_path / "x.zip", Connections_csv=sources.CONNECTIONS)
    assert importers.read(path, TERMS).records
    with pytest.raises(TooLarge):
        importers.read(export(tmp_path), TERMS)
    for name in ("Connections.csv", "messages.csv"):
        (tmp_path / name).write_text(sources.FILES[name])
    with pytest.raises(TooLarge):
        importers.read(tmp_path, TERMS)


def test_a_path_that_leads_out_writes_and_reads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "in" / "x.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("../../Connections.csv", sources.CONNECTIONS)
        file.writestr("/etc/Connections.csv", sources.CONNECTIONS)
        link = zipfile.ZipInfo("messages.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
    before = sorted(tmp_path.rglob("*"))
    batch = importers.read(path, TERMS)
    assert {r.name for r in batch.records} == {"Ida Berg", "Ben Ek"}
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(sources.CONNECTIONS)
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Connections.csv").symlink_to(secret)
    (folder / "loop").symlink_to(folder)
    with pytest.raises(NothingKnown):
        importers.read(folder, TERMS)


@pytest.mark.parametrize("member", ["[Content_Types].xml", "mimetype"])
def test_a_spreadsheet_is_to_be_saved_as_csv(tmp_path: Path, member: str) -> None:
    path = archive(tmp_path / "people.xlsx", **{member: "x", "xl/workbook.xml": "<x/>"})
    with pytest.raises(NoText) as caught:
        importers.read(path, TERMS)
    assert "CSV" in (caught.value.hint or "")


def test_what_is_no_text_in_a_zip_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "cards.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.vcf", sources.CARDS)
        file.writestr("b.vcf", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    batch = importers.read(path, TERMS)
    assert [record.name for record in batch.records] == ["Ana Ruiz"]
    assert batch.warnings == ("cards.zip/b.vcf: it is no text, and was left out.",)


@pytest.mark.parametrize("cut", [10, 100, -30, -5])
def test_a_zip_that_is_cut_is_a_sentence(tmp_path: Path, cut: int) -> None:
    path = export(tmp_path)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(NothingUsable):
        importers.read(path, TERMS)


def test_a_zip_with_a_password_is_a_sentence(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", Connections_csv=sources.CONNECTIONS)
    data = bytearray(path.read_bytes())
    data[6] |= 1
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(UnreadableFile):
        importers.read(path, TERMS)


def test_web_pages_are_refused_with_a_hint(tmp_path: Path) -> None:
    path = tmp_path / "your_friends.html"
    path.write_text("<!DOCTYPE html><html><body>Ana</body></html>")
    with pytest.raises(PlainPages) as caught:
        importers.read(path, TERMS)
    assert "JSON" in (caught.value.hint or "")
