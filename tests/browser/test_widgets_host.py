"""The static host: the same modules on a plain page, without a kernel."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import expect

from worksite.faces.modules import styles
from worksite.resources import strings

from . import demo
from .harness import Bench, faults

SAID = strings("quiz")
SHELF = "worksite-progress"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lesson</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/widgets/tokens.css">
<script type="module" src="/widgets/host.js" data-widgets="/03.json"></script></head>
<body><main><h1>Lesson</h1><section class="worksite" data-worksite="quiz 03/made"><p>Still one</p>
</section><section class="worksite" data-worksite="quiz 03/demo"><p>Still two</p></section>
<section class="worksite" data-worksite="explore 03/none"><p>Still three</p></section></main></body>
</html>"""


def lesson(widgets: Bench, **more: Any) -> None:
    sheets = ["kit.css", "quiz.css"]
    one = {"ref": "quiz 03/made", "module": "quiz.js", "sheets": sheets, "spec": demo.single("one")}
    two = {"ref": "quiz 03/demo", "module": "quiz.js", "sheets": sheets, "spec": demo.group()}
    widgets.files["/03.json"] = json.dumps({"widgets": [one | more, two]})
    widgets.files["/lesson.html"] = PAGE
    widgets.files["/widgets/tokens.css"] = styles("tokens.css")


def visit(widgets: Bench, page: Any) -> Any:
    page.goto(f"{widgets.address}/lesson.html")
    expect(page.locator(".ws-quiz")).to_have_count(2)
    return page


def shelf(page: Any) -> dict[str, Any]:
    return dict(json.loads(page.evaluate(f"localStorage.getItem('{SHELF}')")))


def first(page: Any) -> Any:
    return page.locator(".ws-quiz").first


def answer(page: Any, key: str) -> None:
    first(page).locator(f"input[value={key}]").check()
    first(page).locator(".ws-actions .ws-main").click()


def test_answers_are_kept_in_the_export_format_and_restored(widgets: Bench) -> None:
    lesson(widgets)
    page = visit(widgets, widgets.page())
    assert page.get_by_text("Still one").count() == 0
    assert page.get_by_text("Still three").is_visible()
    assert faults(page, "main") == []
    answer(page, "a")
    answer(page, "b")
    first(page).get_by_text(SAID["kept"], exact=True).wait_for()
    kept = shelf(page)
    assert (kept["format"], kept["version"]) == ("worksite-progress", 1)
    assert [each["response"] for each in kept["answers"]] == ["a", "b"]
    assert {*kept["answers"][0]} == {
        "ref", "at", "response", "verdict", "credit", "confidence", "hints",
    }  # fmt: skip
    assert [each["credit"] for each in kept["answers"]] == [0, 1]
    visit(widgets, page)
    assert SAID["verdict_right"] in first(page).locator("[role=status].ws-status").inner_text()
    answer(page, "c")
    assert [each["response"] for each in shelf(page)["answers"]] == ["a", "b", "c"]


def test_two_tabs_lose_nothing(widgets: Bench) -> None:
    lesson(widgets)
    page = visit(widgets, widgets.page())
    other = page.context.new_page()
    visit(widgets, other)
    answer(page, "a")
    answer(other, "b")
    answer(page, "c")
    assert [each["response"] for each in shelf(page)["answers"]] == ["a", "b", "c"]


def test_a_damaged_shelf_is_set_aside(widgets: Bench) -> None:
    lesson(widgets)
    page = widgets.page()
    page.add_init_script(f"localStorage['{SHELF}'] ??= '{{\"format\": 1'")
    visit(widgets, page)
    answer(page, "b")
    assert len(shelf(page)["answers"]) == 1
    aside = page.evaluate("Object.keys(localStorage).filter((key) => key.includes('aside'))")
    assert [page.evaluate("(key) => localStorage[key]", key) for key in aside] == ['{"format": 1']


def test_without_storage_answers_are_kept_for_now_and_it_is_said(widgets: Bench) -> None:
    lesson(widgets)
    page = widgets.page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    visit(widgets, page)
    answer(page, "b")
    first(page).get_by_text(SAID["kept_on_page"]).wait_for()


def test_follows_the_theme_of_the_system(widgets: Bench) -> None:
    lesson(widgets)
    page = widgets.page()
    page.emulate_media(color_scheme="dark")
    visit(widgets, page)
    expect(page.locator("html")).to_have_attribute("data-worksite-theme", "dark")
    assert faults(page, "main") == []
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute("data-worksite-theme", "light")


def test_a_module_that_fails_leaves_its_still_face_and_the_others(widgets: Bench) -> None:
    lesson(widgets, spec={"questions": None})
    page = widgets.page()
    page.goto(f"{widgets.address}/lesson.html")
    expect(page.locator(".ws-quiz")).to_have_count(1)
    assert page.get_by_text("Still one").is_visible()
    assert page.get_by_text("Still two").count() == 0
    assert len(widgets.troubles) == 1
    widgets.troubles.clear()


def test_with_scripts_off_the_still_face_stands(widgets: Bench) -> None:
    lesson(widgets)
    page = widgets.page(scripts=False)
    page.goto(f"{widgets.address}/lesson.html")
    assert page.get_by_text("Still one").is_visible()
