"""Who was there: the people of a sentence, those whom nobody knows, and the place.

Walks through a sentence once. What follows "with" is a list of people; elsewhere
only names that somebody has, and circles that there are, are seen. Never guesses: a
name that fits several people becomes a doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import circles
from deepnet.folding import fold
from deepnet.listing import COMMAS, MOST_OTHERS, Listing
from deepnet.mentions import Found
from deepnet.sentence import ADDRESS, MARK, REFUSED, TAG, WORD
from deepnet.words import APART, AT, DETERMINERS, SETTING_OF, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deepnet.mentions import Mentions
    from deepnet.model import Named
    from deepnet.sentence import Sentence

_LONGEST_NUMBER = 12


class Doubt(NamedTuple):
    """A mention that is not certain, with the people whom it may mean.

    ``insisted``: it stood in a with-clause or was marked with ``@``, so somebody
    was there. A single candidate is somebody whose name it may only resemble.
    """

    said: str
    candidates: tuple[Named, ...]
    insisted: bool


class Span(NamedTuple):
    """Where somebody is named, as places in the text."""

    start: int
    end: int
    person: Named


class Presence:
    """What one walk through a sentence finds of people and places."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Mentions,
        members: Mapping[str, Sequence[Named]],
    ) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._mentions = mentions
        self._circles = members
        self._listing = Listing(sentence, mentions)
        self._present: set[int] = set()
        self.spans: list[Span] = []
        self.doubts: list[Doubt] = []
        self.unknown: dict[str, str] = {}
        self.others: int | None = None
        self.place: str | None = None
        self.list_ends: list[int] = []
        self.refused: list[int] = []
        self.taken: set[int] = set()
        here = 0
        while here < len(self._tokens):
            here = self._step(here)

    def _step(self, here: int) -> int:
        token = self._tokens[here]
        if token.kind == REFUSED:
            return self._refuse(here)
        if token.kind == MARK or token.marked:
            return self._mark(here, listed=False)
        if self._opens_list(here):
            return self._list(here + 1)
        if token.kind == TAG:
            return self._circle(here) or here + 1
        return self._pass(here) if token.kind == WORD else here + 1

    def _pass(self, here: int) -> int:
        """A word outside a with-clause: only somebody known is seen."""
        found = self._mentions.at(here)
        if found is None:
            for inner in self._mentions.inside(here):
                self._meet(inner, insisted=False)
            return self._recall(here) or here + 1
        if self._mentions.is_somebody_else(found):
            return self._doubt_another(found)
        self._meet(found, insisted=False)
        return found.after

    def _link(self, start: int, end: int, person: Named) -> None:
        self._present.add(person.id)
        self.spans.append(Span(start, end, person))

    def _circle(self, here: int) -> int | None:
        """A tag of a circle: all of its people were there. None for another tag."""
        start = self._tokens[here].start
        tag = circles.tag_at(self._sentence.text, start)
        after, end = self._after_tag(here, tag)
        members = self._circles.get(circles.key(tag), ())
        for person in members:
            self._link(start, end, person)
        if members:
            self.taken.update(range(here, after))
        return after if members else None

    def _no_circle(self, here: int, separator: str) -> int | None:
        """A tag in a list that is no circle's. After a comma it may be only a word."""
        tag = circles.tag_at(self._sentence.text, self._tokens[here].start)
        after, _ = self._after_tag(here, tag)
        if not circles.is_free(tag):
            return None
        if separator in COMMAS and not self._listing.ends(after):
            return None
        self.unknown.setdefault(f"#{circles.key(tag)}", f"#{tag}")
        self.taken.update(range(here, after))
        return after

    def _after_tag(self, here: int, tag: str) -> tuple[int, int]:
        """The token behind a whole tag, and the place in the text where it ends."""
        end = self._tokens[here].start + 1 + len(tag)
        after = here + 1
        while after < len(self._tokens) and self._tokens[after].start < end:
            after += 1
        return after, end

    def _recall(self, here: int) -> int | None:
        """A name in lower case of somebody who is there already: "katrina sang"."""
        found = self._mentions.at(here, insisted=True) if self.spans else None
        if found is None or self._listing.is_ordinary(here):
            return None
        if len(found.people) > 1 or found.people[0].id not in self._present:
            return None
        self._meet(found, insisted=False)
        return found.after

    def _doubt_another(self, found: Found) -> int:
        first, after = self._mentions.run(found.first, found.after)
        said = self._sentence.said(first, after)
        self.doubts.append(Doubt(said, found.people, insisted=False))
        self.taken.update(range(first, after))
        return after

    def _meet(self, found: Found, *, insisted: bool) -> None:
        self.taken.update(range(found.first, found.after))
        if len(found.people) == 1:
            self._link(found.start, found.end, found.people[0])
            return
        said = self._sentence.said(found.first, found.after)
        self.doubts.append(Doubt(said, found.people, insisted))

    def _refuse(self, here: int) -> int:
        """A backslash: what would be read there is only a word."""
        token = self._tokens[here]
        sign = self._sentence.text[token.start + 1 : token.start + 2]
        found = self._mentions.at(here, insisted=True)
        inner = next(self._mentions.inside(here), None)
        if found or inner or sign in "#＃@＠" or (token.low,) in SETTING_OF:
            self.refused.append(token.start)
        return found.after if found else here + 1

    def _mark(self, here: int, *, listed: bool) -> int:
        """An @: somebody, or else the place; a number is somebody's."""
        token = self._tokens[here]
        self.taken.add(here)
        if token.raw[:1].isdigit():
            self._number(here, listed=listed)
            return here + 1
        if token.kind == MARK:
            people = self._mentions.named(token.raw)
            span = (token.start, token.end)
            found = Found(here, here + 1, *span, people) if people else None
        else:
            found = self._mentions.at(here, insisted=True)
        if found:
            self._meet(found, insisted=True)
            return found.after
        if self.place is None:
            self.place = token.raw
        if self._opens_clause(here):
            self.list_ends.append(token.end)
        return here + 1

    def _opens_clause(self, here: int) -> bool:
        """Whether a place stands first, or right behind a list: "with Ana at @Rome"."""
        last = self.list_ends[-1] if self.list_ends else 0
        first = here - 1 - (here > 0 and self._tokens[here - 1].low in AT)
        return first <= 0 or self._tokens[first].end == last

    def _number(self, here: int, *, listed: bool) -> None:
        """Somebody by their number: "with @12", or "Ali Khan @12" to say which.

        After another word of that kind it is a time of day: "lunch @12".
        """
        raw = self._tokens[here].raw
        if not raw.isdecimal():
            return
        person = self._mentions.numbered(int(raw[:_LONGEST_NUMBER]))
        before = here - 1 if self._sentence.follows(here) and not listed else None
        if before in self.taken:
            self._answer(here, person)
        elif before is None or (self._tokens[before].low,) not in SETTING_OF:
            self._meet_numbered(here, person)

    def _answer(self, here: int, person: Named | None) -> None:
        """A number behind a name says which of several people it means."""
        if person and self.doubts and person in self.doubts[-1].candidates:
            self.doubts.pop()
            self._meet_numbered(here, person)

    def _meet_numbered(self, here: int, person: Named | None) -> None:
        token = self._tokens[here]
        if person:
            self._link(token.start, token.end, person)
        else:
            self._propose(f"@{token.raw}")

    def _propose(self, name: str) -> None:
        self.unknown.setdefault(fold(name), name)

    def _opens_list(self, here: int) -> bool:
        token = self._tokens[here]
        behind = self._sentence.text[token.end : token.end + 1]
        if token.low != "with" and (token.low != "w" or behind != "/"):
            return False
        return not (
            self._sentence.follows(here) and self._tokens[here - 1].low in APART
        )

    def _list(self, here: int) -> int:
        """The people after "with"; returns the first token that is not of the list."""
        start, end, separator = here, here, "with"
        if self._sentence.between(here).strip(" \t/:"):
            return here
        together = self._is_together(here - 1)
        while separator and here < len(self._tokens):
            lower = together and (separator not in COMMAS or self._is_lower(start))
            after = self._item(here, separator, together=lower)
            if after is None:
                break
            end = self._tail(after, together=lower)
            here, separator = self._listing.separator(end)
        if end > start:
            self.list_ends.append(self._tokens[end - 1].end)
        return end

    def _is_lower(self, here: int) -> bool:
        """Whether a list begins in lower case, so that names in it may be so too."""
        return not self._tokens[here].is_name_cased

    def _is_together(self, here: int) -> bool:
        """Whether the words before "with" tell of a meeting, for lower-case names."""
        if not self._sentence.follows(here):
            return True
        before = self._tokens[here - 1].low
        return (before,) in SETTING_OF or before in TOGETHER or here - 1 in self.taken

    def _item(self, here: int, separator: str, *, together: bool) -> int | None:
        """Read one item of the list; returns the token after it, None for no item."""
        token = self._tokens[here]
        if token.kind == REFUSED:
            return self._refuse(here)
        if token.kind == MARK or token.marked:
            return self._mark(here, listed=True)
        if token.kind == TAG:
            return self._circle(here) or self._no_circle(here, separator)
        if token.kind == ADDRESS:
            return None
        return (
            self._group(here)
            or self._somebody(here, separator, together=together)
            or self._described(here, together=together)
        )

    def _somebody(self, here: int, separator: str, *, together: bool) -> int | None:
        """A name: of somebody known, or one to be proposed."""
        named = self._listing.past_titles(here)
        found = self._mentions.at(named, insisted=True)
        if found and self._listing.may_be_word(named, found.after):
            found = None
        if found and separator in COMMAS and self._begins_clause(found):
            return None
        if found and not self._mentions.is_somebody_else(found):
            self._meet(found, insisted=True)
            return found.after
        inner = list(self._mentions.inside(here))
        for name in inner:
            self._meet(name, insisted=True)
        if inner:
            return here + 1
        return self._stranger(here, separator, together=together)

    def _begins_clause(self, found: Found) -> bool:
        """Whether a name behind a comma goes on as a clause: ", Luke is ill"."""
        is_possessive = self._tokens[found.after - 1].is_possessive
        return not is_possessive and not self._listing.ends(found.after)

    def _stranger(self, here: int, separator: str, *, together: bool) -> int | None:
        """A name that nobody has. After a comma only where the list goes on."""
        after = self._listing.new_name(here) or (
            self._listing.new_lower(here) if together else None
        )
        if after is None:
            return None
        if separator in COMMAS and not self._listing.ends(after):
            return None
        self._propose(self._sentence.said(here, after))
        self.taken.update(range(here, after))
        return after

    def _group(self, here: int) -> int | None:
        counted = self._listing.counted(here)
        if counted is None:
            return None
        number, after = counted
        self.others = min((self.others or 0) + number, MOST_OTHERS)
        return after

    def _described(self, here: int, *, together: bool) -> int | None:
        """Somebody by what they are: "my sister Mia" names Mia, "my sister" nobody."""
        related = self._listing.related(here)
        if related is not None:
            return self._somebody(related, "", together=together)
        if self._tokens[here].low not in DETERMINERS:
            return None
        after = self._listing.unnamed(here + 1)
        return after if after > here + 1 and self._listing.separator(after)[1] else None

    def _tail(self, here: int, *, together: bool) -> int:
        """What belongs to an item: "Katrina's sister Mia", "Bob from Acme"."""
        if not self._sentence.follows(here):
            return here
        if not self._tokens[here - 1].is_possessive:
            return self._listing.past_origin(here)
        related = self._listing.related(here)
        if related is not None:
            return self._somebody(related, "", together=together) or here
        after = self._listing.unnamed(here)
        return after if self._listing.separator(after)[1] else here
