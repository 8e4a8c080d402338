"""Commands that make one entry of two, and that forget somebody for good."""

from __future__ import annotations

from typing import Annotated

import typer

from deepnet.cli.completing import complete_person
from deepnet.cli.ending import say
from deepnet.cli.options import JsonFlag, NameArgument
from deepnet.cli.session import Session

app = typer.Typer()

OptionalName = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME",
        help="A name, an alias, a part of a name, an email, or @ and a number.",
        autocompletion=complete_person,
        show_default=False,
    ),
]


@app.command("merge")
def merge(
    ctx: typer.Context,
    name: NameArgument,
    other: Annotated[
        str,
        typer.Argument(
            metavar="OTHER",
            help="The other entry for them, which goes into the first.",
            autocompletion=complete_person,
            show_default=False,
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask: merge.")] = False,
    not_same: Annotated[
        bool, typer.Option("--not-same", help="Remember that they are two people.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be kept, and do nothing.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Make one entry of two for the same person.

    Example: deepnet merge "Anna Moreau" "Anna Lindqvist" --dry-run
    """
    from deepnet.journal import merging

    session: Session = ctx.obj
    if not (yes or not_same or dry_run):
        session.need_terminal("say --yes, --not-same or --dry-run")
    both = merging.pair(session.read(), name, other, choices=session.choices())
    if dry_run or not (yes or not_same):
        view = merging.merge(session.read(), session.today, both, rehearse=True)
        session.show(view, as_json and dry_run)
        yes, not_same = (False, False) if dry_run else _asked()
    if not_same:
        session.show(merging.set_apart(session.write(), both), as_json)
    elif yes:
        session.show(merging.merge(session.write(), session.today, both), as_json)


@app.command("forget")
def forget(
    ctx: typer.Context,
    name: OptionalName = None,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask: erase.")] = False,
    replace: Annotated[
        bool | None,
        typer.Option(
            "--replace-names/--keep-names",
            help="Put “somebody” for the name in texts about others, or leave it.",
            show_default=False,
        ),
    ] = None,
    copies: Annotated[
        bool | None,
        typer.Option(
            "--copies/--keep-copies",
            help="Erase older copies of the journal beside it, too, or leave them.",
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go, and do nothing.")
    ] = False,
    sweep: Annotated[
        bool, typer.Option("--sweep", help="Only write the file anew, without traces.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Erase somebody for good.

    Example: deepnet forget Umar --dry-run
    """
    from deepnet.cli import forgetting

    session: Session = ctx.obj
    wanted = forgetting.Wanted(name, replace, copies, dry_run=dry_run, yes=yes)
    do = forgetting.sweep if sweep else forgetting.forget
    view = do(session, wanted)
    if view:
        session.show(view, as_json)


def _asked() -> tuple[bool, bool]:
    """Whether to merge, and whether to remember that they are not the same."""
    answer = input("Merge? y yes, d they are different people [y/N/d] ").strip().lower()
    if answer not in ("y", "yes", "d"):
        say("Left as they are.")
    return answer in ("y", "yes"), answer == "d"
