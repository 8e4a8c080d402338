"""One conversation as a text that an editor can change, and back.

A line for each field, an empty line, then the words themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from deepnet import dates
from deepnet.errors.calls import UnreadableForm
from deepnet.model import Depth, Facet, Precision, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deepnet.model import PersonRef
    from deepnet.views.conversations import ConversationSeen, PromiseSeen


T = TypeVar("T")

PROMISED, THEY_PROMISED = "promised", "they promised"


class Form(NamedTuple):
    """What an edited text says; "" and None are fields left empty.

    ``promised`` are lines with the field that each stood in: PROMISED or THEY_PROMISED.
    """

    day: str
    clock: str | None
    setting: Setting | None
    depth: Depth | None
    minutes: int | None
    place: str | None
    others: int | None
    they_asked: bool
    people: tuple[str, ...]
    learned: tuple[str, ...]
    promised: tuple[tuple[str, str], ...]
    text: str


_HEAD = """\
# Entry {id}. Change what you like, save and close; an empty field says nothing.
# setting: {settings}
# depth: {depths}
# learned: Name/facet: text, with one of {facets}
# promised, they promised: Name/text by day
"""


def written(entry: ConversationSeen, people: tuple[str, ...]) -> str:
    """The text to edit; ``people`` are words that find those who were there."""
    head = _HEAD.format(
        id=entry.id,
        settings=", ".join(Setting),
        depths=", ".join(depth.word for depth in Depth),
        facets=", ".join(Facet),
    )
    fields = "\n".join(
        f"{key}: {value}".rstrip() for key, value in _fields(entry, people)
    )
    return f"{head}{fields}\n\n{entry.text}\n"


def _fields(
    entry: ConversationSeen, people: tuple[str, ...]
) -> Iterator[tuple[str, object]]:
    said = dict(zip((person.id for person in entry.people), people, strict=True))
    year = "in " * (entry.precision is Precision.YEAR)
    yield "day", year + dates.written(entry.day, entry.precision)
    yield "clock", entry.clock or ""
    yield "setting", entry.setting or ""
    yield "people", ", ".join(people)
    yield "others", _number(entry.others)
    yield "depth", "" if entry.depth is None else entry.depth.word
    yield "minutes", _number(entry.minutes)
    yield "place", entry.place or ""
    yield "they asked", "yes" if entry.they_asked else "no"
    for fact in entry.facts:
        yield "learned", f"{_who(said, fact.person)}/{fact.facet}: {fact.text}"
    for line, ids in promises(entry, people).items():
        yield from (line for _ in ids)


def promises(
    entry: ConversationSeen, people: tuple[str, ...]
) -> dict[tuple[str, str], list[int]]:
    """The lines of the open promises, each with its field, and whose lines they are."""
    said = dict(zip((person.id for person in entry.people), people, strict=True))
    lines: dict[tuple[str, str], list[int]] = {}
    for promise in entry.promises:
        if promise.kept_on is None:
            key = PROMISED if promise.mine else THEY_PROMISED
            line = _promise(promise, _who(said, promise.person))
            lines.setdefault((key, line), []).append(promise.id)
    return lines


def _who(said: dict[int, str], person: PersonRef) -> str:
    """Whom a line is about; somebody may have been taken out of the entry."""
    return said.get(person.id, f"@{person.id}")


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _promise(promise: PromiseSeen, who: str) -> str:
    due = f" by {promise.due.isoformat()}" if promise.due else ""
    return f"{who}/{promise.text}{due}"


def read(text: str) -> Form:
    """What an edited text says.

    Raises:
        UnreadableForm: a line has no field that is known, or says what it can't.
    """
    head, _, words = text.replace("\r\n", "\n").partition("\n\n")
    fields: dict[str, list[str]] = {}
    for line in head.split("\n"):
        if line.startswith("#") or not line.strip():
            continue
        key, colon, value = line.partition(":")
        if not colon or key.strip() not in _KEYS:
            raise UnreadableForm(line)
        if value.strip():
            fields.setdefault(key.strip(), []).append(value.strip())
    return _form(fields, words.strip("\n"))


_KEYS = (
    "day",
    "clock",
    "setting",
    "people",
    "others",
    "depth",
    "minutes",
    "place",
    "they asked",
    "learned",
    PROMISED,
    THEY_PROMISED,
)


def _form(fields: dict[str, list[str]], words: str) -> Form:
    def one(key: str) -> str:
        return (fields.get(key) or [""])[-1]

    people = ",".join(fields.get("people", ()))
    return Form(
        day=one("day"),
        clock=one("clock") or None,
        setting=_read("setting", one("setting"), Setting),
        depth=_read("depth", one("depth"), Depth.of),
        minutes=_read("minutes", one("minutes"), _count),
        place=one("place") or None,
        others=_read("others", one("others"), _count),
        they_asked=one("they asked").lower() in ("yes", "y"),
        people=tuple(name for name in map(str.strip, people.split(",")) if name),
        learned=tuple(fields.get("learned", ())),
        promised=tuple(
            (key, line)
            for key in (PROMISED, THEY_PROMISED)
            for line in fields.get(key, ())
        ),
        text=words,
    )


def _read(key: str, value: str, reading: Callable[[str], T]) -> T | None:
    try:
        return reading(value) if value else None
    except (ValueError, KeyError):
        line = f"{key}: {value}"
        raise UnreadableForm(line) from None


_MOST = 1_000_000


def _count(value: str) -> int:
    number = int(value)
    if number not in range(_MOST + 1):
        raise ValueError
    return number
