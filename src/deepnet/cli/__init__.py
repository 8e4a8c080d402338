"""The command line: which commands there are, and where errors become exit codes.

Commands are loaded one by one, when they are called: the table below is what
``--help`` and the completion of command names read.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_command_from_info

from deepnet import __version__
from deepnet.cli.completing import complete_path
from deepnet.cli.session import Session

SECTIONS: dict[str, dict[str, tuple[str, str]]] = {
    "Every day": {
        "log": ("conversations", "Write down a conversation."),
        "who-next": ("agenda", "Whom to see next, why, and what to ask."),
        "brief": ("brief", "Before you meet: last times, facts, promises, questions."),
        "report": ("month", "A month with people, in figures."),
    },
    "People": {
        "people": ("people", "List people."),
        "show": ("people", "Show all that you know of somebody."),
        "why": ("people", "Why somebody stands where they do."),
        "add": ("people", "Add somebody."),
        "edit": ("edit", "Change a conversation or a person."),
        "triage": ("triage", "Say of each name how well you would say you know them."),
        "learn": ("people", "Write down something that you learnt of somebody."),
        "merge": ("merging", "Make one entry of two for the same person."),
        "let-go": ("resting", "Thank somebody and leave them in peace."),
        "snooze": ("resting", "Don't propose somebody for a while."),
        "forget": ("merging", "Erase somebody for good."),
    },
    "Between lunches": {
        "ask": ("inviting", "You asked somebody for some time, or they asked you."),
        "answer": ("inviting", "What came of an invitation."),
        "promise": ("promising", "Write down a promise, yours or theirs."),
        "done": ("promising", "A promise was kept."),
        "search": ("conversations", "Find words in all that was typed."),
    },
    "Your data": {
        "import": ("importing", "Bring people and conversations from a file."),
        "export": ("archive", "Take everything out."),
        "backup": ("care", "Copy the journal, and prove the copy sound."),
        "restore": ("care", "Go back to a backup, or bring an export back."),
        "doctor": ("care", "Check that the journal is sound."),
        "encrypt": ("sealing", "Let only a passphrase open the journal."),
        "decrypt": ("sealing", "Let the journal be opened without a passphrase."),
        "undo": ("data", "Take back the last change."),
        "history": ("data", "List the changes."),
        "where": ("data", "Where the journal lives."),
        "config": ("data", "Show or set a setting."),
        "demo": ("demo", "Try it all on a throw-away journal."),
    },
}
"""The commands by section: the module that holds each, and its line in the help."""

_WITH_VALUE = ("--db", "--passphrase-fd")
"""Flags before the command that take the word after them."""

_COMPLETION = frozenset(("--install-completion", "--show-completion"))

COMMANDS = {
    name: where for section in SECTIONS.values() for name, where in section.items()
}


class Commands(TyperGroup):
    """The group of all commands; loads the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All names, in the order of the help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one command; None if there is none by that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"deepnet.cli.{COMMANDS[cmd_name][0]}")
        for info in module.app.registered_commands:
            if info.name == cmd_name:
                return _with_examples(
                    get_command_from_info(
                        info, pretty_exceptions_short=True, rich_markup_mode=None
                    )
                )
        raise LookupError(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; an unknown one gets a suggestion."""
        # Typer suggests from this mapping, and looks at its keys only.
        self.commands: Any = dict.fromkeys(COMMANDS)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands in their sections, without loading any."""
        del ctx
        widest = max(map(len, COMMANDS))
        for section, commands in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl(
                    [(f"{name:{widest}}", line) for name, (_, line) in commands.items()]
                )

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Complete the name of a command from the table, without loading any."""
        items = super(TyperGroup, self).shell_complete(ctx, incomplete)
        if items or incomplete.startswith("-"):
            return items
        from typer._click.shell_completion import CompletionItem

        return [
            CompletionItem(name, help=line)
            for name, (_, line) in COMMANDS.items()
            if name.startswith(incomplete)
        ]


def _with_examples(command: Any) -> Any:
    """Keep the examples of a help as they are typed: their lines are never folded."""
    command.help = (command.help or "").replace("\n\nExample", "\n\n\b\nExample")
    return command


app = typer.Typer(
    name="deepnet",
    cls=Commands,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        typer.echo(f"deepnet {__version__}")
        raise typer.Exit


@app.callback()
def deepnet(
    ctx: typer.Context,
    db: Annotated[
        Path | None,
        typer.Option(
            "--db",
            help="Use this journal (or set DEEPNET_DB).",
            metavar="PATH",
            autocompletion=complete_path,
        ),
    ] = None,
    passphrase_fd: Annotated[
        int | None,
        typer.Option(
            "--passphrase-fd",
            min=0,
            metavar="N",
            help="Read the passphrase of an encrypted journal from this descriptor.",
            show_default=False,
        ),
    ] = None,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of a bug.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """A journal of how well you know people, kept on your own disk.

    Log a lunch, see each morning whom to meet next, read your month. Each command
    has examples in its own help, as in: deepnet log --help
    """
    del version, debug  # acted on before and after this runs
    words = said_after(ctx.invoked_subcommand, sys.argv[1:])
    session = Session(db, os.environ, words, passphrase_fd)
    ctx.obj = ctx.with_resource(session)
    if ctx.invoked_subcommand is None:
        from deepnet.cli.agenda import morning

        morning(ctx)


def said_after(command: str | None, words: list[str]) -> tuple[str, ...]:
    """The command and its own words, without what stands before it."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in _WITH_VALUE else 1
    return tuple(words[at:]) if words[at : at + 1] == [command] else ()


def main() -> None:
    """Run the command line; ends the process with the exit code of DESIGN's table."""
    from deepnet.cli import ending

    command = get_command(app)
    if "_DEEPNET_COMPLETE" in os.environ or _COMPLETION.intersection(sys.argv):
        from deepnet.cli import shells

        shells.adopt()
    sys.exit(ending.run(command))
