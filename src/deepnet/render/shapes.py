"""The few shapes that every answer in a terminal is made of.

A line, a block that folds under its own beginning, rows of cells, a bar. Every text
that goes through here loses what could steer a terminal, and none is read as Rich
markup. Rich's own Table is left out on purpose: a list of 500 people would take
five times as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.text import Text

from deepnet.plain import harmless, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

Part: TypeAlias = str | tuple[str, str]
"""Words, or words and the way in which they stand out."""

STRONG, QUIET, ACCENT = "bold", "dim", "cyan"
"""The ways in which words stand out; none says what the words don't say."""

GAP = 2
"""How many cells lie between two columns."""

_LEAST = 12
"""The fewest cells in which words fold; with fewer, rows are no columns any more."""


def line(*parts: Part) -> Text:
    """One line of words; it folds where the terminal ends."""
    text = Text(overflow="fold")
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(harmless(words), style or None)
    return text


def heading(words: str) -> Text:
    """What the lines below are about, with an empty line before it."""
    return Text("\n").append(harmless(words), STRONG)


def cut(text: str, cells: int) -> str:
    """``text`` in at most that many cells, for a list that has one line for each."""
    if len(text) > cells * 4:
        text = text[: cells * 4]
    text = plain(text)
    if cell_len(text) <= cells:
        return text
    return f"{set_cell_size(text, max(cells - 1, 0)).rstrip()}…"


def bar(share: float, cells: int) -> str:
    """A bar of that many cells, filled to ``share`` (0 to 1); a little shows as one."""
    full = min(max(round(share * cells), 1 if share > 0 else 0), cells)
    return "█" * full + "░" * (cells - full)


_STEPS = "▁▂▃▄▅▆▇█"


def spark(values: Iterable[float | None]) -> str:
    """A line of one cell for each value (0 to 1); a dot where there is none.

    Only nothing is the lowest step: a little shows as more.
    """
    return "".join("·" if value is None else _step(value) for value in values)


def _step(value: float) -> str:
    step = round(value * (len(_STEPS) - 1))
    return _STEPS[min(max(step, 1 if value > 0 else 0), len(_STEPS) - 1)]


class Path(NamedTuple):
    """A path on a line of its own, never folded: it is there to be taken up whole."""

    name: str

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> RenderResult:
        """The path, however wide the console is."""
        yield Segment(harmless(self.name), console.get_style(STRONG))
        yield Segment.line()


class Block(NamedTuple):
    """Words that fold under their own beginning; ``mark`` stands before the first."""

    text: Text
    indent: int = 2
    mark: Part = ""

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        """The block, folded to the width of the console."""
        indent = min(self.indent, options.max_width // 2)
        folded = self.text.wrap(console, options.max_width - indent, overflow="fold")
        words, style = (self.mark, "") if isinstance(self.mark, str) else self.mark
        yield Segment(set_cell_size(words, indent), console.get_style(style))
        for number, part in enumerate(folded):
            if number:
                yield Segment(" " * indent)
            yield from part.render(console, end="\n")


def block(*parts: Part, indent: int = 2, mark: Part = "") -> Block:
    """Words under an indent, with ``mark`` in it; see Block."""
    return Block(line(*parts), indent, mark)


class Rows:
    """Rows of cells under one another.

    The first cell is never cut: if it is long, it has a line of its own. The last one
    folds, or is cut where ``one_line`` says so on purpose. Where the terminal is too
    narrow for columns, the cells of a row follow one another.
    """

    def __init__(
        self,
        rows: Iterable[Sequence[Part]],
        *,
        right: tuple[int, ...] = (),
        indent: int = 2,
        one_line: bool = False,
    ) -> None:
        self._rows = [[_cell(part) for part in row] for row in rows]
        self._right = right
        self._indent = indent
        self._one_line = one_line

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        """The rows, as wide as the console."""
        if not self._rows:
            return
        widths = self._widths(options.max_width)
        room = options.max_width - self._indent - sum(w + GAP for w in widths)
        for row in self._rows:
            if room < _LEAST:
                words = ", ".join(text for text, _ in row if text.strip())
                yield Block(Text(words), self._indent + GAP, " " * self._indent)
            else:
                yield from self._row(console, row, widths, room)

    def _widths(self, most: int) -> list[int]:
        """The cells that each column but the last one takes."""
        columns = [*zip(*self._rows, strict=True)][:-1]
        widths = [max(cell_len(text) for text, _ in column) for column in columns]
        rest = sum(width + GAP for width in widths[1:]) + self._indent + GAP + _LEAST
        return [min(widths[0], max(most - rest, 0)), *widths[1:]]

    def _row(
        self,
        console: Console,
        row: Sequence[tuple[str, str]],
        widths: Sequence[int],
        room: int,
    ) -> Iterator[Segment | Block]:
        (first, style), *_ = row
        if cell_len(first) > widths[0]:
            yield Block(Text(first, style), self._indent + GAP, " " * self._indent)
            row = [("", ""), *row[1:]]
        yield Segment(" " * self._indent)
        for column, ((text, style), width) in enumerate(zip(row, widths, strict=False)):
            lack = " " * (width - cell_len(text))
            padded = lack + text if column in self._right else text + lack
            yield Segment(padded + " " * GAP, console.get_style(style))
        yield from self._last(console, row[-1], room)

    def _last(
        self, console: Console, cell: tuple[str, str], room: int
    ) -> Iterator[Segment]:
        text, style = cell
        if self._one_line or cell_len(text) <= room:
            yield Segment(cut(text, room), console.get_style(style))
            yield Segment.line()
            return
        start = " " * (console.width - room)
        for number, part in enumerate(
            Text(text, style).wrap(console, room, overflow="fold")
        ):
            if number:
                yield Segment(start)
            yield from part.render(console, end="\n")


def _cell(part: Part) -> tuple[str, str]:
    words, style = (part, "") if isinstance(part, str) else part
    return harmless(words), style
