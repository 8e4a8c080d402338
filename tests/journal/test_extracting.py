"""The journal in other programs' forms, each read again by a reader of that form."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from dateutil.rrule import rrule, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component
from markdown_it import MarkdownIt

from conftest import TODAY
from deepnet import names
from deepnet.archive import Delivered, File, Form, Wanted, vcard
from deepnet.birthdays import birthday_in
from deepnet.journal import archive, listing, log, portrait, resting
from deepnet.journal import people as persons
from deepnet.journal.whom import Choices
from deepnet.plain import plain, plain_lines
from deepnet.render.notes import note
from deepnet.store import Store
from deepnet.views.archive import Exported
from deepnet.views.data import Imported
from deepnet.views.people import Portrait
from lives import NAMES, NEW, TEXTS, brought, emptied, lived


def exported(
    store: Store, form: Form, *, everybody: bool = False
) -> tuple[dict[str, str], Exported]:
    """What is handed over, by the name of the file, and what is said of it."""
    found: dict[str, str] = {}

    def deliver(files: Iterator[File]) -> Delivered:
        found.update({file.name: "".join(file.text) for file in files})
        return Delivered("", len(found), 0)

    wanted = Wanted(form, TODAY, everybody=everybody)
    return found, archive.export(store, wanted, deliver, page=note)


def text(store: Store, form: Form, *, everybody: bool = False) -> str:
    return exported(store, form, everybody=everybody)[0][""]


def everyone(store: Store) -> list[Portrait]:
    numbers = store.rows("SELECT id FROM people ORDER BY id")
    return [
        portrait.show(store, TODAY, f"@{number}", choices=Choices()).person
        for (number,) in numbers
    ]


def bring(store: Store, cards: str) -> Imported:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cards.vcf"
        path.write_bytes(cards.encode())
        return brought(store, path)


def tidy(said: str | None) -> str | None:
    """A text as an import reads it."""
    return (
        unicodedata.normalize("NFC", plain_lines(said)).strip() or None
        if said
        else None
    )


def carried(person: Portrait) -> tuple[object, ...]:
    """What a card says of somebody, and an import makes of it."""
    name = unicodedata.normalize("NFC", names.tidy(person.name))
    return (
        name,
        {tidy(alias) for alias in person.aliases},
        tidy(person.company),
        tidy(person.position),
        person.birthday,
        *(list(map(tidy, each)) for each in (person.emails, person.phones)),
        list(map(tidy, person.profiles)),
        set(map(tidy, person.tags)),
    )


@settings(max_examples=60)
@given(st.data())
def test_cards_read_back_give_the_same_people(data: st.DataObject) -> None:
    with lived(data) as store, emptied() as other:
        cards = text(store, Form.VCARD, everybody=True)
        if cards:
            bring(other, cards)
        assert list(map(carried, everyone(other))) == list(
            map(carried, everyone(store))
        )


@settings(max_examples=60)
@given(st.data())
def test_cards_read_back_into_their_own_journal_change_nothing(
    data: st.DataObject,
) -> None:
    with lived(data) as store:
        cards = text(store, Form.VCARD, everybody=True)
        before = text(store, Form.JSON)
        if cards:
            for _ in range(2):
                said = bring(store, cards)
                assert (said.new, said.changed, said.warnings) == (0, 0, ())
                assert said.unchanged == said.read
        assert text(store, Form.JSON) == before


SIGNS = st.text(st.sampled_from("\\,;:\n\"'=nN ()-Aé王山本🦊\u200d\u202e"), max_size=20)
LINES = st.one_of(SIGNS, TEXTS, st.text(max_size=90)).filter(
    lambda said: plain(said) != ""
)


@settings(max_examples=200)
@given(
    st.one_of(NAMES, LINES).map(plain).filter(names.tidy),
    st.lists(LINES.map(plain), max_size=3),
    st.none() | LINES.map(plain),
    st.lists(st.text(st.sampled_from("htps:/x.y?&=,;\\"), min_size=1), max_size=2),
)
def test_a_card_says_any_words_so_that_they_come_back(
    name: str, aliases: list[str], company: str | None, profiles: list[str]
) -> None:
    card = vcard.Card(
        "0" * 32, name, tuple(aliases), company, company, profiles=tuple(profiles)
    )
    with emptied() as store:
        bring(store, vcard.card(card))
        (found,) = everyone(store)
    wanted = unicodedata.normalize("NFC", names.tidy(name))
    assert found.name == wanted
    assert {tidy(alias) for alias in aliases} - {None} <= {*found.aliases}
    assert (found.company, found.position) == (tidy(company), tidy(company))
    seen = [identity for identity in map(tidy, profiles) if identity]
    assert {*found.profiles} <= {*seen}


def test_a_card_by_hand(store: Store) -> None:
    details = persons.Details(
        aliases=("Lu", "B, the"),
        company="Fjord; Ltd",
        position="Chief \\ of it",
        emails=("l@x.org",),
        phones=("+1 202 555 0171",),
        birthday="29 feb",
    )
    persons.add(store, TODAY, "Ludwig van Beethoven", details, new=True)
    store.run("PRAGMA foreign_keys = ON")
    with store.change("tag"):
        store.run("INSERT INTO tags (person_id, tag) VALUES (1, 'old, friends')")
        store.run("UPDATE people SET uid = '00112233445566778899aabbccddeeff'")
        store.run(
            "INSERT INTO identifiers (person_id, kind, value, key) "
            "VALUES (1, 'profile', 'https://x.org/a,b;c', 'x')"
        )
    # Written out by hand from RFC 6350.
    assert text(store, Form.VCARD).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "UID:urn:uuid:00112233-4455-6677-8899-aabbccddeeff",
        "FN:Ludwig van Beethoven",
        "N:van Beethoven;Ludwig;;;",
        "NICKNAME:Lu,B\\, the",
        "ORG:Fjord\\; Ltd",
        "TITLE:Chief \\\\ of it",
        "BDAY:--0229",
        "EMAIL:l@x.org",
        "TEL:+1 202 555 0171",
        "URL:https://x.org/a,b;c",
        "CATEGORIES:old\\, friends",
        "END:VCARD",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "family", "given_name"),
    [
        ("Ana", "", "Ana"),
        ("Ana Ruiz", "Ruiz", "Ana"),
        ("Ana María Ruiz", "Ruiz", "Ana María"),
        ("Vincent van der Berg", "van der Berg", "Vincent"),
        ("van Berg", "Berg", "van"),
        ("山本 遥", "山本", "遥"),
        ("王芳", "", "王芳"),
    ],
)
def test_a_name_is_told_apart_for_programs_that_sort_by_family(
    name: str, family: str, given_name: str
) -> None:
    assert vcard.parts(name) == (family, given_name)


def test_nothing_learnt_or_said_is_on_a_card(store: Store) -> None:
    log.log(
        store,
        TODAY,
        "lunch with Ana, her father is ill #family",
        log.Said(promises=("the map by friday",)),
        choices=NEW,
    )
    cards = text(store, Form.VCARD)
    assert "Ana" in cards
    assert not re.search("lunch|father|map|NOTE", cards)


@settings(max_examples=40)
@given(st.data())
def test_a_calendar_has_each_birthday_and_open_promise_on_its_day(
    data: st.DataObject,
) -> None:
    with lived(data) as store:
        written, said = exported(store, Form.CALENDAR, everybody=True)
        people = everyone(store)
        due = store.rows(
            "SELECT uid, due FROM promises WHERE kept_on IS NULL AND due NOT NULL"
        )
    events = {
        str(event["UID"]): event
        for event in Calendar.from_ical(written[""]).walk("VEVENT")
    }
    assert said.counts == {
        "birthdays": sum(bool(person.birthday) for person in people),
        "promises": len(due),
    }
    assert len(events) == sum(said.counts.values())
    for uid, day in due:
        assert events[f"{uid}@deepnet"].decoded("DTSTART") == date.fromisoformat(day)
    births = [
        event for uid, event in events.items() if uid.endswith("-birthday@deepnet")
    ]
    born = [person for person in people if person.birthday]
    for event, person in zip(births, born, strict=True):
        assert str(event["SUMMARY"]) == plain(f"Birthday of {person.name}")
        start = event.decoded("DTSTART")
        rule = _rule(event)
        assert rule[0].date() == start
        for year in (2025, 2026, 2027, 2028):
            days = list(
                rule.between(_noon(date(year - 1, 12, 31)), _noon(date(year + 1, 1, 1)))
            )
            assert [day.date() for day in days] == [
                birthday_in(person.birthday or "", year)
            ]


def _rule(event: Component) -> rrule:
    """When an event takes place; dateutil's reading of its rule."""
    said = event["RRULE"].to_ical()
    rule = rrulestr(
        said.decode() if isinstance(said, bytes) else str(said),
        dtstart=_noon(event.decoded("DTSTART")),
    )
    assert isinstance(rule, rrule)
    return rule


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def test_born_on_29_february_shows_on_the_28th_in_a_common_year(store: Store) -> None:
    persons.add(store, TODAY, "Lea", persons.Details(birthday="1996-02-29"), new=True)
    (event,) = Calendar.from_ical(text(store, Form.CALENDAR)).walk("VEVENT")
    assert event.decoded("DTSTART") == date(1996, 2, 29)
    assert [f"{day:%d %b %Y}" for day in islice(_rule(event), 5)] == [
        *("29 Feb 1996", "28 Feb 1997", "28 Feb 1998", "28 Feb 1999", "29 Feb 2000")
    ]


def test_the_same_day_gives_the_same_calendar_and_uids_stay(store: Store) -> None:
    persons.add(store, TODAY, "Lea", persons.Details(birthday="3 nov"), new=True)
    first = text(store, Form.CALENDAR)
    assert text(store, Form.CALENDAR) == first
    persons.edit(
        store, TODAY, "Lea", persons.Details(name="Lea Quist"), choices=Choices()
    )
    uids = re.compile("UID:.*")
    assert uids.findall(text(store, Form.CALENDAR)) == uids.findall(first)


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@settings(max_examples=40)
@given(st.data())
def test_no_cell_of_a_table_is_a_formula_and_each_says_what_was_typed(
    data: st.DataObject,
) -> None:
    with lived(data) as store:
        files, said = exported(store, Form.CSV)
        people = everyone(store)
        texts = [
            each for (each,) in store.rows("SELECT text FROM conversations ORDER BY id")
        ]
    tables = {}
    for name, written in files.items():
        assert written.startswith("\ufeff")
        header, *rows = csv.reader(io.StringIO(written[1:], newline=""), strict=True)
        assert all(len(row) == len(header) for row in rows)
        assert not any(cell.startswith(FORMULA) for row in rows for cell in row)
        tables[name.removesuffix(".csv")] = [
            dict(zip(header, row, strict=True)) for row in rows
        ]
    assert {name: len(rows) for name, rows in tables.items()} == said.counts
    assert [row["text"].removeprefix("'") for row in tables["conversations"]] == [
        plain_lines(each).removeprefix("'") for each in texts
    ]
    assert [row["id"] for row in tables["people"]] == [
        str(person.id) for person in people
    ]
    for row, person in zip(tables["people"], people, strict=True):
        assert row["name"].removeprefix("'") == plain_lines(person.name)
        assert row["tier"] == person.tier


def test_a_formula_is_only_words(store: Store) -> None:
    persons.add(store, TODAY, '=HYPERLINK("http://x")', persons.Details(), new=True)
    table = exported(store, Form.CSV)[0]["people.csv"]
    assert table.split("\r\n")[1].startswith('1,"\'=HYPERLINK(""http://x"")"')


@settings(max_examples=60)
@given(st.data())
def test_pages_link_to_pages_and_say_what_was_typed(data: st.DataObject) -> None:
    with lived(data) as store:
        files, said = exported(store, Form.MARKDOWN)
        people = listing.listed(store, TODAY, listing.Filter()).people
        portraits = {p.id: p for p in everyone(store)}
    assert said.counts == {"people": len(people)}
    assert said.left_out == len(portraits) - len(people)
    assert len(files) == len(people)
    for page in files.values():
        # What the user typed has its brackets escaped: the others are links.
        for target in re.findall(r"(?<!\\)\[\[([^\]|]*)", page):
            assert f"{target}.md" in files
    # The pages come in the order of the ids.
    for page, number in zip(
        files.values(), sorted(one.id for one in people), strict=True
    ):
        whole = portraits[number]
        assert _front(page)["name"] == plain(whole.name)
        assert page.count("\n### ") == len(whole.conversations)
        assert page.count("\n- [") == len(whole.promises)


def _front(page: str) -> dict[str, object]:
    """The front matter; each of its values is JSON, which is YAML as well."""
    begin, front, _ = page.split("---\n", 2)
    assert begin == ""
    pairs = (line.split(": ", 1) for line in front.splitlines())
    return {key: json.loads(value) for key, value in pairs}


@given(
    st.one_of(TEXTS, st.text(st.sampled_from("=%\\`*_[]#-+>|~1. a\n"), max_size=30))
    .map(plain_lines)
    .filter(lambda said: said.strip() != "")
)
def test_a_markdown_reader_finds_a_conversation_as_it_was_typed(said: str) -> None:
    with emptied() as store:
        log.log(store, TODAY, "x", log.Said(people=("Ana",)), choices=NEW)
        with store.change("edit"):
            store.run("UPDATE conversations SET text = ?", said)
        (page,) = exported(store, Form.MARKDOWN)[0].values()
    tokens = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .parse(page.split("---\n", 2)[2])
    )
    at = next(at for at, token in enumerate(tokens) if token.type == "blockquote_open")
    inline = tokens[at + 2]
    found = "".join(
        "\n" if part.type in ("hardbreak", "softbreak") else part.content
        for part in inline.children or []
    )
    assert found == "\n".join(line.strip() for line in said.split("\n")).strip("\n")


def test_a_page_by_hand(store: Store) -> None:
    log.log(
        store,
        TODAY,
        "lunch with Ana and Ben at the bay, two sisters",
        log.Said(
            learned=("Ana/family: two [sisters]",),
            promises=("Ana/the map by friday",),
            minutes=60,
            others=2,
            place="the bay",
        ),
        choices=NEW,
    )
    persons.edit(
        store,
        TODAY,
        "Ana",
        persons.Details(aliases=("An",), birthday="29 feb"),
        choices=Choices(),
    )
    with store.change("tag"):
        store.run("INSERT INTO tags (person_id, tag) VALUES (1, 'old friends')")
    files, _ = exported(store, Form.MARKDOWN)
    score = everyone(store)[0].score
    assert list(files) == ["Ana.md", "Ben.md"]
    assert files["Ana.md"] == (
        '---\nname: "Ana"\naliases: ["An"]\ntags: ["old-friends"]\ntier: "acquainted"\n'
        f'score: {score:.1f}\nlast: "2026-11-25"\nbirthday: "--02-29"\n---\n\n# Ana\n\n'
        "## Who they are\n\n- **family**: two \\[sisters\\] (Wed 25 Nov 2026)\n\n"
        "## Promises\n\n- [ ] You promised Ana: the map, by Fri 27 Nov 2026\n\n"
        "## Conversations\n\n### Wed 25 Nov 2026, lunch at the bay\n\n"
        "with [[Ben]] and 2 others; 1 h\n\n"
        "> lunch with Ana and Ben at the bay, two sisters\n"
    )
    resting.let_go(store, TODAY, "Ben", because=None, thanks=False, choices=Choices())
    files, said = exported(store, Form.MARKDOWN)
    assert (list(files), said.left_out) == (["Ana.md"], 1)
    assert "with Ben and 2 others" in files["Ana.md"]
    assert list(exported(store, Form.MARKDOWN, everybody=True)[0]) == [
        "Ana.md",
        "Ben.md",
    ]


def test_people_who_were_let_go_stay_in_unless_all_are_wanted(store: Store) -> None:
    persons.add(store, TODAY, "Bo", persons.Details(birthday="3 nov"), new=True)
    resting.let_go(store, TODAY, "Bo", because=None, thanks=True, choices=Choices())
    for form, has in ((Form.VCARD, "Bo"), (Form.CALENDAR, "SUMMARY:Birthday of Bo")):
        assert has not in text(store, form)
        assert has in text(store, form, everybody=True)
        assert exported(store, form)[1].left_out == 1
    assert "say thank you" not in text(store, Form.CALENDAR)
    assert ",Bo," in exported(store, Form.CSV)[0]["people.csv"]
    assert exported(store, Form.CSV)[1].left_out == 0


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.JSON])
def test_an_empty_journal_has_its_forms_too(store: Store, form: Form) -> None:
    files, said = exported(store, form)
    assert set(said.counts.values()) == {0} or form is Form.MARKDOWN
    assert (len(files), said.left_out) == (
        {Form.CSV: 5, Form.MARKDOWN: 0}.get(form, 1),
        0,
    )
