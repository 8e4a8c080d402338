"""Single keys, without Enter.

Not Typer's ``getchar``: it sets the terminal up for each key anew, so that what is
typed between two keys is shown and lost. Here the terminal stays as it is set until
the block ends, and is as it was afterwards, however it ends.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

END = ("\x04", "\x1a")
"""What Ctrl-D sends, and Ctrl-Z on Windows: there is nothing more to come."""

_BREAK = "\x03"
"""What Ctrl-C sends."""

if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def single_keys() -> Iterator[Callable[[], str]]:
        """Let keys come as they are pressed; Ctrl-C raises KeyboardInterrupt."""
        yield _pressed

    def _pressed() -> str:
        key = msvcrt.getwch()
        if key == _BREAK:
            raise KeyboardInterrupt
        # An arrow or a function key comes in two parts.
        return key + msvcrt.getwch() if key in ("\x00", "\xe0") else key

else:
    import codecs
    import os
    import signal
    import termios
    import tty

    # An escape sequence is one key: the letters in it are not those of answers.
    _KEY = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.)?|.", re.DOTALL)

    @contextmanager
    def single_keys() -> Iterator[Callable[[], str]]:
        """Let keys come as they are pressed; Ctrl-C raises KeyboardInterrupt."""
        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        # After Ctrl-Z and fg, the shell has set the terminal up its own way.
        paused = signal.signal(signal.SIGCONT, lambda *_: _set_up(terminal))
        try:
            _set_up(terminal)
            yield _Typed(terminal).key
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
            signal.signal(signal.SIGCONT, paused)

    def _set_up(terminal: int) -> None:
        """No Enter, no echo; and Ctrl-C waits its turn, so that it cuts no answer."""
        tty.setcbreak(terminal, termios.TCSADRAIN)
        mode = termios.tcgetattr(terminal)
        mode[6][termios.VINTR] = bytes([os.fpathconf(terminal, "PC_VDISABLE")])
        termios.tcsetattr(terminal, termios.TCSADRAIN, mode)

    class _Typed:
        """What was typed at a terminal and is not taken yet."""

        def __init__(self, terminal: int) -> None:
            self._terminal = terminal
            self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
            self._text = ""

        def key(self) -> str:
            """The next key; one of ``END`` where the terminal has gone."""
            while not self._text:
                typed = os.read(self._terminal, 1024)
                if not typed:
                    return END[0]
                self._text = self._decode(typed)
                if _BREAK in self._text:
                    raise KeyboardInterrupt
            found = _KEY.match(self._text)
            key = found.group() if found else ""
            self._text = self._text[len(key) :]
            return key
