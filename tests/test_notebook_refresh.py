"""Execution of notebooks: what is stored, that twice is once, and how faults are told."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from small_notebooks import code, markdown, write

from worksite.notebook import refresh as room
from worksite.notebook.refresh import refresh
from worksite.resources import CourseError

pytest.importorskip("nbclient")


REAL_EXPANDER = room._expander


@pytest.fixture(autouse=True)
def _plain_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    def expand(text: str) -> str:
        return text.replace("[E-01] ", "[E-01](https://doi.org/10.1/x) ")

    monkeypatch.setattr(room, "_expander", lambda: expand)


def cells(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return found


def test_a_lesson_is_run_in_this_python_with_an_empty_home(tmp_path: Path) -> None:
    file = write(
        tmp_path / "05_small.ipynb",
        [
            markdown("# A [E-01] claim", ""),
            code("import os, sys\nprint(sys.executable)", "python", None),
            code("print(sorted(os.listdir(os.path.dirname(os.environ['WORKSITE_HOME']))))", "home"),
            code("os.environ['PYTHONHASHSEED'], os.path.basename(os.getcwd())", "seed", None),
            code(
                "class W:\n"
                "    def _repr_mimebundle_(self, **kw):\n"
                "        return {'application/vnd.jupyter.widget-view+json': {'model_id': 'a'},\n"
                "                'text/html': '<p>still</p>', 'text/plain': 'still'}\nW()",
                "widget",
            ),
        ],
    )
    assert refresh(file) is True
    text, python, home, seed, widget = cells(file)
    assert "".join(text["source"]) == "# A [E-01](https://doi.org/10.1/x) claim"
    assert python["outputs"][0]["text"] == [sys.executable + "\n"]
    assert "learner" not in home["outputs"][0]["text"][0]
    assert seed["outputs"][0]["data"]["text/plain"] == [f"('0', '{tmp_path.name}')"]
    assert set(widget["outputs"][0]["data"]) == {"text/html", "text/plain"}
    assert [each["execution_count"] for each in (python, home, seed, widget)] == [1, 2, 3, 4]
    content = file.read_bytes()
    assert content.endswith(b"}\n") and b"\r" not in content

    assert refresh(file) is False
    assert file.read_bytes() == content


def test_the_ledger_expands_the_citations() -> None:
    assert REAL_EXPANDER()("no citation") == "no citation"
    with pytest.raises(CourseError, match="Z-99"):
        REAL_EXPANDER()("[Z-99]")


def test_a_failing_cell_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    file = write(
        tmp_path / "05_small.ipynb", [code("1", "good"), code("{}['colour']\n2", "bad-one")]
    )
    before = file.read_bytes()
    with pytest.raises(CourseError) as caught:
        refresh(file)
    assert str(caught.value) == (
        "05_small.ipynb, cell bad-one: KeyError: 'colour'. "
        "Mend the cell, then refresh again. Nothing was written."
    )
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_an_error_without_words_is_named_too(tmp_path: Path) -> None:
    file = write(tmp_path / "a.ipynb", [code("raise ValueError", "bad")])
    with pytest.raises(CourseError, match=r"^a.ipynb, cell bad: ValueError:?\. Mend"):
        refresh(file)


def test_a_cell_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "TIMEOUT", 1)
    file = write(tmp_path / "a.ipynb", [code("import time; time.sleep(60)", "slow")])
    with pytest.raises(CourseError, match="cell slow: ran longer than 1 seconds"):
        refresh(file)


def test_a_kernel_that_dies_is_told(tmp_path: Path) -> None:
    file = write(tmp_path / "a.ipynb", [code("import os; os._exit(1)", "fatal")])
    with pytest.raises(CourseError, match=r"cell fatal: the kernel died\. Run the cell by hand"):
        refresh(file)


def test_the_kernels_log_is_not_the_authors(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "a.ipynb", [code("import os; os.write(2, b'noise\\n')", "loud")])
    refresh(file)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("content", ["[]", "no json", '{"cells": 3, "nbformat": 4}'])
def test_a_file_that_is_no_notebook(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.ipynb"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CourseError, match=r"^a.ipynb: not a notebook"):
        refresh(file)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "nbformat", None)
    with pytest.raises(CourseError, match="nbformat is not installed"):
        refresh(write(tmp_path / "a.ipynb", [code("1")]))
