"""How big is a foreman? Its tables are the model's, and its still face is to scale."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from worksite.explorables import base, explore
from worksite.explorables.size import CELLS, VESICLES
from worksite.faces.still import LEFT
from worksite.models import size


@pytest.fixture
def widget() -> base.Explorable:
    return explore("03/size")


def test_tables_are_the_models_in_whole_numbers(widget: base.Explorable) -> None:
    tables = widget.spec["tables"]
    for name, table in tables.items():
        assert np.array(table).shape == (len(CELLS), len(VESICLES)), name
        assert all(isinstance(value, int) for row in table for value in row), name
    for c, cell in enumerate(CELLS):
        for v, vesicle in enumerate(VESICLES):
            assert tables["length"][c][v] / 10 == pytest.approx(cell * 1000 / vesicle, abs=0.051)
            exact = float(size.volume_ratio(cell, vesicle))
            assert tables["volume"][c][v] == pytest.approx(exact, rel=0.005)
            assert tables["height"][c][v] / 10 == pytest.approx(1.8 * vesicle / cell, abs=0.051)
            times = (cell / 20) * (100 / vesicle)
            for name, power in (("row", 1), ("body", 3)):
                fold = times**power if times >= 1 else -(times**-power)
                assert tables[name][c][v] / 100 == pytest.approx(fold, abs=0.0051), name


def test_it_starts_where_the_question_asks(widget: base.Explorable) -> None:
    cell, vesicle = widget.spec["controls"]
    assert cell["stops"][cell["start"]] == 20
    assert vesicle["stops"][vesicle["start"]] == 100
    right = [
        option for option in widget.spec["strings"]["predict"]["options"] if option.get("right")
    ]
    assert len(right) == 1
    assert right[0]["text"].startswith("9 mm")
    assert widget.spec["tables"]["height"][cell["start"]][vesicle["start"]] == 90


def test_the_block_is_the_start(widget: base.Explorable) -> None:
    cell, vesicle = (f"{each['stops'][each['start']]} {each['unit']}"
                     for each in widget.spec["controls"])  # fmt: skip
    block = widget.spec["strings"]["views"]["block"]
    assert cell in block
    assert vesicle in block
    at = [each["start"] for each in widget.spec["controls"]]
    assert [widget.spec["tables"][name][at[0]][at[1]] for name in ("row", "body")] == [100, 100]


def test_a_guess_has_the_height_it_names(widget: base.Explorable) -> None:
    heights = {"90 cm": 900, "18 cm": 180, "9 mm": 9}
    for option in widget.spec["strings"]["predict"]["options"]:
        named = option["text"].split(",")[0]
        assert option.get("mm") == heights.get(named), named


def test_every_height_has_an_everyday_likeness(widget: base.Explorable) -> None:
    bands = [band["below"] for band in widget.spec["strings"]["like"]]
    assert bands == sorted(bands)
    assert max(max(row) for row in widget.spec["tables"]["height"]) / 10 < bands[-1]
    assert min(min(row) for row in widget.spec["tables"]["height"]) / 10 < bands[0]


def test_read_stops_are_the_read_values(widget: base.Explorable) -> None:
    cell, vesicle = widget.spec["controls"]
    assert [cell["stops"][at] for at in cell["read_at"]] == list(size.READ_CELLS)
    for control in (cell, vesicle):
        assert len(control["marks"]) == len(control["stops"])
        read = [mark for at, mark in enumerate(control["marks"]) if at in control["read_at"]]
        chosen = {mark for at, mark in enumerate(control["marks"]) if at not in control["read_at"]}
        assert len(chosen) == 1
        assert not chosen & set(read)
    # What was measured stands at the width it was measured for.
    marks = dict(zip(cell["stops"], cell["marks"], strict=True))
    assert "ball-grown" in marks[12.6]
    assert "rat" in marks[23.0]
    assert "unsorted" in marks[26.5]
    assert "for you to choose" in marks[20]
    usual = [vesicle["stops"][at] for at in vesicle["read_at"]]
    assert (min(usual), max(usual)) == size.USUAL_VESICLES


def test_the_still_face_shows_three_states_and_the_data(widget: base.Explorable) -> None:
    html = widget.html
    assert html.startswith(
        '<section class="worksite ws-still-explore" data-worksite="explore 03/size">'
    )
    tags = set(re.findall(r"<([a-z0-9]+)", html))
    assert tags <= {"section", "p", "em", "strong", "a", "cite", "figure", "img", "figcaption",
                    "table", "caption", "thead", "tbody", "tr", "th", "td", "details",
                    "summary"}  # fmt: skip
    svg = base64.b64decode(re.search(r"base64,([\w+/=]+)", html)[1])  # type: ignore[index]
    root = ET.fromstring(svg)
    circles = [el for el in root.iter() if el.tag.endswith("circle")]
    radii = sorted(float(el.get("r", 0)) for el in circles)
    assert len(radii) == 6
    # Cells to one scale, and vesicles of 100 nm to the same.
    assert radii[-1] / radii[3] == pytest.approx(30.4 / 12.6, rel=0.01)
    assert radii[0] / radii[4] == pytest.approx(0.1 / 20, rel=0.01)
    assert "8 million" in svg.decode()
    assert len(re.search(r'alt="([^"]+)"', html)[1].split()) >= 8  # type: ignore[index]
    assert html.count(f'<th scope="row"{LEFT}>') == len(size.READ_CELLS)
    assert "teaching model" in widget.plain.lower()
