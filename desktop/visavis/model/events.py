"""What the pipeline yields, step by step, and how a document grows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from visavis.model.article import Article
from visavis.model.document import Document
from visavis.model.passage import Choice, PackageInfo, Passage
from visavis.model.summary_picks import SummaryPicks

PICKS = "picks"  # what Restored.view has the reader's picks under


@dataclass(frozen=True, slots=True)
class Opened:
    """The article has been read and cut; `language` is what text.language.guess makes of it.

    If `stopped`, it is not French, nothing will follow, and the user is to be asked.
    """

    article: Article
    language: str
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Started:
    """The engine is ready."""

    package: PackageInfo


@dataclass(frozen=True, slots=True)
class Translated:
    """A batch of sentences has been translated."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The sentences that a summary may choose, best first."""

    method: str
    ranking: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """A reader has edited or verified a passage, or taken that back; `before` is what stood there."""

    passage: Passage
    before: Passage


@dataclass(frozen=True, slots=True)
class Checked:
    """Passages have been checked again, and have other flags now."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Picked:
    """The reader has pinned, dropped or moved sentences of the summary, or left it to the method again."""

    picks: SummaryPicks


@dataclass(frozen=True, slots=True)
class Restored:
    """What was made of the article when it was open before; `view` is what the window asked to remember of its look."""

    passages: tuple[Passage, ...]
    view: Mapping[str, Any]


Revision = Revised | Picked  # what a reader does to a document, and may undo
Event = Opened | Started | Translated | Ranked | Revised | Checked | Picked | Restored


def apply_event(document: Document, event: Event) -> None:
    """Let `document` grow by one event."""
    match event:
        case Started(package):
            document.package = package
        case Translated(passages):
            # What a reader has written meanwhile stays.
            human = {id_ for id_, p in document.passages.items() if p.human}
            document.passages.update((p.sentence.id, p) for p in passages if p.sentence.id not in human)
        case Restored(passages, view):
            document.picks = SummaryPicks.from_dict(view.get(PICKS))
            document.passages.update((p.sentence.id, p) for p in passages)
        case Checked(passages):
            document.passages.update((p.sentence.id, p) for p in passages)
        case Revised(passage):
            document.passages[passage.sentence.id] = passage
        case Picked(picks):
            document.picks = picks
        case Ranked(method, ranking):
            document.method, document.ranking = method, ranking
        case Opened(article):
            document.article = article
