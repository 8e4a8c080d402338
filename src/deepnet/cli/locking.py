"""The passphrase of a journal: a new one, none any more, and what says it from now on.

It is asked for before anything is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import machine
from deepnet.cli import keyrings, passphrases
from deepnet.errors.calls import NotYes
from deepnet.errors.files import NoJournal, Unwritable
from deepnet.errors.sealing import (
    AlreadyEncrypted,
    EmptyPassphrase,
    EngineMissing,
    ExtraMissing,
    NotEncrypted,
)
from deepnet.journal import configuring, sealing
from deepnet.settings import MACHINE_KEYS
from deepnet.store import Store
from deepnet.store import connection as opening
from deepnet.store.keys import Keys, is_sealed
from deepnet.views.data import SettingSeen, SettingsSeen

if TYPE_CHECKING:
    from deepnet.cli.session import Session
    from deepnet.store.keys import Key
    from deepnet.views.sealing import Decrypted, Encrypted


def encrypt(
    session: Session, *, anew: bool, copies_too: bool, new_fd: int | None
) -> Encrypted:
    """Encrypt the journal, with a passphrase that is asked for.

    Raises:
        Conflict: it is encrypted already, or is not and ``anew`` was said.
        UsageError: the new passphrase is none, or the extra is not installed.
        FileTrouble: it can't be opened or replaced; it is as it was.
    """
    path = session.path
    sealed = is_sealed(path)
    if anew and not sealed:
        raise NotEncrypted(path)
    if sealed and not (anew or copies_too):
        raise AlreadyEncrypted(path)
    _need_engine(session)
    if sealed and not anew:
        store = session.read()
        store.release()
        return sealing.encrypt(store, path, _known(store), copies_too=True)
    if anew:
        # Whoever does not know the old one need not think of another.
        session.write()
    said = _new(session, new_fd) if anew else session.asking.anew()
    store = session.write()
    view = sealing.encrypt(store, path, session.keys.fresh(said), copies_too=copies_too)
    if machine.KEYRING in machine.settings(path):
        keyrings.keep(path, said)
    return view


def _need_engine(session: Session) -> None:
    try:
        opening.engine(session.path)
    except EngineMissing:
        raise ExtraMissing from None


def _known(store: Store) -> Key:
    if store.key is None:
        raise NotEncrypted(store.path)
    return store.key


def _new(session: Session, descriptor: int | None) -> str:
    if descriptor is None:
        said = passphrases.twice()
    else:
        said = passphrases.Asking(session, descriptor).from_descriptor()
    if not said:
        raise EmptyPassphrase
    return said


def decrypt(session: Session) -> Decrypted:
    """Decrypt the journal.

    Raises:
        NotFound: there is none.
        Conflict: it is not encrypted.
        FileTrouble: it can't be opened or replaced; it is as it was.
    """
    if not session.path.is_file():
        raise NoJournal(session.path)
    if not is_sealed(session.path):
        raise NotEncrypted(session.path)
    return sealing.decrypt(session.write(), session.path)


def shown(session: Session, key: str | None) -> SettingsSeen:
    """All settings, or one; those of this machine need no passphrase.

    Raises:
        UsageError: there is no such setting.
    """
    kept = machine.settings(session.path)
    mine = tuple(
        SettingSeen(known.name, kept.get(known.name), known.meaning)
        for known in MACHINE_KEYS
        if key in (None, known.name)
    )
    if key is not None and mine:
        return SettingsSeen(mine)
    return SettingsSeen((*configuring.settings(session.read(), key).settings, *mine))


def is_of_machine(key: str) -> bool:
    """Whether a setting is kept on this machine, and not in the journal."""
    return any(key == known.name for known in MACHINE_KEYS)


def set_up(session: Session, key: str, value: str) -> SettingsSeen:
    """Set what gives the passphrase on this machine, if it opens the journal.

    Raises:
        UsageError: the keyring is to be used, and the extra is not installed.
        FileTrouble: what is to give it does not, or not the right one.
    """
    if key == machine.KEYRING:
        value = _keyring(session, value)
    elif value and is_sealed(session.path):
        said = passphrases.from_command(value)
        keys = Keys(lambda _path: said)
        Store.open(session.path, at=session.moment(), keys=keys).close()
    _keep(session, key, value)
    return shown(session, key)


def _keep(session: Session, key: str, value: str) -> None:
    try:
        machine.change(session.path, key, value)
    except OSError as error:
        raise Unwritable(machine.path(), error) from None


def _keyring(session: Session, value: str) -> str:
    if value.lower() in ("", "no"):
        keyrings.drop(session.path)
        return ""
    if value.lower() != "yes":
        raise NotYes(machine.KEYRING, value)
    if is_sealed(session.path):
        # What the keyring had is no longer asked for: it may be what is wrong.
        _keep(session, machine.KEYRING, "")
        session.read()
        keyrings.keep(session.path, session.asking.given)
    return "yes"
