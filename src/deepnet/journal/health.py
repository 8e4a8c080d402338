"""Whether the journal is sound: each check, what it found, and what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deepnet import private
from deepnet.errors.files import FileThere, NoJournal, NoSuchFolder, Unwritable
from deepnet.plain import listed
from deepnet.settings import side_files
from deepnet.store import backups, conflicts, health, layout, salvage, sealing
from deepnet.views.care import Checked, Finding, Salvaged, TableSaved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from deepnet.errors.files import DamagedJournal
    from deepnet.store import Store
    from deepnet.store.keys import Keys

_FIX = "deepnet doctor --fix"
_SALVAGE = (
    "deepnet restore lists the backups; deepnet doctor --salvage NEWFILE saves what "
    "can be read into a new file."
)


class Moment(NamedTuple):
    """The day of this run, and the moment as changes are dated, UTC ISO."""

    today: date
    at: str


class Check(NamedTuple):
    """One thing to look at: ``look`` gives what is wrong, in a sentence each."""

    name: str
    look: Callable[[], Iterator[str]]
    hint: str
    mend: Callable[[], None] | None = None


def nothing(path: Path) -> Checked:
    """There is no journal yet, and nothing wrong with that."""
    return Checked(
        str(path), exists=False, sound=True, checks=(), findings=(), remarks=()
    )


def beyond(path: Path, error: DamagedJournal) -> Checked:
    """The file is so damaged that it can't be opened."""
    finding = Finding("pages", error.message, _SALVAGE, mended=False)
    return Checked(
        str(path),
        exists=True,
        sound=False,
        checks=("pages",),
        findings=(finding,),
        remarks=(),
    )


def check(
    store: Store,
    path: Path,
    moment: Moment,
    *,
    fix: bool,
    progress: Callable[[int, int], None],
) -> Checked:
    """Look at the file, at what follows from it, and at what is around it.

    ``fix`` makes anew what can be made anew from the rest; what the user wrote is
    never touched. ``progress`` is told how many people are done, and of how many.

    Raises:
        FileTrouble: another command holds the file, or it can't be written to mend it.
    """
    examination = Examination(store, path, moment, progress)
    done: list[str] = []
    findings: list[Finding] = []
    for one in examination.checks():
        done.append(one.name)
        found = list(_looked(one, fix=fix))
        findings.extend(found)
        if one.name == "pages" and not all(each.mended for each in found):
            # What can't be read can't be compared.
            break
    sound = all(each.mended for each in findings)
    return Checked(
        str(path),
        exists=True,
        sound=sound,
        checks=tuple(done),
        findings=tuple(findings),
        remarks=tuple(examination.remarks()),
    )


def save(path: Path, target: Path, *, at: str, keys: Keys | None = None) -> Salvaged:
    """Save what can be read of the journal at ``path`` into a new file.

    Raises:
        NotFound: there is no journal.
        Conflict: there is a file of that name already.
        FileTrouble: nothing can be read, or the new file can't be written.
    """
    if not path.is_file():
        raise NoJournal(path)
    if target.exists():
        raise FileThere(target)
    if not target.parent.is_dir():
        raise NoSuchFolder(target.parent)
    saved = salvage.salvage(path, target, at=at, keys=keys)
    tables = tuple(TableSaved(*table) for table in saved.tables)
    kept = {table.table: table.read + table.recorded for table in tables}
    people = kept["people"] + len(saved.stand_ins)
    return Salvaged(str(target), people, kept["conversations"], tables, saved.stand_ins)


def _looked(one: Check, *, fix: bool) -> Iterator[Finding]:
    messages = list(one.look())
    mended = False
    if messages and fix and one.mend:
        one.mend()
        mended = not any(one.look())
    for message in messages:
        yield Finding(one.name, message, one.hint, mended)


class Examination:
    """One look at one journal."""

    def __init__(
        self,
        store: Store,
        path: Path,
        moment: Moment,
        progress: Callable[[int, int], None],
    ) -> None:
        self._store = store
        self._path = path.resolve()
        self._moment = moment
        self._progress = progress
        self._damage = health.damage(store)

    def checks(self) -> Iterator[Check]:
        """Every check, in an order in which a later one can lean on an earlier."""
        store = self._store
        if health.only_indexes(self._damage):
            hint = f"{_FIX} builds it again."
            yield Check("pages", self._pages, hint, self._reindex)
        else:
            yield Check("pages", self._pages, _SALVAGE)
        yield Check(
            "tables",
            lambda: self._amiss("table"),
            "deepnet doctor --salvage NEWFILE puts the rows into tables as they should "
            "be, in a new file.",
        )
        yield Check(
            "layout",
            lambda: self._amiss("index", "trigger", "view"),
            f"{_FIX} lays them out again.",
            lambda: layout.lay_out_again(store),
        )
        yield Check("references", self._references, _SALVAGE)
        yield Check(
            "search",
            self._search,
            f"{_FIX} builds the index again.",
            lambda: health.make_search_anew(store),
        )
        yield Check(
            "names",
            self._names,
            f"{_FIX} works them out again.",
            lambda: health.make_names_anew(store),
        )
        yield Check(
            "standings",
            self._standings,
            f"{_FIX} works them out again.",
            lambda: health.make_standings_anew(store),
        )
        yield Check(
            "mode",
            self._mode,
            f"{_FIX} makes it one file again.",
            lambda: health.leave_wal(store),
        )
        yield Check(
            "permissions",
            self._permissions,
            f"{_FIX} closes it to others.",
            self._close,
        )
        yield Check("clock", self._clock, "Is the clock right, or DEEPNET_TODAY set?")
        yield Check(
            "copies",
            self._copies,
            "Look into it with deepnet --db FILE history; move it away when all that "
            "you need is here.",
        )

    def _pages(self) -> Iterator[str]:
        first, *more = self._damage or ("",)
        if health.only_indexes(self._damage):
            yield f"An index of the file is wrong: {first}."
        elif first:
            also = f", and {len(more)} more" if more else ""
            yield f"The file is damaged: {first}{also}."

    def _reindex(self) -> None:
        health.make_indexes_anew(self._store)
        self._damage = health.damage(self._store)

    def _amiss(self, *kinds: str) -> Iterator[str]:
        names = [p.name for p in layout.amiss(self._store) if p.kind in kinds]
        if names:
            yield f"Not there, or not as deepnet laid it out: {listed(names)}."

    def _references(self) -> Iterator[str]:
        number = health.dangling(self._store)
        if number:
            yield f"Rows that belong to something that is not there: {number:,}."

    def _search(self) -> Iterator[str]:
        number = health.misindexed(self._store)
        if number:
            yield f"Texts that the search would not find, or find wrongly: {number:,}."
        elif health.index_broken(self._store):
            yield "The search index contradicts itself."

    def _names(self) -> Iterator[str]:
        number = health.misnamed(self._store)
        if number:
            yield f"People whom a name would not find, or find wrongly: {number:,}."

    def _standings(self) -> Iterator[str]:
        number = health.misjudged(self._store, self._progress)
        if number:
            yield f"Standings that are not what history says: {number:,}."

    def _mode(self) -> Iterator[str]:
        mode = health.journal_mode(self._store)
        if mode != "delete":
            yield f"The journal is kept as more than one file ({mode})."

    def _open(self) -> list[Path]:
        """What of ours somebody else may read."""
        folder = backups.folder_of(self._path)
        inside = folder.iterdir() if folder.is_dir() else ()
        ours = [self._path, *(one for one in (folder,) if one.is_dir()), *inside]
        ours += side_files(self._path)
        return [one for one in ours if private.open_to_others(one)]

    def _permissions(self) -> Iterator[str]:
        for one in self._open():
            yield f"{one} is open to others on this machine."

    def _close(self) -> None:
        for one in self._open():
            try:
                private.close_to_others(one)
            except OSError as error:
                raise Unwritable(one, error) from None

    def _clock(self) -> Iterator[str]:
        last = health.last_change(self._store) or ""
        if last[:10] > self._moment.at[:10]:
            yield f"The last change is dated {last[:10]}, after today."
        number = health.to_come(self._store, self._moment.today)
        if number:
            yield f"Conversations dated after today: {number:,}."

    def _copies(self) -> Iterator[str]:
        for copy in conflicts.beside(self._store, self._path):
            what = f"{copy.path.name} lies beside the journal, as after a conflict"
            if copy.people is None:
                yield f"{what}; it can't be read as a journal."
            else:
                yield (
                    f"{what}. In it alone: people {copy.people}, "
                    f"conversations {copy.conversations}."
                )

    def remarks(self) -> Iterator[str]:
        """What is not wrong, and worth knowing."""
        for file in side_files(self._path):
            yield f"{file} holds words that are not in the journal yet."
        if self._store.key:
            for plain in sealing.in_the_clear(self._path):
                yield f"{plain} is not encrypted, though the journal is."
        folder = self._path.parent
        if private.listed_to_others(folder):
            yield (
                f"Others can see what files are in {folder}, though not what is in "
                f"them; {private.how_to_hide(folder)}."
            )
