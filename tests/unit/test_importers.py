"""What each source says of people, from bytes: cases 01, 02, 03, 10 and 24 anew."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from conftest import SHARED, TODAY
from deepnet import importers
from deepnet.errors import DeepnetError
from deepnet.errors.files import (
    EmptyFile,
    NoHeader,
    NoSuchFile,
    NoText,
    NothingInFile,
    NothingKnown,
    UnknownColumns,
    UnknownSource,
)
from deepnet.importers.cleaning import clean
from deepnet.records import Batch

TERMS = importers.Terms(TODAY)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
NOTES = 'Notes:\n"Some addresses are missing, see https://example.org"\n\n'


def read(tmp_path: Path, data: str | bytes, name: str = "Connections.csv") -> Batch:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return importers.read(path, TERMS)


def test_a_linkedin_export_is_read_past_its_notes(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        f"{NOTES}{HEADER}\n"
        'Marit,Solheim,https://www.linkedin.com/in/ms,,"Fjellvik, Dahl & Co.",'
        '"Head of Data, Nordics",08 Feb 2026\n'
        "Tomás,Iriarte,https://www.linkedin.com/in/ti,t@example.org,Q,Engineer,"
        "14 Nov 2019\n"
        ",,,,,,07 Jun 2026\n"
        "Okoro,,https://www.linkedin.com/in/o,,,,01 Jan 2024",
    )
    assert (batch.source, batch.read, dict(batch.skipped)) == (
        "linkedin",
        4,
        {"hidden_profile": 1},
    )
    marit, tomas, okoro = batch.records
    assert (marit.name, marit.company) == ("Marit Solheim", "Fjellvik, Dahl & Co.")
    assert (marit.position, marit.emails) == ("Head of Data, Nordics", ())
    assert marit.connected_on == date(2026, 2, 8)
    assert tomas.emails == ("t@example.org",)
    assert (okoro.name, okoro.company, okoro.position) == ("Okoro", None, None)
    assert batch.warnings == ()


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,Email Address,Company,Position,Connected On",
        f"{NOTES}First Name,Last Name,Email Address,Company,Position,Connected On",
        "\ufefffirst name , LAST NAME,Email Address,Company,Position,connected on",
    ],
)
def test_columns_are_found_by_name_in_every_year(tmp_path: Path, header: str) -> None:
    batch = read(
        tmp_path, f"{header}\nIlse,Brandvold,i@x.org,Old Ltd,Analyst,03 Mar 2018"
    )
    (ilse,) = batch.records
    assert (ilse.name, ilse.emails, ilse.company) == (
        "Ilse Brandvold",
        ("i@x.org",),
        "Old Ltd",
    )
    assert ilse.connected_on == date(2018, 3, 3)


@pytest.mark.parametrize(
    ("given", "family", "name", "aliases", "suffixes"),
    [
        ("Priya 🌹", "Raman, PhD, MBA", "Priya Raman", (), ("PhD", "MBA")),
        ("Margaret (Maggie)", "Kessler", "Margaret Kessler", ("Maggie",), ()),
        ("DANIELA", "MOREAU ★ We're hiring!", "DANIELA MOREAU", (), ()),
        ("Dr. Yusuf", "Özkan PMP®. CISSP", "Yusuf Özkan", (), ("PMP", "CISSP")),
        ('Chen "Charlie"', "Wu", "Chen Wu", ("Charlie",), ()),
        ("Anne | Product | AI", "Laval", "Anne Laval", (), ()),
        ("Jean-Luc", "de la Tour", "Jean-Luc de la Tour", (), ()),
        ("Yo-Yo", "Ma", "Yo-Yo Ma", (), ()),
        ("", "MBA", "MBA", (), ()),
        ("王", "芳", "王 芳", (), ()),
        ("Sam (he/him)", "Poe", "Sam Poe", (), ()),
    ],
)
def test_a_decorated_name_is_cleaned(
    given: str, family: str, name: str, aliases: tuple[str], suffixes: tuple[str]
) -> None:
    assert clean(given, family) == (name, aliases, suffixes)


def test_a_bad_row_or_day_costs_only_itself(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        f"{HEADER}\nAna,Ruiz,,,,,31 Feb 2026\na,b,c,d,e,f,g,h,i\n"
        ",,,,Acme,,01 Jan 2024\n"
        "Ben,Ek,,,,,01 Jan 2024\n",
    )
    assert [(r.name, r.connected_on) for r in batch.records] == [
        ("Ana Ruiz", None),
        ("Ben Ek", date(2024, 1, 1)),
    ]
    assert dict(batch.skipped) == {"broken_row": 1, "no_name": 1}
    assert [warning.split(":")[0] for warning in batch.warnings] == [
        "Connections.csv line 2",
        "Connections.csv line 3",
        "Connections.csv line 4",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_each_encoding_reads_the_same(tmp_path: Path, encoding: str) -> None:
    text = "name\temail\nSiân Ek\ts@x.org\n".replace("\t", "\t")
    (sian,) = read(tmp_path, text.encode(encoding), "people.csv").records
    assert (sian.name, sian.emails) == ("Siân Ek", ("s@x.org",))


def test_bytes_of_windows_are_read_with_a_remark(tmp_path: Path) -> None:
    batch = read(
        tmp_path, "name;email\r\nJürgen Ek;j@x.org\r\n".encode("cp1252"), "p.csv"
    )
    assert [record.name for record in batch.records] == ["Jürgen Ek"]
    assert batch.warnings == (
        (
            "p.csv: it is not UTF-8, and was read as cp1252 (Windows); --encoding says "
            "another."
        ),
    )


def test_excels_separator_line_is_no_data(tmp_path: Path) -> None:
    batch = read(tmp_path, 'sep=;\n"name";"email"\nAna;a@x.org\n', "p.csv")
    assert [(r.name, r.emails) for r in batch.records] == [("Ana", ("a@x.org",))]


def test_google_and_family_first_names(tmp_path: Path) -> None:
    batch = read(
        tmp_path,
        "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Last Name,"
        "E-mail 1 - Value,Organization Name\n"
        "健太,,中村,けんた,なかむら,k@x.org ::: k2@x.org,Kumo\n",
        "contacts.csv",
    )
    (kenta,) = batch.records
    assert kenta.name == "中村 健太"
    assert kenta.aliases == ("なかむら けんた",)
    assert (kenta.emails, kenta.company) == (("k@x.org", "k2@x.org"), "Kumo")


def test_cards_of_people(tmp_path: Path) -> None:
    card = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:x-1\r\nN:김;서연;;;\r\nFN:서연 김\r\n"
        "item1.TEL;TYPE=CELL:+12025550171\r\nEMAIL:s@x.org\r\nORG:Moonlit;Games\r\n"
        "NOTE:met at the pier\\, late\r\nBDAY:19900228\r\nEND:VCARD\r\n"
    )
    broken = (
        "BEGIN:VCARD\r\nno colon here\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Max Stone\r\n"
    )
    batch = read(tmp_path, card + broken, "a.vcf")
    (seoyeon, stone) = batch.records
    assert (seoyeon.key, seoyeon.name) == ("uid:x-1", "서연 김")
    assert seoyeon.aliases == ("김서연",)
    assert (seoyeon.phones, seoyeon.emails) == (("+12025550171",), ("s@x.org",))
    assert (seoyeon.company, [note.text for note in seoyeon.notes]) == (
        "Moonlit",
        ["met at the pier, late", "department: Games"],
    )
    assert seoyeon.birthday == "1990-02-28"
    assert stone.name == "Max Stone"


def test_an_old_card_with_soft_breaks_inside_a_letter(tmp_path: Path) -> None:
    card = (
        "BEGIN:VCARD\nVERSION:2.1\n"
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=\n=BCrgen Ek\nEND:VCARD\n"
    )
    assert [r.name for r in read(tmp_path, card, "a.vcf").records] == ["Jürgen Ek"]


def test_the_zip_and_the_folder_are_searched(tmp_path: Path) -> None:
    text = f"{HEADER}\nAna,Ruiz,,,,,01 Jan 2024\n"
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "connections .csv").write_text(text)
    (folder / "Profile.csv").write_text("x")
    archive = tmp_path / "Basic_LinkedInDataExport.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("Complete/Connections.csv", text)
    for path in (folder, archive):
        batch = importers.read(path, TERMS)
        assert [record.name for record in batch.records] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        ("", EmptyFile, "is empty"),
        (PICTURE, NoText, "is no text"),
        ("\x01;x\n1;2\n" + "a" * 40, UnknownColumns, "It has x."),
        ("  \n", EmptyFile, "is empty"),
        ("a,b\n1,2\n", UnknownColumns, "It has a and b"),
        ("a letter\n", NoHeader, "begins with “a letter”"),
        (f"{HEADER}\n", NothingInFile, "nobody"),
        (b"PK\x03\x04broken", NoHeader, "line with"),
    ],
)
def test_nothing_usable_says_what_was_looked_for(
    tmp_path: Path, data: str | bytes, error: type[DeepnetError], said: str
) -> None:
    with pytest.raises(error) as caught:
        read(tmp_path, data)
    assert caught.value.exit_code == 7
    assert said in caught.value.message


def test_a_missing_file_and_an_unknown_kind(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        importers.read(tmp_path / "none.csv", TERMS)
    with pytest.raises(NothingKnown):
        importers.read(tmp_path, TERMS)
    with pytest.raises(UnknownSource):
        importers.read(tmp_path, TERMS, source="myspace")


def test_the_kind_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    assert importers.read(path, TERMS, source="vcard").records[0].name == "Ana"
    with pytest.raises(NoHeader):
        importers.read(path, TERMS, source="csv")


def test_progress_is_told_of_a_long_file(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    rows = "".join(f"Ana,Nr{n},,,,,01 Jan 2024\n" for n in range(1200))
    path.write_text(f"{HEADER}\n{rows}")
    told: list[tuple[int, int]] = []
    importers.read(path, TERMS._replace(progress=lambda *each: told.append(each)))
    assert [done for done, _ in told] == [500, 1000]
    assert {total for _, total in told} == {1201}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not at hand")
@pytest.mark.parametrize("era", ["era-2020", "era-2022", "era-2026"])
def test_the_shared_header_eras(era: str) -> None:
    folder = next(SHARED.glob("cases/02-*")) / era
    (ilse,) = importers.read(folder, TERMS).records
    assert ilse.connected_on == date(2018, 3, 3)
