"""Widgets whose answers are graded again in Python, kept, and said to be kept."""

from __future__ import annotations

from typing import Any

import traitlets

from worksite import progress
from worksite.faces.live import Live
from worksite.quiz.grading import grade

CONFIDENCE = ("sure", "think", "guess")
_SHOWN = ("response", "verdict", "credit", "confidence", "hints", "tries")


class Keeping(Live):
    """A widget that keeps answers: ``keys`` gives the grading key of every reference it asks.

    ``state`` holds the last answers to ``keys`` and to the references in ``also``, as the browser
    draws them again.
    """

    state = traitlets.Dict().tag(sync=True)

    def __init__(
        self, ref: str, spec: dict[str, Any], keys: dict[str, dict[str, Any]], also: list[str]
    ) -> None:
        self._keys = keys
        kept = progress.latest([*keys, *also])
        state = {ref: {name: answer[name] for name in _SHOWN} for ref, answer in kept.items()}
        super().__init__(ref, spec, state=state)
        self.on_msg(self._heard)

    def _heard(self, _: Any, content: Any, __: Any) -> None:
        """An answer from the browser: grade it here, keep it, say where it is kept."""
        if not isinstance(content, dict) or content.get("kind") != "answer":
            return
        ref = content.get("ref")
        told = {"ref": ref, "seq": content.get("seq")}
        key = self._keys.get(ref) if isinstance(ref, str) else None
        result = grade(key, content.get("response")) if key else None
        if result is None or result["verdict"] in ("unanswered", "unreadable"):
            self.send({"kind": "not_kept", "why": "nothing to keep", **told})
            return
        sure, hints = content.get("confidence"), content.get("hints")
        where = progress.record(
            str(ref),
            content.get("response"),
            result,
            sure if sure in CONFIDENCE else None,
            hints if isinstance(hints, int) else 0,
        )
        self.send({"kind": "kept", "where": where, **told})
