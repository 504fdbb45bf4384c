"""From a claim of the inspector to its lesson: in Lab, on the web, and where neither is there."""

from __future__ import annotations

from typing import Any

from worksite import lessons
from worksite.explorables import explore
from worksite.site import pages

from .explorable import shown
from .harness import Bench
from .lab import Notebook
from .lab_lessons import Desk, copy_lessons

LAST = "12_final_inspection.ipynb"
LESSON = lessons.get("06")


def claims(box: Any) -> Any:
    """The claims of lesson 06 that are shown."""
    return box.locator(".ws-claim", has_text="Lesson 06")


def wait_for(book: Notebook, path: str) -> None:
    """Wait until the document of this path is the one in front."""
    book.page.wait_for_function(
        "(path) => window.jupyterapp.shell.currentWidget?.context?.path === path",
        arg=path,
        timeout=90_000,
    )


def test_in_lab_a_press_opens_the_lesson_and_changes_nothing(desk: Desk) -> None:
    below = "notebooks/my course"  # as where a hub opens a project with its lessons in a folder
    for lesson in desk.folder.glob("*.ipynb"):
        lesson.unlink()
    (desk.folder / below).mkdir(parents=True)
    copy_lessons(desk.folder / below)
    book = desk.open(f"{below}/{LAST}")
    book.run_all()
    book.show_all()
    box = book.page.locator(".ws-explore")
    box.get_by_role("button", name="Show me without a guess").click()
    before = book.cells()
    claims(box).first.get_by_role("button", name="Lesson 06").focus()
    book.page.keyboard.press("Enter")
    wait_for(book, f"{below}/{LESSON.file}")
    assert book.page.locator(".jp-Dialog").count() == 0
    book.command("docmanager:open", path=f"{below}/{LAST}")
    wait_for(book, f"{below}/{LAST}")
    assert book.cells() == before


def test_on_the_web_it_is_a_link_to_the_page(widgets: Bench) -> None:
    page = pages.lesson_page("12")
    pages.link_lessons([page])
    (made,) = [one for one in page.widgets if one["ref"] == "explore 12/claim-inspector"]
    widget = explore("12/claim-inspector")
    widget.spec = made["spec"]
    box = shown(widgets, widget)
    hrefs = {
        link.get_attribute("href")
        for link in claims(box).get_by_role("link", name="Lesson 06").all()
    }
    assert hrefs == {LESSON.file.replace(".ipynb", ".html")}
    assert claims(box).count() == claims(box).get_by_role("link", name="Lesson 06").count()


def test_elsewhere_it_is_the_name_alone(widgets: Bench) -> None:
    box = shown(widgets, explore("12/claim-inspector"))
    assert claims(box).count() > 0
    for role in ("link", "button"):
        assert claims(box).get_by_role(role, name="Lesson").count() == 0
