"""What a pick says: why this person, in plain sentences that are true, and when.

Pure: it must not know a clock, the other people or how picks are chosen. A
sentence depends on the week, never on the day of it, so that it holds all week.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.candidates import PickKind, due, has_birthday
from deepnet.model import Answer, Depth, Precision, Setting, Side, Tier
from deepnet.plain import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from deepnet.candidates import Answers, Candidate, Last
    from deepnet.model import Facet

_NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - one line reads better than thirteen
)
_REACHED = {
    Depth.SMALLTALK: "as far as small talk",
    Depth.SHOP: "as far as shop talk",
    Depth.OPINIONS: "as far as opinions",
    Depth.PERSONAL: "as far as personal things",
    Depth.HEART: "as far as what the heart is full of",
}
_CLAIMED = {Tier.KNOWN: "know them well", Tier.ACQUAINTED: "worked with them"}
_AT_A_MEAL = (Setting.LUNCH, Setting.COFFEE)


def why(
    candidate: Candidate, kind: PickKind, today: date, *, place: str | None = None
) -> tuple[str, ...]:
    """Return one or two sentences, the weightiest first, each a true fact.

    ``place`` is the one that the candidate's nearness is about; None is the user's.
    """
    said = [
        sentence
        for sentence in (
            _promised(candidate, today) if kind is PickKind.PROMISE else "",
            "It is their birthday today." if has_birthday(candidate, today) else "",
            _so_far(candidate, kind),
            _turn(candidate),
            _near(candidate, place),
            _sides(candidate) if candidate.conversations else _noted(candidate),
        )
        if sentence
    ]
    return tuple(said[:2])


def slot(candidate: Candidate, kind: PickKind, today: date) -> str:
    """Return when and how: what fits the reason and where they work and live."""
    if kind is PickKind.PROMISE:
        return "Today"
    if has_birthday(candidate, today):
        familiar = candidate.tier in (Tier.OPENING, Tier.KNOWN)
        return "A call today" if familiar else "A message today"
    return _next_slot(candidate, kind)


def declined(answers: Answers) -> str:
    """Return what the latest answers were, for whoever asks why somebody rests."""
    if answers.last is Answer.LATER:
        return f"They said later, {_often(answers.laters)}."
    if answers.silences == answers.declined:
        return f"You asked, and no answer came, {_often(answers.silences)}."
    if answers.silences:
        refused = answers.declined - answers.silences
        return (
            f"They said no, {_often(refused)}; "
            f"no answer came, {_often(answers.silences)}."
        )
    return f"They said no, {_often(answers.declined)}."


def _often(times: int) -> str:
    return ("", "once", "twice")[times] if times <= len("ab") else f"{times} times"


def _next_slot(candidate: Candidate, kind: PickKind) -> str:
    office, home = candidate.office_near, candidate.home_near
    ate = candidate.last is not None and candidate.last.setting in _AT_A_MEAL
    if office and not (home and ate):
        return "Lunch, Tue to Thu"
    if home:
        stranger = kind is PickKind.STRANGER
        return "Drinks after work" if stranger or ate else "A walk at the weekend"
    if office is False or home is False or kind is PickKind.REVIVE:
        return "A call at the weekend"
    if kind is PickKind.DEEPEN and ate:
        return "Drinks after work"
    return "Lunch, Tue to Thu"


def _promised(candidate: Candidate, today: date) -> str:
    promise = due(candidate, today)
    if promise is None:
        return ""
    text = " ".join(promise.text.split())
    stop = "" if text.endswith((".", "!", "?", "…")) else "."
    day = f"{promise.day:%A} {promise.day.day} {promise.day:%B %Y}"
    return f"Promised for {day}: {text}{stop}"


def _so_far(candidate: Candidate, kind: PickKind) -> str:
    if kind is PickKind.STRANGER and candidate.claim in _CLAIMED:
        said = _CLAIMED[candidate.claim]
        return f"You say that you {said}; the journal has {_recorded(candidate)}."
    if not candidate.conversations:
        return "A name so far, and no conversation yet."
    if kind is PickKind.REVIVE and candidate.last:
        count = _counted(candidate.conversations, "conversation")
        return f"Quiet since {_since(candidate.last)}, after {count}."
    return f"{_capital(_recorded(candidate))}."


def _recorded(candidate: Candidate) -> str:
    """What the journal has of them, to go on with a sentence."""
    if not candidate.conversations:
        return "no conversation yet"
    if candidate.events == candidate.conversations:
        only = " so far" if candidate.events == 1 else ""
        return f"{_counted(candidate.events, 'event')}{only}, never a lunch"
    return f"{_talks(candidate)}, {_depth(candidate)}"


def _talks(candidate: Candidate) -> str:
    outside, all_of_them = candidate.outside, candidate.conversations
    if outside == all_of_them - candidate.events and candidate.events:
        events = _counted(candidate.events, "event")
        return f"{events} and {_counted(outside, 'conversation')} elsewhere"
    return _counted(all_of_them, "conversation")


def _depth(candidate: Candidate) -> str:
    return "so far" if candidate.deepest is None else _REACHED[candidate.deepest]


def _turn(candidate: Candidate) -> str:
    return "They asked last time." if candidate.my_turn else ""


def _near(candidate: Candidate, place: str | None) -> str:
    where = place or "yours"
    if candidate.office_near:
        return f"Their office is near {where}."
    return f"Their home is near {where}." if candidate.home_near else ""


def _noted(candidate: Candidate) -> str:
    if candidate.connected_on:
        return f"Connected since {candidate.connected_on:%B %Y}."
    return f"Noted at {candidate.company}." if candidate.company else ""


def _sides(candidate: Candidate) -> str:
    sides = [facet for facet in _in_order(candidate.known) if facet.side is Side.ARE]
    if not sides:
        return "Nothing is noted yet of who they are."
    if len(sides) > len("abc"):
        return f"{_capital(_number(len(sides)))} sides of who they are are noted."
    return f"Noted of who they are: {listed(facet.value for facet in sides)}."


def _in_order(facets: frozenset[Facet]) -> Iterator[Facet]:
    return iter(sorted(facets))


def _since(last: Last) -> str:
    if last.precision is Precision.YEAR:
        return f"{last.day:%Y}"
    return f"{last.day:%B %Y}"


def _counted(count: int, noun: str) -> str:
    return f"{_number(count)} {noun}{'' if count == 1 else 's'}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
