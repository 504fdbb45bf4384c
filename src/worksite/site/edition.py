"""The whole web edition as plain files: pages, data, scripts, an index for search, a worker."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

from worksite import lessons, outputs
from worksite.resources import CourseError, path, text
from worksite.site import pages
from worksite.site.frame import Page, anchored, framed, words_of
from worksite.site.ways import ways_page

MARK = "sw.js"  # what only an edition has
_CACHE = b'CACHE = "worksite-'  # and what its worker says
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
    files = sorted(each.relative_to(folder).as_posix() for each in outputs.files(folder))
    digest = hashlib.sha256()
    for name in files:
        digest.update(name.encode() + b"\0" + (folder / name).read_bytes())
    template = text("assets", "site", "sw.js")
    return template.replace("{version}", digest.hexdigest()[:12]).replace(
        "{files}", _compact(files)
    )


def build(lesson_id: str, folder: Path) -> Path:
    """Write one lesson with everything it needs into ``folder``; return its page.

    Raises CourseError for a folder that holds anything the course did not write.
    """
    page = pages.lesson_page(lesson_id)
    with outputs.written(folder):
        write_files(folder)
        return write_page(page, folder)


def build_all(folder: Path) -> list[Path]:
    """Write the edition into ``folder``, in place of an earlier one; return its pages.

    Raises CourseError for a folder that holds anything the course did not write.
    """
    outputs.check_folder(folder)
    open_lessons = [lesson.id for lesson in lessons.load().lessons if lesson.open]
    beside = [pages.glossary_page(), pages.claims_page(), pages.figures_page(), ways_page()]
    taught = [pages.lesson_page(one) for one in open_lessons]
    found = [pages.contents_page(), *taught, *beside, pages.search_page()]
    pages.link_questions(found)
    pages.link_lessons(found)
    index = [row for page in (*taught, beside[0], beside[1], beside[3]) for row in sections(page)]
    with outputs.written(folder, anew=True):
        write_files(folder)
        made = [write_page(page, folder) for page in found]
        _write(folder, "search.json", _compact(index))
        _write(folder, MARK, _worker(folder))
    return made


def _is_packed(file: Path) -> bool:
    """Whether a file is a zip that ``pack`` made."""
    try:
        with zipfile.ZipFile(file) as held:
            return _CACHE in held.read(MARK)
    except (zipfile.BadZipFile, KeyError):
        return False


def check_pack(folder: Path, target: Path) -> None:
    """CourseError when the zip may not be written to ``target``."""
    if folder.resolve() in target.resolve().parents:
        raise CourseError(f"{target} is inside {folder}, which it packs. Name a file outside it.")
    outputs.check_file(target, _is_packed, "a zip of the web edition")


def pack(folder: Path, target: Path) -> Path:
    """The edition as one zip for any static host: the same bytes for the same files."""
    check_pack(folder, target)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for file in outputs.files(folder):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, file.read_bytes())
    return target
