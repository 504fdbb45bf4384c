"""The browser of the tests: found once, started without talking to anybody."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


def chromium_path() -> str | None:
    """WORKSITE_CHROMIUM, else a Chromium on the path, else None: Playwright's own is used."""
    named = os.environ.get("WORKSITE_CHROMIUM")
    if named and Path(named).exists():
        return named
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Any]:
    """A running headless Chromium."""
    from playwright.sync_api import sync_playwright

    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium_path(), args=[*_QUIET, *(["--no-sandbox"] if root else [])]
        )
        try:
            yield running
        finally:
            running.close()
