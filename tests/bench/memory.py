"""Memory of a kernel and sizes of what is stored and sent."""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from pathlib import Path

import nbformat
import psutil
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
RIVAL = "import ipywidgets, matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"


def _kernel(notebook: nbformat.NotebookNode, cwd: str) -> float:
    """Resident megabytes of a kernel after it has run a notebook."""
    client = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": cwd}})
    with client.setup_kernel(stderr=subprocess.DEVNULL):
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
        return float(psutil.Process(client.km.provisioner.pid).memory_info().rss / 2**20)


def kernels() -> tuple[float, float]:
    """Resident megabytes: after all of lesson 03; after ipywidgets and one pyplot figure."""
    lesson = nbformat.read(next((ROOT / "notebooks").glob("03_*.ipynb")), as_version=4)
    rival = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(RIVAL)])
    with tempfile.TemporaryDirectory() as cwd:
        return _kernel(lesson, cwd), _kernel(rival, cwd)


def sizes() -> list[tuple[str, float]]:
    """Kilobytes of each notebook as stored, and of each widget's script and styles as sent."""
    from worksite import explore, quiz
    from worksite.faces.live import source

    found = [
        (f"stored {path.name}", path.stat().st_size / 1000)
        for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
    ]
    for name, widget in (("quiz", quiz("03")), ("explorable", explore("03/size"))):
        held = source(widget.module, widget.sheets)
        found.append((f"{name}: script, sent once per kernel", len(held.code.encode()) / 1000))
        found.append((f"{name}: styles, sent once per kernel", len(held.styles.encode()) / 1000))
        table = gzip.compress(json.dumps(widget.spec).encode(), mtime=0)
        found.append((f"{name}: data sent, gzipped", len(table) / 1000))
    return found
