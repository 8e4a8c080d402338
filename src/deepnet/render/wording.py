"""The short phrases that answers are made of: days, lengths, names, counts.

Text only, so that the terminal and Markdown say the same. User text comes and goes
as it is; making it safe is left to whoever shows it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.model import Answer, Depth, Facet, Setting
from deepnet.phrases import MONTHS
from deepnet.plain import listed
from deepnet.triage import Saying

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deepnet.model import Claim, PersonRef
    from deepnet.views.conversations import (
        ConversationSeen,
        FactSeen,
        Moved,
        PromiseSeen,
    )
    from deepnet.views.invitations import InvitationSeen

_HOW = {Setting.WORK: "at work", Setting.VIDEO: "video call", None: "talk"}
_DEPTHS = {Depth.SMALLTALK: "small talk", Depth.SHOP: "shop talk"}
_MANY = {"person": "people"}


def counted(number: int, noun: str) -> str:
    """A number and its noun: "1 person", "3 people", "2 conversations"."""
    many = _MANY.get(noun, f"{noun}s")
    return f"{number:,} {noun if number == 1 else many}"


def circle(tag: str) -> str:
    """A circle as it is written in a sentence: "#bookclub"."""
    return f"#{tag}"


def moment(at: str) -> str:
    """A moment as it is kept, "2026-11-25T12:00:00Z", as people read it."""
    return f"{dates.written(date.fromisoformat(at[:10]))}, {at[11:16]} UTC"


def company(people: Iterable[PersonRef], others: int | None) -> str:
    """Who was there: everybody who was named, and how many who were not."""
    return names([person.name for person in people], others)


def names(listed_names: Iterable[str], others: int | None) -> str:
    """As ``company``, from names alone."""
    who = list(listed_names)
    if others:
        more = f"{others:,} other" + "s" * (others > 1) if who else ""
        who.append(more or f"{others:,} not named")
    return listed(who)


def how(setting: Setting | None) -> str:
    """A setting as it stands before "with": "lunch", "video call", "talk"."""
    return _HOW.get(setting) or str(setting)


def deep(depth: Depth) -> str:
    """A depth as it is said: "small talk", "personal"."""
    return _DEPTHS.get(depth, depth.word)


def length(minutes: int) -> str:
    """Minutes as they are said: "45 min", "2 h", "1 h 30 min"."""
    whole, rest = divmod(minutes, 60)
    parts = (f"{whole:,} h" if whole else "", f"{rest} min" if rest else "")
    return " ".join(filter(None, parts)) or "0 min"


def hours(number: float) -> str:
    """Hours with one decimal where it says something: "12 h", "7.5 h"."""
    shown = f"{number:,.1f}"
    return f"{shown.removesuffix('.0')} h"


def percent(share: float) -> str:
    """A share in whole percent; 0% and 100% only where they are exact."""
    if 0 < share < 1:
        return f"{min(max(int(share * 100 + 0.5), 1), 99)}%"
    return f"{int(share * 100)}%"


_KILO = 1000


def size(number: int) -> str:
    """So many bytes as they are said: "812 bytes", "54 kB", "1.2 MB"."""
    if number < _KILO:
        return f"{number} bytes"
    if number < _KILO * _KILO:
        return f"{number / _KILO:.0f} kB"
    return f"{number / _KILO / _KILO:,.1f} MB"


def meeting(seen: ConversationSeen) -> str:
    """When, how, with whom and where: "Wed 25 Nov 2026, lunch with Ana at the bay"."""
    day = dates.written(seen.day, seen.precision)
    when = f"{day}, {seen.clock}" if seen.clock else day
    who = company(seen.people, seen.others)
    what = f"{how(seen.setting)} with {who}" if who else how(seen.setting)
    return f"{when}, {what} at {seen.place}" if seen.place else f"{when}, {what}"


def told(seen: ConversationSeen) -> str:
    """What was said of it beside: its depth, its length, whose idea it was."""
    parts = (
        "" if seen.depth is None else deep(seen.depth),
        "" if seen.minutes is None else length(seen.minutes),
        "their idea" if seen.they_asked else "",
    )
    return ", ".join(filter(None, parts))


def learnt(person: PersonRef, facet: Facet | None, text: str) -> str:
    """Something learnt: "Ana, family: two sisters"."""
    return f"{person.name}, {facet}: {text}" if facet else f"{person.name}: {text}"


def fact(seen: FactSeen) -> str:
    """A fact as it is shown where several people may be meant."""
    return learnt(seen.person, seen.facet, seen.text)


def promise(seen: PromiseSeen) -> str:
    """A promise and its day: "You promised Ana: the book, by Fri 27 Nov 2026"."""
    name = seen.person.name
    who = f"You promised {name}" if seen.mine else f"{name} promised you"
    if seen.kept_on:
        return f"{who}: {seen.text}, kept on {dates.written(seen.kept_on)}"
    day = f", by {dates.written(seen.due)}" if seen.due else ""
    return f"{who}: {seen.text}{day}"


_WITHOUT_ARTICLE = (Setting.LUNCH, Setting.COFFEE, Setting.DINNER, Setting.DRINKS)
_INVITED = {
    Setting.EVENT: "an event",
    Setting.WORK: "some time at work",
    Setting.VIDEO: "a video call",
}


def invited_for(setting: Setting) -> str:
    """A setting as it stands behind "for": "lunch", "a walk"."""
    if setting in _WITHOUT_ARTICLE:
        return setting.value
    return _INVITED.get(setting, f"a {setting.value}")


_ANSWERS = {Answer.LATER: "not now, later", Answer.SILENCE: "no answer came"}


def answer(said: Answer | None) -> str:
    """An answer as it is read: "yes", "not now, later", "no answer came"."""
    return "no answer yet" if said is None else _ANSWERS.get(said, said.value)


def invitation(seen: InvitationSeen) -> str:
    """Who asked, when and for what: "You asked Ana for lunch on Fri 27 Nov 2026".

    The day of the asking is said only where no other day was proposed.
    """
    name = seen.person.name
    who = f"{name} asked you" if seen.by_them else f"You asked {name}"
    what = f" for {invited_for(seen.setting)}" if seen.setting else ""
    if seen.planned_for:
        return f"{who}{what} on {dates.written(seen.planned_for)}"
    return f"{who}{what}, on {dates.written(seen.day)}"


def birthday(said: str) -> str:
    """A birthday as people read it, with or without its year: "3 May 1980"."""
    year, month, day = said.rsplit("-", 2)
    return f"{int(day)} {MONTHS[int(month) - 1]} {year.strip('-')}".rstrip()


def moved(seen: Moved) -> str:
    """A tier before and after: "Ana: event only → acquainted"."""
    return f"{seen.person.name}: {seen.from_.words} → {seen.to.words}"


def claim(said: Claim) -> str:
    """What you would have said, and when: "know well (Tue 3 Nov 2026)"."""
    return f"{Saying.of(said.tier).words} ({dates.written(said.on)})"


_DAYS_TOLD, _WEEKS_TOLD, _MONTHS_TOLD = 14, 61, 731
"""Below these many days, a silence is told in days, in weeks, and in months."""


def quiet(days: int | None) -> str:
    """How long ago somebody was last spoken with, without blame.

    In whole units that have passed, never rounded up; a month is 30.44 days.
    """
    if days is None:
        return "no conversation yet"
    if days < 1:
        return "you spoke today"
    if days < _DAYS_TOLD:
        return f"quiet for {counted(days, 'day')}"
    if days < _WEEKS_TOLD:
        return f"quiet for {days // 7} weeks"
    if days < _MONTHS_TOLD:
        return f"quiet for {int(days / 30.44)} months"
    return f"quiet for {int(days / 365.25)} years"


LINE = 100
"""How many characters of a text stand for it in a list."""


_WORD = 20
"""A word that is longer is cut where a text ends; of others, the last is left out."""


def clipped(text: str, most: int) -> str:
    """The beginning of a text, for a list that says on purpose only so much."""
    words = text[: most * 2].split()
    short = " ".join(words)
    if len(short) <= most and len(text) <= most * 2:
        return short
    whole, _, begun = short[: most + 1].rpartition(" ")
    return f"{whole if whole and len(begun) <= _WORD else short[:most].rstrip()}…"
