"""Telegram Desktop's result.json: your contacts, and on which days you wrote with whom.

Bots, channels and public groups are no people. A call that was answered is a call.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from deepnet.errors.files import NoHeader
from deepnet.importers import chats, days
from deepnet.importers.naming import put_together
from deepnet.importers.objects import Tree, begins, parsed, several, tree, trees, words
from deepnet.importers.reading import Tally
from deepnet.importers.whatsapp import WHO
from deepnet.model import Setting
from deepnet.records import Encounter, Record, as_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deepnet.importers.reading import Page, Terms
    from deepnet.records import Batch

SOURCE = "telegram"
LOOKED_FOR = "a list of “chats” or of “messages”"

_TALKS = ("", "personal_chat", "private_group", "private_supergroup")


def recognises(page: Page) -> bool:
    """Whether a text is what Telegram Desktop exports."""
    return begins(page, "chats", "messages") and not begins(page, "entries")


def read(page: Page, terms: Terms) -> Batch:
    """Contacts, and a conversation for each day on which you wrote with somebody.

    Raises:
        NothingUsable: it is no such JSON.
    """
    whole = tree(parsed(page))
    found = [*trees(tree(whole.get("chats")).get("list"))]
    if "messages" in whole:
        found.append(whole)
    contacts = trees(tree(whole.get("contacts")).get("list"))
    if not found and not contacts:
        raise NoHeader(LOOKED_FOR, page.text.strip()[:60])
    tally = Tally(page, terms, page.text.count('"date_unixtime"'))
    own = _own(whole)
    for contact in contacts:
        tally.count()
        _contact(contact, tally)
    for chat in found:
        _chat(chat, own, tally)
    return tally.batch(SOURCE)


def _own(whole: Tree) -> str:
    number = words(tree(whole.get("personal_information")).get("user_id"))
    return f"user{number}" if number else ""


def _contact(contact: Tree, tally: Tally) -> None:
    name = put_together(
        words(contact.get("first_name")), "", words(contact.get("last_name"))
    )
    phone = words(contact.get("phone_number"))
    account = words(contact.get("user_id"))
    if not name:
        tally.skip("no_name")
        return
    tally.records.append(
        Record(
            source=SOURCE,
            key=f"user{account}"
            if account not in ("", "0")
            else f"name:{name} {phone}",
            where=tally.file,
            name=name,
            phones=(phone,) if phone else (),
            raw=as_written([("name", name), ("phone", phone)]),
        )
    )


def _chat(chat: Tree, own: str, tally: Tally) -> None:
    kind = words(chat.get("type"))
    if kind not in _TALKS:
        tally.skip("not_a_chat")
        return
    called = words(chat.get("name"))
    messages = list(_messages(chat, called, own, tally))
    other = f"user{words(chat.get('id'))}" if kind == "personal_chat" else ""
    if other:
        # Every message of a talk of two counts for the other.
        messages = [
            m if m.author == "me" else m._replace(account=other) for m in messages
        ]
    tally.encounters.extend(_calls(chat, called, other, tally))
    lines, sure = chats.lines(SOURCE, messages, called, tally.terms)
    if not sure:
        tally.skipped["who_are_you"] += len(messages)
        tally.warn(f"{tally.file}, {called or 'a chat'}", WHO)
        return
    if other and called:
        whom = chats.somebody(SOURCE, called, tally.file, other)
        lines = (line._replace(with_whom=(whom,)) for line in lines)
    keep = tally.terms.keep_texts
    tally.encounters.extend(days.encounters(SOURCE, lines, keep_texts=keep))


def _messages(
    chat: Tree, called: str, own: str, tally: Tally
) -> Iterator[chats.Message]:
    for message in trees(chat.get("messages")):
        tally.count()
        if words(message.get("type")) == "service":
            tally.skip("system")
            continue
        day = _day(message, tally)
        account = words(message.get("from_id"))
        author = words(message.get("from")) or words(message.get("actor"))
        if day is None or not (author or account):
            tally.skip("broken_record")
            continue
        is_own = bool(own) and account == own
        yield chats.Message(
            day,
            "me" if is_own else author or called,
            _text(message.get("text")),
            f"{tally.file}, {called or 'a chat'}",
            "" if is_own else account,
        )


def _day(message: Tree, tally: Tally) -> date | None:
    """The local day, as it stands there; else from the seconds since 1970."""
    said = words(message.get("date"))
    try:
        day = (
            date.fromisoformat(said[:10])
            if said
            else datetime.fromtimestamp(int(words(message.get("date_unixtime"))), UTC)
            .astimezone(tally.terms.zone)
            .date()
        )
    except (ValueError, OverflowError, OSError):
        return None
    return day if day <= tally.terms.today else None


def _text(value: object) -> str:
    """The words of a message: one text, or pieces of which some are styled."""
    if isinstance(value, str):
        return value
    pieces = (
        each if isinstance(each, str) else words(tree(each).get("text"))
        for each in several(value)
    )
    return "".join(pieces)


def _calls(chat: Tree, called: str, other: str, tally: Tally) -> Iterator[Encounter]:
    """The calls that were answered, in a talk of two."""
    if not (other and called):
        return
    for message in trees(chat.get("messages")):
        seconds = words(message.get("duration_seconds"))
        if words(message.get("action")) != "phone_call" or not seconds.isdecimal():
            continue
        day = _day(message, tally)
        if day is None or len(seconds) > len("1000000"):
            continue
        where = f"{tally.file}, {called}"
        yield Encounter(
            source=SOURCE,
            key=f"{other} call {words(message.get('id'))} {day.isoformat()}",
            where=where,
            day=day,
            people=(chats.somebody(SOURCE, called, where, other),),
            setting=Setting.CALL,
            minutes=max(int(seconds) // 60, 1),
        )
