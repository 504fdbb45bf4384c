"""What is read out of Markdown cells and out of HTML outputs."""

from __future__ import annotations

import base64

from worksite.notebook.html_text import read, unpacked
from worksite.notebook.prose import (
    Block,
    blocks,
    cited_ids,
    images,
    linked_ids,
    open_text,
    running_text,
)

TEXT = """# Title

A line with *marks*, `code` and
a break [E-01](https://doi.org/10.1/x(2)).

- first [E-02]
- second

| on the site | in the body |
|---|---|
| a hut | a cell |

<details>
<summary>Go deeper: more</summary>

Folded words.

</details>

<p>raw words</p>

```
print("code")
```
"""


def test_blocks_in_order_with_kind_level_and_fold() -> None:
    assert list(blocks(TEXT)) == [
        Block("heading", "Title", 1),
        Block("paragraph", "A line with marks, code and a break ."),
        Block("item", "first"),
        Block("item", "second"),
        Block("cell", "on the site"),
        Block("cell", "in the body"),
        Block("cell", "a hut"),
        Block("cell", "a cell"),
        Block("summary", "Go deeper: more", 0, True),
        Block("paragraph", "Folded words.", 0, True),
        Block("html", "raw words"),
    ]


def test_running_text_has_folds_but_no_tables_open_text_the_reverse() -> None:
    assert "Folded words." in running_text(TEXT) and "a hut" not in running_text(TEXT)
    assert "a hut" in open_text(TEXT) and "Folded" not in open_text(TEXT)


def test_empty_headings_are_no_blocks() -> None:
    assert list(blocks("#\n\n![](a.png)")) == []


def test_cited_ids() -> None:
    assert cited_ids("[E-01] and [E-04, S-46b](x) but [E] nor (E-05)") == {"E-01", "E-04", "S-46b"}


def test_images_in_both_spellings() -> None:
    found = list(images("![a b](pic.png 'title') <img src=\"x.png\" alt='c d'> <img>"))
    assert found == [("a b", "pic.png"), ("c d", "x.png"), ("", "")]


def test_html_is_read_without_folds_styles_and_scripts() -> None:
    seen = read(
        "<style>p {}</style><section><p>One</p><details><summary>S</summary><p>Two</p></details>"
        "<script>run()</script><h3>Head</h3><img src='a.png' alt='x'><a href='https://e.org'>l</a>"
        "<link href='//cdn/x.css'><video src='v' poster='p'></video></section>"
    )
    assert seen.text.split() == ["One", "Head", "l"]
    assert seen.all_text.split() == ["One", "S", "Two", "Head", "l"]
    assert seen.images == [{"src": "a.png", "alt": "x"}]
    assert seen.headings == [3]
    assert seen.loads == ["a.png", "//cdn/x.css", "v", "p"]
    assert {"script", "link"} <= seen.tags


def test_pictures_are_unpacked() -> None:
    svg = "<svg href='/home/x'/>"
    packed = base64.b64encode(svg.encode()).decode()
    assert svg in unpacked(f'<img src="data:image/svg+xml;base64,{packed}">')
    assert "<svg>é" in unpacked('<img src="data:image/svg+xml,%3Csvg%3E%C3%A9">')


def test_ids_are_found_in_the_words_of_an_output() -> None:
    words = "Skin E-01, TSG-6 and IL-8 [S-19b], half-life S-23. CD-63E-01"
    assert linked_ids(words) == {"E-01", "S-19b", "S-23"}
