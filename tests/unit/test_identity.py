"""Who is this? Strong keys decide, a name only suggests: cases 20, 21, 22 and 26."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepnet.identity import OWN, Known, email_key, profile_key, who
from deepnet.records import Record


def record(name: str, key: str = "", **said: Any) -> Record:
    return Record("csv", key or f"name:{name}", "people.csv line 2", name)._replace(
        **said
    )


def known(**people: dict[str, object]) -> Known:
    """People with the ids 1, 2, … in the order in which they are given."""
    index = Known()
    for number, (name, said) in enumerate(people.items(), start=1):
        index.add(number, name=name.replace("_", " "), **said)  # type: ignore[arg-type]
    return index


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (" mailto:Max@Example.ORG ", "max@example.org"),
        ("René@example.org", "rené@example.org"),
        ("a.b+c@x.io", "a.b+c@x.io"),
    ],
)
def test_an_email_is_compared_without_case_but_with_accents(
    said: str, key: str
) -> None:
    assert email_key(said) == key


@pytest.mark.parametrize(
    "said",
    [
        "https://www.linkedin.com/in/ilse-brandvold-q7/",
        "http://linkedin.com/in/Ilse-Brandvold-Q7?trk=x",
        "linkedin.com/in/ilse%2Dbrandvold%2Dq7#top",
    ],
)
def test_a_profile_has_one_key(said: str) -> None:
    assert profile_key(said) == "linkedin.com/in/ilse-brandvold-q7"


@given(st.text())
def test_keys_of_keys_are_themselves(said: str) -> None:
    assert email_key(email_key(said)) == email_key(said)


def test_the_same_email_and_given_name_is_the_same_person() -> None:
    index = known(Max_Stone={"emails": ["max@example.org"]})
    assert (
        who(record("Max Stone", emails=("MAX@Example.org",)), index, None).person == 1
    )


def test_a_shared_mailbox_with_two_given_names_is_two_people() -> None:
    index = known(Ruth_Penn={"emails": ["the.penns@example.org"]})
    found = who(record("Carl Penn", emails=("the.penns@example.org",)), index, None)
    assert found.person is None


def test_two_accents_are_two_mailboxes() -> None:
    index = known(René_Núñez={"emails": ["rené@example.org"]})
    found = who(record("Rene Nunez", emails=("rene@example.org",)), index, None)
    assert found.person is None
    assert found.suggestions == ((1, "the same name, but another email"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân O’Brien", "Sian O'Brien"),
        ("Łukasz Đặng", "Lukasz Dang"),
        ("Søren Møller", "Soren Moller"),
        ("Müller Straße", "Mueller Strasse"),
        ("Kovács Réka", "Réka Kovács"),
        ("中村 健太", "中村健太"),
        ("서연 김", "김서연"),
    ],
)
def test_a_name_in_another_spelling_or_order_is_a_suggestion(
    one: str, other: str
) -> None:
    index = Known()
    index.add(1, name=one)
    assert who(record(other), index, None) == (None, ((1, "the same name"),))


def test_an_alias_that_the_user_gave_is_as_good_as_the_name() -> None:
    index = known(Elizabeth_Orr={"aliases": ["Liz", "Beth"], "emails": ["liz@x.org"]})
    assert who(record("Beth Orr"), index, None).person == 1
    assert who(record("Liz"), index, None).person == 1


def test_a_call_name_suggests_and_never_decides() -> None:
    index = known(David_Holm={"emails": ["david@example.org"]})
    assert who(record("Dave Holm"), index, None) == (
        None,
        ((1, "a call-name of theirs"),),
    )
    other = record("Dave Holm", emails=("dave.other@example.net",))
    assert who(other, index, None).suggestions == (
        (1, "a call-name of theirs, but another email"),
    )


def test_a_lone_call_name_is_asked_about() -> None:
    index = known(Robert_Falk={}, Robert_Ek={}, Ana_Ek={})
    found = who(record("Bob"), index, None)
    assert found.person is None
    assert [number for number, _ in found.suggestions] == [1, 2]


def test_the_same_given_name_alone_is_not_even_a_suggestion() -> None:
    assert who(record("Nina Dorf"), known(Nina_Arde={}), None) == (None, ())


def test_another_uid_or_birthday_is_somebody_else() -> None:
    index = Known()
    index.add(
        1,
        name="Ali Khan",
        emails=["ali@example.org"],
        birthday="1980-02-03",
        keys=[("vcard", "uid:ali-1")],
    )
    same_mail = Record(
        "vcard", "uid:ali-2", "a.vcf line 9", "Ali Khan", emails=("ali@example.org",)
    )
    assert who(same_mail, index, None).person is None
    born = record("Ali Khan", emails=("ali@example.org",), birthday="1992-11-30")
    assert who(born, index, None).person is None
    assert who(born._replace(birthday="--02-03"), index, None).person == 1


def test_the_sources_own_key_decides_first() -> None:
    index = Known()
    index.add(1, name="Lea Quist", keys=[("vcard", "uid:aaaa-1")])
    renamed = Record("vcard", "uid:aaaa-1", "b.vcf line 1", "Lea Quist-Moe")
    assert who(renamed, index, None).person == 1


def test_the_journals_own_name_of_somebody_decides_beside_another_sources() -> None:
    index = Known()
    index.add(1, name="Lea Quist", keys=[(OWN, "0f" * 16), ("vcard", "uid:aaaa-1")])
    card = Record("vcard", "uid:0f0f", "b.vcf line 1", "Lea Quist", uid="0f" * 16)
    assert who(card, index, None).person == 1
    assert who(card._replace(uid="10" * 16), index, None).person is None
    assert who(card._replace(uid=""), index, None).person is None


def test_a_phone_decides_with_the_name_only() -> None:
    index = known(Edda_One={"phones": ["+49 30 23125 111"]})
    same = record("Edda One", phones=("tel:+493023125111",))
    other = record("Ida Two", phones=("tel:+493023125111",))
    assert who(same, index, None).person == 1
    assert who(other, index, None).person is None


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_a_name_alone_is_never_certain(theirs: str, ours: str) -> None:
    index = Known()
    index.add(1, name=theirs)
    assert who(record(ours), index, "DE").person is None
