"""Name after name, a key each: every answer is kept before the next name is shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from deepnet.cli.keys import END, single_keys
from deepnet.errors import Interrupted
from deepnet.errors.triage import KeptAnswers
from deepnet.journal import triage as use
from deepnet.triage import Saying
from deepnet.views.triage import Answers, Sitting, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from deepnet.cli.session import Session
    from deepnet.views.triage import ToAsk

SAYINGS = {
    "n": Saying.NAME_ONLY,
    "e": Saying.EVENTS,
    "w": Saying.WORKED_WITH,
    "k": Saying.KNOW_WELL,
    "g": Saying.LET_GO,
    "l": Saying.LATER,
}
_BACK, _STOP = "u", ("s", "q", *END)
KEYS = f"""\
{", ".join(f"{key} {saying.words}" for key, saying in SAYINGS.items())}
u takes the last answer back, s stops, any other key shows this
"""
_FIRST = "What you say changes no score: it is set beside what your journal shows.\n"


class Round:
    """One sitting over a queue of names, from its beginning to "stop"."""

    def __init__(self, session: Session, queue: ToAsk) -> None:
        self._session = session
        self._queue = queue
        # What was said of each of the first names, and the change that wrote it.
        self._said: list[tuple[Saying, int | None]] = []

    def hold(self) -> Sitting:
        """Ask until there is nobody left or the user stops.

        Raises:
            Interrupted, KeptAnswers: Ctrl-C; whatever was answered is kept.
        """
        self._session.answer(_FIRST + KEYS)
        try:
            with single_keys() as pressed:
                self._ask(pressed)
        except KeyboardInterrupt:
            self._session.answer("\n")
            if not self._said:
                raise Interrupted from None
            raise KeptAnswers(len(self._said)) from None
        counts = Counter(saying for saying, _ in self._said)
        return Sitting(
            answers=tuple(Answers(saying, counts[saying]) for saying in Saying),
            to_ask=self._queue.to_ask - len(self._said),
        )

    def _ask(self, pressed: Callable[[], str]) -> None:
        names = self._queue.names
        while len(self._said) < len(names):
            number = len(self._said) + 1
            turn = Turn(number, len(names), names[number - 1])
            self._session.show(turn)
            if not self._take(pressed):
                break

    def _take(self, pressed: Callable[[], str]) -> bool:
        """Take one answer, or the last one back; False for "stop"."""
        while True:
            self._session.answer(f"  {' '.join((*SAYINGS, _BACK, 's'))} > ")
            key = pressed().lower()
            if key in SAYINGS:
                self._keep(SAYINGS[key])
                return True
            if key == _BACK and self._said:
                self._take_back()
                return True
            if key in _STOP:
                self._session.answer("stop\n")
                return False
            self._session.answer(
                "There is no answer to take back yet.\n"
                if key == _BACK
                else f"\n{KEYS}"
            )

    def _keep(self, saying: Saying) -> None:
        session, number = self._session, len(self._said)
        store = session.write()
        store.at = session.moment()
        person = self._queue.names[number].person
        change = use.answer(store, session.today, person, saying)
        self._said.append((saying, change))
        session.answer(f"{saying.words}\n")

    def _take_back(self) -> None:
        saying, change = self._said.pop()
        use.take_back(self._session.write(), change)
        self._session.answer(f"{saying.words} is taken back\n")
