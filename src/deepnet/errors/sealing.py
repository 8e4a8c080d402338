"""Encrypted journals: no engine, no passphrase, or one that does not fit."""

from __future__ import annotations

from deepnet.errors import Conflict, FileTrouble, UsageError, as_said

_INSTALL = 'Install it with: pip install "deepnet[encrypted]"'


class EngineMissing(FileTrouble):
    """An encrypted file, and what reads it is not installed."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is encrypted; that needs an extra that is not installed.",
            _INSTALL,
        )


class ExtraMissing(UsageError):
    """Something of encryption is asked for, and the extra is not installed."""

    def __init__(self) -> None:
        super().__init__("Encryption needs an extra that is not installed.", _INSTALL)


class WrongPassphrase(FileTrouble):
    """A passphrase that opens nothing; or the very beginning of the file is damaged."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"The passphrase does not open {path}.",
            "Try again. If it is the right one, the file is damaged: deepnet restore "
            "lists the backups.",
        )


class NoPassphrase(FileTrouble):
    """An encrypted file, and nobody and nothing to give its passphrase."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is encrypted, and there is no terminal to ask for its "
            "passphrase at.",
            'Say what gives it: deepnet config passphrase-command "pass show deepnet"; '
            "or deepnet --passphrase-fd 3.",
        )


class PassphraseNotGiven(FileTrouble):
    """What was to give the passphrase did not; ``why`` says what happened."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(
            f"{what} gave no passphrase: {why}.",
            "deepnet config says what is asked for it; --passphrase-fd goes before it.",
        )


class UnreadableDescriptor(UsageError):
    """A --passphrase-fd that nothing can be read from."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"There is nothing to read on file descriptor {number}.",
            "As in: deepnet --passphrase-fd 3 who-next 3< FILE",
        )


class EmptyPassphrase(UsageError):
    """No passphrase where a new one was to be."""

    def __init__(self) -> None:
        super().__init__("An empty passphrase keeps nothing.", "Nothing was changed.")


class PassphrasesDiffer(UsageError):
    """A new passphrase that was typed in two ways."""

    def __init__(self) -> None:
        super().__init__("The two are not the same.", "Nothing was changed.")


class PassphraseUnread(UsageError):
    """A new passphrase is needed, and there is nobody to type it."""

    def __init__(self) -> None:
        super().__init__(
            "There is no terminal to type a new passphrase at.",
            "Give it on a file descriptor, as in: "
            "deepnet --passphrase-fd 3 encrypt 3< FILE",
        )


class AlreadyEncrypted(Conflict):
    """A journal that is encrypted already."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is encrypted already.",
            "deepnet encrypt --anew gives it another passphrase; --backups encrypts "
            "the backups.",
        )


class NotEncrypted(Conflict):
    """A journal that is not encrypted."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is not encrypted.", "Nothing was changed.")


class CopyDiffers(FileTrouble):
    """A copy that is not what it was made of; it was thrown away."""

    def __init__(self, path: object, table: str) -> None:
        super().__init__(
            f"The copy of {path} is not the same in {as_said(table)}.",
            "The journal is as it was. Please report it.",
        )


class NothingToSeal(FileTrouble):
    """A plain backup, and no key: the journal that it would replace can't be opened."""

    def __init__(self, path: object, backup: object) -> None:
        super().__init__(
            f"{path} is encrypted and can't be opened; {backup} is not encrypted, and "
            "is not put in its place.",
            "Move the journal away, then go back to the backup, then encrypt it.",
        )
