"""The page that asks one question, as the browser tests see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from worksite.quiz import bank
from worksite.resources import strings
from worksite.teach import present

from .serving import serving

SAID = strings("teach")
VOTABLE = [
    f"{name}/{question.id}"
    for name in bank.known()
    for question in bank.load(name).questions
    if question.type in present.VOTABLE
]


@pytest.fixture(scope="session")
def wall_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("present")
    present.present_files(made, [*VOTABLE, "06/rebuild"])
    (made / "deck.html").write_text(
        '<title>deck</title><link rel="icon" href="data:,">', encoding="utf-8"
    )
    return made


@pytest.fixture(scope="session")
def wall_address(wall_folder: Path) -> Iterator[str]:
    with serving(wall_folder) as root:
        yield root


class Wall:
    """The page on a projector, and everything that went wrong or left this machine."""

    def __init__(self, chromium: Any, address: str, **options: Any) -> None:
        self.context = chromium.new_context(
            **{"viewport": {"width": 1280, "height": 720}, **options}
        )
        self.page, self.address = self.context.new_page(), address
        self.wrong: list[str] = []
        page = self.page
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        page.on(
            "request", lambda r: r.url.startswith((address, "data:")) or self.wrong.append(r.url)
        )

    def ask(self, ref: str, query: str = "") -> Any:
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}present.html{query}#{ref}")
        self.page.locator("h1").wait_for()
        return self.page

    def vote(self, **letters: int) -> None:
        for letter, count in letters.items():
            for _ in range(count):
                self.page.keyboard.press(letter)

    def press(self, name: str) -> None:
        """Press a button as the keyboard does."""
        self.page.get_by_role("button", name=SAID[name], exact=True).focus()
        self.page.keyboard.press("Enter")

    def size(self) -> float:
        return float(
            self.page.evaluate(
                "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
            )
        )

    def cut_off(self) -> list[str]:
        """What is beyond the stage or the screen, and text below 18 pixels."""
        return list(self.page.evaluate(CUT_OFF))

    def __enter__(self) -> Wall:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()
        assert self.wrong == []


CUT_OFF = """() => {
  const found = [];
  const stage = document.querySelector(".stage"), page = document.documentElement;
  for (const box of [stage, page]) {
    if (box.scrollHeight > box.clientHeight + 1) found.push("too tall: " + box.className);
    if (box.scrollWidth > box.clientWidth + 1) found.push("too wide: " + box.className);
  }
  for (const node of document.querySelectorAll("main *")) {
    const box = node.getBoundingClientRect();
    if (!box.width) continue;
    const {left, right, bottom} = box;
    if (left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) {
      found.push("outside: " + node.outerHTML);
    }
    const words = [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (words && size < 17.99) found.push("small: " + node.outerHTML);
  }
  return found;
}"""


def through(wall: Wall, check: Callable[[str], object]) -> None:
    """Call ``check(stage)`` on every state of the question, with votes and bars shown."""
    page = wall.page
    page.get_by_label("Votes for A").fill("11")
    page.get_by_label("Votes for B").fill("12")
    check("ask")
    wall.press("show_votes")
    check("ask, shown")
    for stage in ("talk", "again"):
        page.keyboard.press("PageDown")
        check(stage)
    page.get_by_label("Votes for A").fill("20")
    wall.press("show_votes")
    check("again, shown")
    for stage in ("compare", "answer"):
        page.keyboard.press("PageDown")
        check(stage)
    pages = page.locator("[data-key=more]")
    for _ in range(int(pages.inner_text().rstrip(")").split()[-1]) - 1 if pages.count() else 0):
        page.keyboard.press("PageDown")
        check("answer, more")
