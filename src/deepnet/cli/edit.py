"""The command that changes a conversation or a person: by flags, or in an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deepnet.cli.completing import complete_circle, complete_entry
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
    TheyPromisedOption,
    WithOption,
    WithoutOption,
    depth_of,
)
from deepnet.cli.session import Session

app = typer.Typer()


@app.command("edit")
def edit(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="last, the number of an entry, or a name.",
            autocompletion=complete_entry,
        ),
    ],
    text: Annotated[
        str | None,
        typer.Option("--text", metavar="TEXT", help="Entry: other words for it."),
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
    they_asked: Annotated[
        bool | None,
        typer.Option("--they-asked/--i-asked", help="Whose idea it was."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Person: another name.")
    ] = None,
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="NAME", help="Person: one more name."),
    ] = None,
    not_alias: Annotated[
        list[str] | None,
        typer.Option("--not-alias", metavar="NAME", help="Person: not called that."),
    ] = None,
    company: Annotated[
        str | None,
        typer.Option("--company", metavar="NAME", help="Person: works for them."),
    ] = None,
    position: Annotated[
        str | None,
        typer.Option("--position", metavar="TEXT", help="Person: does this there."),
    ] = None,
    email: Annotated[
        list[str] | None,
        typer.Option("--email", metavar="ADDRESS", help="Person: one more address."),
    ] = None,
    phone: Annotated[
        list[str] | None,
        typer.Option("--phone", metavar="NUMBER", help="Person: one more number."),
    ] = None,
    birthday: Annotated[
        str | None,
        typer.Option(
            "--birthday", metavar="DAY", help='Person: 29 feb 1996; "" empties.'
        ),
    ] = None,
    office: Annotated[
        str | None,
        typer.Option("--office", metavar="AREA", help="Person: works there."),
    ] = None,
    home: Annotated[
        str | None, typer.Option("--home", metavar="AREA", help="Person: lives there.")
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(
            "--tag",
            metavar="CIRCLE",
            help="Person: in this circle.",
            autocompletion=complete_circle,
        ),
    ] = None,
    not_tag: Annotated[
        list[str] | None,
        typer.Option(
            "--not-tag",
            metavar="CIRCLE",
            help="Person: not in it.",
            autocompletion=complete_circle,
        ),
    ] = None,
    whole: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Entry: all of it, as the editor shows it; - reads stdin.",
        ),
    ] = None,
    new: NewFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Change a conversation or a person.

    Examples:
      deepnet edit last --as dinner --minutes 120
      deepnet edit Kwame --office "Old Town"
    """
    from deepnet.cli import rewriting
    from deepnet.journal.editing import Changes
    from deepnet.journal.log import Said
    from deepnet.journal.people import Details

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
    changes = Changes(said, text=text)
    details = Details(
        name=name,
        aliases=tuple(alias or ()),
        not_aliases=tuple(not_alias or ()),
        company=company,
        position=position,
        emails=tuple(email or ()),
        phones=tuple(phone or ()),
        birthday=birthday,
        office=office,
        home=home,
        tags=tuple(tag or ()),
        not_tags=tuple(not_tag or ()),
    )
    session: Session = ctx.obj
    view = rewriting.edit(session, what, changes, details, text=whole, new=new)
    session.show(view, as_json)
