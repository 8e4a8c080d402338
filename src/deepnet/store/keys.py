"""Which files are encrypted, and the keys that open them.

The engine is not loaded here: for a plain file all this costs is a look at its first
bytes. A file is what SQLCipher 4 makes of a passphrase, so that other programs that
read such files open it with the same one.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from deepnet.errors.sealing import NoPassphrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLAIN = b"SQLite format 3\0"
"""What a plain file begins with; an encrypted one begins with its salt."""

SALT = 16
"""How many bytes of salt an encrypted file begins with."""

_PAGE = 4096
_ROUNDS = 256_000
_SAMPLES = 7
# In 4,096 bytes of noise each value is there some 16 times. That one is there 64 times
# has a chance of less than 1e-15; in a page of SQLite's zero is, and in any text "e".
_MOST_OF_ONE = 64


class Key:
    """What opens a file with that salt; never shown, whoever prints it."""

    __slots__ = ("_secret", "salt")

    def __init__(self, passphrase: str, salt: bytes) -> None:
        self.salt = salt
        import hashlib  # noqa: PLC0415 - for encrypted files, as is the next
        import unicodedata  # noqa: PLC0415

        said = unicodedata.normalize("NFC", passphrase).encode()
        self._secret = hashlib.pbkdf2_hmac("sha512", said, salt, _ROUNDS, 32)

    def spelt(self) -> str:
        """The key as the engine takes it, in hexadecimal; the salt goes with it."""
        return f"x'{self._secret.hex()}{self.salt.hex()}'"

    def same(self, other: Key) -> bool:
        """Whether both open the same files."""
        return self.spelt() == other.spelt()

    def __repr__(self) -> str:
        return "Key(…)"


class Keys:
    """The keys of one run, worked out from passphrases that are asked for if needed.

    ``ask`` is told for which file, and gives a passphrase, or None where it has none
    other than those it gave before. Working out a key takes a tenth of a second, on
    purpose, and is done once a salt.
    """

    def __init__(self, ask: Callable[[Path], str | None]) -> None:
        self._ask = ask
        self._passphrases: list[str] = []
        self._derived: dict[tuple[str, bytes], Key] = {}
        self._proved: dict[bytes, Key] = {}

    def tries(self, path: Path) -> Iterator[Key]:
        """The keys that may open a file, the likeliest first, the last one asked for.

        Raises:
            FileTrouble: nobody and nothing can give a passphrase.
        """
        with path.open("rb") as file:
            salt = file.read(SALT)
        if salt in self._proved:
            yield self._proved[salt]
            return
        for passphrase in tuple(self._passphrases):
            yield self._derive(passphrase, salt)
        said = self._ask(path)
        if said is not None and said not in self._passphrases:
            self._passphrases.append(said)
            yield self._derive(said, salt)

    def _derive(self, passphrase: str, salt: bytes) -> Key:
        if (passphrase, salt) not in self._derived:
            self._derived[passphrase, salt] = Key(passphrase, salt)
        return self._derived[passphrase, salt]

    def prove(self, key: Key) -> None:
        """Remember that a key opened a file with its salt."""
        self._proved[key.salt] = key

    def proved(self, path: Path) -> Key | None:
        """The key that has opened this file, or a copy of it, before."""
        with path.open("rb") as file:
            return self._proved.get(file.read(SALT))

    def fresh(self, passphrase: str) -> Key:
        """A key for a file that is to be; no other has its salt."""
        key = Key(passphrase, os.urandom(SALT))
        self._passphrases.insert(0, passphrase)
        self.prove(key)
        return key


def no_keys() -> Keys:
    """For whoever has no passphrase and can ask for none."""
    return Keys(_refuse)


def _refuse(path: Path) -> str | None:
    raise NoPassphrase(path)


def is_plain(path: Path) -> bool:
    """Whether a file begins as a plain one.

    Raises:
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        return file.read(len(PLAIN)) == PLAIN


def is_sealed(path: Path) -> bool:
    """Whether a file is an encrypted one, by what is in it.

    Its first page is noise, and so are most others. A plain file that lost its first
    page to noise has pages that are not; a file of another program has a beginning.
    """
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(SALT)
            if len(head) < SALT or head == PLAIN:
                return False
            if not _is_noise(head + file.read(_PAGE - SALT)):
                return False
            pages = file.seek(0, os.SEEK_END) // _PAGE
            noise = [_page(file, at) for at in _spread(pages)]
    except OSError:
        return False
    return sum(map(_is_noise, noise)) * 2 >= len(noise)


def _spread(pages: int) -> list[int]:
    """Some pages of a file beside its first one."""
    step = max((pages - 1) // _SAMPLES, 1)
    return list(range(1, pages, step))[:_SAMPLES]


def _page(file: BinaryIO, at: int) -> bytes:
    file.seek(at * _PAGE)
    return file.read(_PAGE)


def _is_noise(page: bytes) -> bool:
    return len(page) == _PAGE and max(map(page.count, set(page))) < _MOST_OF_ONE
