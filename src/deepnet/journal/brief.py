"""What to have in mind before you meet people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from deepnet import birthdays, briefing
from deepnet.briefing import Told
from deepnet.candidates import monday
from deepnet.journal import asking, portrait, seen, whom
from deepnet.model import Side
from deepnet.questions import seed_of
from deepnet.store import asked, conversations, people, standings
from deepnet.store import promises as owed
from deepnet.views.brief import BirthdayNear, Brief, PersonBrief, QuestionSeen
from deepnet.views.conversations import FactSeen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deepnet.askable import Askable
    from deepnet.journal.whom import Choices
    from deepnet.model import PersonRef
    from deepnet.store import Store
    from deepnet.store.conversations import Conversation, Fact
    from deepnet.views.conversations import PromiseSeen

LAST_TIMES = 3
BIRTHDAY_NEAR = timedelta(days=14)


def brief(
    store: Store, today: date, names: Sequence[str], *, choices: Choices
) -> Brief:
    """What to have in mind of each of these people and circles, named twice or not.

    Raises:
        NotFound: nobody by one of the names.
        Ambiguous: several people by one of the names.
        UnreadableQuestions: a file of the user's own questions can't be read.
    """
    refs = dict.fromkeys(
        person
        for name in names
        for person in whom.look_up_all(store, name, choices=choices)
    )
    texts = asking.everything(store)
    view = Brief(today, tuple(_person(store, today, ref, texts) for ref in refs))
    asked.note(
        store,
        monday(today),
        [(one.person.id, each.text) for one in view.people for each in one.questions],
    )
    return view


def _person(store: Store, today: date, ref: PersonRef, texts: Askable) -> PersonBrief:
    person = people.person(store, ref.id)
    kept = standings.standing(store, ref.id)
    past = conversations.with_person(store, ref.id, most=LAST_TIMES)
    facts = conversations.facts_about(store, ref.id)
    return PersonBrief(
        person=ref,
        tier=kept.tier,
        score=kept.score,
        quiet_days=_quiet(past, today),
        company=person.company,
        position=person.position,
        birthday=_near(person.birthday, today),
        connected_on=people.connected_on(store, ref.id),
        let_go_on=person.let_go_on,
        let_go_because=person.let_go_because,
        snoozed_until=person.snoozed_until,
        last=seen.talks(store, past),
        are=_latest_first(facts, Side.ARE),
        blanks=portrait.blanks(facts),
        do=_latest_first(facts, Side.DO),
        notes=_latest_first(facts, None),
        promises=_open(store, ref),
        questions=_questions(store, today, ref, facts, texts),
    )


def _quiet(past: Sequence[Conversation], today: date) -> int | None:
    return max((today - past[0].when.day).days, 0) if past else None


def _near(birthday: str | None, today: date) -> BirthdayNear | None:
    if birthday is None:
        return None
    coming = birthdays.next_birthday(birthday, today)
    if coming - today > BIRTHDAY_NEAR:
        return None
    return BirthdayNear(coming, birthdays.turns(birthday, coming))


def _latest_first(facts: Sequence[Fact], side: Side | None) -> tuple[FactSeen, ...]:
    return tuple(
        seen.fact(fact)
        for fact in reversed(facts)
        if (fact.facet.side if fact.facet else None) is side
    )


def _open(store: Store, ref: PersonRef) -> tuple[PromiseSeen, ...]:
    """Open promises both ways, by their day; those without a day come last."""
    found = [
        promise
        for promise in owed.with_person(store, ref.id)
        if promise.kept_on is None
    ]
    found.sort(key=lambda promise: (promise.due or date.max, promise.id))
    return tuple(map(seen.promise, found))


def _questions(
    store: Store,
    today: date,
    ref: PersonRef,
    facts: Sequence[Fact],
    texts: Askable,
) -> tuple[QuestionSeen, ...]:
    """Three questions, the first of them the one that the morning list has."""
    week = monday(today)
    chosen = briefing.three(
        texts,
        [Told(fact.facet, fact.text, fact.day) for fact in facts if fact.facet],
        standings.deepest(store, ref.id),
        seed=seed_of(ref.name, week),
        used=asked.lately_of(store, ref.id, week),
    )
    return tuple(
        QuestionSeen(*question, FactSeen(ref, *about) if about else None)
        for question, about in chosen
    )
