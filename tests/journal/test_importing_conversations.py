"""Conversations brought from files: once, never over the user's own words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import sources
from conftest import TODAY
from deepnet.errors import Ambiguous, NotFound
from deepnet.journal import changing, finding, importing, portrait
from deepnet.journal import log as logging
from deepnet.journal import people as persons
from deepnet.journal.whom import Choices
from deepnet.model import Depth, Setting
from deepnet.records import Batch, Encounter, Record
from deepnet.schema import SEARCHED
from deepnet.schema.triggers import search_at_once
from deepnet.store import Store, configuration, conversations, standings
from deepnet.views.data import Imported

WISHES = importing.Wishes()
KEPT_TEXTS = importing.Wishes(keep_texts=True)


def tell(_done: int, _total: int) -> None:
    pass


def bring(
    store: Store, batch: Batch, *, rehearse: bool = False, same_names: bool = False
) -> Imported:
    wishes = WISHES._replace(same_names=same_names)
    return importing.bring(
        store, TODAY, Path("x"), batch, wishes, rehearse=rehearse, progress=tell
    )


def from_file(
    store: Store,
    folder: Path,
    name: str,
    text: str | None = None,
    wishes: importing.Wishes = WISHES,
) -> Imported:
    path = folder / name
    path.write_text(sources.FILES[name] if text is None else text, encoding="utf-8")
    batch = importing.read(store, TODAY, path, wishes, progress=tell)
    return importing.bring(
        store, TODAY, path, batch, wishes, rehearse=False, progress=tell
    )


def somebody(name: str, email: str = "") -> Record:
    emails = (email,) if email else ()
    return Record("calendar", f"email:{email or name}", "x", name, emails=emails)


OLA = somebody("Ola Berg", "ola@example.org")
LUNCH = Encounter(
    source="calendar",
    key="1",
    where="x",
    day=date(2026, 9, 1),
    people=(OLA,),
    setting=Setting.LUNCH,
    clock="12:30",
    minutes=60,
    text="Lunch",
)


def calendar(*encounters: Encounter) -> Batch:
    return Batch("calendar", len(encounters), encounters=encounters)


def talks(view: Imported) -> tuple[int, int, int]:
    new, changed, unchanged = view.conversations
    return new, changed, unchanged


def all_of(store: Store, name: str) -> list[tuple[str, str | None, str]]:
    shown = portrait.show(store, TODAY, name, choices=Choices()).person
    return [(str(c.day), c.setting, c.text) for c in shown.conversations]


def log(store: Store, sentence: str) -> None:
    choices = Choices()
    logging.log(store, TODAY, sentence, logging.Said(), choices=choices)


def add(store: Store, name: str, email: str) -> None:
    details = persons.Details(emails=(email,))
    persons.add(store, TODAY, name, details, new=False)


def test_twice_is_nothing_new_and_one_undo_takes_all_back(store: Store) -> None:
    assert talks(bring(store, calendar(LUNCH), rehearse=True)) == (1, 0, 0)
    assert store.value("SELECT count(*) FROM conversations") == 0
    assert talks(bring(store, calendar(LUNCH))) == (1, 0, 0)
    assert talks(bring(store, calendar(LUNCH))) == (0, 0, 1)
    assert all_of(store, "Ola") == [("2026-09-01", "lunch", "Lunch")]
    changing.undo(store, None)
    for table in ("people", "conversations", "imported_conversations", "records"):
        assert store.value(f"SELECT count(*) FROM {table}") == 0  # noqa: S608
    changing.undo(store, None)
    assert talks(bring(store, calendar(LUNCH))) == (0, 0, 1)


def test_a_rehearsal_lists_what_would_be_new(store: Store) -> None:
    (seen,) = bring(store, calendar(LUNCH), rehearse=True).proposed
    assert (seen.day, seen.setting, seen.people) == (LUNCH.day, "lunch", ("Ola Berg",))
    assert bring(store, calendar(LUNCH)).proposed == ()


def test_a_meeting_that_moved_is_the_same_one(store: Store) -> None:
    bring(store, calendar(LUNCH))
    moved = LUNCH._replace(
        day=date(2026, 9, 2), clock="13:00", people=(OLA, somebody("Kim Ek"))
    )
    assert talks(bring(store, calendar(moved))) == (0, 1, 0)
    assert all_of(store, "Ola") == [("2026-09-02", "lunch", "Lunch")]
    assert all_of(store, "Kim Ek") == [("2026-09-02", "lunch", "Lunch")]
    assert talks(bring(store, calendar(moved))) == (0, 0, 1)


def test_what_the_user_changed_stays(store: Store) -> None:
    bring(store, calendar(LUNCH._replace(people=(OLA, somebody("Kim Ek")))))
    number = conversations.last_logged(store)
    row = conversations.conversation(store, number or 0)
    assert row is not None
    with store.change("edit"):
        mine = row._replace(
            setting=Setting.WALK, depth=Depth.HEART, people=row.people[:1]
        )
        conversations.change(store, mine)
    moved = LUNCH._replace(
        day=date(2026, 9, 3),
        setting=Setting.COFFEE,
        people=(OLA, somebody("Kim Ek")),
    )
    bring(store, calendar(moved))
    now = conversations.conversation(store, number or 0)
    assert now is not None
    assert (now.setting, now.depth, str(now.when.day)) == ("walk", 4, "2026-09-03")
    assert [person.name for person in now.people] == ["Ola Berg"]


def test_what_the_user_took_out_does_not_come_back(store: Store) -> None:
    bring(store, calendar(LUNCH))
    with store.change("x"):
        store.run("DELETE FROM participants")
        store.run("DELETE FROM conversations")
    assert talks(bring(store, calendar(LUNCH))) == (0, 0, 1)
    assert store.value("SELECT count(*) FROM conversations") == 0


def test_what_the_user_logged_already_is_not_doubled(store: Store) -> None:
    add(store, "Ola Berg", "ola@example.org")
    log(store, "1 sep: walk with Ola Berg, her new boat")
    second = LUNCH._replace(key="2", clock="18:00")
    assert talks(bring(store, calendar(LUNCH, second))) == (1, 0, 1)
    assert [text for _, _, text in all_of(store, "Ola")] == [
        "Lunch",
        "1 sep: walk with Ola Berg, her new boat",
    ]


def test_messages_of_a_day_are_no_lunch_of_that_day(store: Store) -> None:
    add(store, "Ola Berg", "ola@example.org")
    log(store, "1 sep: lunch with Ola Berg")
    message = LUNCH._replace(setting=Setting.MESSAGE, clock=None)
    assert talks(bring(store, calendar(message))) == (1, 0, 0)


def test_a_message_of_that_day_is_no_lunch(store: Store) -> None:
    add(store, "Ola Berg", "ola@example.org")
    log(store, "1 sep: message with Ola Berg")
    assert talks(bring(store, calendar(LUNCH))) == (1, 0, 0)


def test_no_words_stand_beside_the_conversation(store: Store) -> None:
    bring(store, calendar(LUNCH._replace(text="her secret", place="the bay")))
    kept = store.value("SELECT key || fields FROM imported_conversations")
    assert "secret" not in kept
    assert "bay" not in kept
    changed = LUNCH._replace(text="no secret", place="the quay")
    assert talks(bring(store, calendar(changed))) == (0, 1, 0)
    assert all_of(store, "Ola")[0][2] == "no secret"


def test_of_a_crowd_only_those_are_named_whom_the_journal_knows(store: Store) -> None:
    add(store, "Ola Berg", "ola@example.org")
    crowd = tuple(somebody(f"P{n}", f"p{n}@example.org") for n in range(40))
    party = LUNCH._replace(people=(OLA, *crowd), setting=Setting.EVENT)
    view = bring(store, calendar(party))
    assert (view.new, talks(view)) == (0, (1, 0, 0))
    row = conversations.conversation(store, 1)
    assert row is not None
    assert ([p.name for p in row.people], row.others) == (["Ola Berg"], 40)
    unknown = bring(store, calendar(party._replace(key="9", people=crowd)))
    assert (talks(unknown), unknown.skipped) == ((0, 0, 0), {"nobody_known": 1})


def test_a_name_alone_joins_nobody_unless_the_user_says_so(store: Store) -> None:
    persons.add(store, TODAY, "Nia Fox", persons.Details(), new=False)
    chat = Batch(
        "whatsapp",
        1,
        encounters=(LUNCH._replace(people=(Record("whatsapp", "n", "x", "Nia Fox"),)),),
    )
    view = bring(store, chat, rehearse=True)
    assert (view.new, view.suggestions) == (
        1,
        ("Nia Fox (x) may be @1 Nia Fox: the same name",),
    )
    assert bring(store, chat, same_names=True).new == 0
    assert all_of(store, "Nia") == [("2026-09-01", "lunch", "Lunch")]


def test_two_of_that_name_are_never_guessed_between(store: Store) -> None:
    persons.add(store, TODAY, "Nia Fox", persons.Details(), new=False)
    persons.add(store, TODAY, "Nia Fox", persons.Details(), new=True)
    persons.add(store, TODAY, "Nia", persons.Details(), new=True)
    for name in ("Nia Fox", "Nia"):
        chat = Batch("x", 1, records=(Record("x", name, "x", name),))
        assert bring(store, chat, same_names=True).new == 1


def test_an_address_without_a_name_finds_its_owner(store: Store) -> None:
    add(store, "Ola Berg", "ob@example.org")
    unnamed = somebody("ob", "ob@example.org")._replace(is_unnamed=True)
    assert bring(store, calendar(LUNCH._replace(people=(unnamed,)))).new == 0
    add(store, "Kim Berg", "ob@example.org")
    # A mailbox of two tells neither.
    other = LUNCH._replace(key="2", people=(unnamed._replace(key="z"),))
    assert bring(store, calendar(other)).new == 1


def test_nothing_imported_counts_for_more_than_what_took_place(
    store: Store, tmp_path: Path
) -> None:
    from_file(store, tmp_path, "Connections.csv")
    from_file(store, tmp_path, "messages.csv", wishes=WISHES._replace(keep_texts=True))
    from_file(store, tmp_path, "Notes.csv")
    from_file(store, tmp_path, "monica.json")
    facets = store.value("SELECT count(*) FROM facts WHERE facet IS NOT NULL")
    depths = store.value("SELECT count(*) FROM conversations WHERE depth IS NOT NULL")
    assert (facets, depths) == (0, 0)
    # Two days of messages with nothing else known are what the score gives messages.
    ida = store.value("SELECT id FROM people WHERE name = 'Ida Berg'")
    with Store.open(None, at="2026-11-25T12:00:00Z") as other:
        persons.add(other, TODAY, "Ida Berg", persons.Details(), new=False)
        log(other, "1 jun 2025: message with Ida Berg")
        assert standings.standing(store, ida) == standings.standing(other, 1)


def test_a_jrnl_entry_counts_where_somebody_known_is_named(
    store: Store, tmp_path: Path
) -> None:
    persons.add(store, TODAY, "Ana Ruiz", persons.Details(), new=False)
    view = from_file(store, tmp_path, "jrnl.txt")
    assert (view.new, talks(view)) == (0, (1, 0, 0))
    assert view.skipped == {"nobody_known": 1}
    ((day, setting, text),) = all_of(store, "Ana")
    assert (day, setting) == ("2026-03-04", "lunch")
    assert text.startswith("Lunch with @Ana. Her father is ill.")
    assert talks(from_file(store, tmp_path, "jrnl.txt")) == (0, 0, 1)


def test_those_who_were_met_at_an_event(store: Store, tmp_path: Path) -> None:
    wishes = WISHES._replace(met=("Ana",))
    view = from_file(store, tmp_path, "luma.csv", wishes=wishes)
    assert (view.new, talks(view)) == (2, (1, 0, 0))
    row = conversations.conversation(store, 1)
    assert row is not None
    assert ([p.name for p in row.people], row.others) == (["Ana Ruiz"], 1)
    assert row.setting is Setting.EVENT
    more = from_file(
        store,
        tmp_path,
        "luma.csv",
        wishes=WISHES._replace(met=("Ana", "b@example.org")),
    )
    assert (more.new, talks(more)) == (0, (0, 1, 0))
    row = conversations.conversation(store, 1)
    assert row is not None
    assert [p.name for p in row.people] == ["Ana Ruiz", "Bo Lim"]


def test_a_wrong_name_among_those_who_were_met(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        from_file(
            store, tmp_path, "luma.csv", wishes=WISHES._replace(met=("Anna Ruis",))
        )
    assert "Did you mean Ana Ruiz" in (caught.value.hint or "")
    twins = sources.LUMA.replace("Bo Lim,Bo,Lim", "Ana Lim,Ana,Lim")
    with pytest.raises(Ambiguous):
        from_file(store, tmp_path, "luma.csv", twins, WISHES._replace(met=("Ana",)))
    assert store.value("SELECT count(*) FROM people") == 0


def test_a_mapping_is_remembered_and_undone(store: Store, tmp_path: Path) -> None:
    text = "Etunimi,Suku\nAino,Mäki\n"
    wishes = WISHES._replace(mapping=("Etunimi=first", "Suku=last"))
    assert from_file(store, tmp_path, "x.csv", text, wishes).new == 1
    again = from_file(store, tmp_path, "x.csv", text + "Eero,Salo\n")
    assert (again.new, again.unchanged) == (1, 1)


def test_what_was_set_is_said_to_the_reading(store: Store, tmp_path: Path) -> None:
    with store.change("config"):
        configuration.change(store, "me", "ola@example.org, Bix Hall")
        configuration.change(store, "zone", "Pacific/Auckland")
    path = tmp_path / "work.ics"
    path.write_text(sources.CALENDAR)
    batch = importing.read(store, TODAY, path, WISHES, progress=tell)
    (encounter,) = batch.encounters
    # 10:30 UTC is 22:30 in Auckland; the addresses are both the user's.
    assert ([p.name for p in encounter.people], encounter.clock) == (["me"], "22:30")


def test_all_that_was_brought_is_found_as_if_written_one_by_one(
    store: Store, tmp_path: Path
) -> None:
    cards = sources.CARDS.replace("END:VCARD", "NICKNAME:Annie\nNOTE:rows\nEND:VCARD")
    # The second card of one UID renames the first within the same import.
    both = cards + cards.replace("FN:Ana Ruiz", "FN:Ana Moe")
    assert from_file(store, tmp_path, "people.vcf", both).changed == 1
    from_file(store, tmp_path, "WhatsApp Chat mit Nia Fox.txt", wishes=KEPT_TEXTS)
    for words in ("Ana Moe", "Ana Ruiz", "Annie", "rows", "+12025550171", "Hallo"):
        assert finding.search(store, words, most=9).found, words
    with store.change("again"):
        before = store.rows("SELECT rowid, text FROM search ORDER BY rowid")
        store.run("DELETE FROM search")
        for table in SEARCHED:
            store.run(search_at_once(table), 0)
        after = store.rows("SELECT rowid, text FROM search ORDER BY rowid")
        assert [tuple(row) for row in after] == [tuple(row) for row in before]
    # From then on a row is found as soon as it is written.
    log(store, "walk with Ana Moe, her lighthouse")
    assert finding.search(store, "lighthouse", most=9).found
    with pytest.raises(RuntimeError), store.change("x"), store.in_bulk():
        raise RuntimeError
    log(store, "walk with Ana Moe, her windmill")
    assert finding.search(store, "windmill", most=9).found


def test_a_long_import_tells_how_far_it_is(store: Store) -> None:
    told: list[tuple[int, int]] = []
    encounters = tuple(LUNCH._replace(key=f"{n}") for n in range(1200))
    importing.bring(
        store,
        TODAY,
        Path("x"),
        calendar(*encounters),
        WISHES,
        rehearse=False,
        progress=lambda *each: told.append(each),
    )
    assert told == [(500, 1200), (1000, 1200)]
    assert len(changing.history(store, most=9).changes) == 1
