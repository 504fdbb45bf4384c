"""One lesson as one static page: the notebook's text and still faces, widgets upgraded in place.

The same ``.js`` files serve notebook and page: ``host.js`` gives them the model interface they
expect, with the spec from a JSON file beside the page. With scripts off the still faces stand.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from worksite.faces.markup import escape
from worksite.lessons import get
from worksite.resources import CourseError, path, strings, text

_MARK = re.compile(r'data-worksite="([^"]+)"')
_STYLE = re.compile(r"<style>.*?</style>\s*", re.S)
_NOTEBOOK_LINK = re.compile(r'href="((?:\./)?[\w-]+)\.ipynb"')
SHEETS = ("tokens.css", "page.css")


def _prose() -> Any:
    """Markdown of lesson cells: the authors' own, so raw HTML (folds) is on."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _joined(value: Any) -> str:
    return "".join(value or "")


def _cells(notebook: dict[str, Any]) -> list[str]:
    prose, parts = _prose(), []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            parts.append(prose.render(_joined(cell["source"])))
            continue
        for output in cell.get("outputs", []):
            html = _joined(output.get("data", {}).get("text/html"))
            if html:
                parts.append(f'<div class="ws-cell">\n{_STYLE.sub("", html)}\n</div>\n')
    return parts


def _widget(ref: str) -> dict[str, Any]:
    """What host.js needs to bring one still face to life."""
    from worksite.explorables import explore
    from worksite.progress.view import ProgressView
    from worksite.quiz import show

    kind, _, name = ref.partition(" ")
    makers: dict[str, Any] = {"quiz": show, "explore": explore, "progress": ProgressView}
    if kind not in makers:
        raise CourseError(f'data-worksite="{ref}": no widget of this kind. Refresh the notebook.')
    live = makers[kind](name) if name else makers[kind]()
    return {"ref": ref, "module": live.module, "sheets": list(live.sheets), "spec": live.spec}


def page(lesson_id: str) -> tuple[str, dict[str, Any]]:
    """HTML of a lesson's page and the data its widgets need.

    Raises CourseError when the lesson is unknown, has no notebook, or was never executed.
    """
    lesson = get(lesson_id)
    source = path("notebooks", lesson.file)
    if not source.is_file():
        raise CourseError(f"{lesson.file}: this lesson has no notebook yet. Choose a ready one.")
    body = "".join(_cells(json.loads(source.read_text(encoding="utf-8"))))
    refs = list(dict.fromkeys(_MARK.findall(body)))
    if not refs:
        raise CourseError(f"{lesson.file}: no outputs stored. Run: python3 course.py refresh")
    words = strings("site")
    for run in ("run_to_answer", "run_to_try"):
        body = body.replace(escape(strings("faces")[run]), escape(words["no_script"]))
    body = _NOTEBOOK_LINK.sub(r'href="\1.html"', body)
    sheets = [f"widgets/{name}" for name in SHEETS] + ["site.css"]
    values = {
        "title": escape(lesson.name),
        "sheets": "\n".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets),
        "skip": escape(words["skip"]),
        "body": body,
        "foot": escape(words["foot"]),
        "data": f"{lesson.id}.json",
    }
    template = text("assets", "site", "page.html")
    html = re.sub(r"\{(\w+)\}", lambda match: values[match[1]], template)
    return html, {"widgets": [_widget(ref) for ref in refs]}


def build(lesson_id: str, folder: Path) -> Path:
    """Write a lesson's page, its data and the widget files into ``folder``; return the page."""
    html, data = page(lesson_id)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / get(lesson_id).file.replace(".ipynb", ".html")
    target.write_text(html, encoding="utf-8")
    (folder / f"{lesson_id}.json").write_text(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    shutil.copyfile(path("assets", "site", "site.css"), folder / "site.css")
    shutil.copytree(path("assets", "widgets"), folder / "widgets", dirs_exist_ok=True)
    return target
