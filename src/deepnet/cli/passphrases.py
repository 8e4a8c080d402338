"""Where a passphrase comes from: a file descriptor, a command, the keyring, a prompt.

It is never a word of a command line, in the environment, or in what is printed.
"""

from __future__ import annotations

import getpass
import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from deepnet import machine
from deepnet.errors import Interrupted
from deepnet.errors.sealing import (
    EmptyPassphrase,
    NoPassphrase,
    PassphraseNotGiven,
    PassphrasesDiffer,
    PassphraseUnread,
    UnreadableDescriptor,
)
from deepnet.plain import plain

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.cli.session import Session

SECONDS = 120
"""How long a command may take: somebody may have to touch a key, or type a PIN."""

_LONGEST = 4096
_TOOK_LONG = f"it took more than {SECONDS} seconds"
_COMMAND = "The command"
_OPEN_QUOTE = "a quote is not closed"
_PRINTED_NOTHING = "it printed nothing"
_NOT_RUN = "it can't be run"


class Asking:
    """Gives the passphrases of one run, each source once."""

    def __init__(self, session: Session, descriptor: int | None) -> None:
        self._session = session
        self._descriptor = descriptor
        self._read: str | None = None
        self._gave = False
        self.given = ""
        """The passphrase that was given last."""

    def __call__(self, path: Path) -> str | None:
        """A passphrase for a file; None if all that is known was tried.

        Raises:
            NoPassphrase: nobody and nothing can give one.
            PassphraseNotGiven: what was to give it did not.
        """
        said = self._next(path)
        self.given = said or self.given
        return said

    def _next(self, path: Path) -> str | None:
        if not self._gave:
            self._gave = True
            said = self._without_asking()
            if said is not None:
                return said
        elif not can_ask() or self._descriptor is not None:
            return None
        if not can_ask():
            raise NoPassphrase(path)
        return prompt(f"Passphrase of {plain(path.name)}: ")

    def _without_asking(self) -> str | None:
        if self._descriptor is not None:
            return self.from_descriptor()
        known = machine.settings(self._session.path)
        if machine.COMMAND in known:
            return from_command(known[machine.COMMAND])
        if machine.KEYRING in known:
            from deepnet.cli import keyrings

            return keyrings.passphrase(self._session.path)
        return None

    def from_descriptor(self) -> str:
        """The first line of the descriptor that was named, which is read once."""
        if self._read is None and self._descriptor is not None:
            self._read = _first_line(self._descriptor)
        return self._read or ""

    def anew(self) -> str:
        """A passphrase for a file that is to be encrypted.

        Raises:
            UsageError: it is empty, was typed in two ways, or can't be asked for.
            PassphraseNotGiven: what was to give it did not.
        """
        known = machine.settings(self._session.path)
        if self._descriptor is not None:
            said = self.from_descriptor()
        elif machine.COMMAND in known:
            said = from_command(known[machine.COMMAND])
        else:
            said = twice()
        if not said:
            raise EmptyPassphrase
        return said


def can_ask() -> bool:
    """Whether somebody can type a passphrase."""
    return sys.stdin is not None and sys.stdin.isatty()


def prompt(question: str) -> str:
    """Let somebody type a passphrase, which is not shown."""
    try:
        return getpass.getpass(question)
    except EOFError:
        raise Interrupted from None


def twice() -> str:
    """Let somebody type a new passphrase, twice.

    Raises:
        UsageError: there is no terminal, or the two are not the same.
    """
    if not can_ask():
        raise PassphraseUnread
    said = prompt("New passphrase: ")
    if said and prompt("The same again: ") != said:
        raise PassphrasesDiffer
    return said


def _first_line(descriptor: int) -> str:
    """Read a line and not a byte more: what follows on stdin is for others."""
    line = b""
    try:
        while len(line) < _LONGEST and (byte := os.read(descriptor, 1)) not in b"\n":
            line += byte
    except (OSError, OverflowError):
        raise UnreadableDescriptor(descriptor) from None
    return line.decode("utf-8", "replace").rstrip("\r")


def from_command(command: str) -> str:
    """The first line that a command prints; no shell is between.

    Raises:
        PassphraseNotGiven: it can't be run, fails, takes too long or prints nothing.
    """
    words = _words(command)
    what = " ".join((_COMMAND, *words[:1]))
    try:
        done = subprocess.run(  # noqa: S603 - the user's own command
            words,
            stdin=None if can_ask() else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise PassphraseNotGiven(what, _TOOK_LONG) from None
    except (OSError, IndexError, ValueError) as error:
        why = getattr(error, "strerror", None) or _NOT_RUN
        raise PassphraseNotGiven(what, why) from None
    if done.returncode:
        why = f"it ended with exit code {done.returncode}"
        raise PassphraseNotGiven(what, why)
    said = done.stdout.partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
    if not said:
        raise PassphraseNotGiven(what, _PRINTED_NOTHING)
    return said


def _words(command: str) -> list[str]:
    """The command and its words; a Windows path keeps its backslashes."""
    try:
        if os.name == "nt":
            return [word.strip('"') for word in shlex.split(command, posix=False)]
        return shlex.split(command)
    except ValueError:
        raise PassphraseNotGiven(_COMMAND, _OPEN_QUOTE) from None
