from __future__ import annotations

from contextlib import suppress
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet import capture, dates
from deepnet.errors import DeepnetError, NoSuchDay
from deepnet.names import Named, index_keys, lookup_keys
from deepnet.sentence import Sentence

if TYPE_CHECKING:
    from random import Random

TODAY = date(2026, 11, 25)

SPOKEN = (
    "Ana Bo Lim Khan Ali Müller Mueller Łukasz O’Brien Jean-Luc van 김 서연 中村 健太 "
    "王芳 May Will Grace Jr. Dr. J. שרה"
)
WRITTEN = (
    "with and , . & @ # @1 #family #heart lunch called meeting her sister in 3 others "
    "two friends \\ w/ : ; \n https://a.com/Ana a@b.com 王芳在"
)
WORDS = st.sampled_from(SPOKEN.split())
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
JOURNALS = st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=1)), max_size=6).map(
    lambda told: [Named(n, name, tuple(a)) for n, (name, a) in enumerate(told, 1)]
)
PIECES = st.one_of(
    WORDS,
    WORDS.map(str.lower),
    WORDS.map(lambda word: f"{word}'s"),
    st.sampled_from((*WRITTEN.split(" "), '@"ana lim"', "@bo_khan")),
)
SENTENCES = st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=60)


def read(sentence: str, people: list[Named]) -> capture.Draft:
    """A draft; of a sentence that begins with an impossible day, of what follows."""
    try:
        return capture.read(sentence, people, TODAY)
    except NoSuchDay:
        return capture.read(f"so: {sentence}", people, TODAY)


@given(SENTENCES, JOURNALS)
def test_any_sentence_is_read_or_has_an_unreadable_day(
    sentence: str, journal: list[Named]
) -> None:
    try:
        draft = capture.read(sentence, journal, TODAY)
    except NoSuchDay:
        return
    assert set(draft.people) <= set(journal)
    for doubt in draft.doubtful:
        assert doubt.candidates
        assert set(doubt.candidates) <= set(journal)
    assert {fact.person for fact in draft.facts} <= {
        None,
        *(person.id for person in draft.people),
    }
    assert len({person.id for person in draft.people}) == len(draft.people)


@given(SENTENCES, JOURNALS)
def test_the_words_are_kept(sentence: str, journal: list[Named]) -> None:
    text = read(sentence, journal).text.removeprefix("so: ")
    if "\\" not in sentence:
        assert text == sentence
    assert text.replace("\\", "") == sentence.replace("\\", "")


@given(SENTENCES, JOURNALS)
def test_a_fact_is_a_piece_of_the_sentence(sentence: str, journal: list[Named]) -> None:
    draft = read(sentence, journal)
    for fact in draft.facts:
        assert fact.text
        assert fact.text in draft.text


@given(SENTENCES, JOURNALS, st.randoms())
def test_the_order_of_people_never_matters(
    sentence: str, journal: list[Named], random: Random
) -> None:
    shuffled = list(journal)
    random.shuffle(shuffled)
    assert read(sentence, shuffled) == read(sentence, journal)


@given(SENTENCES, JOURNALS)
def test_somebody_unrelated_changes_nothing(
    sentence: str, journal: list[Named]
) -> None:
    stranger = Named(99, "Xqzt Qxzw")
    assert read(sentence, [*journal, stranger]) == read(sentence, journal)


@given(SENTENCES, JOURNALS, st.data())
def test_a_namesake_is_never_guessed_away(
    sentence: str, journal: list[Named], data: st.DataObject
) -> None:
    draft = read(sentence.replace("@", ""), journal)
    if not draft.people:
        return
    person = data.draw(st.sampled_from(draft.people))
    twin = Named(98, person.name, person.aliases)
    again = read(sentence.replace("@", ""), [*journal, twin])
    assert person not in again.people
    assert twin not in again.people
    assert any({person, twin} <= set(doubt.candidates) for doubt in again.doubtful)


@given(SENTENCES, JOURNALS)
def test_whoever_is_mentioned_shares_a_key_with_the_text(
    sentence: str, journal: list[Named]
) -> None:
    draft = read(sentence.replace("@", ""), journal)
    keys = set(lookup_keys(sentence))
    mentioned = {*draft.people, *(p for d in draft.doubtful for p in d.candidates)}
    for named in mentioned:
        stored = {
            key for name in (named.name, *named.aliases) for key in index_keys(name)
        }
        assert stored & keys


@given(st.lists(st.sampled_from(("Ana Lim", "Bo Khan", "Cleo Hall")), min_size=1))
def test_whoever_is_listed_was_there(listed: list[str]) -> None:
    journal = [Named(1, "Ana Lim"), Named(2, "Bo Khan"), Named(3, "Cleo Hall")]
    draft = read("lunch with " + ", ".join(listed), journal)
    assert [person.name for person in draft.people] == list(dict.fromkeys(listed))
    assert not draft.unknown
    assert list(capture.listed(", ".join(listed))) == listed


@given(SENTENCES)
def test_tokens_stand_in_order_and_do_not_overlap(sentence: str) -> None:
    tokens = Sentence(sentence).tokens
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    for token in tokens:
        assert sentence[token.start : token.end].strip() != ""


@given(SENTENCES, JOURNALS)
def test_flags_are_read_or_refused_calmly(said: str, journal: list[Named]) -> None:
    with suppress(DeepnetError):
        assert capture.read_learned(said, journal).text in said
    with suppress(DeepnetError):
        assert capture.read_promise(said, journal, TODAY).text


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "a.", "a@", '@"', "@“", "#", "\\a", "A ", "with ", "a-", "é", "/a"),
        *("@a_", "_", "with A, ", "May and ", "3 ", "w/", "my friend ", "Dr ", "van "),
        *("#family ", "#family x ", "with a of ", "a\u0301", "王", "with 3 friends "),
    ],
)
def test_what_is_pasted_by_the_megabyte_is_read_in_time(piece: str) -> None:
    journal = [Named(1, "Ana Lim"), Named(2, "May A"), Named(3, "王芳")]
    sentence = (piece * 1_000_000)[:1_000_000]
    assert dates.leading_day(sentence, TODAY)[0] is None
    assert len(capture.read(sentence, journal, TODAY).text) >= 500_000
