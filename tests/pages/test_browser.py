"""Pages as a reader has them: in a browser, on a phone, in the dark, on paper.

Skipped without Chromium and its driver; the checker of accessibility is axe-core, and
``DEEPNET_AXE`` says where its ``axe.min.js`` is.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from conftest import TODAY, installed
from deepnet.model import Depth, PersonRef, Setting, When
from deepnet.store import Store, conversations, people
from deepnet.store import promises as owed

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
AXE = os.environ.get("DEEPNET_AXE")
PHONE, DESK = 360, 1280
PAGES = ("month", "year", "initials", "empty", "crowd", "hostile")
HOSTILE = '"><img src=http://127.0.0.1:9/x onerror=document.title=1><script>x</script>'

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="chromium and chromium-driver are not here"
)


class Opened(NamedTuple):
    """A page in the browser, and what the browser did for it."""

    path: Path
    driver: Any

    def ask(self, script: str) -> Any:
        """What a script answers on the page."""
        return self.driver.execute_script(f"return ({script})")

    def do(self, command: str, **values: Any) -> Any:
        """Tell the browser something."""
        return self.driver.execute_cdp_cmd(command, values)

    def as_seen(self, width: int, scheme: str) -> Opened:
        """The page, anew, at a width in pixels and in a colour scheme."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.do("Emulation.setEmulatedMedia", features=[feature])
        self.do(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=800,
            deviceScaleFactor=1,
            mobile=width == PHONE,
        )
        self.driver.get(self.path.as_uri())
        return self


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    """A browser without a window."""
    from selenium import webdriver  # noqa: PLC0415 - only where there is a browser
    from selenium.webdriver.chrome.service import Service  # noqa: PLC0415 - as above

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in ("headless=new", "no-sandbox", "disable-dev-shm-usage"):
        options.add_argument(f"--{flag}")
    logs = {"performance": "ALL", "browser": "ALL"}
    options.set_capability("goog:loggingPrefs", logs)
    started = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield started
    started.quit()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, made by the installed command."""
    folder: Path = tmp_path_factory.mktemp("pages")
    run(folder, "demo", "--keep", "demo.db")
    crowd(folder / "crowd.db")
    hostile(folder / "hostile.db")
    for name, journal, *words in (
        ("month", "demo.db"),
        ("year", "demo.db", "--year"),
        ("initials", "demo.db", "--names", "initials"),
        ("empty", "none.db"),
        ("crowd", "crowd.db"),
        ("hostile", "hostile.db"),
    ):
        run(folder, "--db", journal, "report", "--html", f"{name}.html", *words)
    return folder


def run(folder: Path, *words: str) -> None:
    subprocess.run(
        [installed(), *words],
        env={**os.environ, "DEEPNET_TODAY": TODAY.isoformat(), "PYTHONUTF8": "1"},
        cwd=folder,
        capture_output=True,
        check=True,
    )


def crowd(path: Path) -> None:
    """Five thousand people: most met at events, a tenth at a lunch or two as well."""
    with (
        Store.open(path, at="2026-11-25T12:00:00Z", create=True) as store,
        store.change("crowd"),
    ):
        names = [f"Person Number{number}" for number in range(5000)]
        everybody = [PersonRef(people.add(store, n, today=TODAY), n) for n in names]
        for number in range(0, len(everybody), 50):
            day = TODAY - timedelta(days=number // 20)
            talk(store, day, Setting.EVENT, *everybody[number : number + 50])
        for number, person in enumerate(everybody[::9]):
            day = TODAY - timedelta(days=number % 60)
            talk(store, day, Setting.LUNCH, person, depth=Depth(number % 5))
            if number % 3 == 0:
                talk(store, day - timedelta(days=90), Setting.WALK, person)
            conversations.add_fact(store, person.id, None, "a fact", day=day)
            owed.add(store, person.id, "the book " * 9, made_on=day)


def hostile(path: Path) -> None:
    """Somebody whose name, words and promises are markup, and one very long word."""
    with (
        Store.open(path, at="2026-11-25T12:00:00Z", create=True) as store,
        store.change("hostile"),
    ):
        for name in (HOSTILE, "W" * 200, "ש" * 80, "李小龙🧑‍🍳" * 12):
            person = PersonRef(people.add(store, name, today=TODAY), name)
            talk(store, TODAY, Setting.LUNCH, person, text=f"{HOSTILE} {'m' * 300}")
            owed.add(store, person.id, "k" * 300, made_on=TODAY)


def talk(
    store: Store,
    day: date,
    setting: Setting,
    *present: PersonRef,
    depth: Depth | None = None,
    text: str = "by the sea",
) -> None:
    conversations.add(
        store,
        conversations.Conversation(
            id=0,
            when=When(day),
            setting=setting,
            depth=depth,
            minutes=None,
            place=None,
            text=text,
            others=None,
            they_asked=False,
            people=present,
        ),
    )


@pytest.fixture(scope="module", params=PAGES)
def opened(request: pytest.FixtureRequest, folder: Path, driver: Any) -> Opened:
    """One page after the other."""
    return Opened(folder / f"{request.param}.html", driver)


OUTSIDE = """
[...document.body.querySelectorAll('*')].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width && (box.right > innerWidth + 0.5 || box.left < -0.5);
}).map(one => one.outerHTML.slice(0, 120))
"""
COVERED = """
[...document.querySelectorAll('svg')].flatMap(svg => {
  const words = [...svg.querySelectorAll('text')].map(
    one => [one.textContent, one.getBoundingClientRect()]
  ).filter(([_, box]) => box.width);
  return words.flatMap(([said, a], at) => words.slice(at + 1).filter(([_, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
  ).map(([other]) => [said, other]));
})
"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_is_wider_than_the_window_and_no_word_lies_on_another(
    opened: Opened, width: int
) -> None:
    page = opened.as_seen(width, "light")
    assert page.ask("document.documentElement.scrollWidth") <= width
    assert page.ask(OUTSIDE) == []
    assert page.ask(COVERED) == []
    # With every table and every long list open, too.
    page.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.ask("document.documentElement.scrollWidth") <= width
    assert page.ask(OUTSIDE) == []


def test_no_request_leaves_and_the_console_is_silent(opened: Opened) -> None:
    opened.driver.get_log("performance")
    opened.driver.get_log("browser")
    opened.as_seen(DESK, "light")
    sent = [
        event["params"]["request"]["url"]
        for entry in opened.driver.get_log("performance")
        if (event := json.loads(entry["message"])["message"])["method"]
        == "Network.requestWillBeSent"
    ]
    assert {url for url in sent if not url.startswith("data:")} == {
        opened.path.as_uri()
    }
    assert opened.driver.get_log("browser") == []
    assert opened.ask("document.scripts.length") == 0


def test_what_was_typed_is_read_and_does_nothing(folder: Path, driver: Any) -> None:
    page = Opened(folder / "hostile.html", driver).as_seen(DESK, "light")
    assert page.ask("document.title") == "November 2026"
    assert page.ask("document.images.length") == 0
    assert HOSTILE in page.ask("document.body.innerText")


@pytest.mark.skipif(not AXE, reason="DEEPNET_AXE names no axe.min.js")
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (DESK, "light")])
def test_a_checker_of_accessibility_finds_nothing(
    opened: Opened, width: int, scheme: str
) -> None:
    page = opened.as_seen(width, scheme)
    page.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
    script = Path(AXE or "").read_text(encoding="utf-8")
    page.do("Runtime.evaluate", expression=script)
    answer = page.do(
        "Runtime.evaluate",
        expression="axe.run().then(found => JSON.stringify(found))",
        awaitPromise=True,
        returnByValue=True,
    )
    found = json.loads(answer["result"]["value"])
    assert len(found["passes"]) > 10
    assert [
        (broken["id"], broken["impact"], broken["nodes"][0]["html"])
        for broken in found["violations"]
    ] == []


@pytest.mark.parametrize(("wide", "high"), [(8.27, 11.69), (8.5, 11)])
def test_a_page_prints_on_two_sheets(opened: Opened, wide: float, high: float) -> None:
    page = opened.as_seen(DESK, "dark")
    printed = page.do("Page.printToPDF", paperWidth=wide, paperHeight=high)
    sheets = re.findall(rb"/Type\s*/Page\b", base64.b64decode(printed["data"]))
    assert len(sheets) == (1 if opened.path.stem == "empty" else 2)


def test_the_dark_is_dark_and_paper_is_white(folder: Path, driver: Any) -> None:
    page = Opened(folder / "month.html", driver)
    ground = "getComputedStyle(document.body).backgroundColor"

    def brightness() -> int:
        return sum(map(int, re.findall(r"\d+", page.ask(ground))[:3]))

    page.as_seen(DESK, "light")
    assert brightness() > 700
    page.as_seen(DESK, "dark")
    assert brightness() < 100
    page.do("Emulation.setEmulatedMedia", media="print")
    assert page.ask("getComputedStyle(document.body).color") == "rgb(34, 33, 30)"


def test_a_page_of_five_thousand_is_small(folder: Path) -> None:
    assert (folder / "crowd.html").stat().st_size < 400_000
