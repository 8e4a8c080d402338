"""Answers that were given but not stored yet, kept beside the journal.

A draft is a small private file; it is written after each answer, so that neither
Ctrl-C nor a closed window loses one. That of an encrypted journal is encrypted.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deepnet.store import beside

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.cli.session import Session

Answers = dict[str, str]


def draft_path(journal: Path) -> Path:
    """Where the draft of a journal is."""
    return journal.with_name(f"{journal.stem}.draft.json")


def keep(session: Session, answers: Answers) -> bool:
    """Write the answers down, whole or not at all; False if that was impossible."""
    try:
        text = json.dumps(answers, ensure_ascii=False)
        beside.write(draft_path(session.path), text, session.key())
    except OSError:
        return False
    return True


def kept(session: Session) -> Answers:
    """The answers of an unfinished conversation; empty where there is none."""
    try:
        answers = json.loads(beside.read(draft_path(session.path), session.key()))
    except (OSError, ValueError):
        return {}
    if not isinstance(answers, dict):
        return {}
    return {str(key): str(value) for key, value in answers.items()}


def drop(journal: Path) -> None:
    """The answers are stored: the draft can go."""
    draft_path(journal).unlink(missing_ok=True)
