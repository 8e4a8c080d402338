"""Changing a conversation: single fields by flags, or the whole entry at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import circles, dates
from deepnet.errors.changes import NoSuchEntry
from deepnet.errors.people import NobodyThere
from deepnet.journal import entryform, seen
from deepnet.journal.log import Said, answer, summary
from deepnet.journal.meeting import Meeting
from deepnet.journal.moving import Movement
from deepnet.model import PersonRef, When
from deepnet.store import conversations, people

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import date

    from deepnet.journal.entryform import Form
    from deepnet.journal.whom import Choices
    from deepnet.store import Store
    from deepnet.store.conversations import Conversation
    from deepnet.views.conversations import ConversationSeen, Logged


class Changes(NamedTuple):
    """What the flags change."""

    said: Said = Said()
    text: str | None = None


def found(store: Store, which: str) -> ConversationSeen:
    """The conversation that was logged last, or the one with that number.

    Raises:
        NotFound: there is no such conversation.
    """
    return seen.conversation(store, _row(store, which))


def _row(store: Store, which: str) -> Conversation:
    number = conversations.last_logged(store) if which == "last" else int(which)
    row = conversations.conversation(store, number) if number else None
    if row is None:
        raise NoSuchEntry(which)
    return row


def words_for(store: Store, present: Sequence[PersonRef]) -> tuple[str, ...]:
    """A word for each person that finds them and nobody else: the name, or @id."""
    taken = people.sharing_names(store, [person.id for person in present])
    return tuple(
        person.name
        if person.id not in taken and _is_plain(person.name)
        else f"@{person.id}"
        for person in present
    )


def _is_plain(name: str) -> bool:
    """Whether a name is read as one name, not as two or as a circle."""
    return "," not in name and not circles.is_marked(name)


def edit(
    store: Store, today: date, which: str, changes: Changes, *, choices: Choices
) -> Logged:
    """Change what the flags say, and nothing else."""
    with store.change("edit") as change:
        row = _row(store, which)
        meeting = Meeting(store, today, choices)
        for person in row.people:
            meeting.join(person)
        meeting.leave(changes.said.without)
        for name in changes.said.people:
            meeting.invite(name)
        now = _with_flags(row, changes, today)._replace(people=tuple(meeting.people))
        logged = _store(meeting, row, now, changes.said)
        change.summary = f"Changed {summary(logged)}"
        return logged


def _with_flags(row: Conversation, changes: Changes, today: date) -> Conversation:
    said = changes.said
    return row._replace(
        when=dates.read_day(said.on, today) if said.on else row.when,
        setting=said.setting or row.setting,
        depth=row.depth if said.depth is None else said.depth,
        minutes=row.minutes if said.minutes is None else said.minutes,
        place=row.place if said.place is None else said.place or None,
        others=row.others if said.others is None else said.others,
        they_asked=row.they_asked if said.they_asked is None else said.they_asked,
        text=row.text if changes.text is None else changes.text,
    )


def rewrite(
    store: Store, today: date, entry: ConversationSeen, form: Form, *, choices: Choices
) -> Logged:
    """Make a conversation say what an edited form says, and nothing else."""
    with store.change("edit") as change:
        row = _row(store, str(entry.id))
        meeting = Meeting(store, today, choices)
        for name in form.people:
            meeting.invite(name)
        now = _as_form(row, form, today)._replace(people=tuple(meeting.people))
        before = entryform.promises(entry, words_for(store, entry.people))
        kept = {number for line in form.promised for number in before.get(line, ())}
        conversations.drop_what_came_of(store, row.id, but=kept)
        logged = _store(meeting, row, now, _new(form, before))
        change.summary = f"Changed {summary(logged)}"
        return logged


def _new(form: Form, before: Container[tuple[str, str]]) -> Said:
    """What the form says that came of it; promises that stood there are kept as such.

    A promise whose day has passed could not be made anew.
    """
    lines = [line for line in form.promised if line not in before]
    return Said(
        learned=form.learned,
        promises=tuple(said for key, said in lines if key == entryform.PROMISED),
        they_promised=tuple(
            said for key, said in lines if key == entryform.THEY_PROMISED
        ),
    )


def _as_form(row: Conversation, form: Form, today: date) -> Conversation:
    when = dates.read_day(form.day, today) if form.day else row.when
    return row._replace(
        when=When(when.day, when.precision, form.clock),
        setting=form.setting,
        depth=form.depth,
        minutes=form.minutes,
        place=form.place,
        text=form.text,
        others=form.others,
        they_asked=form.they_asked,
    )


def _store(
    meeting: Meeting, row: Conversation, now: Conversation, said: Said
) -> Logged:
    if not now.people and not now.others:
        raise NobodyThere(now.text)
    everybody = {person.id: person for person in (*row.people, *now.people)}
    movement = Movement(meeting.store, tuple(everybody.values()))
    conversations.change(meeting.store, now)
    conversations.move_facts(meeting.store, now.id, now.when.day)
    meeting.keep_facts(said.learned, now.id, now.when.day)
    meeting.keep_promises(said.promises, now.id, now.when.day)
    meeting.keep_promises(said.they_promised, now.id, now.when.day, mine=False)
    return answer(meeting, movement, now.id)
