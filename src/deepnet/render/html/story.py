"""What a page tells, from the headline to whom to see next, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.plain import listed
from deepnet.render import sentences, together, wording
from deepnet.render.html import charts, people
from deepnet.render.html.parts import beside, entries, figure, para, section
from deepnet.render.html.tree import tag
from deepnet.views.year import Year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from deepnet.views.agenda import PickSeen
    from deepnet.views.conversations import PromiseSeen
    from deepnet.views.month import Crossed, LearntSeen, Report
    from deepnet.views.page import Page
    from deepnet.views.together import Together


def opening(view: Report | Year) -> Iterator[Element]:
    """The month, its headline, and what stands beside it."""
    yield tag("h1", sentences.heading(view))
    yield para(sentences.headline(view), "lead")
    if view.in_ten is not None:
        yield charts.tenths(view.in_ten)
    if view.claimed:
        yield para(sentences.claimed(view.claimed))
    before = sentences.before(view)
    if before:
        yield para(before, "quiet")


def sections(view: Page) -> Iterator[Element]:
    """All that follows; what there is nothing to say of is left out."""
    yield from _year(view.report)
    yield from _moved(view.report)
    yield from beside("measures", _hours(view.report), _depth(view.report))
    yield from beside(
        "notes",
        _learnt(view),
        _thanks(view.report),
        _promises(view),
        _let_go(view),
        _lunches(view.report),
    )
    yield from _people(view)
    yield from _next(view)


def _year(view: Report | Year) -> Iterator[Element]:
    if any(one.met for one in view.months):
        yield section(
            "The year: met only at events",
            figure(
                "Each month's share of everybody met, in outline those met only at "
                "events.",
                (charts.year(view, charts.WIDE), charts.year(view, charts.NARROW)),
                ("month", "met only at events"),
                [(one.label, one.words) for one in sentences.year(view)],
            ),
        )


def _moved(view: Report | Year) -> Iterator[Element]:
    if view.moved:
        yield section("Moved up", *entries(map(_crossed, view.moved)))


def _crossed(seen: Crossed) -> Element:
    tiers = f": {seen.from_.words} → {seen.to.words}"
    how = tag("div", sentences.crossed_by(seen, _SENTENCE), class_="quiet")
    return tag("li", _who(seen.person.name), tiers, how)


def _who(name: str) -> Element:
    """A name, whose direction is its own."""
    return tag("bdi", name, class_="who")


def _hours(view: Report | Year) -> Iterator[Element]:
    said = sentences.spent(view)
    if not said:
        return
    spent = [para(said)]
    if view.hours.total:
        by = (
            ("By how and where", "setting", sentences.by_setting(view)),
            ("By how well you know them", "tier", sentences.by_tier(view)),
        )
        pair = (
            figure(
                title,
                (charts.bars(f"hours-{kind}", title, found),),
                (kind, "hours"),
                [(one.label, one.words) for one in found],
            )
            for title, kind, found in by
        )
        spent.append(tag("div", *pair, class_="pair"))
    yield section("Hours with people", *spent)


def _depth(view: Report | Year) -> Iterator[Element]:
    found = sentences.by_depth(view)
    if found:
        title = "Conversations, by how deep they went"
        yield section(
            "How deep it went",
            figure(
                title,
                (charts.bars("depth", title, found),),
                ("depth", "conversations"),
                [(one.label, one.words) for one in found],
            ),
        )


def _learnt(view: Page) -> Iterator[Element]:
    """What was learnt of whom; of a year, and for others, about which sides of them."""
    facts = view.report.learnt
    if not facts:
        return
    if view.veiled or isinstance(view.report, Year):
        told = [
            tag("li", _who(name), f": {about}")
            for name, about in sentences.sides(facts)
        ]
    else:
        told = list(_told(facts))
    yield section("Learnt", *entries(told))


def _told(facts: tuple[LearntSeen, ...]) -> Iterator[Element]:
    """All that was learnt of one person after the other."""
    for person in dict.fromkeys(one.person for one in facts):
        mine = (
            tag(
                "div",
                tag("span", f"{one.facet}: ", class_="quiet"),
                tag("span", wording.clipped(one.text, _LONG), dir="auto"),
            )
            for one in facts
            if one.person == person
        )
        yield tag("li", _who(person.name), *mine)


_LONG, _SENTENCE = 240, 160
"""How many characters of a fact and of an entry a page has; ``show`` has them all."""


def _thanks(view: Report | Year) -> Iterator[Element]:
    if view.thanks:
        texts = map(sentences.thanks, view.thanks)
        yield section("Thanks", *entries(tag("li", text) for text in texts))


def _promises(view: Page) -> Iterator[Element]:
    promises = view.report.promises
    counted = view.veiled or isinstance(view.report, Year)
    if promises.kept:
        yield section("Promises kept", *_promised(promises.kept, counted=counted))
    if promises.open:
        yield section("Promises open", *_promised(promises.open, counted=view.veiled))


def _promised(seen: tuple[PromiseSeen, ...], *, counted: bool) -> Iterator[Element]:
    if counted:
        yield para(f"{sentences.counted(seen)}.")
    else:
        yield from entries(tag("li", wording.promise(one)) for one in seen)


def _let_go(view: Page) -> Iterator[Element]:
    gone = view.report.let_go
    if gone:
        names = listed(one.name for one in gone)
        number = wording.counted(len(gone), "person")
        yield section(
            "Let go, with thanks", para(f"{number if view.veiled else names}.")
        )


def _lunches(view: Report | Year) -> Iterator[Element]:
    if view.lunches.number or view.lunches.left:
        left = sentences.left(view)
        yield section(
            "Lunches",
            para(sentences.lunches(view)),
            *([para(left, "quiet")] if left else []),
        )


def _people(view: Page) -> Iterator[Element]:
    seen = view.together
    if not seen.people and not seen.event_only:
        return
    named = people.known_best(seen)[: people.NAMED]
    yield section(
        "Who is met, and who is known",
        figure(
            "To the right, more hours outside events; higher up, deeper talk.",
            (people.chart(seen, people.WIDE), people.chart(seen, people.NARROW)),
            ("person", "hours, depth and tier"),
            [(one.person.name, together.told(one)) for one in named],
        ),
        *(para(one, "quiet") for one in _unnamed(seen)),
    )


def _unnamed(seen: Together) -> Iterator[str]:
    """Who is in the picture without a name, and who is not in it."""
    more = min(len(seen.people), people.MARKED) - people.NAMED
    if more > 0:
        yield f"{more:,} more are in the picture, and not in the table."
    # The crowd says itself how many are met only at events.
    yield from together.others(seen._replace(event_only=0), people.MARKED)


def _next(view: Page) -> Iterator[Element]:
    if view.picks:
        yield section("Whom to see next", *entries(map(_pick, view.picks)))


def _pick(seen: PickSeen) -> Element:
    why = " ".join(seen.why)
    question = seen.question.text or f"A question about: {seen.question.facet}."
    return tag(
        "li",
        _who(seen.person.name),
        f", {seen.tier.words}",
        tag("div", why) if why else "",
        tag("div", f"{seen.slot}.", class_="quiet"),
        tag("div", question, class_="ask"),
    )
