"""What a page is made of: a month or a year, the people in it, and whom to see next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from deepnet.views.agenda import PickSeen
    from deepnet.views.month import Report
    from deepnet.views.together import Together
    from deepnet.views.year import Year


class Page(NamedTuple):
    """A report with all that its page shows beside it.

    ``made`` is the day of the picks; there are none where the report ends before the
    last month that is over. With ``veiled``, names are initials and no text that the
    user wrote is in it.
    """

    made: date
    report: Report | Year
    together: Together
    picks: tuple[PickSeen, ...]
    veiled: bool
