"""One table: each figure of the course beside its rival, measured in the same run.

`python3 course.py bench` (add `--slow` for a server 120 ms away, `--quick` for fewer runs, `--web`
for the web edition and its rivals alone).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "browser")]

import commands  # noqa: E402
import memory  # noqa: E402
import nbformat  # noqa: E402
import slider  # noqa: E402
import web  # noqa: E402

ROOT = HERE.parents[1]


def row(what: str, ours: float, rival_name: str, rival: float, unit: str) -> None:
    """Print one figure, its rival and their ratio."""
    ratio = f"{ours / rival:6.2f}" if rival else "     –"
    print(f"{what:<46} {ours:9.2f} {unit:<3} {rival_name:<34} {rival:9.2f} {unit:<3} {ratio}")


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(prog="course.py bench", description=__doc__)
    ask.add_argument("--slow", action="store_true", help="add a 120 ms round trip to the slider")
    ask.add_argument("--quick", action="store_true", help="fewer runs")
    ask.add_argument("--web", action="store_true", help="only the web edition and its rivals")
    asked = ask.parse_args()
    times, presses = (2, 10) if asked.quick else (7, 40)
    print(f"{'figure':<46} {'ours':>13} {'rival':<34} {'':>13} {'ratio':>6}")
    for what, ours, rival, figure, unit in web.measure(times):
        row(what, ours, rival, figure, unit)
    if not asked.web:
        others(times, presses, asked.slow)


def others(times: int, presses: int, slow: bool) -> None:
    """Start, imports, sliders, nbval, memory and sizes."""
    row("start, already set up", *_named(commands.starts(times), "bare jupyter lab"), "s")
    row("import + first quiz, over a bare kernel",
        *_named(commands.imports(times), "import ipywidgets, pyplot"), "s")  # fmt: skip
    label = ", 120 ms away" if slow else ""
    paints = _named(slider.measure(presses, slow), "interactive_output + pyplot")
    row(f"slider key-press to paint{label}", *paints, "ms")
    with tempfile.TemporaryDirectory() as name:
        empty = Path(name) / "empty.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("")]), empty)
        bare = commands.median([commands.nbval(empty) for _ in range(times)])
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        spent = commands.median([commands.nbval(notebook) for _ in range(max(1, times // 2))])
        row(f"strict nbval, {notebook.stem}", spent, "an empty notebook", bare, "s")
    row(
        "kernel memory, lesson 03 run",
        *_named(memory.kernels(), "ipywidgets + one pyplot figure"),
        "MB",
    )
    for what, kilobytes in memory.sizes():
        print(f"{what:<46} {kilobytes:9.1f} kB")


def _named(pair: tuple[float, float], rival: str) -> tuple[float, str, float]:
    return pair[0], rival, pair[1]


if __name__ == "__main__":
    main()
