"""The whole web edition as plain files: pages, data, scripts, an index for search, a worker."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

from worksite import lessons
from worksite.resources import CourseError, path, text
from worksite.site import pages
from worksite.site.frame import Page, anchored, framed, words_of
from worksite.site.ways import ways_page

MARK = "sw.js"  # what only an edition has
OWN_FILES = ("site.css", "from_file.js", "search.js")
# Files of the notebooks alone.
NOT_SERVED = {"stub.js"}
_STAMP = (2000, 1, 1, 0, 0, 0)  # zip entries of one edition are the same bytes every time


def _write(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8", newline="\n")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_page(page: Page, folder: Path, html: str = "") -> Path:
    """Write a page (``html``, or in the edition's frame) and its widgets' data; return its path."""
    _write(folder, page.file, html or framed(page))
    if page.widgets:
        _write(folder, page.data, _compact({"widgets": page.widgets}))
    return folder / page.file


def write_files(folder: Path) -> None:
    """Write the scripts and style sheets, the same files the notebooks use."""
    for name in OWN_FILES:
        shutil.copyfile(path("assets", "site", name), folder / name)
    (folder / "widgets").mkdir(exist_ok=True)
    for file in sorted(path("assets", "widgets").iterdir()):
        if file.name not in NOT_SERVED:
            shutil.copyfile(file, folder / "widgets" / file.name)


def sections(page: Page) -> list[list[str]]:
    """What search knows of a page: [page, place, title of the page, heading, words] a part."""
    body, headings = anchored(page.body)
    pieces = re.split(r"(?=<h[23] id=)", body)
    rows = [[page.file, "", page.title, page.title, words_of(pieces[0])]]
    for (_, place, heading), piece in zip(headings, pieces[1:], strict=True):
        rows.append([page.file, place, page.title, heading, words_of(piece)])
    return [row for row in rows if row[-1]]


def _worker(folder: Path) -> str:
    """The service worker: it keeps every file there is, under a name that follows their bytes."""
    files = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())
    digest = hashlib.sha256()
    for name in files:
        digest.update(name.encode() + b"\0" + (folder / name).read_bytes())
    template = text("assets", "site", "sw.js")
    return template.replace("{version}", digest.hexdigest()[:12]).replace(
        "{files}", _compact(files)
    )


def build(lesson_id: str, folder: Path) -> Path:
    """Write one lesson with everything it needs into ``folder``; return its page."""
    page = pages.lesson_page(lesson_id)
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder)
    return write_page(page, folder)


def build_all(folder: Path) -> list[Path]:
    """Write the edition into ``folder``, which is emptied first; return its pages.

    Raises CourseError for a folder that holds anything but an earlier edition.
    """
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise CourseError(
            f"{folder} holds other files; making the edition would delete them. "
            "Name an empty or new folder with --out."
        )
    open_lessons = [lesson.id for lesson in lessons.load().lessons if lesson.open]
    beside = [pages.glossary_page(), pages.claims_page(), pages.figures_page(), ways_page()]
    taught = [pages.lesson_page(one) for one in open_lessons]
    found = [pages.contents_page(), *taught, *beside, pages.search_page()]
    pages.link_questions(found)
    pages.link_lessons(found)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write_files(folder)
    written = [write_page(page, folder) for page in found]
    index = [row for page in (*taught, beside[0], beside[1], beside[3]) for row in sections(page)]
    _write(folder, "search.json", _compact(index))
    _write(folder, MARK, _worker(folder))
    return written


def pack(folder: Path, target: Path) -> Path:
    """The edition as one zip for any static host: the same bytes for the same files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(entry, file.read_bytes())
    return target
