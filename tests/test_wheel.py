"""The wheel works without the checkout, beside older Jupyter packages, and replaces none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# What a hosted notebook service had installed for years.
OLDER = ["ipywidgets==7.7.1", "ipython==7.34.0", "ipykernel==6.17.1", "traitlets==5.7.1"]
OLDER += ["matplotlib==3.8.4", "numpy==1.26.4", "pyyaml==6.0.1", "platformdirs==4.2.0"]
SHOW = """
import json
from worksite import quiz, explore, figure, claims
bundle, _ = quiz("03")._repr_mimebundle_()
assert "application/vnd.jupyter.widget-view+json" in bundle
drawn = figure("03/one-scale")._repr_mimebundle_()
assert "<img" in drawn["text/html"]
import worksite
print(json.dumps([bundle["text/plain"], worksite.__file__]))
"""
# A notebook's own code cells, run as a kernel runs them, and every output made.
TAKE = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for notebook in sys.argv[1:]:
    with open(notebook, encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    for cell in cells:
        if cell["cell_type"] == "code":
            done = shell.run_cell("".join(cell["source"]))
            done.raise_error()
            data, _ = shell.display_formatter.format(done.result)
            made = sorted(set(data) & {"text/html", "application/vnd.jupyter.widget-view+json"})
            print(json.dumps(["".join(cell["source"]), made]))
"""


def run(*words: str, cwd: Path) -> str:
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_what_a_lesson_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = "worksite/_data/"
    for needed in ("quizzes/03.yml", "assets/strings.yml", "assets/widgets/quiz.js"):
        assert data + needed in names
    assert data + "notebooks/lessons.yml" in names
    assert any(name.endswith("jupyter_server_config.d/worksite.json") for name in names)
    assert not any(name.startswith(("tests/", "notebooks/")) for name in names)


def environment(place: Path) -> str:
    """The Python of a new environment with nothing in it."""
    run(sys.executable, "-m", "uv", "venv", "--quiet", "--python", sys.executable, "e", cwd=place)
    return str(place / "e" / ("Scripts" if sys.platform == "win32" else "bin") / "python")


def take(python: str, place: Path, *numbers: str) -> dict[str, list[str]]:
    """Run lessons where only the wheel is; what each of their code cells showed."""
    for number in numbers:
        shutil.copy(next((ROOT / "notebooks").glob(f"{number}_*.ipynb")), place / f"{number}.ipynb")
    lines = run(python, "-c", TAKE, *(f"{number}.ipynb" for number in numbers), cwd=place)
    return dict(json.loads(line) for line in lines.splitlines() if line.startswith('["'))


def test_it_replaces_nothing_and_takes_lessons_beside_older_packages(
    wheel: Path, tmp_path: Path
) -> None:
    uv, python = [sys.executable, "-m", "uv"], environment(tmp_path)
    install = [*uv, "pip", "install", "--quiet", "--python", python]
    run(*install, *OLDER, cwd=tmp_path)
    listing = [*uv, "pip", "list", "--format", "json", "--python", python]
    before = {p["name"]: p["version"] for p in json.loads(run(*listing, cwd=tmp_path))}
    run(*install, str(wheel), cwd=tmp_path)
    after = {p["name"]: p["version"] for p in json.loads(run(*listing, cwd=tmp_path))}
    assert {name: after.get(name) for name in before} == before
    assert not {"jupyterlab", "nbval", "hatchling", "uv"} & (set(after) - set(before))
    plain, where = json.loads(run(python, "-c", SHOW, cwd=tmp_path).splitlines()[-1])
    assert "03.1" in plain
    assert str(tmp_path) in where
    live(take(python, tmp_path, "00"))  # with ipywidgets 7


def test_one_install_is_enough_for_lessons_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path)
    words = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", python]
    run(*words, str(wheel), cwd=tmp_path)
    shown = take(python, tmp_path, "00", "06")
    live(shown)
    assert shown['explore("06/repair-site")']
    assert any(cell.startswith("claims(") for cell in shown)


def live(shown: dict[str, list[str]]) -> None:
    """Every cell but the imports showed something, and what answers is a live widget."""
    for cell, made in shown.items():
        call = cell.strip().splitlines()[-1].partition("(")[0]
        widget = ["application/vnd.jupyter.widget-view+json"] * (
            call in {"quiz", "explore", "survey", "progress"}
        )
        assert made == ([] if "import" in call else [*widget, "text/html"]), cell
    assert sum(len(made) == 2 for made in shown.values()) >= 3
