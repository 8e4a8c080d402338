"""Messages as days: with whom somebody wrote on which day, and the words if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet.model import Setting
from deepnet.records import Encounter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from deepnet.records import Record


class Line(NamedTuple):
    """One message: its day, whose words they are, and for whom the day counts.

    ``with_whom`` are the people with whom the day is a conversation: of a talk of two
    the other, whoever wrote; of a group those who wrote something.
    """

    day: date
    author: str
    text: str
    with_whom: tuple[Record, ...]
    where: str


def encounters(
    source: str, lines: Iterable[Line], *, keep_texts: bool
) -> Iterator[Encounter]:
    """One conversation a day and person; the words only with ``keep_texts``."""
    days: dict[tuple[str, date], tuple[Record, str, list[str]]] = {}
    for line in lines:
        for person in line.with_whom:
            key = (person.key, line.day)
            _, _, texts = days.setdefault(key, (person, line.where, []))
            if keep_texts and line.text.strip():
                texts.append(f"{line.author}: {line.text.strip()}")
    for (person_key, day), (person, where, texts) in days.items():
        yield Encounter(
            source=source,
            key=f"{person_key} {day.isoformat()}",
            where=where,
            day=day,
            people=(person,),
            setting=Setting.MESSAGE,
            text="\n".join(texts),
        )
