"""All that a page shows: a report, the people of its year, and whom to see next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from deepnet import dates
from deepnet.journal import agenda, years
from deepnet.views.page import Page
from deepnet.views.year import Year

if TYPE_CHECKING:
    from deepnet.store import Store
    from deepnet.views.month import Report


def page(store: Store, today: date, report: Report | Year) -> Page:
    """A report with what its page has beside it.

    The picks are those of today's ``who-next``, not counted as shown. A report that
    ends before the month that is just over looks back only: it has none.
    """
    month = date.fromisoformat(f"{report.month}-01")
    recent = month >= dates.months_back(today, 1)
    return Page(
        made=today,
        report=report,
        together=(
            report.together
            if isinstance(report, Year)
            else years.time_together(store, month, today)
        ),
        picks=agenda.picks(store, today) if recent else (),
        veiled=False,
    )
