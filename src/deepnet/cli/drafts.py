"""Answers that were given but not stored yet, kept beside the journal.

A draft is a small private file; it is written after each answer, so that neither
Ctrl-C nor a closed window loses one.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Answers = dict[str, str]


def draft_path(journal: Path) -> Path:
    """Where the draft of a journal is."""
    return journal.with_name(f"{journal.stem}.draft.json")


def keep(journal: Path, answers: Answers) -> bool:
    """Write the answers down, whole or not at all; False if that was impossible."""
    path = draft_path(journal)
    fresh = path.with_suffix(".new")
    try:
        private_file(fresh, json.dumps(answers, ensure_ascii=False))
        fresh.replace(path)
    except OSError:
        return False
    return True


def private_file(path: Path, text: str) -> None:
    """Write a file that only its owner can read, in a folder like it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(number, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)


def kept(journal: Path) -> Answers:
    """The answers of an unfinished conversation; empty where there is none."""
    try:
        text = draft_path(journal).read_text(encoding="utf-8")
        answers = json.loads(text)
    except (OSError, ValueError):
        return {}
    if not isinstance(answers, dict):
        return {}
    return {str(key): str(value) for key, value in answers.items()}


def drop(journal: Path) -> None:
    """The answers are stored: the draft can go."""
    draft_path(journal).unlink(missing_ok=True)
