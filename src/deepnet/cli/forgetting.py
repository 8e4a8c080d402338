"""What ``deepnet forget`` asks before it erases anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet.cli.choosing import agree
from deepnet.cli.ending import say
from deepnet.errors.merging import NobodyToForget, SweepsAll
from deepnet.journal import forgetting, whom
from deepnet.plain import plain

if TYPE_CHECKING:
    from deepnet.cli.session import Session
    from deepnet.views.merging import Forgotten, Swept


class Wanted(NamedTuple):
    """What the flags say; None is what they don't say."""

    name: str | None
    replace: bool | None
    copies: bool | None
    dry_run: bool
    yes: bool


def sweep(session: Session, wanted: Wanted) -> Swept:
    """Only write the file anew.

    Raises:
        UsageError: somebody is named.
    """
    if wanted.name:
        raise SweepsAll
    return forgetting.sweep(session.read())


def forget(session: Session, wanted: Wanted) -> Forgotten | None:
    """Say what will go, ask, and erase; None where the answer was no.

    Raises:
        UsageError: nobody is named, or there is no terminal to ask at.
    """
    if not wanted.name or not wanted.name.strip():
        raise NobodyToForget
    if not (wanted.yes or wanted.dry_run):
        session.need_terminal("say --yes (--dry-run says first what would go)")
    store = session.read()
    person = whom.look_up(store, wanted.name, choices=session.choices())
    if wanted.dry_run or not wanted.yes:
        replace = wanted.replace is not False
        view = forgetting.forget(store, person, replace=replace, rehearse=True)
        if wanted.dry_run:
            return view
        session.show(view)
        wanted = _asked(wanted, view)
    if not wanted.yes:
        say("Nobody is forgotten; nothing was changed.")
        return None
    return forgetting.forget(
        store,
        person,
        replace=wanted.replace is not False,
        copies_too=bool(wanted.copies),
    )


def _asked(wanted: Wanted, view: Forgotten) -> Wanted:
    """What the flags left open, and whether to do it at all."""
    replace, copies = wanted.replace, wanted.copies
    if replace is None and view.texts:
        replace = agree("Put “somebody” for the name in texts about others?")
    if copies is None and view.copies:
        copies = _says_yes("Erase those copies of the journal, too?")
    name = plain(view.person.name)
    yes = _says_yes(f"Erase {name} for good?")
    return wanted._replace(replace=replace, copies=copies, yes=yes)


def _says_yes(question: str) -> bool:
    """Ask a question that Enter answers with no."""
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
