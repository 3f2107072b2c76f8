"""A web server that behaves well or badly depending on the path: `python package_host.py FILE` prints its port.

It is a separate process because the tests' process may be guarded, and must not listen.
"""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

DATA = Path(sys.argv[1]).read_bytes() if __name__ == "__main__" else b""
seen: list[str] = []


class Host(BaseHTTPRequestHandler):
    """Serves DATA at /whole, and in broken ways elsewhere."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        seen.append(f"{self.path} {start}")
        name = self.path.strip("/").split("?")[0]
        getattr(self, f"get_{name}", self.get_404)(start)

    def send(self, body: bytes, status: int = 200, length: int | None = None, kind: str = "application/zip") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def get_whole(self, start: int) -> None:
        self.send(DATA[start:], 206 if start else 200)

    def get_norange(self, start: int) -> None:
        self.send(DATA)

    def get_cut(self, start: int) -> None:
        """Send a third of the data, then close the connection."""
        self.send(DATA[start : start + len(DATA) // 3], 206 if start else 200, len(DATA) - start)
        self.close_connection = True

    def get_cutonce(self, start: int) -> None:
        (self.get_whole if start else self.get_cut)(start)

    def get_hangs_up(self, start: int) -> None:
        """Send the beginning, and nothing when asked to resume."""
        self.send(b"" if start else DATA[:1000], 206 if start else 200, len(DATA) - start)
        self.close_connection = True

    def get_always_cut(self, start: int) -> None:
        self.send(b"", 200, len(DATA))
        self.close_connection = True

    def get_wrong(self, start: int) -> None:
        self.send(DATA[:-1] + bytes([DATA[-1] ^ 1]))

    def get_short(self, start: int) -> None:
        self.send(DATA[:100])

    def get_long(self, start: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/zip")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(DATA + b"more")
        self.close_connection = True

    def get_html(self, start: int) -> None:
        self.send(b"<!doctype html><p>Please log in.", kind="text/html; charset=utf-8")

    def get_404(self, start: int) -> None:
        self.send(b"", 404)

    def get_500(self, start: int) -> None:
        self.send(b"", 500)

    def get_loop(self, start: int) -> None:
        self.redirect("/loop")

    def get_moved(self, start: int) -> None:
        self.redirect("/whole")

    def get_elsewhere(self, start: int) -> None:
        self.redirect("http://elsewhere.invalid/whole")

    def redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def get_index(self, start: int) -> None:
        here = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
        rows = [
            {"from_code": "de", "to_code": "en", "package_version": "9", "links": [f"{here}/404"]},
            {"from_code": "fr", "to_code": "en", "package_version": "1.9", "links": ["ipfs://x", f"{here}/whole"]},
        ]
        self.send(json.dumps(rows).encode(), kind="application/json")

    def get_seen(self, start: int) -> None:
        self.send(json.dumps(seen[:-1]).encode(), kind="application/json")

    def log_message(self, *_: object) -> None:
        """Log nothing."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    print(server.server_port, flush=True)
    server.serve_forever()
