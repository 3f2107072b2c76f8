"""How far a slow reader has come: it reports its pages, and stops when nobody waits for it any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Gets the page that is being read and the number of pages; returns False if the reading was cancelled.
Listener = Callable[[int, int], bool]

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


class ReadingCancelled(Exception):
    """The reading was cancelled; nobody waits for the article."""


@contextmanager
def listen_to_reading(listener: Listener) -> Iterator[None]:
    """Have the reports of readers in this thread given to `listener`."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def report_page(page: int, pages: int) -> None:
    """Report the page being read, also several times while it takes long. Raises ReadingCancelled."""
    listener = _listener.get()
    if listener and not listener(page, pages):
        raise ReadingCancelled
