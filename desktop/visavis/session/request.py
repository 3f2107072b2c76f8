"""What the user asks to open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.ports import Engines


@dataclass(frozen=True)
class Request:
    """A request to open something: its display name, a function that reads it, and its text if it is not in a file.

    `check` reads it with a translation made elsewhere, which is shown instead of our own.
    """

    name: str
    read: Callable[[], Article]
    pasted: str | None = None
    check: Callable[[Engines, Callable[[int, int], object]], Document] | None = None
