"""A page that can be shown to others: initials for names, and nobody's own words.

Who is meant by initials is known to those who know them anyway; what was said, learnt
or promised would tell them more, and may name somebody in the middle of a sentence. So
every text that the user wrote is left out, and so are the reason and the question of
each pick, which may be the user's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.folding import is_unspaced
from deepnet.model import PersonRef
from deepnet.plain import plain
from deepnet.views.month import PromisesSeen

if TYPE_CHECKING:
    from deepnet.views.agenda import PickSeen
    from deepnet.views.conversations import PromiseSeen
    from deepnet.views.month import Lunches, Report
    from deepnet.views.page import Page
    from deepnet.views.together import Together
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


def veiled(view: Page) -> Page:
    """The page with initials, and without what the user wrote."""
    return view._replace(
        report=_report(view.report),
        together=_together(view.together),
        picks=tuple(map(_pick, view.picks)),
        veiled=True,
    )


def _pick(one: PickSeen) -> PickSeen:
    question = one.question._replace(text="")
    return one._replace(
        person=_person(one.person), why=(), question=question, last=None
    )


def _person(person: PersonRef) -> PersonRef:
    return PersonRef(person.id, initials(person.name))


def _report(view: Report | Year) -> Report | Year:
    return view._replace(
        moved=tuple(
            one._replace(person=_person(one.person), text="") for one in view.moved
        ),
        lunches=_lunches(view.lunches),
        learnt=tuple(
            one._replace(person=_person(one.person), text="") for one in view.learnt
        ),
        thanks=_owed(view.thanks),
        promises=PromisesSeen(*map(_owed, view.promises)),
        let_go=tuple(map(_person, view.let_go)),
    )


def _lunches(view: Lunches) -> Lunches:
    return view._replace(
        people=tuple(one._replace(person=_person(one.person)) for one in view.people)
    )


def _owed(promises: tuple[PromiseSeen, ...]) -> tuple[PromiseSeen, ...]:
    return tuple(one._replace(person=_person(one.person), text="") for one in promises)


def _together(view: Together) -> Together:
    return view._replace(
        people=tuple(one._replace(person=_person(one.person)) for one in view.people)
    )
