"""What can be asked: the packaged texts, and the user's own beside the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import askable
from deepnet.askable import Askable

if TYPE_CHECKING:
    from pathlib import Path

    from deepnet.askable import FollowUps, Questions
    from deepnet.store import Store


def everything(store: Store) -> Askable:
    """All texts.

    Raises:
        UnreadableQuestions: a file of the user's own can't be read.
    """
    return Askable(questions(store), _follow_ups(store))


def questions(store: Store) -> Questions:
    """The texts about a side of somebody; raises like ``everything``."""
    own = _beside(store.path, askable.QUESTIONS)
    packaged = askable.questions()
    return askable.joined(packaged, askable.questions(own)) if own else packaged


def _follow_ups(store: Store) -> FollowUps:
    own = _beside(store.path, askable.FOLLOW_UPS)
    packaged = askable.follow_ups()
    return askable.joined(packaged, askable.follow_ups(own)) if own else packaged


def own_files(journal: Path) -> tuple[Path, ...]:
    """The files of the user's own that are there."""
    files = (_beside(journal, askable.QUESTIONS), _beside(journal, askable.FOLLOW_UPS))
    return tuple(filter(None, files))


def _beside(journal: Path | None, packaged: Path) -> Path | None:
    """The file in the journal's folder that is named like the packaged one, if any."""
    path = journal.with_name(packaged.name) if journal else None
    return path if path and path.exists() else None
