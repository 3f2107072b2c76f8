"""Refuse every connection this process tries to make but those the user asked for, by an audit hook."""

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


@dataclass
class Contact:
    """A host that was asked for something because the user wanted it, and what has come from there.

    `proxy` is the host that it was asked through, `led` the one that it sent us to instead; `came` is in bytes.
    """

    host: str
    when: datetime
    proxy: str = ""
    led: str = ""
    came: int = 0
    told: Callable[[], None] = field(default=lambda: None, repr=False, compare=False)

    def count(self, data: bytes) -> bytes:
        """Count what has come, and hand it on."""
        self.came += len(data)
        self.told()
        return data


class Guard:
    """Refuses connections from `install` on; tells what was refused and who was asked.

    A permission names one host and holds for one thread, as long as it is held. With `offline` none is given. The
    `listeners` are called, in any thread, when a host is asked and when something comes from it.
    """

    def __init__(self) -> None:
        self.offline = False
        self.refused: list[str] = []
        self.contacts: list[Contact] = []
        self.listeners: list[Callable[[], None]] = []
        self._installed = False
        self._permitted = threading.local()

    def install(self) -> None:
        """Add the hook; Python offers no way to take it away again, and that is the point."""
        if not self._installed:
            sys.addaudithook(self._see)
            self._installed = True

    @contextmanager
    def permit(self, host: str, proxy: str = "") -> Iterator[Contact]:
        """Permit this thread to connect to `host` or its proxy for a while; raises ConnectionForbidden when offline."""
        if self.offline:
            raise ConnectionForbidden(Message("--offline forbids connecting to {0}", host))
        from datetime import datetime  # the window is shown without it

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
            # urllib3 binds a socket of its own to learn whether there is IPv6: no connection, so nothing to tell.
            if event != "socket.bind":
                where = arguments[0 if event == "socket.getaddrinfo" else -1]
                self.refused.append(f"{event.removeprefix('socket.')} {where!r}")
            raise ConnectionForbidden(f"Vis-à-vis makes no connection ({event})")

    def _permits(self, event: str, arguments: tuple[object, ...]) -> bool:
        """Permit the lookup of a permitted host's name, and then a connection, in the thread that may."""
        if event == "socket.getaddrinfo":
            self._permitted.found = _text(arguments[0]) in self._hosts
            return bool(self._permitted.found)
        address = arguments[-1]
        if event in ("socket.bind", "socket.connect") and isinstance(address, str | bytes):
            return True  # a Unix socket, such as the display's: it does not leave the machine
        if event == "socket.connect":
            literal = _text(address[0]) if isinstance(address, tuple) and address else ""
            return literal in self._hosts or bool(self._hosts and getattr(self._permitted, "found", False))
        return False


def _text(host: object) -> str:
    return (host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)).lower()
