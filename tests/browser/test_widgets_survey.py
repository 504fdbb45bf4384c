"""The survey in a browser: by keyboard, what is kept, what changed, how it looks."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from playwright.sync_api import expect

from worksite import survey
from worksite.beliefs.compare import compare
from worksite.beliefs.model import load
from worksite.beliefs.spec import words
from worksite.resources import strings

from .harness import Bench, faults

SAID = words()
IDS = [one.id for one in load()]


def shown(widgets: Bench, when: str = "before", **more: Any) -> Any:
    widget = survey(when)
    return widgets.open(widget.spec, module=widget.module, sheets=widget.sheets, **more)


def belief(page: Any, at: int, view: int = 0) -> Any:
    return page.locator(".view").nth(view).locator(".ws-belief").nth(at)


def believe(page: Any, at: int, answer: str, confidence: str = "", view: int = 0) -> None:
    for value in filter(None, (answer, confidence)):
        belief(page, at, view).locator(f"input[value={value}]").check()


def sent(page: Any) -> list[dict[str, Any]]:
    return list(page.evaluate("worksite.sent"))


def given(response: str, confidence: str | None = None, tries: int = 1) -> dict[str, Any]:
    return {"response": response, "confidence": confidence, "verdict": "opinion", "credit": None,
            "hints": 0, "tries": tries}  # fmt: skip


def state(when: str, *answers: dict[str, Any]) -> dict[str, Any]:
    return {f"beliefs/{when}/{name}": one for name, one in zip(IDS, answers, strict=False)}


FULL = [given("true", "think"), given("true", "sure"), given("true", "guess"), given("unknown"),
        given("true", "think"), given("false", "sure"), given("true", "sure"),
        given("true", "think")]  # fmt: skip
LATER = [given("true", "sure"), given("false", "sure"), given("false", "think"),
         given("true", "sure"), given("false", "think"), given("false", "guess"),
         given("true", "sure"), given("false", "guess")]  # fmt: skip


def test_answered_by_keyboard_alone(widgets: Bench) -> None:
    page = shown(widgets)
    for key in ("Tab", "ArrowDown", "Tab", "Space"):
        page.keyboard.press(key)
    expect(belief(page, 0).locator(".ws-kept")).to_have_text(SAID["kept"])
    # Who does not know is not asked how sure: Tab leads on to the next statement.
    for key in ("Tab", "ArrowUp", "Tab", "Space"):
        page.keyboard.press(key)
    expect(belief(page, 1).locator(".ws-kept")).to_have_text(SAID["kept"])
    told = [{name: one[name] for name in ("ref", "response", "confidence")} for one in sent(page)]
    assert told[0] == {"ref": f"beliefs/before/{IDS[0]}", "response": "false", "confidence": "sure"}
    assert told[1] == {"ref": f"beliefs/before/{IDS[1]}", "response": "unknown", "confidence": None}
    assert all(one["kind"] == "answer" and "verdict" not in one for one in sent(page))
    assert belief(page, 2).locator("input[value=true]").is_checked()
    assert page.evaluate("worksite.bubbled") == ["Tab"]  # the one from outside
    assert page.evaluate("worksite.saved") == 0


def test_an_answer_is_whole_once_how_sure_is_said(widgets: Bench) -> None:
    page = shown(widgets)
    sure = belief(page, 0).locator("fieldset.ws-sure")
    first = sure.locator("input").first
    assert first.is_disabled()
    believe(page, 0, "true")
    assert sent(page) == []
    assert first.is_enabled()
    assert SAID["say_how_sure"] in belief(page, 0).inner_text()
    believe(page, 0, "sure")
    assert SAID["say_how_sure"] not in belief(page, 0).inner_text()
    believe(page, 0, "unknown")
    assert first.is_disabled()
    assert sure.locator("input:checked").count() == 0
    assert [(one["response"], one["confidence"]) for one in sent(page)] == [
        ("true", "sure"), ("unknown", None),
    ]  # fmt: skip


def test_count_and_end_are_said_and_nothing_is_marked(widgets: Bench) -> None:
    page = shown(widgets, state=state("before", *FULL[:7]))
    count = page.locator(".ws-count[role=status]")
    assert count.inner_text() == SAID["count"].format(answered=7, total=8)
    assert count.get_attribute("aria-live") == "off"
    believe(page, 7, "false", "guess")
    expect(count).to_have_text(SAID["done_before"].format(total=8))
    assert count.get_attribute("aria-live") == "polite"
    text = page.locator(".ws-survey").inner_text()
    assert not [word for key, word in strings("evidence").items()
                if key.startswith("verdict_") and word in text]  # fmt: skip
    assert page.locator("[data-mark=right], [data-mark=wrong]").count() == 0


@pytest.mark.parametrize("kernel", ["throws", "rejects", "refuses"])
def test_a_dead_kernel_says_not_kept(widgets: Bench, kernel: str) -> None:
    page = shown(widgets, kernel=kernel)
    believe(page, 2, "true", "sure")
    kept = belief(page, 2).locator(".ws-kept[role=status]")
    expect(kept).to_have_text(SAID["not_kept"])
    assert kept.get_attribute("aria-live") == "polite"


def test_silence_means_not_kept_and_no_copy(widgets: Bench) -> None:
    page = shown(widgets, kernel="silent", clock=True)
    believe(page, 0, "true", "sure")
    page.get_by_role("button", name=SAID["copy"]).click()
    page.clock.run_for(1900)
    assert belief(page, 0).locator(".ws-kept").inner_text() == ""
    page.clock.run_for(200)
    expect(belief(page, 0).locator(".ws-kept")).to_have_text(SAID["not_kept"])
    expect(page.locator(".ws-said")).to_have_text(SAID["silent"])


def test_earlier_answers_come_back_without_a_word(widgets: Bench) -> None:
    page = shown(widgets, state=state("before", *FULL))
    for at, one in enumerate(FULL):
        chosen = belief(page, at).locator("input:checked")
        values = chosen.evaluate_all("all => all.map((one) => one.value)")
        assert values == [part for part in (one["response"], one["confidence"]) if part]
    assert sent(page) == []
    believe(page, 0, "false")
    assert (sent(page)[0]["response"], sent(page)[0]["confidence"]) == ("false", "think")
    assert page.evaluate(f"worksite.model.get('state')['beliefs/before/{IDS[0]}'].tries") == 2


def test_two_views_of_one_model_agree(widgets: Bench) -> None:
    page = shown(widgets, views=2)
    believe(page, 1, "false", "guess", view=1)
    assert belief(page, 1, 0).locator("input[value=false]").is_checked()
    assert belief(page, 1, 0).locator("input[value=guess]").is_checked()
    # A draft of another statement stays as it is.
    believe(page, 3, "true", view=0)
    believe(page, 4, "unknown", view=1)
    assert belief(page, 3, 0).locator("input[value=true]").is_checked()
    assert len(sent(page)) == 2
    page.evaluate("worksite.close[0]()")
    believe(page, 5, "unknown", view=1)
    assert len(sent(page)) == 3


def test_a_copy_is_handed_to_the_browser(widgets: Bench) -> None:
    page = shown(widgets)
    page.get_by_role("button", name=SAID["copy"]).click()
    assert sent(page)[-1] == {"kind": "export"}
    file = {"kind": "file", "name": "worksite-progress.json", "text": '{"answers": []}'}
    with page.expect_download() as saved:
        page.evaluate("(file) => worksite.model.emit('msg:custom', file)", file)
    assert saved.value.suggested_filename == "worksite-progress.json"
    page.evaluate("worksite.model.emit('msg:custom', {kind: 'said', text: 'Saved.'})")
    expect(page.locator(".ws-said")).to_have_text("Saved.")


def test_what_changed_and_the_verdicts_come_after_the_last_answer(widgets: Bench) -> None:
    page = shown(widgets, "after", state={**state("before", *FULL), **state("after", *LATER[:7])})
    whole = page.locator(".ws-compared-all")
    assert not whole.is_visible()
    assert "Supported" not in page.locator(".ws-survey").inner_text()
    believe(page, 7, "false", "guess")
    expect(whole).to_be_visible()
    spoken = page.locator(".ws-change-words[role=status]")
    assert spoken.get_attribute("aria-live") == "polite"
    assert "Your answer changed on 5 of 8." in spoken.inner_text()
    assert "7 of 7 answers go with it now. In lesson 00 it was 3." in spoken.inner_text()
    rows = whole.locator("li")
    assert rows.count() == 8
    second = rows.nth(1).inner_text()
    for word in ("In lesson 00:", "True (sure)", "Now:", "Not true (sure)", SAID["row_changed"],
                 strings("evidence")["verdict_overstated"], "E-20", "lesson 04"):  # fmt: skip
        assert word in second
    assert SAID["both_fair"] in rows.nth(7).inner_text()
    believe(page, 1, "true")
    expect(spoken).to_contain_text("Your answer changed on 4 of 8.")
    assert (
        belief(page, 1).locator("input[value=true]").evaluate("e => e === document.activeElement")
    )


def test_without_a_before_it_shows_now_and_the_verdict(widgets: Bench) -> None:
    page = shown(widgets, "after", state=state("after", *LATER))
    whole = page.locator(".ws-compared-all")
    assert "nothing is compared" in whole.inner_text()
    assert page.locator(".ws-change-words").get_attribute("aria-live") == "off"
    assert "In lesson 00:" not in whole.locator("li").first.inner_text()
    assert strings("evidence")["verdict_supported"] in whole.locator("li").first.inner_text()


def test_both_comparisons_agree(widgets: Bench) -> None:
    dice = Random(1946)
    cases = []
    for _ in range(400):
        asked = [{"ref": f"a/{at}", "before_ref": f"b/{at}",
                  "fits": dice.choice(["true", "false", ""])}
                 for at in range(dice.randint(1, 8))]  # fmt: skip
        full = dice.random()
        answers = {
            one[name]: given(dice.choice(["true", "false", "unknown"]),
                             dice.choice(["sure", "think", "guess", None]))
            for one in asked for name in ("ref", "before_ref") if dice.random() < full
        }  # fmt: skip
        cases.append([asked, answers])
    page = shown(widgets)
    found = page.evaluate(
        """async (cases) => {
          const {compare} = await import("/widgets/survey_compare.js");
          return cases.map(([asked, state]) => compare(asked, state));
        }""",
        cases,
    )
    assert found == [compare(asked, answers) for asked, answers in cases]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_axe_finds_nothing(widgets: Bench, when: str, dark: bool) -> None:
    kept = {**state("before", *FULL[:5]), **state("after", *LATER)}
    assert faults(shown(widgets, when, dark=dark, state=kept)) == []
    page = shown(widgets, when, dark=dark, kernel="throws")
    believe(page, 0, "true", "sure")
    assert faults(page) == []


@pytest.mark.parametrize("width", [320, 900])
def test_nothing_is_too_wide_and_nothing_jumps(widgets: Bench, width: int) -> None:
    page = shown(widgets, width=width)
    places = """() => [...document.querySelectorAll('.ws-belief, .ws-count, .ws-along')]
      .map((one) => Math.round(one.getBoundingClientRect().top + scrollY))"""
    before = page.evaluate(places)
    believe(page, 0, "true")
    believe(page, 1, "true", "sure")
    believe(page, 2, "unknown")
    assert page.evaluate(places) == before
    kept = {**state("before", *FULL), **state("after", *LATER)}
    for shot in (page, shown(widgets, "after", width=width, state=kept)):
        assert shot.evaluate("document.documentElement.scrollWidth") <= width


def test_every_focusable_element_keeps_its_keys(widgets: Bench) -> None:
    page = shown(widgets, "after", state={**state("before", *FULL), **state("after", *LATER)})
    loose = "a, button, input, summary, [tabindex]"
    assert page.locator(f"#views :is({loose}):not([data-lm-suppress-shortcuts=true])").count() == 0
    assert page.locator("fieldset legend").count() == page.locator("fieldset").count() == 16


def test_it_runs_from_a_blob_as_in_jupyter(widgets: Bench) -> None:
    page = shown(widgets, blob=True)
    believe(page, 0, "true", "sure")
    expect(belief(page, 0).locator(".ws-kept")).to_have_text(SAID["kept"])


def test_the_web_edition_keeps_both_rounds_on_one_shelf(widgets: Bench) -> None:
    listed = [
        {"ref": one.ref, "module": one.module, "sheets": list(one.sheets), "spec": one.spec}
        for one in (survey("before"), survey("after"))
    ]
    widgets.files["/00.json"] = json.dumps({"widgets": listed})
    widgets.files["/lesson.html"] = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lesson</title>'
        '<link rel="icon" href="data:,">'
        '<script type="module" src="/widgets/host.js" data-widgets="/00.json"></script></head>'
        '<body><main><div class="view"><section data-worksite="survey before"></section></div>'
        '<div class="view"><section data-worksite="survey after"></section></div></main></body>'
    )
    page = widgets.page()
    page.goto(f"{widgets.address}/lesson.html")
    expect(page.locator(".ws-survey")).to_have_count(2)
    for at, _ in enumerate(IDS):
        believe(page, at, "true", "sure")
    expect(belief(page, 7).locator(".ws-kept")).to_have_text(SAID["kept"])
    with page.expect_download() as saved:
        page.get_by_role("button", name=SAID["copy"]).first.click()
    copied = json.loads(saved.value.path().read_text("utf-8"))
    assert [one["ref"] for one in copied["answers"]] == [f"beliefs/before/{name}" for name in IDS]
    assert {one["verdict"] for one in copied["answers"]} == {"opinion"}
    page.reload()
    expect(page.locator(".ws-survey")).to_have_count(2)
    for at, _ in enumerate(IDS):
        believe(page, at, "unknown", view=1)
    expect(page.locator(".ws-change-words")).to_contain_text("Your answer changed on 8 of 8.")
