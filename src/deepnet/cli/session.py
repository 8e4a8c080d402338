"""What a command is given: the journal, today, and a way to answer.

The clock is read here and nowhere else; ``DEEPNET_TODAY`` replaces it.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Self, TextIO

from deepnet import private
from deepnet.cli.ending import say
from deepnet.errors.calls import NoTerminal, UnreadableToday
from deepnet.errors.files import Unwritable
from deepnet.settings import journal_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deepnet.cli.passphrases import Asking
    from deepnet.journal.whom import Choices
    from deepnet.store import Store
    from deepnet.store.keys import Key, Keys


class Session:
    """One run of a command; opens the journal when it is first needed."""

    def __init__(
        self,
        db: Path | None,
        environ: Mapping[str, str],
        words: tuple[str, ...] = (),
        passphrase_fd: int | None = None,
    ) -> None:
        self._db = db
        self.environ = environ
        self.words = words
        """The command and its words, as they can be said again on another day."""
        self.in_draft = False
        """Whether these words are what a draft holds."""
        self.by_hand = False
        """Whether they were typed to stdin, where nothing else keeps them."""
        self._passphrase_fd = passphrase_fd
        self._store: Store | None = None
        self._writing = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: object, error: BaseException | None, trace: object
    ) -> None:
        lost = self._writing and not (self._store and self._store.changed)
        self.close()
        if lost and isinstance(error, (Exception, KeyboardInterrupt)):
            from deepnet.cli import unstored

            unstored.rescue(self, error)

    def close(self) -> None:
        """Let go of the journal, if it was opened."""
        if self._store:
            self._store.close()
            self._store = None

    @cached_property
    def path(self) -> Path:
        """Where the journal is, or would be."""
        return journal_path(self._db, self.environ)

    @cached_property
    def asking(self) -> Asking:
        """Whom to ask for the passphrase of an encrypted journal."""
        from deepnet.cli.passphrases import Asking

        return Asking(self, self._passphrase_fd)

    @cached_property
    def keys(self) -> Keys:
        """What opens an encrypted journal; asked for when there is one, and once."""
        from deepnet.store.keys import Keys

        # Nothing of it is loaded before an encrypted file is met.
        return Keys(lambda path: self.asking(path))  # noqa: PLW0108

    def unlock(self) -> None:
        """Open the journal if it is encrypted: before somebody types, not after.

        Raises:
            FileTrouble: the passphrase is not the one, or there is none.
        """
        from deepnet.store.keys import is_sealed

        if self._store is None and is_sealed(self.path):
            self._open(create=False)

    def key(self) -> Key | None:
        """What opens the journal, and is to open what is kept beside it.

        Raises:
            PermissionError: it is encrypted, and was not opened yet.
        """
        from deepnet.store.keys import is_sealed

        if self._store:
            return self._store.key
        if not is_sealed(self.path):
            return None
        known = self.keys.proved(self.path)
        if known is None:
            raise PermissionError(self.path)
        return known

    def read(self) -> Store:
        """The journal to read; an empty one where there is none yet.

        For a script, all of it is of one moment, whoever writes meanwhile. At a
        terminal, where somebody may think about a question for an hour, nobody who
        writes is kept waiting.
        """
        store = self._store or self._open(create=False)
        if not self.at_terminal:
            store.hold()
        return store

    def write(self) -> Store:
        """The journal to write; made if there is none yet."""
        self._writing = True
        if self._store and self._store.path is None:
            self._store.close()
            self._store = None
        return self._store or self._open(create=True)

    def _open(self, *, create: bool) -> Store:
        from deepnet.store import Store

        self._store = Store.open(
            self.path, at=self.moment(), create=create, keys=self.keys
        )
        folder = self.path.parent
        if self._store.made and private.listed_to_others(folder):
            # Said once, when the journal is made; deepnet doctor says it again.
            say(
                f"Everybody on this machine can see what files are in {folder}; "
                f"{private.how_to_hide(folder)}. The journal itself is yours alone."
            )
        return self._store

    def adopt(self, store: Store) -> None:
        """Go on with this journal instead of the user's."""
        self._store = store

    def _fixed(self) -> date | None:
        said = self.environ.get("DEEPNET_TODAY")
        if not said:
            return None
        try:
            return date.fromisoformat(said)
        except ValueError:
            raise UnreadableToday(said) from None

    def moment(self) -> str:
        """The moment for the record of changes, UTC ISO."""
        fixed = self._fixed()
        now = datetime.combine(fixed, time(12)) if fixed else datetime.now(UTC)
        return now.strftime("%Y-%m-%dT%H:%M:%SZ")

    @cached_property
    def now(self) -> datetime:
        """The local wall clock; noon of ``DEEPNET_TODAY`` where that is set."""
        fixed = self._fixed()
        if fixed:
            return datetime.combine(fixed, time(12))
        return datetime.now().astimezone().replace(tzinfo=None)

    @cached_property
    def today(self) -> date:
        """The day of this run, from the hour at which the user's day begins."""
        if self._fixed():
            return self.now.date()
        from deepnet.dates import lived_day
        from deepnet.journal.configuring import day_start

        return lived_day(self.now, day_start(self.read()))

    @property
    def at_terminal(self) -> bool:
        """Whether somebody can be asked."""
        return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)

    def choices(
        self, *, new: bool = False, agreed: frozenset[str] = frozenset()
    ) -> Choices:
        """Who decides what only a person can: the user, or a refusal.

        ``new`` adds whoever is not known; ``agreed`` are names to be added.
        """
        from deepnet.cli.choosing import Adding, Asking
        from deepnet.journal.whom import Choices

        rest = Asking() if self.at_terminal else Choices()
        if new or agreed:
            return Adding(rest, None if new else agreed)
        return rest

    def need_terminal(self, instead: str) -> None:
        """Refuse to ask where nobody can answer; ``instead`` is the flag to use.

        Raises:
            NoTerminal: stdin or stderr is not a terminal.
        """
        if not self.at_terminal:
            raise NoTerminal(instead)

    def show(self, view: object, as_json: bool = False) -> None:
        """Answer with a view, to stdout; its remarks go to stderr."""
        if as_json:
            from deepnet.views import as_json as written

            text = written(view) + "\n"
        else:
            from deepnet.render.terminal import as_text

            text = as_text(view, colour=self._colour())
        self.answer(text)
        for remark in getattr(view, "remarks", ()) if not as_json else ():
            say(remark)

    def save(self, text: str, path: Path) -> None:
        """Write a private file for the user, over an older one.

        Raises:
            NotFound: the folder in which it would be is not there.
            Unwritable: the file can't be written.
        """
        from deepnet.cli.delivery import need_folder_of

        need_folder_of(path)
        try:
            private.write(path, text)
        except OSError as error:
            raise Unwritable(path, error) from None
        say(f"Written to {path}.")

    def answer(self, text: str) -> None:
        """Write to stdout; a reader who has gone away has seen enough."""
        if sys.stdout is None:
            return
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _colour(self) -> bool:
        return _is_terminal(sys.stdout) and not self.environ.get("NO_COLOR")


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is one; a stream that was closed beforehand is None."""
    return stream is not None and stream.isatty()
