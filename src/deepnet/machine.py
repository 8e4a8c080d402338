"""What this machine knows of a journal before the journal can be opened.

It is kept in the user's own folder for settings, by the journal's path, and nowhere
else: a command that stood beside a journal would be run by whoever opens a journal
that somebody else gave them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deepnet import private

if TYPE_CHECKING:
    from pathlib import Path

FILE = "passphrases.json"
COMMAND, KEYRING = "passphrase-command", "passphrase-keyring"


def path() -> Path:
    """The file of these settings."""
    from platformdirs import user_config_path  # noqa: PLC0415 - for encrypted journals

    return user_config_path("deepnet", appauthor=False) / FILE


def settings(journal: Path) -> dict[str, str]:
    """What is set for a journal; nothing where the file can't be read."""
    found = _all().get(str(journal.resolve()))
    if not isinstance(found, dict):
        return {}
    return {str(key): str(value) for key, value in found.items()}


def change(journal: Path, key: str, value: str) -> None:
    """Set something for a journal; an empty value takes it away.

    Raises:
        OSError: the file can't be written.
    """
    everything = _all()
    now = {**settings(journal), key: value}
    everything[str(journal.resolve())] = {k: v for k, v in now.items() if v}
    kept = {name: each for name, each in everything.items() if each}
    private.write(path(), json.dumps(kept, ensure_ascii=False, indent=2) + "\n")


def _all() -> dict[str, object]:
    try:
        found = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return dict(found) if isinstance(found, dict) else {}
