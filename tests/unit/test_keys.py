"""What tells an encrypted file from others, and what is never printed of a key."""

from __future__ import annotations

import gzip
import os
import random
from pathlib import Path

import pytest

from deepnet.errors.sealing import NoPassphrase
from deepnet.store.keys import Key, Keys, is_sealed, no_keys

PAGE = 4096
PLAIN_PAGE = b"SQLite format 3\0" + b"who Ana is: her father is ill. " * 20


def file_of(path: Path, *pages: bytes) -> Path:
    path.write_bytes(b"".join(page[:PAGE].ljust(PAGE, b"\0") for page in pages))
    return path


def noise() -> bytes:
    return os.urandom(PAGE)


@pytest.mark.parametrize("pages", [1, 2, 8, 80])
def test_noise_from_end_to_end_is_an_encrypted_file(tmp_path: Path, pages: int) -> None:
    assert is_sealed(file_of(tmp_path / "x", *(noise() for _ in range(pages))))


def test_no_noise_is_mistaken_for_something_else(tmp_path: Path) -> None:
    chance = random.Random(1)
    for _ in range(2000):
        path = file_of(tmp_path / "x", chance.randbytes(PAGE))
        assert is_sealed(path)


@pytest.mark.parametrize("lost", [1, 3])
def test_an_encrypted_file_that_lost_a_few_pages_still_is_one(
    tmp_path: Path, lost: int
) -> None:
    pages = [noise() for _ in range(20)]
    for number in range(lost):
        pages[5 + number] = b""
    assert is_sealed(file_of(tmp_path / "x", *pages))


@pytest.mark.parametrize(
    "first", [b"", PLAIN_PAGE, b"\0" * 16 + PLAIN_PAGE[16:], b"{}" * 2048]
)
def test_a_beginning_that_is_no_noise_is_no_encrypted_file(
    tmp_path: Path, first: bytes
) -> None:
    assert not is_sealed(file_of(tmp_path / "x", first, noise(), noise()))


def test_a_plain_file_whose_beginning_became_noise_is_no_encrypted_one(
    tmp_path: Path,
) -> None:
    assert not is_sealed(file_of(tmp_path / "x", noise(), *[PLAIN_PAGE] * 20))


def test_other_things_are_none(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "short").write_bytes(os.urandom(4095))
    words = " ".join(map(str, range(9000))).encode()
    (tmp_path / "packed").write_bytes(gzip.compress(words)[:2000] + words)
    for path in (*tmp_path.iterdir(), tmp_path, tmp_path / "none"):
        assert not is_sealed(path), path


def test_a_key_is_what_the_published_algorithm_makes_of_a_passphrase() -> None:
    """Worked out outside: ``openssl kdf -keylen 32 -kdfopt digest:SHA512 …``."""
    key = Key("geheim", bytes(range(16)))
    assert key.spelt() == (
        "x'7450daafc7e0945650cfd8213d5144f2b0099270217b218ba80bc760d48432a0"
        "000102030405060708090a0b0c0d0e0f'"
    )


def test_a_key_is_never_shown() -> None:
    key = Key("geheim", bytes(16))
    secret = key.spelt()[2:66]
    for shown in (repr(key), str(key), f"{key}", repr([key]), repr({"key": key})):
        assert secret not in shown
        assert "geheim" not in shown


def test_letters_that_are_typed_in_two_ways_are_one_passphrase() -> None:
    assert Key("Bru\u0308cke", bytes(16)).same(Key("Br\u00fccke", bytes(16)))


def test_who_has_no_passphrase_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoPassphrase):
        next(no_keys().tries(file_of(tmp_path / "x", noise())))


def test_what_was_given_is_tried_first_and_nobody_is_asked_twice(
    tmp_path: Path,
) -> None:
    asked: list[Path] = []
    said = iter(("one", "two", None))

    def ask(path: Path) -> str | None:
        asked.append(path)
        return next(said)

    keys = Keys(ask)
    first, second = (file_of(tmp_path / name, noise()) for name in "ab")
    (key,) = keys.tries(first)
    keys.prove(key)
    assert list(keys.tries(first)) == [key]
    tried = list(keys.tries(second))
    assert [
        one.same(Key(word, second.read_bytes()[:16]))
        for one, word in zip(tried, ("one", "two"), strict=True)
    ] == [True, True]
    assert asked == [first, second]
    assert keys.proved(first) is key
    assert keys.proved(second) is None
