"""Somebody as a page of Markdown, in a folder that an Obsidian reader links together.

User text is escaped, so that it reads as it was typed and can't become markup.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.model import Facet, PersonRef, Side
from deepnet.plain import in_markdown, plain, plain_lines
from deepnet.render import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deepnet.archive import Page
    from deepnet.views.conversations import ConversationSeen, FactSeen
    from deepnet.views.people import Portrait

_OBSIDIAN = re.compile(r"\\?(==|%%)")
"""What Obsidian takes for a mark or a comment, beyond CommonMark."""


def note(seen: Page) -> str:
    """The whole page."""
    person = seen.person
    parts = (
        _front(person, seen.tags),
        f"# {_text(person.name)}",
        *_facts(person, Side.ARE),
        *_facts(person, Side.DO),
        *_section("Notes", (_fact(one) for one in person.facts if not one.facet)),
        *_section("Promises", _promises(person)),
        *_conversations(seen),
    )
    return "\n\n".join(parts) + "\n"


def _front(person: Portrait, tags: tuple[str, ...]) -> str:
    """What programs read of the page: YAML, of which JSON is a part."""
    fields = {
        "name": person.name,
        "aliases": person.aliases,
        "tags": [re.sub(r"[^\w/-]+", "-", tag) for tag in tags],
        "tier": person.tier.words,
        "score": person.score,
        "last": person.last,
        "company": person.company,
        "position": person.position,
        "birthday": person.birthday,
        "emails": person.emails,
        "phones": person.phones,
        "profiles": person.profiles,
        "office": person.office,
        "home": person.home,
        "let_go_on": person.let_go_on,
    }
    lines = (f"{key}: {_yaml(said)}" for key, said in fields.items() if _said(said))
    return "\n".join(("---", *lines, "---"))


def _said(value: object) -> bool:
    return value not in (None, "", (), [])


def _yaml(said: object) -> str:
    if isinstance(said, (tuple, list)):
        return f"[{', '.join(map(_yaml, said))}]"
    if isinstance(said, float):
        return f"{said:.1f}"
    return json.dumps(plain(str(said)), ensure_ascii=False)


def _text(text: str) -> str:
    return _OBSIDIAN.sub(lambda found: f"\\{found[1][0]}" * 2, in_markdown(text))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    items = "\n".join(f"- {line}" for line in lines)
    if items:
        yield f"## {title}"
        yield items


def _facts(person: Portrait, side: Side) -> Iterator[str]:
    facts = (
        f"**{facet}**: {_fact(one)}"
        for facet in Facet
        for one in person.facts
        if one.facet is facet and facet.side is side
    )
    yield from _section(side[0].upper() + side[1:], facts)


def _fact(one: FactSeen) -> str:
    return f"{_text(one.text)} ({dates.written(one.day)})"


def _promises(person: Portrait) -> Iterator[str]:
    for one in person.promises:
        box = "[x]" if one.kept_on else "[ ]"
        yield f"{box} {_text(wording.promise(one))}"


def _conversations(seen: Page) -> Iterator[str]:
    if seen.person.conversations:
        yield "## Conversations"
    for one in seen.person.conversations:
        yield f"### {_text(_when(one))}"
        yield from filter(None, (_present(one, seen), _quoted(one.text)))


def _when(one: ConversationSeen) -> str:
    where = f" at {one.place}" if one.place else ""
    clock = f", {one.clock}" if one.clock else ""
    day = dates.written(one.day, one.precision)
    return f"{day}{clock}, {wording.how(one.setting)}{where}"


def _present(one: ConversationSeen, seen: Page) -> str:
    """Who else was there, each with a link to their page, and what was said of it."""
    others = [
        PersonRef(person.id, _link(person, seen.pages))
        for person in one.people
        if person.id != seen.person.id
    ]
    company = wording.company(others, one.others)
    if one.others and not others:
        company = wording.counted(one.others, "other")
    parts = (f"with {company}" if company else "", wording.told(one))
    return "; ".join(filter(None, parts))


def _link(person: PersonRef, pages: Mapping[int, str]) -> str:
    page = pages.get(person.id)
    if page is None:
        return _text(person.name)
    shown = " ".join(re.sub(r"[\[\]|]", " ", plain(person.name)).split())
    return f"[[{page}]]" if shown in ("", page) else f"[[{page}|{shown}]]"


def _quoted(text: str) -> str:
    """The user's own words, line by line."""
    lines = (f"> {_text(line)}".rstrip() for line in plain_lines(text).split("\n"))
    return "\\\n".join(lines) if text.strip() else ""
