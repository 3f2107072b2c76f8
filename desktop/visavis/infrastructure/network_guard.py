"""The network guard: an audit hook that refuses every connection the user did not ask for."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from visavis.model.message import Message

if TYPE_CHECKING:
    from datetime import datetime

# Audit events of the socket module that contact another machine; see the table in Python's documentation.
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


@dataclass
class Contact:
    """A host contacted at the user's request, and how much data came from it.

    `proxy` is the proxy used, `led` the host it redirected to, `came` the number of bytes received.
    """

    host: str
    when: datetime
    proxy: str = ""
    led: str = ""
    came: int = 0
    told: Callable[[], None] = field(default=lambda: None, repr=False, compare=False)

    def count(self, data: bytes) -> bytes:
        """Count received data and return it."""
        self.came += len(data)
        self.told()
        return data


class Guard:
    """Refuses connections once installed; records refused connections and contacted hosts.

    A permission covers one host in one thread, for the duration of the `with` block; none is given when `offline`.
    `listeners` are called when a host is contacted and when data arrives, in any thread.
    """

    def __init__(self) -> None:
        self.offline = False
        self.refused: list[str] = []
        self.contacts: list[Contact] = []
        self.listeners: list[Callable[[], None]] = []
        self._installed = False
        self._permitted = threading.local()

    def install(self) -> None:
        """Add the audit hook; Python offers no way to remove it, which is the point."""
        if not self._installed:
            sys.addaudithook(self._see)
            self._installed = True

    @contextmanager
    def permit(self, host: str, proxy: str = "") -> Iterator[Contact]:
        """Allow this thread to connect to `host`, or to its proxy, in a `with` block.

        Raises ConnectionForbidden when offline.
        """
        if self.offline:
            raise ConnectionForbidden(Message("--offline forbids connecting to {0}", host))
        from datetime import datetime  # imported late, to show the window sooner

        before = self._hosts
        self._permitted.hosts = {*before, host.lower(), *filter(None, (proxy.lower(),))}
        contact = Contact(host, datetime.now().astimezone(), proxy, told=self._tell)
        self.contacts.append(contact)
        self._tell()
        try:
            yield contact
        finally:
            self._permitted.hosts = before
            self._permitted.found = False

    def _tell(self) -> None:
        for listener in self.listeners:
            listener()

    @property
    def _hosts(self) -> frozenset[str]:
        return frozenset(getattr(self._permitted, "hosts", ()))

    def _see(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in REACHING and not self._permits(event, arguments):
            # urllib3 binds a local socket to test for IPv6: that is no connection, so don't report it.
            if event != "socket.bind":
                where = arguments[0 if event == "socket.getaddrinfo" else -1]
                self.refused.append(f"{event.removeprefix('socket.')} {where!r}")
            raise ConnectionForbidden(f"Vis-à-vis makes no connection ({event})")

    def _permits(self, event: str, arguments: tuple[object, ...]) -> bool:
        """Allow looking up a permitted host, and then connecting, in the thread that has the permission."""
        if event == "socket.getaddrinfo":
            self._permitted.found = _text(arguments[0]) in self._hosts
            return bool(self._permitted.found)
        address = arguments[-1]
        if event in ("socket.bind", "socket.connect") and isinstance(address, str | bytes):
            return True  # a Unix socket, such as the display server's: it stays on this machine
        if event == "socket.connect":
            literal = _text(address[0]) if isinstance(address, tuple) and address else ""
            return literal in self._hosts or bool(self._hosts and getattr(self._permitted, "found", False))
        return False


def _text(host: object) -> str:
    return (host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)).lower()
