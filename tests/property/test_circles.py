from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet import capture, circles
from deepnet.errors import DeepnetError
from deepnet.model import Named

TODAY = date(2026, 11, 25)
ANA, BO = Named(1, "Ana Lim"), Named(2, "Bo Khan")
CIRCLES = {"bookclub": (ANA, BO), "work-friends": (BO,), "ü-30": (), "王": (ANA,)}
PIECES = st.sampled_from(
    (
        *("#bookclub", "#Bookclub", "#work-friends", "#work", "#王", "#x", "#x-y", "#"),
        *("\\#bookclub", "＃bookclub", "##bookclub", "a#bookclub", "#family", "#heart"),
        *("with", "and", ",", ".", "Ana", "Bo's", "lunch", "her father is ill", "-"),
    )
)
SENTENCES = st.lists(PIECES, max_size=10).map(" ".join) | st.text(max_size=60)


def read(sentence: str, known: dict[str, tuple[Named, ...]]) -> capture.Draft:
    return capture.read(f"so: {sentence}", [ANA, BO], TODAY, known)


@given(SENTENCES)
def test_to_look_up_what_is_spoken_of_is_enough(sentence: str) -> None:
    spoken = circles.spoken(f"so: {sentence}")
    fewer = {key: CIRCLES[key] for key in spoken if key in CIRCLES}
    assert read(sentence, fewer) == read(sentence, CIRCLES)


@given(SENTENCES)
def test_a_sentence_without_the_sign_is_read_as_ever(sentence: str) -> None:
    plain = sentence.replace("#", "").replace("＃", "")
    assert read(plain, CIRCLES) == read(plain, {})


@given(SENTENCES)
def test_the_words_are_kept(sentence: str) -> None:
    text = read(sentence, CIRCLES).text
    assert text.replace("\\", "") == f"so: {sentence}".replace("\\", "")


@given(st.text(max_size=20))
def test_a_circle_is_found_by_the_spelling_that_is_kept(said: str) -> None:
    with suppress(DeepnetError):
        tag = circles.tidied(said)
        assert circles.tidied(tag) == tag
        assert circles.spoken(f"dinner with #{tag}.") == (tag,)
        draft = read(f"dinner with #{tag}", {tag: (ANA, BO)})
        assert draft.people == (ANA, BO)


@pytest.mark.parametrize("piece", ["#", "#a ", "#a", "#a-", "with #a, ", "with #x, "])
def test_what_is_pasted_by_the_megabyte_is_read_in_time(piece: str) -> None:
    sentence = (piece * 1_000_000)[:1_000_000]
    assert len(circles.spoken(sentence)) <= 2
    assert len(read(sentence, {"a": (ANA, BO)}).text) >= 500_000
