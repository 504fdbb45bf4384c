"""A notebook in its one committed form: stable ids, no widget state, no timings, small metadata."""

from __future__ import annotations

import re
from typing import Any

from worksite.notebook.page import Cell, joined

_VIEW = "application/vnd.jupyter.widget-view+json"
_RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){0,3}(-[0-9a-f]{12})?")
_KEPT = ("jupyter", "slideshow", "tags")
CHANGE_ME = "change-me"

METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))[:48].strip("-")


def _wanted_id(cell: Cell) -> str:
    if cell.calls:
        call = cell.calls[-1]
        return _slug(" ".join((call.name, *(arg.split("/")[-1] for arg in call.args))))
    if cell.headings:
        return _slug(cell.headings[0][1]) or "text"
    return "text" if cell.kind == "markdown" else cell.kind


def _name_cells(cells: list[dict[str, Any]]) -> None:
    taken: set[str] = set()
    for number, raw in enumerate(cells, 1):
        own = str(raw.get("id", ""))
        keep = own and own not in taken and not _RANDOM_ID.fullmatch(own)
        base = own if keep else _wanted_id(Cell(raw, number))
        name, count = base, 1
        # An id further down may already be in use: keep it there, and number this one.
        others = set() if keep else {str(each.get("id")) for each in cells[number:]}
        while name in taken or name in others:
            count += 1
            name = f"{base}-{count}"
        taken.add(name)
        raw["id"] = name


def _tidy_output(output: dict[str, Any]) -> dict[str, Any]:
    data = output.get("data", {})
    if "text/html" in data:
        data.pop(_VIEW, None)
    output.pop("transient", None)
    if "metadata" in output:
        output["metadata"] = {}
    return output


def _merge_streams(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    merged: list[dict[str, Any]] = []
    for output in outputs:
        last = merged[-1] if merged else {}
        if output["output_type"] == "stream" and output.get("name") == last.get("name"):
            last["text"] = joined(last["text"]) + joined(output["text"])
        else:
            merged.append(output)
    return merged


def normalise(notebook: dict[str, Any]) -> None:
    """Bring a notebook (nbformat 4 as a dict) into its committed form, in place.

    Cell ids a person chose are kept; missing, doubled and random ones are made from the heading
    or the call. Cells are locked against edits and deletion unless tagged ``change-me``.
    """
    notebook["metadata"] = {key: dict(value) for key, value in METADATA.items()}
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 5
    cells: list[dict[str, Any]] = notebook["cells"]
    _name_cells(cells)
    for cell in cells:
        kept = {key: cell["metadata"][key] for key in _KEPT if cell["metadata"].get(key)}
        if CHANGE_ME not in kept.get("tags", []):
            kept |= {"deletable": False, "editable": False}
        cell["metadata"] = kept
        if cell["cell_type"] == "code":
            cell["outputs"] = _merge_streams([_tidy_output(each) for each in cell["outputs"]])
