"""The system's keyring, for the passphrase of a journal; loaded where it is used."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from deepnet.errors.sealing import ExtraMissing, PassphraseNotGiven

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_SERVICE = "deepnet"
_KEYRING = "The keyring"
_NONE_THERE = "it has none for this journal"


def passphrase(journal: Path) -> str:
    """What the keyring has for a journal.

    Raises:
        PassphraseNotGiven: it has nothing, or can't be asked.
    """
    keyring = _keyring()
    try:
        said = keyring.get_password(_SERVICE, _name(journal))
    except Exception as error:  # noqa: BLE001 - each system's has errors of its own
        raise _closed(error) from None
    if not said:
        raise PassphraseNotGiven(_KEYRING, _NONE_THERE)
    return str(said)


def keep(journal: Path, said: str) -> None:
    """Keep the passphrase of a journal.

    Raises:
        PassphraseNotGiven: there is no keyring, or it can't be written to.
    """
    keyring = _keyring()
    try:
        keyring.set_password(_SERVICE, _name(journal), said)
    except Exception as error:  # noqa: BLE001 - each system's has errors of its own
        raise _closed(error) from None


def drop(journal: Path) -> None:
    """Take the passphrase of a journal out, if it is there."""
    with suppress(Exception):
        keyring = _keyring()
        keyring.delete_password(_SERVICE, _name(journal))


def _name(journal: Path) -> str:
    return str(journal.resolve())


def _keyring() -> ModuleType:
    """The library.

    Raises:
        ExtraMissing: it is not installed.
    """
    try:
        import keyring
    except ImportError:
        raise ExtraMissing from None
    return keyring


def _closed(error: Exception) -> PassphraseNotGiven:
    return PassphraseNotGiven(_KEYRING, type(error).__name__)
