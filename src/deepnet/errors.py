"""All that can go wrong: a class each, with its sentence, its hint and its exit code.

A raise site is one call; the wording lives here. A hint says what to try.
"""

from __future__ import annotations


class DeepnetError(Exception):
    """Something that the user can understand and mend.

    ``slug`` names the kind for scripts, ``exit_code`` follows
    docs/reference/exit-codes.md, ``hint`` says what to try.
    """

    slug: str = "error"
    exit_code: int = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Bug(DeepnetError):
    """Something that should not have happened."""

    slug = "bug"

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            f"Sorry, that is a bug in deepnet: {type(error).__name__}. "
            "Nothing was half-written.",
            "deepnet --debug and the same words again show where it happened.",
        )


class Interrupted(DeepnetError):
    """The user broke off."""

    slug = "interrupted"
    exit_code = 130

    def __init__(self) -> None:
        super().__init__("Broken off; nothing was changed.")


class KeptDraft(DeepnetError):
    """The user broke off a conversation half told; the answers are in ``where``."""

    slug = "interrupted"
    exit_code = 130

    def __init__(self, where: object) -> None:
        super().__init__(
            f"Broken off; your answers are kept in {where}.",
            "deepnet log goes on with them.",
        )


class KeptEdit(DeepnetError):
    """An edited entry that could not be stored; the text is in ``where``."""

    def __init__(self, error: DeepnetError, where: object) -> None:
        super().__init__(error.message, f"{error.hint or ''} Your text is in {where}.")
        self.slug = error.slug
        self.exit_code = error.exit_code


class UsageError(DeepnetError):
    """The words of the call don't fit together."""

    slug = "usage"
    exit_code = 2


class Misused(UsageError):
    """Words that the command line can't take; the sentence says which."""

    def __init__(self, message: str) -> None:
        super().__init__(
            message, "deepnet --help lists the commands, and COMMAND --help its flags."
        )


class NoTerminal(UsageError):
    """Something would have to be asked, and nobody can answer."""

    def __init__(self, instead: str) -> None:
        super().__init__("There is no terminal to ask at.", f"Instead, {instead}.")


class NothingOnStdin(UsageError):
    """A sentence was to come from stdin, which is closed."""

    def __init__(self) -> None:
        super().__init__("There is nothing on stdin.", "Give the sentence as words.")


class UnreadableToday(UsageError):
    """DEEPNET_TODAY is no day."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"DEEPNET_TODAY is {_as_said(said)}, which is no day.",
            "Write it as 2026-11-25, or unset it.",
        )


class EmptyEntry(UsageError):
    """A conversation without words and without people."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to write down.",
            'Say it in a sentence, as in: deepnet log "lunch with Ana"',
        )


class WhoseFact(UsageError):
    """A fact, several people, and no name to go with it."""

    def __init__(self, said: str, people: tuple[str, ...]) -> None:
        super().__init__(
            f"Of whom did you learn {_as_said(said)}? {_listed(people)} were there.",
            f'Put the name first, as in --learned "{people[0]}/family: two sisters".'
            if people
            else "Say who was there, with --with.",
        )


class WhosePromise(UsageError):
    """A promise, several people, and no name to go with it."""

    def __init__(self, said: str, people: tuple[str, ...]) -> None:
        super().__init__(
            f"To whom did you promise {_as_said(said)}? {_listed(people)} were there.",
            f'Put the name first, as in --promise "{people[0]}/send the book".'
            if people
            else "Say who was there, with --with.",
        )


class NamelessPerson(UsageError):
    """A person without a name."""

    def __init__(self) -> None:
        super().__init__("A person needs a name.", 'Try: deepnet add "Ana Ruiz"')


class UnreadableEmail(UsageError):
    """Words that are no email."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{_as_said(said)} is no email address.", "It looks like ana@example.org."
        )


class NothingToChange(UsageError):
    """An edit without anything to change."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"There is nothing to change of {_as_said(what)}.",
            'Say what, as in: deepnet edit Ana --office "Harbour Quay"',
        )


class MixedFlags(UsageError):
    """Flags for a person with an entry, or the reverse."""

    def __init__(self, what: str, kind: str) -> None:
        super().__init__(
            f"{_as_said(what)} is {kind}, and these flags are not for one.",
            "deepnet edit --help says which flag is for what.",
        )


class NothingToLookFor(UsageError):
    """A search without a word."""

    def __init__(self) -> None:
        super().__init__("There is no word to look for.", "Try: deepnet search choir")


class UnknownKey(UsageError):
    """A setting that there is not."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no setting {_as_said(key)}.", f"There are {_listed(known)}."
        )


class UnknownSource(UsageError):
    """A kind of file that can't be imported."""

    def __init__(self, said: str, sources: tuple[str, ...]) -> None:
        super().__init__(
            f"{_as_said(said)} is no kind of file that I know.",
            f"There are {_listed(sources)}.",
        )


class UnreadableHour(UsageError):
    """Words that are no hour of the day."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{_as_said(said)} is no hour of the day.", "Write it as 04:00."
        )


class UnreadableForm(UsageError):
    """A line of an edited entry that can't be read."""

    def __init__(self, line: str) -> None:
        super().__init__(
            f"I can't read the line {_as_said(line)}.",
            "Each line is a field of the entry; the words come after an empty line.",
        )


class EditorFailed(UsageError):
    """The editor did not start, or ended with an error; nothing was changed."""

    def __init__(self, command: str) -> None:
        super().__init__(
            f"The editor {_as_said(command)} did not do it; nothing was changed.",
            "Set EDITOR to one that waits until the file is closed.",
        )


class UnknownSetting(UsageError):
    """A word that is no setting."""

    def __init__(self, said: str, words: str) -> None:
        super().__init__(f"{_as_said(said)} is no setting.", f"One of {words}.")


class UnknownDepth(UsageError):
    """A word that is no depth."""

    def __init__(self, said: str, words: str) -> None:
        super().__init__(
            f"{_as_said(said)} is no depth.", f"{words}; Enter where you can't tell."
        )


class NoName(UsageError):
    """A blank where a name belongs."""

    def __init__(self) -> None:
        super().__init__(
            "There is no name in that.",
            "Say whom you mean: a name, an alias, or a number such as @12.",
        )


class UnreadableFact(UsageError):
    """Something learnt that does not say which facet it is about."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't tell which facet {_as_said(said)} is about.",
            'Put the facet and a colon first: "family: her father is ill".',
        )


class UnknownFacet(UsageError):
    """A facet that does not exist; ``facets`` are those that do."""

    def __init__(self, said: str, facets: tuple[str, ...], meant: str | None) -> None:
        question = f"Did you mean {meant}? " if meant else ""
        super().__init__(
            f"There is no facet called {_as_said(said)}.",
            f"{question}The facets are {', '.join(facets)}.",
        )


class EmptyFact(UsageError):
    """A facet with nothing said about it."""

    def __init__(self, facet: str) -> None:
        super().__init__(
            f"Nothing follows “{facet}:”.",
            'Say what you learnt: "family: her father is ill".',
        )


class EmptyPromise(UsageError):
    """A promise without words."""

    def __init__(self) -> None:
        super().__init__(
            "The promise has no words.",
            'Say what was promised: "send the book by friday".',
        )


class NoSuchDay(DeepnetError):
    """A day that cannot be read, does not exist, or lies in the future."""

    slug = "day"
    exit_code = 2


class UnreadableDay(NoSuchDay):
    """Words that are not, as a whole, a day."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't read {_as_said(said)} as a day.",
            "Try yesterday, last friday, 3 nov, 2026-11-20, march or in 2019.",
        )


class UnreadableMonth(NoSuchDay):
    """Words that are not a month."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't read {_as_said(said)} as a month.",
            "Try 2026-10, october, oct 2025 or last month.",
        )


class UnreadableBirthday(NoSuchDay):
    """Words that are not a birthday."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"I can't read {_as_said(said)} as a birthday.",
            "Try 1996-02-29, 29 feb 1996, or without the year: 29 feb or --02-29.",
        )


class AmbiguousDay(NoSuchDay):
    """Words that mean two days; ``readings`` is each of them as one would type it."""

    def __init__(self, said: str, readings: tuple[str, ...]) -> None:
        super().__init__(
            f"{_as_said(said)} can mean {' or '.join(readings)}.",
            "Write the one you mean, year first as in 2026-11-20.",
        )


class ImpossibleDay(NoSuchDay):
    """A day that no calendar has."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"There is no such day as {_as_said(said)}.",
            "Check the day of the month and the year.",
        )


class DistantDay(ImpossibleDay):
    """A day before the year 1900, where no journal reaches."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.message = f"{_as_said(said)} lies before 1900."
        self.hint = "Check the year."
        self.args = (self.message,)


class WrongWeekday(NoSuchDay):
    """A day with a weekday that it does not have; ``weekday`` is the right one."""

    def __init__(self, said: str, weekday: str) -> None:
        super().__init__(
            f"The weekday doesn't fit {_as_said(said)}: that day is a {weekday}.",
            "Correct one of the two, or leave the weekday out.",
        )


class FutureDay(NoSuchDay):
    """A day after today, for something that has happened; ``written`` is the day."""

    def __init__(self, said: str, written: str) -> None:
        super().__init__(
            f"{_as_said(said)} ({written}) is still to come.",
            "A journal looks back: name today or a day before it.",
        )


class PastDay(NoSuchDay):
    """A day before today, for something that is still to be done."""

    def __init__(self, said: str, written: str) -> None:
        super().__init__(
            f"{_as_said(said)} ({written}) has passed.",
            "Try tomorrow, friday, in two weeks or 2027-01-15.",
        )


class NotFound(DeepnetError):
    """Nobody or nothing by that name."""

    slug = "not-found"
    exit_code = 3


class NoSuchFile(NotFound):
    """A path at which there is nothing."""

    def __init__(self, path: object) -> None:
        super().__init__(f"There is no file {path}.", "Check the name.")


class NobodyThere(NotFound):
    """A sentence in which nobody from the journal is found."""

    def __init__(self, sentence: str) -> None:
        super().__init__(
            f"Nobody from your journal is in {_as_said(sentence)}.",
            "Say who, as in: lunch with Ana; or --with NAME (--new if new).",
        )


class NobodyNamed(NotFound):
    """No name where one is needed."""

    def __init__(self) -> None:
        super().__init__("Nobody is named.", "Name at least one person.")


class NoSuchEntry(NotFound):
    """An entry that there is not."""

    def __init__(self, which: str) -> None:
        message = (
            "There is no entry yet."
            if which == "last"
            else f"There is no entry {_as_said(which)}."
        )
        super().__init__(message, "deepnet show NAME lists the entries with somebody.")


class NoSuchChange(NotFound):
    """A change that there is not."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"There is no change {number}.", "deepnet history lists the changes."
        )


class NothingToUndo(NotFound):
    """Nothing was changed yet."""

    def __init__(self) -> None:
        super().__init__("There is no change to take back.")


class NoSuchPromise(NotFound):
    """No open promise that has those words."""

    def __init__(self, name: str, words: str) -> None:
        what = f" with the words {_as_said(words)}" if words else ""
        super().__init__(
            f"There is no open promise with {name}{what}.",
            f"deepnet show {name} lists the promises.",
        )


class Nobody(NotFound):
    """A name that nobody has; ``suggestions`` are names like it."""

    def __init__(self, said: str, suggestions: tuple[str, ...] = ()) -> None:
        hint = "--new writes them down, in log and learn; deepnet add does, too."
        if suggestions:
            hint = f"Did you mean {_either(suggestions)}? {hint}"
        super().__init__(f"Nobody in the journal is called {_as_said(said)}.", hint)
        self.suggestions = suggestions


class Ambiguous(DeepnetError):
    """A name that fits several people; each candidate is a line."""

    slug = "ambiguous"
    exit_code = 4

    def __init__(
        self, message: str, candidates: tuple[str, ...], hint: str | None = None
    ) -> None:
        super().__init__(message, hint)
        self.candidates = candidates


class SeveralPromises(Ambiguous):
    """Words that fit several open promises."""

    def __init__(self, name: str, texts: tuple[str, ...]) -> None:
        super().__init__(
            f"There are several open promises with {name}:",
            texts,
            "Add a word of the one you mean.",
        )


class Conflict(DeepnetError):
    """It exists already, or something later stands in the way."""

    slug = "conflict"
    exit_code = 5


class NameTaken(Conflict):
    """Somebody has that name already; the candidates are lines."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        super().__init__(
            f"{_as_said(name)} is in the journal already:",
            "If this is somebody else, add --new.",
        )
        self.candidates = candidates


class FileThere(Conflict):
    """A file that is there already and would be written over."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is there already.", "Name a file that is not.")


class KnownAlready(Conflict):
    """A fact that is written down already."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(
            f"Of {name}, {_as_said(text)} is written down already.",
            f"deepnet show {name} has all that you know of them.",
        )


class BuiltUpon(Conflict):
    """A change that something later builds on."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Change {number} can't be taken back: something later builds on it.",
            "Take the later changes back first; deepnet history lists them.",
        )


class FileTrouble(DeepnetError):
    """The journal's file: locked, damaged, unwritable, full disk, or newer."""

    slug = "file"
    exit_code = 6


class Unwritable(FileTrouble):
    """A file for the user that can't be written."""

    def __init__(self, path: object, error: OSError) -> None:
        super().__init__(
            f"{path} can't be written: {error.strerror}.", "Try another place."
        )


class NewerJournal(FileTrouble):
    """A journal that a newer deepnet wrote; nothing was changed."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"The journal {path} was written by a newer deepnet.",
            "Upgrade deepnet; nothing was changed.",
        )


class ForeignFile(FileTrouble):
    """A database that belongs to another program; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "This file is not a deepnet journal: it belongs to another program.",
            "Point --db at another file.",
        )


class NothingUsable(DeepnetError):
    """An import that holds nothing to take in."""

    slug = "nothing-usable"
    exit_code = 7


class NoHeader(NothingUsable):
    """A file without what its kind begins with; ``first`` is its first line."""

    def __init__(self, looked_for: str, first: str) -> None:
        super().__init__(
            f"Nothing here can be used: there is no {looked_for.removeprefix('a ')}. "
            f"The file begins with {_as_said(first)}.",
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


class NoConnections(NothingUsable):
    """A folder or zip without the file that counts."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"There is no Connections.csv in {path}.",
            "Ask LinkedIn for your connections, or name another file.",
        )


class TooLarge(NothingUsable):
    """A file too large to be a list of people."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} is too large for a list of people.", "Is it the one?")


class UnreadableFile(NothingUsable):
    """A file that can't be opened, or is broken."""

    def __init__(self, path: object, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or error
        super().__init__(f"{path} can't be read: {reason}.", "Nothing was changed.")


_ECHO = 40


def _as_said(said: str) -> str:
    """Quote what somebody typed: one short line, safe to show at a terminal."""
    line = " ".join("".join(c if c.isprintable() else " " for c in said[:400]).split())
    return f"“{line[:_ECHO]}…”" if len(line) > _ECHO else f"“{line}”"


def _either(names: tuple[str, ...]) -> str:
    """List names as one says them: A, B or C."""
    listed = [_as_said(name)[1:-1] for name in names]
    return " or ".join(filter(None, (", ".join(listed[:-1]), listed[-1])))


def _listed(words: tuple[str, ...]) -> str:
    """The words with commas, and "and" before the last."""
    *rest, last = words or ("nobody",)
    return f"{', '.join(rest)} and {last}" if rest else last
