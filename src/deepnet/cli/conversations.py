"""Commands that write down conversations, and find words in them."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.completing import complete_sentence
from deepnet.cli.options import (
    AsOption,
    AtOption,
    DepthOption,
    JsonFlag,
    LearnedOption,
    MinutesOption,
    NewFlag,
    OnOption,
    OthersOption,
    PromiseOption,
    TheyAskedFlag,
    TheyPromisedOption,
    WithOption,
    WithoutOption,
    depth_of,
)
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("log")
def log(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SENTENCE]",
            help="What you would say of it; - reads it from stdin. Without: asks.",
            autocompletion=complete_sentence,
            show_default=False,
        ),
    ] = None,
    people: WithOption = None,
    without: WithoutOption = None,
    on: OnOption = None,
    setting: AsOption = None,
    minutes: MinutesOption = None,
    place: AtOption = None,
    depth: DepthOption = None,
    learned: LearnedOption = None,
    promises: PromiseOption = None,
    they_promised: TheyPromisedOption = None,
    others: OthersOption = None,
    they_asked: TheyAskedFlag = False,
    new: NewFlag = False,
    recovered: Annotated[
        bool,
        typer.Option("--recovered", help="Store what could not be stored before."),
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Write down a conversation.

    Examples:
      deepnet log "yesterday: lunch with Kwame, his father is ill #family"
      deepnet log "3 nov: conference with Zed Lund and 60 others" --new
      deepnet log "dinner with Miriam" --depth personal --minutes 120 --they-asked
    """
    from deepnet.cli import entering
    from deepnet.journal.log import Said

    said = Said(
        people=tuple(people or ()),
        without=tuple(without or ()),
        on=on,
        setting=setting,
        minutes=minutes,
        place=place,
        depth=depth_of(depth),
        learned=tuple(learned or ()),
        promises=tuple(promises or ()),
        they_promised=tuple(they_promised or ()),
        others=others,
        they_asked=they_asked,
    )
    session: Session = ctx.obj
    if recovered:
        entering.recover(session, words or [], said, as_json=as_json)
    else:
        entering.enter(session, words or [], said, new=new, as_json=as_json)


@app.command("search")
def search(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORD...", help="Words, or the beginnings of words."),
    ],
    most: Annotated[
        int, typer.Option("--most", min=1, metavar="N", help="How many places to show.")
    ] = 20,
    as_json: JsonFlag = False,
) -> None:
    """Find words in all that was typed.

    Example: deepnet search choir
    """
    from deepnet.journal import finding

    session: Session = ctx.obj
    session.show(finding.search(session.read(), " ".join(words), most=most), as_json)
