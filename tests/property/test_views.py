"""The laws of a view's JSON: it means what the view holds, as Python would write it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from deepnet.model import Depth, Tier
from deepnet.plain import unseen
from deepnet.views import VERSION, as_json

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
SEEN = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)


class View(NamedTuple):
    """A view with something of everything."""

    from_: Any
    counts: Any


def values(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    single = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        texts,
        st.dates(),
        st.sampled_from((*Depth, *Tier)),
    )
    return st.recursive(
        single,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4).map(tuple),
            st.dictionaries(texts, inner, max_size=4),
            st.builds(View, inner, inner),
        ),
        max_leaves=20,
    )


def meant(value: Any) -> Any:
    """What a value is for whoever reads the JSON."""
    if isinstance(value, (Depth, date)):
        return value.word if isinstance(value, Depth) else value.isoformat()
    if isinstance(value, View):
        return {"from": meant(value.from_), "counts": meant(value.counts)}
    if isinstance(value, tuple):
        return [meant(item) for item in value]
    if isinstance(value, dict):
        return {key: meant(item) for key, item in value.items()}
    return value


@given(values(TEXTS), values(TEXTS))
def test_nothing_is_lost_and_nothing_can_steer_a_terminal(one: Any, other: Any) -> None:
    view = View(one, other)
    text = as_json(view)
    assert json.loads(text) == {"version": VERSION, **meant(view)}
    assert not unseen().search(text.replace("\n", ""))


@given(values(SEEN), values(SEEN))
def test_it_is_set_out_as_pythons_own(one: Any, other: Any) -> None:
    view = View(one, other)
    plain = {"version": VERSION, **meant(view)}
    assert as_json(view) == json.dumps(plain, indent=2, ensure_ascii=False)
