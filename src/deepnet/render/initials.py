"""A page that can be shown to others: initials for names, and nobody's own words.

Who is meant by initials is known to those who know them anyway; what was said, learnt
or promised would tell them more, and may name somebody in the middle of a sentence. So
every text that the user wrote is left out, and so are the reason and the question of
each pick, which may be the user's own.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, cast

from deepnet.folding import is_unspaced
from deepnet.model import PersonRef
from deepnet.plain import plain
from deepnet.views.month import PromisesSeen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deepnet.views.agenda import PickSeen
    from deepnet.views.conversations import PromiseSeen
    from deepnet.views.month import Report
    from deepnet.views.page import Page
    from deepnet.views.year import Year

_NOBODY = "…"


def initials(name: str) -> str:
    """The first letters of the first and the last word: "AR" for Ana María Ruiz.

    Of a name in a script without spaces, its first character only, since the next one
    may be all of a word; and no letter at all of a name that has no other.
    """
    words = [letters for word in plain(name).split() if (letters := _letters(word))]
    if sum(map(len, words)) < len("ab"):
        return _NOBODY
    if is_unspaced(words[0]):
        return words[0][0]
    ends = dict.fromkeys((words[0], words[-1]))
    return "".join(word[0].upper()[0] for word in ends)


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word))


def labels(people: Iterable[PersonRef]) -> dict[int, str]:
    """What each of these people is called, by their number; no two are called the same.

    Whose initials somebody with a lower number has already gets one behind them: "KV"
    and "KV2".
    """
    bare = {one.id: initials(one.name) for one in sorted(people)}
    taken, called = set(bare.values()), dict[int, str]()
    given = set[str]()
    for number, label in bare.items():
        if label in given:
            numbered = (f"{label}{again}" for again in count(2))
            label = next(one for one in numbered if one not in taken)  # noqa: PLW2901
        taken.add(label)
        given.add(label)
        called[number] = label
    return called


def veiled(view: Page) -> Page:
    """The page with initials, and without what the user wrote.

    Whoever is on it is called the same wherever they are, and like nobody else there.
    """
    shown = view._replace(
        report=_wordless(view.report),
        picks=tuple(map(_pick, view.picks)),
        veiled=True,
    )
    return cast("Page", _renamed(shown, labels(_everybody(shown))))


def _everybody(value: object) -> Iterator[PersonRef]:
    """All people in a view, however deep in it."""
    if isinstance(value, PersonRef):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _everybody(part)


def _renamed(value: object, called: Mapping[int, str]) -> object:
    """A view in which each person has their new name; nobody can be left out."""
    if isinstance(value, PersonRef):
        return PersonRef(value.id, called[value.id])
    if not isinstance(value, tuple):
        return value
    anew = getattr(value, "_make", tuple)
    return anew(_renamed(part, called) for part in value)


def _pick(one: PickSeen) -> PickSeen:
    return one._replace(why=(), question=one.question._replace(text=""), last=None)


def _wordless(view: Report | Year) -> Report | Year:
    return view._replace(
        moved=tuple(one._replace(text="") for one in view.moved),
        learnt=tuple(one._replace(text="") for one in view.learnt),
        thanks=_owed(view.thanks),
        promises=PromisesSeen(*map(_owed, view.promises)),
    )


def _owed(promises: tuple[PromiseSeen, ...]) -> tuple[PromiseSeen, ...]:
    return tuple(one._replace(text="") for one in promises)
