"""Lines of the form ``[group.]NAME[;PARAMETERS]:VALUE``, as in cards and calendars.

A small reader of our own: the kept ones stop at the first broken line, where one bad
record must not cost the others.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from functools import cache
from quopri import decodestring
from typing import TYPE_CHECKING, NamedTuple

from deepnet.plain import storable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Property(NamedTuple):
    """One line: its name in capitals, its parameters as they stand, its raw value.

    ``group`` is what stands before the name, as in ``item1.EMAIL``, in lower case.
    """

    name: str
    params: str
    value: str
    group: str = ""

    def param(self, name: str) -> str:
        """The value of one parameter; "" without it."""
        match = _param(name).search(self.params)
        return (match[1] if match[1] is not None else match[2]).strip() if match else ""


class Block(NamedTuple):
    """What stands between BEGIN and END: its line, its properties, stray lines.

    ``named`` has the properties with a value by their name.
    """

    line: int
    properties: tuple[Property, ...]
    named: Mapping[str, Sequence[Property]]
    strays: tuple[str, ...]
    is_closed: bool

    def every(self, name: str) -> Sequence[Property]:
        """The properties of a name that have a value, in order."""
        return self.named.get(name, ())

    def all(self, name: str) -> list[str]:
        """The values of a property, in order, as they stand."""
        return [p.value.strip() for p in self.every(name)]

    def one(self, name: str) -> str:
        """The first value of a property, unescaped; "" if it has none."""
        return unescaped((self.all(name) or [""])[0])


@cache
def _param(name: str) -> re.Pattern[str]:
    return re.compile(rf';\s*{name}=(?:"([^"]*)"|([^;]*))', re.IGNORECASE)


@cache
def _line() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)"
        r'(?P<params>(?:;(?:"[^"]*"|[^:;"])*)*):(?P<value>.*)',
        re.DOTALL,
    )


def blocks(text: str, kind: str) -> Iterator[Block]:
    """The blocks of one kind, as VCARD or VEVENT; what stands inside others too.

    One without an end stops where the next begins. Blocks inside, such as alarms,
    are passed over.
    """
    begin, end = f"BEGIN:{kind}", f"END:{kind}"
    begun, inner = 0, ""
    found: list[Property] | None = None
    strays: list[str] = []
    for number, line in unfolded(text):
        plain = line.strip().upper() if line[:1] in "BbEe \t" else ""
        if plain in (begin, end):
            if found:
                yield _block(begun, found, strays, is_closed=plain == end)
            begun, found, inner = number, [] if plain == begin else None, ""
            strays = []
        elif found is None:
            continue
        elif inner or plain.startswith("BEGIN:"):
            inner = _inner(inner, plain)
        else:
            _keep(line, found, strays)
    if found:
        yield _block(begun, found, strays, is_closed=False)


def _is_binary(read: Property) -> bool:
    """Whether a value is a picture or the like, of which more lines may follow."""
    params = read.params.upper()
    return "BASE64" in params or "ENCODING=B" in params


def _block(
    line: int, found: list[Property], strays: list[str], *, is_closed: bool
) -> Block:
    named: dict[str, list[Property]] = {}
    for read in found:
        if read.value.strip():
            named.setdefault(read.name, []).append(read)
    kept = tuple(filter(None, strays))
    return Block(line, tuple(found), named, kept, is_closed)


def _inner(inner: str, plain: str) -> str:
    """The end of the block inside that is being passed over; "" after it."""
    if inner:
        return "" if plain == inner else inner
    return plain.replace("BEGIN:", "END:", 1)


def _keep(line: str, found: list[Property], strays: list[str]) -> None:
    read = _property(line)
    if read:
        found.append(read)
    elif not line.strip():
        strays.append("")
    elif not (found and _is_binary(found[-1])):
        if found and strays[-1:] == [""]:
            # Some programs leave an empty line in the middle of a value.
            whole = found[-1]
            found[-1] = whole._replace(value=f"{whole.value}\n{line.strip()}")
        strays.append(line.strip())


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines with their numbers: folded ones joined, soft breaks too.

    A folded line goes on behind an empty one as well, which some programs put there.
    """
    begun, whole, is_soft, blank = 0, "", False, 0
    for number, line in enumerate(text.split("\n"), start=1):
        if is_soft and whole.endswith("="):
            whole = whole[:-1] + line
        elif whole and line[:1] in (" ", "\t"):
            whole, blank = whole + line[1:], 0
        elif not line:
            blank = number
        else:
            if whole:
                yield begun, whole
            if blank:
                yield blank, ""
            begun, whole, blank = number, line, 0
            is_soft = line.endswith("=") and "QUOTED-PRINTABLE" in line.upper()
    if whole:
        yield begun, whole


def _property(line: str) -> Property | None:
    match = _line().fullmatch(line)
    if match is None:
        return None
    group, name, params, value = match.groups()
    return Property(name.upper(), params, value, (group or "").lower())


def parts(read: Property, sign: str = ";") -> list[str]:
    """The parts of a structured value: taken apart first, then decoded, unescaped.

    ``sign`` stands between them, and is a letter like others behind a backslash.
    """
    marked = re.sub(
        rf"\\.|{sign}",
        lambda found: "\0" if found[0] == sign else found[0],
        read.value.replace("\0", ""),
    )
    return [
        unescaped(decoded(read._replace(value=part))).strip()
        for part in marked.split("\0")
    ]


def text_of(read: Property) -> str:
    """A value that is one text: decoded, unescaped."""
    return unescaped(decoded(read)).strip()


def decoded(read: Property) -> str:
    """A value without its quoted-printable, in the charset that it names."""
    if "QUOTED-PRINTABLE" not in read.params.upper():
        return read.value
    try:
        data = decodestring(read.value.encode("utf-8", "replace"))
    except (BinasciiError, ValueError):
        return read.value
    charset = read.param("CHARSET")
    try:
        text = data.decode(charset or "utf-8")
    except (LookupError, ValueError):
        text = data.decode("cp1252", "replace")
    return storable(text.replace("\r\n", "\n"))


def unescaped(value: str) -> str:
    r"""A value without its escapes: ``\,`` ``\;`` ``\:`` ``\n`` ``\\``."""
    if "\\" not in value:
        return value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
