"""Phone numbers in every spelling: case 23, written anew."""

from __future__ import annotations

import pytest

from deepnet.phones import phone_key

BERLIN = "+493023125111"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("+49 30 23125 111", BERLIN),
        ("030 / 23125-111", BERLIN),
        ("0049 (0)30 23125111", BERLIN),
        ("tel:+49-30-23125-111", BERLIN),
        ("*31#+493023125111", BERLIN),
        ("+49 30 23125 111 ext. 7", BERLIN),
        ("٠٣٠٢٣١٢٥١١١", BERLIN),
        # Ends like the others, and belongs to somebody in Cologne.
        ("0221 4710 111", "+492214710111"),
        # Looks international, and nothing says that it is.
        ("493023125111", None),
        ("116117", None),
        ("", None),
        ("no number", None),
    ],
)
def test_a_number_has_one_key_where_the_country_is_known(
    typed: str, key: str | None
) -> None:
    assert phone_key(typed, "DE") == key


@pytest.mark.parametrize("typed", ["030 / 23125-111", "493023125111", "116117", "+1"])
def test_without_a_country_only_a_plus_is_certain(typed: str) -> None:
    assert phone_key(typed, None) is None


def test_a_plus_needs_no_country() -> None:
    assert phone_key("+49 (0)30 23125-111", None) == BERLIN
