"""The passphrase in the system's keyring: a backend of the real library, in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.test_encrypted import ok
from conftest import Command
from sealing import PASSPHRASE, found_in, teller

pytest.importorskip("sqlcipher3", reason="needs deepnet[encrypted]")
pytest.importorskip("keyring", reason="needs deepnet[encrypted]")

BACKEND = """
import json, os, pathlib
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

class Ring(KeyringBackend):
    priority = 9
    path = pathlib.Path(os.environ["RING"])

    def _all(self):
        if self.path.is_dir():
            raise KeyringError("locked")
        return json.loads(self.path.read_text()) if self.path.exists() else {}

    def get_password(self, service, username):
        return self._all().get(f"{service} {username}")

    def set_password(self, service, username, password):
        kept = {**self._all(), f"{service} {username}": password}
        self.path.write_text(json.dumps(kept))

    def delete_password(self, service, username):
        kept = self._all()
        if kept.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError("none")
        self.path.write_text(json.dumps(kept))
"""


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    """The file that the keyring is in."""
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "ring.py").write_text(BACKEND, encoding="utf-8")
    return tmp_path / "ring.json"


@pytest.fixture
def with_ring(ring: Path) -> dict[str, str]:
    """The environment in which the library uses it."""
    return {
        "PYTHONPATH": str(ring.with_name("library")),
        "PYTHON_KEYRING_BACKEND": "ring.Ring",
        "RING": str(ring),
    }


def test_it_is_asked_for_once_and_kept_there(
    deepnet: Command, home: Path, ring: Path, with_ring: dict[str, str]
) -> None:
    deepnet("log", "lunch with Ana", "--new")
    said = f"{PASSPHRASE}\n"
    ok(deepnet("--passphrase-fd", "0", "encrypt", stdin=said))
    assert deepnet("people", **with_ring).code == 6
    done = deepnet(
        *("--passphrase-fd", "0", "config", "passphrase-keyring", "yes"),
        stdin=said,
        **with_ring,
    )
    assert "passphrase-keyring: yes" in ok(done).out
    kept = {f"deepnet {home.resolve() / 'journal.db'}": PASSPHRASE}
    assert json.loads(ring.read_text(encoding="utf-8")) == kept
    assert ok(deepnet("people", "--json", **with_ring)).json["people"]
    assert found_in(home, [PASSPHRASE]) == []
    ok(deepnet("config", "passphrase-keyring", "", **with_ring))
    assert json.loads(ring.read_text(encoding="utf-8")) == {}
    assert deepnet("people", **with_ring).code == 6


def test_another_passphrase_is_put_in_its_place(
    deepnet: Command, ring: Path, with_ring: dict[str, str]
) -> None:
    ok(deepnet("config", "passphrase-keyring", "yes", **with_ring))
    first, second = f"{PASSPHRASE}\n", "second\n"
    ok(deepnet("--passphrase-fd", "0", "encrypt", stdin=first, **with_ring))
    assert list(json.loads(ring.read_text(encoding="utf-8")).values()) == [PASSPHRASE]
    ok(deepnet("people", **with_ring))
    anew = ("encrypt", "--anew", "--new-passphrase-fd", "0")
    ok(deepnet(*anew, stdin=second, **with_ring))
    assert list(json.loads(ring.read_text(encoding="utf-8")).values()) == ["second"]
    ok(deepnet("people", **with_ring))


def test_a_keyring_that_gives_nothing_is_a_sentence(
    deepnet: Command, ring: Path, with_ring: dict[str, str]
) -> None:
    ok(deepnet("config", "passphrase-keyring", "yes", **with_ring))
    ok(deepnet("--passphrase-fd", "0", "encrypt", stdin="x\n", **with_ring))
    ring.unlink()
    gone = deepnet("people", **with_ring)
    assert (gone.code, "none for this journal" in gone.err) == (6, True)
    ring.mkdir()
    locked = deepnet("--debug", "people", **with_ring)
    assert (locked.code, "The keyring gave no passphrase" in locked.err) == (6, True)
    assert "Traceback" not in locked.err
    ring.rmdir()
    again = ("--passphrase-fd", "0", "config", "passphrase-keyring", "yes")
    ok(deepnet(*again, stdin="x\n", **with_ring))
    ok(deepnet("people", **with_ring))
    no = deepnet("config", "passphrase-keyring", "perhaps", **with_ring)
    assert no.code == 2


def test_a_command_goes_before_it(
    deepnet: Command, ring: Path, with_ring: dict[str, str], tmp_path: Path
) -> None:
    ok(deepnet("config", "passphrase-keyring", "yes", **with_ring))
    ok(deepnet("config", "passphrase-command", teller(tmp_path), **with_ring))
    ok(deepnet("encrypt", **with_ring))
    ring.write_text("{}", encoding="utf-8")
    ok(deepnet("people", **with_ring))
