"""Renew both locks and environment.yml: `python3 course.py lock`.

Locks hold every version and hash for every platform and no index address, so that a campus
mirror serves as well. environment.yml repeats the course lock without hashes, for conda and Binder.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = "# Renewed by: python3 course.py lock\n"
LOCKS = {"course": "requirements.lock", "test": "requirements-test.lock"}


def pins(lock: str) -> list[str]:
    """The requirements of a lock's text, a line each, without hashes and comments."""
    lines = [line.split(" \\")[0].rstrip() for line in lock.splitlines()]
    return [line for line in lines if re.match(r"[A-Za-z0-9]", line)]


def environment(lock: str) -> str:
    """Text of environment.yml for the text of the course lock."""
    listed = "".join(f"      - {quoted(pin)}\n" for pin in [*pins(lock), "-e ."])
    return (
        HEAD + "name: worksite\nchannels:\n  - conda-forge\n"
        "dependencies:\n  - python=3.12\n  - pip\n  - pip:\n" + listed
    )


def quoted(pin: str) -> str:
    """A pin as a YAML scalar; markers hold characters YAML would read otherwise."""
    return '"' + pin.replace('"', "'") + '"' if ";" in pin else pin


def main(*upgrade: str) -> None:
    """Write the locks (kept pins unless --upgrade is given) and environment.yml."""
    for group, name in LOCKS.items():
        words = ["pip", "compile", "pyproject.toml", "--group", group, "--universal"]
        words += ["--generate-hashes", "--python-version", "3.11", "--no-annotate", "--no-header"]
        words += ["--no-emit-index-url", "--quiet", "--output-file", name, *upgrade]
        subprocess.run([sys.executable, "-m", "uv", *words], cwd=ROOT, check=True)
        target = ROOT / name
        target.write_text(HEAD + target.read_text(encoding="utf-8").removeprefix(HEAD), "utf-8")
    lock = (ROOT / LOCKS["course"]).read_text(encoding="utf-8")
    (ROOT / "environment.yml").write_text(environment(lock), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
