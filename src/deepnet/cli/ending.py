"""How a command ends: errors become one calm sentence and an exit code.

The codes are listed in docs/reference/exit-codes.md. With ``--json`` an error is one
object on stderr.
"""

from __future__ import annotations

import signal
import sys
from typing import Any

import typer

from deepnet.errors import Bug, DeepnetError, Interrupted
from deepnet.errors.calls import Misused
from deepnet.plain import plain

DONE = 0


def run(command: Any) -> int:
    """Run the command line once; the exit code."""
    words = sys.argv[1:]
    try:
        code = command.main(args=words, prog_name="deepnet", standalone_mode=False)
    except DeepnetError as error:
        if error.slug == Bug.slug and "--debug" in words:
            raise
        return tell(error, as_json="--json" in words)
    except typer.TyperException as error:
        return tell(Misused(error.format_message()), as_json="--json" in words)
    except (typer.Abort, KeyboardInterrupt):
        return tell(Interrupted(), as_json="--json" in words)
    # The one net: whatever is left is a bug.
    except Exception as error:
        if "--debug" in words:
            raise
        return tell(Bug(error), as_json="--json" in words)
    if code == Interrupted.exit_code:
        return tell(Interrupted(), as_json="--json" in words)
    return code if isinstance(code, int) else DONE


def tell(error: DeepnetError, *, as_json: bool) -> int:
    """Say what happened on stderr; the exit code for it."""
    if error.exit_code == Interrupted.exit_code:
        # Whoever presses Ctrl-C twice has been heard the first time.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    candidates = getattr(error, "candidates", ())
    if as_json:
        from deepnet.views import as_json as written

        text = written(
            {
                "slug": error.slug,
                "message": plain(error.message),
                "hint": plain(error.hint) if error.hint else None,
                "candidates": list(map(plain, candidates)),
            }
        )
    else:
        lines = [error.message, *(f"  {line}" for line in candidates)]
        text = "\n".join(_lines([*lines, *([error.hint] if error.hint else [])]))
    say(text)
    return error.exit_code


def _lines(texts: list[str]) -> list[str]:
    """Each text on its own line; only the indent of a candidate is kept."""
    return ["  " * text.startswith("  ") + plain(text) for text in texts]


def say(text: str) -> None:
    """A remark for people: to stderr, if there is one."""
    if sys.stderr is not None:
        typer.echo(text, err=True)
