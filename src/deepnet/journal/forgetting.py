"""Somebody is erased for good: from every table, the index, the history and drafts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from deepnet import names, private
from deepnet.erasing import NOBODY, Eraser
from deepnet.errors import FileTrouble
from deepnet.errors.merging import FileStays, NotSwept, SweepBrokenOff
from deepnet.model import Named
from deepnet.settings import UNSTORED
from deepnet.store import beside, copies, forgetting, people, scrubbing
from deepnet.views.merging import Forgotten, Swept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deepnet.model import PersonRef
    from deepnet.store import Store
    from deepnet.store.forgetting import Known
    from deepnet.store.scrubbing import Image

NOTHING_LEFT = "Something about somebody forgotten"
"""What a change says of itself that was about nobody else."""

_FORGOTTEN = "somebody forgotten"
_SHORTEST_SOUGHT = 6
"""Shorter words are in every file by chance."""


def forget(
    store: Store,
    person: PersonRef,
    *,
    replace: bool = True,
    copies_too: bool = False,
    rehearse: bool = False,
) -> Forgotten:
    """Erase somebody; ``rehearse`` only says what would go.

    ``replace`` puts "somebody" in the place of their name in texts about others; the
    record of changes never keeps it. ``copies_too`` destroys older copies of the
    journal that are beside it and hold them.

    Raises:
        FileTrouble: they are erased, but the file could not be written anew, or
            another file beside it could not be taken away.
    """
    with store.change("forget", rehearse=rehearse) as change:
        leaving = Leaving(store, person, change.number)
        view = leaving.go(replace=replace)._replace(rehearsed=rehearse)
        change.summary = f"Forgot {_FORGOTTEN.removesuffix(' forgotten')}"
        if not rehearse:
            forgetting.index_again(store)
    if rehearse:
        return view
    try:
        sweep(store)
        return leaving.clear(view, copies_too=copies_too)
    except KeyboardInterrupt:
        raise SweepBrokenOff from None


def sweep(store: Store) -> Swept:
    """Write the file anew, so that nothing is left in its free pages.

    Raises:
        FileTrouble: there is no room for it.
    """
    before = _size(store)
    try:
        forgetting.sweep(store)
    except FileTrouble as error:
        raise NotSwept(error) from error
    return Swept(str(store.path or ""), before, _size(store))


def _size(store: Store) -> int:
    return store.path.stat().st_size if store.path else 0


class Leaving:
    """One person on the way out."""

    def __init__(self, store: Store, person: PersonRef, change: int) -> None:
        self.store = store
        self.person = person
        self.change = change
        self.known: Known = forgetting.known(store, person.id)
        name, *aliases = self.known.names
        who = Named(person.id, name, tuple(aliases))
        alike = people.named(store, names.lookup_keys(" ".join(self.known.names)))
        others = [named for named in alike if named.id not in self.known.ids]
        self.eraser = Eraser(who, self.known.addresses, others)

    def go(self, *, replace: bool) -> Forgotten:
        """Take them out of the file; what went, and what has become of the rest."""
        alone = forgetting.alone(self.store, self.person.id)
        gone = forgetting.erase(self.store, self.person.id, alone)
        replaced, left = self._texts(replace=replace)
        touched, emptied = scrubbing.scrub(
            self.store, self.known, self._nobody_else(alone), own=self.change
        )
        self._images()
        self._summaries(touched, emptied)
        shared = gone.pop("participants") - len(alone)
        return Forgotten(
            person=self.person,
            gone={kind: gone[kind] for kind in _TOLD if gone.get(kind)},
            shared=shared,
            texts=replaced,
            replaced=replace,
            elsewhere=left,
            changes=len(touched),
            drafts=tuple(map(str, self._drafts())),
            copies=tuple(map(str, self._copies())),
            copies_gone=False,
            left=(),
            rehearsed=False,
        )

    def _nobody_else(self, alone: tuple[int, ...]) -> set[int]:
        """Conversations with nobody else, also those that were taken back."""
        ids = set(self.known.ids)
        taken_back = {
            talk for talk, there in self.known.company.items() if there <= ids
        }
        return taken_back | set(alone)

    def _present(self, conversation: int | None) -> frozenset[int]:
        there = self.known.company.get(conversation or 0, NOBODY)
        return there - set(self.known.ids) | {self.person.id} if there else NOBODY

    def _texts(self, *, replace: bool) -> tuple[int, int]:
        """How many texts of others name them, and how many still have a word of it."""
        replaced = left = 0
        for text in forgetting.texts(self.store):
            now = dict(self._rewritten(text.table, text.values, text.conversation))
            if now:
                replaced += 1
            if now and replace:
                forgetting.rewrite(self.store, text, now)
            left += self._is_left({**text.values, **now})
        for person, question in forgetting.questions(self.store):
            if self.eraser.touches(question):
                forgetting.drop_question(self.store, person, question)
        return replaced, left

    def _is_left(self, values: dict[str, str | None]) -> bool:
        return any(value and self.eraser.left(value) for value in values.values())

    def _rewritten(
        self, table: str, values: dict[str, Any], conversation: int | None
    ) -> Iterator[tuple[str, str]]:
        """The columns of a row that name them, without the name."""
        present = self._present(conversation)
        for column in forgetting.columns_of(table):
            said = values.get(column)
            if not said:
                continue
            if table in forgetting.RECORDS:
                now = self._record(said)
            else:
                prose = column in forgetting.PROSE.get(table, ())
                now = self.eraser.erase(said, present, prose=prose)
            if now != said:
                yield column, now

    def _record(self, said: str) -> str:
        """JSON without the name in any of its texts; as it was if there is none."""
        if not self.eraser.touches(said, near=False):
            return said
        value = json.loads(said)
        now = self._erased(value)
        return said if now == value else json.dumps(now, ensure_ascii=False)

    def _erased(self, value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
        if isinstance(value, str):
            return self.eraser.erase(value, prose=False)
        if isinstance(value, list):
            return [self._erased(each) for each in value]
        if isinstance(value, dict):
            return {key: self._erased(each) for key, each in value.items()}
        return value

    def _images(self) -> None:
        """No change keeps the name, whatever the texts do."""
        for image in scrubbing.images(self.store, self.eraser.touches):
            now = image._replace(
                before=self._reworded(image, image.before),
                after=self._reworded(image, image.after),
            )
            if now != image:
                scrubbing.reimage(self.store, now)

    def _reworded(
        self, image: Image, values: dict[str, Any] | None
    ) -> dict[str, Any] | None:
        if values is None:
            return None
        words = self._rewritten(image.kind, values, image.conversation)
        return {**values, **dict(words)}

    def _summaries(self, touched: set[int], emptied: set[int]) -> None:
        for number, summary in scrubbing.summaries(self.store).items():
            now = NOTHING_LEFT
            if number not in emptied:
                there = frozenset((self.person.id,)) if number in touched else NOBODY
                now = self.eraser.erase(summary, there, by=_FORGOTTEN)
            if now != summary:
                scrubbing.resummarise(self.store, number, now)

    def clear(self, view: Forgotten, *, copies_too: bool) -> Forgotten:
        """Take away what is beside the file, and look at the bytes of what is left."""
        for each in [*self._drafts(), *(self._copies() if copies_too else ())]:
            try:
                self._clear(each)
            except OSError as error:
                raise FileStays(each, error) from error
        path = self.store.path
        left = copies.found_in(path, self._sought()) if path else ()
        return view._replace(copies_gone=copies_too, left=left)

    def _clear(self, path: Path) -> None:
        """Take a file away; of commands that wait, only those that name them."""
        if path.name.endswith(UNSTORED):
            there = frozenset((self.person.id,))
            key = self.store.key
            copies.weed(path, key, lambda line: self.eraser.erase(line, there) == line)
        else:
            private.destroy(path)

    def _sought(self) -> tuple[str, ...]:
        """What no byte of the file should have any more."""
        said = (*self.known.names, *self.known.addresses)
        folded = (names.fold(name) for name in self.known.names)
        return tuple(
            dict.fromkeys(
                word for word in (*said, *folded) if len(word) >= _SHORTEST_SOUGHT
            )
        )

    def _drafts(self) -> list[Path]:
        """Drafts beside the journal that name them."""
        path = self.store.path
        found = copies.drafts_of(path) if path else ()
        texts = {each: beside.read(each, self.store.key) for each in found}
        there = frozenset((self.person.id,))
        return [
            each
            for each, text in texts.items()
            if self.eraser.erase(text, there) != text
        ]

    def _copies(self) -> list[Path]:
        """Copies beside the journal that hold them, or may."""
        path = self.store.path
        found = copies.copies_of(path) if path else ()
        return [each for each in found if not copies.is_without(each, self._sought())]


_TOLD = (
    "conversations",
    "facts",
    "promises",
    "invitations",
    "aliases",
    "identifiers",
    "ties",
    "jobs",
    "records",
    "tags",
    "claims",
    "distinct_people",
    "shown",
    "questions_shown",
)
"""What an answer counts, the weightiest first."""
