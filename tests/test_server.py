"""The pre-save hook: what it drops and what it leaves alone."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from worksite import server

VIEW = "application/vnd.jupyter.widget-view+json"
ROOT = Path(__file__).resolve().parents[1]


def model(html: Any = '<section data-worksite="quiz 03/size">x</section>') -> dict[str, Any]:
    def out(data: dict[str, Any]) -> dict[str, Any]:
        return {"output_type": "display_data", "metadata": {}, "data": data}

    cells = [
        {"cell_type": "markdown", "source": "text"},
        {
            "cell_type": "code",
            "outputs": [
                out({VIEW: {"model_id": "1"}, "text/html": html, "text/plain": "x"}),
                out({VIEW: {"model_id": "2"}, "text/plain": "a bare widget"}),
                {"output_type": "stream", "name": "stdout", "text": "hello"},
            ],
        },
    ]
    content = {"cells": cells, "metadata": {"widgets": {"a": 1}, "kernelspec": {}}}
    return {"type": "notebook", "content": content}


@pytest.mark.parametrize("lines", [False, True])
def test_a_view_beside_a_still_face_is_dropped_and_the_state_with_it(lines: bool) -> None:
    html = '<section data-worksite="quiz 03/size">x</section>'
    saved = model([html[:9], html[9:]] if lines else html)
    server.drop_widget_state(saved, path="a.ipynb", contents_manager=None)
    first, bare, stream = saved["content"]["cells"][1]["outputs"]
    assert set(first["data"]) == {"text/html", "text/plain"}
    assert VIEW in bare["data"]
    assert stream["text"] == "hello"
    assert saved["content"]["metadata"] == {"kernelspec": {}}


def test_somebody_elses_notebook_is_left_alone() -> None:
    saved = model("<p>another library's widget</p>")
    before = copy.deepcopy(saved)
    server.drop_widget_state(saved)
    assert saved == before


@pytest.mark.parametrize(
    "saved",
    [{"type": "file", "content": "text"}, {"type": "notebook", "content": None}, {}],
)
def test_other_files_and_empty_models_pass(saved: dict[str, Any]) -> None:
    before = copy.deepcopy(saved)
    server.drop_widget_state(saved)
    assert saved == before


def test_the_extension_registers_its_hook() -> None:
    hooks: list[Any] = []

    class Contents:
        register_pre_save_hook = hooks.append

    class App:
        contents_manager = Contents

    assert server._jupyter_server_extension_points() == [{"module": "worksite.server"}]
    server._load_jupyter_server_extension(App())
    assert hooks == [server.drop_widget_state]


def test_a_real_contents_manager_saves_without_the_view(tmp_path: Path) -> None:
    managers = pytest.importorskip("jupyter_server.services.contents.filemanager")
    v4 = pytest.importorskip("nbformat.v4")
    manager = managers.FileContentsManager(root_dir=str(tmp_path))
    manager.register_pre_save_hook(server.drop_widget_state)
    saved = model()
    notebook = v4.new_notebook(
        cells=[v4.new_code_cell("1", outputs=saved["content"]["cells"][1]["outputs"][:1])],
        metadata={"widgets": {"state": {}}},
    )
    manager.save({"type": "notebook", "content": notebook}, "a.ipynb")
    stored = (tmp_path / "a.ipynb").read_text(encoding="utf-8")
    assert "data-worksite" in stored
    assert VIEW not in stored and '"widgets"' not in stored


def test_configuration_enables_the_extension() -> None:
    config = json.loads((ROOT / "src/jupyter/server/worksite.json").read_text(encoding="utf-8"))
    assert config == {"ServerApp": {"jpserver_extensions": {"worksite.server": True}}}


def _overrides() -> dict[str, Any]:
    text = (ROOT / "src/jupyter/lab/worksite.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_lab_sends_nothing_out() -> None:
    news = _overrides()["@jupyterlab/apputils-extension:notification"]
    assert news == {"fetchNews": "false", "checkForUpdates": False}


def test_the_one_letter_edit_keys_are_off() -> None:
    listed = _overrides()["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    off = {" ".join(each["keys"]) for each in listed if each.get("disabled")}
    assert set("ABXCVZMYRJK123456") <= off
    assert {"D D", "Shift M", "Shift Z", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"} <= off


def test_arrows_still_walk_from_cell_to_cell_when_the_cell_itself_has_focus() -> None:
    listed = _overrides()["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    on = [each for each in listed if not each.get("disabled")]
    assert {each["keys"][0] for each in on} == {"ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"}
    assert all(each["selector"].endswith(".jp-Cell:focus") for each in on)


def test_every_switched_off_shortcut_is_one_that_lab_has() -> None:
    lab = pytest.importorskip("jupyterlab")
    place = Path(lab.__file__).parent / "schemas/@jupyterlab/notebook-extension/tracker.json"
    if not place.is_file():
        import sys

        place = Path(sys.prefix) / "share/jupyter/lab/schemas"
        place = place / "@jupyterlab/notebook-extension/tracker.json"
    known = json.loads(place.read_text(encoding="utf-8"))["jupyter.lab.shortcuts"]
    real = {(each["command"], tuple(each["keys"]), each["selector"]) for each in known}
    listed = _overrides()["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    off = [each for each in listed if each.get("disabled")]
    strange = [e for e in off if (e["command"], tuple(e["keys"]), e["selector"]) not in real]
    assert strange == []
    # No plain key that reaches a focused link, button or fold may be left on.
    left = [
        each
        for each in known
        if ":not(.jp-mod-readWrite) :focus" in each["selector"]
        and each["keys"]
        and not any(mod in each["keys"][0] for mod in ("Accel", "Alt"))
        and {"command": each["command"], "keys": each["keys"]}
        not in [{"command": e["command"], "keys": e["keys"]} for e in off]
    ]
    assert left == []
