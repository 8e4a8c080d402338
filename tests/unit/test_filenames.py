"""Names of people as names of files: on any system, each of its own."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.archive.filenames import filename, filenames
from deepnet.model import PersonRef

NAMES = st.one_of(
    st.text(st.sampled_from('aAéÉ ./\\:*?"<>|[]#^%\n\t\u202econ1'), max_size=12),
    st.sampled_from(
        ("CON", "con", "Con.x", "LPT1", "com¹", "nul .md", "Ana", "ANA", "Ana.")
    ),
    st.sampled_from(
        ("é" * 200, "王" * 99, "e\u0301", "é", "", "..", "Ana (2)", "Ana (3)")
    ),
    st.text(max_size=20),
)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("山本 遥", "山本 遥"),
        ("O'Dowd, Tamsin", "O'Dowd, Tamsin"),
        ("a/b\\c:d", "a b c d"),
        ("[[Link]] #tag", "Link tag"),
        ("../../etc/passwd", "etc passwd"),
        ("Ana.", "Ana"),
        (".hidden", "hidden"),
        ("CON", "_CON"),
        ("aux.md", "_aux.md"),
        ("Conrad", "Conrad"),
        ("???", "Somebody"),
        ("x" * 300, "x" * 120),
        ("é" * 300, "é" * 60),
    ],
)
def test_a_name_becomes_one_that_any_system_takes(name: str, file: str) -> None:
    assert filename(name) == file


@given(st.lists(NAMES, max_size=8))
def test_each_person_has_a_file_of_their_own_on_any_disk(names: list[str]) -> None:
    people = [PersonRef(number, name) for number, name in enumerate(names, start=1)]
    found = filenames(people)
    assert list(found) == [person.id for person in people]
    on_a_mac = {
        unicodedata.normalize("NFD", name).casefold() for name in found.values()
    }
    assert len(on_a_mac) == len(names)
    for name in found.values():
        assert name == name.strip(" .")
        assert name
        assert not set(name) & set('<>:"/\\|?*[]#^%\0\n\r\t')
        assert len(f"{name}.md".encode()) <= 143
        assert name.partition(".")[0].strip().upper() not in {
            "CON",
            "LPT1",
            "COM¹",
            "NUL",
        }


def test_the_first_of_a_name_keeps_it_whoever_comes_after() -> None:
    ana, other, taken = (
        PersonRef(1, "Ana"),
        PersonRef(2, "ana"),
        PersonRef(3, "Ana (2)"),
    )
    assert filenames([ana]) == {1: "Ana"}
    assert filenames([ana, other, taken]) == {1: "Ana", 2: "ana (2)", 3: "Ana (2) (3)"}
