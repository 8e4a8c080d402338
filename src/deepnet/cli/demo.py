"""The command that shows it all on a throw-away journal."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from deepnet.cli.completing import complete_path
from deepnet.cli.options import JsonFlag
from deepnet.cli.session import Session

app = typer.Typer()

_BEGIN = """\
That was invented. To begin your own journal, after your next lunch:

  deepnet log "lunch with Ana, her sister moved to Oslo #family" --new
  deepnet who-next
  deepnet report

"""


@app.command("demo")
def demo(
    ctx: typer.Context,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            metavar="FILE",
            help="Keep the journal there.",
            autocompletion=complete_path,
        ),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Try it all on a throw-away journal of invented people.

    Example: deepnet demo
    """
    session: Session = ctx.obj
    if keep:
        _keep(session, keep, as_json=as_json)
        return
    folder = Path(tempfile.mkdtemp(prefix="deepnet-demo-"))
    try:
        _show(session, folder / "demo.db", as_json=as_json)
    finally:
        session.close()
        shutil.rmtree(folder, ignore_errors=True)
    if not as_json:
        session.answer(_BEGIN)


def _keep(session: Session, path: Path, *, as_json: bool) -> None:
    from deepnet.errors.files import FileThere

    if path.exists():
        raise FileThere(path)
    _show(session, path, as_json=as_json)
    if not as_json:
        session.answer(f"{_BEGIN}The invented one stays: deepnet --db {path} people\n")


def _show(session: Session, path: Path, *, as_json: bool) -> None:
    """Log a lunch, see a morning, read the month: each as its own command would."""
    from deepnet.journal import agenda, log, months
    from deepnet.journal.demo import settle
    from deepnet.journal.whom import Choices
    from deepnet.store import Store

    today = session.today
    store = Store.open(path, at=session.moment(), create=True)
    session.adopt(store)
    opening = settle(store, today)
    logged = log.log(store, today, opening, log.Said(minutes=60), choices=Choices())
    morning = agenda.who_next(store, today)
    month = months.report(store, today, month=None, last=True)
    if as_json:
        session.show({"log": logged, "who-next": morning, "report": month}, as_json)
        return
    for command, view in (
        (f'log "{opening}" --minutes 60', logged),
        ("who-next", morning),
        ("report --last", month),
    ):
        session.answer(f"$ deepnet {command}\n\n")
        session.show(view)
        session.answer("\n")
