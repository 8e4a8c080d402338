"""What is said to deepnet and does not fit: its flags, its words, its terminal."""

from __future__ import annotations

from deepnet.errors import UsageError, as_said
from deepnet.plain import listed


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


class NoPage(UsageError):
    """A flag for a page, and no page."""

    def __init__(self, flag: str) -> None:
        super().__init__(
            f"{flag} is for a page.", "Say where to write it: --html month.html"
        )


class NothingOnStdin(UsageError):
    """A sentence was to come from stdin, which is closed."""

    def __init__(self) -> None:
        super().__init__("There is nothing on stdin.", "Give the sentence as words.")


class OnlyRecovered(UsageError):
    """Something new to store, together with what waits."""

    def __init__(self) -> None:
        super().__init__(
            "--recovered stores what waits, and nothing new.",
            "Say the new conversation in a command of its own.",
        )


class UnreadableToday(UsageError):
    """DEEPNET_TODAY is no day."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"DEEPNET_TODAY is {as_said(said)}, which is no day.",
            "Write it as 2026-11-25, or unset it.",
        )


class EmptyEntry(UsageError):
    """A conversation without words and without people."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to write down.",
            'Say it in a sentence, as in: deepnet log "lunch with Ana"',
        )


class NothingToChange(UsageError):
    """An edit without anything to change."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"There is nothing to change of {as_said(what)}.",
            'Say what, as in: deepnet edit Ana --office "Harbour Quay"',
        )


class UntilOrFor(UsageError):
    """A rest with neither an end nor a length, or with both."""

    def __init__(self) -> None:
        super().__init__(
            "Say until when, or for how long.",
            'As in: deepnet snooze Ana --for "2 weeks", or --until "1 dec".',
        )


class MixedFlags(UsageError):
    """Flags for a person with an entry, or the reverse."""

    def __init__(self, what: str, kind: str) -> None:
        super().__init__(
            f"{as_said(what)} is {kind}, and these flags are not for one.",
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
            f"There is no setting {as_said(key)}.", f"There are {listed(known)}."
        )


class NotYes(UsageError):
    """A setting that is either yes or nothing, and was to be something else."""

    def __init__(self, key: str, said: str) -> None:
        super().__init__(
            f"{key} can't be {as_said(said)}.", f'Say yes, or "" for no: {key} yes'
        )


class NoEventDay(UsageError):
    """A list of who was at an event, of which nothing says when it was."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{as_said(file)} does not say on which day the event was.",
            'Say so, as in: --event "Data night" --on "3 nov"',
        )


class UnknownZone(UsageError):
    """A time zone that there is not."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{as_said(said)} is no time zone.", "Write it as Europe/Oslo."
        )


class UnreadableHour(UsageError):
    """Words that are no hour of the day."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{as_said(said)} is no hour of the day.", "Write it as 04:00."
        )


class UnreadableForm(UsageError):
    """A line of an edited entry that can't be read."""

    def __init__(self, line: str) -> None:
        super().__init__(
            f"I can't read the line {as_said(line)}.",
            "Each line is a field of the entry; the words come after an empty line.",
        )


class EditorFailed(UsageError):
    """The editor did not start, or ended with an error; nothing was changed."""

    def __init__(self, command: str) -> None:
        super().__init__(
            f"The editor {as_said(command)} did not do it; nothing was changed.",
            "Set EDITOR to one that waits until the file is closed.",
        )


class UnknownSetting(UsageError):
    """A word that is no setting."""

    def __init__(self, said: str, words: str) -> None:
        super().__init__(f"{as_said(said)} is no setting.", f"One of {words}.")


class UnknownDepth(UsageError):
    """A word that is no depth."""

    def __init__(self, said: str, words: str) -> None:
        super().__init__(
            f"{as_said(said)} is no depth.", f"{words}; Enter where you can't tell."
        )
