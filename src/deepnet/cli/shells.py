"""Completion in bash, zsh and fish, with names as they are: spaces, quotes, accents.

Typer installs the scripts and finds the words; its own scripts and their protocol are
replaced here, for they take a word for what it is not. Its bash script inserts a name
without quoting it, so that Ana Ruiz becomes two words and a ``$`` or a backquote in a
name is for the shell to run; its zsh script hands names to ``eval``, and loads Rich to
print the help of a word; its fish script starts deepnet twice.

Here, what deepnet prints is only ever read: one line says of what kind the words are,
and each further line is a word, with a tab and its help in zsh and fish. Nothing of a
name that is not a printable character gets there. zsh and fish quote a word when they
insert it; for bash that is done here.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from typer import _completion_shared
from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
)
from typer._completion_classes import BashComplete, FishComplete, ZshComplete

from deepnet.cli.completing import AnyPath
from deepnet.folding import fold
from deepnet.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

INSERT, LIST, TOLD, FILE = "insert", "list", "told", "file"
"""The kinds: words to go on with, only to be shown, with a line of help; and a path.

A shell puts what several words have in common in the place of what was typed. Where
that would lose some of it (Ruiz, of Ana Ruiz and Ben Ruiz), they are only shown.
"""

_BASH = r"""%(complete_func)s() {
    local kind word
    COMPREPLY=()
    {
        IFS= read -r kind
        while IFS= read -r word; do COMPREPLY+=("$word"); done
    } < <(%(autocomplete_var)s=complete_bash "$1" "${COMP_LINE:0:COMP_POINT}" "$2" \
          2>/dev/null)
    if [ "$kind" = file ]; then compopt -o default 2>/dev/null; fi
}
complete -F %(complete_func)s %(prog_name)s
"""

# Loaded by its name, from fpath, it is called for the first words at once.
_ZSH = r"""#compdef %(prog_name)s
%(complete_func)s() {
    local -a lines
    lines=("${(@f)$(%(autocomplete_var)s=complete_zsh "${(Q)words[1]}" \
        "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    local kind=$lines[1]
    shift lines
    case $kind in
        file) _files ;;
        told) lines=("${(@)lines/$'\t'/:}"); _describe '' lines -U ;;
        list) compstate[insert]= compstate[list]=list; compadd -U -a lines ;;
        insert) compadd -U -a lines ;;
    esac
}
compdef %(complete_func)s %(prog_name)s
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then %(complete_func)s "$@"; fi
"""

_FISH = r"""function %(complete_func)s
    set -l lines (%(autocomplete_var)s=complete_fish %(prog_name)s \
        (commandline -opc) (commandline -ct) 2>/dev/null)
    if test "$lines[1]" = file
        __fish_complete_path (commandline -ct)
    else if test (count $lines) -gt 1
        printf '%%s\n' $lines[2..-1]
    end
end
complete --command %(prog_name)s --no-files --arguments '(%(complete_func)s)'
"""


def adopt() -> None:
    """Let Typer install, print and answer the scripts of this module."""
    for shell, script, answering in (
        ("bash", _BASH, Bash),
        ("zsh", _ZSH, Zsh),
        ("fish", _FISH, Fish),
    ):
        _completion_shared._completion_scripts[shell] = script  # noqa: SLF001 - the only way in
        add_completion_class(answering, shell)


class _Answer(ShellComplete):
    """Answers with the kind and the words; with nothing, whatever goes wrong."""

    def complete(self) -> str:
        """All lines of the answer; ends the process where there are none."""
        try:
            lines = list(self._lines())
        except Exception:  # noqa: BLE001 - a shell's prompt is no place for an error
            lines = []
        if not lines:
            sys.exit(0)
        return "\n".join(lines)

    def _lines(self) -> Iterator[str]:
        args, typed = self.get_completion_args()
        items = self.get_completions(args, typed)
        if any(isinstance(item.value, AnyPath) for item in items):
            yield FILE
            return
        # Of "--as=lu" only what is behind the sign is completed.
        option = re.match("--[^=]*=", typed)
        offers = [Offer.of(item, option[0] if option else "") for item in items]
        kind = _kind(offers, typed)
        written = list(self.written(kind, offers))
        if written:
            yield kind
            yield from written

    def written(self, kind: str, offers: list[Offer]) -> Iterator[str]:
        """A line for each word."""
        raise NotImplementedError


class Offer(NamedTuple):
    """A word that is offered, and its help or ""; nothing in them is unprintable."""

    word: str
    help: str

    @classmethod
    def of(cls, item: CompletionItem, before: str) -> Offer:
        """What Typer found, behind the part of an option that stays."""
        return cls(before + plain(str(item.value)), plain(item.help or ""))


def _kind(offers: list[Offer], typed: str) -> str:
    shared = os.path.commonprefix([offer.word for offer in offers])  # noqa: RUF071 - by letters, as shells do
    if len(offers) > 1 and not _goes_on(shared, typed):
        return LIST
    return TOLD if any(offer.help for offer in offers) else INSERT


def _goes_on(word: str, typed: str) -> bool:
    """Whether nothing that was typed is lost, but for capitals and accents."""
    if word.casefold().startswith(typed.casefold()):
        return True
    return len(word) >= len(typed) and fold(word).startswith(fold(typed))


class Bash(_Answer, BashComplete):
    """Answers bash; called with its line up to the cursor, and the part it replaces."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The finished words, and the one at the cursor as it is meant."""
        words = read_line(sys.argv[1])
        return [word.value for word in words[1:-1]], words[-1].value

    def written(self, kind: str, offers: list[Offer]) -> Iterator[str]:
        """The words, quoted for where they are to stand."""
        last, replaced = read_line(sys.argv[1])[-1], sys.argv[2]
        if not last.raw.endswith(replaced):
            return
        kept = read_line(last.raw[: len(last.raw) - len(replaced)])[-1]
        size = len(kept.value)
        for offer in offers:
            if offer.word[:size].casefold() == kept.value.casefold():
                yield quoted(offer.word[size:], kept.quote)
        if kind == LIST:
            # With an empty word, they have nothing in common.
            yield ""


class _Split(_Answer):
    """Answers a shell that takes its line apart itself; called with the words."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The finished words, and the one at the cursor."""
        return sys.argv[2:-1], sys.argv[-1]

    def written(self, kind: str, offers: list[Offer]) -> Iterator[str]:
        """The words, each with its help behind a tab; the shell quotes them."""
        for offer in offers:
            has_help = offer.help and kind == TOLD
            yield f"{offer.word}\t{offer.help}" if has_help else offer.word


class Zsh(_Split, ZshComplete):
    """Answers zsh."""

    source_template = _ZSH


class Fish(_Split, FishComplete):
    """Answers fish, which gives the word at the cursor with its quotes."""

    source_template = _FISH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The finished words, and the one at the cursor as it is meant."""
        return sys.argv[2:-1], read_line(sys.argv[-1])[-1].value


class Word(NamedTuple):
    """A word of a command line: as typed, as meant, and the quote that is open."""

    raw: str = ""
    value: str = ""
    quote: str = ""


_PIECES = re.compile(
    r"""(?P<gap>[ \t\n]+)"""
    r"""|'(?P<single>[^']*)(?P<closed>'?)"""
    r"""|"(?P<double>(?:[^"\\]|\\.)*)(?P<shut>"?)"""
    r"""|\\(?P<escaped>.?)"""
    r"""|(?P<bare>[^ \t\n'"\\]+)""",
    re.DOTALL,
)


def read_line(line: str) -> list[Word]:
    """The words of a line as a POSIX shell reads them; the last may be unfinished."""
    words = [Word()]
    for piece in _PIECES.finditer(line):
        if piece["gap"] is not None:
            words.append(Word())
            continue
        value, quote = _piece(piece)
        last = words[-1]
        words[-1] = Word(last.raw + piece[0], last.value + value, quote)
    return words


def _piece(piece: re.Match[str]) -> tuple[str, str]:
    """What a piece of a word means, and the quote that it leaves open."""
    if piece["single"] is not None:
        return piece["single"], "" if piece["closed"] else "'"
    if piece["double"] is not None:
        meant = re.sub(r'\\(["\\$`])', r"\1", piece["double"])
        return meant, "" if piece["shut"] else '"'
    return piece["bare"] or piece["escaped"] or "", ""


def quoted(text: str, quote: str) -> str:
    """``text`` as it must stand in bash, behind a quote that is open or none."""
    if quote == "'":
        written = text.replace("'", r"'\''")
    elif quote == '"':
        # Between double quotes, a backslash before an exclamation mark stays.
        written = re.sub(r'(["\\$`])', r"\\\1", text).replace("!", "\"'!'\"")
    else:
        return re.sub(r"([^\w@%+:,./-])", r"\\\1", text)
    # Readline closes a quote itself, unless one stands there already.
    return written + quote if written.endswith(quote) else written
