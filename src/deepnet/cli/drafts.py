"""Answers that were given but not stored yet, kept beside the journal.

A draft is a small private file; it is written after each answer, so that neither
Ctrl-C nor a closed window loses one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deepnet import private

if TYPE_CHECKING:
    from pathlib import Path

Answers = dict[str, str]


def draft_path(journal: Path) -> Path:
    """Where the draft of a journal is."""
    return journal.with_name(f"{journal.stem}.draft.json")


def keep(journal: Path, answers: Answers) -> bool:
    """Write the answers down, whole or not at all; False if that was impossible."""
    try:
        private.write(draft_path(journal), json.dumps(answers, ensure_ascii=False))
    except OSError:
        return False
    return True


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
