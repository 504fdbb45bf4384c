"""Widget modules in a plain page of 127.0.0.1 under a strict policy, with a kernel to order."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from worksite.faces.modules import bundle, styles
from worksite.resources import path

_HERE = Path(__file__).parent
_POLICY = (
    "default-src 'none'; script-src 'self'{blob}; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Widgets</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/styles.css"><link rel="stylesheet"
href="/page.css"><script type="module" src="/harness.js"></script></head>
<body data-jp-theme-light="{light}"><main><h1>Lesson</h1><div id="views"></div></main></body></html>
"""
_PAGE_CSS = (
    "body {background: var(--ws-paper); color: var(--ws-ink); font: 16px var(--ws-font);"
    " margin: 12px;} h1 {font-size: 20px; margin: 0 0 8px}"
)


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, files: dict[str, str], *args: Any) -> None:
        self.files = files
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer from the given files, else from the widgets' own folder."""
        name = self.path.partition("?")[0]
        body = self.files.get(name)
        if body is None and name.startswith("/widgets/"):
            file = path("assets", "widgets", Path(name).name)
            body = file.read_text("utf-8") if file.is_file() else None
        data = (body or "").encode()
        self.send_response(404 if body is None else 200)
        kind = _KINDS.get(Path(name).suffix, "text/html")
        self.send_header("Content-Type", f"{kind};charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        blob = " blob:" if "blob=1" in self.path else ""
        if "policy=0" not in self.path:
            self.send_header("Content-Security-Policy", _POLICY.format(blob=blob))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(files: dict[str, str]) -> Iterator[str]:
    """Serve ``files`` (path -> text) and the widgets' folder; yields the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, files))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Bench:
    """Opens widgets in fresh pages of one browser and hears what goes wrong in them."""

    def __init__(self, chromium: Any, address: str, files: dict[str, str]) -> None:
        self.chromium = chromium
        self.address = address
        self.files = files
        self.troubles: list[str] = []
        self.contexts: list[Any] = []

    def page(self, width: int = 900, scripts: bool = True) -> Any:
        """A new page with storage of its own, so many pixels wide."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts
        )
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", self._console)
        return page

    def _console(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.troubles.append(message.text)

    def open(
        self, spec: dict[str, Any], *, module: str = "quiz.js", state: dict[str, Any] | None = None,
        views: int = 1, kernel: str = "disk", dark: bool = False, blob: bool = False,
        width: int = 900, sheets: tuple[str, ...] = ("kit.css", "quiz.css"), clock: bool = False,
        policy: bool = True,
    ) -> Any:  # fmt: skip
        """A page showing ``spec``; ``kernel``: disk, memory, silent, refuses, throws, rejects."""
        given = {"spec": spec, "state": state or {}, "views": views, "kernel": kernel}
        given |= {"module": f"/widgets/{module}", "bundle": "/bundle.js" if blob else None}
        self.files["/given.json"] = json.dumps(given)
        self.files["/bundle.js"] = bundle(module)
        self.files["/styles.css"] = styles("tokens.css", *sheets)
        self.files["/page.html"] = _PAGE.format(light=str(not dark).lower())
        page = self.page(width)
        if clock:
            page.clock.install()
        more = "&blob=1" * blob + "&policy=0" * (not policy)
        page.goto(f"{self.address}/page.html?data=/given.json{more}")
        page.wait_for_selector("body[data-ready]")
        if clock:  # from here time passes only when a test says so, however slow the machine
            page.clock.pause_at(page.evaluate("Date.now() / 1000 + 1"))
        return page

    def close(self) -> None:
        """Close what was opened for one test."""
        for context in self.contexts:
            context.close()


@contextmanager
def bench(chromium: Any) -> Iterator[Bench]:
    """A bench for one test; the test fails when a page had an error or broke the policy."""
    files = {"/harness.js": (_HERE / "harness.js").read_text("utf-8"), "/page.css": _PAGE_CSS}
    with served(files) as address:
        made = Bench(chromium, address, files)
        try:
            yield made
        finally:
            made.close()
        assert not made.troubles, made.troubles


def faults(page: Any, within: str = "#views") -> list[str]:
    """What axe-core finds, a line each."""
    import axe_playwright_python

    script = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
    page.evaluate(script)
    found = page.evaluate("(within) => axe.run(within)", within)["violations"]
    return [
        f"{one['id']}: {node['html']} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]
