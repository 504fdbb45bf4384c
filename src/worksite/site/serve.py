"""Shows the edition on this machine, as any static host would: compressed, and only here."""

from __future__ import annotations

import errno
import gzip
import http.server
import os
from functools import partial
from pathlib import Path
from typing import Any

from worksite.resources import CourseError

HOST = "127.0.0.1"
PACKED = {".html", ".css", ".js", ".json"}
TYPES = {".js": "text/javascript", ".json": "application/json", ".css": "text/css"}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of one folder; texts are sent gzipped to those who take it."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012

    def do_GET(self) -> None:
        """Send a text gzipped; anything else as the standard server does."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file = file / "index.html"
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (takes and file.is_file() and file.suffix in PACKED and not self._redirects()):
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirects(self) -> bool:
        """A folder asked for without its last stroke: relative links would lead astray."""
        bare = self.path.partition("?")[0]
        return not bare.endswith("/") and Path(self.translate_path(bare)).is_dir()

    def end_headers(self) -> None:
        """Ask again at each visit: an edition that was built anew is shown anew."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """The standard server; on Windows it leaves a port alone that another one listens at."""

    allow_reuse_address = os.name != "nt"


def server(folder: Path, port: int = 0) -> http.server.ThreadingHTTPServer:
    """A server of ``folder`` on this machine only; port 0 takes a free one.

    It holds the port at once, so that it can be asked for before the pages are made.
    CourseError for a port that is taken, forbidden or no port at all.
    """
    free = "Use --port 0 for a free one."
    if not 0 <= port <= 65535:
        raise CourseError(f"There is no port {port}. {free}")
    try:
        return Server((HOST, port), partial(Handler, directory=str(folder)))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CourseError(f"Port {port} is taken. {free}") from None
        raise CourseError(f"Port {port} can't be used ({error.strerror}). {free}") from None
