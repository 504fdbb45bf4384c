"""Figures say in words what they show, are the same everywhere, and are small enough to store."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import threading
import xml.etree.ElementTree as ET
from html import unescape
from typing import Any

import pytest

from worksite import figures
from worksite.evidence import get_claim
from worksite.faces.still import LEFT
from worksite.figures import canvas, figure, how_an_exosome_is_made, site_map, svg, texts
from worksite.resources import CourseError, names, path, read_yaml

NAMES = names("assets", "figures")
KEPT_BY_LAB = {"section", "figure", "img", "figcaption", "details", "summary", "table", "caption",
               "thead", "tbody", "tr", "th", "td", "a", "em", "strong", "cite"}  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [canvas.BLUE, canvas.VERMILLION, canvas.GREEN, canvas.INK])
def test_lines_on_white_reach_three_to_one(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= 3


@pytest.mark.parametrize(
    ("colour", "papers"),
    [
        (canvas.SOFT, ["#ffffff", canvas.PALE_AMBER, site_map.SKY, site_map.SAND, site_map.TAR]),
        (canvas.BLUE, [how_an_exosome_is_made.OUTSIDE]),
        (how_an_exosome_is_made.DEEP_GREEN, [how_an_exosome_is_made.OUTSIDE]),
    ],
)
def test_words_on_pale_paper_reach_four_and_a_half(colour: str, papers: list[str]) -> None:
    for paper in papers:
        assert (luminance(paper) + 0.05) / (luminance(colour) + 0.05) >= 4.5, paper


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_an_image_with_words_and_data(name: str) -> None:
    html = figure(name).html
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= KEPT_BY_LAB
    alt = unescape(re.search(r'alt="([^"]+)"', html)[1])  # type: ignore[index]
    assert len(alt.split()) >= 8
    assert "<figcaption>" in html
    assert html.count("<tr>") >= 3
    assert f'<th scope="col"{LEFT}>' in html
    assert f'<th scope="row"{LEFT}>' in html
    assert alt.split()[3] in figure(name).plain


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_at_most_thirty_kilobytes_as_stored(name: str) -> None:
    assert len(figure(name).html.encode()) <= 34_000
    assert len(base64.b64encode(svg(name).encode())) <= 30_000


@pytest.mark.parametrize("name", NAMES)
def test_letters_are_ten_points_or_more_and_stay_on_the_paper(name: str) -> None:
    root = ET.fromstring(svg(name))
    width = float(root.get("width", "0").removesuffix("pt"))
    assert width == pytest.approx(canvas.WIDTH * canvas.PX, abs=1)
    words = [el for el in root.iter() if el.tag.endswith("text")]
    assert len(words) >= 5
    for each in words:
        size = re.search(r"font(?:-size)?:(?:\w+ )*(\d+(?:\.\d+)?)px", each.get("style", ""))
        assert size, each.get("style")
        assert float(size[1]) >= 10
    (typeface,) = re.findall(r"text\{font-family:([^}]*)\}", svg(name))
    assert typeface.endswith("sans-serif")


def lines(part: Any) -> list[str]:
    """Every line of words in a figure's labels, without places, looks and claims."""
    if isinstance(part, dict):
        skip = {"at", "from", "to", "kind", "look", "row", "claims"}
        return [line for key, value in part.items() if key not in skip for line in lines(value)]
    if isinstance(part, list):
        return [line for value in part for line in lines(value)]
    return str(part).split("\n")


@pytest.mark.parametrize("name", NAMES)
def test_every_label_stands_in_the_picture_as_written(name: str) -> None:
    drawn = [" ".join((el.text or "").split()) for el in ET.fromstring(svg(name)).iter()]
    for line in lines(texts(name)["labels"]):
        assert any(" ".join(line.split()) in each for each in drawn), line


def lesson_text(file: str) -> str:
    cells = json.loads(path("notebooks", file).read_text(encoding="utf-8"))["cells"]
    told = " ".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    return " ".join(told.replace("*", "").split())


def test_the_pictures_use_the_words_of_their_lessons() -> None:
    welcome, foremen = lesson_text("00_welcome.ipynb"), lesson_text("03_meet_the_foremen.ipynb")
    for site, body in texts("00/site-map")["labels"].values():
        assert site in welcome, site
        assert body.split()[-1] in welcome, body
    labels = texts("03/how-an-exosome-is-made")["labels"].values()
    words = [part["site"] for part in labels if "site" in part]
    assert len(words) >= 6
    for word in words:
        assert word.split()[-1] in foremen, word


def test_shortening_keeps_every_corner_and_every_word() -> None:
    square = '<path d="M 0 9 L 570 9 L 570 1 L 0 1 L 0 1 L 570 1 L 0 1 z " style="fill: #ffffff"/>'
    words = '<g id="text_1"><text style="font-size: 11px">or: this; that: "x"</text></g>'
    assert canvas.shortened(f"<svg>\n {square}\n{words}</svg>") == (
        '<svg><path d="M 0 9 L 570 9 L 570 1 L 0 1 L 570 1 L 0 1z" style="fill:#ffffff"/>'
        '<text style="font-size:11px">or: this; that: "x"</text></svg>'
    )


def test_the_same_bytes_in_every_process() -> None:
    code = "from worksite.figures import svg\n" + "".join(f"print(svg({n!r}))\n" for n in NAMES)
    outs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            encoding="utf-8", env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "77")
    }  # fmt: skip
    assert outs == {"".join(svg(name) + "\n" for name in NAMES)}


def test_the_same_bytes_in_threads_at_the_same_time() -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(svg("03/one-scale"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [svg("03/one-scale")] * 4


def test_drawing_leaves_matplotlib_as_it_was() -> None:
    code = (
        "import sys, matplotlib; before = matplotlib.rcParams.copy()\n"
        "from worksite import figure; figure('03/one-scale')\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
        "assert matplotlib.rcParams.copy() == before"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""  # a warning would land in a lesson


def claimed(part: Any) -> list[Any]:
    """Every mapping of a figure's labels that shows a number."""
    if isinstance(part, dict):
        numbered = (
            [part] if re.search(r"\d", f"{part.get('size', '')}{part.get('year', '')}") else []
        )
        return numbered + [found for value in part.values() for found in claimed(value)]
    return [found for value in part for found in claimed(value)] if isinstance(part, list) else []


@pytest.mark.parametrize("name", ["03/one-scale", "03/from-waste-to-message"])
def test_every_number_drawn_names_its_claim(name: str) -> None:
    shown = claimed(texts(name)["labels"])
    assert len(shown) >= 7
    for each in shown:
        assert each["claims"], each
        for claim in each["claims"]:
            get_claim(claim)


def test_drawn_widths_are_the_claims_own() -> None:
    things = {thing["name"]: thing for thing in texts("03/one-scale")["labels"]["things"]}
    for thing in things.values():
        low, high = thing["from"], thing["to"]
        scale = 1000 if "µm" in thing["size"] else 1
        numbers = [float(n) * scale for n in re.findall(r"\d+(?:\.\d+)?", thing["size"])]
        assert {low, high} == set(numbers)


def test_bins_of_other_widths_are_drawn_to_area() -> None:
    from worksite.figures.what_the_instrument_saw import draw

    figure_ = draw(texts("03/what-the-instrument-saw"))
    heights = [bar.get_height() * bar.get_width() for bar in figure_.axes[1].patches[1:]]
    bins = read_yaml("assets", "evidence", "tables.yml")["vesicles_20nm"]["bins"]
    for area, (_, _, share) in zip(heights, bins, strict=True):
        assert area == pytest.approx(share * 20)


def test_an_unknown_figure_lists_the_nearest() -> None:
    with pytest.raises(CourseError, match="Did you mean 03/one-scale"):
        figure("03/one-skale")


def test_a_figure_without_a_description_does_not_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "read_yaml", lambda *_: {"alt": "just a nice picture"})
    with pytest.raises(CourseError, match="its description 'alt' has fewer than 8 words"):
        figure("03/one-scale")
