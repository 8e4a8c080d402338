"""From what was typed after ``deepnet log`` to a stored conversation.

Whatever goes wrong, the words are not lost: they are said back, or kept in a draft.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from deepnet.cli import drafts
from deepnet.cli.ending import say
from deepnet.errors import FileTrouble
from deepnet.errors.calls import NothingOnStdin
from deepnet.journal import log
from deepnet.plain import plain, storable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deepnet.cli.session import Session
    from deepnet.views.conversations import Logged


def enter(
    session: Session, words: Sequence[str], said: log.Said, *, new: bool
) -> Logged:
    """Store the conversation that the words and the flags describe."""
    if not words and not said.people:
        return _interview(session, said, new=new)
    sentence = _sentence(words)
    try:
        return log.log(
            session.write(),
            session.today,
            sentence,
            said,
            choices=session.choices(new=new),
        )
    except FileTrouble:
        say(f"Not stored, your words: {plain(sentence)}")
        raise


def _sentence(words: Sequence[str]) -> str:
    if list(words) != ["-"]:
        return storable(" ".join(words))
    if sys.stdin is None:
        raise NothingOnStdin
    return storable(sys.stdin.buffer.read().decode("utf-8", "replace").strip())


def _interview(session: Session, said: log.Said, *, new: bool) -> Logged:
    from deepnet.cli.asking import interview

    about, whole, agreed = interview(session, said)
    choices = session.choices(new=new, agreed=agreed)
    logged = log.log(session.write(), session.today, about, whole, choices=choices)
    drafts.drop(session.path)
    return logged
