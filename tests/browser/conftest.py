"""One browser for all tests in it; a fresh page, and a fresh bench, for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .chromium import browser
from .harness import Bench, bench
from .lab_lessons import Desk, desk
from .wall import wall_address, wall_folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    with browser() as running:
        yield running


@pytest.fixture
def widgets(chromium: Any) -> Iterator[Bench]:
    with bench(chromium) as made:
        yield made


__all__ = ["Desk", "desk", "wall_address", "wall_folder"]
