"""Key-press to paint of an explorable beside the same curve by interactive_output, in real Lab."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from commands import median
from lab import Notebook, free_port, server
from playwright.sync_api import sync_playwright
from proxy import delayed

OURS = 'from worksite import explore\nexplore("03/size")'
RIVAL = """
import ipywidgets as w, matplotlib.pyplot as plt, numpy as np
from IPython.display import display
slider = w.IntSlider(20, 10, 32)
def draw(cell):
    vesicle = np.linspace(30, 200, 100)
    plt.figure(figsize=(6, 3))
    plt.semilogy(vesicle, (cell * 1000 / vesicle) ** 3)
    plt.show()
display(slider, w.interactive_output(draw, {"cell": slider}))
"""
# From the key event's own time stamp to the first frame after the watched place has changed (where
# a picture is awaited: after one was put in and decoded, for the place is emptied first).
WATCH = """
([focus, watch, picture]) => {
  const place = [...document.querySelectorAll(watch)].at(-1);
  const handle = document.querySelector(focus);
  handle.focus();
  window.__spent = [];
  let pressed = null;
  handle.addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    if (pressed !== null) { window.__spent.push(performance.now() - pressed); pressed = null; }
  };
  const arrived = (changes) => changes.flatMap((change) => [...change.addedNodes])
    .flatMap((node) => [node, ...(node.querySelectorAll?.("*") ?? [])])
    .find((node) => node.matches?.("img"));
  new MutationObserver(async (changes) => {
    if (picture) {
      const image = arrived(changes);
      if (!image) return;
      await image.decode();
    }
    requestAnimationFrame(() => painted.port2.postMessage(0));
  }).observe(place, { childList: true, subtree: true, attributes: true, characterData: true });
}
"""


def _notebook(folder: Path, name: str, code: str) -> None:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [nbformat.v4.new_code_cell(code)]
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / name
    )


@contextmanager
def _address(port: int, slow: bool) -> Iterator[str]:
    if not slow:
        yield f"http://127.0.0.1:{port}"
        return
    with delayed(port, free_port(), 0.120) as address:
        yield address


def _presses(page: Any, focus: str, watch: str, picture: bool, presses: int) -> float:
    page.evaluate(WATCH, [focus, watch, picture])
    for number in range(presses):
        page.keyboard.press("ArrowRight" if (number // 8) % 2 == 0 else "ArrowLeft")
        page.wait_for_function(f"window.__spent.length > {number}", timeout=20_000)
        page.wait_for_timeout(60)  # nothing of this press may be taken for the next one's
    return median(page.evaluate("window.__spent"))


def measure(presses: int, slow: bool) -> tuple[float, float]:
    """Median milliseconds from key-press to paint: the explorable; interactive_output."""
    figures = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder, port = Path(name), free_port()
        _notebook(folder, "ours.ipynb", OURS)
        _notebook(folder, "rival.ipynb", RIVAL)
        path = os.environ.get("WORKSITE_CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        with server(folder, folder, port), _address(port, slow) as address:
            for file, focus, watch, picture in (
                ("ours.ipynb", ".ws-root input[type=range]", ".ws-root", False),
                ("rival.ipynb", ".noUi-handle", ".jp-OutputArea", True),
            ):
                page = browser.new_page()
                Notebook(page, address, file).run_all()
                for guess in page.get_by_role("button", name="Show me without a guess").all():
                    guess.click()
                page.locator(focus).first.wait_for()
                page.wait_for_timeout(1500)
                figures.append(_presses(page, focus, watch, picture, presses))
                page.close()
        browser.close()
    return figures[0], figures[1]
