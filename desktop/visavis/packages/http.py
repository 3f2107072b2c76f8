"""Open a web address with the guard's leave: each host is named before it is reached, redirections included."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit

from visavis import __version__
from visavis.infrastructure.network_guard import Contact
from visavis.model.errors import get_system_message
from visavis.model.message import Message

TIMEOUT = 20.0  # seconds without a byte
REDIRECTS = 5

#: What goes wrong on the way to a server and back.
FAILURES = (urllib.error.URLError, http.client.HTTPException, OSError)


class Permit(Protocol):
    """Gives leave to connect to a host, and remembers it."""

    def __call__(self, host: str, proxy: str = "") -> AbstractContextManager[Contact]:
        """Permit `host`, or its proxy, for a while; what comes from there is to be counted."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answers; what is read of it is counted."""

    response: Any
    contact: Contact

    @property
    def goes_on(self) -> bool:
        """Tell whether the server goes on from where it was asked to, or begins anew."""
        return bool(self.response.status == 206)

    def field(self, name: str) -> str:
        """Return a field of the answer's head, or nothing."""
        return str(self.response.headers.get(name, ""))

    def read(self, most: int) -> bytes:
        """Read so many bytes, unless there are less."""
        return self.contact.count(self.response.read(most))

    def read_some(self, most: int) -> bytes:
        """Read what has arrived, so many bytes at most."""
        return self.contact.count(self.response.read1(most))


class _RefuseRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: `opened` does, and asks first."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Refuse."""


@contextmanager
def open_link(link: str, permit: Permit, start: int = 0) -> Iterator[Response]:
    """Open a link from byte `start` on, by the system's proxies and certificates; raises one of FAILURES."""
    opener = urllib.request.build_opener(_RefuseRedirects)
    with ExitStack() as stack:
        for _ in range(REDIRECTS):
            if not is_web(link):
                raise urllib.error.URLError(Message("it is no web address"))
            contact = stack.enter_context(permit(get_host(link), _proxy(link)))
            headers = {"User-Agent": f"visavis/{__version__}", "Accept-Encoding": "identity"}
            if start:
                headers["Range"] = f"bytes={start}-"
            try:
                response = stack.enter_context(
                    opener.open(urllib.request.Request(link, headers=headers), timeout=TIMEOUT)
                )
            except urllib.error.HTTPError as error:
                target = error.headers.get("Location")
                error.close()
                if error.code in (301, 302, 303, 307, 308) and target:
                    link = urljoin(link, target)
                    contact.led = get_host(link)
                elif error.code == 416 and start:  # what is here is not the beginning of what is there
                    start = 0
                else:
                    raise
            else:
                yield Response(response, contact)
                return
        raise urllib.error.URLError(Message("it redirects without end"))


def is_web(link: str) -> bool:
    """Tell whether a link is a web address."""
    return urlsplit(link).scheme in ("http", "https") and bool(urlsplit(link).hostname)


def get_host(link: str) -> str:
    """Return the host of a link."""
    return urlsplit(link).hostname or link[:80]


def describe_failure(error: Exception) -> Message:
    """Return the reason of one of FAILURES as a user reads it."""
    if isinstance(error, urllib.error.HTTPError):
        return Message("it answers {0}", error.code)
    inner = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(inner, http.client.HTTPException):
        return Message("the connection was cut")
    if isinstance(inner, TimeoutError):
        return Message("it does not answer")
    if isinstance(inner, OSError):
        return get_system_message(inner)
    return inner if isinstance(inner, Message) else Message(str(inner))


def _proxy(link: str) -> str:
    """Return the host of the system's proxy for a link, or nothing if there is none."""
    if urllib.request.proxy_bypass(get_host(link)):
        return ""
    proxy = urllib.request.getproxies().get(urlsplit(link).scheme, "")
    return urlsplit(proxy if "//" in proxy else f"//{proxy}").hostname or ""
