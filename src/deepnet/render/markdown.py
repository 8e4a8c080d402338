"""A report as Markdown, to keep or to share.

User text is escaped, so that it reads as it was typed and can't become markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.plain import in_markdown
from deepnet.render import sentences, together, wording
from deepnet.views.year import Year

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deepnet.render.sentences import Figure
    from deepnet.views.month import Report


def report(view: Report | Year) -> str:
    """The whole report as one Markdown document."""
    parts = (
        f"# {sentences.heading(view)}",
        in_markdown(sentences.headline(view)),
        *([in_markdown(sentences.claimed(view.claimed))] if view.claimed else []),
        *_said(sentences.before(view)),
        *_listed("Moved up", map(sentences.crossed, view.moved)),
        *_hours(view),
        *_lunches(view),
        *_table(
            "How deep it went", ("depth", "conversations"), sentences.by_depth(view)
        ),
        *_people(view),
        *_listed("Learnt", map(sentences.learnt, view.learnt)),
        *_listed("Thanks", map(sentences.thanks, view.thanks)),
        *_listed("Promises kept", map(wording.promise, view.promises.kept)),
        *_listed("Promises open", map(wording.promise, view.promises.open)),
        *_listed("Let go, with thanks", (person.name for person in view.let_go)),
        *_table("The year", ("month", "met only at events"), sentences.year(view)),
    )
    return "\n\n".join(parts) + "\n"


def _said(words: str) -> Iterable[str]:
    if words:
        yield in_markdown(words)


def _hours(view: Report | Year) -> Iterable[str]:
    said = sentences.spent(view)
    if said:
        yield "## Hours with people"
        yield in_markdown(said)
    if view.hours.total:
        yield _rows(("setting", "hours"), sentences.by_setting(view))
        yield _rows(("tier", "hours"), sentences.by_tier(view))


def _lunches(view: Report | Year) -> Iterable[str]:
    if view.lunches.number or view.lunches.left:
        yield "## Lunches"
        yield in_markdown(sentences.lunches(view))
    if view.lunches.left:
        yield in_markdown(sentences.left(view))


def _people(view: Report | Year) -> Iterable[str]:
    """A year has everybody with whom there was time outside events."""
    if isinstance(view, Year):
        figures = together.figures(view.together.people)
        yield from _table("Time with each, outside events", ("person", "time"), figures)
        yield from map(in_markdown, together.others(view.together, len(figures)))


def _listed(title: str, texts: Iterable[str]) -> Iterable[str]:
    lines = "\n".join(f"- {in_markdown(text)}" for text in texts)
    return (f"## {title}", lines) if lines else ()


def _table(title: str, head: tuple[str, str], figures: list[Figure]) -> Iterable[str]:
    return (f"## {title}", _rows(head, figures)) if figures else ()


def _rows(head: tuple[str, str], figures: list[Figure]) -> str:
    rows = [f"| {in_markdown(label)} | {words} |" for label, _, words in figures]
    return "\n".join((f"| {head[0]} | {head[1]} |", "| --- | --- |", *rows))
