"""The bare ``deepnet log``: a handful of questions, each answered with Enter.

Each answer is checked when it is given and kept in a draft until the conversation is
stored.
"""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

import typer

from deepnet import capture, circles
from deepnet.cli import drafts
from deepnet.cli.clock import likely_setting
from deepnet.cli.completing import completing_names
from deepnet.errors import DeepnetError, Interrupted, KeptDraft, NotFound
from deepnet.errors.calls import UnknownDepth, UnknownSetting
from deepnet.errors.people import NobodyNamed
from deepnet.journal import whom
from deepnet.journal.log import Said
from deepnet.model import Depth, Facet, Setting
from deepnet.plain import plain, storable

if TYPE_CHECKING:
    from collections.abc import Callable

    from deepnet.cli.session import Session

_WIDTH = 79
_DEPTHS = "0 small talk, 1 shop talk, 2 opinions, 3 personal, 4 heart"


class Interview:
    """One conversation, asked for question by question."""

    def __init__(self, session: Session, said: Said) -> None:
        self.session = session
        self.said = said
        self.answers = drafts.kept(session)
        self.agreed: set[str] = set()
        if self.answers:
            typer.echo("Going on with what you began; Enter keeps each answer.")

    def ask(
        self, key: str, question: str, default: str, check: Callable[[str], object]
    ) -> str:
        """Ask until the answer can be read; Enter takes the default."""
        default = self.answers.get(key, default)
        # A prompt longer than the line is a trouble to every line editor.
        typer.echo(fill(question, _WIDTH, subsequent_indent="  "))
        shown = f"[{plain(default)}] " if default else ""
        while True:
            answer = storable(input(f"  {shown}> ").strip()) or default
            try:
                check(answer)
            except DeepnetError as error:
                typer.echo(plain(error.message))
                if error.hint:
                    typer.echo(plain(error.hint))
                continue
            self._keep(key, answer)
            return answer

    def _keep(self, key: str, answer: str) -> None:
        self.answers[key] = answer
        drafts.keep(self.session, self.answers)


def interview(session: Session, said: Said) -> tuple[str, Said, frozenset[str]]:
    """Ask for all that the flags have not said: the words, and what goes with them."""
    session.need_terminal('say it in a sentence, as in: deepnet log "lunch with Ana"')
    # A file that can't be opened is said before anything was typed.
    session.read()
    talk = Interview(session, said)
    try:
        return _asked(talk, said)
    except (KeyboardInterrupt, EOFError):
        typer.echo("")
        if not talk.answers:
            raise Interrupted from None
        raise KeptDraft(drafts.draft_path(session.path)) from None


def _asked(talk: Interview, said: Said) -> tuple[str, Said, frozenset[str]]:
    with completing_names(talk.session):
        people = said.people or _who(talk)
    setting = said.setting or _setting(talk)
    about = talk.ask("about", "What about?", "", _anything)
    depth = said.depth if said.depth is not None else _depth(talk)
    learned = said.learned or _learned(talk)
    promises = said.promises or _promised(talk)
    whole = Said(
        people=people,
        without=said.without,
        on=said.on,
        setting=setting,
        minutes=said.minutes,
        place=said.place,
        depth=depth,
        learned=learned,
        promises=promises,
        they_promised=said.they_promised,
        others=said.others,
        they_asked=said.they_asked,
    )
    return about, whole, frozenset(talk.agreed)


def _anything(answer: str) -> None:
    del answer


def _who(talk: Interview) -> tuple[str, ...]:
    """Names with commas between; each is looked up at once, and asked about."""
    met: list[str] = []

    def check(answer: str) -> None:
        met[:] = [word for name in capture.listed(answer) for word in _met(talk, name)]
        if not met:
            raise NobodyNamed

    talk.ask("who", "Who was there? Names, with commas.", "", check)
    return tuple(met)


def _met(talk: Interview, name: str) -> list[str]:
    """How the journal will find whom ``name`` means: @id, or a new name agreed on."""
    choices = talk.session.choices()
    store = talk.session.read()
    try:
        found = whom.look_up_all(store, name, choices=choices)
        return [f"@{person.id}" for person in found]
    except NotFound as problem:
        if circles.is_marked(name):
            raise
        if name not in talk.agreed and not choices.is_new(name, problem):
            raise NobodyNamed from None
    talk.agreed.add(name)
    return [name]


def _setting(talk: Interview) -> Setting | None:
    words = ", ".join(Setting)

    def check(answer: str) -> None:
        if answer.lower() not in tuple(Setting):
            raise UnknownSetting(answer, words)

    likely = likely_setting(talk.session.now)
    answer = talk.ask("setting", f"How? {words}", likely, check).lower()
    return Setting(answer)


def _depth(talk: Interview) -> Depth | None:
    def check(answer: str) -> None:
        if answer not in ("", *"01234"):
            raise UnknownDepth(answer, _DEPTHS)

    answer = talk.ask("depth", f"How deep? {_DEPTHS}", "", check)
    return Depth(int(answer)) if answer else None


def _learned(talk: Interview) -> tuple[str, ...]:
    def check(answer: str) -> None:
        if answer:
            capture.read_learned(answer, ())

    facets = ", ".join(list(Facet)[1:])
    answer = talk.ask(
        "learned",
        f"What did you learn? As in family: two sisters; or {facets}",
        "",
        check,
    )
    return (answer,) if answer else ()


def _promised(talk: Interview) -> tuple[str, ...]:
    answer = talk.ask(
        "promise", "Promised anything? As in: send the book by friday", "", _anything
    )
    return (answer,) if answer else ()
