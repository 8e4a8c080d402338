"""What a page has beside its report."""

from __future__ import annotations

from datetime import date

from deepnet.journal import agenda, months, pages, years
from deepnet.model import PersonRef, Setting, When
from deepnet.store import Store, conversations, people
from deepnet.store.conversations import Conversation
from deepnet.views.year import Year

TODAY = date(2026, 11, 25)


def meet(store: Store, name: str) -> PersonRef:
    with store.change("add"):
        return PersonRef(people.add(store, name, today=TODAY), name)


def event(store: Store, name: str) -> None:
    person = meet(store, name)
    with store.change("log"):
        conversations.add(
            store,
            Conversation(
                id=0,
                when=When(date(2026, 9, 1)),
                setting=Setting.EVENT,
                depth=None,
                minutes=None,
                place=None,
                text="",
                others=None,
                they_asked=False,
                people=(person,),
            ),
        )


def year(store: Store, month: str | None) -> Year:
    return years.year(store, TODAY, month=month, last=False)


def test_a_page_has_the_picks_of_the_morning_and_does_not_count_them_as_shown(
    store: Store,
) -> None:
    for name in ("Ana", "Ben", "Cy"):
        event(store, name)
    month = months.report(store, TODAY, month=None, last=False)
    page = pages.page(store, TODAY, month)
    assert store.rows("SELECT * FROM shown") == []
    assert page.picks == agenda.who_next(store, TODAY).picks
    assert page.together == year(store, None).together
    last = months.report(store, TODAY, month=None, last=True)
    assert pages.page(store, TODAY, last).picks == page.picks


def test_a_page_of_a_month_long_past_looks_back_only(store: Store) -> None:
    event(store, "Ana")
    for view in (
        months.report(store, TODAY, month="2026-09", last=False),
        year(store, "2026-09"),
    ):
        page = pages.page(store, TODAY, view)
        assert page.picks == ()
        assert (page.together.first, page.together.last) == (
            date(2025, 10, 1),
            date(2026, 9, 30),
        )
