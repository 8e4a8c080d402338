"""A name as people decorate it, cleaned: degrees, emoji, slogans, call-names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from deepnet import names

_SUFFIX_WORDS = (
    "phd mba msc ma ba bsc md jd llm llb dds dphil esq cpa cfa cfp frm pmp pmi-acp"
    " acp csm cspo psm cissp cisa cism ceh ccna ccie aws itil prince2 rn pe eng ing"
    " dba mfa mph mpa edd psyd meng beng bba shrm-cp shrm-scp sphr phr gphr acca aca"
    " fca fcca cima cipd obe mbe cbe jr sr ii iii iv"
)
_SUFFIXES = frozenset(_SUFFIX_WORDS.split())
_TITLES = (
    "dr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "prof",
    "professor",
    "sir",
    "dipl.-ing",
)


class Cleaned(NamedTuple):
    """A name fit to be shown, and what was found around it."""

    name: str
    aliases: tuple[str, ...]
    suffixes: tuple[str, ...]


def clean(given: str, family: str) -> Cleaned:
    """The name in two cells as LinkedIn has them; never empty if a cell is not."""
    if _is_plain(given) and _is_plain(family):
        return Cleaned(f"{given} {family}", (), ())
    aliases: list[str] = []
    suffixes: list[str] = []
    given = _call_names(_before_slogan(given), aliases)
    family = _call_names(_before_slogan(family), aliases)
    given = _without_titles(given)
    family = _without_suffixes(family, suffixes)
    name = " ".join(filter(None, (_shown(given), _shown(family))))
    raw = names.tidy(f"{given} {family}") or "?"
    return Cleaned(name or raw, tuple(filter(None, aliases)), tuple(suffixes))


def _is_plain(cell: str) -> bool:
    """Whether a cell is one word of letters that can be nothing but a name."""
    return cell.isalpha() and cell.lower() not in _TITLES and not _is_suffix(cell)


def _before_slogan(cell: str) -> str:
    """What stands before a bar, or before a pictograph that words follow."""
    before = cell.partition("|")[0]
    words = re.split(_pictographs(), before)
    return words[0] if words[0].strip() else " ".join(words)


@cache
def _pictographs() -> str:
    return (
        "[\u2190-\u2bff\u3000-\u303f\ufe0f\U0001f000-\U0001faff"
        "\u200d\U000e0000-\U000e007f]+"
    )


_MARKS = "[\u00a9\u00ae\u2122]"


def _call_names(cell: str, aliases: list[str]) -> str:
    """Take a call-name out of brackets or double quotes."""
    found = re.findall(r"[(\[]([^)\]]*)[)\]]|[\"“”„]([^\"“”„]*)[\"“”„]", cell)
    aliases.extend(
        names.tidy(one or other) for one, other in found if _is_call_name(one or other)
    )
    return re.sub(r"[(\[][^)\]]*[)\]]|[\"“”„][^\"“”„]*[\"“”„]", " ", cell)


def _is_call_name(words: str) -> bool:
    """A word or two that begin like names; "he/him" and slogans don't."""
    parts = words.split()
    return (
        len(parts) in (1, 2)
        and "/" not in words
        and not any(part[0].islower() for part in parts)
    )


def _without_titles(given: str) -> str:
    words = given.split()
    while len(words) > 1 and words[0].rstrip(".").lower() in _TITLES:
        words.pop(0)
    return " ".join(words)


def _without_suffixes(family: str, suffixes: list[str]) -> str:
    """Take degrees and certificates off the end; what is left may be all of it."""
    marked = re.sub(_MARKS, " ", re.sub(_pictographs(), " ", family))
    words = marked.replace(",", " , ").split()
    taken: list[str] = []
    while words and (words[-1] in _BETWEEN or _is_suffix(words[-1])):
        word = words.pop()
        if word not in _BETWEEN:
            taken.insert(0, word.strip("."))
    if not words and taken and not suffixes:
        return " ".join(taken)
    suffixes.extend(taken)
    return " ".join(words).replace(" ,", ",")


_BETWEEN = (",", ".", "-", "–")


def _is_suffix(word: str) -> bool:
    """A known degree or certificate, written as one: not "Ma" or "Ing"."""
    plain = word.replace(".", "")
    known = plain.lower() in _SUFFIXES
    return known and (plain.isupper() or not plain.istitle() or "." in word)


def _shown(part: str) -> str:
    """A part without what can't be a name: pictographs and trademark signs."""
    text = re.sub(_MARKS, " ", re.sub(_pictographs(), " ", part))
    kept = "".join(c for c in text if unicodedata.category(c) not in ("So", "Sk", "Cf"))
    return names.tidy(kept).strip(" ,;-–·")
