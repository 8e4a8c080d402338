"""From what was typed after ``deepnet log`` to a stored conversation."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from deepnet.cli import drafts, unstored
from deepnet.errors.calls import NothingOnStdin, OnlyRecovered
from deepnet.journal import log
from deepnet.plain import storable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deepnet.cli.session import Session
    from deepnet.views.conversations import Logged


def enter(
    session: Session,
    words: Sequence[str],
    said: log.Said,
    *,
    new: bool,
    as_json: bool,
) -> None:
    """Store the conversation that the words and the flags describe, and answer.

    What could not be stored before is offered: before the questions, or after the
    sentence, which must not wait for anything.
    """
    if not words and not said.people:
        _remind(session, as_json=as_json)
        session.show(_interview(session, said, new=new), as_json)
        return
    sentence = _sentence(session, words)
    choices = session.choices(new=new)
    logged = log.log(session.write(), session.today, sentence, said, choices=choices)
    session.show(logged, as_json)
    _remind(session, as_json=as_json)


def recover(
    session: Session, words: Sequence[str], said: log.Said, *, as_json: bool
) -> None:
    """Store what could not be stored before.

    Raises:
        OnlyRecovered: something new was said, too.
    """
    if words or said != log.Said(they_asked=False):
        raise OnlyRecovered
    from deepnet.cli import recovering

    recovering.store_all(session, as_json=as_json)


def _remind(session: Session, *, as_json: bool) -> None:
    # A command that is said again has no words of its own, and is offered nothing.
    if session.words and unstored.path_of(session.path).exists():
        from deepnet.cli import recovering

        recovering.remind(session, as_json=as_json)


def _sentence(session: Session, words: Sequence[str]) -> str:
    if list(words) != ["-"]:
        return storable(" ".join(words))
    if sys.stdin is None:
        raise NothingOnStdin
    session.unlock()
    sentence = storable(sys.stdin.buffer.read().decode("utf-8", "replace").strip())
    flags = [word for word in session.words if word != "-"]
    session.words = (*flags, "--", sentence)
    session.by_hand = sys.stdin.isatty()
    return sentence


def _interview(session: Session, said: log.Said, *, new: bool) -> Logged:
    from deepnet.cli.asking import interview

    about, whole, agreed = interview(session, said)
    session.words = tuple(_words(about, whole, new=new or bool(agreed)))
    session.in_draft = True
    choices = session.choices(new=new, agreed=agreed)
    logged = log.log(session.write(), session.today, about, whole, choices=choices)
    drafts.drop(session.path)
    return logged


def _words(about: str, said: log.Said, *, new: bool) -> Iterator[str]:
    """The command that says what was answered, without a question."""
    yield "log"
    single = {
        "on": said.on,
        "as": said.setting,
        "minutes": said.minutes,
        "at": said.place,
        "depth": None if said.depth is None else said.depth.word,
        "others": said.others,
    }
    several = {
        "with": said.people,
        "learned": said.learned,
        "promise": said.promises,
    }
    yield from (
        f"--{flag}={value}" for flag, value in single.items() if value is not None
    )
    for flag, values in several.items():
        yield from (f"--{flag}={value}" for value in values)
    yield from ["--they-asked"] * bool(said.they_asked) + ["--new"] * new
    if about:
        yield from ("--", about)
