"""What the user asks to open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.events import Opened
from visavis.model.ports import Engines
from visavis.pipeline import open_article
from visavis.readers.progress import listen_to_reading


@dataclass(frozen=True)
class Request:
    """A request to open something: its display name, a function that reads it, and its text if it is not in a file.

    `check` reads it with a translation made elsewhere, which is shown instead of our own.
    """

    name: str
    read: Callable[[], Article]
    pasted: str | None = None
    check: Callable[[Engines, Callable[[int, int], object]], Document] | None = None


def open_request(
    request: Request, engines: Engines, foreign: bool, tell: Callable[[int, int], bool]
) -> Iterator[Opened]:
    """Read what is asked for; `tell` is called with each page and the number of pages, and returns False to stop."""
    # start the engine even if every sentence is known: the user will soon ask for sentence details
    engines.prepare()
    with listen_to_reading(tell):
        if request.check:
            document = request.check(engines, tell)
            given = tuple(document.passages.values())
            yield Opened(document.article, "fr", given=given, translation_path=document.translation_path)
        else:
            yield from open_article(request.read, engines, foreign)
