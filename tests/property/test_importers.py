"""Laws of reading files: whatever the bytes are, one calm answer."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import TODAY
from deepnet import importers
from deepnet.errors import DeepnetError
from deepnet.importers.cleaning import clean

GOOD = (
    (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        'Ana,"Ruiz, PhD",https://x.org/in/ana,a@x.org,"A\nB",Boss,08 Feb 2026\n'
        "Ben,Ek,,,,,01 Jan 2024\n"
    ),
    "name,aliases,email,phone,birthday\nAna,An;Anna,a@x.org,+123456789,29 feb 1996\n",
    "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:+1234567\nBDAY:19960229\nEND:VCARD\n",
)


def outcome(data: bytes) -> object:
    """What reading these bytes gives; anything but a calm error fails the test."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_bytes(data)
        try:
            return importers.read(path, importers.Terms(TODAY))
        except DeepnetError as error:
            return error.message


@settings(max_examples=200)
@given(st.sampled_from(GOOD), st.data())
def test_bytes_cut_anywhere_give_people_or_a_sentence(
    good: str, data: st.DataObject
) -> None:
    whole = good.encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    cut = whole[:start] + whole[end:]
    assert outcome(cut) == outcome(cut)


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_give_people_or_a_sentence(data: bytes) -> None:
    outcome(data)
    outcome(GOOD[0].encode() + data)
    outcome(GOOD[2].encode() + data)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_cleaned_name_is_one_line_and_never_empty(
    given_name: str, family: str
) -> None:
    name = clean(given_name, family).name
    assert name
    assert name == " ".join(name.split())
