"""The course's Jupyter Server extension: lessons are saved without live-widget state.

A saved widget view points at a widget that the next session does not have ("model not found").
Without it, a re-opened lesson shows its still face and a run brings the live one back.
"""

from __future__ import annotations

from typing import Any

_VIEW = "application/vnd.jupyter.widget-view+json"
_OURS = "data-worksite="


def drop_widget_state(model: dict[str, Any], **_: Any) -> None:
    """Drop widget views that have a still face beside them, and ``metadata.widgets``.

    A Jupyter Server pre-save hook: ``model`` is what is about to be saved, changed in place.
    Only notebooks that show one of this course's widgets are touched.
    """
    content = model.get("content")
    if model.get("type") != "notebook" or not isinstance(content, dict):
        return
    outputs = [output for cell in content.get("cells", []) for output in cell.get("outputs", [])]
    bundles = [data for output in outputs if (data := output.get("data"))]
    if not any(_OURS in "".join(data.get("text/html", "")) for data in bundles):
        return
    for data in bundles:
        if "text/html" in data:
            data.pop(_VIEW, None)
    content.get("metadata", {}).pop("widgets", None)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "worksite.server"}]


def _load_jupyter_server_extension(server: Any) -> None:
    server.contents_manager.register_pre_save_hook(drop_widget_state)
