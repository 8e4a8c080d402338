"""How alike two folded names are: for "did you mean", never to decide who is meant."""

from __future__ import annotations

from functools import cache

UNLIKE = 100
"""The unlikeness of two names that have nothing to do with each other."""

_BEGINNING, _SLIP, _CALL_NAME = 1, 2, 3
_SHORTEST_BEGINNING = 2
_SLIPS = ((4, 1), (8, 2))
_MOST_SLIPS = 3

_CALL_NAMES = tuple(
    frozenset(line.split())
    for line in """\
abigail abby
albert al bert bertie
alexander alex alec sandy sasha xander
alexandra alex sandra sasha lexi
alfred alf fred freddie
alison ali
amanda mandy
andrew andy drew
angela angie
anthony tony ant
arthur art
barbara barb babs
benjamin ben benny
bernard bernie
beverly bev
bradley brad
caroline carrie carol
catherine cathy kate katie cat
katherine kathy kate katie kat
katrina kat trina
charles charlie chuck chaz
charlotte charlie lottie
christina chris chrissie tina
christine chris chrissie
christopher chris kit topher
daniel dan danny
david dave davy
deborah deb debbie
dennis den
donald don donnie
dorothy dot dottie
douglas doug
edward ed eddie ned ted teddy
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza libby
emily em
eugene gene
florence flo
frances fran
francis frank
frederick fred freddie
gabriel gabe
gareth gaz
geoffrey geoff
gerald gerry jerry
gregory greg
gwendolen gwen
harold harry hal
henry harry hank
isabella bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
jennifer jen jenny
jeremy jerry jez
jessica jess jessie
john jack johnny
jonathan jon jonny
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
kimberly kim
laurence larry laurie
leonard len lenny
margaret maggie meg peggy marge daisy greta
martin marty
matthew matt
maximilian max
michael mike mick mickey
nathaniel nat nate
nicholas nick nicky
nicola nicky nikki
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty tricia trish
patrick pat paddy
peter pete
philip phil pip
rachel rach
raymond ray
rebecca becca becky
richard dick rich rick ricky
robert bob bobby rob robbie bert
ronald ron ronnie
samantha sam sammy
samuel sam sammy
sarah sally sadie
stephanie steph
stephen steve
steven steve
stuart stu
susan sue susie suzie
theodore ted theo
theresa terry tess tessa
thomas tom tommy
timothy tim
valerie val
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
wilhelmina mina minnie
william bill billy will liam
zachary zach zack
""".splitlines()
)


def call_groups(first: str) -> frozenset[int]:
    """The groups of call-names that a folded first name is in, by number.

    Two different first names can be the same person's if they share a group.
    """
    return _groups().get(first, _NONE)


def call_name_of(one: str, other: str) -> bool:
    """Whether one folded name can be a call-name of the other: dave, david.

    Of longer names the first word; the rest must be the same.
    """
    first, _, rest = one.partition(" ")
    second, _, remainder = other.partition(" ")
    if first == second or rest != remainder:
        return False
    return not call_groups(first).isdisjoint(call_groups(second))


def has_call_names(folded: str) -> bool:
    """Whether a folded first name is one of those that have call-names at all."""
    return folded in _groups()


_NONE: frozenset[int] = frozenset()


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The groups of call-names that a name is in, by their places in the list."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_CALL_NAMES):
        for name in group:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def unlikeness(typed: str, name: str) -> int:
    """How far ``typed`` is from ``name`` or one of its words, both folded.

    0 is the same, ``UNLIKE`` nothing alike. Between them a beginning is nearest,
    then one slip, then a call-name, then more slips.
    """
    words = name.split()
    compared = [name] if " " in typed else [name, *words]
    fewest = min(slips(typed, word) for word in compared)
    reasons = [min(_SLIP * fewest, UNLIKE)]
    if len(typed) >= _SHORTEST_BEGINNING and f" {typed}" in f" {name}" and fewest:
        reasons.append(_BEGINNING)
    if any(call_name_of(typed, word) for word in (name, *words[:1])):
        reasons.append(_CALL_NAME)
    return min(reasons)


def slips(one: str, other: str) -> int:
    """Count the slips between two words, ``UNLIKE`` if more than their length allows.

    A slip is a letter too many, too few, wrong, or swapped with its neighbour: the
    distance of Damerau (1964), in its form without later edits inside a swap.
    """
    most = _allowed(min(len(one), len(other)))
    if abs(len(one) - len(other)) > most:
        return UNLIKE
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place in range(1, len(one) + 1):
        before, row = row, _next_row(one[:place], other, before, row)
        if min(row) > most:
            return UNLIKE
    return row[-1] if row[-1] <= most else UNLIKE


def _allowed(length: int) -> int:
    return next((most for limit, most in _SLIPS if length <= limit), _MOST_SLIPS)


def _next_row(one: str, other: str, before: list[int], row: list[int]) -> list[int]:
    """Distances of ``one`` to each beginning of ``other``, from the two rows above."""
    place, letter = len(one), one[-1]
    following = [place]
    for column, facing in enumerate(other, 1):
        cost = min(
            following[-1] + 1, row[column] + 1, row[column - 1] + (letter != facing)
        )
        swapped = (
            place > 1
            and column > 1
            and letter == other[column - 2]
            and one[-2] == facing
        )
        following.append(min(cost, before[column - 2] + 1) if swapped else cost)
    return following
