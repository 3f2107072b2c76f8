"""Refuse every connection this process tries to make, by an audit hook: nothing leaves the machine."""

from __future__ import annotations

import sys

#: Audit events of the socket module that reach, or ask for, another machine; see the table in Python's documentation.
REACHING = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
    }
)


class ConnectionForbidden(ConnectionRefusedError):
    """A connection was refused before it was made."""


class Guard:
    """Refuses connections from `install` on; `refused` lists what was tried, for the status bar and for tests."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        self._installed = False

    def install(self) -> None:
        """Add the hook; Python offers no way to take it away again, and that is the point."""
        if not self._installed:
            sys.addaudithook(self._see)
            self._installed = True

    def _see(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in REACHING:
            # urllib3 binds a socket of its own to learn whether there is IPv6: no connection, so nothing to tell.
            if event != "socket.bind":
                self.refused.append(f"{event.removeprefix('socket.')} {arguments[-1]!r}")
            raise ConnectionForbidden(f"Vis-à-vis makes no connection ({event})")
