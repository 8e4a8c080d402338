"""What an importer is given beside the text, and how it keeps count while it reads."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from deepnet.records import Batch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, tzinfo

    from deepnet.records import Encounter, Note, Record

_STEP = 500


class Page(NamedTuple):
    """One text and the name of its file, for messages."""

    file: str
    text: str


class Terms(NamedTuple):
    """What the user and the journal say to a reading.

    ``me`` are the user's own addresses, profiles and names; ``zone`` the user's time
    zone, None for the machine's. ``day_first`` settles dates such as 3/4/26.
    ``mapping`` is what this call says of the columns, ``remembered`` what earlier ones
    said, by header line. ``event`` and ``on`` name an event whose list says neither.
    """

    today: date
    me: tuple[str, ...] = ()
    zone: tzinfo | None = None
    day_first: bool | None = None
    mapping: Mapping[str, str] = MappingProxyType({})
    remembered: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    event: str | None = None
    on: date | None = None
    keep_texts: bool = False
    progress: Callable[[int, int], None] | None = None


class Tally:
    """What one reading has found so far, and what it had to leave out."""

    def __init__(self, page: Page, terms: Terms, total: int = 0) -> None:
        self.file = page.file
        self.terms = terms
        self.total = total
        self.read = 0
        self.records: list[Record] = []
        self.encounters: list[Encounter] = []
        self.skipped: Counter[str] = Counter()
        self.warnings: list[str] = []
        self.suggestions: list[str] = []

    def count(self) -> None:
        """One more record is looked at."""
        self.read += 1
        if self.terms.progress and self.read % _STEP == 0:
            self.terms.progress(self.read, max(self.total, self.read))

    def where(self, line: int) -> str:
        """A place in the file, as messages name it."""
        return f"{self.file} line {line}"

    def skip(self, reason: str, where: str = "", why: str = "") -> None:
        """One record is left out; with ``why`` it is worth a warning."""
        self.skipped[reason] += 1
        if why:
            self.warn(where, why)

    def warn(self, where: str, why: str) -> None:
        """Say that something was read with a doubt."""
        self.warnings.append(f"{where}: {why}" if where else why)

    def batch(self, source: str) -> Batch:
        """All of it."""
        return Batch(
            source=source,
            read=self.read,
            records=tuple(self.records),
            skipped=dict(self.skipped),
            warnings=tuple(self.warnings),
            encounters=tuple(self.encounters),
            suggestions=tuple(self.suggestions),
        )


def noted(*notes: Note | None) -> tuple[Note, ...]:
    """The notes that say something, each once."""
    return tuple(dict.fromkeys(note for note in notes if note and note.text.strip()))
