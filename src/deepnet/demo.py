"""The invented people of ``deepnet demo``: two years of a journal, as plain values.

Everybody and every word is made up, in ``data/demo.json``; days there are counted back
from today. Pure but for reading that file: the same day gives the same world.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from deepnet.model import Answer, Depth, Facet, Setting, Tier
from deepnet.plain import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGED = Path(__file__).with_name("data") / "demo.json"
_SEED = 2016
_EVENINGS, _DAYS = 64, 720
_MOST_AT_ONCE = 4
_REGULARS = 3
"""So many events of the first person met at events only: three, and never a lunch."""


class WorldPerson(NamedTuple):
    """Somebody invented."""

    name: str
    aliases: tuple[str, ...] = ()
    company: str | None = None
    position: str | None = None
    birthday: str | None = None
    office: str | None = None
    home: str | None = None
    connected_on: date | None = None


class WorldConversation(NamedTuple):
    """A conversation with some of them.

    ``learned`` is (name, facet, text), ``promises`` (name, text, mine, due, kept on).
    """

    day: date
    people: tuple[str, ...]
    setting: Setting
    text: str
    depth: Depth | None = None
    minutes: int | None = None
    place: str | None = None
    others: int | None = None
    they_asked: bool = False
    learned: tuple[tuple[str, Facet, str], ...] = ()
    promises: tuple[tuple[str, str, bool, date | None, date | None], ...] = ()


class WorldInvitation(NamedTuple):
    """An invitation, and its answer."""

    name: str
    day: date
    setting: Setting
    by_them: bool
    answer: Answer
    answered_on: date


class WorldLetGo(NamedTuple):
    """Somebody who was thanked and left in peace."""

    name: str
    day: date
    because: str


class WorldClaim(NamedTuple):
    """What the user said of somebody, when they were asked about names."""

    name: str
    tier: Tier
    day: date


class World(NamedTuple):
    """All of it; conversations are in the order of their days."""

    people: tuple[WorldPerson, ...]
    conversations: tuple[WorldConversation, ...]
    invitations: tuple[WorldInvitation, ...]
    let_go: tuple[WorldLetGo, ...]
    claims: tuple[WorldClaim, ...]
    office: str
    home: str
    opening: str


def world(today: date) -> World:
    """The invented journal as of today; its last day is some days before."""
    data = _data()
    arcs = [_arc(today, person) for person in data["close"]]
    conversations = [one for arc in arcs for one in arc]
    conversations += _events(today, data)
    return World(
        people=(
            *map(_close, data["close"]),
            *(_met(today, number, row) for number, row in enumerate(data["met"])),
        ),
        conversations=tuple(sorted(conversations, key=lambda one: one.day)),
        invitations=tuple(_invitation(today, row) for row in data["invitations"]),
        let_go=tuple(
            WorldLetGo(name, _back(today, days), because)
            for name, days, because in data["let_go"]
        ),
        claims=tuple(_claims(today, data["claims"])),
        office=data["office"],
        home=data["home"],
        opening=data["opening"],
    )


@cache
def _data() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(PACKAGED.read_text(encoding="utf-8"))
    return read


def _back(today: date, days: int) -> date:
    return today - timedelta(days=days)


def _close(person: dict[str, Any]) -> WorldPerson:
    return WorldPerson(
        name=person["name"],
        aliases=tuple(person["aliases"]),
        company=person["company"],
        position=person["position"],
        birthday=person["birthday"],
        office=person["office"],
        home=person["home"],
    )


def _met(today: date, number: int, row: list[str | None]) -> WorldPerson:
    """Somebody met at events only; every other one is a connection of a network."""
    name, company, position, office, home = row
    connected = _back(today, 20 + 13 * number) if number % 2 else None
    return WorldPerson(
        name=str(name),
        company=company,
        position=position,
        office=office,
        home=home,
        connected_on=connected,
    )


def _arc(today: date, person: dict[str, Any]) -> Iterator[WorldConversation]:
    """One person's conversations, as they were written."""
    name = person["name"]
    for row in person["days"]:
        back, setting, text, depth, minutes, place, others, asked, learned, owed = row
        yield WorldConversation(
            day=_back(today, back),
            people=(name,),
            setting=Setting(setting),
            text=text,
            depth=Depth.of(depth) if depth else None,
            minutes=minutes,
            place=place,
            others=others,
            they_asked=bool(asked),
            learned=tuple((name, Facet(facet), fact) for facet, fact in learned),
            promises=tuple(_promise(today, name, each) for each in owed),
        )


def _promise(
    today: date, name: str, row: list[Any]
) -> tuple[str, str, bool, date | None, date | None]:
    text, mine, *days = row
    due, kept = (None if each is None else _back(today, each) for each in days)
    return name, text, mine, due, kept


def _events(today: date, data: dict[str, Any]) -> Iterator[WorldConversation]:
    """Evenings with a few people each; the first of all comes to three of them."""
    chance = random.Random(_SEED)  # noqa: S311 - invented people, not secrets
    first, *names = (row[0] for row in data["met"])
    often = iter(names * 2)
    for evening in range(_EVENINGS):
        back = 4 + (_DAYS * (_EVENINGS - evening)) // _EVENINGS
        who = [next(often) for _ in range(chance.randint(1, 2))]
        who += chance.sample(names, chance.randint(0, _MOST_AT_ONCE - 2))
        if evening % (_EVENINGS // _REGULARS) == _EVENINGS // _REGULARS - 1:
            who.insert(0, first)
        yield WorldConversation(
            day=_back(today, back),
            people=tuple(dict.fromkeys(who)),
            setting=Setting.EVENT,
            text=chance.choice(data["event_texts"]).format(
                event=chance.choice(data["events"]), who=listed(dict.fromkeys(who))
            ),
            minutes=chance.choice((None, None, 5, 10, 15)),
            others=chance.choice((30, 60, 120, 200)),
        )


def _invitation(today: date, row: list[Any]) -> WorldInvitation:
    name, back, setting, by_them, answer, answered = row
    return WorldInvitation(
        name,
        _back(today, back),
        Setting(setting),
        by_them,
        Answer(answer),
        _back(today, answered),
    )


def _claims(today: date, data: dict[str, Any]) -> Iterator[WorldClaim]:
    """One sitting, in which a part of the people was asked about."""
    day = _back(today, data["day"])
    for tier, names in data["said"].items():
        for name in names:
            yield WorldClaim(name, Tier(tier), day)
