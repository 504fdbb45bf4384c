"""Execute lesson notebooks and write them in their committed form."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from worksite.notebook.normalise import normalise
from worksite.resources import CourseError

TIMEOUT = 30  # seconds a cell


def _need(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise CourseError(
            f"{name} is not installed. Run 'python3 course.py test' once, or 'pip install {name}'."
        ) from None


def _kernel_manager() -> type:
    """A kernel manager that starts this very Python, whatever kernels the machine has."""
    _need("nbclient")
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from traitlets import default

    class ThisPython(KernelSpecManager):
        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            return KernelSpec(argv=argv, display_name=kernel_name, language="python")

    class Manager(AsyncKernelManager):
        @default("kernel_spec_manager")
        def _this_python(self) -> KernelSpecManager:
            return ThisPython(parent=self)

    return Manager


def _environment(home: Path) -> dict[str, str]:
    """What the kernel sees: nobody's answers, no start-up files, one hash seed."""
    return {
        **os.environ,
        "WORKSITE_HOME": str(home / "learner"),
        "IPYTHONDIR": str(home / "ipython"),
        "PYTHONHASHSEED": "0",
    }


def _clear(cell: Any) -> None:
    if cell["cell_type"] == "code":
        cell["outputs"], cell["execution_count"] = [], None


def execute(notebook: Any, folder: Path, name: str) -> None:
    """Run every code cell in a fresh kernel of this Python, outputs stored in place.

    Raises CourseError naming notebook, cell id and error for the first cell that fails or takes
    longer than 30 seconds.
    """
    client_module = _need("nbclient")
    failures = _need("nbclient.exceptions")
    for cell in notebook["cells"]:
        _clear(cell)
    current: list[str] = [""]

    def note(cell: Any, cell_index: int) -> None:  # noqa: ARG001 - nbclient passes both by name
        current[0] = cell["id"]

    with tempfile.TemporaryDirectory(prefix="worksite-") as home:
        client = client_module.NotebookClient(
            notebook,
            timeout=TIMEOUT,
            kernel_name="python3",
            kernel_manager_class=_kernel_manager(),
            resources={"metadata": {"path": str(folder)}},
            store_widget_state=False,
            record_timing=False,
            on_cell_start=note,
        )
        try:
            # The kernel's own log lines would drown the one line that matters.
            client.execute(env=_environment(Path(home)), stderr=subprocess.DEVNULL)
        except failures.CellExecutionError as error:
            what = f"{error.ename}: {error.evalue}".strip().splitlines()
            raise CourseError(
                f"{name}, cell {current[0]}: {what[0] if what else error.ename}. "
                "Mend the cell, then refresh again. Nothing was written."
            ) from None
        except failures.DeadKernelError:
            raise CourseError(
                f"{name}, cell {current[0]}: the kernel died. Run the cell by hand to see why. "
                "Nothing was written."
            ) from None
        except failures.CellTimeoutError:
            raise CourseError(
                f"{name}, cell {current[0]}: ran longer than {TIMEOUT} seconds. Make it lighter. "
                "Nothing was written."
            ) from None


def _expander() -> Callable[[str], str]:
    from worksite.evidence import expand

    return expand


def refreshed(source: str, folder: Path, name: str) -> str:
    """The committed text of a notebook: citations linked, executed, normalised."""
    nbformat = _need("nbformat")
    try:
        notebook = nbformat.reads(source, as_version=4)
    except (ValueError, TypeError, AttributeError, KeyError, nbformat.ValidationError):
        raise CourseError(
            f"{name}: not a notebook. Restore it from the last good version."
        ) from None
    expand = _expander()
    for cell in notebook["cells"]:
        cell.setdefault("metadata", {})
        if cell["cell_type"] == "markdown":
            cell["source"] = expand(cell["source"])
    normalise(notebook)
    execute(notebook, folder, name)
    normalise(notebook)
    return str(nbformat.writes(notebook, version=4)).rstrip("\n") + "\n"


def refresh(file: Path) -> bool:
    """Refresh one notebook file. True when its text changed; a failing one is left alone."""
    before = file.read_text(encoding="utf-8")
    after = refreshed(before, file.parent, file.name)
    if after == before:
        return False
    part = file.with_suffix(".ipynb.part")
    part.write_text(after, encoding="utf-8", newline="\n")
    part.replace(file)
    return True
