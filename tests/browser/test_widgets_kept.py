"""Answers on their way: acknowledged, lost, restored, seen from two sides."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from worksite.resources import strings

from . import demo
from .harness import Bench
from .test_widgets_quiz import SAID, check, sent, status


def kept(page: Any, view: int = 0) -> Any:
    return page.locator(".view").nth(view).locator(".ws-kept[role=status]").first


def answer(page: Any, key: str, view: int = 0) -> None:
    box = page.locator(".view").nth(view).locator(".ws-question:visible")
    box.locator(f"input[value={key}]").check()
    box.locator(".ws-actions .ws-main").click()


def test_kept_is_said_quietly(widgets: Bench) -> None:
    page = widgets.open(demo.single("one"))
    answer(page, "a")
    expect(kept(page)).to_have_text(SAID["kept"])
    assert kept(page).get_attribute("aria-live") == "off"
    assert page.evaluate("worksite.saved") == 0


def test_kept_in_memory_is_explained_once(widgets: Bench) -> None:
    page = widgets.open(demo.group("all"), kernel="memory")
    page.locator("[data-type=one] input[value=a]").check()
    page.locator("[data-type=many] input[value=a]").check()
    for name in ("one", "many"):
        page.locator(f"[data-type={name}] .ws-main").click()
    expect(page.locator(".ws-kept").nth(0)).to_have_text(SAID["kept_in_memory"])
    expect(page.locator(".ws-kept").nth(1)).to_have_text(SAID["kept_for_now"])


@pytest.mark.parametrize("kernel", ["throws", "rejects", "refuses"])
def test_a_refused_answer_says_so_at_once(widgets: Bench, kernel: str) -> None:
    page = widgets.open(demo.single("one"), kernel=kernel)
    answer(page, "a")
    expect(kept(page)).to_have_text(SAID["not_kept"])
    assert kept(page).get_attribute("aria-live") == "polite"
    assert status(page).inner_text()


def test_silence_means_not_kept_and_a_late_word_still_counts(widgets: Bench) -> None:
    page = widgets.open(demo.single("one"), kernel="silent", clock=True)
    answer(page, "a")
    page.clock.run_for(1900)
    assert kept(page).inner_text() == ""
    page.clock.run_for(200)
    expect(kept(page)).to_have_text(SAID["not_kept"])
    page.evaluate("worksite.model.reply('kept', worksite.sent[0], {where: 'disk'})")
    expect(kept(page)).to_have_text(SAID["kept"])


def test_a_second_answer_before_the_first_word_loses_nothing(widgets: Bench) -> None:
    page = widgets.open(demo.single("one"), kernel="silent", clock=True)
    answer(page, "a")
    answer(page, "c")
    first, second = sent(page)
    assert (first["response"], second["response"]) == ("a", "c")
    assert first["seq"] != second["seq"]
    page.evaluate("worksite.model.reply('kept', worksite.sent[0], {where: 'disk'})")
    assert kept(page).inner_text() == ""
    page.clock.run_for(2100)
    expect(kept(page)).to_have_text(SAID["not_kept"])
    page.evaluate("worksite.model.reply('kept', worksite.sent[1], {where: 'disk'})")
    expect(kept(page)).to_have_text(SAID["kept"])
    assert page.locator("input[value=c]").is_checked()
    assert page.evaluate("worksite.model.get('state')['03/made'].tries") == 2


def test_a_word_for_one_answer_leaves_the_next_draft_alone(widgets: Bench) -> None:
    page = widgets.open(demo.single("number"), kernel="silent")
    page.locator("input").fill("7")
    page.locator("select").select_option("nm")
    check(page)
    page.locator("input").fill("70")
    page.evaluate("worksite.model.reply('kept', worksite.sent[0], {where: 'disk'})")
    expect(kept(page)).to_have_text(SAID["kept"])
    assert page.locator("input").input_value() == "70"


RESTORED = {
    "one": "c", "many": ["a", "d"], "true_false": {"answer": "true", "reason": "c"},
    "number": {"value": "0,1", "unit": "nm"}, "match": {"1": "b", "2": "c", "3": None},
    "order": ["a", None, "b", "d"], "own": {"text": "It thinks.", "ticks": [0, 2]},
}  # fmt: skip


@pytest.mark.parametrize("name", list(RESTORED))
def test_an_earlier_answer_comes_back_without_a_word(widgets: Bench, name: str) -> None:
    spec = demo.single(name)
    ref = spec["questions"][0]["ref"]
    entry = {"response": RESTORED[name], "tries": 1, "confidence": "think", "hints": 1}
    verdict = "noted" if name == "own" else "wrong"
    page = widgets.open(spec, state={ref: {**entry, "verdict": verdict, "credit": None}})
    assert status(page).inner_text() != ""
    assert status(page).get_attribute("aria-live") == "off"
    assert page.locator(".ws-hint").count() == 1
    assert sent(page) == []
    # What is shown is what was answered: checking it again sends the very same response.
    check(page)
    assert sent(page)[0]["response"] == RESTORED[name]
    assert sent(page)[0]["tries"] == 2
    assert status(page).get_attribute("aria-live") == "polite"


def test_two_views_of_one_model_agree(widgets: Bench) -> None:
    page = widgets.open(demo.single("many"), views=2)
    answer(page, "b", view=0)
    other = page.locator(".view").nth(1)
    assert other.locator("input[value=b]").is_checked()
    assert status(page, 0).inner_text() == status(page, 1).inner_text()
    expect(kept(page, 1)).to_have_text(SAID["kept"])
    assert status(page, 0).get_attribute("aria-live") == "polite"
    assert status(page, 1).get_attribute("aria-live") == "off"
    other.locator("input[value=b]").uncheck()
    other.locator("input[value=a]").check()
    answer(page, "c", view=1)
    assert SAID["verdict_right"] in status(page, 0).inner_text()
    assert len(sent(page)) == 2
    names = page.evaluate("[...document.querySelectorAll('input')].map((one) => one.name)")
    assert len(set(names)) == 2
    page.evaluate("worksite.close[0]()")
    answer(page, "d", view=1)
    assert len(sent(page)) == 3


def test_one_at_a_time(widgets: Bench) -> None:
    page = widgets.open(demo.group())
    where = page.locator(".ws-where[role=status]")
    assert where.inner_text() == SAID["where"].format(n=1, total=7)
    assert page.locator(".ws-question:visible").count() == 1
    assert not page.get_by_role("button", name=SAID["back"]).is_visible()
    answer(page, "b")
    page.get_by_role("button", name=SAID["next"], exact=True).click()
    assert where.inner_text() == SAID["where"].format(n=2, total=7)
    assert "03.2" in page.evaluate("document.activeElement.ariaLabel")
    answer(page, "a")
    label = SAID["dot"].format(n=2, total=7, state=SAID["state_partly"])
    assert page.get_by_role("button", name=label).get_attribute("aria-current") == "step"
    page.locator(".ws-dot").nth(6).click()
    page.locator(".ws-steps .ws-main").click()
    assert page.evaluate("document.activeElement.ariaLabel") == SAID["summary_title"]
    summary = page.locator(".ws-summary").inner_text()
    assert "say what an exosome is and how it is made" in summary
    assert SAID["summary_line"].format(right=1, total=3) in summary
    assert SAID["summary_open"].format(open=1) in summary
    page.locator(".ws-summary").get_by_role("button", name="03.2").click()
    assert page.locator("[data-type=many]").is_visible()
    page.get_by_role("button", name=SAID["back"]).click()
    assert page.locator("[data-type=one]").is_visible()


def test_all_at_once(widgets: Bench) -> None:
    page = widgets.open(demo.group())
    page.get_by_role("button", name=SAID["show_all"]).click()
    assert page.locator(".ws-question:visible").count() == 7
    assert page.locator(".ws-summary").is_visible()
    assert page.evaluate("document.activeElement.textContent") == SAID["one_at_a_time"]
    page.locator(".ws-dot").nth(3).click()
    assert "03.4" in page.evaluate("document.activeElement.ariaLabel")
    page.get_by_role("button", name=SAID["one_at_a_time"]).click()
    assert page.locator("[data-type=number]").is_visible()
    assert page.locator(".ws-question:visible").count() == 1


def test_the_learner_record_is_redrawn_and_forgets_only_when_sure(widgets: Bench) -> None:
    words = strings("progress")
    question = {"number": "03.5", "lesson": "03", "text_html": "How long?"}
    question["call"] = 'quiz("03/size")'
    spec = {
        "strings": words, "where": "disk", "file": "progress.sqlite", "notice": "", "due": [],
        "weak": [question], "lessons": [{"id": "03", "title": "Meet the foremen", "total": 10,
        "answered": 4, "right": 3, "objectives": [{"text": "make it", "total": 2, "answered": 1,
        "right": 1}]}],
    }  # fmt: skip
    page = widgets.open(spec, module="progress.js", sheets=("kit.css", "progress.css"))
    text = page.locator(".ws-progress").inner_text()
    assert words["lesson_line"].format(right=3, total=10, answered=4) in text
    assert words["due_none"] in text
    assert 'quiz("03/size")' in text
    forget = page.get_by_role("button", name=words["forget"])
    forget.click()
    assert sent(page) == []
    assert words["sure_forget"] in page.locator(".ws-said[role=status]").inner_text()
    forget.click()
    page.get_by_role("button", name=words["export"]).click()
    assert [each["kind"] for each in sent(page)] == ["forget", "export"]
    page.evaluate(
        "worksite.model.set('spec', {...worksite.model.get('spec'), weak: [], lessons: []})"
    )
    assert words["weak_none"] in page.locator(".ws-progress").inner_text()
    page.evaluate("worksite.model.emit('msg:custom', {kind: 'said', text: 'Saved.'})")
    assert page.locator(".ws-said[role=status]").inner_text() == "Saved."
