"""Opens an explorable in a plain page, before or after its guess."""

from __future__ import annotations

from typing import Any

from worksite.explorables import base
from worksite.resources import strings

from .harness import Bench

KIT = strings("explore")


def shown(widgets: Bench, widget: base.Explorable, guess: int | None = 0, **more: Any) -> Any:
    """A page with the explorable; with a guess made, or before it (None)."""
    page = widgets.open(widget.spec, module=widget.module, sheets=widget.sheets, **more)
    if guess is not None:
        page.locator("input[type=radio]").nth(guess).check()
        page.get_by_role("button", name=KIT["commit"]).click()
    return page


def plainly(text: str) -> str:
    """A text with its no-break spaces as plain ones."""
    return text.replace("\xa0", " ")
