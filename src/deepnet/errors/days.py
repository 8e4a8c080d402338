"""Days and months that can't be read, or are not the right ones."""

from __future__ import annotations

from deepnet.errors import NoSuchDay, as_said

_AHEAD = "Try tomorrow, friday, in two weeks, 15 jan or next month."
"""Days that are to come whenever one reads it."""


class UnreadableDay(NoSuchDay):
    """Words that are not, as a whole, a day."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't read {as_said(said)} as a day.",
            "Try yesterday, last friday, 3 nov, 2026-11-20, march or in 2019.",
        )


class UnreadableDue(UnreadableDay):
    """Words that are not, as a whole, a day to come."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.hint = _AHEAD


class UnreadableLength(NoSuchDay):
    """Words that are no length of time."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't read {as_said(said)} as a length of time.",
            'Try "3 days", "2 weeks" or "a month", or a day with --until.',
        )


class UnreadableMonth(NoSuchDay):
    """Words that are not a month."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't read {as_said(said)} as a month.",
            "Try 2026-10, october, oct 2025 or last month.",
        )


class UnreadableBirthday(NoSuchDay):
    """Words that are not a birthday."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't read {as_said(said)} as a birthday.",
            "Try 1996-02-29, 29 feb 1996, or without the year: 29 feb or --02-29.",
        )


class AmbiguousDay(NoSuchDay):
    """Words that mean two days; ``readings`` is each of them as one would type it."""

    def __init__(self, said: str, readings: tuple[str, ...]) -> None:
        super().__init__(
            f"{as_said(said)} can mean {' or '.join(readings)}.",
            "Write the one you mean, year first as in 2026-11-20.",
        )


class ImpossibleDay(NoSuchDay):
    """A day that no calendar has."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"There is no such day as {as_said(said)}.",
            "Check the day of the month and the year.",
        )


class DistantDay(ImpossibleDay):
    """A day before the year 1900, where no journal reaches."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.message = f"{as_said(said)} lies before 1900."
        self.hint = "Check the year."
        self.args = (self.message,)


class WrongWeekday(NoSuchDay):
    """A day with a weekday that it does not have; ``weekday`` is the right one."""

    def __init__(self, said: str, weekday: str) -> None:
        super().__init__(
            f"The weekday doesn't fit {as_said(said)}: that day is a {weekday}.",
            "Correct one of the two, or leave the weekday out.",
        )


class FutureDay(NoSuchDay):
    """A day after today, for something that has happened; ``written`` is the day."""

    def __init__(self, said: str, written: str) -> None:
        super().__init__(
            f"{as_said(said)} ({written}) is still to come.",
            "A journal looks back: name today or a day before it.",
        )


class PastDay(NoSuchDay):
    """A day before today, for something that is still to be done."""

    def __init__(self, said: str, written: str) -> None:
        super().__init__(
            f"{as_said(said)} ({written}) has passed.",
            _AHEAD,
        )


class UnknownOrder(NoSuchDay):
    """Dates in figures of which nothing tells whether the day comes first."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"Nothing says whether {as_said(said)} has the day or the month first.",
            "Say so with --dates day-first or --dates month-first.",
        )
