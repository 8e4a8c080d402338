"""Laws of reading files: whatever the bytes are, one calm answer, whole or none."""

from __future__ import annotations

import random
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import TODAY
from deepnet import importers
from deepnet.errors import NoSuchDay, NothingUsable, UsageError
from deepnet.importers.cleaning import clean
from deepnet.journal import importing
from deepnet.records import Batch
from deepnet.store import Store
from sources import EVENTBRITE, FILES

TERMS = importers.Terms(TODAY, zone=UTC, on=TODAY)
KINDS = sorted(FILES)


def outcome(data: bytes, name: str = "people.csv") -> Batch | str:
    """What reading these bytes gives; anything but a calm error fails the test."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return importers.read(path, TERMS)
        except (NothingUsable, UsageError, NoSuchDay) as error:
            return error.message


@settings(max_examples=600)
@given(st.sampled_from(KINDS), st.data())
def test_bytes_cut_anywhere_give_people_or_a_sentence(
    name: str, data: st.DataObject
) -> None:
    whole = FILES[name].encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    cut = whole[:start] + whole[end:]
    assert outcome(cut, name) == outcome(cut, name)


@settings(max_examples=400)
@given(st.sampled_from(KINDS), st.randoms(use_true_random=False))
def test_lines_dropped_doubled_and_shuffled(name: str, chance: random.Random) -> None:
    lines = FILES[name].splitlines(keepends=True)
    kept = [line for line in lines if chance.random() < 0.8]
    chance.shuffle(kept)
    outcome("".join(lines + kept).encode(), name)
    outcome("".join(kept).encode(), name)


@settings(max_examples=300)
@given(
    st.sampled_from(KINDS),
    st.integers(0, 5000),
    st.binary(min_size=1, max_size=12),
    st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-8-sig", "utf-16-be"]),
)
def test_other_encodings_and_odd_bytes_inside(
    name: str, at: int, odd: bytes, encoding: str
) -> None:
    whole = FILES[name].encode(encoding, "replace")
    place = at % (len(whole) + 1)
    outcome(whole[:place] + odd + whole[place:], name)


@settings(max_examples=200)
@given(st.binary(max_size=400), st.sampled_from(KINDS))
def test_any_bytes_give_people_or_a_sentence(data: bytes, name: str) -> None:
    outcome(data, name)
    outcome(FILES[name].encode() + data, name)


@settings(max_examples=200)
@given(st.sampled_from(KINDS), st.text(max_size=30), st.integers(0, 5000))
def test_any_text_inside_is_read_calmly(name: str, text: str, at: int) -> None:
    whole = FILES[name]
    place = at % (len(whole) + 1)
    changed = whole[:place] + text + whole[place:]
    outcome(changed.encode("utf-8", "surrogatepass"), name)


@settings(max_examples=150)
@given(st.sampled_from(KINDS), st.data())
def test_what_is_read_can_be_brought_twice_and_taken_back(
    name: str, data: st.DataObject
) -> None:
    whole = FILES[name].encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    batch = outcome(whole[:start] + whole[end:], name)
    if isinstance(batch, str):
        return
    wishes = importing.Wishes()
    with Store.open(None, at="2026-11-25T12:00:00Z") as store:

        def bring() -> tuple[int, ...]:
            view = importing.bring(
                store,
                TODAY,
                Path(name),
                batch,
                wishes,
                rehearse=False,
                progress=lambda _done, _total: None,
            )
            return view.new, view.changed, view.conversations.new

        bring()
        before = store.value("SELECT count(*) FROM change_rows")
        again = bring()
        assert (again[0], again[2]) == (0, 0)
        # Two records of one person in one file may each say the other's name.
        assert again[1] == 0 or store.value("SELECT count(*) FROM change_rows") > before


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_recognised_under_any_name(name: str) -> None:
    batch = outcome(FILES[name].encode(), "download")
    assert isinstance(batch, Batch)
    assert batch.read
    windows = "\r\n".join(FILES[name].split("\n")).replace("\r\r", "\r")
    assert batch == outcome(windows.encode(), "download")
    assert batch == outcome(FILES[name].replace("\r\n", "\r").encode(), "download")


def test_eventbrite_too() -> None:
    batch = outcome(EVENTBRITE.encode())
    assert isinstance(batch, Batch)
    assert [record.name for record in batch.records] == ["Ana Ruiz"]


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_cleaned_name_is_one_line_and_never_empty(
    given_name: str, family: str
) -> None:
    name = clean(given_name, family).name
    assert name
    assert name == " ".join(name.split())
