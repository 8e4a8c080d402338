"""LinkedIn's messages.csv: on which days you wrote with whom.

The file does not say who you are: whoever takes part in every conversation, or whom
``deepnet config me`` or the Profile.csv of the same download names.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from deepnet import dates, identity, names
from deepnet.errors.files import NoHeader
from deepnet.importers import days
from deepnet.importers.linkedin import SOURCE, member
from deepnet.importers.reading import Tally
from deepnet.importers.tables import has_columns, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from deepnet.importers.reading import Page, Terms
    from deepnet.importers.tables import Row
    from deepnet.records import Batch, Record

_HEADER = ("conversation id", "from", "sender profile url", "date")
LOOKED_FOR = "a line with “CONVERSATION ID” and “SENDER PROFILE URL”"

_WHO = (
    "nothing says which of the people is you. Say so once, with: deepnet config me "
    '"https://www.linkedin.com/in/YOU"'
)


class _Message(NamedTuple):
    """One row that counts; ``others`` are the profiles of whom it was written to."""

    talk: str
    sender: str
    name: str
    others: tuple[str, ...]
    to: str
    day: date
    text: str
    where: str


def recognises(page: Page) -> bool:
    """Whether a text has the header of the messages."""
    return has_columns(page.text, *_HEADER)


def own_name(page: Page) -> str:
    """The user's name, where this is LinkedIn's Profile.csv; else ""."""
    if not page.file.lower().endswith("profile.csv"):
        return ""
    found = table(page.text, {"first name", "last name", "headline"}.issubset)
    row = next(found.rows, None) if found else None
    if row is None:
        return ""
    return names.tidy(f"{row.cells['first name']} {row.cells['last name']}")


def read(page: Page, terms: Terms) -> Batch:
    """A conversation for each day on which you wrote with somebody.

    Raises:
        NoHeader: it is no messages.csv.
    """
    found = table(page.text, set(_HEADER).issubset)
    if found is None:
        raise NoHeader(LOOKED_FOR, page.text.strip().split("\n")[0])
    tally = Tally(page, terms, page.text.count("\n"))
    messages = [m for row in found.rows if (m := _message(row, tally))]
    if messages:
        mine = _mine(messages, terms)
        if mine is None:
            tally.skipped["who_are_you"] += len(messages)
            tally.warn(page.file, _WHO)
            return tally.batch(SOURCE)
        lines = _lines(messages, mine, tally)
        tally.encounters.extend(
            days.encounters(SOURCE, lines, keep_texts=terms.keep_texts)
        )
    return tally.batch(SOURCE)


def _message(row: Row, tally: Tally) -> _Message | None:
    tally.count()
    where = tally.where(row.line)
    cells = {key: cell.strip() for key, cell in row.cells.items()}
    if row.is_broken:
        tally.skip("broken_row", where, "this row has more cells than the header.")
        return None
    reason = _useless(cells)
    if reason:
        tally.skip(reason)
        return None
    day = dates.read_written_day(cells["date"])
    if day is None or day > tally.terms.today:
        tally.skip("no_day", where, f"“{cells['date'][:40]}” is no day that has been.")
        return None
    urls = cells.get("recipient profile urls", "").split(",")
    return _Message(
        talk=cells["conversation id"],
        sender=identity.profile_key(cells["sender profile url"]),
        name=cells["from"],
        others=tuple(filter(None, map(identity.profile_key, urls))),
        to=cells.get("to", ""),
        day=day,
        text=cells.get("content", ""),
        where=where,
    )


def _useless(cells: dict[str, str]) -> str | None:
    drafts = ("is message draft", "is conversation draft")
    if any(cells.get(draft, "").lower() in ("yes", "true") for draft in drafts):
        return "draft"
    if cells.get("folder", "").upper() == "SPAM":
        return "spam"
    # Sponsored mail has no sender, and neither has a member who left.
    return None if cells["sender profile url"] else "no_sender"


def _mine(messages: Iterable[_Message], terms: Terms) -> str | None:
    """The user's own profile: as was said, or who is in most conversations.

    None where two are in equally many.
    """
    said = {identity.profile_key(each) for each in terms.me}
    called = set(map(names.fold, terms.me))
    talks: dict[str, set[str]] = {}
    for message in messages:
        if names.fold(message.name) in called:
            return message.sender
        mine = said.intersection((message.sender, *message.others))
        if mine:
            return min(mine)
        talks.setdefault(message.talk, set()).update((message.sender, *message.others))
    often = Counter(each for there in talks.values() for each in there).most_common(2)
    if len(often) > 1 and often[0][1] == often[1][1]:
        return None
    return often[0][0]


def _lines(
    messages: Iterable[_Message], mine: str, tally: Tally
) -> Iterator[days.Line]:
    listed = list(messages)
    known = _members(listed)
    there: dict[str, set[str]] = {}
    for message in listed:
        there.setdefault(message.talk, set()).update((message.sender, *message.others))
    for message in listed:
        others = there[message.talk] - {mine}
        wrote = {message.sender} - {mine}
        whom = others if len(others) == 1 else wrote
        people = tuple(known[profile] for profile in sorted(whom) if profile in known)
        if not people and not wrote:
            # What you write to several is no conversation with one of them.
            tally.skip("own_to_several")
        yield days.Line(message.day, message.name, message.text, people, message.where)


def _members(messages: Iterable[_Message]) -> dict[str, Record]:
    """Everybody who wrote, and the single person written to, by profile."""
    known: dict[str, Record] = {}
    for message in messages:
        pairs = [(message.sender, message.name)]
        if len(message.others) == 1:
            # Only one: a comma in it is part of a name, as before a degree.
            pairs.append((message.others[0], message.to))
        for profile, name in pairs:
            if profile not in known:
                somebody = member(name, f"https://www.{profile}", message.where)
                if somebody:
                    known[profile] = somebody
    return known
