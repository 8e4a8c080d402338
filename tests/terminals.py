"""A real terminal for a command; POSIX only, since it is a pty."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from collections.abc import Callable

from conftest import installed


class Terminal:
    """A command at a pseudo-terminal of 80 columns, in black and white if not said."""

    def __init__(
        self, environment: dict[str, str], *words: str, colour: bool = False
    ) -> None:
        self.seen = ""
        looks = {"TERM": "xterm"} if colour else {"TERM": "dumb", "NO_COLOR": "1"}
        self._end, inner = pty.openpty()
        self.process = subprocess.Popen(
            [installed(), *words],
            env={**environment, "COLUMNS": "80", **looks},
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
            preexec_fn=_controlling,  # noqa: PLW1509 - so that Ctrl-C arrives
        )
        os.close(inner)

    def wait_for(self, text: str) -> None:
        """Read until this text was printed."""
        deadline = time.monotonic() + 20
        while text not in self.seen:
            ready, _, _ = select.select([self._end], [], [], 0.2)
            if ready:
                self.seen += self._read()
            assert time.monotonic() < deadline, self.seen

    def answer(self, question: str, words: str) -> None:
        """Wait for a question and type an answer."""
        self.wait_for(question)
        self.seen = ""
        os.write(self._end, words.encode() + b"\n")

    def interrupt(self) -> int:
        """Press Ctrl-C, as often as it takes; the exit code."""
        self.wait_for("> ")
        return self.end(pressing=b"\x03")

    def end(self, pressing: bytes = b"") -> int:
        """Read the rest; the exit code."""
        deadline = time.monotonic() + 20
        pressed = 0.0
        while self.process.poll() is None and time.monotonic() < deadline:
            if pressing and time.monotonic() > pressed + 2:
                pressed = time.monotonic()
                os.write(self._end, pressing)
            if select.select([self._end], [], [], 0.1)[0]:
                self.seen += self._read()
        while select.select([self._end], [], [], 0.1)[0]:
            text = self._read()
            if not text:
                break
            self.seen += text
        os.close(self._end)
        return self.process.wait(timeout=5)

    def _read(self) -> str:
        try:
            return os.read(self._end, 65536).decode("utf-8", "replace")
        except OSError:
            return ""


def _controlling() -> None:
    import fcntl  # noqa: PLC0415 - in the child only
    import termios  # noqa: PLC0415 - in the child only

    # Where the tests run in the background, Ctrl-C is ignored, and children inherit it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


AtTerminal = Callable[..., Terminal]
"""Start a command at a terminal: ``at_terminal("log", NO_COLOR="")``."""
