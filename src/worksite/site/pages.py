"""The pages: each lesson from its notebook, and the lists beside them.

The same ``.js`` files serve notebook and page: ``host.js`` gives them the model interface they
expect, with the spec from a JSON file beside the page. With scripts off the still faces stand.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from worksite import lessons
from worksite.evidence import glossary, load, seed_claim
from worksite.faces.markup import escape
from worksite.figures import figure
from worksite.resources import CourseError, names, path, strings
from worksite.site.frame import Page, rich
from worksite.site.ways import open_in, with_ways

_MARK = re.compile(r'data-worksite="([^"]+)"')
_STYLE = re.compile(r"<style>.*?</style>\s*", re.S)
_NOTEBOOK_LINK = re.compile(r'href="((?:\./)?[\w-]+)\.ipynb"')


def prose() -> Any:
    """Markdown of lesson cells and pages: the authors' own, so raw HTML (folds) is on."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _joined(value: Any) -> str:
    return "".join(value or "")


def cell_html(cell: dict[str, Any]) -> str:
    """A cell as the page shows it: rendered text, or the HTML faces of its outputs."""
    if cell["cell_type"] == "markdown":
        return str(prose().render(_joined(cell["source"])))
    found = [_joined(one.get("data", {}).get("text/html")) for one in cell.get("outputs", [])]
    return "".join(
        f'<div class="ws-cell">\n{_STYLE.sub("", html)}\n</div>\n' for html in found if html
    )


def widget(ref: str) -> dict[str, Any]:
    """What host.js needs to bring one still face to life."""
    from worksite.beliefs import survey
    from worksite.explorables import explore
    from worksite.progress.view import ProgressView, course
    from worksite.quiz import show

    kind, _, name = ref.partition(" ")
    makers: dict[str, Any] = {"quiz": show, "explore": explore, "survey": survey}
    live: Any = ProgressView if ref == "progress" else None
    if kind in makers:
        live = makers[kind](name)
    if live is None:
        raise CourseError(f'data-worksite="{ref}": no widget of this kind. Refresh the notebook.')
    # The builder's own progress stays at home: each browser counts its own answers.
    spec = {"strings": strings("progress"), "course": course()} if ref == "progress" else live.spec
    return {"ref": ref, "module": live.module, "sheets": list(live.sheets), "spec": spec}


def on_the_web(body: str) -> str:
    """HTML of stored outputs with links and words that fit a page instead of a notebook."""
    words = strings("site")
    for run in ("run_to_answer", "run_to_try"):
        body = body.replace(escape(strings("faces")[run]), escape(words["no_script"]))
    body = _MARK.sub(lambda found: f'id="{place(found[1])}" {found[0]}', body)
    return _NOTEBOOK_LINK.sub(r'href="\1.html"', body)


def place(ref: str) -> str:
    """The id of a still face on its page, and of the widget that takes its place."""
    return re.sub(r"\W+", "-", ref)


def link_questions(pages: list[Page]) -> None:
    """Tell every progress widget where each question stands: in its own lesson.

    Boxes that show questions of other lessons (from earlier, the final check) do not count.
    """
    homes = {
        question["ref"]: (page.file, place(each["ref"]))
        for page in pages
        for each in reversed(page.widgets)
        if not each["ref"].endswith(("/earlier", " final"))
        for question in each["spec"].get("questions", [])
    }
    for page in pages:
        for each in page.widgets:
            for ref, row in each["spec"].get("course", {}).get("questions", {}).items():
                if ref in homes:
                    row["page"], row["place"] = homes[ref]


def link_lessons(pages: list[Page]) -> None:
    """Tell every widget that names lessons (the claim inspector) which page each one has."""
    open_pages = {lesson.id: lesson.file.replace(".ipynb", ".html")
                  for lesson in lessons.load().lessons if lesson.open}  # fmt: skip
    for page in pages:
        for each in page.widgets:
            for claim in each["spec"].get("claims", []):
                if claim["id"] in open_pages:
                    claim["page"] = open_pages[claim["id"]]


def notebook(lesson: lessons.Lesson) -> dict[str, Any]:
    """The stored notebook of a lesson; CourseError when it has none or was never executed."""
    source = path("notebooks", lesson.file)
    if not source.is_file():
        raise CourseError(f"{lesson.file}: this lesson has no notebook yet. Choose a ready one.")
    found: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    if not _MARK.search(json.dumps(found).replace('\\"', '"')):
        raise CourseError(f"{lesson.file}: no outputs stored. Run: python3 course.py refresh")
    return found


def lesson_page(lesson_id: str) -> Page:
    """The page of a lesson. CourseError when it is unknown, has no notebook, or was never run."""
    lesson = lessons.get(lesson_id)
    body = on_the_web("".join(map(cell_html, notebook(lesson)["cells"])))
    body = with_ways(body, lesson)
    refs = list(dict.fromkeys(_MARK.findall(body)))
    return Page(
        lesson.file.replace(".ipynb", ".html"), lesson.name, body, [widget(ref) for ref in refs]
    )


def contents_page() -> Page:
    """The way in: what the course is, the lessons, the learner's progress."""
    said, course = strings("site"), lessons.load()
    progress = widget("progress")
    progress["spec"]["strings"] = {**progress["spec"]["strings"], "title": ""}  # the page has it
    elsewhere = open_in(course.lessons[0], course)
    ways = f'<p><a href="ways.html">{escape(said["ways_lead"])}</a></p>'
    body = (
        f"<h1>{escape(said['course'])}</h1>\n{rich(said['lead'])}\n{rich(said['promise'])}\n"
        f"{ways}\n{elsewhere}\n"
        f"<h2>{escape(said['contents'])}</h2>\n{on_the_web(lessons.lesson().html)}\n"
        f"<h2>{escape(said['your_progress'])}</h2>\n"
        f'<section class="worksite" data-worksite="progress">'
        f"<p>{escape(said['no_script'])}</p></section>"
    )
    return Page("index.html", said["course"], body, [progress])


def glossary_page() -> Page:
    """Every word of the course."""
    said = strings("site")
    body = f"<h1>{escape(said['glossary'])}</h1>\n{rich(said['glossary_lead'])}\n{glossary().html}"
    return Page("glossary.html", said["glossary"], body)


def _where(lesson_id: str, words: str = "in_lesson") -> str:
    lesson, said = lessons.get(lesson_id), strings("site")
    if not lesson.open:
        return escape(said["later_lesson"].format(lesson=lesson_id))
    link = f'<a href="{escape(lesson.file.replace(".ipynb", ".html"))}">{escape(lesson.name)}</a>'
    return escape(said[words]).replace("{lesson}", link)


def claims_page() -> Page:
    """Every claim of the article with its verdict, by lesson."""
    said, seeds = strings("site"), load().seeds.values()
    counted = Counter(seed.verdict for seed in seeds)
    rows = "".join(
        f'<tr><th scope="row">{escape(strings("evidence")[f"verdict_{verdict}"])}</th>'
        f"<td>{count}</td></tr>"
        for verdict, count in counted.most_common()
    )
    parts = [
        f"<h1>{escape(said['claims'])}</h1>\n{rich(said['claims_lead'])}\n"
        f'<section class="worksite"><table><caption>{escape(said["verdicts"])}</caption><thead><tr>'
        f'<th scope="col">{escape(said["verdict_head"])}</th>'
        f'<th scope="col">{escape(said["claims_head"])}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    ]
    for lesson in lessons.load().lessons:
        own = [seed.id for seed in seeds if seed.lesson == lesson.id]
        if own:
            parts.append(f"<h2>{escape(lesson.name)}</h2>\n<p>{_where(lesson.id)}.</p>")
            parts += [seed_claim(one).html for one in own]
    return Page("claims.html", said["claims"], "\n".join(parts))


def figures_page() -> Page:
    """Every picture of the lessons that are open."""
    said = strings("site")
    parts = [f"<h1>{escape(said['figures'])}</h1>\n{rich(said['figures_lead'])}"]
    for lesson in lessons.load().lessons:
        own = [name for name in names("assets", "figures") if name.startswith(f"{lesson.id}/")]
        if own and lesson.open:
            where = _where(lesson.id, "shown_in")
            parts.append(f"<h2>{escape(lesson.name)}</h2>\n<p>{where}.</p>")
            parts += [figure(name).html for name in own]
    return Page("figures.html", said["figures"], "\n".join(parts))


def search_page() -> Page:
    """A box to type in; with scripts off it says where else to look."""
    said = {name: escape(text) for name, text in strings("site").items()}
    none = rich(strings("site")["search_none"])
    body = (
        f"<h1>{said['search']}</h1>\n"
        f'<form role="search" data-found="{said["search_found"]}" '
        f'data-shown="{said["search_shown"]}">\n'
        f'<label for="search">{said["search_label"]}</label>\n'
        '<input id="search" type="search" autocomplete="off" spellcheck="false">\n'
        f"<button>{said['search_go']}</button>\n</form>\n"
        f'<p id="search-lead">{said["search_lead"]}</p>\n'
        f"<noscript><p>{said['search_no_script']}</p></noscript>\n"
        f'<div role="status"></div>\n<div id="search-none" hidden>{none}</div>\n'
        '<ul class="ws-found"></ul>'
    )
    return Page("search.html", strings("site")["search"], body, script="search.js")
