"""An encrypted journal does all that a plain one does, and leaves nothing to read."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from conftest import Command, Run, installed, unwatched
from sealing import PASSPHRASE, found_in, teller

engine = pytest.importorskip("sqlcipher3.dbapi2", reason="needs deepnet[encrypted]")

WORDS = (
    "Valentina",
    "Oberhuber",
    "Zwetkow",
    "harbour",
    "beekeeping",
    "kintsugi",
    "lighthouse",
    "marmalade",
    "saxophone",
    "quarrelled",
)
"""Words that are typed in these tests, and nowhere else in the world."""


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that is not the journal's, for files that are plain on purpose."""
    folder = tmp_path / "outside"
    folder.mkdir()
    return folder


@pytest.fixture
def sealed(deepnet: Command, home: Path, outside: Path) -> Path:
    """An encrypted journal that was plain before, with one lunch."""
    deepnet("log", "lunch with Valentina Oberhuber at the harbour", "--new")
    deepnet("config", "passphrase-command", teller(outside))
    done = deepnet("encrypt")
    assert (done.code, done.err) == (0, ""), done
    return home / "journal.db"


def ok(run: Run) -> Run:
    assert run.code == 0, run
    return run


def raw(path: Path, passphrase: str = PASSPHRASE) -> sqlite3.Connection:
    """The file as any other program opens it that reads SQLCipher's."""
    connection: sqlite3.Connection = engine.connect(str(path))
    connection.execute("PRAGMA cipher_log_level = NONE")
    quoted = passphrase.replace("'", "''")
    connection.execute(f"PRAGMA key = '{quoted}'")
    return connection


def test_the_file_is_noise_and_holds_what_it_held(
    deepnet: Command, sealed: Path, home: Path
) -> None:
    assert sealed.read_bytes()[:16] != b"SQLite format 3\0"
    assert found_in(home, (*WORDS, "CREATE TABLE", PASSPHRASE)) == []
    assert sealed.stat().st_mode & 0o777 == 0o600 or os.name == "nt"
    shown = ok(deepnet("show", "Valentina", "--json")).json["person"]
    assert [talk["text"] for talk in shown["conversations"]] == [
        "lunch with Valentina Oberhuber at the harbour"
    ]
    assert ok(deepnet("where", "--json")).json["encrypted"] is True
    assert ok(deepnet("doctor", "--json")).json["findings"] == []


def test_what_was_plain_is_written_over(
    deepnet: Command, home: Path, outside: Path
) -> None:
    """Another name of the same file shows what became of its bytes."""
    deepnet("log", "lunch with Valentina Oberhuber", "--new")
    kept = home / "journal.unstored.jsonl"
    kept.write_text('{"words": ["add", "Igor Zwetkow"], "now": "2026-11-24T09:00"}\n')
    made = Path(deepnet("backup", "--json").json["backup"]["file"])
    names = [home / "journal.db", kept, made]
    for number, name in enumerate(names):
        os.link(name, outside / f"{number}")
    sizes = [name.stat().st_size for name in names]
    deepnet("config", "passphrase-command", teller(outside))
    ok(deepnet("encrypt", "--backups"))
    for number, size in enumerate(sizes):
        assert (outside / f"{number}").read_bytes() == bytes(size)
    assert found_in(home, WORDS) == []


def test_any_program_for_such_files_opens_it_with_the_passphrase(sealed: Path) -> None:
    with closing(raw(sealed)) as file:
        assert file.execute("SELECT name FROM people").fetchall() == [
            ("Valentina Oberhuber",)
        ]
        assert file.execute("PRAGMA cipher_integrity_check").fetchall() == []


def test_a_life_with_it_leaves_no_word_to_read(
    deepnet: Command, sealed: Path, home: Path, outside: Path
) -> None:
    del sealed
    table = outside / "people.csv"
    table.write_text("name,company\nIgor Zwetkow,Marmalade\n", encoding="utf-8")
    steps = [
        ("log", "yesterday: walk with Valentina, beekeeping #family", "--new"),
        ("log", "coffee with Igor Zwetkow", "--promise", "a lighthouse", "--new"),
        ("learn", "Valentina", "joys: plays the saxophone"),
        ("promise", "Valentina", "a jar of marmalade by friday"),
        ("who-next",),
        ("brief", "Valentina"),
        ("report",),
        ("ask", "Valentina", "--for", "lunch"),
        ("edit", "last", "--text", "coffee, and quarrelled"),
        ("undo",),
        ("history",),
        ("import", str(table)),
        ("triage", "Valentina", "--as", "know-well"),
        ("backup",),
        ("merge", "@3", "@2", "--yes"),
        ("undo",),
        ("config", "office", "Lighthouse Quay"),
        ("export", str(outside / "out.json")),
        ("doctor", "--fix"),
    ]
    for step in steps:
        ok(deepnet(*step))
        assert found_in(home, WORDS) == [], step
    found = ok(deepnet("search", "saxoph", "--json")).json
    assert "saxophone" in json.dumps(found)
    assert list((home / "backups").iterdir())
    assert "saxophone" in (outside / "out.json").read_text(encoding="utf-8")


def test_a_backup_has_the_same_passphrase_and_can_be_gone_back_to(
    deepnet: Command, sealed: Path, home: Path
) -> None:
    made = Path(ok(deepnet("backup", "--json")).json["backup"]["file"])
    with closing(raw(made)) as file:
        assert file.execute("SELECT count(*) FROM people").fetchone() == (1,)
    ok(deepnet("add", "Igor Zwetkow"))
    went = ok(deepnet("restore", made.name, "--yes", "--json")).json
    assert went["people"] == 1
    assert sealed.read_bytes()[:16] != b"SQLite format 3\0"
    assert ok(deepnet("people", "--json")).json["people"][0]["name"].startswith("Val")
    with closing(raw(Path(went["kept"]))) as file:
        assert file.execute("SELECT count(*) FROM people").fetchone() == (2,)
    assert found_in(home, WORDS) == []


def test_going_back_to_a_plain_backup_leaves_the_journal_encrypted(
    deepnet: Command, home: Path, outside: Path
) -> None:
    deepnet("log", "lunch with Valentina at the harbour", "--new")
    made = Path(deepnet("backup", str(outside), "--json").json["backup"]["file"])
    deepnet("config", "passphrase-command", teller(outside))
    ok(deepnet("encrypt"))
    ok(deepnet("add", "Igor Zwetkow"))
    ok(deepnet("restore", str(made), "--yes"))
    assert found_in(home, WORDS) == []
    with closing(raw(home / "journal.db")) as file:
        assert file.execute("SELECT name FROM people").fetchall() == [("Valentina",)]
    assert ok(deepnet("doctor", "--json")).json["findings"] == []


def test_a_plain_backup_does_not_replace_what_the_passphrase_does_not_open(
    deepnet: Command, sealed: Path, outside: Path
) -> None:
    plain = outside / "plain.db"
    ok(deepnet("--db", str(plain), "add", "Igor"))
    before = sealed.read_bytes()
    done = deepnet(
        *("--passphrase-fd", "0", "restore", str(plain), "--yes"), stdin="wrong\n"
    )
    assert done.code == 6
    assert "can't be opened" in done.err
    assert sealed.read_bytes() == before


def test_a_backup_of_another_passphrase_becomes_the_journals(
    deepnet: Command, sealed: Path, outside: Path
) -> None:
    made = Path(deepnet("backup", str(outside), "--json").json["backup"]["file"])
    sealed.unlink()
    ok(deepnet("add", "Igor Zwetkow"))
    ok(deepnet("restore", str(made), "--yes"))
    assert ok(deepnet("where", "--json")).json["encrypted"] is True


def test_forgetting_reaches_all_of_it(
    deepnet: Command, sealed: Path, home: Path
) -> None:
    del sealed
    ok(deepnet("log", "dinner with Igor Zwetkow, kintsugi", "--new"))
    gone = ok(deepnet("forget", "Zwetkow", "--yes", "--json"))
    assert "Zwetkow" not in ok(deepnet("export", "-")).out
    assert found_in(home, WORDS) == []
    assert gone.json["left"] == []


@pytest.mark.parametrize("words", [("who-next",), ("log", "tea with Valentina")])
def test_a_wrong_passphrase_is_a_sentence(
    deepnet: Command, sealed: Path, home: Path, words: tuple[str, ...]
) -> None:
    before = sealed.read_bytes()
    done = deepnet("--passphrase-fd", "0", *words, stdin="nord\n")
    assert (done.code, done.out) == (6, "")
    assert f"The passphrase does not open {sealed}." in done.err
    # The words of a log are said back: they can't be kept where nothing can be read.
    assert ("tea with Valentina" in done.err) == (words[0] == "log")
    assert sealed.read_bytes() == before
    assert found_in(home, WORDS) == []


def test_nobody_to_ask_is_a_sentence(
    deepnet: Command, sealed: Path, home: Path
) -> None:
    ok(deepnet("config", "passphrase-command", ""))
    done = deepnet("log", "tea with Valentina, kintsugi", "--json", stdin="")
    assert (done.code, done.out) == (6, "")
    assert done.error["slug"] == "file"
    assert "no terminal" in done.error["message"]
    assert "passphrase-command" in done.error["hint"]
    assert "kintsugi" in done.error["hint"]
    assert found_in(home, WORDS) == []
    assert sealed.exists()


def test_a_descriptor_goes_before_the_command_and_leaves_the_rest_of_stdin(
    deepnet: Command, sealed: Path, outside: Path
) -> None:
    del sealed
    teller(outside, "something else")
    done = deepnet(
        *("--passphrase-fd", "0", "log", "-", "--json"),
        stdin=f"{PASSPHRASE}\nlunch with Valentina\nand marmalade",
    )
    text = ok(done).json["conversation"]["text"]
    assert text == "lunch with Valentina\nand marmalade"


@pytest.mark.skipif(os.name == "nt", reason="descriptors are passed on by POSIX")
def test_any_descriptor_will_do_and_none_is_a_sentence(
    deepnet: Command, environment: dict[str, str], sealed: Path, home: Path
) -> None:
    del sealed
    ok(deepnet("config", "passphrase-command", ""))
    end, beginning = os.pipe()
    os.write(beginning, PASSPHRASE.encode())
    os.close(beginning)
    done = subprocess.run(
        [installed(), "--passphrase-fd", str(end), "people", "--json"],
        env=environment,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        pass_fds=(end,),
        check=False,
    )
    os.close(end)
    assert (done.returncode, done.stderr) == (0, b"")
    missing = deepnet("--passphrase-fd", "77", "people")
    assert missing.code == 2
    assert "descriptor 77" in missing.err


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("raise SystemExit(3)", "exit code 3"),
        ("pass", "it printed nothing"),
        (None, "No such file"),
    ],
)
def test_a_command_that_gives_none_is_a_sentence(
    deepnet: Command, sealed: Path, outside: Path, body: str | None, why: str
) -> None:
    del sealed
    script = outside / "teller.py"
    if body is None and os.name == "nt":
        pytest.skip("Windows says it in other words")
    if body is None:
        (outside / "python").symlink_to(sys.executable)
        broken = f"{outside / 'nowhere'} {script}"
        done = deepnet("config", "passphrase-command", broken)
    else:
        script.write_text(body, encoding="utf-8")
        done = deepnet("people")
    assert done.code == 6, done
    assert why in done.err
    assert "The command" in done.err


def test_no_shell_is_between(deepnet: Command, sealed: Path, home: Path) -> None:
    del sealed
    done = deepnet("config", "passphrase-command", "echo x; touch made")
    assert done.code == 6
    assert not (home / "made").exists()


def test_a_command_that_gives_the_wrong_one_is_not_taken(
    deepnet: Command, sealed: Path, tmp_path: Path
) -> None:
    del sealed
    other = tmp_path / "other"
    other.mkdir()
    done = deepnet("config", "passphrase-command", teller(other, "wrong"))
    assert (done.code, "does not open" in done.err) == (6, True)
    assert ok(deepnet("people", "--json")).json["people"]


def test_a_command_beside_the_journal_is_not_run(
    deepnet: Command, environment: dict[str, str], sealed: Path, outside: Path
) -> None:
    """What is set is this user's, and not of whoever made the file."""
    other = outside / "given"
    other.mkdir()
    shutil.copy(sealed, other / "journal.db")
    shutil.copytree(environment["XDG_CONFIG_HOME"], other / "deepnet")
    done = deepnet("--db", str(other / "journal.db"), "people")
    assert done.code == 6
    assert "no terminal" in done.err


def test_children_are_told_nothing(
    deepnet: Command, environment: dict[str, str], sealed: Path, outside: Path
) -> None:
    script = outside / "teller.py"
    seen = outside / "seen.json"
    script.write_text(
        "import json, os, sys\n"
        f"open({str(seen)!r}, 'w').write(json.dumps([sys.argv, dict(os.environ)]))\n"
        f"sys.stdout.buffer.write({PASSPHRASE!r}.encode())\n",
        encoding="utf-8",
    )
    ok(deepnet("people"))
    ok(deepnet("log", "tea with Valentina"))
    assert PASSPHRASE not in seen.read_text(encoding="utf-8")
    assert "Brücken" not in json.loads(seen.read_text(encoding="utf-8"))[1].values()
    history = ok(deepnet("history", "--json")).out
    assert PASSPHRASE not in history
    assert found_in(Path(environment["XDG_CONFIG_HOME"]), [PASSPHRASE]) == []
    assert sealed.exists()


BUG = """
import sys
sys.argv[0] = "deepnet"
from deepnet.cli import main
from deepnet.store import sealed
def broken(path, key, **how):
    raise RuntimeError("on purpose")
sealed.opened = broken
main()
"""


def test_a_traceback_says_nothing_of_it(
    environment: dict[str, str], sealed: Path, home: Path
) -> None:
    with sealed.open("rb") as file:
        salt = file.read(16).hex()
    done = subprocess.run(
        [sys.executable, "-c", BUG, "--debug", "people"],
        env=unwatched(environment),
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" in done.stderr
    assert "on purpose" in done.stderr
    assert PASSPHRASE not in done.stderr
    assert "Brücken" not in done.stderr
    assert not re.search(rf"{salt}|[0-9a-f]{{32}}", done.stderr)


WITHOUT = "raise ImportError('not installed, for this test')\n"


@pytest.fixture
def without_extra(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who has not installed the extra."""
    folder = tmp_path / "without"
    for name in ("sqlcipher3", "keyring"):
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text(WITHOUT, encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def test_without_the_extra_it_says_how_to_get_it(
    deepnet: Command, sealed: Path, without_extra: dict[str, str], outside: Path
) -> None:
    for words in (("people",), ("log", "tea with Valentina"), ("doctor",)):
        done = deepnet(*words, **without_extra)
        assert done.code == 6
        assert f"{sealed} is encrypted" in done.err
        assert 'pip install "deepnet[encrypted]"' in done.err
    plain = outside / "plain.db"
    ok(deepnet("--db", str(plain), "add", "Igor", **without_extra))
    done = deepnet("--db", str(plain), "encrypt", **without_extra)
    assert (done.code, "deepnet[encrypted]" in done.err) == (2, True)
    assert found_in(outside, ["Igor"])


def test_completion_asks_nobody_and_gives_no_names(
    deepnet: Command, sealed: Path, outside: Path
) -> None:
    del sealed
    (outside / "teller.py").write_text(
        f"open({str(outside / 'ran')!r}, 'w')\nprint({PASSPHRASE!r})\n",
        encoding="utf-8",
    )
    shell = {"_DEEPNET_COMPLETE": "complete_bash"}
    done = deepnet("deepnet show Val", "Val", **shell)
    assert (done.code, done.err) == (0, "")
    assert "Valentina" not in done.out
    assert not (outside / "ran").exists()


def test_another_passphrase(
    deepnet: Command, sealed: Path, home: Path, outside: Path
) -> None:
    ok(deepnet("backup"))
    done = deepnet("encrypt", "--anew", "--new-passphrase-fd", "0", stdin="second\n")
    assert ok(done).err == ""
    assert deepnet("people").code == 6
    teller(outside, "second")
    assert ok(deepnet("people", "--json")).json["people"]
    with closing(raw(sealed, "second")) as file:
        assert file.execute("SELECT count(*) FROM people").fetchone() == (1,)
    assert ok(deepnet("doctor", "--json")).json["findings"] == []
    assert found_in(home, WORDS) == []


def test_words_that_could_not_be_stored_are_encrypted_too(
    deepnet: Command, sealed: Path, home: Path
) -> None:
    with closing(raw(sealed)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        done = deepnet("log", "tea with Valentina, kintsugi")
        holder.execute("ROLLBACK")
    assert done.code == 6
    # The journal could not be opened at all, so that nothing proved the passphrase.
    assert "kintsugi" in done.err
    assert found_in(home, WORDS) == []


def test_encrypting_takes_the_words_that_wait_and_names_plain_backups(
    deepnet: Command, home: Path, outside: Path
) -> None:
    deepnet("log", "lunch with Valentina", "--new")
    made = Path(deepnet("backup", "--json").json["backup"]["file"])
    waiting = {
        "words": ["log", "tea with Valentina, kintsugi"],
        "now": "2026-11-24T09:00",
    }
    kept = home / "journal.unstored.jsonl"
    kept.write_text(json.dumps(waiting) + "\n", encoding="utf-8")
    deepnet("config", "passphrase-command", teller(outside))
    done = ok(deepnet("encrypt", "--json")).json
    assert (done["anew"], done["backups"], done["plain"]) == (True, 0, [str(made)])
    assert {name for name, _ in found_in(home, WORDS)} == {made.name}
    remarks = ok(deepnet("doctor", "--json")).json["remarks"]
    assert any(str(made) in one and "not encrypted" in one for one in remarks)
    ok(deepnet("encrypt", "--backups"))
    assert found_in(home, WORDS) == []
    ok(deepnet("log", "--recovered"))
    assert not kept.exists()
    assert "kintsugi" in ok(deepnet("show", "Valentina", "--json")).out
    ok(deepnet("restore", made.name, "--yes"))


def test_decrypting_gives_all_of_it_back(
    deepnet: Command, sealed: Path, home: Path
) -> None:
    ok(deepnet("log", "walk with Valentina, beekeeping"))
    before = ok(deepnet("export", "-")).out
    done = ok(deepnet("decrypt", "--json")).json
    assert done["encrypted"] == []
    assert sealed.read_bytes()[:16] == b"SQLite format 3\0"
    with closing(sqlite3.connect(sealed)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    ok(deepnet("config", "passphrase-command", ""))
    after = ok(deepnet("export", "-")).out
    assert _without_moment(after) == _without_moment(before)
    assert ok(deepnet("doctor", "--json")).json["findings"] == []
    assert not list(home.glob(".*.part*"))


def _without_moment(text: str) -> dict[str, object]:
    document: dict[str, object] = json.loads(text)
    return {key: value for key, value in document.items() if key != "exported_at"}


def test_what_is_already_so_is_said(
    deepnet: Command, sealed: Path, outside: Path
) -> None:
    assert deepnet("encrypt").code == 5
    assert deepnet("--db", str(outside / "none.db"), "decrypt").code == 3
    plain = outside / "plain.db"
    ok(deepnet("--db", str(plain), "add", "Igor"))
    assert deepnet("--db", str(plain), "decrypt").code == 5
    assert deepnet("--db", str(plain), "encrypt", "--anew").code == 5
    before = plain.read_bytes()
    no = deepnet("--db", str(plain), "--passphrase-fd", "0", "encrypt", stdin="\n")
    assert (no.code, "empty" in no.err) == (2, True)
    nobody = deepnet("--db", str(plain), "encrypt")
    assert (nobody.code, "no terminal" in nobody.err) == (2, True)
    assert plain.read_bytes() == before
    assert sealed.exists()


def test_a_first_word_can_be_encrypted_from_the_start(
    deepnet: Command, home: Path, outside: Path
) -> None:
    deepnet("config", "passphrase-command", teller(outside))
    ok(deepnet("encrypt"))
    ok(deepnet("log", "lunch with Valentina", "--new"))
    assert found_in(home, WORDS) == []


Damage = Callable[[bytes], bytes]


def _page(number: int, *, noise: bool) -> Damage:
    def damage(data: bytes) -> bytes:
        at = (number - 1) * 4096
        page = os.urandom(4096) if noise else bytes(4096)
        return data[:at] + page + data[at + 4096 :]

    return damage


@pytest.mark.parametrize("noise", [False, True])
def test_a_plain_file_that_is_damaged_is_not_called_encrypted(
    deepnet: Command, home: Path, noise: bool
) -> None:
    deepnet("log", "lunch with Valentina", "--new")
    path = home / "journal.db"
    path.write_bytes(_page(1, noise=noise)(path.read_bytes()))
    done = deepnet("people")
    assert done.code == 6
    assert "encrypted" not in done.err


def test_an_encrypted_file_that_is_damaged_is_called_damaged(
    deepnet: Command, sealed: Path
) -> None:
    whole = sealed.read_bytes()
    for number in (2, len(whole) // 4096):
        sealed.write_bytes(_page(number, noise=True)(whole))
        done = deepnet("doctor")
        assert done.code == 6
        assert "damaged" in done.out, done
        assert "passphrase" not in done.out + done.err


def test_what_is_readable_of_a_damaged_one_is_saved_encrypted(
    deepnet: Command, sealed: Path, home: Path
) -> None:
    for number in range(9):
        ok(deepnet("log", f"lunch with Pat{number} Zwetkow, kintsugi", "--new"))
    whole = sealed.read_bytes()
    with closing(raw(sealed)) as file:
        (root,) = file.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'facts'"
        ).fetchone()
    damaged = _page(root, noise=True)(whole)
    sealed.write_bytes(damaged)
    new = home / "saved.db"
    ok(deepnet("doctor", "--salvage", str(new)))
    assert sealed.read_bytes() == damaged
    assert found_in(home, WORDS) == []
    # What is set for one journal is not for another.
    said = f"{PASSPHRASE}\n"
    flags = ("--db", str(new), "--passphrase-fd", "0")
    people = ok(deepnet(*flags, "people", "--json", stdin=said)).json["people"]
    assert len(people) == 10
    # It was encrypted from its first byte, and is laid out as every journal is.
    assert ok(deepnet(*flags, "doctor", "--json", stdin=said)).json["findings"] == []


def test_who_logs_while_it_is_encrypted_loses_nothing(
    deepnet: Command, environment: dict[str, str], home: Path, outside: Path
) -> None:
    deepnet("log", "lunch with Valentina", "--new")
    deepnet("config", "passphrase-command", teller(outside))
    started = [
        subprocess.Popen(
            [installed(), "log", f"walk with Valentina, number{number}", "--json"],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for number in range(6)
    ]
    sealing = deepnet("encrypt")
    texts = {}
    for number, process in enumerate(started):
        _, err = process.communicate(timeout=60)
        texts[number] = (process.returncode, err)
    assert sealing.code == 0, sealing
    there = ok(deepnet("show", "Valentina", "--json")).out
    for number, (code, err) in texts.items():
        if code == 0:
            assert f"number{number}" in there
        else:
            assert code == 6, err
            assert (
                f"number{number}" in err or (home / "journal.unstored.jsonl").exists()
            )
    assert ok(deepnet("doctor", "--json")).json["findings"] == []
