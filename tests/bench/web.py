"""A lesson on the web edition over a slow line, beside its rivals: weight, and time to answer.

A page is interactive when the still face of its first quiz has made room for one with a Check
button. A cold visit has an empty cache and no service worker; a warm one is the second visit.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import psutil
from chromium import browser
from commands import in_turn, median
from lab import Notebook, free_port, started
from serving import serving

from worksite.site import build_all

ROOT = Path(__file__).resolve().parents[2]
LESSON = "03_meet_the_foremen"
# 10 Mbit/s and 50 ms, in the units of the browser's own tools.
LINE = {"offline": False, "latency": 50, "downloadThroughput": 1.25e6, "uploadThroughput": 1.25e6}
# Noted in the page, at the very change that makes it interactive.
NOTE = """
new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.removedNodes])) {
    if (node.dataset?.worksite?.startsWith("quiz") && document.querySelector(".ws-question button"))
      window.__ready ??= performance.now();
  }
}).observe(document, {childList: true, subtree: true});
"""
LIVE = "window.__ready !== undefined"
LOADED = "performance.timing.loadEventEnd > 0"
MILLISECONDS = "window.__ready ?? performance.timing.loadEventEnd - performance.timing.fetchStart"
TAKEN_CARE_OF = """() => new Promise((done) => {
  const worker = navigator.serviceWorker;
  if (worker.controller) done();
  else worker.addEventListener("controllerchange", () => done());
})"""


class Visit(NamedTuple):
    """What a visit cost: seconds, kilobytes over the line, files asked for of other hosts."""

    seconds: float
    kilobytes: float
    outside: int


def visit(context: Any, address: str, wait: str) -> Visit:
    """Open the lesson over the slow line; wait until it answers (or, at least, has loaded)."""
    page, came, outside = context.new_page(), [0.0], [0]

    def finished(event: dict[str, Any]) -> None:
        came[0] += event["encodedDataLength"]

    tools = context.new_cdp_session(page)
    tools.on("Network.loadingFinished", finished)
    tools.send("Network.enable")
    tools.send("Network.setBlockedURLs", {"urls": ["https://*"]})  # other hosts: counted only
    tools.send("Network.emulateNetworkConditions", LINE)
    page.add_init_script(NOTE)
    page.on("request", lambda r: outside.append(1) if r.url.startswith("https:") else None)
    page.goto(f"{address}{LESSON}.html")
    page.wait_for_function(wait, timeout=60_000)
    found = Visit(page.evaluate(MILLISECONDS) / 1000, came[0] / 1000, len(outside) - 1)
    if wait == LIVE:
        page.evaluate(TAKEN_CARE_OF)
    page.close()
    return found


def build(folder: Path) -> float:
    """Seconds to make the whole edition."""
    begin = time.perf_counter()
    build_all(folder)
    return time.perf_counter() - begin


def convert(folder: Path) -> float:
    """Seconds of nbconvert, as it comes, for every lesson."""
    from nbconvert import HTMLExporter

    begin = time.perf_counter()
    for file in sorted((ROOT / "notebooks").glob("*.ipynb")):
        html, _ = HTMLExporter().from_notebook_node(nbformat.read(file, as_version=4))
        (folder / f"{file.stem}.html").write_text(html, encoding="utf-8")
    return time.perf_counter() - begin


def _middle(visits: list[Visit]) -> Visit:
    return Visit(median([v.seconds for v in visits]), median([v.kilobytes for v in visits]),
                 visits[0].outside)  # fmt: skip


def visits(ours: Path, plain: Path, times: int) -> dict[str, Visit]:
    """Medians of cold and warm visits: the edition, and nbconvert's page of the same lesson."""
    seen: dict[str, list[Visit]] = {"cold": [], "warm": [], "plain cold": [], "plain warm": []}
    with browser() as chromium, serving(ours) as here, serving(plain) as there:
        for _ in range(times):
            for name, address, wait in (("", here, LIVE), ("plain ", there, LOADED)):
                context = chromium.new_context()
                for which in ("cold", "warm"):
                    seen[name + which].append(visit(context, address, wait))
                context.close()
    return {name: _middle(found) for name, found in seen.items()}


def _megabytes(process: int) -> float:
    server = psutil.Process(process)
    family = [server, *server.children(recursive=True)]
    return sum(each.memory_info().rss for each in family) / 2**20


def lab(notebook: Path, live: bool) -> tuple[float, float]:
    """JupyterLab started, a notebook opened and run: seconds in all, megabytes at the end."""
    with tempfile.TemporaryDirectory() as name, browser() as chromium:
        home, begin = Path(name), time.perf_counter()
        words = ["--allow-root"]
        with started(notebook.parent, home, free_port(), words=words) as (address, process):
            page = chromium.new_page()
            book = Notebook(page, address, notebook.name)
            book.run_all()
            if live:
                page.locator(".ws-question button").first.wait_for()
            return time.perf_counter() - begin, _megabytes(process)


def labs(times: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Medians of ``lab``: the lesson, and an empty notebook, in turn."""
    found: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    with tempfile.TemporaryDirectory() as name:
        empty, lesson = Path(name) / "empty.ipynb", Path(name) / f"{LESSON}.ipynb"
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        bare = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
        bare.cells.append(nbformat.v4.new_code_cell("1 + 1"))
        nbformat.write(bare, empty)
        lesson.write_bytes((ROOT / "notebooks" / f"{LESSON}.ipynb").read_bytes())
        in_turn(
            lambda: found[0].append(lab(lesson, True)), lambda: found[1].append(lab(empty, False)),
            times,
        )  # fmt: skip
    ours, rival = [[median(list(one)) for one in zip(*each[1:], strict=True)] for each in found]
    return (ours[0], ours[1]), (rival[0], rival[1])


def measure(times: int) -> list[tuple[str, float, str, float, str]]:
    """The rows of the table: figure, ours, rival, its figure, unit."""
    with tempfile.TemporaryDirectory() as name:
        ours, plain = Path(name) / "ours", Path(name) / "plain"
        plain.mkdir()
        seconds = in_turn(lambda: build(ours), lambda: convert(plain), 1)
        seen = visits(ours, plain, times)
    (run, memory), (bare, bare_memory) = labs(max(1, times // 3))
    elsewhere = f"nbconvert's page, {seen['plain cold'].outside} files elsewhere"
    idle = "nbconvert's page, answers nothing"
    return [
        ("web edition, all lessons made", seconds[0][0], "nbconvert, every notebook",
         seconds[1][0], "s"),
        ("lesson on the web, over the line", seen["cold"].kilobytes, elsewhere,
         seen["plain cold"].kilobytes, "kB"),
        ("lesson on the web, cold, until it answers", seen["cold"].seconds, idle,
         seen["plain cold"].seconds, "s"),
        ("lesson on the web, warm, until it answers", seen["warm"].seconds, idle,
         seen["plain warm"].seconds, "s"),
        ("the same, beside JupyterLab started and run", seen["cold"].seconds,
         "the lesson in JupyterLab", run, "s"),
        ("lesson in JupyterLab, started and run", run, "an empty notebook", bare, "s"),
        ("memory of its server and kernel", memory, "an empty notebook", bare_memory, "MB"),
    ]  # fmt: skip
