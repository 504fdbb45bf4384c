"""Binder builds the course from ``environment.yml`` alone: asked of what builds there, offline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def plan() -> str:
    """What repo2docker would build of this checkout. It needs no Docker to say so."""
    words = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout + done.stderr


def test_the_conda_build_takes_the_course(plan: str) -> None:
    assert 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"' in plan
    # No other file of ours steers the build, and the course is there before it is installed.
    steps = [line for line in plan.splitlines() if not line.startswith("#")]
    assert not [line for line in steps if "requirements.txt" in line or "/postBuild" in line]
    assert plan.index("src/ ${REPO_DIR}/") < plan.index("env update")


def test_it_never_runs_as_root(plan: str) -> None:
    steps = [line for line in plan.splitlines() if line.startswith(("USER", "CMD"))]
    assert steps[-2] == "USER ${NB_USER}"
    assert steps[-1].startswith("CMD")


def test_the_environment_installs_the_course_itself() -> None:
    lines = (ROOT / "environment.yml").read_text("utf-8").splitlines()
    assert lines[-1].strip() == "- -e ."
    assert any(line.startswith("  - python=3.") for line in lines)
