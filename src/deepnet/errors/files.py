"""Files: missing, unwritable, of another program, or with nothing to take in."""

from __future__ import annotations

from deepnet.errors import (
    Conflict,
    FileTrouble,
    NotFound,
    NothingUsable,
    UsageError,
    as_said,
)
from deepnet.plain import listed


class UnknownEncoding(UsageError):
    """An encoding that there is not."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{as_said(said)} is no encoding.", "Try cp1252, utf-8, utf-16 or cp1251."
        )


class UnknownField(UsageError):
    """A --map that can't be read, or to something that a person does not have."""

    def __init__(self, said: str, fields: tuple[str, ...]) -> None:
        super().__init__(
            f"{as_said(said)} says of no column what it is.",
            f'Write it as "Vorname=first"; there are {listed(fields)}.',
        )


class UnknownSource(UsageError):
    """A kind of file that can't be imported."""

    def __init__(self, said: str, sources: tuple[str, ...]) -> None:
        super().__init__(
            f"{as_said(said)} is no kind of file that I know.",
            f"There are {listed(sources)}.",
        )


class UnreadableQuestions(UsageError):
    """A file of the user's own questions that can't be read; ``what`` says why.

    It is something that the user wrote, and no trouble of the journal's file.
    """

    def __init__(self, path: object, what: str) -> None:
        super().__init__(
            f"The questions in {path} can't be read: {what}.",
            'Its form is {"joys": {"shop": ["What do you sing?"]}}: '
            "facets, depths, lists of texts.",
        )


class NoSuchFile(NotFound):
    """A path at which there is nothing."""

    def __init__(self, path: object) -> None:
        super().__init__(f"There is no file {path}.", "Check the name.")


class NoSuchFolder(NotFound):
    """A folder that is not there, and is not made: its disk may be somewhere else."""

    def __init__(self, path: object) -> None:
        super().__init__(f"There is no folder {path}.", "Is its disk connected?")


class FileThere(Conflict):
    """A file that is there already and would be written over."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is there already.", "Name a file that is not.")


class Unwritable(FileTrouble):
    """A file for the user that can't be written."""

    def __init__(self, path: object, error: OSError) -> None:
        super().__init__(
            f"{path} can't be written: {error.strerror}.", "Try another place."
        )


class UnreadableText(NotFound):
    """A file with an entry that can't be read."""

    def __init__(self, path: object, error: OSError) -> None:
        super().__init__(
            f"{path} can't be read: {error.strerror}.", "Nothing was changed."
        )


class NewerJournal(FileTrouble):
    """A journal that a newer deepnet wrote; nothing was changed."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"The journal {path} was written by a newer deepnet.",
            "Upgrade deepnet; nothing was changed.",
        )


class ForeignFile(FileTrouble):
    """A file of another program, or of none; nothing was changed."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} can't be used: it is not a deepnet journal, but a file of "
            "another program.",
            "Point --db at another file.",
        )


class DamagedJournal(FileTrouble):
    """A journal of which some can't be read; ``what`` is what SQLite says of it."""

    def __init__(self, path: object, what: str) -> None:
        where = f"The journal {path}" if path else "The journal"
        super().__init__(
            f"{where} is damaged: {as_said(what)}.",
            "deepnet doctor says what can be done; deepnet restore lists the backups.",
        )


class NoBackup(FileTrouble):
    """A copy of the journal that can't be written."""

    def __init__(self, path: object, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or error
        super().__init__(
            f"No backup can be written to {path}: {reason}.",
            "Make room, or say where: deepnet backup PATH. Nothing was changed.",
        )


class NoJournal(NotFound):
    """There is no journal yet."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"There is no journal at {path} yet.", "The first deepnet log makes it."
        )


class NothingToSalvage(FileTrouble):
    """A damaged file of which nothing at all can be read."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"Nothing of {path} can be read.",
            "deepnet restore lists the backups; the file is as it was.",
        )


class NotABackup(FileTrouble):
    """A file that is no journal, so that nothing can be gone back to."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is no backup of a journal.",
            "deepnet restore lists the backups; nothing was changed.",
        )


class DamagedBackup(FileTrouble):
    """A backup of which some can't be read; ``what`` is what SQLite says of it."""

    def __init__(self, path: object, what: str) -> None:
        super().__init__(
            f"{path} is damaged: {as_said(what)}.",
            "deepnet restore lists the others; nothing was changed.",
        )


class JournalItself(Conflict):
    """The journal, given as the backup to go back to."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is the journal itself.", "deepnet restore lists the backups."
        )


class NoHeader(NothingUsable):
    """A file without what its kind begins with; ``first`` is its first line."""

    def __init__(self, looked_for: str, first: str) -> None:
        super().__init__(
            f"Nothing here can be used: there is no {looked_for.removeprefix('a ')}. "
            f"The file begins with {as_said(first)}.",
            "Name the file, folder or zip as you got it; nothing was changed.",
        )


class EmptyFile(NothingUsable):
    """A file with nothing in it."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} is empty.", "Export it once more.")


class NothingInFile(NothingUsable):
    """A file in which there is nobody."""

    def __init__(self, file: str) -> None:
        super().__init__(f"There is nobody in {file}.", "Export it once more.")


class NoText(NothingUsable):
    """A file that is no text, such as a picture or a spreadsheet."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} is no text: a spreadsheet, a picture, or another program's own.",
            "Save a spreadsheet as CSV; export contacts as vCard or CSV, and a "
            "calendar as .ics.",
        )


class NothingKnown(NothingUsable):
    """A folder or zip without a file that can be imported."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"There is nothing in {path} that I know: no Connections.csv or "
            "messages.csv, no your_friends.json, no chats, no .ics and no .vcf.",
            "Name the file itself, or the zip as you got it.",
        )


class UnknownColumns(NothingUsable):
    """A table of which no column is known; ``columns`` are those it has."""

    def __init__(self, columns: tuple[str, ...], file: str) -> None:
        said = (as_said(column)[1:-1].strip() for column in columns)
        some = list(filter(None, said))[:12]
        super().__init__(
            f"Nothing here can be used: {file} has no column that I know as a name. "
            f"It has {listed(some)}.",
            "Say which one is the name, as in: "
            f'deepnet import {file} --map "{some[0] if some else "Name"}=name"',
        )


class NoSuchColumn(NothingUsable):
    """A --map for a column that is not there; ``columns`` are those that are."""

    def __init__(self, said: str, columns: tuple[str, ...]) -> None:
        some = [as_said(column)[1:-1] for column in columns if column.strip()][:12]
        super().__init__(
            f"There is no column {as_said(said)}. There are {listed(some)}.",
            "Write it as it stands in the file's first line.",
        )


class CalendarsMissing(NothingUsable):
    """A calendar, and what reads its zones and series is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Calendars need an extra that is not installed.",
            'Install it with: pip install "deepnet[calendar]"',
        )


class PlainPages(NothingUsable):
    """An export as web pages, where the same as JSON can be had."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} is a web page, from which people can't be read for certain.",
            "Ask for the same download once more, in the format JSON.",
        )


class TooLarge(NothingUsable):
    """A file too large to be a list of people."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} is too large to be what people wrote.", "Is it the one?"
        )


class SeveralSources(UsageError):
    """Files of two kinds in one import; each with its name and its kind."""

    def __init__(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        super().__init__(
            f"{one[0]} is {one[1]}, and {other[0]} is {other[1]}.",
            "Import one kind at a time; nothing was changed.",
        )


class SeveralEvents(UsageError):
    """Two lists of guests in one import."""

    def __init__(self) -> None:
        super().__init__(
            "These are lists of guests of several events.",
            "Import one event at a time, since you say of each whom you met.",
        )


class UnreadableFile(NothingUsable):
    """A file that can't be opened, or is broken."""

    def __init__(self, path: object, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or error
        super().__init__(f"{path} can't be read: {reason}.", "Nothing was changed.")
