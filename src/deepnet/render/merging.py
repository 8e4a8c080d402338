"""What is shown of two entries for one person, and of somebody forgotten."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.plain import listed
from deepnet.render import wording
from deepnet.render.people import tier
from deepnet.render.shapes import QUIET, STRONG, Rows, block, heading, line
from deepnet.views.merging import Forgotten, Merged, PairsSeen, SetApart, Swept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from deepnet.views.merging import Evidence, FieldKept, PairSeen, PersonLikely

_NOUNS = {
    "aliases": "other name",
    "identifiers": "address",
    "ties": "connection",
    "jobs": "earlier job",
    "conversations": "conversation",
    "facts": "fact",
    "promises": "promise",
    "invitations": "invitation",
    "records": "imported record",
    "tags": "circle",
    "claims": "claim",
    "distinct_people": "person who is not the same",
    "shown": "week in which they were proposed",
    "questions_shown": "question that was proposed",
}
_MANY = {
    "address": "addresses",
    "person who is not the same": "people who are not the same",
    "week in which they were proposed": "weeks in which they were proposed",
    "question that was proposed": "questions that were proposed",
}
_LABELS = {
    "company": "company",
    "position": "position",
    "birthday": "birthday",
    "office": "office",
    "home": "home",
    "snoozed_until": "not before",
    "let_go_on": "left in peace",
}


def counts(numbers: dict[str, int]) -> str:
    """Rows by table in words: "2 conversations and 1 fact"."""
    return listed(_count(number, _NOUNS[table]) for table, number in numbers.items())


def _count(number: int, noun: str) -> str:
    many = _MANY.get(noun)
    return (
        f"{number:,} {many}" if many and number > 1 else wording.counted(number, noun)
    )


def merged(view: Merged) -> Iterator[RenderableType]:
    """What is kept of each, what both had, and how to take it back."""
    kept, gone = view.kept, view.gone
    would = "would be" if view.rehearsed else "is"
    yield line((f"@{gone.id} {gone.name} {would} @{kept.id} {kept.name}.", STRONG))
    if view.were_distinct:
        yield block("It was remembered that they are not the same; that goes.")
    rows = [_field(each) for each in view.fields]
    if view.aliases:
        rows.append((("also called", QUIET), listed(view.aliases)))
    if rows:
        yield Rows(rows)
    if view.brought:
        yield block(f"Of @{gone.id} {_comes(view)}: {counts(view.brought)}")
    if view.once:
        yield block(f"Both have, and it is kept once: {counts(view.once)}")
    for moved in view.moved:
        yield block(wording.moved(moved))
    yield block((view.person.name, STRONG), f", {tier(view.person)}")
    if not view.rehearsed:
        yield line(("Not right? ", QUIET), "deepnet undo", (" parts them.", QUIET))


def _comes(view: Merged) -> str:
    return "would come" if view.rehearsed else "came"


def _field(each: FieldKept) -> tuple[tuple[str, str], str]:
    """A field, and what of the other is not kept there."""
    kept, other = _said(each.field, each.kept), _said(each.field, each.left_out)
    label = (_LABELS[each.field], QUIET)
    if each.field == "let_go_on" and not each.kept:
        return label, f"no: only one of them was, on {other}"
    if not other:
        return label, kept
    job = each.field in ("company", "position")
    return label, f"{kept or '–'} ({other} {'was before' if job else 'is left out'})"


def _said(field: str, value: str | None) -> str:
    """What a field holds, as people read it."""
    if not value:
        return ""
    if field in ("snoozed_until", "let_go_on"):
        return dates.written(date.fromisoformat(value))
    return wording.birthday(value) if field == "birthday" else value


def set_apart(view: SetApart) -> Iterator[RenderableType]:
    """That they are two, from now on or since before."""
    one, other = (f"@{person.id} {person.name}" for person in view.people)
    already = " already" if view.known else ""
    yield line(f"{one} and {other} are not the same; that is remembered{already}.")


MOST_PAIRS = 20
"""How many pairs are listed at a terminal; the rest is counted."""

_EVIDENCE = {
    "email": "the same email",
    "phone": "the same phone",
    "profile": "the same profile",
    "name": "the same name",
    "alias": "one is called like the other",
    "call-name": "a call-name of theirs",
    "similar": "a similar name",
    "part": "one name is a part of the other",
    "company": "the same company",
    "birthday": "the same birthday",
    "other-email": "but another email",
    "other-birthday": "but another birthday",
}
_NAMES = ("name", "alias", "call-name", "part")


def pairs(view: PairsSeen) -> Iterator[RenderableType]:
    """Each pair, what speaks for it, and the command to type."""
    if not view.pairs:
        yield line("Nobody seems to be in the journal twice.")
        return
    certain = [pair for pair in view.pairs if pair.certain][:MOST_PAIRS]
    others = [pair for pair in view.pairs if not pair.certain]
    others = others[: MOST_PAIRS - len(certain)]
    for words, found in (("One person twice", certain), ("Worth a look", others)):
        if found:
            yield heading(words)
        for pair in found:
            yield from _pair(pair)
    rest = len(view.pairs) - len(certain) - len(others)
    yield line("")
    if rest:
        yield line((f"and {rest:,} more; --json lists them all", QUIET))
    yield line(
        ("Two people after all? The same command with ", QUIET),
        "--not-same",
        (" remembers it.", QUIET),
    )


def _pair(pair: PairSeen) -> Iterator[RenderableType]:
    one, other = pair.people
    yield block((_who(one), STRONG), " and ", (_who(other), STRONG))
    yield block(evidence(pair.evidence), indent=4)
    yield block(f"deepnet merge @{one.id} @{other.id}", indent=4)


def _who(person: PersonLikely) -> str:
    company = f", {person.company}" if person.company else ""
    return f"@{person.id} {person.name}{company}"


def evidence(found: tuple[Evidence, ...]) -> str:
    """What speaks for a pair and against it, in words."""
    if len(found) == 1 and found[0].kind in _NAMES:
        return f"{_EVIDENCE[found[0].kind]}, and nothing else"
    return "; ".join(
        f"{_EVIDENCE[each.kind]}, {each.value}" if each.value else _EVIDENCE[each.kind]
        for each in found
    )


def forgotten(view: Forgotten) -> Iterator[RenderableType]:
    """What goes for good, what stays without them, and what is out of reach."""
    who = f"@{view.person.id} {view.person.name}"
    if view.rehearsed:
        yield line((f"{who} would go for good; it can't be undone.", STRONG))
    else:
        yield line((f"{who} is forgotten.", STRONG))
    if view.gone:
        yield block(f"{'Goes' if view.rehearsed else 'Erased'}: {counts(view.gone)}")
    if view.shared:
        talks = wording.counted(view.shared, "conversation")
        yield block(f"{talks} with others: kept, with one more who was not named")
    yield from _texts(view)
    if view.changes:
        number = wording.counted(view.changes, "older change")
        yield block(f"{number} wrote of them: what undo would need is erased")
    yield from _files(view)
    if view.left:
        yield block(
            f"The file still has {listed(view.left)}: it is somebody else's too, or "
            "stands in a text that was kept."
        )


def _texts(view: Forgotten) -> Iterator[RenderableType]:
    if view.texts:
        texts = wording.counted(view.texts, "text")
        what = "“somebody” for the name" if view.replaced else "the name stays"
        yield block(f"{texts} about others: {what}")
    if view.elsewhere:
        texts = wording.counted(view.elsewhere, "text")
        yield block(
            f"{texts} with a word of the name, which may mean others: kept; "
            "deepnet search finds them"
        )


def _files(view: Forgotten) -> Iterator[RenderableType]:
    for draft in view.drafts:
        yield block(f"What was not stored yet goes, too: {draft}")
    if view.copies:
        what = "Erased, too" if view.copies_gone else "Still hold them, or may"
        yield block(f"{what}:")
        for copy in view.copies:
            yield block(copy, indent=4)


def swept(view: Swept) -> Iterator[RenderableType]:
    """That the file was written anew, and its size."""
    yield line("Written anew, without traces of what was deleted:")
    yield block((view.journal or "an empty journal", STRONG))
    yield block((f"{view.before:,} bytes before, {view.after:,} now", QUIET))


RENDERERS = {
    Merged: merged,
    SetApart: set_apart,
    PairsSeen: pairs,
    Forgotten: forgotten,
    Swept: swept,
}
