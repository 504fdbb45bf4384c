"""The course as Binder runs it: no root, under a path, 1 GB, files not writable, a passing home."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from worksite.beliefs.spec import words as survey_words
from worksite.resources import strings

from .lab import Notebook, free_port, started
from .lab_lessons import ROOT

SOMEBODY = 1000  # the user Binder runs as
BASE = "/user/ann-site-x1/"
MEGABYTES = 1000  # what a session may use in all
ASK = "import os; raise SystemExit(os.getuid() != {} or os.access('{}', os.W_OK))"


def works(words: list[str], **as_whom: Any) -> bool:
    """Whether this way of starting Python is another user's, who keeps to a file's rights."""
    with tempfile.NamedTemporaryFile() as closed:
        Path(closed.name).chmod(0o444)
        ask = [*words, sys.executable, "-c", ASK.format(SOMEBODY, closed.name)]
        try:
            return subprocess.run(ask, capture_output=True, **as_whom).returncode == 0
        except (OSError, subprocess.SubprocessError):
            return False


def not_root() -> tuple[list[str], dict[str, Any]]:
    """Words and options that start a process as an ordinary user, where the tests run as root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return [], {}
    other = {"user": SOMEBODY, "group": SOMEBODY, "extra_groups": []}
    # Where the Python is in root's own folder: the same files, seen by a user without rights.
    mapped = ["unshare", "--user", f"--map-user={SOMEBODY}", f"--map-group={SOMEBODY}"]
    if works([], **other):
        return [], other
    if works(mapped):
        return mapped, {}
    pytest.skip("this machine lets root start nothing as another user")


class Session:
    """One Binder session: its address, its server, its home."""

    def __init__(self, address: str, process: int, home: Path) -> None:
        self.address, self.process, self.home = address, process, home

    def megabytes(self) -> float:
        """Resident memory of the server and all its kernels."""
        server = psutil.Process(self.process)
        family = [server, *server.children(recursive=True)]
        return sum(each.memory_info().rss for each in family) / 1e6


@pytest.fixture
def session() -> Iterator[Session]:
    before, as_whom = not_root()
    place = Path(tempfile.mkdtemp(prefix="binder-"))
    place.chmod(0o755)
    course, home = place / "course", place / "home"
    for name in ("notebooks", "quizzes", "assets", "src"):
        shutil.copytree(ROOT / name, course / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", course)
    home.mkdir()
    (home / "lab.log").touch()
    if as_whom:
        os.chown(home, SOMEBODY, SOMEBODY)
    for each in [course, *course.rglob("*")]:
        each.chmod(0o555 if each.is_dir() else 0o444)
    env = {"PYTHONPATH": str(course / "src"), "WORKSITE_HOME": "", "PYTHONDONTWRITEBYTECODE": "1"}
    env |= {"XDG_DATA_HOME": "", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": "", "MPLCONFIGDIR": ""}
    options = {"base": BASE, "before": before, "env": env, **as_whom}
    try:
        with started(course, home, free_port(), **options) as (address, process):
            yield Session(address, process, home)
    finally:
        for folder in [course, *(one for one in course.rglob("*") if one.is_dir())]:
            folder.chmod(0o755)
        shutil.rmtree(place)


def opened(session: Session, chromium: Any, name: str) -> Notebook:
    """A lesson opened by the path a badge names, run to its end."""
    page = chromium.new_page(viewport={"width": 1280, "height": 1000})
    book = Notebook(page, session.address, f"notebooks/{name}")
    book.run_all()
    book.show_all()
    faults = book.page.locator(".jp-OutputArea [data-mime-type='application/vnd.jupyter.error']")
    assert faults.count() == 0
    return book


def test_two_lessons_work_in_a_session_and_the_answers_can_be_taken_along(
    session: Session, chromium: Any
) -> None:
    welcome = opened(session, chromium, "00_welcome.ipynb")
    assert BASE in welcome.page.url
    belief = welcome.page.locator(".ws-survey .ws-belief").first
    belief.locator("input[value=false]").check()
    belief.locator("input[value=guess]").check()
    belief.get_by_text(survey_words()["kept"], exact=True).wait_for()
    lesson = opened(session, chromium, "03_meet_the_foremen.ipynb")
    card = lesson.page.locator(".ws-question", has_text="The article calls").first
    card.locator("input").first.check()
    card.get_by_role("button", name=strings("quiz")["check"]).click()
    card.get_by_text(strings("quiz")["kept"], exact=True).wait_for()
    assert strings("quiz")["verdict_wrong"] in card.locator(".ws-status").inner_text()
    # Everything goes when the session ends: the copy holds both answers.
    with welcome.page.expect_download() as saved:
        welcome.page.get_by_role("button", name=survey_words()["copy"]).first.click()
    answers = json.loads(saved.value.path().read_text("utf-8"))["answers"]
    assert [each["verdict"] for each in answers] == ["opinion", "wrong"]
    assert session.megabytes() < MEGABYTES
    assert [file.name for file in session.home.rglob("*.sqlite3")] == ["progress.sqlite3"]
    for book in (welcome, lesson):
        assert book.outside == []
        assert book.errors == []
        book.page.close()
