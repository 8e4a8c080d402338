"""Arguments and flags that several commands share: one name, one help."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from deepnet.cli.completing import complete_fact, complete_person
from deepnet.model import Depth, Setting


class DepthWord(StrEnum):
    """The words for a depth, as a flag takes them."""

    smalltalk = "smalltalk"
    shop = "shop"
    opinions = "opinions"
    personal = "personal"
    heart = "heart"


def depth_of(word: DepthWord | None) -> Depth | None:
    """The depth that a flag names."""
    return None if word is None else Depth.of(word)


NameArgument = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="A name, an alias, a part of a name, an email, or @ and a number.",
        autocompletion=complete_person,
        show_default=False,
    ),
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
NewFlag = Annotated[
    bool, typer.Option("--new", help="Add whoever is not in the journal yet.")
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help='The day: "friday", "3 nov", 2026-11-20.'),
]
WithOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="NAME",
        help="Who was there, a name or a #circle; once for each.",
        autocompletion=complete_person,
    ),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="NAME",
        help="Who was not there.",
        autocompletion=complete_person,
    ),
]
AsOption = Annotated[
    Setting | None,
    typer.Option("--as", metavar="SETTING", help=f"How: {', '.join(Setting)}."),
]
MinutesOption = Annotated[
    int | None,
    typer.Option("--minutes", min=0, max=100_000, metavar="N", help="How long."),
]
AtOption = Annotated[
    str | None, typer.Option("--at", metavar="PLACE", help="Where it was.")
]
DepthOption = Annotated[
    DepthWord | None,
    typer.Option("--depth", metavar="DEPTH", help=f"{', '.join(DepthWord)}."),
]
LearnedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--learned",
        metavar="FACT",
        help='What you learnt: "family: text", or "Name/family: text".',
        autocompletion=complete_fact,
    ),
]
PromiseOption = Annotated[
    list[str] | None,
    typer.Option(
        "--promise",
        metavar="TEXT",
        help='What you promised: "send the book by friday", or "Name/text".',
    ),
]
TheyPromisedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--they-promised", metavar="TEXT", help="What they promised you, likewise."
    ),
]
OthersOption = Annotated[
    int | None,
    typer.Option(
        "--others", min=0, max=1_000_000, metavar="N", help="How many more were there."
    ),
]
TheyAskedFlag = Annotated[bool, typer.Option("--they-asked", help="It was their idea.")]
