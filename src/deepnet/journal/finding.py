"""Finding words in all that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet.errors.calls import NothingToLookFor
from deepnet.store import searching
from deepnet.views.people import Found, Search

if TYPE_CHECKING:
    from deepnet.store import Store


def search(store: Store, words: str, *, most: int) -> Search:
    """Where all of the words, or longer ones, occur; best first.

    Raises:
        UsageError: there is no word to look for.
    """
    if not words.strip():
        raise NothingToLookFor
    hits = searching.find(store, words, most=most)
    return Search(words, tuple(_found(store, hit) for hit in hits))


def _found(store: Store, hit: searching.Hit) -> Found:
    place = searching.place(store, hit)
    return Found(place.kind, place.people, place.day, place.text, place.conversation)
