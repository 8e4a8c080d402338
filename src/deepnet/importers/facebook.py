"""Facebook's friends, as JSON of "Download your information".

Facebook writes each byte of UTF-8 as a character of its own; where that gives text, it
is put right. Since when you are friends is kept as that, and is no conversation.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from deepnet import names
from deepnet.errors.files import NoHeader
from deepnet.importers.objects import begins, parsed, tree, trees, words
from deepnet.importers.reading import Tally
from deepnet.records import Record, as_written

if TYPE_CHECKING:
    from deepnet.importers.reading import Page, Terms
    from deepnet.records import Batch

SOURCE = "facebook"
LOOKED_FOR = "list “friends_v2” or “friends”"

_KEYS = ("friends_v2", "friends")


def recognises(page: Page) -> bool:
    """Whether a text is a list of Facebook's friends."""
    return begins(page, *_KEYS) and '"name"' in page.text[:100_000]


def read(page: Page, terms: Terms) -> Batch:
    """All friends; only a name is known of each.

    Raises:
        NothingUsable: it is no such JSON.
    """
    whole = tree(parsed(page))
    lists = [whole[key] for key in _KEYS if isinstance(whole.get(key), list)]
    if not lists:
        raise NoHeader(LOOKED_FOR, page.text.strip()[:60])
    tally = Tally(page, terms, page.text.count('"name"'))
    for number, friend in enumerate(trees(lists[0]), start=1):
        tally.count()
        name = names.tidy(put_right(words(friend.get("name"))))
        if not name:
            tally.skip("no_name")
            continue
        since = _day(friend.get("timestamp"), terms.today)
        tally.records.append(
            Record(
                source=SOURCE,
                key=f"name:{name} {since or ''}".strip(),
                where=f"{page.file} friend {number}",
                name=name,
                connected_on=since,
                raw=as_written([("name", name), ("since", str(since or ""))]),
            )
        )
    return tally.batch(SOURCE)


def put_right(text: str) -> str:
    """A text whose bytes were written as characters, read as the bytes they are."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _day(seconds: object, today: date) -> date | None:
    """The day of so many seconds since 1970, UTC; zero is none."""
    if not isinstance(seconds, (int, float)) or not seconds:
        return None
    try:
        day = datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
    return day if day <= today else None
