"""Names from their parts, names where there is none, and labels that are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deepnet import names
from deepnet.plain import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def is_family_first(name: str) -> bool:
    """Whether a name is written in Han, kana or Hangul, where the family leads."""
    return bool(name) and all(
        "\u3040" <= c <= "\u30ff"
        or "\u3400" <= c <= "\u9fff"
        or "\uac00" <= c <= "\ud7af"
        or c in " 々・"
        for c in name
    )


def put_together(given: str, middle: str, family: str) -> str:
    """A name from its parts, as its script has it."""
    parts = [names.tidy(part) for part in (given, middle, family)]
    if is_family_first("".join(parts)):
        parts = [parts[2], parts[0], parts[1]]
    return " ".join(filter(None, parts))


def mailbox_name(address: str) -> str:
    """What stands before the @, for somebody of whom there is only an address."""
    return names.tidy(address.partition("@")[0]) or address.strip()


def mailbox(said: str) -> str:
    """An email as it is written, without ``mailto:``; "" for what is none."""
    bare = re.sub(r"^mailto:", "", said.strip(), flags=re.IGNORECASE)
    return bare if "@" in bare.strip("@") and not bare.startswith("/") else ""


def labels(groups: Iterable[str]) -> tuple[str, ...]:
    """The groups that the user made: not the address book's own, starred or not."""
    found = map(str.strip, groups)
    return tuple(
        dict.fromkeys(
            label for label in found if label and not _built_in().match(label)
        )
    )


def _built_in() -> re.Pattern[str]:
    return re.compile(r"\*|my ?contacts$|imported (?:on )?|starred$", re.IGNORECASE)


def organisations_left(companies: Sequence[str]) -> Iterator[str]:
    """A sentence on what was left out as a company, if anything was."""
    if companies:
        some = [*companies[:10], *(["others"] if companies[10:] else [])]
        yield f"Left out, since they are companies: {listed(some)}."
