"""The wheel works without the checkout, beside older Jupyter packages, and replaces none."""

from __future__ import annotations

import json
import os
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


def test_it_replaces_nothing_and_shows_a_quiz(wheel: Path, tmp_path: Path) -> None:
    uv = [sys.executable, "-m", "uv"]
    run(*uv, "venv", "--quiet", "--python", sys.executable, "old", cwd=tmp_path)
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = str(tmp_path / "old" / folder / "python")
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
