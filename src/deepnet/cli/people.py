"""Commands about people and what is known of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from deepnet.cli.completing import complete_circle, complete_fact, complete_person
from deepnet.cli.options import JsonFlag, NameArgument, NewFlag, OnOption
from deepnet.cli.session import Session
from deepnet.model import Facet, Tier

app = typer.Typer()


class Sorting(StrEnum):
    """By what a list of people is sorted."""

    name = "name"
    score = "score"
    last = "last"
    conversations = "conversations"
    added = "added"
    worth = "worth"


class Claimed(StrEnum):
    """The tiers that one can say of somebody."""

    name = "name"
    event = "event"
    acquainted = "acquainted"
    known = "known"


@app.command("people")
def people(
    ctx: typer.Context,
    tier: Annotated[
        Tier | None, typer.Option("--tier", metavar="TIER", help=f"{', '.join(Tier)}.")
    ] = None,
    claim: Annotated[
        Claimed | None,
        typer.Option(
            "--claim", metavar="TIER", help=f"You would say: {', '.join(Claimed)}."
        ),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option("--area", metavar="AREA", help="Office or home is there."),
    ] = None,
    facet: Annotated[
        Facet | None,
        typer.Option("--facet", metavar="FACET", help="You know this side of them."),
    ] = None,
    tag: Annotated[
        str | None,
        typer.Option(
            "--tag",
            metavar="CIRCLE",
            help="In this circle.",
            autocompletion=complete_circle,
        ),
    ] = None,
    circles: Annotated[
        bool, typer.Option("--circles", help="List their circles instead.")
    ] = False,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Met since that day.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DAY", help="Last met on or before that day."),
    ] = None,
    sort: Annotated[
        Sorting, typer.Option("--sort", metavar="BY", help=f"{', '.join(Sorting)}.")
    ] = Sorting.name,
    twice: Annotated[
        bool, typer.Option("--duplicates", help="Who may be in the journal twice.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """List people.

    Examples:
      deepnet people --tier event --sort conversations
      deepnet people --facet hopes
      deepnet people --duplicates
    """
    from deepnet.journal import listing

    session: Session = ctx.obj
    wanted = listing.Filter(
        tier=tier,
        claim=Tier(claim) if claim else None,
        area=area,
        facet=facet,
        tag=tag,
        since=since,
        until=until,
        sort=sort,
    )
    store, today = session.read(), session.today
    if twice:
        from deepnet.journal.duplicates import pairs

        session.show(pairs(store, today, wanted), as_json)
    else:
        answer = listing.circles if circles else listing.listed
        session.show(answer(store, today, wanted), as_json)


@app.command("show")
def show(ctx: typer.Context, name: NameArgument, as_json: JsonFlag = False) -> None:
    """Show all that you know of somebody.

    Example: deepnet show Miriam
    """
    from deepnet.journal import portrait

    session: Session = ctx.obj
    store = session.read()
    view = portrait.show(store, session.today, name, choices=session.choices())
    session.show(view, as_json)


@app.command("why")
def why(
    ctx: typer.Context,
    name: NameArgument,
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="[OTHER]",
            help="Somebody to set beside them.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Why somebody stands where they do.

    Examples:
      deepnet why Kwame
      deepnet why Kwame Miriam
    """
    from deepnet.journal import portrait

    session: Session = ctx.obj
    store, today, choices = session.read(), session.today, session.choices()
    if other is None:
        session.show(portrait.why(store, today, name, choices=choices), as_json)
    else:
        both = portrait.compare(store, today, (name, other), choices=choices)
        session.show(both, as_json)


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="The name, as they write it.")
    ],
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="NAME", help="Another name for them."),
    ] = None,
    company: Annotated[
        str | None,
        typer.Option("--company", metavar="NAME", help="Whom they work for."),
    ] = None,
    position: Annotated[
        str | None,
        typer.Option("--position", metavar="TEXT", help="What they do there."),
    ] = None,
    email: Annotated[
        list[str] | None,
        typer.Option("--email", metavar="ADDRESS", help="Once for each."),
    ] = None,
    phone: Annotated[
        list[str] | None,
        typer.Option("--phone", metavar="NUMBER", help="Once for each."),
    ] = None,
    birthday: Annotated[
        str | None,
        typer.Option(
            "--birthday", metavar="DAY", help="29 feb 1996, or without the year."
        ),
    ] = None,
    office: Annotated[
        str | None,
        typer.Option("--office", metavar="AREA", help="The area of their office."),
    ] = None,
    home: Annotated[
        str | None,
        typer.Option("--home", metavar="AREA", help="The area of their home."),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(
            "--tag",
            metavar="CIRCLE",
            help="A circle they are in.",
            autocompletion=complete_circle,
        ),
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Somebody else has this name: add another.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Add somebody.

    Example: deepnet add "Ana Ruiz" --office "Harbour Quay"
    """
    from deepnet.journal import people as use

    session: Session = ctx.obj
    details = use.Details(
        aliases=tuple(alias or ()),
        company=company,
        position=position,
        emails=tuple(email or ()),
        phones=tuple(phone or ()),
        birthday=birthday,
        office=office,
        home=home,
        tags=tuple(tag or ()),
    )
    view = use.add(session.write(), session.today, " ".join(name), details, new=new)
    session.show(view, as_json)


@app.command("learn")
def learn(
    ctx: typer.Context,
    name: NameArgument,
    fact: Annotated[
        list[str],
        typer.Argument(
            metavar="FACT",
            help='As in "family: two sisters".',
            autocompletion=complete_fact,
        ),
    ],
    on: OnOption = None,
    new: NewFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Write down something that you learnt of somebody.

    Example: deepnet learn Kwame "joys: sings in a choir"
    """
    from deepnet.journal import learning

    session: Session = ctx.obj
    view = learning.learn(
        session.write(),
        session.today,
        name,
        " ".join(fact),
        on=on,
        choices=session.choices(new=new),
    )
    session.show(view, as_json)
