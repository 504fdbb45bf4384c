"""A real JupyterLab in a real browser, for the tests: started, driven, looked at, ended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "course-tests"


def free_port() -> int:
    """A port of this machine nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(
    folder: Path, home: Path, port: int | None = None, words: Sequence[str] = ("--allow-root",)
) -> Iterator[str]:
    """JupyterLab over ``folder`` with the learner's files in ``home``; yields its address.

    The application object is exposed to the page so that tests can run commands by name; nothing
    else differs from what a learner starts.
    """
    with started(folder, home, port or free_port(), words=words) as (address, _):
        yield address


@contextmanager
def started(
    folder: Path,
    home: Path,
    port: int,
    base: str = "/",
    words: Sequence[str] = (),
    before: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    **as_whom: Any,
) -> Iterator[tuple[str, int]]:
    """JupyterLab under a path, as some user, with more of its environment; address and process.

    ``before`` are words before the command line; ``as_whom`` goes to ``subprocess.Popen``.
    """
    words = [*before, sys.executable, "-m", "jupyterlab", "--no-browser", *words]
    words += ["--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    words += [f"--ServerApp.root_dir={folder}", f"--IdentityProvider.token={TOKEN}"]
    words += ["--LabApp.expose_app_in_browser=True", f"--ServerApp.base_url={base}"]
    env = {**os.environ, "WORKSITE_HOME": str(home), "HOME": str(home), **(env or {})}
    env |= {"JUPYTER_CONFIG_DIR": str(home / "config"), "JUPYTER_DATA_DIR": str(home / "data")}
    log = (home / "lab.log").open("ab")
    process = subprocess.Popen(words, cwd=folder, env=env, stdout=log, stderr=log, **as_whom)
    try:
        address = f"http://127.0.0.1:{port}{base}".rstrip("/")
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=2)
                break
            except OSError:
                if process.poll() is not None:
                    raise RuntimeError((home / "lab.log").read_text("utf-8")[-2000:]) from None
                time.sleep(0.25)
        yield address, process.pid
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
        log.close()


class Notebook:
    """One open notebook in one page."""

    def __init__(
        self, page: Any, address: str, name: str, outside: list[str] | None = None
    ) -> None:
        self.page = page
        self.outside = [] if outside is None else outside
        self.errors: list[str] = []
        page.on("request", lambda r: self._note(r.url, address))
        page.on("websocket", lambda socket: self._note(socket.url, address))
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(f"{address}/lab/tree/{name}?token={TOKEN}&reset")
        page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell", timeout=90_000)
        page.wait_for_function("window.jupyterapp !== undefined")
        self.name = name

    def _note(self, url: str, address: str) -> None:
        local = (f"{address}/", f"{address}/".replace("http", "ws", 1), "data:", "blob:", "about:")
        if not url.startswith(local):
            self.outside.append(url)

    def command(self, name: str, **args: Any) -> None:
        """Run one of Lab's commands by its name."""
        self.page.evaluate("([n, a]) => window.jupyterapp.commands.execute(n, a)", [name, args])

    def widget(self, script: str, *args: Any) -> Any:
        """Evaluate ``(panel, ...args) => …`` on the open notebook panel."""
        body = f"(args) => ({script})(window.jupyterapp.shell.currentWidget, ...args)"
        return self.page.evaluate(body, list(args))

    def run_all(self) -> None:
        """Run every cell and wait until the kernel is idle and nothing is left to run."""
        self.wait_idle()
        self.command("notebook:run-all-cells")
        self.wait_idle()

    def wait_idle(self) -> None:
        """Wait until the kernel is idle and no cell shows a star."""
        self.page.wait_for_function(
            """() => {
              const panel = window.jupyterapp.shell.currentWidget;
              const kernel = panel?.sessionContext?.session?.kernel;
              const cells = [...(panel?.content?.widgets ?? [])];
              return kernel?.status === "idle"
                && cells.every((c) => c.model.executionState !== "running")
                && ![...document.querySelectorAll(".jp-InputPrompt")]
                  .some((prompt) => prompt.textContent.includes("*"));
            }""",
            timeout=120_000,
        )

    def cells(self) -> list[Any]:
        """Active cell, and ids, kinds and texts of all cells: what typing may not change."""
        return list(
            self.widget(
                "(p) => [p.content.activeCellIndex, ...p.content.widgets.map((c) =>"
                " [c.model.id, c.model.type, c.model.sharedModel.getSource()])]"
            )
        )

    def show_all(self) -> None:
        """Let every cell be rendered: Lab draws far cells only when they come near."""
        count = self.widget("(p) => p.content.widgets.length")
        for index in range(count):
            self.widget("(p, i) => p.content.scrollToItem(i, 'center')", index)
            self.page.wait_for_timeout(15)

    def unroll(self) -> None:
        """Make the window as tall as the notebook, and Lab's body, which has no height, as well.

        Otherwise axe takes all that is scrolled away, or cut off by the body, for hidden.
        """
        panel = "document.querySelector('.jp-Notebook .jp-WindowedPanel-outer')"
        tall = int(self.page.evaluate(f"{panel}.scrollHeight"))
        self.page.set_viewport_size({"width": 1280, "height": tall + 300})
        self.page.wait_for_function(f"{panel}.clientHeight >= {tall}")
        self.page.evaluate(f"{panel}.scrollTop = 0; document.body.style.height = '100vh'")

    def save(self) -> None:
        """Save and wait until the file is written."""
        self.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")

    def theme(self, name: str) -> None:
        """Switch between "JupyterLab Light" and "JupyterLab Dark"."""
        self.command("apputils:change-theme", theme=name)
        light = str("Light" in name).lower()
        self.page.wait_for_selector(f'body[data-jp-theme-light="{light}"]', state="attached")
