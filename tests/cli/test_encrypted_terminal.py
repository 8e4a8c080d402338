"""An encrypted journal at a real terminal: asked first, never shown, nothing left."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from conftest import Command

if sys.platform == "win32":
    pytest.skip("a pty is a POSIX thing", allow_module_level=True)

from cli.test_encrypted import WORDS, ok, raw
from faults import full_after, run_with
from sealing import PASSPHRASE, found_in, teller
from terminals import AtTerminal

ASKED = "Passphrase of journal.db: "

pytest.importorskip("sqlcipher3.dbapi2", reason="needs deepnet[encrypted]")


@pytest.fixture
def sealed(deepnet: Command, home: Path, tmp_path: Path) -> Path:
    """An encrypted journal with one lunch, of which nothing gives the passphrase."""
    deepnet("log", "lunch with Valentina at the harbour", "--new")
    deepnet("config", "passphrase-command", teller(tmp_path))
    ok(deepnet("encrypt"))
    ok(deepnet("config", "passphrase-command", ""))
    return home / "journal.db"


def test_a_new_passphrase_is_asked_for_twice_and_not_shown(
    deepnet: Command, at_terminal: AtTerminal, home: Path
) -> None:
    deepnet("log", "lunch with Valentina", "--new")
    before = (home / "journal.db").read_bytes()
    differing = at_terminal("encrypt")
    differing.answer("New passphrase: ", PASSPHRASE)
    differing.answer("The same again: ", PASSPHRASE.upper())
    assert differing.end() == 2
    assert "not the same" in differing.seen
    assert (home / "journal.db").read_bytes() == before
    same = at_terminal("encrypt")
    same.answer("New passphrase: ", PASSPHRASE)
    same.wait_for("The same again: ")
    assert PASSPHRASE not in same.seen
    same.answer("again: ", PASSPHRASE)
    assert same.end() == 0
    assert PASSPHRASE not in same.seen
    with closing(raw(home / "journal.db")) as file:
        assert file.execute("SELECT name FROM people").fetchall() == [("Valentina",)]
    assert found_in(home, (*WORDS, PASSPHRASE)) == []


@pytest.mark.parametrize(
    ("words", "then"),
    [
        (("log",), "Who was there?"),
        (("triage",), "Valentina"),
        (("who-next",), "Wed 25 Nov 2026"),
        (("show", "Valentina"), "harbour"),
        (("brief", "Valentina"), "Valentina"),
        (("merge", "1", "2"), ""),
    ],
)
def test_it_is_asked_for_before_anything_else(
    at_terminal: AtTerminal, sealed: Path, words: tuple[str, ...], then: str
) -> None:
    terminal = at_terminal(*words)
    terminal.wait_for(ASKED)
    # Nothing but the question was said before it.
    assert terminal.seen == ASKED
    terminal.answer(ASKED, PASSPHRASE)
    terminal.wait_for(then)
    assert PASSPHRASE not in terminal.seen
    assert sealed.exists()


def test_a_sentence_from_the_keyboard_is_not_typed_before_it_can_be_stored(
    at_terminal: AtTerminal, sealed: Path
) -> None:
    terminal = at_terminal("log", "-")
    terminal.answer(ASKED, "wrong")
    assert terminal.end() == 6
    assert "does not open" in terminal.seen
    assert sealed.exists()


def test_an_editor_opens_after_it_and_leaves_nothing(
    deepnet: Command,
    at_terminal: AtTerminal,
    sealed: Path,
    home: Path,
    tmp_path: Path,
) -> None:
    seen, script = tmp_path / "seen", tmp_path / "editor"
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    script.write_text(
        "#!/bin/sh\n"
        f'{{ env; echo "at $1"; cat /proc/$$/cmdline; ls -l /proc/$$/fd; }} > {seen}\n'
        f"sed 's/at the harbour/and kintsugi/' \"$1\" > {tmp_path}/t\n"
        f'cat {tmp_path}/t > "$1"; rm {tmp_path}/t\n'
    )
    script.chmod(0o700)
    extra = {"EDITOR": str(script), "XDG_RUNTIME_DIR": str(runtime)}
    wrong = at_terminal("edit", "last", **extra)
    wrong.answer(ASKED, "wrong")
    assert wrong.end() == 6
    assert not seen.exists()
    right = at_terminal("edit", "last", **extra)
    right.answer(ASKED, PASSPHRASE)
    assert right.end() == 0, right.seen
    told = seen.read_text(encoding="utf-8", errors="replace")
    assert f"at {runtime}/journal.edit-" in told
    assert PASSPHRASE not in told
    assert "journal.db" not in told.rpartition("at ")[2]
    assert list(runtime.iterdir()) == []
    assert found_in(home, WORDS) == []
    said = deepnet(
        "--passphrase-fd", "0", "search", "kintsugi", stdin=f"{PASSPHRASE}\n"
    )
    assert "kintsugi" in ok(said).out
    assert sealed.exists()


def test_answers_that_wait_are_encrypted_and_gone_on_with(
    at_terminal: AtTerminal, sealed: Path, home: Path
) -> None:
    first = at_terminal("log")
    first.answer(ASKED, PASSPHRASE)
    first.answer("Who was there?", "Valentina")
    first.answer("How?", "walk")
    first.answer("What about?", "marmalade and her saxophone")
    first.wait_for("How deep?")
    assert (home / "journal.draft.json").exists()
    assert found_in(home, WORDS) == []
    assert first.interrupt() == 130
    assert found_in(home, WORDS) == []
    second = at_terminal("log")
    second.answer(ASKED, PASSPHRASE)
    second.answer("Who was there?", "")
    second.answer("How?", "")
    second.wait_for("[marmalade and her saxophone]")
    second.answer("What about?", "")
    second.answer("How deep?", "")
    second.answer("What did you learn?", "")
    second.answer("Promised anything?", "")
    assert second.end() == 0
    assert "walk with Valentina" in second.seen
    assert not (home / "journal.draft.json").exists()
    assert found_in(home, WORDS) == []
    assert sealed.exists()


@pytest.mark.parametrize("answer", ["", "second try"])
def test_another_passphrase_is_asked_for_after_the_old_one(
    deepnet: Command, at_terminal: AtTerminal, sealed: Path, answer: str
) -> None:
    before = sealed.read_bytes()
    terminal = at_terminal("encrypt", "--anew")
    terminal.answer(ASKED, PASSPHRASE)
    terminal.answer("New passphrase: ", answer)
    if answer:
        terminal.answer("The same again: ", answer)
    assert terminal.end() == (0 if answer else 2)
    assert (sealed.read_bytes() == before) == (not answer)
    said = f"{answer or PASSPHRASE}\n"
    assert ok(deepnet("--passphrase-fd", "0", "people", stdin=said))


def test_a_backup_of_an_older_passphrase_is_asked_for_by_its_name(
    deepnet: Command, at_terminal: AtTerminal, sealed: Path
) -> None:
    first, second = f"{PASSPHRASE}\n", "second\n"
    made = ok(deepnet("--passphrase-fd", "0", "backup", "--json", stdin=first)).json
    name = Path(made["backup"]["file"]).name
    ok(
        deepnet(
            *("--passphrase-fd", "0", "encrypt", "--anew"),
            *("--new-passphrase-fd", "0"),
            stdin=first + second,
        )
    )
    terminal = at_terminal("restore", name, "--yes")
    terminal.answer(f"Passphrase of {name}: ", PASSPHRASE)
    terminal.answer("Passphrase of journal.db: ", "second")
    assert terminal.end() == 0, terminal.seen
    with closing(raw(sealed, "second")) as file:
        assert file.execute("SELECT count(*) FROM people").fetchone() == (1,)


def test_where_the_disk_is_full_the_words_are_kept_encrypted(
    deepnet: Command,
    environment: dict[str, str],
    sealed: Path,
    home: Path,
    tmp_path: Path,
) -> None:
    ok(deepnet("config", "passphrase-command", teller(tmp_path)))
    words = "tea with Valentina, kintsugi " + "and a lighthouse " * 3000
    done = run_with(full_after(sealed.stat().st_size), environment, "log", words)
    assert done.code == 6
    kept = home / "journal.unstored.jsonl"
    assert kept.exists(), done
    assert kept.stat().st_mode & 0o777 == 0o600
    assert found_in(home, WORDS) == []
    ok(deepnet("log", "--recovered"))
    assert "kintsugi" in ok(deepnet("show", "Valentina")).out
    assert not kept.exists()
    assert found_in(home, WORDS) == []


def test_no_descriptor_is_left_open_to_others(
    deepnet: Command, sealed: Path, tmp_path: Path
) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("looks at /proc")
    seen = tmp_path / "fds"
    script = tmp_path / "teller.py"
    script.write_text(
        "import os\n"
        "fds = []\n"
        "for name in os.listdir('/proc/self/fd'):\n"
        "    try: fds.append(os.readlink('/proc/self/fd/' + name))\n"
        "    except OSError: pass\n"
        f"open({str(seen)!r}, 'w').write('|'.join(fds))\n"
        f"print({PASSPHRASE!r})\n",
        encoding="utf-8",
    )
    ok(deepnet("config", "passphrase-command", f"{sys.executable} {script}"))
    ok(deepnet("people"))
    assert "journal" not in seen.read_text(encoding="utf-8")
    assert os.path.exists(sealed)  # noqa: PTH110 - the fixture is what was opened
