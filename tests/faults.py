"""What can go wrong with a disk, done to a command from outside."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable

from conftest import Run, installed, unwatched

_DROP_FROM_BOUNDING_SET = 24
_OVERRIDE, _READ_SEARCH = 1, 2


def as_anybody() -> None:
    """Let permissions count for this process even if root runs it (Linux)."""
    if sys.platform == "linux" and os.geteuid() == 0:
        library = ctypes.CDLL(None)
        for power in (_OVERRIDE, _READ_SEARCH):
            library.prctl(_DROP_FROM_BOUNDING_SET, power, 0, 0, 0)


def full_after(size: int) -> Callable[[], None]:
    """Let no file of this process grow beyond that many bytes."""

    def limit() -> None:
        import resource  # noqa: PLC0415 - POSIX only

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def run_with(
    fault: Callable[[], None], environment: dict[str, str], *words: str
) -> Run:
    """The installed command, with something wrong from its start on."""
    done = subprocess.run(
        [installed(), *words],
        env=unwatched(environment),
        cwd=environment["HOME"],
        preexec_fn=fault,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return Run(done.returncode, done.stdout, done.stderr)
