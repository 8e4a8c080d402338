from __future__ import annotations

import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deepnet.likeness import UNLIKE, slips
from deepnet.names import (
    Named,
    Nobody,
    NoName,
    SeveralPeople,
    fold,
    index_keys,
    lookup_keys,
    resolve,
    second_fold,
    suggest,
    turned,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

SPOKEN = (
    "Ana Bo Lim Khan Ali Müller Mueller Łukasz O’Brien Sørensen Jean-Luc van de "
    "Ström Ødegård 김 서연 中村 健太 王芳 สมชาย Ёлка Đặng Jr. Dr. J. Þór שרה"
)
WORDS = st.sampled_from(SPOKEN.split())
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
JOURNALS = st.lists(
    st.tuples(NAMES, st.lists(NAMES, max_size=2)), min_size=1, max_size=6
).map(lambda told: [Named(n, name, tuple(a)) for n, (name, a) in enumerate(told, 1)])
TEXT = st.text(max_size=60)


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_case_and_unicode_form_never_matter(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)
        assert second_fold(unicodedata.normalize(form, text)) == second_fold(text)


@given(NAMES)
def test_capitals_never_matter(name: str) -> None:
    assert fold(name.upper()) == fold(name) == fold(name.lower())


def keys(named: Named) -> set[str]:
    return {key for name in (named.name, *named.aliases) for key in index_keys(name)}


def meant(said: str, journal: list[Named]) -> set[Named]:
    """Everybody whom a typed name may mean."""
    try:
        return {resolve(said, journal)}
    except SeveralPeople as problem:
        return set(problem.people)
    except Nobody:
        return set()


SHAPES: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    (str, str.upper, str.lower, fold, second_fold)
)


@given(JOURNALS, st.data())
def test_a_whole_name_is_never_nobody(
    journal: list[Named], data: st.DataObject
) -> None:
    named = data.draw(st.sampled_from(journal))
    assert named in meant(named.name, journal)
    assert meant(data.draw(SHAPES)(named.name), journal)


@given(JOURNALS, NAMES, SHAPES)
def test_a_name_that_shares_no_word_with_another_is_its_owner(
    journal: list[Named], name: str, shape: Callable[[str], str]
) -> None:
    owner = Named(50, name)
    others = [named for named in journal if not keys(named) & keys(owner)]
    assert resolve(shape(name), [*others, owner]) == owner


@given(JOURNALS, st.data())
def test_two_people_of_one_name_are_never_guessed_between(
    journal: list[Named], data: st.DataObject
) -> None:
    named = data.draw(st.sampled_from(journal))
    twin = Named(99, named.name)
    with pytest.raises(SeveralPeople) as caught:
        resolve(named.name, [*journal, twin])
    assert {named, twin} <= set(caught.value.people)


@given(JOURNALS, NAMES, st.randoms())
def test_the_order_of_people_never_matters(
    journal: list[Named], said: str, random: Random
) -> None:
    shuffled = list(journal)
    random.shuffle(shuffled)
    assert meant(said, shuffled) == meant(said, journal)
    assert suggest(said, shuffled) == suggest(said, journal)


@given(JOURNALS, NAMES)
def test_whoever_a_typed_name_means_shares_a_key_with_it(
    journal: list[Named], said: str
) -> None:
    for named in meant(said, journal):
        assert keys(named) & set(lookup_keys(said))


@given(JOURNALS, TEXT)
def test_any_text_is_somebody_of_the_journal_or_a_calm_error(
    journal: list[Named], said: str
) -> None:
    with suppress(NoName):
        assert meant(said, journal) <= set(journal)


@given(JOURNALS, TEXT)
def test_suggestions_are_names_of_the_journal(journal: list[Named], said: str) -> None:
    found = suggest(said, journal)
    assert len(found) <= 3
    assert set(found) <= {named.name for named in journal}


@given(st.text("abc", max_size=9), st.text("abc", max_size=9))
def test_slips_are_the_same_both_ways_and_none_only_for_equals(
    one: str, other: str
) -> None:
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)


@given(st.text("abcdefghij", min_size=5, max_size=12), st.data())
def test_one_slip_is_seen(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 2))
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    missing = word[:place] + word[place + 1 :]
    wrong = word[:place] + "z" + word[place + 1 :]
    for slipped in (swapped, missing, wrong):
        assume(slipped != word)
        assert slips(word, slipped) == 1 != UNLIKE


@given(TEXT)
def test_turning_twice_is_turning_once(name: str) -> None:
    assert turned(turned(name)) == turned(name)
