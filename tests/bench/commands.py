"""Timings of whole commands, each beside its rival, in turn, so that a noisy machine is fair."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from lab import TOKEN, free_port

ROOT = Path(__file__).resolve().parents[2]
OURS = "import worksite; from worksite import quiz; q = quiz('03'); q._repr_mimebundle_()"
RIVAL = "import ipywidgets, matplotlib.pyplot"
# What a kernel has loaded before a learner's first line runs.
BARE = "import ipykernel.ipkernel, ipykernel.zmqshell, comm, traitlets"


def median(values: list[float]) -> float:
    """Middle of the values."""
    return statistics.median(values)


def in_turn(one: object, other: object, times: int) -> tuple[list[float], list[float]]:
    """Time two functions in turn, once unheard first; seconds of each run."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for number in range(times + 1):
        for which, action in enumerate((one, other)):
            begin = time.perf_counter()
            action()  # type: ignore[operator]
            if number:
                seconds[which].append(time.perf_counter() - begin)
    return seconds


def _after_kernel(code: str) -> float:
    timed = f"import time; {BARE}; t = time.perf_counter(); {code}; print(time.perf_counter() - t)"
    done = subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def imports(times: int) -> tuple[float, float]:
    """Seconds over a bare kernel: the course and its first quiz; ipywidgets and pyplot."""
    ours, rival = [], []
    for number in range(times + 1):
        for code, seconds in ((OURS, ours), (RIVAL, rival)):
            spent = _after_kernel(code)
            if number:
                seconds.append(spent)
    return median(ours), median(rival)


def _start(words: list[str], port: int, cwd: Path) -> None:
    words = [*words, "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    words += [f"--IdentityProvider.token={TOKEN}", "--ServerApp.port_retries=0"]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        words, cwd=cwd, stdout=quiet, stderr=quiet, env=dict(os.environ), start_new_session=True
    )
    try:
        while process.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/lab?token={TOKEN}", timeout=5)
                return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError(f"did not start: {' '.join(words)}")
    finally:
        # course.py waits for a Lab of its own: both end, or each run would leave a server behind.
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
        process.wait(20)


def starts(times: int) -> tuple[float, float]:
    """Seconds until the Lab page is served: `course.py` already set up; bare `jupyter lab`."""
    mine = ROOT / "my-course"
    mine.mkdir(exist_ok=True)
    bare = [sys.executable, "-m", "jupyterlab", "--ServerApp.ip=127.0.0.1"]
    ours, rival = in_turn(
        lambda: _start([sys.executable, str(ROOT / "course.py"), "open"], free_port(), ROOT),
        lambda: _start(bare, free_port(), mine),
        times,
    )
    return median(ours), median(rival)


def nbval(notebook: Path) -> float:
    """Seconds of one strict nbval run of a notebook."""
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval"]
    words += ["--nbval-current-env", "--nbval-cell-timeout=30", str(notebook)]
    begin = time.perf_counter()
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:])
    return time.perf_counter() - begin
