"""Every room keeps to its one job: who may import whom, and how long a file may grow."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "worksite"

# The rooms of the layout (see CONTRIBUTING.md) and the rooms each may import.
COMMON = {"resources", "faces"}
WRITES = COMMON | {"outputs"}
MAY = {
    "resources": set(),
    "faces": {"resources"},
    "outputs": {"resources"},
    "evidence": COMMON,
    "progress": WRITES | {"lessons", "quiz"},  # its view, loaded when it is shown
    "lessons": COMMON | {"evidence"},
    "models": set(),
    "quiz": COMMON | {"evidence", "progress", "lessons"},
    "beliefs": COMMON | {"evidence", "progress", "lessons", "quiz"},
    "figures": COMMON | {"models", "evidence"},
    "explorables": COMMON | {"models", "figures", "evidence"},
    "notebook": COMMON | {"lessons", "quiz", "beliefs", "evidence"},
    "server": {"notebook"},
    "packed": set(),
    "handout": set(),
    "pack": {"resources", "packed", "outputs"},
    "site": WRITES
    | {"lessons", "quiz", "beliefs", "explorables", "progress", "evidence", "figures"},
    "teach": WRITES | {"lessons", "quiz", "evidence", "site", "notebook"},
}
FREE = {"cli", "__init__", "__main__"}


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{a.name}" for a in node.names]
        found |= {n.split(".")[1] for n in names if n.startswith("worksite.")}
    return found


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_a_room_imports_only_what_it_may(file: Path) -> None:
    name = room(file)
    if name in FREE:
        return
    assert name in MAY, f"{name} has no place in the layout; give it one first"
    assert imported(file) - {name} <= MAY[name]


@pytest.mark.parametrize(
    "file",
    [f for f in [*FILES, *ROOT.glob("*.py"), *(ROOT / "tests").rglob("*.py"),
                 *(ROOT / "assets" / "widgets").glob("*")] if f.is_file()],
    ids=lambda f: str(f.relative_to(ROOT)),
)  # fmt: skip
def test_no_file_grows_beyond_about_300_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 320


def test_importing_the_course_loads_nothing_heavy() -> None:
    code = "import sys, worksite; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"matplotlib", "numpy", "anywidget", "yaml"} & set(done.stdout.split())


def test_the_first_quiz_loads_no_drawing_and_no_numbers() -> None:
    code = "import sys; from worksite import quiz; quiz('03'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"matplotlib", "numpy", "msgspec.json_schema"} & set(done.stdout.split())


def test_no_committed_file_names_a_registry_or_this_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    banned = ["pypi" + ".org", "files.python" + "hosted", "registry.npm" + "js", "/" + "work/main"]
    for name in filter(None, listed):
        text = (ROOT / name).read_bytes().decode("utf-8", "ignore")
        assert not [word for word in banned if word in text], name
