"""Writing a conversation down: a sentence, flags, or both.

Flags say the rest and win over the sentence. People are the exception: those named
by flags join those of the sentence, except for those who are said to be missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import capture, dates, names
from deepnet.errors.calls import EmptyEntry
from deepnet.errors.people import NobodyThere
from deepnet.journal import circling, seen
from deepnet.journal.meeting import Meeting
from deepnet.journal.moving import Movement
from deepnet.model import Owed, PersonRef, When
from deepnet.store import conversations, people
from deepnet.views.conversations import Logged

if TYPE_CHECKING:
    from datetime import date

    from deepnet.journal.whom import Choices
    from deepnet.model import Depth, Setting
    from deepnet.store import Store
    from deepnet.store.conversations import Conversation


class Said(NamedTuple):
    """What the flags say of a conversation; None and () are what they don't say.

    ``without`` are names of people who were not there.
    """

    people: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    on: str | None = None
    setting: Setting | None = None
    minutes: int | None = None
    place: str | None = None
    depth: Depth | None = None
    learned: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    they_promised: tuple[str, ...] = ()
    others: int | None = None
    they_asked: bool | None = None


def log(
    store: Store, today: date, sentence: str, said: Said, *, choices: Choices
) -> Logged:
    """Write one conversation down, whole or not at all.

    Raises:
        NotFound, Ambiguous: whom the names mean is not certain.
        NoSuchDay: the day can't be read, does not exist, or is still to come.
        UsageError: there is nothing to write down, or a flag can't be read.
    """
    if not sentence.strip() and not said.people:
        raise EmptyEntry
    with store.change("log") as change:
        meeting = Meeting(store, today, choices)
        draft = _read(store, today, sentence)
        _gather(meeting, draft, said)
        movement = Movement(store, meeting.people)
        entry = _entry(meeting, draft, said)
        _warn_if_again(meeting, entry)
        number = conversations.add(store, entry)
        _keep(meeting, draft, said, number=number, day=entry.when.day)
        meeting.come_back()
        logged = answer(meeting, movement, number)
        change.summary = f"Logged {summary(logged)}"
        return logged


def summary(logged: Logged) -> str:
    """A conversation in a few words, for the history."""
    entry = logged.conversation
    who = ", ".join(person.name for person in entry.people) or "others"
    how = entry.setting or "talk"
    return f"{how} with {who} on {dates.written(entry.day, entry.precision)}"


def answer(meeting: Meeting, movement: Movement, number: int) -> Logged:
    """The stored conversation, whom it created and moved, and what to remark."""
    row = conversations.conversation(meeting.store, number)
    if row is None:
        raise LookupError(number)
    return Logged(
        seen.conversation(meeting.store, row),
        tuple(meeting.created),
        movement.moved(),
        tuple(meeting.remarks),
    )


def _read(store: Store, today: date, sentence: str) -> capture.Draft:
    possible = people.named(store, names.lookup_keys(sentence))
    marked = people.by_numbers(store, names.marked_numbers(sentence))
    known = {named.id for named in possible}
    possible += [named for named in marked if named.id not in known]
    circles = circling.mentioned(store, sentence)
    return capture.read(sentence, possible, today, circles)


def _gather(meeting: Meeting, draft: capture.Draft, said: Said) -> None:
    for named in draft.people:
        meeting.join(PersonRef(named.id, named.name))
    for name in (*draft.unknown, *said.people):
        meeting.invite(name)
    for doubt in draft.doubtful:
        meeting.decide(doubt)
    meeting.leave(said.without)
    if draft.other_day and said.on is None:
        meeting.remarks.append(_for_today(draft.other_day))
    meeting.remarks.extend(draft.remarks)
    others = draft.others if said.others is None else said.others
    if not meeting.people and not others:
        raise NobodyThere(draft.text)


def _for_today(other_day: str) -> str:
    typed = f'"{other_day}"' if " " in other_day else other_day
    return f"Logged for today. If it was {other_day}: deepnet edit last --on {typed}"


def _entry(meeting: Meeting, draft: capture.Draft, said: Said) -> Conversation:
    when = draft.when or When(meeting.today)
    if said.on is not None:
        when = dates.read_day(said.on, meeting.today)
    return conversations.Conversation(
        id=0,
        when=when,
        setting=said.setting or draft.setting,
        depth=draft.depth if said.depth is None else said.depth,
        minutes=said.minutes,
        place=said.place or draft.place,
        text=draft.text,
        others=draft.others if said.others is None else said.others,
        they_asked=bool(said.they_asked),
        people=tuple(meeting.people),
    )


def _warn_if_again(meeting: Meeting, entry: Conversation) -> None:
    present = [person.id for person in entry.people]
    again = conversations.same_again(meeting.store, entry.when, entry.text, present)
    if again:
        meeting.remarks.append(
            f"The same is in entry {again} already; deepnet undo takes this back."
        )


def _keep(
    meeting: Meeting, draft: capture.Draft, said: Said, *, number: int, day: date
) -> None:
    for fact in draft.facts:
        person = meeting.meant(fact.person, fact.text)
        if person:
            meeting.keep_fact(person, fact.facet, fact.text, number, day)
        else:
            meeting.remarks.append(
                f"Whose #{fact.facet} is it? Say so with: "
                f'deepnet learn NAME "{fact.facet}: {fact.text}"'
            )
    for promise in draft.promises:
        person = meeting.meant(promise.person, promise.text)
        if person:
            mine = promise.owed is not Owed.THEIRS
            promised = capture.Promised(person.id, promise.text, promise.due)
            meeting.keep_promise(promised, number, day, mine=mine)
        else:
            theirs = " --theirs" if promise.owed is Owed.THEIRS else ""
            meeting.remarks.append(
                f"Whose #{promise.owed} is it? Say so with: "
                f'deepnet promise NAME "{promise.text}"{theirs}'
            )
    meeting.keep_facts(said.learned, number, day)
    meeting.keep_promises(said.promises, number, day)
    meeting.keep_promises(said.they_promised, number, day, mine=False)
