"""The ways into the course: where else a lesson opens, and the page that says which way suits whom.

All links to other services are drawn from ``repository-url`` in ``lessons.yml`` and left out
while it is empty.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from worksite import lessons
from worksite.faces.markup import escape
from worksite.lessons import Course, Lesson
from worksite.resources import strings, text
from worksite.site.frame import Page

_HEADER = re.compile(r'<section class="worksite ws-lesson-header">.*?</section>', re.S)
OWN_MACHINE = "ways.html#on-your-own-machine"
WHEEL = "worksite-*.whl"


def binder(repository: str, file: str) -> str:
    """Address that opens a lesson on Binder, for OWNER/NAME on GitHub."""
    landing = quote(f"lab/tree/notebooks/{file}")
    return f"https://mybinder.org/v2/gh/{repository}/HEAD?urlpath={landing}"


def colab(repository: str, file: str) -> str:
    """Address that opens a lesson in Colab, for OWNER/NAME on GitHub."""
    return f"https://colab.research.google.com/github/{repository}/blob/HEAD/notebooks/{file}"


def install(repository: str) -> str:
    """What ``%pip install`` is given in a notebook service: the repository, else the wheel."""
    return f"git+https://github.com/{repository}" if repository else WHEEL


def open_in(lesson: Lesson, course: Course) -> str:
    """One line of links to the other places a lesson opens in; "" while it is not published."""
    if not course.repository:
        return ""
    said = strings("site")
    places = {
        said["binder"]: binder(course.repository, lesson.file),
        said["colab"]: colab(course.repository, lesson.file),
        said["own_machine"]: OWN_MACHINE,
    }
    links = ", ".join(
        f'<a href="{escape(address)}">{escape(name)}</a>' for name, address in places.items()
    )
    return f'<p class="ws-open-in">{escape(said["open_in"])} {links}</p>'


def with_ways(body: str, lesson: Lesson) -> str:
    """The body of a lesson's page, with the line of links under the lesson's header."""
    line = open_in(lesson, lessons.load())
    return _HEADER.sub(lambda header: f"{header[0]}\n{line}", body, count=1) if line else body


def ways_markdown(course: Course) -> str:
    """The text of the page; its links to services follow ``repository-url``."""
    said, first = strings("site"), course.lessons[0].file
    repository = course.repository
    if repository:
        values = {
            "binder": said["binder_link"].format(address=binder(repository, first)),
            "colab": said["colab_link"].format(address=colab(repository, first)),
        }
    else:
        values = {"binder": said["not_published"], "colab": said["not_published_colab"]}
    # The source reads well by itself: the README leads to it.
    page = text("assets", "site", "ways.md").replace(WHEEL, install(repository))
    for key, value in values.items():
        page = page.replace(f"<!-- {key} -->", value)
    return page


def ways_page() -> Page:
    """Which way in suits whom."""
    from worksite.site.pages import prose

    body = prose().render(ways_markdown(lessons.load()))
    return Page("ways.html", strings("site")["ways"], str(body))
