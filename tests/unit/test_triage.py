"""Whom triage asks about, in which order: worked out by hand from the rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from deepnet.model import Claim, PersonRef, Tier
from deepnet.triage import Name, Saying, to_ask, to_ask_again

TODAY = date(2026, 11, 25)


def named(number: int) -> Name:
    return Name(PersonRef(number, f"P{number}"))


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def ids(names: list[Name]) -> list[int]:
    return [one.person.id for one in names]


def test_who_is_near_comes_first_then_the_recently_connected_then_the_rest() -> None:
    plain = named(1)
    spoken = named(2)._replace(conversations=3)
    long_ago = named(3)._replace(connected_on=days_ago(900), conversations=1)
    lately = named(4)._replace(connected_on=days_ago(3))
    near = named(5)._replace(near=True)
    near_lately = named(6)._replace(near=True, connected_on=days_ago(400))
    later_plain = named(7)
    everybody = [plain, spoken, long_ago, lately, near, near_lately, later_plain]
    in_order = [6, 5, 4, 3, 2, 1, 7]
    assert ids(to_ask(everybody, TODAY)) == in_order
    assert ids(to_ask(everybody[::-1], TODAY)) == in_order


@pytest.mark.parametrize(("days", "asked"), [(0, False), (29, False), (30, True)])
def test_who_was_put_off_waits_for_thirty_days(days: int, asked: bool) -> None:
    one = named(1)._replace(put_off_on=days_ago(days))
    assert bool(to_ask([one], TODAY)) is asked
    assert one.is_waiting(TODAY) is not asked


def test_a_claim_is_asked_about_again_the_oldest_first_and_not_on_its_day() -> None:
    old = named(3)._replace(claim=Claim(Tier.NAME, days_ago(400)))
    newer = named(1)._replace(claim=Claim(Tier.KNOWN, days_ago(1)))
    as_old = named(2)._replace(claim=Claim(Tier.EVENT, days_ago(400)))
    today = named(4)._replace(claim=Claim(Tier.EVENT, TODAY))
    everybody = [newer, today, old, named(5), as_old]
    assert ids(to_ask_again(everybody, TODAY)) == [2, 3, 1]
    assert ids(to_ask(everybody, TODAY)) == [5]


def test_four_answers_are_a_claim_and_each_is_found_by_its_tier() -> None:
    claims = {saying: saying.tier for saying in Saying if saying.tier}
    assert list(claims.values()) == [
        Tier.NAME,
        Tier.EVENT,
        Tier.ACQUAINTED,
        Tier.KNOWN,
    ]
    assert all(Saying.of(tier) is saying for saying, tier in claims.items())
    with pytest.raises(KeyError):
        Saying.of(Tier.OPENING)
