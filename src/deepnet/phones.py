"""Phone numbers in every spelling, as one key.

With the extra ``deepnet[phones]`` numbers are read as their country writes them.
Without it only a number that begins with + has a key. No number is ever matched by
its tail.
"""

from __future__ import annotations

import re
import unicodedata

_PREFIX = re.compile(r"^(?:tel:)?(?:[*#]31#)?", re.IGNORECASE)
_EXTENSION = re.compile(r"(?:;ext=|\s*(?:ext\.?|x))\s*\d+$", re.IGNORECASE)
_SHORTEST, _LONGEST = 7, 15


def phone_key(typed: str, region: str | None) -> str | None:
    """The number as E.164, or None where that is not certain.

    ``region`` is the user's country, as in "DE". A number without a + that only
    looks international is not certain, and short numbers belong to nobody.
    """
    number = _EXTENSION.sub("", _PREFIX.sub("", _ascii_digits(typed).strip()))
    if number.startswith("+"):
        return _international(number)
    return _national(number, region) if region else None


def _ascii_digits(text: str) -> str:
    """Other decimal digits, such as Arabic ones, as ASCII."""
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in text
    )


def _international(number: str) -> str | None:
    digits = re.sub(r"\(0\)|\D", "", number)
    return f"+{digits}" if _SHORTEST <= len(digits) <= _LONGEST else None


def _national(number: str, region: str) -> str | None:
    try:
        import phonenumbers  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    try:
        read = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    code = str(read.country_code)
    digits = re.sub(r"\D", "", number)
    # Read as international although nothing says so: a guess of the library's.
    guessed = digits.startswith(code) and not number.startswith(("0", "("))
    if guessed or not phonenumbers.is_valid_number(read):
        return None
    e164: str = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)
    return e164
