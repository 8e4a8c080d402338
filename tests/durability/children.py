"""Children that work until they are killed, and what was counted of them."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable

from durability import work

PER_JOURNAL = 25


class Child:
    """A process that works until it is killed, or ends by itself."""

    def __init__(self, task: Callable[[int], None]) -> None:
        self._end, pipe = os.pipe()
        self.number = os.fork()
        if not self.number:
            os.close(self._end)
            try:
                task(pipe)
            except BaseException:  # noqa: BLE001 - whatever it is, it ends here
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        os.close(pipe)

    def kill(self) -> list[dict[str, object]]:
        """Kill it; what it had said before."""
        os.kill(self.number, signal.SIGKILL)
        return self.wait()

    def wait(self) -> list[dict[str, object]]:
        """Let it end; what it said."""
        data = b""
        while part := os.read(self._end, 65536):
            data += part
        os.close(self._end)
        _, status = os.waitpid(self.number, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise ChildProcessError(self.number)
        return list(work.answers(data))


def seconds(task: Callable[[int], None]) -> float:
    """How long a child needs that is let alone."""
    start = time.monotonic()
    Child(task).wait()
    return time.monotonic() - start


class Report:
    """What was counted, and what was wrong."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def blame(self, where: str, wrong: list[str]) -> None:
        """Note what does not hold."""
        self.wrong += [f"{where}: {one}" for one in wrong]

    def tell(self, done: int, of: int) -> None:
        """Say at a terminal how far it is."""
        if sys.stderr.isatty() and done % PER_JOURNAL == 0:
            sys.stderr.write(f"\r{done} of {of} kills, {len(self.wrong)} wrong ")

    def heard(self, said: list[dict[str, object]]) -> list[tuple[str, str]]:
        """Count answers; the command and the token of each that was done."""
        done = []
        for one in said:
            name = str(one["words"][0])  # type: ignore[index]
            self.counts[f"{name}: exit {one['code']}"] += 1
            if one["code"] == 0:
                done.append((name, str(one["token"])))
            elif one["code"] not in (2, 3, 4, 5):
                self.wrong.append(f"{name} ended with {one['code']}: {one['err']}")
        return done
