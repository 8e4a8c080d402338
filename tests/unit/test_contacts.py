"""Cards and tables of people: cases 05 to 17 anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import TODAY
from deepnet import importers
from deepnet.errors.files import (
    NoSuchColumn,
    UnknownColumns,
    UnknownEncoding,
    UnknownField,
)
from deepnet.importers.columns import field_of, read_mapping
from deepnet.importers.lines import blocks, text_of
from deepnet.records import Batch, Record

TERMS = importers.Terms(TODAY)


def read(
    tmp_path: Path,
    data: str | bytes,
    name: str = "people.csv",
    terms: importers.Terms = TERMS,
    encoding: str | None = None,
) -> Batch:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return importers.read(path, terms, encoding=encoding)


def card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD\n"))


def one(tmp_path: Path, *lines: str) -> Record:
    (record,) = read(tmp_path, card(*lines), "a.vcf").records
    return record


def texts(record: Record) -> list[str]:
    return [note.text for note in record.notes]


OLD_GOOGLE = (
    "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Address 1 - Formatted,Address 1 - City\n"
    "Вера Лесная,Вера,Лесная,* My Contacts ::: Хор,* Home,vera@example.org,Work,"
    'v@example.com,Mobile,+1 202 ::: +1 203,"1 Mill Lane\nLeeds ::: 2 Quay",'
    "Leeds ::: Hull\n"
)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-8"])
def test_googles_older_table_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    batch = read(tmp_path, OLD_GOOGLE.encode(encoding))
    (vera,) = batch.records
    assert (vera.name, vera.tags) == ("Вера Лесная", ("Хор",))
    assert vera.emails == ("vera@example.org", "v@example.com")
    assert (vera.phones, vera.home) == (("+1 202", "+1 203"), "Leeds")
    assert batch.warnings == ()


NEW_GOOGLE = (
    "First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,"
    "Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Address 1 - City,"
    "Event 1 - Label,Event 1 - Value,Relation 1 - Label,Relation 1 - Value\n"
    'Zoë,M.,Vander,Zo,Lantern Books,Editor, --04-12,"met at the fair\nlikes tea",'
    "Book club ::: * myContacts,* Work,zoe@example.com,Ghent,Anniversary,2011-06-04,"
    "Spouse,Ruben Claes\n"
    ",,,,Stad Gent,,,,,,,,,,,\n"
    ",,,,,,,,,,only.mail@example.org,,,,,\n"
    ",,,,,,,,,,,,,,,x\n"
)


def test_googles_newer_table(tmp_path: Path) -> None:
    batch = read(tmp_path, NEW_GOOGLE)
    zoe, unnamed = batch.records
    assert (zoe.name, zoe.aliases, zoe.birthday) == (
        "Zoë M. Vander",
        ("Zo",),
        "--04-12",
    )
    assert (zoe.company, zoe.position) == ("Lantern Books", "Editor")
    assert (zoe.home, zoe.tags) == ("Ghent", ("Book club",))
    assert texts(zoe) == [
        "met at the fair\nlikes tea",
        "Anniversary: 2011-06-04",
        "Spouse: Ruben Claes",
    ]
    assert (unnamed.name, unnamed.emails) == ("only.mail", ("only.mail@example.org",))
    assert dict(batch.skipped) == {"organisation": 1, "no_name": 1}
    assert any("Stad Gent" in line for line in batch.suggestions)
    assert any("only.mail" in line for line in batch.suggestions)


OUTLOOK = (
    "Anrede;Vorname;Nachname;Firma;Abteilung;Position;Ort geschäftlich;Mobiltelefon;"
    "Geburtstag;E-Mail-Adresse;Kategorien;Notizen\n"
    "Frau;Änne;Müßig;Öhler;;Leiterin;Köln;0049 30;04.03.1979;a@example.org;Chor;"
    '"Zeile eins\nZeile zwei; mit Strich"\n'
    ";Ole;Voß;;;;;;0.0.00;;;\n"
)


def test_outlook_of_a_german_windows(tmp_path: Path) -> None:
    batch = read(tmp_path, OUTLOOK.encode("cp1252"))
    anne, ole = batch.records
    assert (anne.name, anne.company) == ("Änne Müßig", "Öhler")
    assert (anne.position, anne.office, anne.birthday) == (
        *("Leiterin", "Köln"),
        "1979-03-04",
    )
    assert (anne.tags, texts(anne)) == (
        ("Chor",),
        ["Zeile eins\nZeile zwei; mit Strich"],
    )
    assert (ole.name, ole.birthday) == ("Ole Voß", None)
    assert "--encoding" in batch.warnings[0]
    assert batch.suggestions[-1].startswith("Not read: Anrede.")


def test_the_encoding_can_be_said(tmp_path: Path) -> None:
    data = "name\nВера\n".encode("cp1251")
    assert read(tmp_path, data, encoding="cp1251").records[0].name == "Вера"
    with pytest.raises(UnknownEncoding):
        read(tmp_path, data, encoding="klingon")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-7"])
def test_a_wide_encoding_can_be_said(tmp_path: Path, encoding: str) -> None:
    data = "name\nВера\n".encode(encoding)
    assert read(tmp_path, data, encoding=encoding).records[0].name == "Вера"


@pytest.mark.parametrize("encoding", ["idna", "punycode", "undefined", "zlib"])
def test_an_encoding_of_no_texts_is_refused(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(UnknownEncoding):
        read(tmp_path, b"name\nAna\n", encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf-7", "unicode_escape"])
def test_half_a_character_is_not_kept(tmp_path: Path, encoding: str) -> None:
    (ana,) = read(tmp_path, b"name\nAna +2AA-\\ud800\n", encoding=encoding).records
    ana.name.encode()
    card = (
        f"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET={encoding}:"
        "Ana +2AA-\\ud800=41\nEND:VCARD\n"
    )
    (ana,) = read(tmp_path, card.encode(), "a.vcf").records
    ana.name.encode()


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("vorname", "first"),
        ("apellidos", "last"),
        ("achternaam", "last"),
        ("cognome", "last"),
        ("prénom", "first"),
        ("e-mail 2: adresse", "email"),
        ("adresse de messagerie", "email"),
        ("home phone 2", "phone"),
        ("phone 3 - value", "phone"),
        ("e-mail 1 - type", None),
        ("favourite colour", None),
    ],
)
def test_headers_are_known_by_name(header: str, field: str | None) -> None:
    assert field_of(header) == field


def test_title_is_mr_or_dr_where_the_job_has_its_own_column(tmp_path: Path) -> None:
    text = "Title,First Name,Last Name,Job Title\nDr,Ana,Ruiz,Baker\n"
    assert read(tmp_path, text).records[0].position == "Baker"
    assert read(tmp_path, "Title,Name\nBaker,Ana\n").records[0].position == "Baker"


def test_unknown_columns_are_named_and_can_be_mapped(tmp_path: Path) -> None:
    text = "Etunimi,Suku,Puh\nAino,Mäki,+358401234567\n"
    with pytest.raises(UnknownColumns) as caught:
        read(tmp_path, text)
    assert "Etunimi, Suku and Puh" in caught.value.message
    assert '--map "Etunimi=name"' in (caught.value.hint or "")
    mapping = read_mapping(["Etunimi=first", " suku =last", "PUH = phone"])
    batch = read(tmp_path, text, terms=TERMS._replace(mapping=mapping))
    assert [(r.name, r.phones) for r in batch.records] == [
        ("Aino Mäki", ("+358401234567",))
    ]
    again = TERMS._replace(remembered={batch.header: batch.mapping})
    assert read(tmp_path, text, terms=again).records == batch.records
    with pytest.raises(NoSuchColumn) as missing:
        read(tmp_path, text, terms=TERMS._replace(mapping={"nimi": "name"}))
    assert "Etunimi" in missing.value.message


@pytest.mark.parametrize("said", ["Etunimi", "=first", "Etunimi=given name", "a=", ""])
def test_a_mapping_that_makes_no_sense(said: str) -> None:
    with pytest.raises(UnknownField) as caught:
        read_mapping([said])
    assert caught.value.exit_code == 2


def test_an_exchange_path_is_no_email(tmp_path: Path) -> None:
    text = "name,email\nAna,/o=Org/cn=ana\nBo,mailto:bo@example.org\n"
    assert [r.emails for r in read(tmp_path, text).records] == [(), ("bo@example.org",)]


def test_soft_breaks_inside_a_letter(tmp_path: Path) -> None:
    vera = (
        "BEGIN:VCARD\nVERSION:2.1\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9B=D0=B5=D1=81=D0=BD=D0=B0=D1=8F;"
        "=D0=92=D0=B5=D1=80=D0=\n=B0;;;\nNOTE;ENCODING=QUOTED-PRINTABLE:"
        "met at=0D=0Athe choir=3D fun\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:2.1\n"
        "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:J=F6rg M=FC=DFig\nEND:VCARD\n"
        "BEGIN:VCARD\nN;QUOTED-PRINTABLE;CHARSET=UTF-8:Lu=3Bnd;=53=C3=B6ren\nEND:VCARD\n"
    )
    one_, two, three = read(tmp_path, vera, "a.vcf").records
    assert (one_.name, texts(one_)) == ("Вера Лесная", ["met at\nthe choir= fun"])
    # An encoded separator is text.
    assert (two.name, three.name) == ("Jörg Müßig", "Sören Lu;nd")


def test_one_bad_card_among_good(tmp_path: Path) -> None:
    text = (
        card("FN:Gitta Lorand", "", "Szalai", "TEL:+12025550120")
        + card("FN:Ben Harlow", "this line has no colon at all", "EMAIL:b@example.org")
        + "BEGIN:VCARD\nFN:Dora Cut\nEMAIL:dora@exam"
    )
    batch = read(tmp_path, text, "a.vcf")
    assert [r.name for r in batch.records] == [
        *("Gitta Lorand Szalai", "Ben Harlow", "Dora Cut")
    ]
    assert [r.emails for r in batch.records][1:] == [("b@example.org",), ("dora@exam",)]
    assert [warning.partition(":")[0] for warning in batch.warnings] == [
        "a.vcf line 1",
        "a.vcf line 8",
        "a.vcf line 14",
    ]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("BDAY:--0412", "--04-12"),
        ("BDAY:--04-12", "--04-12"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", "--04-12"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900;VALUE=DATE:19000412", "--04-12"),
        ("BDAY:1604-04-12", "--04-12"),
        ("BDAY:19871103", "1987-11-03"),
        ("BDAY:1993-01-02T00:00:00Z", "1993-01-02"),
        ("BDAY:20181114T093015", "2018-11-14"),
        ("BDAY;VALUE=DATE:", None),
        ("BDAY:0000-00-00", None),
        ("BDAY:---12", None),
        ("BDAY:--0229", "--02-29"),
        ("BDAY:4.3.1979", "1979-03-04"),
    ],
)
def test_ways_to_write_a_birthday(tmp_path: Path, line: str, kept: str | None) -> None:
    record = one(tmp_path, "FN:Ida One", line)
    assert (record.birthday, record.notes) == (kept, ())


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("BDAY;VALUE=text:around 1950", "birthday: around 1950"),
        ("BDAY:1985", "birthday: 1985"),
        ("BDAY:1985-04", "birthday: 1985-04"),
    ],
)
def test_what_is_no_whole_birthday_is_a_note(
    tmp_path: Path, line: str, note: str
) -> None:
    record = one(tmp_path, "FN:Ida One", line)
    assert (record.birthday, texts(record)) == (None, [note])


@pytest.mark.parametrize(
    ("said", "day_first", "kept"),
    [
        ("25/3/1990", None, "1990-03-25"),
        ("3/25/1990", None, "1990-03-25"),
        ("4/3/1990", None, None),
        ("4/3/1990", True, "1990-03-04"),
        ("4/3/1990", False, "1990-04-03"),
        ("0/0/00", None, None),
        ("1/1/1601", None, None),
    ],
)
def test_slashes_are_read_only_one_way_or_as_said(
    tmp_path: Path, said: str, day_first: bool | None, kept: str | None
) -> None:
    terms = TERMS._replace(day_first=day_first)
    (ana,) = read(tmp_path, f"name,birthday\nAna,{said}\n", terms=terms).records
    assert ana.birthday == kept


def test_groups_and_their_labels(tmp_path: Path) -> None:
    kadri = one(
        tmp_path,
        "N:Tamm;Kadri;;;",
        "FN:Kadri Tamm",
        "ORG:Põhjala;Trükk",
        "ITEM1.EMAIL;type=pref:kadri@example.org",
        "item1.X-ABLabel:Choir",
        "item3.X-ABDATE;type=pref:1604-10-09",
        "item3.X-ABLabel:_$!<Anniversary>!$_",
        "item5.X-ABRELATEDNAMES:Jaan Tamm",
        "item5.X-ABLABEL:_$!<Brother>!$_",
        "item6.URL;type=pref:https\\://example.org/kadri",
        "item7.ADR;type=HOME:;;Lai 1;Tartu;;51005;Estonia",
        "ADR;TYPE=WORK:;;Quay;Tallinn;;;",
        "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/kadri",
        "CATEGORIES:Staff,Imported on 3/9,myContacts",
    )
    assert (kadri.company, kadri.emails) == ("Põhjala", ("kadri@example.org",))
    assert (kadri.home, kadri.office, kadri.tags) == ("Tartu", "Tallinn", ("Staff",))
    assert kadri.profiles == (
        "https://example.org/kadri",
        "https://www.linkedin.com/in/kadri",
    )
    assert texts(kadri) == [
        "department: Trükk",
        "Anniversary: --10-09",
        "Brother: Jaan Tamm",
    ]


@pytest.mark.parametrize(
    ("version", "tags"),
    [("3.0", ("choir", "old friends")), ("4.0", ("choir, old friends",))],
)
def test_commas_within_circles(
    tmp_path: Path, version: str, tags: tuple[str, ...]
) -> None:
    text = (
        f"BEGIN:VCARD\nVERSION:{version}\nFN:Ana\nCATEGORIES:choir\\, old friends\n"
        "END:VCARD\n"
    )
    (ana,) = read(tmp_path, text, "a.vcf").records
    assert ana.tags == tags


def test_numbers_and_days_as_addresses_and_in_one_piece(tmp_path: Path) -> None:
    ana = one(
        tmp_path,
        "FN:Ana",
        "TEL;VALUE=uri:tel:+1-418-555-0171;ext=102",
        "ANNIVERSARY:20090808T1430-0500",
        "X-ABDATE:1604-10-09",
    )
    assert ana.phones == ("+1-418-555-0171 ext. 102",)
    assert texts(ana) == ["date: --10-09", "anniversary: 2009-08-08"]


def test_not_every_card_is_a_person(tmp_path: Path) -> None:
    text = (
        card("N:;;;;", "FN:", "ORG:Kohvik Sirel")
        + card("FN:Raamat & Co", "ORG:Raamat & Co;", "X-ABShowAs:COMPANY")
        + card("FN:Book club", "X-ADDRESSBOOKSERVER-KIND:group",
               "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:m-1")
        + card("KIND:group", "FN:Neighbours", "MEMBER:mailto:Mona@example.org")
        + card("FN:Mona Berg", "EMAIL:mona@example.org", "UID:m-1")
        + card("N:;Kai;;;", "FN:Kai")
        + card("EMAIL:only@example.org")
    )  # fmt: skip
    batch = read(tmp_path, text, "a.vcf")
    assert [(r.name, r.tags) for r in batch.records] == [
        ("Mona Berg", ("Book club", "Neighbours")),
        ("Kai", ()),
        ("only", ()),
    ]
    assert dict(batch.skipped) == {"organisation": 2, "group": 2}
    assert "Kohvik Sirel and Raamat & Co" in batch.suggestions[-1]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:Vann\\;Siri\\;\\;\\;;;;;", "FN:Siri Vann"), "Siri Vann"),
        (("N:Vann\\;Siri\\;\\;\\;;;;;",), "Siri Vann"),
        (
            (
                "N:Ødegård;Nora;Marie;Dr.;Ph.D.,DVM",
                "FN:Dr. Nora Marie Ødegård\\, Ph.D.\\, DVM",
            ),
            "Nora Marie Ødegård",
        ),
        (("N:Only;Two", "FN:Two Only"), "Two Only"),
        (("N:Richter,James",), "James Richter"),
        (("FN:Very Lo\n ng",), "Very Long"),
        (("NICKNAME:Zo",), "Zo"),
    ],
)
def test_the_parts_of_a_name(tmp_path: Path, lines: tuple[str, ...], name: str) -> None:
    assert one(tmp_path, *lines).name == name


def test_escapes_are_taken_off_once(tmp_path: Path) -> None:
    record = one(
        tmp_path,
        "FN:Nora",
        "ORG:Hansen\\; Lie & Sønn;R\\,D",
        "NOTE:first\\, second\\ndoors 9\\:15; bread, salt",
        "TITLE:Vet\\; owner",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Norrie;1;;",
    )
    assert (record.company, record.position) == ("Hansen; Lie & Sønn", "Vet; owner")
    assert texts(record) == [
        "first, second\ndoors 9:15; bread, salt",
        "department: R,D",
    ]
    assert record.aliases == ("Norrie",)


def test_folded_and_soft_lines_are_joined_once() -> None:
    text = "BEGIN:X\nNOTE:folded in a wo\n rd and €\n\t tab\nEND:X\n"
    (block,) = blocks(text, "X")
    assert text_of(block.every("NOTE")[0]) == "folded in a word and € tab"
