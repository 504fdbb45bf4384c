"""Every test of the course, in the order in which a failure is cheapest to find.

Run by `python3 course.py test`; `python3 course.py test unit notebooks` runs only those steps.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
NBVAL = ["--nbval", "--nbval-current-env", "--nbval-cell-timeout=30"]

STEPS = {
    "lint": [
        [sys.executable, "-m", "ruff", "check", "."],
        [sys.executable, "-m", "ruff", "format", "--check", "."],
    ],
    "types": [[sys.executable, "-m", "mypy"]],
    # Coverage is measured here, in one process: it reads 0 % through xdist and kernels.
    "unit": [
        [*PYTEST, "tests", "--ignore=tests/browser", "--cov", "--cov-report=term"],
        [sys.executable, "-m", "coverage", "report", "--fail-under=95", "--format=total"],
        [sys.executable, "-m", "coverage", "report", "--fail-under=100", "--format=total"]
        + ["--include=*/worksite/models/*,*/worksite/quiz/grading.py,*/worksite/quiz/numbers.py"],
    ],
    "check": [[sys.executable, "-m", "worksite", "check"]],
    "notebooks": [[*PYTEST, *NBVAL, "-n", "2", "--dist", "loadscope", "notebooks"]],
    "browser": [[*PYTEST, "tests/browser"]],
}


def main(wanted: list[str]) -> int:
    """Run the wanted steps (all when none is named); return how many commands failed."""
    unknown = [name for name in wanted if name not in STEPS]
    if unknown:
        print(f"No step {', '.join(unknown)}. Steps: {', '.join(STEPS)}.")
        return 2
    failed = []
    # An empty home: nothing stored may depend on what a learner did on this machine.
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "WORKSITE_HOME": home, "PYTHONHASHSEED": "0"}
        for name in wanted or STEPS:
            for command in STEPS[name]:
                print(f"\n== {name}: {' '.join(Path(w).name for w in command[:6])} ...", flush=True)
                if subprocess.call(command, cwd=ROOT, env=env):
                    failed.append(name)
    print("\nAll steps passed." if not failed else f"\nFailed: {', '.join(dict.fromkeys(failed))}.")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
