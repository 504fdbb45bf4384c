"""Lesson 03 as a static page: live with scripts, readable without, light, dark and narrow."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from worksite.resources import strings
from worksite.site import build

from .harness import faults

PAGE = "03_meet_the_foremen.html"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site") / "below" / "a path"
    build("03", folder)
    handler = functools.partial(_Quiet, directory=str(folder.parents[1]))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/below/a%20path/"
    server.shutdown()
    server.server_close()
    thread.join()


def opened(chromium: Any, address: str, **options: Any) -> tuple[Any, list[str]]:
    """The page in a fresh context, and everything that went wrong or left this machine."""
    context = chromium.new_context(**{"viewport": {"width": 900, "height": 900}, **options})
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda r: r.url.startswith((address, "data:")) or wrong.append(r.url))
    page.goto(address + PAGE)
    return page, wrong


def test_questions_and_the_explorable_come_alive_under_the_policy(
    chromium: Any, address: str
) -> None:
    page, wrong = opened(chromium, address)
    page.locator(".ws-root").nth(7).wait_for()
    question = page.locator(".ws-question", has_text="The article calls").first
    question.locator("input").first.focus()
    page.keyboard.press("Space")
    question.get_by_role("button", name=strings("quiz")["check"]).focus()
    page.keyboard.press("Enter")
    assert "Not right yet" in question.locator(".ws-status").inner_text()
    page.locator(".ws-explore input[type=radio]").first.check()
    page.locator(".ws-explore .ws-main").click()
    slider = page.locator(".ws-explore input[type=range]").first
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert "21.5" in (slider.get_attribute("aria-valuetext") or "")
    page.reload()
    page.locator(".ws-root").nth(7).wait_for()
    again = page.locator(".ws-question", has_text="The article calls").first
    assert "Not right yet" in again.locator(".ws-status").inner_text()
    assert wrong == []
    page.context.close()


def test_with_scripts_off_everything_can_be_read(chromium: Any, address: str) -> None:
    page, _ = opened(chromium, address, java_script_enabled=False)
    assert page.locator(".ws-root").count() == 0
    assert page.locator("section[data-worksite]").count() == 8
    assert page.get_by_text("Turn scripts on to answer here").count() >= 8
    folds = page.locator("section[data-worksite] details")
    assert folds.count() >= 15
    assert not folds.first.evaluate("fold => fold.open")
    page.context.close()


@pytest.mark.parametrize("width", [320, 360, 900, 1280])
def test_no_page_is_wider_than_its_window(chromium: Any, address: str, width: int) -> None:
    page, _ = opened(chromium, address, viewport={"width": width, "height": 800})
    page.wait_for_selector(".ws-explore")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Any, address: str, scheme: str) -> None:
    page, _ = opened(chromium, address, color_scheme=scheme, bypass_csp=True)
    page.wait_for_selector(".ws-explore")
    assert faults(page, "body") == []
    page.context.close()


def test_it_prints(chromium: Any, address: str, tmp_path: Path) -> None:
    page, _ = opened(chromium, address)
    page.wait_for_selector(".ws-explore")
    assert len(page.pdf()) > 100_000
    page.context.close()
