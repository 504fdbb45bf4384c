"""Markup runs nothing, modules flatten to one that works alone, outputs are stable bundles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksite.faces import modules
from worksite.faces.live import Live
from worksite.faces.markup import inline, markdown, plain
from worksite.faces.still import Still
from worksite.resources import CourseError

HOSTILE = (
    "<img src=x onerror=alert(1)> <script>x</script> [a](javascript:alert(1)) ![p](http://x/y.png)"
)


def test_markup_shows_hostile_text_as_text() -> None:
    html = markdown(HOSTILE)
    assert "<img" not in html
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


@given(st.text(alphabet="<>&\"'`$[]()!*_ abc:/\\\n", max_size=60))
def test_markup_never_makes_elements_of_raw_html(source: str) -> None:
    html = markdown(source) + inline(source)
    assert "<img" not in html
    assert "<b" not in html.replace("<blockquote", "").replace("<br", "")


def test_markup_keeps_tables_and_emphasis_and_says_them_plainly() -> None:
    table = "| on the site | in the body |\n|---|---|\n| worker | *stem cell* |"
    assert "<th>on the site</th>" in markdown(table)
    assert inline(" **a** b ") == "<strong>a</strong> b"
    assert plain("**a** `b`\nc\n\n- d\n- e") == "a b c d e"
    assert plain(table) == "on the site in the body worker stem cell"


def test_a_still_shows_two_faces() -> None:
    still = Still("<p>x</p>", "x")
    assert still._repr_mimebundle_() == {"text/html": "<p>x</p>", "text/plain": "x"}
    assert repr(still) == "x"


@pytest.fixture
def widgets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(modules, "text", lambda *parts: (tmp_path / parts[-1]).read_text("utf-8"))
    for cached in (modules.bundle, modules.styles):
        cached.cache_clear()
        monkeypatch.setattr(modules, cached.__name__, cached.__wrapped__)
    return tmp_path


def test_imports_are_put_in_front_once_each(widgets: Path) -> None:
    (widgets / "a.js").write_text("// note\nexport const one = 1;\nconst hidden = 9;\n", "utf-8")
    (widgets / "b.js").write_text(
        'import {one} from "./a.js";\nexport function two() { return one + 1; }\n', "utf-8"
    )
    (widgets / "c.js").write_text(
        'import {one} from "./a.js";\nimport {two} from "./b.js";\n'
        "export default { render: () => one + two() };\n",
        "utf-8",
    )
    assert modules.bundle("c.js") == (
        "const one = 1;\nconst hidden = 9;\nfunction two() { return one + 1; }\n"
        "export default { render: () => one + two() };\n"
    )


@pytest.mark.parametrize("clause", ["* as all", "{one as uno}", "all"])
def test_an_import_of_another_form_is_refused(widgets: Path, clause: str) -> None:
    (widgets / "d.js").write_text(f'import {clause} from "./a.js";\n', "utf-8")
    with pytest.raises(CourseError, match=r"d\.js: an import is not of the form"):
        modules.bundle("d.js")


@pytest.mark.parametrize("line", ["function two() {}", "const [six, two] = [6, 2];", "let two = 2;",
                                  "export class two {}", "const {two} = one;"])  # fmt: skip
def test_a_name_in_two_files_of_a_bundle_is_refused(widgets: Path, line: str) -> None:
    (widgets / "a.js").write_text("export async function* one() {}\nfunction two() {}\n", "utf-8")
    (widgets / "b.js").write_text(f'import {{one}} from "./a.js";\n{line}\n', "utf-8")
    with pytest.raises(CourseError, match=r"b\.js: two is also a name in a\.js.*another name"):
        modules.bundle("b.js")


def test_styles_lose_comments_and_needless_space(widgets: Path) -> None:
    (widgets / "x.css").write_text(
        "/* why\nlong */\n.a b {\n  color: red;\n}\n\n.c { top: 0; }\n", "utf-8"
    )
    assert modules.styles("x.css") == ".a b{color: red;}.c{top: 0;}"


class Probe(Live):
    module = "kit.js"
    sheets = ()
    html = "<p>still</p>"
    plain = "still"


def test_a_live_output_carries_three_faces_and_a_stable_name() -> None:
    one, two = Probe("probe", {"a": 1}), Probe("probe", {"a": 1})
    data, _ = one._repr_mimebundle_()
    assert data["text/html"] == "<p>still</p>"
    assert data["text/plain"] == "still"
    assert "application/vnd.jupyter.widget-view+json" in data
    assert repr(one) == repr(two) == "<probe>"


def test_a_live_without_still_faces_cannot_be_shown() -> None:
    bare = type("Bare", (Live,), {"module": "kit.js", "sheets": ()})("bare", {})
    with pytest.raises(NotImplementedError):
        _ = bare.html
    with pytest.raises(NotImplementedError):
        _ = bare.plain
