"""Files and folders that only their owner can read, whatever the umask says."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import FileIO
    from pathlib import Path

FILE, FOLDER = 0o600, 0o700
"""The modes of what is made here."""

_BLOCK = 1 << 20


def folder(path: Path) -> None:
    """Make a folder, and those above it that are missing; one that is there stays."""
    for above in (*reversed(path.parents), path):
        if not above.exists():
            above.mkdir(mode=FOLDER, exist_ok=True)
            _own(above, FOLDER)


def create(path: Path) -> bool:
    """Make an empty file where there is none; False where there is something.

    One that is there and empty is as good as none: other programs make it when they
    are asked to open a journal that is not there yet, for everybody to read.
    """
    folder(path.parent)
    try:
        number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE)
    except FileExistsError:
        if is_there(path):
            return False
    else:
        os.close(number)
    _own(path, FILE)
    return True


def is_there(path: Path) -> bool:
    """Whether there is anything at ``path`` but an empty file."""
    return path.exists() and not (path.is_file() and path.stat().st_size == 0)


def write(path: Path, text: str) -> None:
    """Write a file, whole or not at all, over an older one."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        # A pipe or a terminal has no older text to lose.
        target.write_text(text, encoding="utf-8", errors="replace")
        return
    part = part_of(target)
    try:
        create(part)
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        put(part, target)
    finally:
        part.unlink(missing_ok=True)


def append(path: Path, line: str) -> None:
    """Add a line to a file, whole or not at all."""
    create(path)
    text = f"{line}\n".encode("utf-8", "replace")
    # Whoever adds a line at the same time adds it behind this one.
    with path.open("ab", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        try:
            _all_of(text, file)
        except OSError:
            with suppress(OSError):
                file.truncate(size)
            raise


def _all_of(text: bytes, file: FileIO) -> None:
    if file.write(text) < len(text):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())


def part_of(target: Path) -> Path:
    """Where this process writes what is to become ``target``: beside it."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def put(part: Path, target: Path) -> None:
    """Let a finished file take its place, at one stroke and for good."""
    part.replace(target)
    with suppress(OSError):  # Windows has no such thing as a folder's sync
        number = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def put_over(
    part: Path, target: Path, release: Callable[[], None] = lambda: None
) -> None:
    """Let a finished file take another's place, and write over what that one held.

    ``release`` lets go of ``target`` where this process has it open.
    """
    if os.name == "nt":
        _put_over_closed(part, target, release)
        return
    with target.open("r+b", buffering=0) as before:
        put(part, target)
        wipe(before)
        # Whoever closes any handle of a file lets go of all locks of the process on it.
        release()


def _put_over_closed(part: Path, target: Path, release: Callable[[], None]) -> None:
    """Windows replaces no file that is open: another name keeps it until it is gone."""
    before = target.with_name(f".{target.name}.before.{os.getpid()}.part")
    release()
    with suppress(OSError):  # a memory stick knows no second names
        os.link(target, before)
    put(part, target)
    with suppress(FileNotFoundError):
        destroy(before)


def wipe(file: BinaryIO) -> None:
    """Write over all that an open file holds."""
    left, block = file.seek(0, os.SEEK_END), bytes(_BLOCK)
    file.seek(0)
    while left > 0:
        left -= file.write(block[: min(left, _BLOCK)])
    file.flush()
    os.fsync(file.fileno())


def destroy(path: Path) -> None:
    """Write over a file and take it away."""
    with path.open("r+b") as file:
        wipe(file)
    path.unlink()


def close_to_others(path: Path) -> None:
    """Take from everybody but the owner what they may do with a file or a folder."""
    path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o077)


def open_to_others(path: Path) -> bool:
    """Whether somebody but the owner may do anything with a file or a folder."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


def listed_to_others(path: Path) -> bool:
    """Whether everybody on this machine can see what is in a folder."""
    if os.name != "posix":
        return False
    above = (one.stat().st_mode for one in path.resolve().parents)
    return bool(path.stat().st_mode & stat.S_IROTH) and all(
        mode & stat.S_IXOTH for mode in above
    )


def how_to_hide(path: Path) -> str:
    """What hides the files of a folder from others, without shutting others out."""
    found = path.stat()
    shared = found.st_mode & (stat.S_ISVTX | stat.S_IWGRP | stat.S_IWOTH)
    mine = sys.platform != "win32" and found.st_uid == os.getuid()
    if shared or not mine:
        return "a folder of your own hides them"
    return f"chmod 700 {path} hides them"


def leftovers(folder: Path, stem: str) -> Iterator[Path]:
    """What a process that was killed left of files ``stem``… that it was writing."""
    part = re.compile(rf"\.+{re.escape(stem)}.*\.\d+\.part(-journal)?")
    return (path for path in folder.iterdir() if part.fullmatch(path.name))


def _own(path: Path, mode: int) -> None:
    with suppress(OSError):  # a memory stick may know no modes
        path.chmod(mode)
