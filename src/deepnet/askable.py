"""The texts of questions, and the files that they come in.

They are data: ``data/questions.json`` and ``data/follow-ups.json``, and files of the
user's own in the same form, an object of facets, of depth words, of lists of texts.
Which one to ask is not its business.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from deepnet.errors.files import UnreadableQuestions
from deepnet.model import Depth, Facet
from deepnet.plain import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Texts = Mapping[Depth, Sequence[str]]
    Questions = Mapping[Facet, Texts]
    FollowUps = Mapping[Facet | None, Texts]

_Side = TypeVar("_Side")

QUESTIONS = Path(__file__).with_name("data") / "questions.json"
FOLLOW_UPS = QUESTIONS.with_name("follow-ups.json")

_DEPTHS = {depth.word: depth for depth in Depth}
_FACETS = {facet.value: facet for facet in Facet}
_FACETS_OR_ANY = {**_FACETS, "any": None}


class Askable(NamedTuple):
    """All that can be asked: about a side of somebody, and back to a fact."""

    questions: Questions
    follow_ups: FollowUps


def questions(path: Path = QUESTIONS) -> Questions:
    """Read texts about a side of somebody.

    Raises:
        UnreadableQuestions: ``path`` can't be read, or does not have that form.
    """
    return _read(path, _FACETS)


def follow_ups(path: Path = FOLLOW_UPS) -> FollowUps:
    """Read texts that go back to a fact.

    Those under "any" fit a fact of whatever side; their facet is None.

    Raises:
        UnreadableQuestions: ``path`` can't be read, or does not have that form.
    """
    return _read(path, _FACETS_OR_ANY)


def joined(
    some: Mapping[_Side, Texts], more: Mapping[_Side, Texts]
) -> dict[_Side, Texts]:
    """The texts of both, each once."""
    both: dict[_Side, Texts] = dict(some)
    for side, depths in more.items():
        old = both.get(side, {})
        both[side] = {
            depth: tuple(dict.fromkeys((*old.get(depth, ()), *depths.get(depth, ()))))
            for depth in {**old, **depths}
        }
    return both


def _read(path: Path, sides: Mapping[str, _Side]) -> dict[_Side, Texts]:
    read = _parsed(path)
    if not isinstance(read, dict):
        raise UnreadableQuestions(path, "it is no object of facets")
    return {
        _one_of(sides, word, path, "facet"): _texts(depths, word, path)
        for word, depths in read.items()
    }


def _parsed(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableQuestions(path, f"{error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UnreadableQuestions(path, "it is not in UTF-8") from None
    except json.JSONDecodeError as error:
        what = f"line {error.lineno} is no JSON ({error.msg})"
        raise UnreadableQuestions(path, what) from None
    except (ValueError, RecursionError):
        raise UnreadableQuestions(path, "it is no JSON") from None


def _texts(depths: object, side: str, path: Path) -> Texts:
    if not isinstance(depths, dict):
        raise UnreadableQuestions(path, f"under {side} there is no object of depths")
    return {
        _one_of(_DEPTHS, word, path, "depth"): _list(texts, f"{side}, {word}", path)
        for word, texts in depths.items()
    }


def _one_of(known: Mapping[str, _Side], word: str, path: Path, what: str) -> _Side:
    if word not in known:
        raise UnreadableQuestions(path, f"“{plain(word)}” is no {what}")
    return known[word]


def _list(texts: object, where: str, path: Path) -> tuple[str, ...]:
    if not isinstance(texts, list):
        raise UnreadableQuestions(path, f"under {where} there is no list")
    plains = [plain(text) if isinstance(text, str) else "" for text in texts]
    if not all(plains):
        raise UnreadableQuestions(path, f"under {where} not everything is a text")
    return tuple(plains)
