"""Every explorable: small whole-number tables, words for all, a still face for all."""

from __future__ import annotations

import base64
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest

from worksite.explorables import base, explore
from worksite.faces.modules import bundle, styles
from worksite.faces.still import LEFT
from worksite.resources import CourseError, names, path, strings

NAMES = names("assets", "explorables")
KEPT_BY_LAB = {"section", "p", "em", "strong", "a", "cite", "figure", "img", "figcaption", "table",
               "caption", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "details",
               "summary"}  # fmt: skip


@pytest.fixture(scope="module", params=NAMES)
def widget(request: pytest.FixtureRequest) -> base.Explorable:
    return explore(request.param)


def numbers(table: Any) -> Iterator[Any]:
    if isinstance(table, dict):
        table = list(table.values())
    if isinstance(table, list):
        for each in table:
            yield from numbers(each)
    else:
        yield table


def test_tables_hold_whole_numbers_only(widget: base.Explorable) -> None:
    found = list(numbers(widget.spec["tables"]))
    assert found
    assert {type(value) for value in found} <= {int, type(None)}


def test_every_stop_says_what_it_rests_on(widget: base.Explorable) -> None:
    assert widget.spec["controls"]
    for control in widget.spec["controls"]:
        assert control["label"]
        assert 0 <= control["start"] < len(control.get("stops") or control["options"])
        if "stops" in control:
            assert 2 <= len(control["stops"]) <= 40
            assert control["stops"] == sorted(set(control["stops"]))
            assert len(control["marks"]) == len(control["stops"])
            assert all(control["marks"])
            read = {mark for at, mark in enumerate(control["marks"]) if at in control["read_at"]}
            rest = {m for at, m in enumerate(control["marks"]) if at not in control["read_at"]}
            assert not read & rest


def test_a_guess_comes_first_and_every_guess_is_answered(widget: base.Explorable) -> None:
    predict = widget.spec["strings"]["predict"]
    assert predict["question"].endswith("?")
    assert len(predict["options"]) >= 3
    assert sum(option.get("right", False) for option in predict["options"]) == 1
    assert all(option["feedback"] for option in predict["options"])
    assert len(widget.spec["strings"]["tasks"]) >= 2


def test_every_explorable_has_the_words_of_the_kit(widget: base.Explorable) -> None:
    kit = strings("explore")
    assert {name: widget.spec["strings"][name] for name in kit} == kit
    js = path("assets", "widgets", "controls.js").read_text(encoding="utf-8")
    asked = set(re.findall(r"\bstrings\.(\w+)", js))
    assert asked
    assert asked == set(kit) - {"reset", "tasks_title"}


def test_what_is_sent_is_small_and_has_a_limit(
    widget: base.Explorable, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert base.sent_size(widget.spec) <= base.LIMIT
    assert len(bundle(widget.module)) <= 26_000
    monkeypatch.setattr(base, "LIMIT", 100)
    with pytest.raises(CourseError, match=rf"{widget.name}: its table is \d+ bytes gzipped"):
        explore(widget.name)


def test_the_still_face_shows_a_picture_and_the_data(widget: base.Explorable) -> None:
    html = widget.html
    assert html.startswith(
        f'<section class="worksite ws-still-explore" data-worksite="explore {widget.name}">'
    )
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= KEPT_BY_LAB
    svg = base64.b64decode(re.search(r"base64,([\w+/=]+)", html)[1])  # type: ignore[index]
    assert len(svg) <= 40_000
    assert any(each.tag.endswith("text") for each in ET.fromstring(svg).iter())
    assert len(re.search(r'alt="([^"]+)"', html)[1].split()) >= 8  # type: ignore[index]
    assert html.count(f'<th scope="row"{LEFT}>') == len(widget.spec["table"]["rows"]) >= 2
    assert html.count(f'<th scope="col"{LEFT}>') == len(widget.spec["table"]["heads"])
    assert {len(row) for row in widget.spec["table"]["rows"]} == {
        len(widget.spec["table"]["heads"])
    }
    assert "teaching model" in widget.plain.lower()


def test_the_still_face_is_the_same_every_time(widget: base.Explorable) -> None:
    again = explore(widget.name)
    assert (widget.html, widget.plain, repr(widget)) == (again.html, again.plain, repr(again))
    assert json.dumps(widget.spec) == json.dumps(again.spec)


def test_a_read_stop_without_words_does_not_build() -> None:
    said = {"label": "Width", "unit": "nm", "chosen": "chosen", "read": ["only one"]}
    with pytest.raises(ValueError, match="zip"):
        base.control("x", [1, 2, 3], 2, [0, 1], said)


def test_a_choice_has_its_options_and_notes() -> None:
    said = {"label": "Who", "options": [{"text": "cells"}, {"text": "vesicles", "note": "in mice"}]}
    made = base.choice("who", 1, said)
    assert made["options"] == [
        {"text": "cells", "note": ""},
        {"text": "vesicles", "note": "in mice"},
    ]
    assert made["start"] == 1


def test_an_unknown_explorable_lists_the_nearest() -> None:
    with pytest.raises(CourseError, match=r"Did you mean .*03/size"):
        explore("03/sise")


def test_a_new_explorable_must_draw_and_stand_still() -> None:
    for method in ("controls", "tables", "rows", "drawing"):
        with pytest.raises(NotImplementedError):
            getattr(base.Explorable, method)(None)


def test_no_sheet_dresses_a_class_that_another_sheet_has_for_itself() -> None:
    # Sheets stay on the page: a bare class in two of them puts one widget's dress on another.
    owners: dict[str, set[str]] = {}
    for sheet in sorted(file.name for file in path("assets", "widgets").glob("*.css")):
        for selectors in re.findall(r"([^{}]+)\{[^{}]*\}", styles(sheet)):
            for one in map(str.strip, selectors.split(",")):
                if re.fullmatch(r"\.ws-[\w-]+", one):
                    owners.setdefault(one, set()).add(sheet)
    assert len(owners) > 50
    assert {one: where for one, where in owners.items() if len(where) > 1} == {}
