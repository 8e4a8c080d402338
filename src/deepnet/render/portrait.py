"""What is shown of one person: who they are first, then what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.model import Side
from deepnet.plain import listed
from deepnet.render import wording
from deepnet.render.shapes import QUIET, STRONG, Rows, block, heading, line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from deepnet.views.brief import PersonBrief
    from deepnet.views.conversations import ConversationSeen, FactSeen
    from deepnet.views.people import PersonShown, Portrait

LATEST = 10
"""How many conversations are listed; the rest is counted."""


def shown(view: PersonShown) -> Iterator[RenderableType]:
    """Somebody, whole, as of a day."""
    person = view.person
    yield line(
        (person.name, STRONG), f": {person.tier.words}, {person.score:.0f} of 100"
    )
    if person.claim:
        yield block(f"You would have said: {wording.claim(person.claim)}")
    yield from _state(person, view.day)
    yield from _who_they_are(person)
    yield from _what_they_do(person)
    yield from _notes(person)
    yield from _conversations(person)
    yield from _promises(person)
    yield from _invitations(person)
    yield from _details(person, view.day)


def _state(person: Portrait, today: date) -> Iterator[RenderableType]:
    if person.conversations:
        last = person.conversations[0]
        day = dates.written(last.day, last.precision)
        yield block((f"Last talk {dates.ago(last.day, today)}, {day}", QUIET))
    yield from resting(person, today)


def resting(person: Portrait | PersonBrief, today: date) -> Iterator[RenderableType]:
    """Whether somebody was let go, or is not proposed for a while."""
    if person.let_go_on:
        because = f": {person.let_go_because}" if person.let_go_because else ""
        yield block(f"Left in peace since {dates.written(person.let_go_on)}{because}")
    if person.snoozed_until and person.snoozed_until > today:
        day = dates.written(person.snoozed_until)
        yield block(f"Not proposed before {day}")


def _who_they_are(person: Portrait) -> Iterator[RenderableType]:
    yield heading("Who they are")
    yield _facts([f for f in person.facts if f.facet and f.facet.side is Side.ARE])
    if person.blanks:
        blank = listed([facet.value for facet in person.blanks])
        yield block((f"Still to hear about, when it fits: {blank}.", QUIET))


def _what_they_do(person: Portrait) -> Iterator[RenderableType]:
    facts = [f for f in person.facts if f.facet and f.facet.side is Side.DO]
    now = _work(person.position, person.company)
    if not (facts or now or person.jobs):
        return
    yield heading("What they do")
    if now:
        yield block(now)
    for job in person.jobs:
        until = f"until {dates.written(job.until)}"
        yield block((f"before: {_work(job.position, job.company)}, {until}", QUIET))
    yield _facts(facts)


def _work(position: str | None, company: str | None) -> str:
    return " at ".join(filter(None, (position, company)))


def _notes(person: Portrait) -> Iterator[RenderableType]:
    notes = [fact for fact in person.facts if fact.facet is None]
    if notes:
        yield heading("Notes")
        yield _facts(notes)


def _facts(facts: Sequence[FactSeen]) -> RenderableType:
    order = sorted(facts, key=lambda fact: fact.facet or "")
    return Rows(
        [((fact.facet or dates.written(fact.day), QUIET), fact.text) for fact in order]
    )


def _conversations(person: Portrait) -> Iterator[RenderableType]:
    if not person.conversations:
        return
    yield heading("Conversations")
    yield Rows(map(_conversation, person.conversations[:LATEST]), one_line=True)
    rest = len(person.conversations) - LATEST
    if rest > 0:
        yield block((f"and {rest:,} before", QUIET))


def _conversation(seen: ConversationSeen) -> tuple[str, str]:
    words = wording.clipped(seen.text, wording.LINE)
    deep = "" if seen.depth is None else wording.deep(seen.depth)
    how = ", ".join(filter(None, (wording.how(seen.setting), deep)))
    return dates.written(seen.day, seen.precision), f"{how}: {words}" if words else how


def _promises(person: Portrait) -> Iterator[RenderableType]:
    if person.promises:
        yield heading("Promises")
        for promise in person.promises:
            yield block(wording.promise(promise), indent=4, mark="  · ")


def _invitations(person: Portrait) -> Iterator[RenderableType]:
    if person.invitations:
        yield heading("Invitations")
    for one in person.invitations[:LATEST]:
        said = f"{wording.invitation(one)}: {wording.answer(one.answer)}"
        yield block(said, indent=4, mark="  · ")
    rest = len(person.invitations) - LATEST
    if rest > 0:
        yield block((f"and {rest:,} before", QUIET))


def _details(person: Portrait, today: date) -> Iterator[RenderableType]:
    rows = [
        ("also called", listed(person.aliases)),
        ("circles", listed(map(wording.circle, person.tags))),
        ("birthday", _birthday(person, today)),
        ("office", person.office or ""),
        ("home", person.home or ""),
        *(("email", address) for address in person.emails),
        *(("phone", number) for number in person.phones),
        *(("profile", address) for address in person.profiles),
        (
            "connected",
            dates.written(person.connected_on) if person.connected_on else "",
        ),
    ]
    said = [((label, QUIET), words) for label, words in rows if words]
    if said:
        yield heading("Details")
        yield Rows(said)


def _birthday(person: Portrait, today: date) -> str:
    if not person.birthday:
        return ""
    born = wording.birthday(person.birthday)
    coming = person.next_birthday
    if coming is None:
        return born
    return f"{born}, next on {dates.written(coming)}, {dates.ago(coming, today)}"
