"""What the user asks to open."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.events import Opened
from visavis.model.ports import Engines
from visavis.readers.progress import listen_to_reading

_numbers = itertools.count()


@dataclass(frozen=True)
class Request:
    """A request to open something: its display name, a function that reads it, and its text if it is not in a file.

    `check` reads it with a translation made elsewhere, which is shown instead of our own. `path` is the file of an
    article that we translate, `whole` whether all of a web page is wanted. One that was opened `beside` others does not
    come to the front. Articles stand in the order of their requests' numbers, until the user moves them.
    """

    name: str
    read: Callable[[], Article]
    pasted: str | None = None
    check: Callable[[Engines, Callable[[int, int], object]], Document] | None = None
    path: Path | None = None
    whole: bool = False
    beside: bool = False
    number: int = field(default_factory=_numbers.__next__, compare=False)


def open_request(
    request: Request, engines: Engines, foreign: bool, tell: Callable[[int, int], bool]
) -> Iterator[Opened]:
    """Read what is asked for; `tell` is called with each page and the number of pages, and returns False to stop."""
    # start the engine even if every sentence is known: the user will soon ask for sentence details
    engines.prepare()
    from visavis.pipeline import open_article  # slow to import: the window must be there first

    with listen_to_reading(tell):
        if request.check:
            document = request.check(engines, tell)
            given = tuple(document.passages.values())
            yield Opened(document.article, "fr", given=given, translation_path=document.translation_path)
        else:
            yield from open_article(request.read, engines, foreign)
