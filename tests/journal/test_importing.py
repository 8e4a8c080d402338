"""Bringing people in, twice, edited, and against the user's own words."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from conftest import SHARED, TODAY
from deepnet.journal import changing, importing, listing, portrait
from deepnet.journal import people as persons
from deepnet.journal.whom import Choices
from deepnet.store import Store
from deepnet.views.data import Imported
from deepnet.views.people import Portrait

FIRST = (
    "BEGIN:VCARD\nUID:a-1\nN:Quist;Lea;;;\nFN:Lea Quist\nTEL:+12025550171\n"
    "NOTE:met at the pier\nEND:VCARD\n"
    "BEGIN:VCARD\nN:Stone;Max;;;\nFN:Max Stone\nEMAIL:max@example.org\nEND:VCARD\n"
)
SECOND = (
    FIRST.replace("Quist", "Quist-Moe")
    .replace("0171", "0172")
    .replace("max@example.org", "MAX@Example.org\nTITLE:Joiner")
)
OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
NEW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def bring(store: Store, folder: Path, text: str, *, rehearse: bool = False) -> Imported:
    path = folder / "people.txt"
    path.write_text(text, encoding="utf-8")
    return from_file(store, path, rehearse=rehearse)


def from_file(store: Store, path: Path, *, rehearse: bool = False) -> Imported:
    told: list[tuple[int, int]] = []
    wishes = importing.Wishes()

    def tell(*each: int) -> None:
        told.append(each)  # type: ignore[arg-type]

    batch = importing.read(store, TODAY, path, wishes, progress=tell)
    return importing.bring(
        store, TODAY, path, batch, wishes, rehearse=rehearse, progress=tell
    )


def counts(view: Imported) -> tuple[int, int, int]:
    return view.new, view.changed, view.unchanged


def shown(store: Store, name: str) -> Portrait:
    return portrait.show(store, TODAY, name, choices=Choices()).person


def names(store: Store) -> list[str]:
    found = listing.listed(store, TODAY, listing.Filter())
    return [person.name for person in found.people]


def test_the_same_file_twice_and_an_edited_copy(store: Store, tmp_path: Path) -> None:
    assert counts(bring(store, tmp_path, FIRST, rehearse=True)) == (2, 0, 0)
    assert names(store) == []
    assert counts(bring(store, tmp_path, FIRST)) == (2, 0, 0)
    assert counts(bring(store, tmp_path, FIRST)) == (0, 0, 2)
    assert counts(bring(store, tmp_path, SECOND)) == (0, 2, 0)
    lea = shown(store, "Lea")
    assert (lea.name, lea.aliases) == ("Lea Quist-Moe", ("Lea Quist",))
    assert lea.phones == ("+12025550171", "+12025550172")
    assert [fact.text for fact in lea.facts] == ["met at the pier"]
    stone = shown(store, "Max")
    assert (stone.position, stone.emails) == ("Joiner", ("max@example.org",))


def test_three_years_of_one_export_are_one_person(store: Store, tmp_path: Path) -> None:
    person = "Ilse,Brandvold,{}i@x.org,{},{},03 Mar 2018\n"
    bring(store, tmp_path, OLD + person.format("", "Old Harbour Ltd", "Analyst"))
    bring(store, tmp_path, OLD + person.format("", "Old Harbour Ltd", "Senior"))
    url = "https://www.linkedin.com/in/ilse-q7/,"
    last = bring(store, tmp_path, NEW + person.format(url, "Tidewater", "Director"))
    assert counts(last) == (0, 1, 0)
    assert names(store) == ["Ilse Brandvold"]
    ilse = shown(store, "Ilse")
    assert (ilse.company, ilse.position) == ("Tidewater", "Director")
    assert [(job.company, job.position, job.until) for job in ilse.jobs] == [
        ("Old Harbour Ltd", "Analyst", TODAY),
        ("Old Harbour Ltd", "Senior", TODAY),
    ]
    assert str(ilse.connected_on) == "2018-03-03"
    assert (ilse.tier, ilse.conversations) == ("name", ())


def test_what_the_user_wrote_wins(store: Store, tmp_path: Path) -> None:
    row = "Ana,Ruiz,a@x.org,{},Boss,01 Jan 2024\n"
    bring(store, tmp_path, OLD + row.format("Acme"))
    mine = persons.Details(company="My own words", name="Ana R.")
    persons.edit(store, TODAY, "Ana", mine, choices=Choices())
    view = bring(store, tmp_path, OLD + row.format("Acme Two"))
    ana = shown(store, "Ana")
    assert (ana.name, ana.company) == ("Ana R.", "My own words")
    assert "Ana Ruiz" in ana.aliases
    assert "My own words" in view.warnings[0]
    assert ana.jobs == ()


def test_one_name_is_two_people_until_somebody_says_otherwise(
    store: Store, tmp_path: Path
) -> None:
    persons.add(store, TODAY, "Ali Khan", persons.Details(), new=False)
    view = bring(store, tmp_path, "name,email\nAli Khan,ali@x.org\n")
    assert counts(view) == (1, 0, 0)
    assert view.suggestions == (
        "Ali Khan (people.txt line 2) may be @1 Ali Khan: the same name",
    )
    assert names(store) == ["Ali Khan", "Ali Khan"]


PHONE = (
    "BEGIN:VCARD\nUID:A1B2\nFN:Ana Ruiz\nEMAIL:ana@example.org\nORG:Acme\nEND:VCARD\n"
    "BEGIN:VCARD\nUID:A1B3\nFN:Bo Lim\nEND:VCARD\n"
)


def test_cards_of_ones_own_are_known_again_beside_those_of_a_phone(
    store: Store, tmp_path: Path
) -> None:
    bring(store, tmp_path, PHONE)
    uids = [uid for (uid,) in store.rows("SELECT uid FROM people ORDER BY id")]
    own = (
        f"BEGIN:VCARD\nUID:urn:uuid:{UUID(uids[0])}\nFN:Ana Ruiz\nORG:Acme Ltd\n"
        f"END:VCARD\nBEGIN:VCARD\nUID:{str(UUID(uids[1])).upper()}\nFN:Bo Lim\n"
        "TEL:+12025550171\nEND:VCARD\n"
    )
    assert counts(bring(store, tmp_path, own)) == (0, 2, 0)
    assert counts(bring(store, tmp_path, own)) == (0, 0, 2)
    # What came on a card of one's own is one's own word by then.
    view = bring(store, tmp_path, PHONE.replace("Acme", "Fjord"))
    assert counts(view) == (0, 0, 2)
    assert "“Acme Ltd” in your journal and “Fjord” in the file" in view.warnings[0]
    assert names(store) == ["Ana Ruiz", "Bo Lim"]


def test_one_undo_takes_an_import_back(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, FIRST)
    changing.undo(store, None)
    assert names(store) == []
    assert counts(bring(store, tmp_path, FIRST)) == (2, 0, 0)


def test_a_long_file_is_one_change(store: Store, tmp_path: Path) -> None:
    rows = "".join(f"Ana{n},Nr,{n}@x.org,,,01 Jan 2024\n" for n in range(1100))
    assert counts(bring(store, tmp_path, OLD + rows)) == (1100, 0, 0)
    assert len(changing.history(store, most=9).changes) == 1


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not at hand")
def test_the_shared_case_of_two_people_with_one_name(store: Store) -> None:
    path = next(SHARED.glob("cases/21-*")) / "a.vcf"
    view = from_file(store, path)
    assert (view.new, len(view.suggestions)) == (6, 1)
    assert "Ali Khan" in view.suggestions[0]
