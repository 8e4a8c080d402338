"""Who may be in the journal twice: what speaks for it, and what never does."""

from __future__ import annotations

import time

import pytest

from deepnet.duplicates import Entry, find

ANA = Entry(1, "Ana Ruiz")


def mail(*addresses: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(("email", address.casefold(), address) for address in addresses)


def phone(key: str) -> tuple[tuple[str, str, str], ...]:
    return (("phone", key, key),)


def profile(key: str) -> tuple[tuple[str, str, str], ...]:
    return (("profile", key, key),)


def kinds(one: Entry, other: Entry) -> tuple[bool, list[str]] | None:
    pairs = find([one._replace(id=1), other._replace(id=2)], set())
    assert len(pairs) < 2
    return (pairs[0].certain, [s.kind for s in pairs[0].signs]) if pairs else None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # An address is strong, where the names allow it.
        (
            Entry(1, "Ana Ruiz", addresses=mail("a@x.org")),
            Entry(2, "Ana R.", addresses=mail("A@X.org")),
            (True, ["email"]),
        ),
        (
            Entry(1, "Ana Ruiz", addresses=mail("a@x.org")),
            Entry(2, "A. Ruiz", addresses=mail("a@x.org")),
            (True, ["email", "similar"]),
        ),
        (
            Entry(1, "Ana Ruiz", addresses=mail("home@x.org")),
            Entry(2, "Ben Okafor", addresses=mail("home@x.org")),
            (False, ["email"]),
        ),
        (
            Entry(1, "Ana Ruiz", addresses=profile("linkedin.com/in/ana")),
            Entry(2, "Anna Vale", addresses=profile("linkedin.com/in/ana")),
            (True, ["profile"]),
        ),
        (
            Entry(1, "Ana Ruiz", addresses=phone("+12025550171")),
            Entry(2, "Ana Ruiz", addresses=phone("+12025550171")),
            (True, ["phone", "name"]),
        ),
        # A phone can be an office's, and a number without a country is nobody's.
        (
            Entry(1, "Ana Ruiz", addresses=phone("+12025550171")),
            Entry(2, "Ben Okafor", addresses=phone("+12025550171")),
            None,
        ),
        (
            Entry(1, "Ana Ruiz", addresses=phone("117")),
            Entry(2, "Ana Vale", addresses=phone("117")),
            None,
        ),
        # A name alone is listed as what it is, in any spelling and order.
        (ANA, Entry(2, "ruiz ANÁ"), (False, ["name"])),
        (Entry(1, "Jörg Müller"), Entry(2, "Joerg Mueller"), (False, ["name"])),
        (ANA._replace(company="Acme"), ANA, (False, ["name"])),
        (
            ANA._replace(company="Acme"),
            ANA._replace(company="ACME"),
            (False, ["company", "name"]),
        ),
        (
            ANA._replace(birthday="1980-05-03"),
            ANA._replace(birthday="--05-03"),
            (False, ["birthday", "name"]),
        ),
        (
            ANA._replace(addresses=mail("a@x.org")),
            ANA._replace(addresses=mail("a@y.org")),
            (False, ["name", "other-email"]),
        ),
        # Two birthdays are two people; with one mailbox it is worth a look.
        (
            ANA._replace(birthday="1980-05-03"),
            ANA._replace(birthday="1980-05-04"),
            None,
        ),
        (
            ANA._replace(birthday="1980-05-03", addresses=mail("a@x.org")),
            ANA._replace(birthday="1980-05-04", addresses=mail("a@x.org")),
            (False, ["email", "name", "other-birthday"]),
        ),
        # What the user calls somebody, and what people are called.
        (
            Entry(1, "Elizabeth Orr", aliases=("Bess",)),
            Entry(2, "Bess Orr"),
            (False, ["alias"]),
        ),
        (Entry(1, "Robin Orr", aliases=("Bo",)), Entry(2, "Bo"), (False, ["alias"])),
        (Entry(1, "Elizabeth Orr"), Entry(2, "Beth Orr"), (False, ["call-name"])),
        (Entry(1, "Elizabeth Orr"), Entry(2, "Beth Lund"), None),
        (
            Entry(1, "Robin Orr", aliases=("Bo",)),
            Entry(2, "Bodil Lund", aliases=("Bo",)),
            None,
        ),
        # A similar name says something only in one company or with one birthday.
        (Entry(1, "Katrina Olsen"), Entry(2, "Katrina Olson"), None),
        (
            Entry(1, "Katrina Olsen", company="Acme"),
            Entry(2, "Katrina Olson", company="acme"),
            (False, ["company", "similar"]),
        ),
        (
            Entry(1, "Katrina Olsen", birthday="--05-03"),
            Entry(2, "Katirna Olsen", birthday="--05-03"),
            (False, ["birthday", "similar"]),
        ),
        (
            Entry(1, "K. Olsen", company="Acme"),
            Entry(2, "Katrina Olsen", company="Acme"),
            (False, ["company", "similar"]),
        ),
        (
            Entry(1, "Lea Quist", company="Acme"),
            Entry(2, "Lea Quist-Moe", company="Acme"),
            (False, ["company", "similar"]),
        ),
        (Entry(1, "Ana", company="Acme"), Entry(2, "Eva", company="Acme"), None),
        # One birthday with its year and a name in common: a new family name.
        (
            Entry(1, "Lea Quist", birthday="1980-05-03"),
            Entry(2, "Lea Moe", birthday="1980-05-03"),
            (False, ["birthday"]),
        ),
        (
            Entry(1, "Lea Quist", birthday="--05-03"),
            Entry(2, "Lea Moe", birthday="--05-03"),
            None,
        ),
        (Entry(1, "Ana"), Entry(2, "Ana Ruiz"), (False, ["part"])),
        (Entry(1, "Ana Vale"), Entry(2, "Ana Ruiz"), None),
        (
            Entry(1, "Ana Vale", company="Acme"),
            Entry(2, "Ben Okafor", company="Acme"),
            None,
        ),
    ],
)
def test_what_speaks_for_one_person(
    one: Entry, other: Entry, expected: tuple[bool, list[str]] | None
) -> None:
    assert kinds(one, other) == expected
    assert kinds(other, one) == expected


def test_the_surest_pair_comes_first_and_who_is_met_more_is_kept() -> None:
    entries = [
        ANA,
        Entry(2, "Ana Ruiz", conversations=3),
        Entry(3, "Ben Okafor", addresses=mail("b@x.org")),
        Entry(4, "Ben O.", addresses=mail("b@x.org")),
        Entry(5, "Cleo Moss", company="Acme"),
        Entry(6, "Cleo Moss", company="Acme"),
    ]
    found = [(pair.one.id, pair.other.id) for pair in find(entries, set())]
    assert found == [(3, 4), (5, 6), (2, 1)]


def test_what_is_known_to_be_two_people_is_left_out() -> None:
    entries = [ANA, ANA._replace(id=2), ANA._replace(id=3)]
    found = [(pair.one.id, pair.other.id) for pair in find(entries, {(1, 3)})]
    assert found == [(1, 2), (2, 3)]


def test_a_single_name_that_fits_many_fits_nobody() -> None:
    many = [Entry(number, f"Ana Nr{number}") for number in range(2, 6)]
    assert find([Entry(1, "Ana"), *many[:3]], set()) != []
    assert find([Entry(1, "Ana"), *many], set()) == []


def test_an_address_of_a_whole_office_says_nothing() -> None:
    office = [
        Entry(number, f"Ana Nr{number}", addresses=mail("info@x.org"))
        for number in range(7)
    ]
    assert find(office, set()) == []
    assert len(find(office[:3], set())) == 3


def test_a_crowd_of_one_name_is_done_in_a_moment() -> None:
    crowd = [Entry(number, "Ali Khan", company="Acme") for number in range(5000)]
    started = time.perf_counter()
    pairs = find(crowd, set())
    assert time.perf_counter() - started < 10
    assert len(pairs) == 4999
