"""Opens URLs with the network guard's permission, asked for each host, including redirects."""

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

TIMEOUT = 20.0  # seconds without data
REDIRECTS = 5  # followed at most

# Exceptions of a request: connection, protocol or system errors.
FAILURES = (urllib.error.URLError, http.client.HTTPException, OSError)


class Permit(Protocol):
    """Gives permission to connect to a host, and records the contact."""

    def __call__(self, host: str, proxy: str = "") -> AbstractContextManager[Contact]:
        """Permit a connection to `host` or its proxy in a `with` block; count received data on the returned contact."""


@dataclass(frozen=True, slots=True)
class Response:
    """A server's response; the bytes read are counted."""

    response: Any
    contact: Contact

    @property
    def goes_on(self) -> bool:
        """True if the server resumes at the requested byte (206 Partial Content) instead of starting over."""
        return bool(self.response.status == 206)

    def field(self, name: str) -> str:
        """Return a response header, or an empty string."""
        return str(self.response.headers.get(name, ""))

    def read(self, most: int) -> bytes:
        """Read up to `most` bytes."""
        return self.contact.count(self.response.read(most))

    def read_some(self, most: int) -> bytes:
        """Read what has arrived, up to `most` bytes."""
        return self.contact.count(self.response.read1(most))


class _RefuseRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirects: `opened` does, after asking for permission."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Return None, which means don't follow."""


@contextmanager
def open_link(link: str, permit: Permit, start: int = 0) -> Iterator[Response]:
    """Open a link from byte `start` on, with the system's proxies and certificates. Raises one of FAILURES."""
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
                # range not satisfiable: the partial file is not a prefix of the server's file, so start over
                elif error.code == 416 and start:
                    start = 0
                else:
                    raise
            else:
                yield Response(response, contact)
                return
        raise urllib.error.URLError(Message("it redirects without end"))


def is_web(link: str) -> bool:
    """True if a link is an http or https URL."""
    return urlsplit(link).scheme in ("http", "https") and bool(urlsplit(link).hostname)


def get_host(link: str) -> str:
    """Return the host of a link."""
    return urlsplit(link).hostname or link[:80]


def describe_failure(error: Exception) -> Message:
    """Return the cause of one of FAILURES in words for the user."""
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
    """Return the host of the system's proxy for a link, or an empty string."""
    if urllib.request.proxy_bypass(get_host(link)):
        return ""
    proxy = urllib.request.getproxies().get(urlsplit(link).scheme, "")
    return urlsplit(proxy if "//" in proxy else f"//{proxy}").hostname or ""
